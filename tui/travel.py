"""Keyboard travel: which stop comes next on a way through the text, and which of how many it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from texts.reading import Certainty, Quotation, Reading, Voice

__all__ = [
    "Arrival",
    "Route",
    "Step",
    "Stop",
    "found_again",
    "here",
    "place_in_words",
    "position_in_words",
    "step_along",
    "step_from",
    "step_in_words",
    "travel",
    "unsure_in",
]

UNSURE = frozenset({Certainty.INFERRED, Certainty.UNRESOLVED})
"""The certainties that a reader may want to check one by one."""
_ENDS = {1: "went on from the top", -1: "went on from the end"}
"""What is said when a journey forward (1) or backward (-1) passes an end of the text."""
_LAST = {1: "last", -1: "first"}


class Stop(Protocol):
    """What a move can lead to."""

    @property
    def start(self) -> int:
        """Offset into the document's text."""


class Route(StrEnum):
    """Which quotations a journey stops at."""

    EVERY = "quotation"
    SAME_VOICE = "quotation of this voice"
    UNSURE = "unsure quotation"


@dataclass(frozen=True, slots=True)
class Step:
    """Where a move by a count of stops leads."""

    at: int
    """Which stop it is, from 0."""
    of: int
    """How many stops there are."""
    wrapped: bool = False
    """Whether there was none ahead, so that it went on from the other end."""
    done: int = 1
    """How many stops on it is."""
    lacking: int = 0
    """How many more were asked for than there are."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A quotation that was reached, and how."""

    quotation: Quotation
    step: Step


def step_along(nearest: int, of: int, direction: int, count: int = 1) -> Step | None:
    """The `count`-th of `of` stops forward (1) or backward (-1), `nearest` being the first of them.

    Where even the nearest is beyond the end, counting begins at the other end; otherwise a count
    that is too high leads to the last stop. `None` if there is no stop.
    """
    if not of:
        return None
    wrapped = not 0 <= nearest < of
    if wrapped:
        nearest = 0 if direction > 0 else of - 1
    there_are = of - nearest if direction > 0 else nearest + 1
    done = min(count, there_are)
    return Step(nearest + direction * (done - 1), of, wrapped, done, count - done)


def step_from(offset: int, stops: Sequence[Stop], direction: int, count: int = 1) -> Step | None:
    """As `step_along`, from an offset, to stops in the order of where they start. O(log n)."""
    if direction > 0:
        nearest = bisect_right(stops, offset, key=_start)
    else:
        nearest = bisect_left(stops, offset, key=_start) - 1
    return step_along(nearest, len(stops), direction, count)


def _start(stop: Stop) -> int:
    return stop.start


def step_in_words(step: Step, direction: int, stop: str) -> str:
    """What has to be said of a step, `stop` being what it leads to; empty if it went as asked."""
    told = [_ENDS[direction]] if step.wrapped else []
    if step.lacking:
        told.append(f"only {step.done:,} on: the {_LAST[direction]} {stop}")
    return " · ".join(told)


def here(reading: Reading, offset: int) -> Quotation | None:
    """The innermost quotation that has the character at `offset`, or `None`."""
    number = reading.document.paragraphs.index_at(offset) + 1
    found = [q for q in reading.in_paragraph(number) if any(offset in span for span in q.spans)]
    return min(found, key=lambda q: q.end - q.start, default=None)


def travel(
    reading: Reading, offset: int, route: Route, direction: int, count: int = 1
) -> Arrival | None:
    """The `count`-th stop of a route from `offset`, forward (1) or backward (-1).

    `None` if the route has no stop. On `SAME_VOICE` the voice is that of the quotation at `offset`,
    or else of the nearest one before it, or after it.
    """
    stops = _stops(reading, offset, route)
    standing = here(reading, offset)
    # From inside a quotation, backward leads to the one before it and not to its own beginning.
    edge = standing.start if standing and direction < 0 else offset
    step = step_from(edge, stops, direction, count)
    return None if step is None else Arrival(stops[step.at], step)


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


def found_again(voice: Voice, reading: Reading) -> Voice | None:
    """A voice of another reading of the same text, in this one: its number may have changed.

    `None` if nobody is called so. Linear in the voices.
    """
    if voice.number < len(reading.voices) and reading.voices[voice.number] == voice:
        return voice
    return next((one for one in reading.voices if one.name == voice.name), None)


def unsure_in(reading: Reading) -> int:
    """How many quotations a reader may want to check."""
    return sum(reading.certainties.get(certainty, 0) for certainty in UNSURE)


def position_in_words(reading: Reading, quotation: Quotation) -> str:
    """``quotation 3 of 8 · voice 2 of 4``: which it is, and which of its voice's own. O(log n)."""
    at = reading.position(quotation)
    words = f"quotation {at + 1:,} of {len(reading.quotations):,}"
    if quotation.voice is None:
        return words
    own = reading.of_voice(quotation.voice)
    return f"{words} · voice {bisect_left(own, at) + 1:,} of {len(own):,}"


def place_in_words(reading: Reading, offset: int) -> str:
    """As `position_in_words`; outside of all quotations, after which one it is. O(log n)."""
    quotation = here(reading, offset)
    if quotation is not None:
        return position_in_words(reading, quotation)
    count = len(reading.quotations)
    before = bisect_right(reading.quotations, offset, key=_start)
    if not count:
        return ""
    return (
        f"after quotation {before:,} of {count:,}" if before else f"before all {count:,} quotations"
    )
