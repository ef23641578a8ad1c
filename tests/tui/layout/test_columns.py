"""Columns: they fit, the text is never wider than asked for, the margin goes where there is room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.columns import MarginPlace, arrange


@given(st.integers(1, 300), st.integers(1, 200), st.booleans(), st.booleans())
def test_the_columns_fit(width: int, text_width: int, margin: bool, narrow: bool) -> None:
    columns = arrange(width, text_width, margin=margin, narrow=narrow)
    assert columns.left + columns.margin + columns.text <= width
    assert 1 <= columns.text <= text_width
    right = width - columns.left - columns.margin - columns.text
    assert abs(right - columns.left) <= 1


@pytest.mark.parametrize(
    ("width", "margin", "narrow", "place", "text"),
    [
        (59, True, False, MarginPlace.BESIDE, 40),
        (59, True, True, MarginPlace.ABOVE, 56),
        (79, True, False, MarginPlace.BESIDE, 60),
        (119, True, False, MarginPlace.BESIDE, 72),
        (79, False, False, MarginPlace.HIDDEN, 72),
        (40, True, False, MarginPlace.ABOVE, 37),
        (4, True, True, MarginPlace.ABOVE, 4),
    ],
)
def test_where_the_margin_goes(
    width: int, margin: bool, narrow: bool, place: MarginPlace, text: int
) -> None:
    columns = arrange(width, 72, margin=margin, narrow=narrow)
    assert (columns.place, columns.text) == (place, text)
