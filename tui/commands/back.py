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
        keeps_count=True,
    ),
    Command(
        "forward",
        "Forward",
        "Undoes going back.",
        ("L", "alt+right"),
        "history(1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "mark",
        "Mark",
        "Marks this place with a letter, or takes its mark away; shows the marks there are.",
        ("m",),
        "mark",
        _IN,
    ),
    Command(
        "marks",
        "Go to a mark",
        "Lists the marks, to go to one by its letter; ' again goes to before the last jump.",
        ("'",),
        "marks",
        _IN,
    ),
    Command(
        "out",
        "Back one level",
        "Closes what is open or puts out what is lit; where there is nothing, leaves the reader.",
        ("q",),
        "out",
        _IN,
        keeps_count=True,
    ),
)
