"""Spans that may nest and overlap, made into pieces that do neither."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeVar

__all__ = ["flatten"]

Key = TypeVar("Key")


def flatten(spans: Iterable[tuple[int, int, Key]]) -> list[tuple[int, int, Key]]:
    """Pieces ``(start, end, key)`` that do not overlap, in order, each with its innermost key.

    Of the spans over a place the innermost is the one that begins last; of those that begin
    together the shortest; of equal ones the last given. Neighbours with one key are joined, and
    empty spans vanish. O(n log n), whatever the nesting.
    """
    ordered = sorted(
        ((start, end, at, key) for at, (start, end, key) in enumerate(spans) if start < end),
        key=lambda span: (span[0], -span[1], span[2]),
    )
    edges = sorted({edge for start, end, _, _ in ordered for edge in (start, end)})
    pieces: list[tuple[int, int, Key]] = []
    open_: list[tuple[int, int, int, Key]] = []
    coming = iter(ordered)
    following = next(coming, None)
    rank = 0
    for here, there in pairwise(edges):
        while following is not None and following[0] <= here:
            # Rising ranks follow the order above: the last one in is the innermost.
            heappush(open_, (-rank, following[1], rank, following[3]))
            rank += 1
            following = next(coming, None)
        while open_ and open_[0][1] <= here:
            heappop(open_)
        if not open_:
            continue
        key = open_[0][3]
        if pieces and pieces[-1][1] == here and pieces[-1][2] == key:
            pieces[-1] = (pieces[-1][0], there, key)
        else:
            pieces.append((here, there, key))
    return pieces
