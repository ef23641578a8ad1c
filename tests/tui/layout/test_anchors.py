"""Anchors: which row has to be on top to show another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.anchors import top_to_show


@given(
    st.integers(0, 500), st.integers(0, 500), st.integers(1, 60), st.integers(1, 500), st.booleans()
)
def test_the_row_is_in_view_and_the_window_in_the_text(
    row: int, top: int, height: int, total: int, third: bool
) -> None:
    row, top = min(row, total - 1), max(0, min(top, total - height))
    found = top_to_show(row, top, height, total, keep=3, a_third_down=third)
    assert found <= row < found + height
    assert 0 <= found <= max(0, total - height)


@pytest.mark.parametrize(
    ("row", "third", "top"),
    [
        (105, True, 100),  # well in view
        (102, True, 94),  # too near to the edge
        (126, False, 106),
        (101, False, 98),
        (400, True, 392),
        (400, False, 380),
        (2, True, 0),
        (999, True, 976),
    ],
)
def test_where_a_jump_leads(row: int, third: bool, top: int) -> None:
    assert top_to_show(row, 100, 24, 1000, keep=3, a_third_down=third) == top
