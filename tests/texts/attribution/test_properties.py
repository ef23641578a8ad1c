"""What holds for any text: spans lie where they should, none cross, nothing is ever raised."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.texts.attribution.fuzz import check, pieces
from tests.texts.attribution.soundness import check_nested, check_opening, check_reading
from texts.attribution import attribute
from texts.attribution.nesting import Nest, uncrossed
from texts.document import Span
from texts.errors import TextsError
from texts.loading import read_text
from texts.reading import Evidence, Mode, Reading

PIECES = st.sampled_from(
    """
    said says told that to of the a he she they I who which and but , . ; : ! ? — ( ) " “ ” ‘ ’ ' ''
    « » „ Ann Lee Dr. Mr according to saying adding about Monday in on by was been had not report
    claim her his ’s … 5' 6" so-called known as > # Q: A: ANN: BOB: describe as reads s’ \u202e 名 😀
    """.split()
) | st.sampled_from(["\n", "\n\n", " ", "\t", "\u00a0", "\u2028", "e\u0301"])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
    st.text(max_size=120),
)


def reading_of(text: str, paragraphs: int | None = None) -> Reading | None:
    try:
        document = read_text("text.txt", text.encode("utf-8", "surrogatepass"))
    except TextsError:
        return None
    return attribute(document, paragraphs)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_reading_is_sound(text: str) -> None:
    reading = reading_of(text)
    if reading is None:
        return
    check_reading(reading)
    again = reading_of(text)
    assert again is not None
    assert (again.quotations, again.terms, again.voices) == (
        reading.quotations,
        reading.terms,
        reading.voices,
    )


@given(TEXTS, st.integers(min_value=0, max_value=3))
@settings(max_examples=60, deadline=None)
def test_a_part_can_be_read(text: str, paragraphs: int) -> None:
    reading = reading_of(text, paragraphs)
    if reading is not None:
        check_opening(reading, paragraphs)


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=60, deadline=None)
def test_hostile_texts_are_read_soundly(seed: int) -> None:
    check("".join(pieces(random.Random(seed))))  # noqa: S311  no secrets are made


def test_the_words_of_a_quotation_are_taken_once() -> None:
    check("＂\r\n\r\n＂.”claimed denied A:『』")


def test_readings_with_a_flaw_are_found_out() -> None:
    reading = reading_of("“We close,” said Ann Lee. “We open,” said Tom Fay.")
    assert reading is not None
    first, second = reading.quotations
    flaws = [
        (second, first),
        (replace(first, spans=(Span(0, 60),)),),
        (replace(first, spans=(Span(0, 5),)), replace(second, spans=(Span(3, 9),))),
        (replace(first, voice=9, chain=(0, 9)),),
        (replace(first, chain=(1,)),),
        (replace(first, voice=None),),
        (replace(first, evidence=Evidence("no such rule")),),
        (replace(first, source=Span(50, 500)),),
        (replace(first, mode=Mode.TERM),),
    ]
    for flaw in flaws:
        with pytest.raises((AssertionError, IndexError)):
            check_reading(replace(reading, quotations=flaw))


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=25),
    st.sets(st.integers(0, 24)),
)
def test_uncrossed_spans_are_nested_or_apart(
    drawn: list[tuple[int, int]], inside: set[int]
) -> None:
    text = "x" * 60
    spans = [(Span(start, start + size), owner) for owner, (start, size) in enumerate(drawn)]
    kept = list(uncrossed(text, spans, lambda owner, _around: owner in inside))
    check_nested(sorted({span for span, _ in kept}, key=lambda s: (s.start, -s.end)))
    given_spans = dict(enumerate(span for span, _ in spans))
    assert all(given_spans[owner].covers(span) for span, owner in kept)


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=25),
    st.tuples(st.integers(0, 40), st.integers(1, 20)),
)
def test_what_crosses_a_nest_shares_words_and_neither_holds_the_other(
    drawn: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    spans = [(Span(start, start + size), owner) for owner, (start, size) in enumerate(drawn)]
    kept = sorted({span for span, _ in uncrossed("x" * 60, spans)}, key=lambda s: (s.start, -s.end))
    span = Span(asked[0], sum(asked))
    crossed = [
        held
        for held in kept
        if held.overlaps(span) and not held.covers(span) and not span.covers(held)
    ]
    assert Nest(kept).crosses(span) == bool(crossed)
