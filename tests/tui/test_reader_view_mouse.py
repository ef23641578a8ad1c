"""The reading pane and the mouse: place, scroll, select, copy."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset

from tests.tui.made import span
from tests.tui.test_reader_view import Pane, long_document, pane
from tui.widgets.reader_view import ReaderView


def cell_of(stage: Pane, words: str) -> tuple[int, int]:
    for y, row in enumerate(stage.rows()):
        if words in row:
            return row.index(words), y
    raise AssertionError(f"{words!r} is not in view")


async def drag(stage: Pane, start: tuple[int, int], end: tuple[int, int]) -> None:
    await stage.pilot.mouse_down(ReaderView, offset=start)
    await stage.pilot.hover(ReaderView, offset=end)
    await stage.pilot.mouse_up(ReaderView, offset=end)
    await stage.settle()


async def test_a_click_places_the_cursor_on_the_character() -> None:
    async with pane() as stage:
        await stage.pilot.click(ReaderView, offset=cell_of(stage, "choice"))
        assert stage.view.cursor.offset == span("choice").start
        assert stage.view.has_focus


async def test_a_click_beside_the_text_takes_the_nearest_character() -> None:
    async with pane() as stage:
        _, y = cell_of(stage, "Nobody will")
        await stage.pilot.click(ReaderView, offset=(75, y))
        assert stage.view.cursor.offset == span("“Nobody will come.”").end - 1
        await stage.pilot.click(ReaderView, offset=(75, 23))
        assert stage.view.cursor.paragraph_index == 5


async def test_a_click_on_a_name_goes_to_the_words_it_names() -> None:
    async with pane() as stage:
        await stage.pilot.click(ReaderView, offset=cell_of(stage, "unresolved"))
        assert stage.view.cursor.offset == span("“Nobody will come.”").start


async def test_the_wheel_scrolls_without_the_focus_and_takes_the_cursor_along() -> None:
    async with pane(long_document()) as stage:
        stage.app.set_focus(None)
        before = stage.view.scroll_offset.y
        for _ in range(20):
            stage.view.post_message(
                events.MouseScrollDown(stage.view, 5, 5, 0, 1, 0, False, False, False)
            )
            await stage.settle()
        assert stage.view.scroll_offset.y > before + 5
        assert not stage.view.has_focus
        assert 3 <= stage.cursor_row() <= 20


async def test_what_is_selected_stays_selected_and_the_same_when_resized() -> None:
    async with pane() as stage:
        await drag(stage, cell_of(stage, "choice"), cell_of(stage, " “Who will"))
        selected = stage.app.screen.get_selected_text()
        assert selected is not None
        assert selected.startswith("choice,” said Mara Lindqvist, the city engineer. “It is")
        assert selected.endswith("\n\nShopkeepers fear for their trade. ")
        cursor = stage.view.cursor
        await stage.pilot.resize_terminal(50, 40)
        await stage.settle()
        assert stage.app.screen.get_selected_text() == selected
        assert stage.view.cursor == cursor


async def test_selecting_from_the_row_between_two_paragraphs_begins_with_the_second() -> None:
    async with pane() as stage:
        x, y = cell_of(stage, "“Nobody")
        await drag(stage, (x + 20, y - 1), (x + 6, y))
        assert stage.app.screen.get_selected_text() == "“Nobody"


async def test_selected_words_are_lit() -> None:
    async with pane() as stage:
        x, y = cell_of(stage, "choice")
        await drag(stage, (x, y), (x + 5, y))
        assert stage.app.screen.get_selected_text() == "choice"
        lit = [
            segment.text
            for segment in stage.view.render_line(y)
            if segment.style is not None
            and segment.style.bgcolor == stage.view._style(("reader--selection",)).bgcolor
        ]
        assert lit == ["choice"]


async def test_a_double_click_selects_the_quotation_and_a_third_the_paragraph() -> None:
    async with pane() as stage:
        at = cell_of(stage, "choice")
        await stage.pilot.click(ReaderView, offset=at, times=2)
        await stage.settle()
        assert stage.app.screen.get_selected_text() == "“We have no choice,”"
        await stage.pilot.click(ReaderView, offset=at, times=3)
        await stage.settle()
        text = stage.app.screen.get_selected_text()
        assert text is not None
        assert text.startswith("“We have")
        assert text.endswith("safe.”")


async def test_everything_can_be_selected() -> None:
    async with pane() as stage:
        stage.view.text_select_all()
        document = stage.view.document
        assert document is not None
        text = stage.app.screen.get_selected_text()
        assert text is not None
        assert text.split() == document.text.split()


async def test_the_margin_is_no_part_of_the_text() -> None:
    async with pane() as stage:
        x, y = cell_of(stage, "“We have")
        strip = stage.view.render_line(y)
        margin = [
            segment
            for segment in strip.crop(0, x)
            if segment.style is not None and "offset" in segment.style.meta
        ]
        assert margin == []
        found = stage.app.screen.get_widget_and_offset_at(x + 1, y)
        assert found == (stage.view, Offset(span("We have").start, 2))
