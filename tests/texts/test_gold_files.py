"""The right answers are themselves right: every span is literally where its words are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.data import Gold, GoldQuotation, gold, gold_names
from texts.reading import Certainty, Mode, ParagraphVoice
from texts.samples import path_of, sample_names

MARKS = "“”‘’\"'«»"


def decoded(name: str) -> str:
    return path_of(name).read_bytes().decode("utf-8")


@pytest.fixture(params=gold_names())
def answers(request: pytest.FixtureRequest) -> Gold:
    return gold(str(request.param))


def test_every_sample_has_gold_and_all_gold_has_a_sample() -> None:
    assert sorted(sample_names()) == list(gold_names())


def test_the_gold_is_of_the_text_it_is_named_after(answers: Gold) -> None:
    assert answers.name in sample_names()
    assert answers.genre


def test_the_words_are_where_the_spans_say(answers: Gold) -> None:
    text = decoded(answers.name)
    for quotation in answers.quotations:
        for spans, words in (
            (quotation.content, quotation.content_words),
            (quotation.source, quotation.source_words),
            (quotation.cue, quotation.cue_words),
        ):
            assert tuple(span.of(text) for span in spans) == words
            assert all(word == word.strip() and word for word in words)
    for term in answers.terms:
        assert term.span.of(text) == term.words
    for paragraph in answers.paragraphs:
        assert paragraph.span.of(text).startswith(paragraph.begins)
        assert paragraph.span.of(text).endswith(paragraph.ends)


def test_everything_is_in_order(answers: Gold) -> None:
    places = [(q.content[0].start, -q.content[-1].end) for q in answers.quotations]
    assert places == sorted(set(places))
    for quotation in answers.quotations:
        for spans in (quotation.content, quotation.source, quotation.cue):
            assert all(a.end <= b.start for a, b in pairwise(spans))
    starts = [term.span.start for term in answers.terms]
    assert starts == sorted(set(starts))


def test_the_paragraphs_hold_all_the_words_of_the_file(answers: Gold) -> None:
    text = decoded(answers.name)
    assert [p.number for p in answers.paragraphs] == list(range(len(answers.paragraphs)))
    end = 0
    for paragraph in answers.paragraphs:
        # Markdown's marks for a heading and a block quote are no part of the words.
        assert text[end : paragraph.span.start].strip(" \n#>") == ""
        assert paragraph.span.of(text) == paragraph.span.of(text).strip() != ""
        end = paragraph.span.end
    assert text[end:].strip() == ""


def test_every_span_lies_inside_one_paragraph(answers: Gold) -> None:
    for quotation in answers.quotations:
        for span in (*quotation.content, *quotation.source, *quotation.cue):
            assert any(p.span.covers(span) for p in answers.paragraphs), span
    for term in answers.terms:
        assert any(p.span.covers(term.span) for p in answers.paragraphs), term


def test_source_and_cue_are_outside_what_they_attribute(answers: Gold) -> None:
    for quotation in answers.quotations:
        outside = (*quotation.source, *quotation.cue)
        assert not any(a.overlaps(b) for a in quotation.content for b in outside), quotation
        assert not any(a.overlaps(b) for a in quotation.source for b in quotation.cue), quotation


def marked(quotation: GoldQuotation) -> bool:
    return all(words[0] in MARKS for words in quotation.content_words)


def test_kinds_agree_with_the_marks(answers: Gold) -> None:
    for quotation in answers.quotations:
        words = "".join(quotation.content_words)
        if quotation.kind is Mode.DIRECT:
            assert marked(quotation), words
            assert quotation.content_words[-1][-1] in MARKS, words
        elif quotation.kind is Mode.MIXED:
            assert any(mark in words for mark in MARKS), words
        elif quotation.kind is Mode.INDIRECT:
            assert words[0] not in MARKS, words
    for term in answers.terms:
        assert term.words[0] in MARKS
        assert term.words[-1] in MARKS


def test_no_term_is_also_a_quotation(answers: Gold) -> None:
    quoted = {span for quotation in answers.quotations for span in quotation.content}
    assert not quoted & {term.span for term in answers.terms}


def test_who_speaks_is_the_last_of_the_chain(answers: Gold) -> None:
    for quotation in answers.quotations:
        if quotation.chain:
            assert len(quotation.chain) > 1
            assert quotation.chain[-1] == quotation.speaker


def test_who_speaks_is_known_by_words_of_the_text(answers: Gold) -> None:
    words = " ".join(decoded(answers.name).split())
    names = [character.name for character in answers.characters]
    assert len(names) == len(set(names))
    heard = {name for q in answers.quotations for name in (q.speaker, *q.chain) if name}
    assert heard == set(names)
    for quotation in answers.quotations:
        assert (quotation.speaker is None) == (quotation.certainty is Certainty.UNRESOLVED)
    for character in answers.characters:
        stated = {alias for alias in (character.name, *character.aliases) if alias in words}
        assert stated >= {*character.aliases}, character
        assert character.name in stated or character.aliases, character


def test_each_paragraph_has_the_voice_its_quotations_give_it(answers: Gold) -> None:
    for paragraph in answers.paragraphs:
        if paragraph.voice in (ParagraphVoice.FURNITURE, ParagraphVoice.HEADING):
            continue
        here = [
            quotation
            for quotation in answers.quotations
            if quotation.kind is not Mode.INDIRECT
            and any(paragraph.span.covers(span) for span in quotation.content)
        ]
        if not here:
            expected = ParagraphVoice.AUTHOR
        elif all(quotation.certainty is Certainty.UNRESOLVED for quotation in here):
            expected = ParagraphVoice.UNRESOLVED
        elif any(quotation.kind in (Mode.DIRECT, Mode.BLOCK) for quotation in here):
            expected = ParagraphVoice.QUOTED
        else:
            expected = ParagraphVoice.MIXED
        assert paragraph.voice is expected, paragraph
