"""What holds for any text: spans lie where they should, none cross, nothing is ever raised."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from texts.attribution import RULES, attribute
from texts.attribution.nesting import Nest, uncrossed
from texts.document import Span
from texts.errors import TextsError
from texts.loading import read_text
from texts.reading import Mode, Quotation, Reading

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
    for quotation in (*reading.quotations, *reading.terms):
        check(reading, quotation)
    for attitude in reading.attitudes:
        check(reading, attitude)
        assert attitude.attitude
        assert attitude in reading.attitudes_in(attitude.paragraph)
    order = [(q.start, -q.end) for q in reading.quotations]
    assert order == sorted(order)
    again = reading_of(text)
    assert again is not None
    assert (again.quotations, again.terms, again.voices) == (
        reading.quotations,
        reading.terms,
        reading.voices,
    )


def check(reading: Reading, quotation: Quotation) -> None:
    document = reading.document
    paragraphs = document.paragraphs
    end = 0
    for span in quotation.spans:
        assert end <= span.start < span.end
        assert paragraphs[paragraphs.index_at(span.start)].span.covers(span)
        end = span.end
    assert quotation.paragraph == paragraphs.index_at(quotation.start) + 1
    for part in (quotation.source, quotation.cue, quotation.evidence.basis):
        assert part is None or 0 <= part.start < part.end <= len(document.text)
    assert quotation.evidence.rule in RULES
    assert (quotation.voice is None) == (quotation.certainty.value == "unresolved")
    assert (quotation.mode is Mode.TERM) <= (quotation.voice is None)
    if quotation.voice is None:
        assert quotation.chain == ()
    else:
        assert quotation.chain[0] == 0
        assert quotation.chain[-1] == quotation.voice
        assert all(0 <= number < len(reading.voices) for number in quotation.chain)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_two_spans_cross(text: str) -> None:
    reading = reading_of(text)
    if reading is None:
        return
    everything = (*reading.quotations, *reading.terms, *reading.attitudes)
    spans = sorted(
        {span for q in everything for span in q.spans},
        key=lambda span: (span.start, -span.end),
    )
    assert_nested(spans)


def assert_nested(spans: list[Span]) -> None:
    around: list[Span] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        assert not around or span.end <= around[-1].end
        around.append(span)


@given(TEXTS, st.integers(min_value=0, max_value=3))
@settings(max_examples=60, deadline=None)
def test_a_part_can_be_read(text: str, paragraphs: int) -> None:
    reading = reading_of(text, paragraphs)
    if reading is None:
        return
    assert reading.covers == min(paragraphs, len(reading.document.paragraphs))
    assert all(q.paragraph <= reading.covers for q in (*reading.quotations, *reading.terms))


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
    assert_nested(sorted({span for span, _ in kept}, key=lambda s: (s.start, -s.end)))
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
