"""What is remembered of each text that was read: the place, and the reader's marks in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from texts.document import Document
from tui.spots import Finder, Spot, spot_in

__all__ = ["Recalled", "Remembered", "is_mark", "recall", "remember"]

_MOST_MARKS: Final = 62


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of one text, as it was; a mapping gives it by the digest of the file's bytes."""

    place: Spot
    marks: Mapping[str, Spot] = field(default_factory=dict)
    """By its letter."""
    path: str | None = None
    """The file's absolute path: the second key, for when it has been edited."""


@dataclass(slots=True)
class Recalled:
    """The same as offsets into the text as it is now."""

    offset: int = 0
    marks: dict[str, int] = field(default_factory=dict)


def is_mark(letter: str) -> bool:
    """Whether a mark can be called so: one letter or digit of ASCII."""
    return len(letter) == 1 and letter.isascii() and letter.isalnum()


def remember(
    document: Document, path: str | None, offset: int, marks: Mapping[str, int]
) -> Remembered:
    """What is to be kept of a text; at most 62 marks, which is all letters and digits."""
    finder = Finder(document)
    kept = {
        letter: spot_in(document, at, finder)
        for letter, at in list(marks.items())[:_MOST_MARKS]
        if is_mark(letter)
    }
    return Remembered(spot_in(document, offset, finder), kept, path)


def recall(
    remembered: Mapping[str, Remembered], document: Document, path: str | None
) -> Recalled | None:
    """The place and the marks in a document; `None` where it was never read.

    A file whose bytes were never met is looked for by its path, and its spots by the digests of
    the words around them.
    """
    last = max(0, len(document.text) - 1)
    same = remembered.get(document.digest)
    if same is not None:
        marks = {letter: min(spot.offset, last) for letter, spot in same.marks.items()}
        return Recalled(min(same.place.offset, last), marks)
    earlier = [one for one in remembered.values() if path is not None and one.path == path]
    if not earlier:
        return None
    finder = Finder(document)
    marks = {letter: finder.offset_of(spot) for letter, spot in earlier[-1].marks.items()}
    return Recalled(finder.offset_of(earlier[-1].place), marks)
