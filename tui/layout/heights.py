"""Heights: how many rows each paragraph takes, and which row belongs to which paragraph.

Opening must not wrap what nobody looks at, so heights begin as guesses and are put right later.
Running totals over the whole document would have to be rebuilt for every correction; kept by
blocks of paragraphs, only the totals of one block and the short row of block totals are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

__all__ = ["Heights", "guess_lines"]

_BLOCK = 256
_FILL = 0.97
"""How much of a line's width words fill on average."""


def guess_lines(lengths: Iterable[int], width: int) -> list[int]:
    """The likely number of lines of paragraphs of `lengths` characters; exact for one line."""
    full = max(1, int(width * _FILL))
    if full >= width:
        full = width
    return [1 if length <= width else -(-length // full) for length in lengths]


class Heights:
    """The rows of all paragraphs, in order. Every height is at least 1."""

    __slots__ = ("_blocks", "_rows", "_totals", "_within")

    def __init__(self, rows: Iterable[int]) -> None:
        self._rows = array("i", rows)
        self._blocks = [
            sum(self._rows[first : first + _BLOCK]) for first in range(0, len(self._rows), _BLOCK)
        ]
        self._totals: list[int] | None = None
        self._within: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> int:
        return self._rows[index]

    @property
    def total(self) -> int:
        """Rows of everything together."""
        return self._block_totals()[-1]

    def row_of(self, index: int) -> int:
        """The first row of a paragraph."""
        block, place = divmod(index, _BLOCK)
        return self._block_totals()[block] + self._totals_within(block)[place]

    def at(self, row: int) -> tuple[int, int]:
        """The paragraph a row belongs to, and which of its rows it is, from 0.

        Rows outside give the first or the last row there is. There must be a paragraph.
        """
        row = max(0, min(row, self.total - 1))
        totals = self._block_totals()
        block = bisect_right(totals, row) - 1
        row -= totals[block]
        within = self._totals_within(block)
        place = bisect_right(within, row) - 1
        return block * _BLOCK + place, row - within[place]

    def correct(self, index: int, rows: int) -> int:
        """Put the height of one paragraph right; gives by how much it changed."""
        change = rows - self._rows[index]
        if change:
            self._rows[index] = rows
            block = index // _BLOCK
            self._blocks[block] += change
            self._within.pop(block, None)
            self._totals = None
        return change

    def _block_totals(self) -> Sequence[int]:
        if self._totals is None:
            self._totals = list(accumulate(self._blocks, initial=0))
        return self._totals

    def _totals_within(self, block: int) -> Sequence[int]:
        totals = self._within.get(block)
        if totals is None:
            first = block * _BLOCK
            # Without the last total: that row belongs to the next block.
            rows = self._rows[first : first + _BLOCK]
            totals = list(accumulate(rows[:-1], initial=0))
            self._within[block] = totals
        return totals
