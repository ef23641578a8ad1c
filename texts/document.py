"""A document: its text, cut into paragraphs, with offsets that stay those of the file."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import overload

__all__ = ["Document", "Origin", "Paragraph", "ParagraphKind", "Paragraphs", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets ``[start, end)`` into `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


class ParagraphKind(StrEnum):
    """What a paragraph is by its form and its place, before anyone asks whose words it holds."""

    PROSE = "prose"
    HEADING = "heading"
    FURNITURE = "furniture"
    """What a site puts around an article: breadcrumbs, menus, share buttons. Not prose."""
    BLOCK_QUOTE = "block quote"
    """Verbatim words set apart by layout: Markdown's ``>``, a page's block quote, a mail's ``>``."""
    FOOTNOTE = "footnote"
    """A note to the text, kept apart from it: all notes stand after the last paragraph."""


_KINDS = tuple(ParagraphKind)
_CODES = {kind: code for code, kind in enumerate(_KINDS)}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its number, counted from 1 as on the screen, its span and its kind.

    The span has neither the line end nor white space at either side, so it is never empty.
    """

    number: int
    span: Span
    kind: ParagraphKind = ParagraphKind.PROSE


class Paragraphs(Sequence[Paragraph]):
    """All paragraphs of a document, in order, held as bare numbers until one is asked for.

    A hundred thousand objects cost more than all the rest of opening a document, so a
    `Paragraph` is made when it is looked at. Index 0 is paragraph number 1.
    """

    __slots__ = ("_ends", "_kinds", "_starts")

    def __init__(
        self,
        starts: Iterable[int],
        ends: Iterable[int],
        kinds: Iterable[ParagraphKind] | None = None,
    ) -> None:
        self._starts = array("q", starts)
        self._ends = array("q", ends)
        if kinds is None:
            self._kinds = bytes(len(self._starts))
        else:
            self._kinds = bytes(_CODES[kind] for kind in kinds)
        if not len(self._starts) == len(self._ends) == len(self._kinds):
            raise ValueError("starts, ends and kinds must be of one length")

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...
    @overload
    def __getitem__(self, index: slice) -> list[Paragraph]: ...
    def __getitem__(self, index: int | slice) -> Paragraph | list[Paragraph]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(f"paragraph index {index} out of range")
        return Paragraph(at + 1, Span(self._starts[at], self._ends[at]), _KINDS[self._kinds[at]])

    def of_kind(self, kind: ParagraphKind) -> list[Paragraph]:
        """The paragraphs of a kind, in order. O(n), but the others cost next to nothing."""
        code = _CODES[kind]
        found: list[Paragraph] = []
        at = self._kinds.find(code)
        while at >= 0:
            found.append(self[at])
            at = self._kinds.find(code, at + 1)
        return found

    def lengths(self) -> list[int]:
        """The number of characters of each paragraph, without making any of them. O(n)."""
        return [end - start for start, end in zip(self._starts, self._ends, strict=True)]

    def index_at(self, offset: int) -> int:
        """The index of the paragraph that holds `offset`, or of the nearest one before it.

        Offsets before the first paragraph give 0. O(log n). There must be a paragraph.
        """
        return max(0, bisect_right(self._starts, offset) - 1)


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of where a text comes from. What is not known is `None`."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    date: str | None = None
    address: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """What is read.

    `text` is the file as it decodes, harmless: each control or bidirectional override character
    has been replaced by one visible sign, so `text` and `decoded` have the same length and an
    offset means the same place in both. `decoded` is literally what the file says. It is for
    exact output that escapes such characters (JSON) and for nothing that is drawn or printed.

    Of a file that is not plain text, what the file says is the text that was taken out of it: its
    paragraphs in order, each on a line of its own with a blank line between, the notes last.
    """

    name: str
    """The path as it was given, or ``-`` for standard input."""
    text: str
    decoded: str
    encoding: str
    """How the bytes were read, in words for the reader: ``UTF-8``, ``Windows-1252`` …"""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal digits."""
    paragraphs: Paragraphs
    origin: Origin = Origin()
    format: str = "plain text"
    """What the file is, in words for the reader: ``plain text``, ``Markdown``, ``PDF`` …"""
    hyphens: tuple[int, ...] = ()
    """The map from a page's lines to `text`: the offsets, in order, at which a hyphen and a line's
    end were taken out, so that the letters before and after are one word."""
    left_out: str | None = None
    """What of the file is not in `text`, in words for the reader: attachments, pages without text."""

    def __repr__(self) -> str:
        """Short: whatever logs or names a call has this made of its arguments."""
        return f"Document({self.name!r}, {len(self.paragraphs):,} paragraphs)"

    def words_of(self, span: Span) -> str:
        """The harmless text of a span."""
        return self.text[span.start : span.end]
