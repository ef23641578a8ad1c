"""Nesting: no two spans of a document may cross; what does is cut back."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from texts.document import Span

__all__ = ["uncrossed"]


def uncrossed(text: str, spans: Iterable[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """The spans, each with its owner's number, so that any two are nested or apart.

    Of two that cross, the later one loses the words they share. Spans left without a letter or
    digit are dropped. O(n log n).
    """
    waiting = [(span.start, -span.end, owner) for span, owner in spans]
    heapq.heapify(waiting)
    around: list[int] = []
    while waiting:
        start, minus_end, owner = heapq.heappop(waiting)
        end = -minus_end
        while around and around[-1] <= start:
            around.pop()
        if around and around[-1] < end:
            start = around[-1]
            while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
                start += 1
            if any(sign.isalnum() for sign in text[start:end]):
                heapq.heappush(waiting, (start, minus_end, owner))
            continue
        around.append(end)
        yield Span(start, end), owner
