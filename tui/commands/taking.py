"""Commands that take words away."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["TAKING"]

_IN: Final = Group.TAKE

TAKING: Final[tuple[Command, ...]] = (
    Command(
        "copy",
        "Copy",
        "Copies what is selected; or lists what can be copied: words, citation, link, Markdown, JSON.",
        ("y",),
        "take",
        _IN,
    ),
    Command(
        "export",
        "Export",
        "Writes the quotations of this text, or what is lit as found, to a file: CSV, JSON, Markdown.",
        ("x",),
        "export",
        _IN,
    ),
    Command(
        "edit",
        "Edit",
        "Opens the file at this line in your editor, and reads it again after.",
        ("e",),
        "edit",
        _IN,
    ),
    Command(
        "open_outside",
        "Open outside",
        "Opens the file or its address in the system's own program; shows it first.",
        ("o",),
        "open_outside",
        _IN,
    ),
)
