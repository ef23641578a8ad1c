"""The configuration: a TOML file in the platform's folder, checked as a whole before it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from tui.errors import ConfigError
from tui.look import Look

__all__ = ["Config", "load", "parsed", "path"]

_LARGEST: Final = 1_000_000
_KEYS: Final = "keys"
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader wants otherwise."""

    look: Look = field(default_factory=Look)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of commands, by the commands' ids, where they are not to have their own."""


def path() -> Path:
    """Where the file is; there may be none."""
    import platformdirs

    return platformdirs.user_config_path("quoth", appauthor=False) / "config.toml"


def load(*, plain: bool | None = None) -> Config:
    """What is configured; all defaults where there is no file. `plain` goes before what it says.

    Raises a `ConfigError` with a sentence for each fault. Nothing is written.
    """
    config = _loaded(path())
    return config if plain is None else replace(config, look=replace(config.look, plain=plain))


def _loaded(place: Path) -> Config:
    try:
        with place.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return Config()
    except OSError as problem:
        raise ConfigError(f"{place}: cannot be read ({problem.strerror}).") from None
    if len(raw) > _LARGEST:
        raise ConfigError(f"{place}: is too large for a configuration.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        raise ConfigError(f"{place}, line {line}: is not UTF-8; save it as UTF-8.") from None
    return parsed(text, str(place))


def parsed(text: str, name: str) -> Config:
    """The configuration in a text, which `name` is said to hold. Raises a `ConfigError`."""
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"{name}: is not sound TOML: {problem}.") from None
    except RecursionError:
        raise ConfigError(f"{name}: is nested too deeply.") from None
    try:
        faults = list(_faults(values))
    except RecursionError:
        raise ConfigError(f"{name}: is nested too deeply.") from None
    if faults:
        raise ConfigError(*_told(faults, text, name))
    glyphs = values.pop("glyphs", "unicode")
    keys = {id_: _named(given) for _, id_, given in _flat(values.pop(_KEYS, {}))}
    return Config(Look(plain=glyphs == "ascii", **values), keys)


_Fault = tuple[tuple[str, ...], str]
"""The path of a key, and what is wrong with it as the end of a sentence."""
_Entry = tuple[tuple[str, ...], str, Any]
"""The path of a key map's entry, the id of its command, and its value."""


def _told(faults: list[_Fault], text: str, name: str) -> list[str]:
    from tui.config_lines import line_of, lines_of

    lines = lines_of(text)
    found = sorted((line_of(lines, place), ".".join(place), words) for place, words in faults)
    return [
        f"{name}, line {line}: {key} {words}{'' if words[-1] == '?' else '.'}"
        for line, key, words in found
    ]


def _faults(values: Mapping[str, Any]) -> Iterator[_Fault]:
    from tui.config_settings import SETTINGS

    known = {setting.name: setting for setting in SETTINGS}
    for name, value in values.items():
        if name == _KEYS:
            yield from _faults_of_keys(value)
        elif name not in known:
            yield (name,), f"is no setting{_meant(name, [*known, _KEYS])}"
        elif isinstance(value, dict):
            yield (name,), f"is a setting, not a table: write {name} = … before the first table"
        elif words := known[name].fault(value):
            yield (name,), f"{words}"


def _faults_of_keys(given: Any) -> Iterator[_Fault]:
    from tui.commands import COMMANDS
    from tui.commands.keymap import clashes, remapped
    from tui.commands.naming import key_in_words

    if not isinstance(given, dict):
        yield (_KEYS,), "must be a table: write [keys] on a line of its own"
        return
    known = {command.id: command for command in COMMANDS}
    sound: dict[str, tuple[str, ...]] = {}
    places: dict[str, tuple[str, ...]] = {}
    for place, id_, value in _flat(given):
        if id_ not in known:
            yield place, f"is no command{_meant(id_, known)}"
        elif "{key}" in known[id_].action:
            yield place, "cannot have other keys: what it does is what its keys say"
        elif faults := list(_faults_of_list(value)):
            yield from ((place, words) for words in faults)
        elif id_ == "leave" and not value:
            yield place, "needs a key, for else there is no way out"
        else:
            sound[id_], places[id_] = _named(value), place
    for key, ids in clashes(remapped(COMMANDS, sound)).items():
        one = next(id_ for id_ in ids if id_ in sound)
        others = " and ".join(id_ for id_ in ids if id_ != one)
        yield (
            places[one],
            f'has the key "{key_in_words(key)}", which {others} has too; give one of them another',
        )


def _flat(given: Mapping[str, Any], above: tuple[str, ...] = (_KEYS,)) -> Iterator[_Entry]:
    """The entries of the table, with the ids that without quotation marks make tables: move.down."""
    for name, value in given.items():
        place = (*above, name)
        if isinstance(value, dict) and value:
            yield from _flat(value, place)
        else:
            yield place, ".".join(place[1:]), value


def _faults_of_list(value: Any) -> Iterator[str]:
    from tui.commands.naming import key_named

    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        yield 'must be a key, as "x", or a list of keys, as ["x", "f5"]'
        return
    for one in listed:
        try:
            key_named(one)
        except ValueError as problem:
            yield f'has the key "{one[:_SHOWN]}", which {problem}'


def _named(value: Any) -> tuple[str, ...]:
    from tui.commands.naming import key_named

    written = [value] if isinstance(value, str) else value
    return tuple(dict.fromkeys(map(key_named, written)))


def _meant(name: str, known: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 1)
    return f"; did you mean {near[0]}?" if near else ""
