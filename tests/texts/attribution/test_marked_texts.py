"""Whole texts in many manners: whether every quotation is found, and credited to the right voice.

What is not right yet is listed in `marked_misses`: a miss that is mended must leave the list, and
nothing may be added to it.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.data.marked import MarkedQuotation, marked_names, marked_text
from tests.texts.attribution.marked_misses import MISSES
from tests.texts.attribution.readings import bare, read
from texts.document import Span
from texts.reading import Quotation, Reading


@cache
def reading_of(name: str) -> Reading:
    return read(marked_text(name).text)


def shared(quotation: Quotation, piece: Span) -> int:
    """How many characters of `piece` are words of a quotation."""
    return sum(max(0, min(s.end, piece.end) - max(s.start, piece.start)) for s in quotation.spans)


def giving(reading: Reading, piece: Span) -> Quotation | None:
    """The quotation that gives most of `piece`, and of several the shortest."""
    found = [q for q in reading.quotations if 2 * shared(q, piece) >= len(piece)]
    return min(found, key=lambda q: sum(map(len, q.spans)), default=None)


def is_right(name: str, wanted: MarkedQuotation) -> bool:
    reading = reading_of(name)
    everybody = {bare(known) for names in marked_text(name).speakers for known in names}
    known = {bare(other) for other in wanted.speaker}
    for piece in wanted.content:
        quotation = giving(reading, piece)
        if quotation is None:
            return False
        voice = reading.voice_of(quotation)
        if not known and voice is not None and bare(voice.name) in everybody:
            return False
        if known and (voice is None or bare(voice.name) not in known):
            return False
    return True


@pytest.mark.parametrize("name", marked_names())
def test_every_quotation_but_the_known_misses_is_right(name: str) -> None:
    quotations = marked_text(name).quotations
    missed = [n for n, q in enumerate(quotations) if q.speech and not is_right(name, q)]
    assert missed == list(MISSES.get(name, ()))


@pytest.mark.parametrize("name", marked_names())
def test_no_marks_are_left_in_a_text(name: str) -> None:
    text = marked_text(name)
    assert "[[" not in text.text
    assert "]]" not in text.text
    for quotation in text.quotations:
        assert quotation.content
        for span in (*quotation.content, *quotation.source, *quotation.cue):
            assert span.of(text.text) == span.of(text.text).strip() != ""
