"""Commands that go back to where the reader was."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["BACK"]

_IN: Final = Group.BACK

BACK: Final[tuple[Command, ...]] = (
    Command(
        "back",
        "Back",
        "Returns to where you were before a jump.",
        ("ctrl+o", "H", "alt+left"),
        "history(-1)",
        _IN,
    ),
    Command("forward", "Forward", "Undoes going back.", ("L", "alt+right"), "history(1)", _IN),
)
