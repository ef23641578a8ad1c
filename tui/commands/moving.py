"""Commands that move through the text by lines, pages and sections."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["MOVING"]

_IN: Final = Group.MOVE

MOVING: Final[tuple[Command, ...]] = (
    Command(
        "count",
        "Count",
        "Does the next move so many times; before Top and Bottom it is a paragraph’s number.",
        ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
        "count({key})",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.down",
        "Line down",
        "Moves the cursor a line down.",
        ("j", "down"),
        "line(1)",
        _IN,
        footer="down",
        keeps_count=True,
    ),
    Command(
        "move.up",
        "Line up",
        "Moves the cursor a line up.",
        ("k", "up"),
        "line(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.page_down",
        "Page down",
        "Turns a page.",
        ("space", "pagedown", "ctrl+f"),
        "page(1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.page_up",
        "Page up",
        "Turns back a page.",
        ("b", "pageup", "ctrl+b"),
        "page(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.half_down",
        "Half a page down",
        "Moves half a page down.",
        ("ctrl+d",),
        "half_page(1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.half_up",
        "Half a page up",
        "Moves half a page up.",
        ("ctrl+u",),
        "half_page(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.top",
        "Top",
        "Goes to the first line, or to the paragraph whose number was typed.",
        ("g", "home"),
        "top",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.bottom",
        "Bottom",
        "Goes to the last line, or to the paragraph whose number was typed.",
        ("G", "end"),
        "bottom",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.next_section",
        "Next section",
        "Goes to the next heading.",
        ("}", "ctrl+down"),
        "section(1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "move.previous_section",
        "Previous section",
        "Goes to the heading before.",
        ("{", "ctrl+up"),
        "section(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "contents",
        "Contents",
        "Lists the headings of this text; type to narrow, enter goes there.",
        ("t",),
        "contents",
        _IN,
    ),
)
