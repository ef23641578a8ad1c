"""Hints: five at most, whole or not at all, and the help is the last to go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from tests.tui.conftest import Open
from tui.commands import COMMANDS, KeyMap
from tui.hints import Doing, Hint, fitting, hint_at, hints_for
from tui.widgets.keys_line import in_a_line

_HINTS = (Hint("]", "quote"), Hint("enter", "why"), Hint("↑ ↓", "pick"), Hint("?", "help"))


@pytest.mark.parametrize("doing", Doing)
def test_five_hints_at_most_which_fit_sixty_columns(doing: Doing) -> None:
    hints = hints_for(doing, KeyMap(COMMANDS), "all texts")
    assert len(hints) <= 5
    assert fitting(hints, 58) == hints
    assert all(hint.keys and hint.word for hint in hints)


@given(some.lists(some.sampled_from(_HINTS), max_size=8), some.integers(0, 80))
def test_hints_are_whole_and_fit(hints: list[Hint], width: int) -> None:
    kept = fitting(hints, width)
    line = in_a_line(tuple(hints), width)
    assert cell_len(line.plain) <= width
    assert line.plain == "  ".join(f"{hint.keys} {hint.word}" for hint in kept)


@pytest.mark.parametrize(
    ("width", "kept"), [(60, 4), (29, 3), (19, 2), (6, 1), (5, 0), (0, 0)]
)  # fmt: skip
def test_the_last_hint_stays_longest(width: int, kept: int) -> None:
    hints = fitting(_HINTS, width)
    assert len(hints) == kept
    assert not hints or hints[-1] is _HINTS[-1]


@given(some.lists(some.sampled_from(_HINTS), max_size=8))
def test_what_stands_in_a_cell(hints: list[Hint]) -> None:
    line = in_a_line(tuple(hints), 1_000).plain
    for cell, character in enumerate(line):
        hint = hint_at(hints, cell)
        if hint is None:
            assert character == " "
        else:
            assert character in f"{hint.keys} {hint.word}"
    assert hint_at(hints, len(line)) is None


async def test_a_click_does_what_the_key_does(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.pilot.click(stage.screen.keys, offset=(1, 0))
        await stage.settle()
        assert stage.at.startswith("The old")
