"""Verbatim: what stands between marks, in any of the conventions."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.document import Span
from texts.reading import Certainty, Evidence, Mode, Quotation
from texts.verbatim import between_marks, quoted_words


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("that it was “far too late.”", ["“far too late.”"]),
        ('it was "late" and "wet"', ['"late"', '"wet"']),
        ("„zu spät“ und «trop tard»", ["„zu spät“", "«trop tard»"]),
        ("»viel zu spät«", ["»viel zu spät«"]),
        ("was “cut off", ["“cut off"]),
        ("no marks at all", ["no marks at all"]),
        ("a ‘small’ one, the pilots’ own", ["‘small’"]),
        ("he ‘doesn’t want to go’ now", ["‘doesn’t want to go’"]),
        ("the ‘pilots’ own’ and ‘nobody’s’", ["‘pilots’ own’", "‘nobody’s’"]),
        ("he 'doesn't want to go' now", ["'doesn't want to go'"]),
        ("it was ''late'' and ``wet''", ["''late''", "``wet''"]),
        ("it was ‚zu spät‘ and ”för sent”", ["‚zu spät‘", "”för sent”"]),
    ],
)
def test_what_is_marked(text: str, marked: list[str]) -> None:
    assert [span.of(text) for span in between_marks(text, Span(0, len(text)))] == marked


@given(st.text(alphabet='ab “”„"«»‘’'), st.integers(0, 5))
def test_the_parts_lie_in_the_span_and_apart(text: str, start: int) -> None:
    span = Span(min(start, len(text)), len(text))
    parts = between_marks(text, span)
    assert all(span.covers(part) for part in parts)
    assert parts == sorted(parts)
    assert not any(a.overlaps(b) for a, b in itertools.pairwise(parts))


def test_words_belong_to_the_innermost_quotation_and_to_their_marks() -> None:
    text = "She said he was “far too late” and wet."
    outer = quotation(Span(9, 38), Mode.MIXED)
    inner = quotation(Span(17, 24), Mode.INDIRECT)
    pieces = quoted_words(text, Span(0, 36), [outer, inner])
    assert [(text[a:b], words.quotation, words.verbatim) for a, b, words in pieces] == [
        ("he was ", 0, False),
        ("“", 0, True),
        ("far too", 1, False),
        (" late”", 0, True),
        (" and w", 0, False),
    ]


def quotation(span: Span, mode: Mode) -> Quotation:
    return Quotation(1, (span,), mode, None, Certainty.UNRESOLVED, Evidence("cue"))
