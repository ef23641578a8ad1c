"""Overlay: the layers of spans over one line, split wherever anything begins or ends.

A layer is what `texts.spans.flatten` gives; that is done once for a paragraph, this for each line
that is drawn, and it looks only at the pieces that touch the line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

__all__ = ["overlay"]

Key = TypeVar("Key")


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
