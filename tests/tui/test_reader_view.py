"""The reading pane: moving through a document, and keeping the place whatever changes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from tests.tui.made import reading
from texts.document import Document, Span
from texts.loading import read_text
from texts.reading import Reading
from tui.layout import blocks, wrapping
from tui.layout.anchors import Place
from tui.widgets.reader_colours import theme_variables
from tui.widgets.reader_view import ReaderView


class PaneApp(App[None]):
    """A reading pane and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.moves: list[Place] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield ReaderView()

    def on_reader_view_cursor_moved(self, event: ReaderView.CursorMoved) -> None:
        assert event.control is event.reader
        self.moves.append(event.place)


class Pane:
    """A running pane."""

    def __init__(self, app: PaneApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.view = app.query_one(ReaderView)

    def rows(self) -> list[str]:
        """What is on the screen, row by row."""
        return [self.view.render_line(y).text for y in range(self.view.size.height)]

    def text_of(self, row: int) -> str:
        """The words of a row, without the margin."""
        strip = self.view.render_line(row)
        return "".join(
            segment.text
            for segment in strip
            if segment.style is not None and "offset" in segment.style.meta
        ).strip()

    def top(self) -> str:
        return next(words for row in range(self.view.size.height) if (words := self.text_of(row)))

    def cursor_row(self) -> int:
        return next(row for row, drawn in enumerate(self.rows()) if "▸" in drawn)

    async def settle(self) -> None:
        await self.pilot.pause()


Opens = Callable[..., AbstractAsyncContextManager[Pane]]


@asynccontextmanager
async def pane(
    document: Document | None = None,
    found: Reading | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Pane]:
    app = PaneApp()
    async with app.run_test(size=size) as pilot:
        stage = Pane(app, pilot)
        if document is None:
            found = reading()
            document = found.document
        stage.view.show(document, found)
        stage.view.focus()
        await pilot.pause()
        yield stage


def long_document(paragraphs: int = 300, words: int = 60) -> Document:
    """Paragraphs that tell their number, of unequal length."""
    return read_text(
        "long.txt",
        "\n\n".join(
            f"Paragraph {number} begins. " + "Some more words. " * (words * (number % 7) // 16)
            for number in range(1, paragraphs + 1)
        ).encode(),
    )


async def test_every_paragraph_is_shown_whole() -> None:
    async with pane() as stage:
        shown = " ".join(stage.text_of(row) for row in range(24)).split()
        document = stage.view.document
        assert document is not None
        assert shown == document.text.split()


async def test_lines_go_down_and_up_and_stop_at_the_ends() -> None:
    async with pane() as stage:
        rows = []
        for _ in range(12):
            rows.append(stage.cursor_row())
            stage.view.action_line(1)
        assert rows == sorted(rows)
        assert "year" in stage.text_of(stage.cursor_row())
        for _ in range(20):
            stage.view.action_line(-1)
        assert stage.view.cursor.paragraph_index == 0
        assert stage.view.scroll_offset.y == 0


async def test_moving_by_lines_keeps_to_the_column() -> None:
    async with pane(long_document()) as stage:
        view = stage.view
        start = 10
        view.go_to(Place(0, start))
        for _ in range(9):
            view.action_line(1)
        for _ in range(9):
            view.action_line(-1)
        assert view.cursor == Place(0, start)


async def test_the_cursor_is_never_at_the_edge_while_there_is_more() -> None:
    async with pane(long_document()) as stage:
        for _ in range(60):
            stage.view.action_line(1)
            assert stage.cursor_row() <= 20
        for _ in range(30):
            stage.view.action_line(-1)
            assert stage.cursor_row() >= 3


async def test_a_page_scrolls_and_the_cursor_stays_on_the_screen_where_it_was() -> None:
    async with pane(long_document()) as stage:
        view = stage.view
        for _ in range(5):
            view.action_line(1)
        before = view.scroll_offset.y
        view.action_page(1)
        assert view.scroll_offset.y == before + 22
        assert 3 <= stage.cursor_row() <= 20
        view.action_half_page(-1)
        assert view.scroll_offset.y == before + 10
        view.action_page(-1)
        assert view.scroll_offset.y == 0


async def test_pages_reach_the_first_and_the_last_line() -> None:
    async with pane(long_document(40)) as stage:
        for _ in range(40):
            stage.view.action_page(1)
        assert stage.view.cursor.paragraph_index == 39
        for _ in range(40):
            stage.view.action_page(-1)
        assert stage.view.cursor.paragraph_index == 0
        assert stage.view.scroll_offset.y == 0


async def test_a_jump_puts_its_goal_a_third_down_and_leaves_what_is_in_view() -> None:
    async with pane(long_document()) as stage:
        view = stage.view
        view.go_to_paragraph(150)
        assert stage.cursor_row() == 8
        assert stage.text_of(8).startswith("Paragraph 150 begins.")
        before = view.scroll_offset.y
        view.go_to_paragraph(151)
        assert view.scroll_offset.y == before
        view.go_to_paragraph(10_000)
        assert view.cursor.paragraph_index == 299
        view.go_to_paragraph(-4)
        assert view.cursor.paragraph_index == 0


async def test_top_and_bottom() -> None:
    async with pane(long_document(3_000)) as stage:
        view = stage.view
        view.action_bottom()
        await stage.settle()
        assert view.cursor.paragraph_index == 2_999
        assert view.scroll_offset.y == view.max_scroll_y
        assert stage.text_of(23)
        view.action_top()
        await stage.settle()
        assert (view.cursor.paragraph_index, view.scroll_offset.y) == (0, 0)


async def test_the_terminal_cursor_goes_along() -> None:
    async with pane(long_document()) as stage:
        view = stage.view
        for number in (1, 200):
            view.go_to_paragraph(number)
            view.action_line(1)
            assert stage.app.cursor_position == (18, stage.cursor_row())
        view.go_to(Place(view.cursor.paragraph_index, view.cursor.offset + 5))
        assert stage.app.cursor_position.x == 23


async def test_it_has_no_keys_of_its_own() -> None:
    async with pane(long_document()) as stage:
        await stage.pilot.press("down", "pagedown", "end", "j")
        assert (stage.view.cursor.paragraph_index, stage.view.scroll_offset.y) == (0, 0)


async def test_moves_are_told_once_each() -> None:
    async with pane() as stage:
        await stage.settle()
        stage.app.moves.clear()
        stage.view.go_to_paragraph(3)
        stage.view.go_to_paragraph(3)
        stage.view.action_line(-1)
        await stage.settle()
        assert [place.paragraph_index for place in stage.app.moves] == [2, 1]


async def test_a_place_outside_is_the_nearest_inside() -> None:
    async with pane() as stage:
        document = stage.view.document
        assert document is not None
        stage.view.go_to(Place(1, 10_000))
        assert stage.view.cursor == Place(1, document.paragraphs[1].span.end - 1)
        stage.view.go_to(Place(99, 0))
        assert stage.view.cursor.paragraph_index == len(document.paragraphs) - 1


@pytest.mark.parametrize("paragraphs", [300, 3_000])
async def test_resizing_keeps_the_top_paragraph_and_comes_back_to_the_same_row(
    paragraphs: int,
) -> None:
    async with pane(long_document(paragraphs)) as stage:
        view = stage.view
        view.go_to_paragraph(paragraphs // 2 - 1)
        view.action_page(1)
        await stage.settle()
        before = stage.rows()
        anchor = view.window.start
        cursor = view.cursor
        for width, height in ((60, 24), (120, 40), (58, 24)):
            await stage.pilot.resize_terminal(width, height)
            await stage.settle()
            assert view.window.start <= anchor < view.window.start + view.text_width
        await stage.pilot.resize_terminal(30, 6)
        await stage.settle()
        assert any("▸" in row for row in stage.rows()), "the cursor's line is on the screen"
        view.margin = False
        view.text_width = 40
        await stage.settle()
        view.margin = True
        view.text_width = 72
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert stage.rows() == before
        assert view.cursor == cursor


async def test_measuring_the_rest_of_a_long_document_moves_nothing() -> None:
    async with pane(long_document(5_000)) as stage:
        view = stage.view
        view.go_to_paragraph(2_500)
        before = stage.rows()
        while view.is_measuring:
            await stage.pilot.pause(0.01)
        await stage.settle()
        assert stage.rows() == before
        assert view.virtual_size.height - view.size.height == view.max_scroll_y


async def test_a_fuller_reading_moves_nothing_and_keeps_the_hues() -> None:
    full = reading()
    document = full.document
    opening = replace(full, quotations=full.quotations[:3], covers=3)
    async with pane(document, opening, size=(80, 9)) as stage:
        view = stage.view
        view.go_to_paragraph(4)
        top, cursor, hues = stage.top(), view.cursor, dict(view.hues)
        view.show(document, full)
        await stage.settle()
        assert (stage.top(), view.cursor) == (top, cursor)
        assert hues.items() <= dict(view.hues).items()


async def test_another_document_begins_at_its_beginning() -> None:
    async with pane(long_document()) as stage:
        view = stage.view
        view.go_to_paragraph(200)
        view.set_hits({199: [Span(0, 5)]})
        view.show(reading().document, None)
        await stage.settle()
        assert (view.cursor.paragraph_index, view.scroll_offset.y) == (0, 0)


async def test_a_jump_to_the_end_of_a_long_document_wraps_little(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = long_document(100_000, words=4)
    wrapped = 0
    original = wrapping.wrap
    counted = wrapping.count_lines

    def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> wrapping.Lines:
        nonlocal wrapped
        wrapped += 1
        return original(text, width, start, end)

    def count_lines(text: str, width: int, start: int, end: int) -> int:
        nonlocal wrapped
        wrapped += 1
        return counted(text, width, start, end)

    monkeypatch.setattr(blocks, "wrap", wrap)
    monkeypatch.setattr(blocks, "count_lines", count_lines)
    app = PaneApp()
    async with app.run_test(size=(120, 40)):
        stage = Pane(app, Pilot(app))
        stage.view.show(document)
        stage.view.action_bottom()
        stage.rows()
        assert 0 < wrapped < 200
        assert len(list(app.screen.walk_children())) < 30


async def test_a_megabyte_in_one_paragraph_is_wrapped_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrapped: list[int] = []
    original = wrapping.wrap

    def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> wrapping.Lines:
        wrapped.append((len(text) if end is None else end) - start)
        return original(text, width, start, end)

    monkeypatch.setattr(blocks, "wrap", wrap)
    document = read_text("one.txt", b"Before.\n\n" + b"All in one. " * 87_000 + b"\n\nAfter.")
    async with pane(document, None) as stage:
        stage.view.go_to(Place(1, 700_000))
        assert stage.text_of(stage.cursor_row())
        stage.view.action_bottom()
        stage.view.action_page(-1)
        while stage.view.is_measuring:
            await stage.pilot.pause(0.01)
        assert sum(size > 1_000_000 for size in wrapped) == 1


async def test_drawing_changes_nothing() -> None:
    async with pane(long_document(2_000)) as stage:
        view = stage.view
        view.go_to_paragraph(1_000)
        before = (view.cursor, view.scroll_offset, view.virtual_size)
        once = stage.rows()
        assert stage.rows() == once
        assert (view.cursor, view.scroll_offset, view.virtual_size) == before


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 19, 30, 44, 59, 60, 79, 120, 200])
async def test_every_row_is_as_wide_as_the_pane(width: int) -> None:
    async with pane(size=(width, 30)) as stage:
        beside = stage.view.scrollable_content_region.width
        assert width - 2 <= beside <= width
        for y in range(30):
            assert stage.view.render_line(y).cell_length == beside
        stage.view.action_bottom()
        stage.view.action_page(-1)
        stage.view.action_top()


async def test_nothing_is_shown_before_there_is_anything() -> None:
    app = PaneApp()
    async with app.run_test(size=(40, 10)):
        view = app.query_one(ReaderView)
        view.action_line(1)
        view.action_page(1)
        view.action_top()
        view.action_bottom()
        view.go_to_paragraph(3)
        view.set_hits({})
        assert not view.render_line(0).text.strip()
        assert view.place_at(0, 0) is None


@pytest.mark.parametrize(("width", "measured_anew"), [(80, False), (50, True)])
async def test_another_reading_measures_only_where_names_take_rows(
    width: int, measured_anew: bool
) -> None:
    document = long_document()
    async with pane(document, None, (width, 24)) as stage:
        view = stage.view
        view.go_to_paragraph(150)
        rows, top = view._rows, stage.top()
        words = document.paragraphs[200].span
        named = replace(reading().quotations[0], paragraph=201, spans=(words,))
        found = Reading(document, reading().voices, (named,), covers=300)
        view.show(document, found)
        assert (view._rows is not rows) == measured_anew
        assert stage.top() == top
        assert view._rows is not None
        assert view._rows.blocks.reading is found


async def test_a_line_down_draws_the_paragraphs_that_change_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with pane(long_document()) as stage:
        view = stage.view
        view.go_to_paragraph(150)
        await stage.settle()
        left = stage.cursor_row()
        drawn: list[int] = []
        original = view.render_line

        def counting(y: int) -> Strip:
            drawn.append(y)
            return original(y)

        monkeypatch.setattr(view, "render_line", counting)
        top = view.scroll_offset.y
        view.go_to_paragraph(151)
        await stage.settle()
        assert view.scroll_offset.y == top
        assert view._rows is not None
        assert {left, view._rows.row_of(view.cursor) - top} <= set(drawn)
        assert len(drawn) <= view._rows.height(149) + view._rows.height(150) < 24
