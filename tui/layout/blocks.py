"""Blocks: how each paragraph stands on the screen, its lines and the names beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from texts.document import Document, Span
from texts.reading import Quotation, Reading
from texts.verbatim import Words, quoted_words
from tui.layout.columns import Columns, MarginPlace
from tui.layout.labels import Label, Speech, place_labels
from tui.layout.wrapping import Lines, count_lines, wrap

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

    @property
    def rows(self) -> int:
        """Rows of everything together."""
        return self.head + len(self.lines)

    def line_in(self, row: int) -> int:
        """The line in a row of the block, or the one nearest to it."""
        return max(0, min(row - self.head, len(self.lines) - 1))


class Blocks:
    """The blocks of a document, each laid out when it is first asked for, the latest kept."""

    def __init__(self, document: Document, reading: Reading | None, columns: Columns) -> None:
        self.document = document
        self.reading = reading
        self.columns = columns
        self._kept: dict[int, Block] = {}

    def is_like(self, other: Blocks) -> bool:
        """Whether both lay out the same in the same way."""
        return (
            self.document is other.document
            and self.reading is other.reading
            and self.columns == other.columns
        )

    def is_as_high_as(self, other: Blocks) -> bool:
        """Whether every paragraph takes the same rows in both; false where that is not known."""
        reads_alike = self.reading is other.reading or self.columns.place is not MarginPlace.ABOVE
        return reads_alike and self.document is other.document and self.columns == other.columns

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
        above = self.columns.place is MarginPlace.ABOVE and self.reading is not None
        return 2 if above and self._quotations(index) else 1

    def heads(self) -> list[int]:
        """The same of all paragraphs."""
        heads = [1] * len(self)
        if self.columns.place is MarginPlace.ABOVE and self.reading is not None:
            for number in self.reading.quoted_paragraphs:
                heads[number - 1] = 2
        return heads

    def count_lines(self, index: int) -> int:
        """How many lines a paragraph has; it is laid out only if it is so long that it shows."""
        span = self.document.paragraphs[index].span
        if len(span) > _LONG:
            return len(self[index].lines)
        return count_lines(self.document.text, self.columns.text, span.start, span.end)

    def _quotations(self, index: int) -> tuple[Quotation, ...]:
        return () if self.reading is None else self.reading.in_paragraph(index + 1)

    def _lay_out(self, index: int) -> Block:
        text = self.document.text
        span = self.document.paragraphs[index].span
        lines = wrap(text, self.columns.text, span.start, span.end)
        quotations = self._quotations(index)
        speech = quoted_words(text, span, quotations)
        labels: tuple[Label, ...] = ()
        if self.columns.place is not MarginPlace.HIDDEN:
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
        )
