"""Rows: where in a long document each line stands, without measuring all of it first.

Heights begin as guesses. Those of the paragraphs around what is looked at are put right before
they are drawn (`settle`), the others a little at a time (`measure`); all at once then replace the
guesses, so that rows move only once.
"""

from __future__ import annotations

from array import array
from time import perf_counter

from tui.layout.anchors import Anchor, Place
from tui.layout.blocks import Blocks
from tui.layout.cells import cell_of, offset_at
from tui.layout.heights import Heights, guess_lines
from tui.layout.wrapping import BLANKS

__all__ = ["Measured", "Rows"]

_MEASURED_AT_ONCE = 200_000
"""Documents of no more characters are measured as a whole from the start."""
_WIDTHS_KEPT = 4

Measured = dict[int, "array[int]"]
"""The number of lines of every paragraph of one document, by the width of the text."""


class Rows:
    """The rows of a document, from 0, in one arrangement of columns."""

    def __init__(self, blocks: Blocks, measured: Measured) -> None:
        """`measured` is kept by the caller as long as the document, and added to."""
        self.blocks = blocks
        self._measured = measured
        self._width = blocks.columns.text
        self._counting: array[int] = array("i")
        count = len(blocks)
        known = measured.get(self._width)
        if known is None and len(blocks.document.text) <= _MEASURED_AT_ONCE:
            known = array("i", map(blocks.count_lines, range(count)))
            self._keep(known)
        lines = (
            known
            if known is not None
            else guess_lines(blocks.document.paragraphs.lengths(), self._width)
        )
        self._exact = bytearray(count) if known is None else None
        self._heights = self._with_heads(lines)
        self._wrong = 0
        """How many heights were guessed wrong, of those that are right now."""

    @property
    def is_exact(self) -> bool:
        """Whether every height is right."""
        return self._exact is None

    @property
    def total(self) -> int:
        """Rows of the whole document, exact once `measure` has said so."""
        return self._heights.total

    def at(self, row: int) -> tuple[int, int]:
        """The paragraph in a row, and which row of its block that is."""
        return self._heights.at(row)

    def line_at(self, row: int) -> tuple[int, int]:
        """The paragraph in a row, and the line there or nearest to it."""
        index, within = self._heights.at(row)
        return index, self.blocks[index].line_in(within)

    def line_of(self, place: Place) -> tuple[int, int]:
        """The paragraph of a place, and its line."""
        block = self.blocks[place.paragraph_index]
        return place.paragraph_index, block.lines.at(place.offset)

    def row_of(self, place: Place) -> int:
        """The row of the line that holds a place."""
        index, line = self.line_of(place)
        return self._heights.row_of(index) + self.blocks[index].head + line

    def place_in(self, index: int, line: int, cell: int) -> Place:
        """The place in a cell of a line, or the nearest there is."""
        text = self.blocks.document.text
        start, end = self.blocks[index].lines.bounds(line)
        words = text[start:end].rstrip(BLANKS)
        cell -= self.blocks.indent(index, line)
        return Place(index, offset_at(text, start, start + len(words), cell))

    def cell_of(self, place: Place) -> int:
        """The cell of its line in which a place stands."""
        index, line = self.line_of(place)
        start, _ = self.blocks[index].lines.bounds(line)
        before = cell_of(self.blocks.document.text, start, place.offset)
        return self.blocks.indent(index, line) + before

    def step(self, place: Place, count: int) -> tuple[int, int]:
        """The paragraph and line `count` lines of text further, as far as there are any."""
        index, line = self.line_of(place)
        for _ in range(abs(count)):
            line += 1 if count > 0 else -1
            if line < 0:
                if index == 0:
                    return 0, 0
                index -= 1
                line = len(self.blocks[index].lines) - 1
            elif line == len(self.blocks[index].lines):
                if index + 1 == len(self.blocks):
                    return index, line - 1
                index, line = index + 1, 0
        return index, line

    def anchor_at(self, row: int) -> Anchor:
        """The anchor of a window whose top row this is."""
        index, within = self._heights.at(row)
        block = self.blocks[index]
        line = block.line_in(within)
        return Anchor(Place(index, block.lines.starts[line]), block.head + line - within)

    def row_of_anchor(self, anchor: Anchor) -> int:
        """The top row of a window with this anchor."""
        return self.row_of(anchor.place) - anchor.above

    def height(self, index: int) -> int:
        """How many rows a paragraph takes, as far as it is known."""
        return self._heights[index]

    def settle(self, index: int, above: int, below: int) -> bool:
        """Put right the heights of a paragraph and of those within so many rows of it.

        Whether any was wrong.
        """
        if self._exact is None:
            return False
        wrong = self._wrong
        rows = -self._settled_height(index)
        for at in range(index, len(self.blocks)):
            rows += self._settled_height(at)
            if rows > below:
                break
        rows = 0
        for at in range(index - 1, -1, -1):
            rows += self._settled_height(at)
            if rows > above:
                break
        return self._wrong != wrong

    def measure(self, seconds: float) -> bool:
        """Measure paragraphs for some time; whether every height is right now.

        Until then rows stay what they are. A caller that keeps a place on the screen has to find
        its row again when the answer becomes true.
        """
        if self._exact is None:
            return True
        stop = perf_counter() + seconds
        lines, count = self._counting, len(self.blocks)
        while len(lines) < count:
            if perf_counter() > stop:
                return False
            lines.append(self.blocks.count_lines(len(lines)))
        self._keep(lines)
        self._heights = self._with_heads(lines)
        self._exact = None
        return True

    def _settled_height(self, index: int) -> int:
        if self._exact is not None and not self._exact[index]:
            self._wrong += self._heights.correct(index, self.blocks[index].rows) != 0
            self._exact[index] = 1
        return self._heights[index]

    def _with_heads(self, lines: array[int] | list[int]) -> Heights:
        return Heights(map(int.__add__, lines, self.blocks.heads()))

    def _keep(self, lines: array[int]) -> None:
        while len(self._measured) >= _WIDTHS_KEPT:
            del self._measured[next(iter(self._measured))]
        self._measured[self._width] = lines
