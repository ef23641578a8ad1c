"""Commands that go from pane to pane."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["PANES"]

_IN: Final = Group.PANES

PANES: Final[tuple[Command, ...]] = (
    Command(
        "pane.next",
        "Next pane",
        "Gives the keys to the next pane; where there is no room for it, it is shown alone.",
        ("tab",),
        "pane(1)",
        _IN,
        footer="next pane",
    ),
    Command(
        "pane.previous",
        "Previous pane",
        "Gives the keys to the pane before.",
        ("shift+tab",),
        "pane(-1)",
        _IN,
    ),
    Command(
        "pane.results",
        "Search and its results",
        "Returns to what was looked for last, and to what was found.",
        ("f6",),
        "results_pane",
        _IN,
    ),
    Command("pane.text", "Text", "Gives the keys to the text.", ("f7",), "text_pane", _IN),
    Command(
        "pane.attribution",
        "Attribution",
        "Gives the keys to the pane that says whose words they are, and why.",
        ("f9",),
        "attribution_pane",
        _IN,
    ),
    Command(
        "jump",
        "Jump",
        "Puts a letter before everything on the screen that can be gone to; the letter goes there.",
        (";", "f12"),
        "jump_mode",
        _IN,
        footer="jump",
    ),
    Command(
        "alone",
        "This pane alone",
        "Shows the pane that has the keys alone; again, or esc, brings back the others.",
        ("z",),
        "alone",
        _IN,
        footer="alone",
    ),
)
