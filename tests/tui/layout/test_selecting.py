"""Selecting: the words between two places, without the line ends of screen or file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.made import article
from texts.document import Document, Paragraphs, Span
from tui.layout.anchors import Place
from tui.layout.selecting import selected_span, words_of

places = st.none() | st.builds(Place, st.integers(-2, 9), st.integers(-50, 900))


@given(places, places)
def test_a_selection_is_never_outside_the_words(start: Place | None, end: Place | None) -> None:
    document = article()
    span = selected_span(document, start, end)
    assert 0 <= span.start <= len(document.text)
    assert 0 <= span.end <= len(document.text)
    assert "\n\n\n" not in words_of(document, span)


def test_places_beside_a_paragraph_are_moved_to_it() -> None:
    document = article()
    first, second = document.paragraphs[0].span, document.paragraphs[1].span
    assert selected_span(document, Place(0, -1), Place(1, 10_000)) == Span(first.start, second.end)


def test_paragraphs_are_kept_apart_and_hard_wraps_are_not() -> None:
    text = "one line\r\nand another\n  indented\n\nsecond"
    document = Document("x", text, text, "UTF-8", "", Paragraphs([0, 34], [32, 40]))
    assert words_of(document, Span(4, 40)) == "line and another indented\n\nsecond"
    assert words_of(document, Span(9, 9)) == ""
    assert words_of(document, Span(30, 34)) == "ed"
