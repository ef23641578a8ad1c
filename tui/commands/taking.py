"""Commands that take words away."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["TAKING"]

_IN: Final = Group.TAKE

TAKING: Final[tuple[Command, ...]] = (
    Command(
        "copy",
        "Copy with citation",
        "Copies the quotation at the cursor, or else the paragraph, with its source.",
        ("y",),
        "copy",
        _IN,
    ),
)
