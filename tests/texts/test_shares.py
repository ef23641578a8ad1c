"""Shares: every word of the body counts once, for the innermost voice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts import shares as counting
from texts.attribution import attribute
from texts.document import Document, ParagraphKind, Paragraphs, Span
from texts.loading import read_text
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice
from texts.samples import path_of, sample_names
from texts.shares import Portion, Shares, percent, percents, shares_of
from texts.verbatim import between_marks
from texts.words import count, places

VOICES = (AUTHOR, Voice(1, "Ada Moor", None), Voice(2, "the council", None))


def document_of(*paragraphs: str, kinds: tuple[ParagraphKind, ...] | None = None) -> Document:
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    ends = [start + len(words) for start, words in zip(starts, paragraphs, strict=True)]
    return Document("x", text, text, "UTF-8", "", Paragraphs(starts, ends, kinds))


def said(
    document: Document,
    words: str,
    voice: int | None,
    mode: Mode = Mode.DIRECT,
    chain: tuple[int, ...] = (),
) -> Quotation:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    number = document.paragraphs.index_at(start) + 1
    certainty = Certainty.UNRESOLVED if voice is None else Certainty.EXPLICIT
    return Quotation(number, (span,), mode, voice, certainty, Evidence("made"), chain=chain)


def reading_of(document: Document, *quotations: Quotation) -> Reading:
    ordered = tuple(sorted(quotations, key=lambda q: (q.start, -q.end)))
    return Reading(document, VOICES, ordered, covers=len(document.paragraphs))


def total(shares: Shares) -> int:
    return shares.author + shares.unresolved.words + shares.verbatim + shares.paraphrase


def test_source_and_cue_are_the_authors_words() -> None:
    document = document_of("“It rained all week,” said Ada Moor.")
    shares = shares_of(reading_of(document, said(document, "“It rained all week,”", 1)))
    assert shares.voices == {1: Portion(verbatim=4, quotations=1)}
    assert (shares.author, shares.body) == (3, 7)


def test_only_the_marked_words_of_a_mixed_quotation_are_verbatim() -> None:
    document = document_of("Ada Moor said that the plan was “far too late” for everyone.")
    mixed = said(document, "the plan was “far too late” for everyone", 1, Mode.MIXED)
    shares = shares_of(reading_of(document, mixed))
    assert shares.voices == {1: Portion(verbatim=3, paraphrase=5, quotations=1)}
    assert shares.author == 4


def test_words_count_for_the_innermost_voice_and_the_carrier_is_kept_apart() -> None:
    document = document_of("“We were told ‘never again’ in May,” said Ada Moor.")
    outer = said(document, "“We were told ‘never again’ in May,”", 1)
    inner = said(document, "‘never again’", 2, chain=(0, 1, 2))
    shares = shares_of(reading_of(document, outer, inner))
    assert shares.voices == {
        1: Portion(verbatim=5, quotations=1, carried=2),
        2: Portion(verbatim=2, quotations=1),
    }


def test_what_nobody_is_credited_with_makes_the_authors_share_a_range() -> None:
    document = document_of("Rain fell. “Nobody will come.” It was late.")
    shares = shares_of(reading_of(document, said(document, "“Nobody will come.”", None)))
    assert shares.unresolved == Portion(verbatim=3, quotations=1)
    assert (shares.author, shares.author_at_most, shares.body) == (5, 8, 8)


def test_what_the_author_says_of_itself_is_the_authors() -> None:
    document = document_of("We believe that the road will hold.")
    own = said(document, "the road will hold", 0, Mode.INDIRECT)
    shares = shares_of(reading_of(document, own))
    assert (shares.author, shares.voices) == (7, {})


@pytest.mark.parametrize(
    "kind", [ParagraphKind.HEADING, ParagraphKind.FURNITURE, ParagraphKind.FOOTNOTE]
)
def test_what_is_no_body_stands_apart(kind: ParagraphKind) -> None:
    kinds = (kind, ParagraphKind.PROSE)
    document = document_of("“Too late,” says Moor", "It rained.", kinds=kinds)
    shares = shares_of(reading_of(document, said(document, "“Too late,”", 1)))
    assert (shares.body, shares.author, shares.apart) == (2, 2, 4)
    assert shares.voices == {1: Portion(quotations=1)}


def test_an_opening_counts_what_it_covers_and_says_so() -> None:
    document = document_of("It rained.", "It rained again.", "And again.")
    whole = reading_of(document)
    assert shares_of(whole).whole
    opening = shares_of(replace(whole, covers=2))
    assert (opening.body, opening.covers, opening.paragraphs) == (5, 2, 3)
    assert not opening.whole


def test_nothing_read_is_nothing_counted() -> None:
    document = document_of("It rained.")
    shares = shares_of(replace(reading_of(document), covers=0))
    assert (shares.body, shares.author, shares.voices) == (0, 0, {})


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.integers(1, 40),
            st.sampled_from([None, 0, 1, 2]),
            st.sampled_from([Mode.DIRECT, Mode.MIXED, Mode.INDIRECT, Mode.BLOCK]),
        ),
        max_size=8,
    ),
    st.sets(st.sampled_from(range(4))),
)
def test_all_parts_make_up_the_body(
    spans: list[tuple[int, int, int | None, Mode]], headings: set[int]
) -> None:
    """However quotations nest and overlap; and as looking at every word gives."""
    paragraphs = ("Ada’s “big” plan", "it is “not what we” like", "a well-known one", "no “end")
    kinds = tuple(
        ParagraphKind.HEADING if at in headings else ParagraphKind.PROSE for at in range(4)
    )
    document = document_of(*paragraphs, kinds=kinds)
    quotations = []
    for start, length, voice, mode in spans:
        paragraph = document.paragraphs[document.paragraphs.index_at(start)]
        span = Span(max(start, paragraph.span.start), min(start + length, paragraph.span.end))
        if span.start < span.end:
            quotations.append(
                Quotation(
                    paragraph.number, (span,), mode, voice, Certainty.EXPLICIT, Evidence("made")
                )
            )
    reading = reading_of(document, *quotations)
    shares = shares_of(reading)
    assert total(shares) == shares.body
    assert shares.body == sum(
        count(paragraph, 0, len(paragraph))
        for at, paragraph in enumerate(paragraphs)
        if at not in headings
    )
    assert sum(p.quotations for p in (*shares.voices.values(), shares.unresolved)) == sum(
        q.voice != 0 for q in quotations
    )
    for voice, portion in shares.voices.items():
        assert portion.words == sum(
            innermost(reading, place) == voice
            for paragraph in document.paragraphs
            if paragraph.kind is ParagraphKind.PROSE
            for place in places(document.text, paragraph.span.start, paragraph.span.end)
        )


def innermost(reading: Reading, place: int) -> int | None:
    """The voice of what lies over a place, begins last, and is shortest; -1 where nothing does."""
    over = []
    for at, quotation in enumerate(reading.quotations):
        parts = [quotation.spans[0]]
        if quotation.mode is Mode.MIXED:
            parts += between_marks(reading.document.text, quotation.spans[0])
        over += [(part.start, -part.end, at) for part in parts if place in part]
    return reading.quotations[max(over)[2]].voice if over else -1


@pytest.mark.parametrize("name", sample_names())
def test_the_samples_add_up(name: str) -> None:
    path = path_of(name)
    reading = attribute(read_text(path.name, path.read_bytes()))
    shares = shares_of(reading)
    assert total(shares) == shares.body > 0
    assert shares.voices


def test_deep_nesting_costs_no_more_than_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each word is looked at once, whatever lies over it."""
    looked_at = 0

    def counted(text: str, start: int, end: int) -> list[int]:
        nonlocal looked_at
        found = list(places(text, start, end))
        looked_at += len(found)
        return found

    monkeypatch.setattr(counting, "places", counted)
    depth = 2_000
    document = document_of("a " * (2 * depth) + "b")
    quotations = [
        Quotation(
            1,
            (Span(2 * at, 4 * depth - 2 * at),),
            Mode.DIRECT,
            1 + at % 2,
            Certainty.EXPLICIT,
            Evidence("made"),
        )
        for at in range(depth)
    ]
    shares = shares_of(reading_of(document, *quotations))
    assert looked_at == shares.body == 2 * depth + 1
    assert shares.author == 1
    assert shares.voices[1].words == shares.voices[2].words == depth


@pytest.mark.parametrize(
    ("words", "body", "said"),
    [
        (0, 0, "–"),
        (0, 50, "0 %"),
        (50, 50, "100 %"),
        (17, 50, "34 %"),
        (1, 300, "<1 %"),
        (299, 300, ">99 %"),
        (342, 1_000, "34.2 %"),
        (1, 30_000, "<0.1 %"),
        (29_999, 30_000, ">99.9 %"),
        (3_000, 3_000, "100 %"),
    ],
)
def test_shares_are_rounded_no_finer_than_they_are(words: int, body: int, said: str) -> None:
    assert percent(words, body) == said


def test_a_range_is_said_as_one() -> None:
    assert percents(49, 52, 100) == "49–52 %"
    assert percents(49, 49, 100) == "49 %"
    assert percents(490, 522, 1_000) == "49.0–52.2 %"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t count well-known words twice.", 5),
        ("It cost 1,200.50, in the U.S.", 6),
        ("one—two … three", 3),
        ("‘quoted’ — “words”", 2),
        ("東京", 2),
        ("", 0),
    ],
)
def test_words_are_counted_as_people_count_them(text: str, words: int) -> None:
    assert count(text, 0, len(text)) == words == len(list(places(text, 0, len(text))))
