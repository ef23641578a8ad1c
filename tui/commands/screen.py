"""Commands of the screen, the lists over it, and the program itself."""

from __future__ import annotations

from typing import Final

from tui.commands.command import Command, Group

__all__ = ["SCREEN"]

_IN: Final = Group.SCREEN

SCREEN: Final[tuple[Command, ...]] = (
    Command(
        "documents",
        "Documents",
        "Lists the texts that are open and those of the library; type to narrow, tab sorts.",
        ("f2",),
        "documents",
        _IN,
    ),
    Command(
        "beside",
        "Beside",
        "Lays a second text beside this one, to compare them; again, puts the other away.",
        ("|", "f8"),
        "beside",
        _IN,
    ),
    Command(
        "read_again",
        "Read again",
        "Reads the file again from the disk, here and in the library, and keeps your place.",
        ("r",),
        "read_again",
        _IN,
    ),
    Command("wider", "Wider text", "Makes the text column wider.", ("+",), "text_width(2)", _IN),
    Command(
        "narrower",
        "Narrower text",
        "Makes the text column narrower.",
        ("-",),
        "text_width(-2)",
        _IN,
    ),
    Command(
        "default_width",
        "Default width",
        "Makes the text column 72 wide again.",
        ("=",),
        "text_width(0)",
        _IN,
    ),
    Command("theme", "Next theme", "Changes the colours.", ("T",), "next_theme", _IN),
    Command(
        "palette",
        "Commands",
        "Finds a command, a text or a voice by its name.",
        ("ctrl+p",),
        "palette",
        _IN,
    ),
    Command(
        "command_line",
        "Command line",
        "Takes a typed command: :42 goes to ¶ 42, :open PATH opens; tab completes.",
        (":",),
        "command_line",
        _IN,
    ),
    Command(
        "messages",
        "Messages",
        "Lists all messages of this session, the latest first.",
        ("M",),
        "messages",
        _IN,
    ),
    Command(
        "help",
        "Help",
        "Shows what every key does; type to narrow.",
        ("?", "f1"),
        "help",
        _IN,
        footer="help",
    ),
    Command(
        "leave",
        "Leave",
        "Leaves the reader at once; your place is kept.",
        ("Q", "ctrl+q"),
        "leave",
        _IN,
    ),
)
