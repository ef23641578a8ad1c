"""Boxes over the text: what their keys do is told in whole words or not at all."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tui.widgets.box import whole_parts


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (40, "enter goes there · tab finds"),
        (41, "enter goes there · tab finds · esc closes"),
        (16, "enter goes there"),
        (15, ""),
        (0, ""),
        (-4, ""),
    ],
)  # fmt: skip
def test_the_first_parts_that_stand_whole(width: int, told: str) -> None:
    assert whole_parts("enter goes there · tab finds · esc closes", width) == told


@pytest.mark.parametrize("key", ["v", "V", "c", "m", "F2", "t", "y", "x"])
async def test_no_hint_is_cut(open_reader: Open, key: str) -> None:
    async with open_reader(size=(58, 20)) as stage:
        await stage.press("]", key.lower() if key == "F2" else key)
        *_, foot = (line for line in stage.seen().splitlines() if "─╯" in line)
        assert "…" not in foot
        assert "enter" in foot or "a letter" in foot or "a–z" in foot


async def test_names_have_the_room_where_it_is_narrow(open_reader: Open) -> None:
    async with open_reader(size=(58, 20)) as stage:
        await stage.press("v")
        assert "Mara Lindqvist  person" in stage.seen()


async def test_the_list_of_texts_says_what_choosing_does(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("|")
        assert "enter lays it beside" in stage.seen()
        await stage.press("escape", "f2")
        assert "enter goes there" in stage.seen()
