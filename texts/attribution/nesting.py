"""Nesting: no two spans of a document may cross; what does is cut back, or left out."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from texts.document import Span

__all__ = ["Nest", "uncrossed"]


def uncrossed(
    text: str,
    spans: Iterable[tuple[Span, int]],
    belongs: Callable[[int, Span], bool] = lambda _owner, _around: False,
) -> Iterator[tuple[Span, int]]:
    """The spans, each with its owner's number, so that any two are nested or apart.

    Of two that cross, the later one loses the words they share; or, if its owner `belongs` into
    the earlier one, all others. Spans left without a letter or digit are dropped. O(n log n).
    """
    waiting = [(span.start, -span.end, owner) for span, owner in spans]
    heapq.heapify(waiting)
    around: list[Span] = []
    while waiting:
        start, minus_end, owner = heapq.heappop(waiting)
        end = -minus_end
        while around and around[-1].end <= start:
            around.pop()
        if around and around[-1].end < end:
            if belongs(owner, around[-1]):
                heapq.heappush(waiting, (start, -around[-1].end, owner))
                continue
            start = around[-1].end
            while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
                start += 1
            if any(sign.isalnum() for sign in text[start:end]):
                heapq.heappush(waiting, (start, minus_end, owner))
            continue
        span = Span(start, end)
        around.append(span)
        yield span, owner


class Nest:
    """Spans that are nested or apart, to be asked whether another would cross them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """`spans` are sorted by (start, -end). O(n)."""
        self._spans = spans
        self._around: list[int] = []
        """Of each span, the number of the next one around it, or -1."""
        open_: list[int] = []
        for at, span in enumerate(spans):
            while open_ and spans[open_[-1]].end <= span.start:
                open_.pop()
            self._around.append(open_[-1] if open_ else -1)
            open_.append(at)

    def crosses(self, span: Span) -> bool:
        """Whether `span` shares words with one of them that neither holds it nor is held by it.

        O(log n), and as many steps as spans are nested around its ends.
        """
        return any(
            not held.covers(span) and not span.covers(held)
            for end in (span.start, span.end - 1)
            for held in self._holding(end)
        )

    def _holding(self, offset: int) -> Iterator[Span]:
        """The spans around the character at `offset`, innermost first."""
        at = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        while at >= 0:
            if self._spans[at].end > offset:
                yield self._spans[at]
            at = self._around[at]
