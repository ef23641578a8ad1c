"""Lines of a type of unknown width: all words, in order, none too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.picture.lines import broken, width


@given(st.text(max_size=300), st.floats(2, 40))
def test_lines_hold_all_words_in_order_and_none_is_too_long(said: str, room: float) -> None:
    lines = broken(said, room, 1_000)
    assert "".join("".join(lines).split()) == "".join(said.split())
    assert all(width(line) <= room + 1e-9 for line in lines)


@given(st.text(max_size=300), st.floats(2, 40), st.integers(1, 4))
def test_what_is_left_out_is_told(said: str, room: float, most: int) -> None:
    lines, everything = broken(said, room, most), broken(said, room, 1_000)
    assert len(lines) == min(most, len(everything))
    if len(everything) > most:
        assert lines[-1].endswith("…")
        assert width(lines[-1]) <= room + 1e-9
    else:
        assert lines == everything


def test_a_long_word_is_cut_in_time_that_is_linear() -> None:
    lines = broken("x" * 100_000, 10, 3)
    assert len(lines) == 3


@pytest.mark.parametrize(("said", "wide"), [("漢字", 2.0), ("", 0.0)])
def test_widths(said: str, wide: float) -> None:
    assert width(said) == wide


def test_marks_over_letters_take_no_room_and_capitals_take_more() -> None:
    assert width("e\u0301") == width("e") < width("E") < width("W")
