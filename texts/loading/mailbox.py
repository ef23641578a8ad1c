"""A mailbox: a file that stands for its messages, as a folder does for its files.

Message 3 of ``letters.mbox`` is called ``letters.mbox/3``. The form is that of RFC 4155: a message
begins at a line ``From …`` that is the first or follows an empty one, and ``>From`` in it was ``From``.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from texts.errors import NotFound, NotText, TooMuch
from texts.loading.controls import harmless_path
from texts.loading.files import opened
from texts.loading.formats import MAILBOX

__all__ = ["LARGEST_MAILBOX", "is_mailbox", "is_message", "message", "messages_in"]

LARGEST_MAILBOX = 1 << 30
"""The most bytes of a mailbox. It is never held whole."""

# With a time of day, for a paragraph may begin so too.
_FROM = re.compile(rb"From [^\n]*\d\d:\d\d[^\n]*\n")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_LINE = 1 << 16
_MOST_MESSAGES = 500_000
_MOST_DIGITS = 18


def is_mailbox(path: Path) -> bool:
    """Whether a path is that of a mailbox."""
    return path.suffix.lower() == MAILBOX and os.path.isfile(path)


def is_message(path: Path) -> bool:
    """Whether a path is that of a message in a mailbox."""
    return path.name.isascii() and path.name.isdecimal() and is_mailbox(path.parent)


def messages_in(mailbox: Path) -> list[Path]:
    """The paths of a mailbox's messages, in its order. Raises a `TextsError`. O(bytes)."""
    return [mailbox / str(number + 1) for number in range(len(_places(mailbox)))]


def message(path: Path, most: int) -> bytes:
    """The bytes of a message, without the line that parts it from the one before.

    Raises `NotFound` if there are not as many, `TooMuch` if it has more than `most` bytes.
    """
    shown = harmless_path(str(path))
    places = _places(path.parent)
    # More digits than that count no messages, and Python does not read any number of them.
    number = int(path.name) if len(path.name) <= _MOST_DIGITS else 0
    if not 1 <= number <= len(places):
        raise NotFound(
            f"{shown}: no such message; {harmless_path(path.parent.name)} has 1 to {len(places)}."
        )
    start, end = places[number - 1]
    if end - start > most:
        raise TooMuch(f"{shown} is larger than {most >> 20} MB.")
    with opened(path.parent) as file:
        file.seek(start)
        return _ESCAPED.sub(rb"\1", file.read(end - start))


def _places(mailbox: Path) -> tuple[tuple[int, int], ...]:
    try:
        state = mailbox.stat()
    except OSError:
        raise NotFound(f"{harmless_path(str(mailbox))}: no such file; check the name.") from None
    return _places_as_of(mailbox, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=4)
def _places_as_of(mailbox: Path, size: int, _changed: int) -> tuple[tuple[int, int], ...]:
    """Where the messages of a mailbox begin and end, in bytes; looked for once a state of the file."""
    shown = harmless_path(str(mailbox))
    if size > LARGEST_MAILBOX:
        raise TooMuch(f"{shown} is larger than {LARGEST_MAILBOX >> 20} MB; split it.")
    starts: list[int] = []
    begins: list[int] = []
    at, begins_a_line, follows_an_empty_one = 0, True, True
    with opened(mailbox) as file:
        while line := file.readline(_LONGEST_LINE):
            if begins_a_line and follows_an_empty_one and _FROM.match(line):
                starts.append(at)
                begins.append(at + len(line))
                if len(starts) > _MOST_MESSAGES:
                    raise TooMuch(f"{shown} has more than {_MOST_MESSAGES:,} messages; split it.")
            follows_an_empty_one = begins_a_line and not line.strip(b"\r\n")
            begins_a_line = line.endswith(b"\n")
            at += len(line)
    if not starts or starts[0] != 0:
        raise NotText(f"{shown} is no mailbox: it does not begin with a line “From …”.")
    return tuple(zip(begins, [*starts[1:], at], strict=True))
