"""Verbatim: which quoted words are the voice's own, and which the author's report of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from texts.attribution.marks import find_marked
from texts.document import Span
from texts.reading import Mode, Quotation
from texts.spans import flatten

__all__ = ["Words", "between_marks", "quoted_words", "verbatim_spans"]


@dataclass(frozen=True, slots=True)
class Words:
    """What a stretch of quoted text is."""

    quotation: int
    """Index into the quotations it was looked for in."""
    verbatim: bool
    """Whether these are the voice's own words, not the author's report of them."""


def quoted_words(
    text: str, within: Span, quotations: Sequence[Quotation]
) -> list[tuple[int, int, Words]]:
    """The quoted words of a stretch as pieces ``(start, end, words)``, in order, none over another.

    A piece belongs to the innermost of the `quotations`; what of a mixed one stands in marks lies
    over its frame. O(n log n), whatever the nesting.
    """
    return flatten(
        (part.start, part.end, Words(at, verbatim))
        for at, quotation in enumerate(quotations)
        for span in quotation.spans
        if span.overlaps(within)
        for part, verbatim in _parts(text, _common(span, within), quotation.mode)
    )


def verbatim_spans(text: str, quotation: Quotation) -> list[Span]:
    """The parts of a quotation that are the voice's own words; none of an indirect one. Linear."""
    if quotation.mode is Mode.INDIRECT:
        return []
    if quotation.mode is Mode.MIXED:
        return [part for span in quotation.spans for part in between_marks(text, span)]
    return list(quotation.spans)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _parts(text: str, span: Span, mode: Mode) -> list[tuple[Span, bool]]:
    if mode is Mode.MIXED:
        return [(span, False), *((part, True) for part in between_marks(text, span))]
    return [(span, mode is not Mode.INDIRECT)]


def between_marks(text: str, span: Span) -> list[Span]:
    """The parts of `span` in quotation marks, the marks included; all of it if there are none.

    Which signs are marks is told as for attributions: an apostrophe is none. A mark that is not
    closed inside the span holds to its end. Linear.
    """
    found = [Span(one.start, one.end) for one in find_marked(text, span.start, span.end)]
    return found or [span]
