"""The texts that ship, against what a careful reader marked in them.

What the engine does not find yet is listed in `known_misses`: a miss that is mended must leave the
list, and nothing may be added to it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.data import GoldQuotation, gold, gold_names
from tests.texts.attribution.known_misses import MISSES
from tests.texts.attribution.readings import bare
from texts.attribution import attribute
from texts.document import Span
from texts.loading import load
from texts.reading import Certainty, Quotation, Reading
from texts.samples import path_of


@cache
def reading_of(name: str) -> Reading:
    return attribute(load(path_of(name)))


def found(name: str, wanted: GoldQuotation) -> Quotation | None:
    reading = reading_of(name)
    return next((q for q in reading.quotations if q.spans == wanted.content), None)


def single(spans: tuple[Span, ...]) -> Span | None:
    return spans[0] if spans else None


def relation_is_right(name: str, wanted: GoldQuotation) -> bool:
    quotation = found(name, wanted)
    return quotation is not None and (
        (quotation.mode, quotation.source, quotation.cue)
        == (wanted.kind, single(wanted.source), single(wanted.cue))
    )


def voice_is_right(name: str, wanted: GoldQuotation) -> bool:
    quotation = found(name, wanted)
    if quotation is None:
        return False
    voice = reading_of(name).voice_of(quotation)
    if voice is None or wanted.speaker is None:
        return voice is None and wanted.speaker is None
    known = {c.name: {bare(c.name), *map(bare, c.aliases)} for c in gold(name).characters}
    named = bare(voice.name) in known.get(wanted.speaker, {bare(wanted.speaker)})
    return named and (not wanted.chain or len(quotation.chain) == len(wanted.chain) + 1)


def certainty_is_right(name: str, wanted: GoldQuotation) -> bool:
    quotation = found(name, wanted)
    return quotation is not None and wanted.certainty in (None, quotation.certainty)


ASPECTS: dict[str, Callable[[str, GoldQuotation], bool]] = {
    "relation": relation_is_right,
    "voice": voice_is_right,
    "certainty": certainty_is_right,
}


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("name", gold_names())
def test_every_quotation_but_the_known_misses_is_right(name: str, aspect: str) -> None:
    right = ASPECTS[aspect]
    missed = [n for n, wanted in enumerate(gold(name).quotations) if not right(name, wanted)]
    assert missed == list(MISSES.get((name, aspect), ()))


@pytest.mark.parametrize("name", gold_names())
def test_terms(name: str) -> None:
    terms = {term.spans[0] for term in reading_of(name).terms}
    assert {term.span for term in gold(name).terms} <= terms


@pytest.mark.parametrize("name", gold_names())
def test_paragraphs(name: str) -> None:
    reading = reading_of(name)
    voices = [reading.paragraph_voice(paragraph) for paragraph in reading.document.paragraphs]
    wrong = [
        paragraph.number
        for paragraph, voice in zip(gold(name).paragraphs, voices, strict=True)
        if paragraph.voice is not voice
    ]
    assert wrong == list(MISSES.get((name, "paragraphs"), ()))


def test_the_article_has_nothing_verbatim_that_is_not_there() -> None:
    name = "amnesty-iran-impunity"
    wanted = {quotation.content for quotation in gold(name).quotations}
    assert {quotation.spans for quotation in reading_of(name).quotations} == wanted


def test_the_article_names_everybody_fully() -> None:
    reading = reading_of("amnesty-iran-impunity")
    voices = {voice.name: voice for voice in reading.voices}
    callamard = voices["Agnes Callamard"]
    assert {"Ms. Agnes Callamard", "Callamard"} <= set(callamard.names)
    assert callamard.speaks_for == voices["Amnesty International"].number
    report = voices["the report"]
    assert report.speaks_for == voices["Amnesty International"].number
    assert Certainty.UNRESOLVED not in {q.certainty for q in reading.quotations}
