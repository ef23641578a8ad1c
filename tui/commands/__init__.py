"""The one list of what the reader can do: bindings, footer, help and palette all derive from it.

A module holds the commands that stand under one heading.
"""

from __future__ import annotations

from typing import Final

from tui.commands.back import BACK
from tui.commands.command import Command, Group
from tui.commands.keymap import KeyMap
from tui.commands.moving import MOVING
from tui.commands.naming import keys_in_words
from tui.commands.panes import PANES
from tui.commands.quotations import QUOTATIONS
from tui.commands.screen import SCREEN
from tui.commands.search import SEARCH
from tui.commands.taking import TAKING

__all__ = ["COMMANDS", "Command", "Group", "KeyMap", "keys_in_words"]

COMMANDS: Final[tuple[Command, ...]] = (
    *QUOTATIONS,
    *SEARCH,
    *BACK,
    *MOVING,
    *PANES,
    *TAKING,
    *SCREEN,
)
"""Every command of the reader, in the order of the help."""
