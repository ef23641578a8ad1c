"""Spots: places that are kept between sessions, and found again in a text that was edited meanwhile.

No word of a text is kept: of a spot's paragraph and of its two neighbours there is a short digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from texts.document import Document

__all__ = ["Finder", "Spot", "spot_in"]

_BYTES: Final = 6
_FAR: Final = 2_000
"""So many paragraphs before and after the old number are looked at, and no more."""

_OWN: Final = 3
_WHOLE: Final = _OWN + 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text as it was."""

    offset: int
    """Offset into the text; it is all that is needed while the text is the same."""
    paragraph: int | None = None
    """The index of the paragraph, from 0; `None` where only the offset was kept."""
    character: int = 0
    """Characters between the beginning of the paragraph and the place."""
    prints: tuple[str, str, str] = ("", "", "")
    """Digests of the words of the paragraph before, this one, and the next; empty for none."""


class Finder:
    """Prints of a document's paragraphs, each made once when it is first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._prints: dict[int, str] = {}

    def print_of(self, index: int) -> str:
        """The digest of the words of a paragraph, whatever their case and spacing; empty for none."""
        paragraphs = self._document.paragraphs
        if not 0 <= index < len(paragraphs):
            return ""
        if index not in self._prints:
            words = " ".join(self._document.words_of(paragraphs[index].span).casefold().split())
            digest = hashlib.blake2b(words.encode(errors="surrogatepass"), digest_size=_BYTES)
            self._prints[index] = digest.hexdigest()
        return self._prints[index]

    def offset_of(self, spot: Spot) -> int:
        """Where a spot of another state of this document is now.

        It is in the paragraph of the same words, of several in the one with the same neighbours,
        then in the nearest; where there is none, in the one between the same neighbours, or beside
        one of them; else in the one of the same number. Looks at no more than 4,000 paragraphs.
        """
        paragraphs = self._document.paragraphs
        if not paragraphs:
            return 0
        if spot.paragraph is None:
            return self._clamped(spot.offset)
        span = paragraphs[self._index_of(spot, spot.paragraph)].span
        return min(span.start + spot.character, max(span.start, span.end - 1))

    def _index_of(self, spot: Spot, number: int) -> int:
        best, likeness = max(0, min(number, len(self._document.paragraphs) - 1)), 0
        for index in self._outwards(number):
            found = self._likeness(index, spot.prints)
            if found > likeness:
                best, likeness = index, found
            if likeness == _WHOLE:
                break
        return best

    def _likeness(self, index: int, prints: tuple[str, str, str]) -> int:
        """Its own words count for more than both neighbours, so that a moved paragraph is found."""
        before, own, after = prints
        return (
            (self.print_of(index - 1) == before)
            + _OWN * (self.print_of(index) == own)
            + (self.print_of(index + 1) == after)
        )

    def _outwards(self, number: int) -> Iterator[int]:
        count = len(self._document.paragraphs)
        number = max(0, min(number, count - 1))
        yield number
        for distance in range(1, _FAR + 1):
            for index in (number - distance, number + distance):
                if 0 <= index < count:
                    yield index

    def _clamped(self, offset: int) -> int:
        return max(0, min(offset, len(self._document.text) - 1))


def spot_in(document: Document, offset: int, finder: Finder | None = None) -> Spot:
    """What is to be kept of an offset of a document."""
    if not document.paragraphs:
        return Spot(offset)
    finder = finder or Finder(document)
    index = document.paragraphs.index_at(offset)
    prints = (finder.print_of(index - 1), finder.print_of(index), finder.print_of(index + 1))
    within = max(0, offset - document.paragraphs[index].span.start)
    return Spot(offset, index, within, prints)
