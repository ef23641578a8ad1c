"""Selecting: from where the mouse was pressed and let go to the words between."""

from __future__ import annotations

import re

from texts.document import Document, Span
from tui.layout.anchors import Place

__all__ = ["selected_span", "words_of"]

_LINE_END = re.compile(r"[ \t]*(?:\r\n|[\r\n\u2028\u2029])[ \t]*")


def selected_span(document: Document, start: Place | None, end: Place | None) -> Span:
    """The text between two places; `None` stands for the document's beginning or end.

    A place before or after the words of its paragraph, as on the blank row between two, is moved
    to them.
    """
    return Span(
        0 if start is None else _within(document, start),
        len(document.text) if end is None else _within(document, end),
    )


def words_of(document: Document, span: Span) -> str:
    """The words of a span as one would paste them: a paragraph a line, blank lines between.

    Line ends within a paragraph, whether the screen's or the file's, become spaces. Linear in the
    length of the span.
    """
    if span.start >= span.end:
        return ""
    paragraphs = document.paragraphs
    found: list[str] = []
    for index in range(paragraphs.index_at(span.start), paragraphs.index_at(span.end - 1) + 1):
        paragraph = paragraphs[index].span
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        if start < end:
            found.append(_LINE_END.sub(" ", document.text[start:end]))
    return "\n\n".join(found)


def _within(document: Document, place: Place) -> int:
    index = max(0, min(place.paragraph_index, len(document.paragraphs) - 1))
    span = document.paragraphs[index].span
    return max(span.start, min(place.offset, span.end))
