"""The status line: what just happened, and where one is, on whatever room there is."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open


@pytest.mark.parametrize(
    ("width", "shown", "not_shown"),
    [
        (100, "went on from the top", ""),
        (50, "went on from the top", "voice 1 of 1"),
        (36, "went on from the top", "quotation"),
    ],
)
async def test_what_just_happened_goes_before_the_position(
    open_reader: Open, width: int, shown: str, not_shown: str
) -> None:
    async with open_reader(size=(width, 24)) as stage:
        await stage.press("6", "]", "]")
        last = next(row for row in stage.seen().splitlines() if "went on" in row)
        assert shown in last
        assert not not_shown or not_shown not in last
        assert last.rstrip().endswith(("voice 1 of 1", "of 5", "the top"))


async def test_the_position_alone_is_whole(open_reader: Open) -> None:
    async with open_reader(size=(36, 24)) as stage:
        await stage.press("]")
        assert "quotation 1 of 5 · voice 1 of 1" in stage.seen()
