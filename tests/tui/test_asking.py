"""The mouse on a name in the margin: what can be done with that voice."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Offset

from tests.tui.conftest import Open, Stage
from tests.tui.made import span
from texts.samples import sample_path
from tui.screens.keyed import KeyedList
from tui.session import OpenText
from tui.widgets.reader_view import ReaderView


async def click_in_margin(stage: Stage, name: str) -> None:
    """Click a name in the margin of the text."""
    view = stage.screen.view
    rows = stage.seen().splitlines()
    row = next(y for y, drawn in enumerate(rows) if name in drawn[:18])
    column = rows[row].index(name)
    await stage.pilot.click(ReaderView, offset=(column - view.region.x, row - view.region.y))
    await stage.settle()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("n", "the work would"),
        ("p", "the work would"),
        ("i", "Mara Lindqvist"),
        ("escape", "“We have"),
    ],
)
async def test_a_click_on_a_name_offers_what_can_be_done_with_the_voice(
    open_reader: Open, key: str, words: str
) -> None:
    async with open_reader() as stage:
        await click_in_margin(stage, "Lindqvist")
        assert [type(screen) for screen in stage.app.screen_stack[1:]] == [KeyedList]
        assert "Mara Lindqvist · person" in stage.seen()
        await stage.press(key)
        assert stage.app.screen is stage.screen
        assert stage.screen.at == span(words).start


async def test_all_that_a_voice_says_is_found_from_its_name(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.searchable()
        await click_in_margin(stage, "Lindqvist")
        await stage.press("f")
        assert stage.screen.panel.is_open
        assert stage.screen.panel.line.value == 'voice:"mara lindqvist"'
        assert len(stage.screen.hits) == 3


async def test_a_name_that_is_nobodys_offers_nothing(open_reader: Open) -> None:
    async with open_reader() as stage:
        await click_in_margin(stage, "unresolved")
        assert stage.app.screen is stage.screen
        assert stage.screen.at == span("“Nobody").start


async def test_the_wheel_scrolls_the_pane_under_the_pointer_and_takes_no_focus(
    open_reader: Open,
) -> None:
    async with open_reader(OpenText(sample_path()), size=(120, 20)) as stage:
        await stage.press("]", "]", "]")
        pane, view = stage.screen.pane, stage.screen.view
        assert pane.max_scroll_y > 0
        at, place = stage.screen.at, pane.region.offset + Offset(4, 2)
        turned = events.MouseScrollDown(
            None, place.x, place.y, 0, 1, 0, False, False, False, place.x, place.y
        )
        stage.app.post_message(turned)
        await stage.settle()
        assert pane.scroll_y > 0
        assert view.has_focus
        assert stage.screen.at == at


async def test_a_click_on_a_result_shows_it_and_a_second_one_stays(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.searchable()
        await stage.press("/")
        await stage.ask("will")
        rows = stage.screen.panel.rows
        last = rows.option_count - 1
        assert last > 0
        await stage.pilot.click(type(rows), offset=(2, last))
        await stage.settle()
        shown = stage.screen.at
        assert stage.screen.panel.has_class("-open")
        assert shown == stage.screen.found.rows[last].start
        await stage.pilot.double_click(type(rows), offset=(2, last))
        await stage.settle()
        assert not stage.screen.panel.has_class("-open")
        assert stage.screen.at == shown
        await stage.press("ctrl+o")
        assert stage.at.startswith("Bridge")
