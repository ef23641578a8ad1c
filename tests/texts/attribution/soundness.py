"""What must hold of every reading, whatever the text. Raises `AssertionError` where it does not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from texts.attribution import RULES
from texts.document import Span
from texts.reading import Certainty, Mode, Quotation, Reading

__all__ = ["check_nested", "check_opening", "check_reading"]


def check_reading(reading: Reading) -> None:
    """Spans lie in their paragraphs, in order, nested or apart; voices and chains are there."""
    document = reading.document
    count = len(document.paragraphs)
    assert 0 <= reading.covers <= count
    assert [voice.number for voice in reading.voices] == list(range(len(reading.voices)))
    for voice in reading.voices:
        assert voice.introduced is None or _lies_in(voice.introduced, document.text)
        assert voice.speaks_for is None or 0 <= voice.speaks_for < len(reading.voices)
    for listed in (reading.quotations, reading.terms, reading.attitudes):
        order = [(quotation.start, -quotation.end) for quotation in listed]
        assert order == sorted(order)
        for quotation in listed:
            check_quotation(reading, quotation)
    assert all(quotation.mode is Mode.TERM for quotation in reading.terms)
    assert all(quotation.mode is not Mode.TERM for quotation in reading.quotations)
    spoken = chain(reading.quotations, reading.terms)
    check_nested(sorted({s for q in spoken for s in q.spans}, key=lambda s: (s.start, -s.end)))
    for at in range(count):
        reading.paragraph_voice(document.paragraphs[at])


def check_quotation(reading: Reading, quotation: Quotation) -> None:
    """Its spans, its evidence, its voice and its chain belong to the document."""
    document = reading.document
    paragraphs = document.paragraphs
    end = 0
    assert quotation.spans
    for span in quotation.spans:
        assert end <= span.start < span.end
        assert paragraphs[paragraphs.index_at(span.start)].span.covers(span)
        end = span.end
    assert quotation.paragraph == paragraphs.index_at(quotation.start) + 1
    assert quotation.paragraph <= reading.covers
    for part in (quotation.source, quotation.cue, quotation.evidence.basis):
        assert part is None or _lies_in(part, document.text)
    evidence = quotation.evidence
    assert evidence.rule in RULES
    assert evidence.distance >= 0
    assert evidence.runner_up is None or 0 <= evidence.runner_up < len(reading.voices)
    assert (quotation.voice is None) == (quotation.certainty is Certainty.UNRESOLVED)
    assert quotation.mode is not Mode.TERM or quotation.voice is None
    if quotation.voice is None:
        assert quotation.chain == ()
        return
    assert quotation.chain[0] == 0
    assert quotation.chain[-1] == quotation.voice
    assert all(0 <= number < len(reading.voices) for number in quotation.chain)


def check_opening(opening: Reading, paragraphs: int) -> None:
    """The reading of the first `paragraphs` paragraphs covers them and nothing else."""
    assert opening.covers == min(paragraphs, len(opening.document.paragraphs))
    check_reading(opening)


def check_nested(spans: Sequence[Span]) -> None:
    """Spans sorted by (start, -end) are nested or apart."""
    around: list[Span] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        assert not around or span.end <= around[-1].end
        around.append(span)


def _lies_in(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)
