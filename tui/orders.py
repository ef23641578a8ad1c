"""Orders: what is typed after a colon. A number is a paragraph; a word is a command, with what it takes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from tui.commands import COMMANDS
from tui.errors import UserError

__all__ = [
    "PARAGRAPH",
    "Order",
    "Suggestion",
    "chosen",
    "orders",
    "parsed",
    "paths_like",
    "suggestions",
    "takes_a_path",
]

PARAGRAPH: Final = "paragraph"
"""The name of the order that is a bare number."""
_TAKES: Final = {
    "open": "PATH",
    "voice": "NAME",
    "theme": "NAME",
    "find": "WORDS",
    "search": "WORDS",
    "mark": "LETTER",
    "marks": "LETTER",
}
"""What may follow an order; all but the first two can do without."""
_NEEDING: Final = frozenset({"open", "voice"})
_MORE: Final = {
    "open": "Opens a file or a folder; FILE:6 at paragraph 6, FILE#words at these words.",
    "voice": "Goes to the next quotation of a voice.",
    "quit": "Leaves the reader at once; your place is kept.",
}
"""Orders that are no commands of a key."""
_SHORT: Final = {"q": "quit", "h": "help", "e": "open"}
_MOST: Final = 8
_MOST_ENTRIES: Final = 2_000
_NEAR: Final = 0.65


@dataclass(frozen=True, slots=True)
class Order:
    """A line that was understood."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line that could be meant, and what it does."""

    line: str
    words: str


def orders() -> Mapping[str, str]:
    """All orders by their names, with what each does."""
    return {**_MORE, **{command.id: command.help for command in COMMANDS if command.id != "count"}}


def parsed(line: str) -> Order:
    """The order in a line. Raises a `UserError` that tells what is near, where there is none."""
    line = line.strip().removeprefix(":").strip()
    if line.isdecimal() and line.isascii():
        return Order(PARAGRAPH, line)
    name, _, argument = line.partition(" ")
    name, argument = _SHORT.get(name, name), argument.strip()
    known = orders()
    if not name:
        raise UserError("type a paragraph's number, or a command: tab takes the one that is lit.")
    if name not in known:
        raise UserError(f"there is no command {name[:40]!r}{_nearest(name, known)}")
    if argument and name not in _TAKES:
        raise UserError(f"{name} takes nothing after it.")
    if not argument and name in _NEEDING:
        raise UserError(f"{name} takes {_TAKES[name]} after it.")
    return Order(name, argument)


def chosen(given: str, among: Iterable[str], what: str) -> str:
    """The one of several names that was given, whatever its case; a `UserError` tells what is near."""
    names = list(among)
    exact = next((name for name in names if name == given), None)
    found = exact or next((name for name in names if name.casefold() == given.casefold()), None)
    if found is None:
        raise UserError(f"there is no {what} {given[:40]!r}{_nearest(given, names)}")
    return found


def _nearest(given: str, names: Iterable[str]) -> str:
    """What names are like one that is none, as the end of a sentence."""
    folded = {name.casefold(): name for name in names}
    key = given.casefold()
    near = [name for name in folded if name.startswith(key)][:3] if key else []
    near = near or get_close_matches(key, folded, n=3, cutoff=_NEAR)
    near = near or [name for name in folded if key in name][:3]
    return f"; near it: {', '.join(folded[name] for name in near)}." if near else "."


def suggestions(line: str, values: Mapping[str, Sequence[str]]) -> tuple[Suggestion, ...]:
    """What could be meant by a line that is being typed; at most eight.

    `values` are what may follow an order, by its name.
    """
    line = line.lstrip().removeprefix(":").lstrip()
    name, space, argument = line.partition(" ")
    if not space:
        return tuple(_names_like(name))[:_MOST]
    name = _SHORT.get(name, name)
    given = argument.strip().casefold()
    options = list(dict.fromkeys(values.get(name, ())))
    like = [value for value in options if value.casefold().startswith(given)]
    like += [value for value in options if given in value.casefold() and value not in like]
    return tuple(Suggestion(f"{name} {value}", "") for value in like[:_MOST])


def _names_like(given: str) -> Iterator[Suggestion]:
    if given.isdecimal():
        yield Suggestion(given, f"Goes to ¶ {given}.")
        return
    known = orders()
    begin = [name for name in known if name.startswith(given)]
    within = [name for name in known if given in name and name not in begin]
    for name in (*begin, *within):
        takes = f" {_TAKES[name]}" if name in _TAKES else ""
        yield Suggestion(name, f"{takes}  {known[name]}".strip())


def takes_a_path(line: str) -> bool:
    """Whether a path is being typed, so that what could be meant stands on the disk."""
    return line.strip().partition(" ")[0] in ("open", "e")


def paths_like(given: str) -> list[str]:
    """Files and folders whose path begins as `given`, folders with a slash, hidden ones only if asked.

    Looks at no more than 2,000 entries of the folder.
    """
    folder, _, begin = given.rpartition("/")
    # Not Path's: that raises where ~NAME is nobody.
    place = os.path.expanduser(f"{folder}/" if "/" in given else ".")  # noqa: PTH111
    lead = f"{folder}/" if "/" in given else ""
    try:
        with os.scandir(place) as entries:
            some = [entry for entry, _ in zip(entries, range(_MOST_ENTRIES), strict=False)]
            found = [
                f"{lead}{entry.name}{'/' if entry.is_dir() else ''}"
                for entry in some
                if entry.name.startswith(begin)
                and (begin or not entry.name.startswith("."))
                and entry.name.isprintable()
            ]
    except (OSError, ValueError):
        return []
    return sorted(found)
