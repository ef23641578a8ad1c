"""A command: what it is called, what it says of itself, and the keys that do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

__all__ = ["Command", "Group", "bindings_of", "keys_in_words"]


class Group(StrEnum):
    """The heading a command stands under in the help and in the documented key table."""

    QUOTATIONS = "Quotations and voices"
    SEARCH = "Search"
    BACK = "Go back"
    MOVE = "Move"
    PANES = "Panes"
    TAKE = "Take away"
    SCREEN = "Screen"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do."""

    id: str
    """What a key map calls it: never changes."""
    title: str
    help: str
    """One sentence for the help screen."""
    keys: tuple[str, ...]
    """The keys that do it, the one to be shown first, in Textual's names."""
    action: str
    """What is done; ``{key}`` in it stands for the key that was pressed."""
    group: Group
    footer: str | None = None
    """A word for the line of keys; `None` for those that never stand there."""
    priority: bool = False
    """Whether it works even while another widget, such as an input, has the focus."""
    keeps_count: bool = False
    """Whether a count that was typed is left to it; any other command gives the count up."""


_DIGITS = tuple("1234567890")
_KEY_WORDS = {
    "comma": ",",
    "full_stop": ".",
    "space": "space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "down": "↓",
    "up": "↑",
    "escape": "esc",
    "left": "←",
    "right": "→",
}


def keys_in_words(keys: Iterable[str]) -> str:
    """Keys as they are written for people: ``ctrl+o  H  alt+←``."""
    written = [_key_in_words(key) for key in keys]
    return "0…9" if (*written,) == _DIGITS else "  ".join(written)


def _key_in_words(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    last = _KEY_WORDS.get(last, last.upper() if _is_function_key(last) else last)
    return "+".join([*modifiers, last])


def _is_function_key(key: str) -> bool:
    return key[:1] == "f" and key[1:].isdigit()


def bindings_of(commands: Iterable[Command]) -> list[BindingType]:
    """A binding a key, by which the screen's `action_do` does the command that has the key's id.

    The line of keys is `tui.hints`, so none asks to be shown.
    """
    return list(_bindings(commands))


def _bindings(commands: Iterable[Command]) -> Iterator[Binding]:
    for command in commands:
        for at, key in enumerate(command.keys):
            yield Binding(
                key,
                f"do({command.id!r}, {key!r})",
                command.title,
                show=False,
                key_display=_key_in_words(key),
                tooltip=command.help,
                id=command.id if at == 0 else f"{command.id}.{at}",
                priority=command.priority,
            )
