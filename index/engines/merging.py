"""Which segments of an index to write together, so that they stay few and adding stays linear.

Segments fall into levels, each of segments up to eight times as large as the one below. Once a
level has eight, the next change writes them together into one, which then mostly belongs to the
level above; so a paragraph is written again at most once a level, and there are at most seven
segments a level, besides those that are full. A full one is not touched, however many there are:
that is what bounds the memory of a change, and its time. A segment of which more is deleted than
left counts as what is left.

This is the log-structured merge of O'Neil et al. (Acta Informatica 33, 1996) with a bound on top.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["FULL", "MOST", "to_merge", "within_bounds"]

FULL = 1 << 18
"""Words from which on a segment is left as it is."""
MOST = 8
"""Segments that a level has when it is merged."""
_BITS = 3  # of a length, that make one level


def to_merge(words: Sequence[int], left: Sequence[int], full: int | None = None) -> list[int]:
    """Which segments to write again, together; their indexes.

    `words` of each segment are those that were written, `left` those not deleted since. What is
    chosen has fewer than twice `full` (or `FULL`) words left. O(n log n) in the segments.
    """
    full = full or FULL
    levels: dict[int, list[int]] = {}
    chosen: list[int] = []
    for at, size in enumerate(left):
        if size * 2 < words[at]:
            chosen.append(at)
        elif size < full:
            levels.setdefault(size.bit_length() // _BITS, []).append(at)
    for level in levels.values():
        if len(level) >= MOST:
            chosen += level
    return within_bounds(chosen, left, full)


def within_bounds(chosen: list[int], left: Sequence[int], full: int) -> list[int]:
    """As many of them as may be written at once, the smallest first."""
    total = 0
    some: list[int] = []
    for at in sorted(chosen, key=left.__getitem__):
        total += left[at]
        if some and total >= 2 * full:
            break
        some.append(at)
    return some
