"""Verbatim: which words of a quotation that is only partly in marks stand between the marks."""

from __future__ import annotations

import re

from texts.document import Span

__all__ = ["between_marks"]

_PAIRS = (
    ("“", "”"),
    ("„", "“”"),
    ("«", "»"),
    ("»", "«"),
    ("‹", "›"),
    ('"', '"'),
    ("‘", "’"),
    ("「", "」"),
    ("『", "』"),
)
_MARKED = re.compile("|".join(f"{a}[^{a}{b}]*(?:[{b}]|$)" for a, b in _PAIRS))


def between_marks(text: str, span: Span) -> list[Span]:
    """The parts of `span` in quotation marks, the marks included; all of it if there are none.

    A mark that is not closed inside the span holds to its end. Linear.
    """
    words = span.of(text)
    found = [
        Span(span.start + match.start(), span.start + match.end())
        for match in _MARKED.finditer(words)
    ]
    return found or [span]
