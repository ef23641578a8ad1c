"""Places on the command line: ``report.txt:212`` is paragraph 212, ``report.txt#nine days`` its words."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from texts.document import Document, Paragraph
from texts.loading import file_of
from tui.errors import UserError

__all__ = ["paragraph_of", "place_of_words", "split_place", "split_words"]

_WITH_PARAGRAPH: Final = re.compile(r"(?P<path>.+):(?P<number>\d{1,9})", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]+")
_NO_WORDS: Final = r"[\W_]++"


def split_place(given: str) -> tuple[str, int | None]:
    """The path, and the number of the paragraph if there is one.

    A file that is called just ``report.txt:212`` goes before paragraph 212 of another.
    """
    match = _WITH_PARAGRAPH.fullmatch(given)
    if match is None or os.path.exists(given):
        return given, None
    return match["path"], int(match["number"])


def split_words(given: str) -> tuple[str, str | None]:
    """The path of a file that is there, and the words after its ``#`` if there are any.

    A file that is called just so goes before words of another. Either may hold ``#`` itself.
    """
    at = -1 if os.path.exists(given) else given.find("#")
    while at >= 0:
        if given[at + 1 :].strip() and os.path.isfile(file_of(Path(given[:at]))):
            return given[:at], given[at + 1 :]
        at = given.find("#", at + 1)
    return given, None


def paragraph_of(document: Document, number: int) -> Paragraph:
    """The paragraph with a number, from 1; a `UserError` if there is none."""
    if not 1 <= number <= len(document.paragraphs):
        raise UserError(
            f"{document.name} has paragraphs 1 to {len(document.paragraphs)}; there is no {number}."
        )
    return document.paragraphs[number - 1]


def place_of_words(text: str, words: str, near: int = 0) -> int | None:
    """Where words stand one after the other, nearest to the offset `near`; `None` if nowhere.

    Signs, spaces, line ends and case between and in them do not matter, so that words copied
    from a page are found in its text. Words without a letter or digit stand nowhere. Linear.
    """
    parts = [re.escape(part) for part in _WORD.findall(words)]
    if not parts:
        return None
    phrase = re.compile(rf"(?<![^\W_]){_NO_WORDS.join(parts)}(?![^\W_])", re.IGNORECASE)
    starts = (match.start() for match in phrase.finditer(text))
    return min(starts, key=lambda at: abs(at - near), default=None)
