"""Commands that travel by quotation and by voice."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["QUOTATIONS"]

_IN: Final = Group.QUOTATIONS

QUOTATIONS: Final[tuple[Command, ...]] = (
    Command(
        "quotation.next",
        "Next quotation",
        "Goes to the next words that belong to somebody else than the author.",
        ("]", "full_stop"),
        "quotation(1)",
        _IN,
        footer="quote",
        keeps_count=True,
    ),
    Command(
        "quotation.previous",
        "Previous quotation",
        "Goes to the quotation before.",
        ("[", "comma"),
        "quotation(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "voice.next",
        "Same voice, next",
        "Goes to the next quotation of the voice at the cursor.",
        ("*", ">"),
        "same_voice(1)",
        _IN,
        keeps_count=True,
        footer="same voice",
    ),
    Command(
        "voice.previous",
        "Same voice, previous",
        "Goes to the quotation before of the voice at the cursor.",
        ("#", "<"),
        "same_voice(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "unsure.next",
        "Next unsure",
        "Goes to the next quotation that is inferred or has no voice.",
        ("w",),
        "unsure(1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "unsure.previous",
        "Previous unsure",
        "Goes to the unsure quotation before.",
        ("W",),
        "unsure(-1)",
        _IN,
        keeps_count=True,
    ),
    Command(
        "voices",
        "Voices",
        "Lists who speaks in this text, how often and how much; enter goes there, tab finds the words.",
        ("v", "f4"),
        "voices",
        _IN,
        footer="voices",
    ),
    Command(
        "concordance",
        "Same voice, everywhere",
        "Lists all that the voice at the cursor says, in all texts and the library, oldest first.",
        ("V",),
        "concordance",
        _IN,
    ),
    Command(
        "evidence",
        "Why",
        "Lights the words an attribution rests on; again, goes to where the voice is introduced.",
        ("enter",),
        "evidence",
        _IN,
        footer="why",
    ),
    Command(
        "correct",
        "Correct",
        "Says whose words these are, or that it is right as it is; kept beside the text, not in it.",
        ("c",),
        "correct",
        _IN,
    ),
    Command(
        "margin",
        "Margin",
        "Shows or hides the margin that says whose words they are.",
        ("a",),
        "margin",
        _IN,
    ),
)
