"""Keyboard travel between quotations: which one comes next, and which of how many it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from texts.reading import Certainty, Quotation, Reading

__all__ = ["Arrival", "Route", "here", "position_in_words", "travel", "unsure_in"]

UNSURE = frozenset({Certainty.INFERRED, Certainty.UNRESOLVED})
"""The certainties that a reader may want to check one by one."""


class Route(StrEnum):
    """Which quotations a journey stops at."""

    EVERY = "quotation"
    SAME_VOICE = "quotation of this voice"
    UNSURE = "unsure quotation"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A quotation that was reached, and whether the journey went over an end of the text."""

    quotation: Quotation
    wrapped: bool


def here(reading: Reading, offset: int) -> Quotation | None:
    """The innermost quotation that has the character at `offset`, or `None`."""
    number = reading.document.paragraphs.index_at(offset) + 1
    found = [q for q in reading.in_paragraph(number) if any(offset in span for span in q.spans)]
    return min(found, key=lambda q: q.end - q.start, default=None)


def travel(reading: Reading, offset: int, route: Route, direction: int) -> Arrival | None:
    """The next stop of a route from `offset`, forward (1) or backward (-1); `None` if it has none.

    Going on from the last stop leads to the first, and the arrival says so. On `SAME_VOICE` the
    voice is that of the quotation at `offset`, or else of the nearest one before it, or after it.
    """
    stops = _stops(reading, offset, route)
    if not stops:
        return None
    if direction > 0:
        ahead = next((q for q in stops if q.start > offset), None)
        return Arrival(ahead or stops[0], wrapped=ahead is None)
    standing = here(reading, offset)
    # From inside a quotation, backward leads to the one before it and not to its own beginning.
    edge = standing.start if standing else offset
    behind = next((q for q in reversed(stops) if q.start < edge), None)
    return Arrival(behind or stops[-1], wrapped=behind is None)


def _stops(reading: Reading, offset: int, route: Route) -> Sequence[Quotation]:
    if route is Route.EVERY:
        return reading.quotations
    if route is Route.UNSURE:
        return [q for q in reading.quotations if q.certainty in UNSURE]
    nearest = [*reading.before(offset + 1)[:1], *reading.after(offset)[:1]]
    standing = here(reading, offset) or next(iter(nearest), None)
    if standing is None or standing.voice is None:
        return ()
    return [reading.quotations[at] for at in reading.of_voice(standing.voice)]


def unsure_in(reading: Reading) -> int:
    """How many quotations a reader may want to check. O(n)."""
    return sum(q.certainty in UNSURE for q in reading.quotations)


def position_in_words(reading: Reading, quotation: Quotation) -> str:
    """``quotation 3 of 8 · voice 2 of 4``: which it is, and which of its voice's own. O(log n)."""
    at = reading.position(quotation)
    words = f"quotation {at + 1:,} of {len(reading.quotations):,}"
    if quotation.voice is None:
        return words
    own = reading.of_voice(quotation.voice)
    return f"{words} · voice {bisect_left(own, at) + 1:,} of {len(own):,}"
