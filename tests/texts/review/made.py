"""Readings and decisions on them, for the tests of review."""

from __future__ import annotations

from datetime import UTC, datetime

from texts.attribution import attribute
from texts.loading import read_text
from texts.reading import Quotation, Reading
from texts.review.applying import opinion_of
from texts.review.decision import Decision, Opinion, Verdict
from texts.review.placing import quoted_at

__all__ = ["NIGHT", "NOBODY", "NO_QUOTATION", "TEXT", "decided", "holding", "read", "voiced"]

TEXT = """\
The council will mend the quay, Ruth Alder said on Monday.

“We have waited long enough,” she said. “My mother told me, ‘The sea keeps what it takes.’”

A spokesman for the harbour board called it a “paper promise”.

“Nobody asked us.”

The so-called “tide tax” is gone. The quay is old, according to Peter Lund.
"""
NIGHT = datetime(2026, 3, 4, 21, 30, tzinfo=UTC)
NOBODY, NO_QUOTATION = Opinion(Verdict.NOBODY), Opinion(Verdict.NO_QUOTATION)


def read(text: str = TEXT) -> Reading:
    """The reading of a text."""
    return attribute(read_text("quay.txt", text.encode()))


def voiced(name: str) -> Opinion:
    """That words are somebody's."""
    return Opinion(Verdict.VOICE, name)


def holding(reading: Reading, words: str) -> Quotation:
    """The innermost quotation, or term, that has words, which must be there."""
    at = reading.document.text.index(words)
    held = [
        quotation
        for quotation in (*reading.quotations, *reading.terms)
        if any(at in span for span in quotation.spans)
    ]
    return min(held, key=lambda quotation: quotation.end - quotation.start)


def decided(
    reading: Reading,
    words: str,
    opinion: Opinion | None,
    *,
    at: datetime = NIGHT,
    note: str = "",
    who: str | None = None,
) -> Decision:
    """A decision on the quotation that has words."""
    quotation = holding(reading, words)
    quoted = quoted_at(reading.document, quotation.spans)
    return Decision(quoted, opinion_of(reading, quotation), opinion, at, note, who)
