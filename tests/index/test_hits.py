"""Hits and snippets: what is shown stands in the document, and what is lit was looked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.hits import Hit, snippet
from index.library import Library
from index.matching import Finding, places
from index.passages import Passage
from tests.index.readings import many, plain
from texts.document import Document, Paragraphs, Span
from texts.words import words

TEXT = "Nobody knows why the free press of New York wrote about it, said the old man."


def document(text: str, start: int = 0, end: int | None = None) -> Document:
    stop = len(text) if end is None else end
    return Document("a", text, text, "UTF-8", "", Paragraphs([start], [stop]))


def hit(*spans: tuple[int, int]) -> Hit:
    return Hit("a", 1, tuple(Span(*span) for span in spans), 0.0)


def at(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


@pytest.mark.parametrize(
    ("word", "width", "expected", "opened", "closed"),
    [
        ("free", 200, TEXT, True, True),
        ("free", 30, "why the free press of New York", False, False),
        ("free", 20, "the free press of", False, False),
        ("free", 8, "free", False, False),
        ("free", 4, "free", False, False),
        ("free", 2, "fr", False, False),
        ("Nobody", 20, "Nobody knows why the", True, False),
        ("man", 20, "said the old man.", False, True),
        ("York", 14, "York wrote", False, False),
    ],
)
def test_words_in_context(word: str, width: int, expected: str, opened: bool, closed: bool) -> None:
    cut = snippet(document(TEXT), hit(at(word)), width)
    assert (cut.text, cut.opened, cut.closed) == (expected, opened, closed)
    assert [span.of(cut.text) for span in cut.spans] == [word[:width]]
    assert TEXT[cut.start :].startswith(cut.text)


def test_all_that_is_lit_within_the_cut_is_given() -> None:
    cut = snippet(document(TEXT), hit(at("free"), at("York"), at("man")), 40)
    assert [span.of(cut.text) for span in cut.spans] == ["free", "York"]


def test_a_hit_without_spans_gives_the_beginning() -> None:
    cut = snippet(document(TEXT), hit(), 20)
    assert (cut.text, cut.spans, cut.opened) == ("Nobody knows why the", (), True)


def test_a_paragraph_shorter_than_the_width_is_given_whole() -> None:
    text = f"Before.\n\n{TEXT}\n\nAfter."
    cut = snippet(document(text, 9, 9 + len(TEXT)), hit((9, 15)), 200)
    assert (cut.text, cut.start) == (TEXT, 9)


def test_scripts_without_spaces_keep_their_context() -> None:
    text = "人権と自由を守る" * 20
    cut = snippet(document(text), hit((80, 82)), 30)
    assert len(cut.text) == 30
    assert cut.spans[0].start == 9


def test_a_long_run_without_spaces_is_cut_between_its_words() -> None:
    text = "/".join(letter * 12 for letter in "abcdefghij")
    start = text.index("g")
    cut = snippet(document(text), hit((start, start + 12)), 60)
    assert cut.text.strip("/") == "/".join(letter * 12 for letter in "fghi")


def test_as_a_line_it_keeps_its_offsets() -> None:
    text = "the free\r\npress\tof\u2028New York"
    cut = snippet(document(text), hit((4, 15)), 80)
    assert cut.text == text
    assert cut.line == "the free  press of New York"


WORDS = st.text(alphabet="aé人 \n-’.\u00ad", min_size=1, max_size=200).filter(str.strip)


@given(WORDS, st.data(), st.integers(1, 60))
def test_a_snippet_is_literally_there_and_its_spans_inside(
    text: str, data: st.DataObject, width: int
) -> None:
    text = text.strip()
    cut_words = list(words(text))
    lit = (
        data.draw(st.lists(st.sampled_from(cut_words), unique=True, max_size=5))
        if cut_words
        else []
    )
    spans = sorted((word.start, word.end) for word in lit)
    cut = snippet(document(text), hit(*spans), width)
    assert text[cut.start : cut.start + len(cut.text)] == cut.text
    assert len(cut.text) <= width
    assert cut.opened == (cut.start == 0)
    assert cut.closed == (cut.start + len(cut.text) == len(text))
    for span in cut.spans:
        assert 0 <= span.start < span.end <= len(cut.text)
    if spans and spans[0][1] - spans[0][0] <= width:
        assert (cut.spans[0].start + cut.start, cut.spans[0].end + cut.start) == spans[0]
        # Whole words on either side: none is cut by a border of the snippet.
        for border in (cut.start, cut.start + len(cut.text)):
            assert not any(word.start < border < word.end for word in cut_words)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["free", '"the free"', "in:quotes the", "pres*", "-york"]), st.integers(5, 90)
)
def test_snippets_of_what_was_found(line: str, width: int) -> None:
    library = Library()
    library.add(many("a", 9))
    known = library.reading("a")
    assert known is not None
    text = known.document.text
    for one in library.search(line).hits:
        paragraph = known.document.paragraphs[one.paragraph - 1].span
        assert all(paragraph.covers(span) for span in one.spans)
        cut = snippet(known.document, one, width)
        assert text[cut.start : cut.start + len(cut.text)] == cut.text
        assert paragraph.start <= cut.start
        assert cut.start + len(cut.text) <= paragraph.end
    library.close()


def test_hits_are_worked_out_when_looked_at(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(many("a", 60))
    asked = 0

    def counted(passage: Passage, finding: Finding) -> list[tuple[int, int]]:
        nonlocal asked
        asked += 1
        return places(passage, finding)

    monkeypatch.setattr("index.hits.places", counted)
    results = library.search("the OR free", limit=None, ranked=False)
    assert asked == 0
    assert len(results.hits) == results.total > 40
    assert [one.paragraph for one in results.hits[:3]] == [
        results.hits[at].paragraph for at in range(3)
    ]
    assert asked == 6
    assert results.hits[-1] == results.hits[len(results.hits) - 1]
    with pytest.raises(IndexError):
        results.hits[len(results.hits)]


def test_all_places_in_order(library: Library) -> None:
    library.add(plain("a", "free, free", "york", "free"))
    lit = library.search("free", limit=None, ranked=False).hits.places()
    assert list(lit) == [Span(0, 4), Span(6, 10), Span(18, 22)]
    assert lit[1:] == [Span(6, 10), Span(18, 22)]
    assert (len(lit), lit[-1]) == (3, Span(18, 22))


def test_a_quotation_longer_than_the_width_is_not_cut_within_a_word() -> None:
    long = Span(0, len(TEXT))
    for width in range(12, len(TEXT)):
        cut = snippet(document(TEXT), Hit("d", 1, (long,), 0.0), width)
        following = TEXT[cut.start + len(cut.text) :]
        assert not (cut.text[-1].isalnum() and following[:1].isalnum()), cut.text
