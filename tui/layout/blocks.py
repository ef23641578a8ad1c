"""Blocks: how each paragraph stands on the screen, its lines and the names beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from texts.document import Document, Span
from texts.reading import Quotation, Reading
from texts.verbatim import Words, quoted_words
from tui.layout.bidi import Directions
from tui.layout.cells import cell_of
from tui.layout.columns import Columns, MarginPlace
from tui.layout.labels import Label, Speech, place_labels
from tui.layout.wrapping import BLANKS, Lines, count_lines, wrap

__all__ = ["Block", "Blocks"]

_KEPT = 200
_LONG = 20_000
"""Characters of a paragraph that is not wrapped twice."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph on the screen: a blank row, perhaps a row of names, then its lines."""

    span: Span
    lines: Lines
    head: int
    """Rows above the first line."""
    quotations: tuple[Quotation, ...]
    speech: Sequence[tuple[int, int, Words]]
    """Its quoted words as pieces ``(start, end, words)``, in order, none over another."""
    labels: Mapping[int, Label]
    """The names in the margin, by line."""
    alone: bool = False
    """Whether nothing else stands on its rows, as words need that the terminal turns."""

    @property
    def rows(self) -> int:
        """Rows of everything together."""
        return self.head + len(self.lines)

    def line_in(self, row: int) -> int:
        """The line in a row of the block, or the one nearest to it."""
        return max(0, min(row - self.head, len(self.lines) - 1))


class Blocks:
    """The blocks of a document, each laid out when it is first asked for, the latest kept."""

    def __init__(
        self,
        document: Document,
        reading: Reading | None,
        columns: Columns,
        directions: Directions | None = None,
    ) -> None:
        """With `directions`, paragraphs from right to left stand alone on their rows, at the right."""
        self.document = document
        self.reading = reading
        self.columns = columns
        self._directions = directions
        self._named_above: frozenset[int] | None = None
        self._kept: dict[int, Block] = {}

    def is_like(self, other: Blocks) -> bool:
        """Whether both lay out the same in the same way."""
        return (
            self.document is other.document
            and self.reading is other.reading
            and self.columns == other.columns
            and self._directions is other._directions
        )

    def is_as_high_as(self, other: Blocks) -> bool:
        """Whether every paragraph takes the same rows in both; false where that is not known."""
        return (
            self.document is other.document
            and self.columns == other.columns
            and self._directions is other._directions
            and (
                self.reading is other.reading or self._all_named_above() == other._all_named_above()
            )
        )

    def __len__(self) -> int:
        return len(self.document.paragraphs)

    def __getitem__(self, index: int) -> Block:
        block = self._kept.get(index)
        if block is None:
            block = self._lay_out(index)
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[index] = block
        return block

    def head(self, index: int) -> int:
        """Rows above the first line of a paragraph, without laying it out."""
        return 2 if self._is_named_above(index) and self._quotations(index) else 1

    def heads(self) -> list[int]:
        """The same of all paragraphs."""
        heads = [1] * len(self)
        for index in self._all_named_above():
            heads[index] = 2
        return heads

    def indent(self, index: int, line: int) -> int:
        """Cells before the words of a line: what it lacks, where words begin at the right."""
        block = self[index]
        if not block.alone:
            return 0
        text = self.document.text
        start, end = block.lines.bounds(line)
        words = len(text[start:end].rstrip(BLANKS))
        return max(0, self.columns.text - cell_of(text, start, start + words))

    def count_lines(self, index: int) -> int:
        """How many lines a paragraph has; it is laid out only if it is so long that it shows."""
        span = self.document.paragraphs[index].span
        if len(span) > _LONG:
            return len(self[index].lines)
        return count_lines(self.document.text, self.columns.text, span.start, span.end)

    def _is_alone(self, index: int) -> bool:
        return self._directions is not None and self._directions[index]

    def _is_named_above(self, index: int) -> bool:
        """Whether the voices of a paragraph, if it has any, are named on a row above it."""
        place = self.columns.place
        return place is MarginPlace.ABOVE or (place is MarginPlace.BESIDE and self._is_alone(index))

    def _all_named_above(self) -> frozenset[int]:
        """The paragraphs with a row of names."""
        if self._named_above is None:
            place = self.columns.place
            quoted: Collection[int] = ()
            if self.reading is not None and (
                place is MarginPlace.ABOVE or self._directions is not None
            ):
                quoted = self.reading.quoted_paragraphs
            is_above = place is MarginPlace.ABOVE
            self._named_above = frozenset(
                number - 1 for number in quoted if is_above or self._is_named_above(number - 1)
            )
        return self._named_above

    def _quotations(self, index: int) -> tuple[Quotation, ...]:
        return () if self.reading is None else self.reading.in_paragraph(index + 1)

    def _lay_out(self, index: int) -> Block:
        text = self.document.text
        span = self.document.paragraphs[index].span
        lines = wrap(text, self.columns.text, span.start, span.end)
        quotations = self._quotations(index)
        speech = quoted_words(text, span, quotations)
        labels: tuple[Label, ...] = ()
        alone = self._is_alone(index)
        place = self.columns.place
        if place is MarginPlace.ABOVE or (place is MarginPlace.BESIDE and not alone):
            labels = place_labels(
                lines,
                [
                    Speech(
                        start,
                        end,
                        (quotations[words.quotation].voice, quotations[words.quotation].certainty),
                        words.quotation,
                    )
                    for start, end, words in speech
                ],
            )
        return Block(
            span,
            lines,
            self.head(index),
            quotations,
            speech,
            {label.line: label for label in labels},
            alone,
        )
