"""The contents of a text: its headings, and how deep each stands where the text itself shows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from texts.document import Document, Paragraph, ParagraphKind

__all__ = ["Section", "section_at", "sections_of"]

_HASHES: Final = re.compile(r"(#{1,6})[ \t]")
_NUMBERED: Final = re.compile(r"\d{1,3}((?:\.\d{1,3}){0,5})\.?[ \t]")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and where what stands under it begins."""

    start: int
    """Offset into the document's text."""
    paragraph: int
    """Number of the heading's paragraph, from 1."""
    title: str
    """Its words on one line."""
    level: int
    """How deep it stands, from 1; 1 too where the text does not show it."""


def sections_of(document: Document) -> tuple[Section, ...]:
    """The sections of a document, in order. O(n) in headings; empty where it has no headings."""
    return tuple(
        Section(
            paragraph.span.start,
            paragraph.number,
            " ".join(document.words_of(paragraph.span).split()),
            _level(document, paragraph),
        )
        for paragraph in document.paragraphs.of_kind(ParagraphKind.HEADING)
    )


def section_at(sections: Sequence[Section], offset: int) -> int | None:
    """Which section an offset stands in; `None` before the first. O(log n)."""
    at = bisect_right(sections, offset, key=lambda section: section.start) - 1
    return at if at >= 0 else None


def _level(document: Document, paragraph: Paragraph) -> int:
    """As deep as Markdown's signs before it say, or as the numbers it begins with."""
    start = paragraph.span.start
    line = document.text.rfind("\n", 0, start) + 1
    signs = _HASHES.match(document.text, line, paragraph.span.end)
    if signs:
        return len(signs[1])
    numbers = _NUMBERED.match(document.text, start, paragraph.span.end)
    return numbers[1].count(".") + 1 if numbers else 1
