"""The one list of what the reader can do: bindings, footer, help and palette all derive from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

__all__ = ["COMMANDS", "Command", "Group", "bindings_of", "keys_in_words"]


class Group(StrEnum):
    """The heading a command stands under in the help and in the documented key table."""

    QUOTATIONS = "Quotations and voices"
    SEARCH = "Search"
    BACK = "Go back"
    MOVE = "Move"
    TAKE = "Take away"
    SCREEN = "Screen"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do."""

    id: str
    """What a key map calls it: never changes."""
    title: str
    help: str
    """One sentence for the help screen."""
    keys: tuple[str, ...]
    """The keys that do it, the one to be shown first, in Textual's names."""
    action: str
    group: Group
    footer: str | None = None
    """A word for the footer; `None` for all but a few."""
    priority: bool = False
    """Whether it works even while another widget, such as an input, has the focus."""


_KEY_WORDS = {
    "comma": ",",
    "full_stop": ".",
    "space": "space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "down": "↓",
    "up": "↑",
    "escape": "esc",
    "left": "←",
    "right": "→",
}


def keys_in_words(keys: Iterable[str]) -> str:
    """Keys as they are written for people: ``ctrl+o  H  alt+←``."""
    return "  ".join(_key_in_words(key) for key in keys)


def _key_in_words(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    last = _KEY_WORDS.get(last, last.upper() if _is_function_key(last) else last)
    return "+".join([*modifiers, last])


def _is_function_key(key: str) -> bool:
    return key[:1] == "f" and key[1:].isdigit()


def bindings_of(commands: Iterable[Command]) -> list[BindingType]:
    """A binding a key; only the first key of a command with a footer word is in the footer."""
    return list(_bindings(commands))


def _bindings(commands: Iterable[Command]) -> Iterator[Binding]:
    for command in commands:
        for at, key in enumerate(command.keys):
            yield Binding(
                key,
                command.action,
                command.footer or command.title,
                show=at == 0 and command.footer is not None,
                key_display=_key_in_words(key),
                tooltip=command.help,
                id=command.id if at == 0 else f"{command.id}.{at}",
                priority=command.priority,
            )


_Q, _S, _B, _M, _T, _P = Group

COMMANDS: tuple[Command, ...] = (
    Command(
        "quotation.next",
        "Next quotation",
        "Goes to the next words that belong to somebody else than the author.",
        ("]", "full_stop"),
        "quotation(1)",
        _Q,
        footer="quote",
    ),
    Command(
        "quotation.previous",
        "Previous quotation",
        "Goes to the quotation before.",
        ("[", "comma"),
        "quotation(-1)",
        _Q,
    ),
    Command(
        "voice.next",
        "Same voice, next",
        "Goes to the next quotation of the voice at the cursor.",
        ("*", ">"),
        "same_voice(1)",
        _Q,
    ),
    Command(
        "voice.previous",
        "Same voice, previous",
        "Goes to the quotation before of the voice at the cursor.",
        ("#", "<"),
        "same_voice(-1)",
        _Q,
    ),
    Command(
        "unsure.next",
        "Next unsure",
        "Goes to the next quotation that is inferred or has no voice.",
        ("w",),
        "unsure(1)",
        _Q,
    ),
    Command(
        "unsure.previous",
        "Previous unsure",
        "Goes to the unsure quotation before.",
        ("W",),
        "unsure(-1)",
        _Q,
    ),
    Command(
        "voices",
        "Voices",
        "Lists who speaks in this text, and how often; type to narrow, enter goes there.",
        ("v", "f4"),
        "voices",
        _Q,
        footer="voices",
    ),
    Command(
        "concordance",
        "Same voice, everywhere",
        "Lists all that the voice at the cursor says, in all texts and the library, oldest first.",
        ("V",),
        "concordance",
        _Q,
    ),
    Command(
        "evidence",
        "Why",
        "Lights the words an attribution rests on; again, goes to where the voice is introduced.",
        ("enter",),
        "evidence",
        _Q,
        footer="why",
    ),
    Command(
        "margin",
        "Margin",
        "Shows or hides the margin that says whose words they are.",
        ("a",),
        "margin",
        _Q,
    ),
    Command(
        "find",
        "Find",
        "Finds words in this text while you type.",
        ("/", "f3"),
        "find",
        _S,
        footer="find",
    ),
    Command(
        "search",
        "Search all texts",
        "Finds words in all open texts and in the library; tab changes to this text and back.",
        ("s", "ctrl+g"),
        "search",
        _S,
    ),
    Command(
        "filter",
        "Narrow",
        "Narrows what was found to a voice, a mode, a document, a year, with how many there are.",
        ("f", "f5"),
        "filter",
        _S,
    ),
    Command("find.next", "Next hit", "Goes to the next place found.", ("n",), "hit(1)", _S),
    Command(
        "find.previous", "Previous hit", "Goes to the place found before.", ("N",), "hit(-1)", _S
    ),
    Command(
        "result.next",
        "Next result",
        "Goes to the next result of a search, in whichever text it is.",
        ("J",),
        "result(1)",
        _S,
    ),
    Command(
        "result.previous",
        "Previous result",
        "Goes to the result before.",
        ("K",),
        "result(-1)",
        _S,
    ),
    Command(
        "step_back",
        "One step back",
        "Closes the box, then puts out the lights, then returns to the text.",
        ("escape",),
        "step_back",
        _S,
    ),
    Command(
        "back",
        "Back",
        "Returns to where you were before a jump.",
        ("ctrl+o", "H", "alt+left"),
        "history(-1)",
        _B,
    ),
    Command("forward", "Forward", "Undoes going back.", ("L", "alt+right"), "history(1)", _B),
    Command(
        "move.down", "Line down", "Moves the cursor a line down.", ("j", "down"), "line(1)", _M
    ),
    Command("move.up", "Line up", "Moves the cursor a line up.", ("k", "up"), "line(-1)", _M),
    Command(
        "move.page_down",
        "Page down",
        "Turns a page.",
        ("space", "pagedown", "ctrl+f"),
        "page(1)",
        _M,
    ),
    Command(
        "move.page_up", "Page up", "Turns back a page.", ("b", "pageup", "ctrl+b"), "page(-1)", _M
    ),
    Command(
        "move.half_down",
        "Half a page down",
        "Moves half a page down.",
        ("ctrl+d",),
        "half_page(1)",
        _M,
    ),
    Command(
        "move.half_up", "Half a page up", "Moves half a page up.", ("ctrl+u",), "half_page(-1)", _M
    ),
    Command("move.top", "Top", "Goes to the first line.", ("g", "home"), "top", _M),
    Command("move.bottom", "Bottom", "Goes to the last line.", ("G", "end"), "bottom", _M),
    Command(
        "move.next_section",
        "Next section",
        "Goes to the next heading.",
        ("}", "ctrl+down"),
        "section(1)",
        _M,
    ),
    Command(
        "move.previous_section",
        "Previous section",
        "Goes to the heading before.",
        ("{", "ctrl+up"),
        "section(-1)",
        _M,
    ),
    Command(
        "copy",
        "Copy with citation",
        "Copies the quotation at the cursor, or else the paragraph, with its source.",
        ("y",),
        "copy",
        _T,
    ),
    Command(
        "documents",
        "Documents",
        "Lists the texts that are open and those of the library; type to narrow, tab sorts.",
        ("1", "f2"),
        "documents",
        _P,
    ),
    Command(
        "read_again",
        "Read again",
        "Reads the file again from the disk, here and in the library, and keeps your place.",
        ("r",),
        "read_again",
        _P,
    ),
    Command("wider", "Wider text", "Makes the text column wider.", ("+",), "text_width(2)", _P),
    Command(
        "narrower", "Narrower text", "Makes the text column narrower.", ("-",), "text_width(-2)", _P
    ),
    Command(
        "default_width",
        "Default width",
        "Makes the text column 72 wide again.",
        ("=",),
        "text_width(0)",
        _P,
    ),
    Command("theme", "Next theme", "Changes the colours.", ("T",), "next_theme", _P),
    Command(
        "palette",
        "Commands",
        "Lists all commands, to find one by its name.",
        ("ctrl+p", ":"),
        "palette",
        _P,
    ),
    Command(
        "help",
        "Help",
        "Shows what every key does; type to narrow.",
        ("?", "f1"),
        "help",
        _P,
        footer="help",
    ),
    Command(
        "leave",
        "Leave",
        "Leaves the reader; your place is kept.",
        ("q", "Q", "ctrl+q"),
        "leave",
        _P,
    ),
)
"""Every command of the reader, in the order of the help."""
