"""Verbatim: what stands between marks, in any of the conventions."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.document import Span
from tui.layout.verbatim import between_marks


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
