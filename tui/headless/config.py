"""`quoth config`: the settings and keys there are, as a file to begin with; where it is; what is wrong."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Final

from texts.loading.controls import harmless_path
from tui import config
from tui.commands import COMMANDS
from tui.commands.naming import key_in_words
from tui.config_settings import SETTINGS

__all__ = ["check", "defaults", "print_defaults", "print_path"]

_WIDTH: Final = 98
_HEAD: Final = (
    "What quoth does where nothing else is said. Save it as the file that quoth config --path names, "
    "and take away the # before what you change; quoth config --check tells what is wrong.",
    "A choice that is made in the reader (theme, width, margin) is remembered, and holds until what "
    "is said of it here changes.",
)
_KEYS_HEAD: Final = (
    "A key is one character, or space, enter, tab, esc, up, PgDn, F5 and the like, also with ctrl+ "
    "or alt+; several keys stand in brackets, [] takes a command's keys away."
)


def print_defaults() -> int:
    """Print the configuration as it is where there is none. Exit status 0."""
    print(defaults(), end="")
    return 0


def print_path() -> int:
    """Print where the file is or would be. Exit status 0."""
    print(harmless_path(str(config.path())))
    return 0


def check() -> int:
    """Say that the configuration is sound, or raise a `ConfigError`. Exit status 0."""
    config.load()
    there = config.path().exists()
    place = harmless_path(str(config.path()))
    print(f"{place}: {'is sound' if there else 'is not there; quoth config prints one'}.")
    return 0


def defaults() -> str:
    """The text of a configuration that changes nothing, made from the settings and the commands."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for words in _HEAD:
        yield from _comment(words)
        yield ""
    for setting in SETTINGS:
        yield from _comment(setting.comment)
        yield f"#{setting.name} = {json.dumps(setting.default)}"
        yield ""
    yield "[keys]"
    yield from _comment(_KEYS_HEAD)
    group = None
    for command in COMMANDS:
        if "{key}" in command.action:
            continue
        if command.group != group:
            group = command.group
            yield ""
            yield f"# {group}"
        keys = ", ".join(json.dumps(_written(key), ensure_ascii=False) for key in command.keys)
        yield from _comment(command.help)
        yield f'#"{command.id}" = [{keys}]'


def _written(key: str) -> str:
    """A key as one types it: its sign where it has one, else its name."""
    words = key_in_words(key)
    return words if words.isascii() else key


def _comment(words: str) -> Iterator[str]:
    return (f"# {line}" for line in textwrap.wrap(words, _WIDTH))
