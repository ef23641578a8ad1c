"""Turns: transcripts, in which a label at the head of a paragraph says who speaks.

``CORDWELL: How did you come to it?`` or ``Q. And then?`` A label counts only where labels repeat
through the text; a single "Note:" is no speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from texts.document import Paragraph, ParagraphKind, Span

__all__ = ["after_label", "find_labels", "has_long_turns", "is_stage_direction"]

_UPPER: Final = "A-Z" + "".join(sign for sign in map(chr, range(0xC0, 0x530)) if sign.isupper())
# What may stand before a label: signs of emphasis, the time, the number of the line.
_LABEL: Final = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?\s+(?:-\s+)?|\d{1,2}\s+(?=[QA][.:]\s))?(?:[*_]{1,3})?(?:"
    r"(?P<asked>(?:Q|A|Question|Answer))[*_]{0,3}[.:](?=[*_]{0,3}\s+\S)"
    rf"|(?P<capitals>[{_UPPER}][{_UPPER}.’'\- ]{{0,38}}[{_UPPER}.](?:\s\([^)\n]{{1,30}}\))?)"
    r"[*_]{0,3}:(?=\s*\S)"
    rf"|(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?\s)?[{_UPPER}][\w’'-]+"
    rf"(?:\s[{_UPPER}][\w.’'-]*){{0,3}})[*_]{{0,3}}:(?=[*_]{{0,3}}\s+\S))"
)
_AFTER_LABEL: Final = re.compile(r"[*_]{0,3}[:.]*[*_]{0,3}\s*")
_STAGE: Final = re.compile(r"[\[(][^\])]*[\])]\.?")
_HEADERS: Final = frozenset("From To Cc Bcc Date Sent Subject Re Reply-To".split())
"""What the head of a letter begins its lines with."""
_MOST_NAMES: Final = 12
"""A text with more different labels in small letters than this is a list, not a conversation."""


def find_labels(text: str, paragraphs: Iterable[Paragraph]) -> Mapping[int, Span]:
    """The labels of a transcript by paragraph number; empty if the text is none. Linear."""
    found: dict[int, tuple[Span, str]] = {}
    forms: Counter[str] = Counter()
    named = 0
    for paragraph in paragraphs:
        if paragraph.kind not in (ParagraphKind.PROSE, ParagraphKind.HEADING):
            continue
        span = paragraph.span
        match = _LABEL.match(text, span.start, min(span.end, span.start + 60))
        if match is None:
            continue
        kind = match.lastgroup or ""
        inner = Span(*match.span(kind))
        label = inner.of(text)
        if label in _HEADERS:
            continue
        found[paragraph.number] = (inner, label)
        forms[label] += 1
        named += kind == "name"
    repeated = {label for label, count in forms.items() if count > 1}
    if len(repeated) < 2 or sum(forms[label] for label in repeated) < 4:
        return {}
    if len(forms) > _MOST_NAMES and named:
        return {n: span for n, (span, label) in found.items() if label in repeated}
    return {number: span for number, (span, _) in found.items()}


def has_long_turns(text: str, paragraphs: Iterable[Paragraph], labels: Mapping[int, Span]) -> bool:
    """Whether, between the first label and the last, turns go on without one. Linear."""
    if not labels:
        return False
    between = range(min(labels), max(labels))
    return any(
        paragraph.number in between
        and paragraph.number not in labels
        and paragraph.kind is ParagraphKind.PROSE
        and not is_stage_direction(text, paragraph.span)
        for paragraph in paragraphs
    )


def after_label(text: str, label: Span, end: int) -> int:
    """Where the words begin that follow a label."""
    signs = _AFTER_LABEL.match(text, label.end, end)
    return signs.end() if signs is not None else label.end


def is_stage_direction(text: str, span: Span) -> bool:
    """Whether a paragraph is nothing but "[Laughter]" and the like."""
    return _STAGE.fullmatch(text, span.start, span.end) is not None
