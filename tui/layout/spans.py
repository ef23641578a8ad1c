"""Spans: what lies over a line of text, split wherever anything begins or ends.

Two steps. `flatten` makes one layer of spans that may nest and overlap into pieces that do not;
it is done once for a paragraph. `overlay` lays such layers over one line; it is done for each
line that is drawn, and looks only at the pieces that touch the line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import TypeVar

__all__ = ["flatten", "overlay"]

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


def overlay(
    start: int, end: int, layers: Sequence[Sequence[tuple[int, int, Key]]]
) -> list[tuple[int, int, tuple[Key, ...]]]:
    """``[start, end)`` in pieces, each with the keys over it, lowest layer first.

    A layer is what `flatten` gives. O(log n) for finding the place in each layer, and linear in
    the pieces that touch the line.
    """
    touching: list[Sequence[tuple[int, int, Key]]] = []
    edges = {start, end}
    for layer in layers:
        first = max(0, bisect_right(layer, start, key=_begin) - 1)
        last = bisect_right(layer, end - 1, key=_begin)
        found = [piece for piece in layer[first:last] if piece[1] > start]
        if found:
            touching.append(found)
            for piece in found:
                edges.add(max(start, piece[0]))
                edges.add(min(end, piece[1]))
    ordered = sorted(edges)
    cursors = [0] * len(touching)
    pieces: list[tuple[int, int, tuple[Key, ...]]] = []
    for here, there in pairwise(ordered):
        keys: list[Key] = []
        for number, layer in enumerate(touching):
            while cursors[number] < len(layer) and layer[cursors[number]][1] <= here:
                cursors[number] += 1
            if cursors[number] < len(layer) and layer[cursors[number]][0] <= here:
                keys.append(layer[cursors[number]][2])
        pieces.append((here, there, tuple(keys)))
    return pieces


def _begin(piece: tuple[int, int, object]) -> int:
    return piece[0]
