"""The ribbon: a whole document in a few slices of one size, and whose words are in each.

A slice is a share of the characters. Rows would do as well where they are known, but they change
with the window's width, and a ribbon that did would be no map.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from texts.document import Document, Span
from texts.reading import Mode, Quotation, Reading
from texts.verbatim import between_marks

__all__ = ["Mark", "Slice", "Slices", "Weighing", "slices_with"]


class Slices:
    """A text of `length` characters cut into `count` slices, both at least 1.

    Slice 0 begins at offset 0. Where there are more slices than characters, a character lies in
    several. All that is asked is O(1).
    """

    __slots__ = ("count", "length")

    def __init__(self, length: int, count: int) -> None:
        self.length = max(1, length)
        self.count = max(1, count)

    def at(self, offset: int) -> int:
        """The slice in which a character begins; outside the text, the first or the last."""
        return max(0, min(offset, self.length - 1)) * self.count // self.length

    def touched(self, span: Span) -> range:
        """The slices that hold some of a span that is not empty: never none."""
        first = self.at(span.start)
        after = -(-min(span.end, self.length) * self.count // self.length)
        return range(first, max(first + 1, after))

    def start(self, number: int) -> int:
        """The first character that begins in a slice, else the one that lies over it."""
        first = -(-number * self.length // self.count)
        if first * self.count < (number + 1) * self.length:
            return first
        return number * self.length // self.count


class Mark(NamedTuple):
    """What one voice says in a slice, in one manner."""

    voice: int | None
    """Index into `Reading.voices`, or `None` for those who are not known."""
    verbatim: bool
    """Whether these are the voice's own words, not the author's report of them."""
    weight: int
    """How much of the slice: characters, times the number of slices."""
    at: int
    """Where the first of these words in the slice stands, in the text."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Whose words are in a slice. Without marks they are the author's, or have no attribution."""

    marks: tuple[Mark, ...] = ()
    """Verbatim words before reported ones, then more before less."""
    is_read: bool = True
    """Whether its beginning has been read for voices."""

    @property
    def second(self) -> Mark | None:
        """What is worth showing beside the first mark: doubt, if there is any, else the next voice."""
        others = [mark for mark in self.marks[1:] if mark.voice != self.marks[0].voice]
        return next((mark for mark in others if mark.voice is None), others[0] if others else None)


class Weighing:
    """Goes through the quotations of a reading, as many at a time as there is time for.

    Nested words count for every voice whose words they are in. All of it takes time linear in the
    quotations, the slices, and the characters of quotations partly in marks; where quotations are
    nested, in the slices that each of them touches.
    """

    def __init__(self, document: Document, reading: Reading | None, count: int) -> None:
        self.slices = Slices(len(document.text), count)
        self._text = document.text
        self._tallies: list[dict[tuple[int | None, bool], tuple[int, int]]] = [
            {} for _ in range(self.slices.count)
        ]
        self._coming = iter(() if reading is None else reading.quotations)
        self._read_to = 0
        if reading is not None and reading.covers:
            if reading.covers < len(document.paragraphs):
                self._read_to = document.paragraphs[reading.covers - 1].span.end
            else:
                self._read_to = self.slices.length

    def go_on(self, most: int) -> bool:
        """Weigh quotations that touch at least `most` slices, or all; whether all are weighed."""
        touched = 0
        for quotation in self._coming:
            for span, verbatim in _words_of(quotation, self._text):
                touched += self._weigh(span, quotation.voice, verbatim)
            if touched >= most:
                return False
        return True

    def found(self) -> tuple[Slice, ...]:
        """The slices, as far as they are weighed."""
        return tuple(
            Slice(
                tuple(
                    sorted(
                        (Mark(*key, *tally) for key, tally in tallies.items()),
                        key=lambda mark: (-mark.verbatim, -mark.weight, mark.at),
                    )
                ),
                self.slices.start(number) < self._read_to,
            )
            for number, tallies in enumerate(self._tallies)
        )

    def _weigh(self, span: Span, voice: int | None, verbatim: bool) -> int:
        slices, key = self.slices, (voice, verbatim)
        count, length = slices.count, slices.length
        touched = slices.touched(span)
        for number in touched:
            start = max(span.start * count, number * length)
            end = min(span.end * count, (number + 1) * length)
            tallies = self._tallies[number]
            if (tally := tallies.get(key)) is not None:
                tallies[key] = tally[0] + end - start, tally[1]
            else:
                first = min(max(span.start, slices.start(number)), span.end - 1)
                tallies[key] = end - start, first
        return len(touched)


def _words_of(quotation: Quotation, text: str) -> Iterator[tuple[Span, bool]]:
    """The spans of a quotation, and whether each holds the voice's own words."""
    for span in quotation.spans:
        if quotation.mode is Mode.MIXED:
            yield span, False
            yield from ((marked, True) for marked in between_marks(text, span))
        else:
            yield span, quotation.mode is not Mode.INDIRECT


def slices_with(slices: Slices, places: Sequence[Span]) -> dict[int, int]:
    """Where the first of `places` in a slice begins, for each slice in which one does.

    `places` are in order. O(slices · log places).
    """
    found: dict[int, int] = {}
    at = 0
    while at < len(places):
        number = slices.at(places[at].start)
        found[number] = places[at].start
        at = bisect_left(places, number + 1, at, key=lambda place: slices.at(place.start))
    return found
