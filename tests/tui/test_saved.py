"""Saved searches: kept between sessions, and by two readers at once."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tui.saved import merged, queries_in_order, turned


@pytest.mark.parametrize(
    ("saved", "used", "typed", "queries"),
    [
        ([], [], "", []),
        (["b"], ["a", "b"], "", ["b", "a"]),
        (["b"], ["a", "b"], " c ", ["c", "b", "a"]),
        (["b"], ["a"], "a", ["a", "b"]),
    ],
)
def test_the_order_of_queries(
    saved: list[str], used: list[str], typed: str, queries: list[str]
) -> None:
    assert queries_in_order(saved, used, typed) == queries


def test_saving_twice_lets_go() -> None:
    assert turned(["a"], "b") == ["a", "b"]
    assert turned(turned(["a"], "b"), "b") == ["a"]


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "both"),
    [
        (["a"], ["a", "b"], ["a", "c"], ("a", "b", "c")),
        (["a", "b"], ["b"], ["a", "b"], ("b",)),
        (["a", "b"], ["a", "b"], ["b"], ("b",)),
        ([], ["a"], ["a"], ("a",)),
    ],
)
def test_two_readers(
    before: list[str], ours: list[str], theirs: list[str], both: tuple[str, ...]
) -> None:
    assert merged(before, ours, theirs) == both


async def test_a_query_is_saved_from_the_box(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        await stage.ask("come")
        await stage.press("enter", "/")
        await stage.ask("voice:arrow")
        await stage.press("ctrl+r")
        assert "★" not in stage.seen()
        await stage.press("tab")
        assert "★ voice:arrow" in stage.seen()
        await stage.press("escape", "ctrl+u", "ctrl+r", "enter")
        assert stage.screen.panel.line.value == "voice:arrow"
    assert stage.app.state_at_end().saved == ("voice:arrow",)


async def test_a_saved_query_is_let_go(open_reader: Open) -> None:
    async with open_reader() as stage:
        stage.screen.session.saved[:] = ["one", "two"]
        await stage.press("/", "ctrl+r", "down", "tab")
        assert stage.screen.session.saved == ["one"]
        assert "★ one" in stage.seen()
        assert "two" in stage.seen()
