"""Columns that a file draws line by line across the page: parted, and read one after the other.

A line that runs through two columns puts words of one sentence into another, and so into another's
mouth. Columns are told by a gap that comes again at one place; a table of names and a page of questions
and answers have such gaps too, but their sides are not about as wide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

__all__ = ["Gap", "Row", "Segment", "in_columns"]

_WIDE: Final = 1.2
"""So many times the size of the letters is no space between two words."""
_GRID: Final = 3.0
_FEWEST: Final = 4
_ABOUT: Final = 0.6
"""The narrower of two columns has at least so much of the width of the other."""


@dataclass(frozen=True, slots=True)
class Gap:
    """White space in a row: from where to where it is in the text, and on the page."""

    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line as the file draws it: its offsets in the text, its place, its gaps."""

    start: int
    end: int
    left: float
    right: float
    size: float
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a row that is a line of its own."""

    row: int
    start: int
    end: int


def in_columns(rows: Sequence[Row]) -> list[Segment]:
    """The lines of a page in the order in which they are read; most often its rows. O(n log n)."""
    gutter = _gutter(rows)
    whole = [Segment(number, row.start, row.end) for number, row in enumerate(rows)]
    if gutter is None:
        return whole
    found: list[Segment] = []
    left: list[Segment] = []
    right: list[Segment] = []
    for segment, row in zip(whole, rows, strict=True):
        gap = _gap_at(row, gutter)
        if gap is not None:
            left.append(Segment(segment.row, row.start, gap.start))
            right.append(Segment(segment.row, gap.end, row.end))
        elif (left or right) and row.right < gutter:
            left.append(segment)
        elif (left or right) and row.left >= gutter - _GRID:
            right.append(segment)
        else:
            # What goes across ends the columns above it.
            found += [*left, *right, segment]
            left, right = [], []
    return [*found, *left, *right]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the right one of two columns begins, if there are two that rows run through."""
    places = Counter(round(gap.right / _GRID) for row in rows for gap in _wide(row))
    for place, _ in places.most_common(3):
        # Two neighbours of the grid, for a place may lie between them.
        if places[place] + max(places[place - 1], places[place + 1]) < _FEWEST:
            continue
        at = place * _GRID
        parted = [(row, gap) for row in rows if (gap := _gap_at(row, at)) is not None]
        if len(parted) < _FEWEST:
            continue
        lefts = median(gap.left - row.left for row, gap in parted)
        rights = median(row.right - gap.right for row, gap in parted)
        if min(lefts, rights) >= _ABOUT * max(lefts, rights):
            return at
    return None


def _wide(row: Row) -> Iterator[Gap]:
    return (gap for gap in row.gaps if gap.right - gap.left > _WIDE * row.size)


def _gap_at(row: Row, place: float) -> Gap | None:
    return next((gap for gap in _wide(row) if abs(gap.right - place) <= 1.5 * _GRID), None)
