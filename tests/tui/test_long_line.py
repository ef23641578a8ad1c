"""A line of a million characters costs no more to read than what is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.data import hostile_bytes
from tests.tui.conftest import Open
from tests.tui.harmless import assert_harmless
from tui.layout import blocks
from tui.layout.wrapping import Lines, wrap
from tui.session import OpenText
from tui.widgets.reader_lines import Drawing


async def test_a_line_of_a_million_characters(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(hostile_bytes())
    laid_out: list[int] = []
    drawn: list[int] = []
    monkeypatch.setattr(blocks, "wrap", counting_long_wraps(laid_out))
    monkeypatch.setattr(Drawing, "_draw", counting(Drawing._draw, drawn))
    async with open_reader(OpenText(path), size=(100, 30)) as stage:
        await stage.searchable()
        for key in [
            "G",
            "pageup",
            "b",
            "k",
            "[",
            "]",
            "enter",
            "y",
            "c",
            "v",
            "escape",
            "*",
            "ctrl+o",
        ]:
            drawn.clear()
            laid_out.clear()
            await stage.press(key)
            assert len(drawn) <= 4 * 30, key
            assert len(laid_out) <= 1, key
            assert len(str(stage.screen.pane.words.content)) < 5_000, key
        await stage.press("/")
        await stage.ask("ono")
        assert stage.screen.panel.rows.option_count == 1
        assert stage.screen.searches_started <= 2
        await stage.press("enter", "n")
        assert stage.screen.status.notice.startswith("hit 1 of 1")
        assert_harmless(stage)


def counting(call: Callable[..., object], calls: list[int]) -> Callable[..., object]:
    def counted(*arguments: object) -> object:
        calls.append(1)
        return call(*arguments)

    return counted


def counting_long_wraps(calls: list[int]) -> Callable[[str, int, int, int], Lines]:
    def counted(text: str, width: int, start: int, end: int) -> Lines:
        if end - start > 1_000_000:
            calls.append(1)
        return wrap(text, width, start, end)

    return counted
