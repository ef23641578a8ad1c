"""Hints: the few keys that matter here and now, by what the reader is doing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from rich.cells import cell_len

from tui.commands import Group, KeyMap, keys_in_words

__all__ = ["Doing", "Hint", "fitting", "group_for", "hint_at", "hints_for"]

BETWEEN = 2
"""Cells between two hints."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, and a word for what it does here."""

    keys: str
    word: str
    action: str | None = None
    """What a click on it does: an action of the screen; `None` for nothing."""

    @property
    def width(self) -> int:
        """Its cells, the space between key and word counted."""
        return cell_len(self.keys) + 1 + cell_len(self.word)


class Doing(Enum):
    """What the reader is doing, as far as other keys matter then."""

    READING = auto()
    """The cursor is in no quotation."""
    IN_QUOTATION = auto()
    STEPPING = auto()
    """Words that were found are lit."""
    TYPING = auto()
    """In the search box, with nothing found."""
    PICKING = auto()
    """In the search box, with rows to pick from."""
    IN_PANE = auto()
    """Another pane than the text has the keys."""


_COMMANDS: Final[Mapping[Doing, Sequence[str]]] = MappingProxyType(
    {
        Doing.READING: ("quotation.next", "voices", "find", "jump", "help"),
        Doing.IN_QUOTATION: ("quotation.next", "voice.next", "evidence", "find", "help"),
        Doing.STEPPING: ("find.next", "find.previous", "filter", "step_back", "help"),
        Doing.IN_PANE: ("move.down", "pane.next", "alone", "step_back", "help"),
    }
)


_GROUPS: Final[Mapping[Doing, Group]] = MappingProxyType(
    {
        Doing.STEPPING: Group.SEARCH,
        Doing.TYPING: Group.SEARCH,
        Doing.PICKING: Group.SEARCH,
        Doing.IN_PANE: Group.PANES,
    }
)


def group_for(doing: Doing) -> Group:
    """The heading of the help that matters most here and now."""
    return _GROUPS.get(doing, Group.QUOTATIONS)


def hints_for(doing: Doing, keymap: KeyMap, other_scope: str = "") -> tuple[Hint, ...]:
    """At most five hints, the most useful first, but the last one is the last to go.

    `other_scope` is where tab looks instead, for those who are in the search box.
    """
    if doing is Doing.TYPING:
        return (
            Hint("ctrl+r", "earlier"),
            Hint("tab", other_scope),
            Hint(keymap.key("step_back"), "back", "step_back"),
        )
    if doing is Doing.PICKING:
        return (
            Hint("enter", "go"),
            Hint("↑↓", "pick"),
            Hint("tab", other_scope),
            Hint("ctrl+r", "earlier"),
            Hint(keymap.key("step_back"), "back", "step_back"),
        )
    return tuple(
        Hint(keys_in_words(command.keys[:1]), command.footer or command.title, command.action)
        for command in map(keymap.__getitem__, _COMMANDS[doing])
        if command.keys
    )


def hint_at(hints: Sequence[Hint], cell: int) -> Hint | None:
    """The hint that stands in a cell of the line that `in_a_line` writes."""
    start = 0
    for hint in hints:
        if start <= cell < start + hint.width:
            return hint
        start += hint.width + BETWEEN
    return None


def fitting(hints: Sequence[Hint], width: int) -> tuple[Hint, ...]:
    """Those hints that stand whole in so many cells; the last one is kept longest."""
    if not hints:
        return ()
    *rest, last = hints
    while rest and sum(hint.width + BETWEEN for hint in rest) + last.width > width:
        rest.pop()
    return (*rest, last) if last.width <= width else ()
