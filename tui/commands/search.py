"""Commands of search, and of stepping through what was found."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["SEARCH"]

_IN: Final = Group.SEARCH

SEARCH: Final[tuple[Command, ...]] = (
    Command(
        "find",
        "Find",
        "Finds words in this text while you type.",
        ("/", "f3"),
        "find",
        _IN,
        footer="find",
    ),
    Command(
        "search",
        "Search all texts",
        "Finds words in all open texts and in the library; tab changes to this text and back.",
        ("s", "ctrl+g"),
        "search",
        _IN,
        footer="all texts",
    ),
    Command(
        "filter",
        "Narrow",
        "Narrows what was found to a voice, a mode, a document, a year, with how many there are.",
        ("f", "f5"),
        "filter",
        _IN,
        footer="narrow",
    ),
    Command(
        "find.next",
        "Next hit",
        "Goes to the next place found.",
        ("n",),
        "hit(1)",
        _IN,
        keeps_count=True,
        footer="next hit",
    ),
    Command(
        "find.previous",
        "Previous hit",
        "Goes to the place found before.",
        ("N",),
        "hit(-1)",
        _IN,
        keeps_count=True,
        footer="previous",
    ),
    Command(
        "result.next",
        "Next result",
        "Goes to the next result of a search, in whichever text it is.",
        ("J",),
        "result(1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "result.previous",
        "Previous result",
        "Goes to the result before.",
        ("K",),
        "result(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "step_back",
        "One step back",
        "Closes the box, then puts out the lights, then returns to the text.",
        ("escape",),
        "step_back",
        _IN,
        keeps_count=True,
        footer="back",
    ),
)
