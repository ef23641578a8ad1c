"""A list of thousands: what is not shown is not made."""

from __future__ import annotations

from collections import Counter

from textual.content import Content

from tests.tui.conftest import Open
from tui.screens.narrowing import NarrowingList

made: Counter[str] = Counter()


class Late:
    """A row that counts what is asked of it."""

    def __init__(self, value: int) -> None:
        self.value = value

    @property
    def prompt(self) -> Content:
        made["prompt"] += 1
        return Content(f"document {self.value}")

    @property
    def searched(self) -> str:
        made["searched"] += 1
        return f"document {self.value}"

    @property
    def detail(self) -> str:
        made["detail"] += 1
        return ""


async def test_of_thousands_of_rows_few_are_made(open_reader: Open) -> None:
    made.clear()
    async with open_reader() as stage:
        rows = [Late(at) for at in range(5_000)]
        stage.app.push_screen(NarrowingList("Documents", rows, hint=""))
        await stage.settle()
        assert made["prompt"] <= 300
        assert made["searched"] == 0
        assert made["detail"] <= 2
        assert "… and 4,700 more" in stage.seen()
        await stage.type("4321")
        assert "document 4321" in stage.seen()
        assert made["searched"] == 5_000
        assert made["prompt"] < 1_300


async def test_a_title_is_no_markup(open_reader: Open) -> None:
    async with open_reader() as stage:
        stage.app.push_screen(NarrowingList("[sic] [/] [b]x", [Late(1)], hint="[/] [closes]"))
        await stage.settle()
        assert "[sic] [/] [b]x" in stage.seen()
        assert "[/] [closes]" in stage.seen()
