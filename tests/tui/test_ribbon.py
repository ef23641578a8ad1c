"""The ribbon beside the text: what it shows, and where it leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.geometry import Offset

from tests.tui.conftest import Open
from tests.tui.made import reading, span
from tests.tui.test_reader_view import Pane, PaneApp, long_document, pane
from texts.document import Document, Span
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice, VoiceKind
from tui.layout.ribbon import Slices, Weighing
from tui.widgets.reader_view import ReaderView
from tui.widgets.ribbon import Ribbon


def column(stage: Pane, at: int = 0) -> str:
    """One column of the ribbon, from top to bottom."""
    ribbon = stage.view.ribbon
    return "".join(ribbon.render_line(y).text[at] for y in range(ribbon.size.height))


def row_of(stage: Pane, offset: int) -> int:
    document = stage.view.document
    assert document is not None
    return Slices(len(document.text), stage.view.ribbon.size.height).at(offset)


def all_said(document: Document, voice: int | None = 1) -> Reading:
    """A reading in which each paragraph is one quotation."""
    quotations = tuple(
        Quotation(
            paragraph.number,
            (paragraph.span,),
            Mode.DIRECT,
            voice,
            Certainty.EXPLICIT if voice else Certainty.UNRESOLVED,
            Evidence("made"),
        )
        for paragraph in document.paragraphs
    )
    voices = (AUTHOR, Voice(1, "Ana Roe", VoiceKind.PERSON))
    return Reading(document, voices, quotations, covers=len(document.paragraphs))


async def settle(stage: Pane) -> None:
    while stage.view.ribbon.is_weighing:
        await stage.pilot.pause(0.01)
    await stage.settle()


async def test_there_is_one_row_a_slice_and_each_says_who_speaks_there() -> None:
    async with pane() as stage:
        ribbon = stage.view.ribbon
        assert (ribbon.size.width, ribbon.size.height) == (2, 24)
        signs = column(stage, 1)
        assert signs[row_of(stage, span("We have no choice").start)] == "┃"
        assert signs[row_of(stage, span("old bridge will close").start)] == "┊"
        assert signs[row_of(stage, span("Nobody will come").start)] == "╏"
        assert signs[row_of(stage, span("Bridge to Close").start)] == " "


async def test_ascii_says_the_same() -> None:
    async with pane() as stage:
        stage.view.plain = True
        await stage.settle()
        signs = column(stage, 1)
        assert set(signs) == {"|", ":", "?", " "}
        assert column(stage).strip() == ">"
        stage.view.show(long_document())
        await stage.settle()
        assert (column(stage) + column(stage, 1)).isascii()


async def test_ascii_may_be_asked_for_before_the_pane_is_there() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        view = ReaderView()
        view.plain = True
        await app.mount(view)
        view.show(reading().document, reading())
        await pilot.pause()
        drawn = "".join(view.ribbon.render_line(y).text for y in range(view.ribbon.size.height))
        assert drawn.isascii()


async def test_it_shows_where_the_screen_and_the_cursor_are() -> None:
    async with pane(long_document()) as stage:
        stage.view.action_page(1)
        stage.view.go_to_paragraph(150)
        await stage.settle()
        places = column(stage)
        window, cursor = stage.view.window, stage.view.cursor.offset
        assert places.index("▸") == row_of(stage, cursor)
        assert cursor in window
        assert len(places.strip()) <= len("╭▸╰")
        stage.view.action_bottom()
        await stage.settle()
        assert column(stage).rstrip()[-1] == "▸"
        assert stage.view.window.end == len(long_document().text)


async def test_around_a_text_that_is_all_on_the_screen_there_is_no_bracket() -> None:
    async with pane() as stage:
        assert column(stage).strip() == "▸"


async def test_a_bracket_stands_around_what_is_on_the_screen() -> None:
    async with pane(long_document(20), size=(80, 48)) as stage:
        stage.view.action_half_page(1)
        await stage.settle()
        places = column(stage).rstrip()
        window = stage.view.window
        first, last = row_of(stage, window.start), row_of(stage, window.end - 1)
        assert last - first > 3
        assert places[first] == "╭"
        assert places.replace("▸", "│").strip() == "╭" + "│" * (last - first - 1) + "╰"


async def test_the_screen_is_looked_at_wherever_it_is_moved_from() -> None:
    """The bracket follows every scroll, whatever did it."""
    async with pane(long_document()) as stage:
        view, ribbon = stage.view, stage.view.ribbon
        acts: list[Callable[[], None]] = [
            lambda: view.action_page(1),
            lambda: view.scroll_to(y=400, animate=False),
            lambda: view.action_bottom(),
            lambda: view.go_to_paragraph(40),
        ]
        for act in acts:
            act()
            await stage.settle()
            slices = Slices(len(long_document().text), ribbon.size.height)
            ground = stage.view.get_component_rich_style("reader--quotation").bgcolor
            shown = [
                y
                for y in range(ribbon.size.height)
                if (style := ribbon.render_line(y)._segments[-1].style) and style.bgcolor == ground
            ]
            assert shown == list(slices.touched(stage.view.window))


async def test_hits_and_letters_are_marked() -> None:
    async with pane(long_document()) as stage:
        document = stage.view.document
        assert document is not None
        places = [document.paragraphs[at].span for at in (0, 120, 250)]
        stage.view.ribbon.mark_hits(places)
        stage.view.ribbon.mark_letters({"k": document.paragraphs[200].span.start})
        signs = column(stage)
        assert [signs[row_of(stage, place.start)] for place in places] == ["▸", "╺", "╺"]
        assert signs.count("╺") == 2
        marked = document.paragraphs[200].span.start
        assert signs[row_of(stage, marked)] == "k"
        assert stage.view.ribbon.offset_in(row_of(stage, marked)) == marked
        stage.view.ribbon.mark_hits(())
        assert "╺" not in column(stage)


async def test_what_is_not_read_yet_is_told_from_the_authors_words() -> None:
    document = long_document()
    part = Reading(document, (AUTHOR,), (), covers=150)
    async with pane(document, part) as stage:
        signs = column(stage, 1)
        half = row_of(stage, document.paragraphs[150].span.start)
        assert signs[:half].isspace()
        assert set(signs[half + 1 :]) == {"·"}
        stage.view.show(document, all_said(document))
        await settle(stage)
        assert set(column(stage, 1)) == {"┃"}


async def test_three_cells_say_who_else_speaks_and_one_says_who_speaks_most() -> None:
    async with pane(size=(80, 6)) as stage:
        stage.view.styles.scrollbar_size_vertical = 3
        await stage.settle()
        both = [stage.view.ribbon.render_line(y).text[1:] for y in range(6)]
        assert "┃╏" in both
        stage.view.styles.scrollbar_size_vertical = 1
        await stage.settle()
        one = [stage.view.ribbon.render_line(y).text for y in range(6)]
        assert one[0] == "▸"
        assert all(line[0] == row for line, row in zip(both[1:], one[1:], strict=True))


async def test_a_long_text_is_weighed_a_little_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """No step goes over more than some thousand quotations, whatever the document."""
    steps: list[int] = []
    go_on = Weighing.go_on

    def counted(weighing: Weighing, most: int) -> bool:
        steps.append(most)
        return go_on(weighing, most)

    monkeypatch.setattr(Weighing, "go_on", counted)
    document = long_document(7_000, words=3)
    async with pane(document, all_said(document)) as stage:
        await settle(stage)
        assert set(column(stage, 1)) == {"┃"}
        assert max(steps) <= 2_000
        assert 4 <= len(steps) <= 10
        # Another row, another hit: nothing is weighed for them.
        before = len(steps)
        stage.view.action_page(1)
        stage.view.ribbon.mark_hits([Span(5, 9)])
        await stage.settle()
        assert len(steps) == before
        await stage.pilot.resize_terminal(80, 30)
        await settle(stage)
        assert len(column(stage)) == 30


async def test_a_line_down_draws_the_ribbon_only_when_a_slice_is_passed() -> None:
    async with pane(long_document(3_000)) as stage:
        drawn = 0
        refresh = Ribbon.refresh

        def counted(ribbon: Ribbon) -> Ribbon:
            nonlocal drawn
            drawn += 1
            return refresh(ribbon)

        stage.view.go_to_paragraph(1_500)
        await stage.settle()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Ribbon, "refresh", counted)
            for _ in range(20):
                stage.view.action_line(1)
        assert drawn <= 2


# The mouse.


async def test_a_click_goes_to_the_words_shown_and_can_be_undone(open_reader: Open) -> None:
    async with open_reader() as stage:
        screen = stage.screen
        ribbon = screen.view.ribbon
        nobodys = span("“Nobody will come.”").start
        row = Slices(len(reading().document.text), ribbon.size.height).at(nobodys)
        left = screen.at
        await stage.pilot.click(ribbon, offset=Offset(1, row))
        await stage.pilot.pause()
        assert screen.at == nobodys
        assert screen.view.has_focus
        await stage.press("ctrl+o")
        assert screen.at == left


async def test_marks_are_shown_as_soon_as_they_are_set(open_reader: Open) -> None:
    async with open_reader() as stage:
        ribbon = stage.screen.view.ribbon

        def places() -> str:
            return "".join(ribbon.render_line(y).text[0] for y in range(ribbon.size.height))

        stage.screen.mark("q")
        await stage.press("G")
        assert "q" in places()
        await stage.press("g")
        stage.screen.mark("q")
        await stage.press("G")
        assert places().strip() == "▸", "set again where it is, a mark is taken away"


async def test_a_drag_is_one_jump_from_where_it_began(open_reader: Open) -> None:
    async with open_reader() as stage:
        screen = stage.screen
        ribbon = screen.view.ribbon
        left = screen.at
        await stage.pilot.mouse_down(ribbon, offset=Offset(0, 0))
        seen = []
        for row in (4, ribbon.size.height - 1):
            await stage.pilot.hover(ribbon, offset=Offset(0, row))
            await stage.pilot.pause()
            seen.append(screen.at)
        await stage.pilot.mouse_up(ribbon, offset=Offset(0, ribbon.size.height - 1))
        await stage.pilot.hover(ribbon, offset=Offset(0, 2))
        await stage.pilot.pause()
        assert seen == sorted(seen)
        assert screen.at == seen[-1] > left, "the button is up: nothing moves any more"
        await stage.press("ctrl+o")
        assert screen.at == left


async def test_every_row_leads_into_its_slice() -> None:
    async with pane(long_document(), all_said(long_document())) as stage:
        ribbon = stage.view.ribbon
        slices = Slices(len(long_document().text), ribbon.size.height)
        for row in range(ribbon.size.height):
            at = ribbon.offset_in(row)
            assert row in slices.touched(Span(at, at + 1))
        assert ribbon.offset_in(999) == ribbon.offset_in(ribbon.size.height - 1)
        stage.view.ribbon.mark_hits([Span(slices.start(5) + 7, slices.start(5) + 9)])
        assert ribbon.offset_in(5) == slices.start(5) + 7, "a hit goes before words"
