"""Heights: rows and paragraphs find each other, also while heights are put right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.layout.heights import Heights, guess_lines

rows = st.lists(st.integers(1, 9), min_size=1, max_size=900)


@settings(max_examples=60)
@given(rows, st.data())
def test_each_row_belongs_to_its_paragraph(heights: list[int], data: st.DataObject) -> None:
    index = Heights(heights)
    expected = [(at, row) for at, height in enumerate(heights) for row in range(height)]
    assert index.total == len(expected)
    row = data.draw(st.integers(0, len(expected) - 1))
    assert index.at(row) == expected[row]
    at, within = expected[row]
    assert index.row_of(at) + within == row
    assert (len(index), index[at]) == (len(heights), heights[at])


@settings(max_examples=60)
@given(rows, st.data())
def test_a_corrected_height_counts_everywhere(heights: list[int], data: st.DataObject) -> None:
    index = Heights(heights)
    for _ in range(5):
        at = data.draw(st.integers(0, len(heights) - 1))
        height = data.draw(st.integers(1, 40))
        index.row_of(data.draw(st.integers(0, len(heights) - 1)))
        assert index.correct(at, height) == height - heights[at]
        heights[at] = height
    fresh = Heights(heights)
    assert index.total == fresh.total
    for at in range(0, len(heights), 7):
        assert index.row_of(at) == fresh.row_of(at) == sum(heights[:at])


@pytest.mark.parametrize(("row", "place"), [(-3, (0, 0)), (99, (1, 2))])
def test_rows_outside_give_the_nearest(row: int, place: tuple[int, int]) -> None:
    assert Heights([2, 3]).at(row) == place


def test_guesses_are_exact_for_one_line_and_never_nothing() -> None:
    assert guess_lines([0, 1, 62], 62) == [1, 1, 1]
    assert guess_lines([63, 600], 62)[0] >= 2
    assert guess_lines([5], 1)[0] >= 5
