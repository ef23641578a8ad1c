"""A command: what it is called, what it says of itself, and the keys that do it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Command", "Group"]


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
