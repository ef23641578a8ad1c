"""Panes: from one to another, one alone, and a key that keeps its meaning in each."""

from __future__ import annotations

import pytest
from textual.widget import Widget
from textual.widgets import Input

from tests.tui.conftest import Open, Stage
from texts.samples import sample_path
from tui.session import OpenText

SIZES = [
    (20, 5), (30, 6), (40, 12), (59, 24), (60, 24), (80, 24), (119, 40), (120, 40), (160, 45),
    (200, 60), (250, 80),
]  # fmt: skip


def shown(stage: Stage) -> tuple[bool, bool]:
    """Whether the text and whether the attribution can be seen."""
    regions = stage.screen._compositor.visible_widgets
    return stage.screen.view in regions, stage.screen.pane in regions


def focused(stage: Stage) -> Widget | None:
    return stage.screen.focused


async def test_tab_goes_round(open_reader: Open) -> None:
    async with open_reader() as stage:
        assert focused(stage) is stage.screen.view
        await stage.press("tab")
        assert focused(stage) is stage.screen.pane
        assert "attribution" in stage.screen.status.notice
        await stage.press("tab")
        assert focused(stage) is stage.screen.view
        await stage.press("shift+tab")
        assert focused(stage) is stage.screen.pane
        await stage.press("f7")
        assert focused(stage) is stage.screen.view
        await stage.press("f9")
        assert focused(stage) is stage.screen.pane


async def test_what_has_the_keys_is_seen_without_colours(open_reader: Open) -> None:
    async with open_reader(size=(80, 24)) as stage:
        assert "━" not in stage.seen()
        await stage.press("tab")
        assert "━" in stage.seen()


async def test_keys_of_moving_scroll_the_pane_that_has_them(open_reader: Open) -> None:
    async with open_reader(OpenText(sample_path()), size=(120, 20)) as stage:
        await stage.press("]", "]", "]", "f9")
        place, pane = stage.screen.at, stage.screen.pane
        assert pane.max_scroll_y > 0
        await stage.press("j")
        assert pane.scroll_y == 1
        await stage.press("k")
        assert pane.scroll_y == 0
        await stage.press("G")
        assert pane.scroll_y == pane.max_scroll_y
        await stage.press("b", "ctrl+u", "g", "space", "ctrl+d", "down", "end", "home")
        assert pane.scroll_y == 0
        assert stage.screen.at == place
        await stage.press("escape", "j")
        assert stage.screen.at != place


@pytest.mark.parametrize("size", [(58, 20), (80, 24), (120, 40), (160, 45)])
@pytest.mark.parametrize("back", ["z", "escape"])
async def test_one_pane_alone_and_back(open_reader: Open, size: tuple[int, int], back: str) -> None:
    async with open_reader(size=size) as stage:
        before = shown(stage)
        await stage.press("z")
        assert shown(stage) == (True, False)
        await stage.press(back)
        assert shown(stage) == before
        await stage.press(*("f9", "z")[: 1 + before[1]])
        assert shown(stage) == (False, True)
        await stage.press(back)
        assert shown(stage) == before
        assert stage.screen.focused in stage.screen.panes


async def test_where_there_is_no_room_a_pane_that_is_gone_to_is_shown_alone(
    open_reader: Open,
) -> None:
    async with open_reader(size=(58, 20)) as stage:
        await stage.press("]")
        assert shown(stage) == (True, False)
        await stage.press("tab")
        assert shown(stage) == (False, True)
        assert focused(stage) is stage.screen.pane
        await stage.press("]")  # whose words are next, without the words
        assert shown(stage) == (False, True)
        await stage.press("tab")
        assert shown(stage) == (True, False)
        assert focused(stage) is stage.screen.view
        assert stage.screen.alone is None


async def test_the_words_are_there_again_after_another_pane_alone(open_reader: Open) -> None:
    async with open_reader(size=(58, 20)) as stage:
        await stage.press("]")
        before = stage.seen()
        await stage.press("tab", "tab")
        assert stage.seen() == before


async def test_alone_goes_along_with_tab(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("z", "tab")
        assert shown(stage) == (False, True)
        await stage.press("tab")
        assert shown(stage) == (True, False)
        await stage.press("escape")
        assert shown(stage) == (True, True)


async def test_a_search_brings_the_text_back(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("f9", "z", "/")
        await stage.ask("come")
        assert shown(stage) == (True, True)
        assert stage.screen.panel.line.has_focus


async def test_f6_returns_to_the_search_in_its_scope(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("s")
        await stage.ask("come")
        await stage.press("enter", "f6")
        assert stage.screen.panel.is_open
        assert stage.screen.scope.value == "all texts"
        assert stage.screen.panel.line.value == "come"


@pytest.mark.parametrize("size", SIZES)
async def test_every_size(open_reader: Open, size: tuple[int, int]) -> None:
    async with open_reader(OpenText(sample_path()), size=size) as stage:
        await stage.press("]", "]")
        for keys in ((), ("tab",), ("z",), ("/",), ("tab", "z"), ("v",), ("?",)):
            await stage.press(*keys)
            if keys == ("/",):
                await stage.ask("impunity")
            assert_laid_out(stage)
            await stage.press("escape", "escape")
            assert_laid_out(stage)


def assert_laid_out(stage: Stage) -> None:
    """The focus can be seen, nothing lies over anything, no bar goes across, hints are whole."""
    screen, top = stage.screen, stage.app.screen
    width, height = screen.size.width, screen.size.height
    for widget in top.walk_children():
        if not isinstance(widget, Input):
            assert not getattr(widget, "show_horizontal_scrollbar", False), widget
    has_keys = top.focused
    assert has_keys is not None
    assert has_keys.region.area or height < 6 or width < 30, has_keys
    if width < 30 or height < 6:
        return
    panes = [w for w in (*screen.query("#body > *"), *screen.query("Page > *"))
             if w.display and w.id not in ("too-small", "body") and w.region.area]  # fmt: skip
    for at, one in enumerate(panes):
        assert screen.region.contains_region(one.region), (one, one.region)
        for other in panes[:at]:
            assert not one.region.overlaps(other.region), (one, other)
    if screen.keys.display:
        line = stage.seen().splitlines()[screen.keys.region.y].strip()
        assert line == "  ".join(f"{hint.keys} {hint.word}" for hint in screen.keys.hints)


async def test_results_stand_beside_the_text_where_there_is_room(open_reader: Open) -> None:
    for width, beside in ((120, False), (159, False), (160, True)):
        async with open_reader(OpenText(sample_path()), size=(width, 45)) as stage:
            await stage.press("/")
            await stage.ask("impunity")
            panel, text = stage.screen.panel.region, stage.screen.view.region
            assert (panel.right <= text.x) is beside
            assert (panel.bottom <= text.y) is not beside
            assert text.width >= 60
