"""The reading pane: a document with its voices, and a reader in it who moves, points and selects."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection

from texts.document import Document, Span
from texts.reading import Quotation, Reading
from tui.layout.anchors import Place, top_to_show
from tui.layout.blocks import Block
from tui.layout.selecting import selected_span, words_of
from tui.widgets.reader_canvas import ReaderCanvas
from tui.widgets.reader_lines import Focus

__all__ = ["Place", "ReaderView"]

_KEPT_IN_VIEW = 3
"""Rows between the cursor and the edge."""


class ReaderView(ReaderCanvas, can_focus=True):
    """A document and whose words it holds, with a cursor, the mouse, and a selection.

    It has actions but no keys of its own. The app has to give the theme variables of
    `tui.widgets.reader_colours`.
    """

    cursor: var[Place] = var(Place(0, 0), init=False)
    """Where the reader is."""

    @dataclass
    class CursorMoved(Message):
        """The cursor is at another place."""

        reader: ReaderView
        place: Place

        @property
        def control(self) -> ReaderView:
            """The pane that the cursor is in."""
            return self.reader

    @dataclass
    class VoiceClicked(Message):
        """A voice that is named in the margin was clicked."""

        reader: ReaderView
        quotation: Quotation

        @property
        def control(self) -> ReaderView:
            """The pane in whose margin it is."""
            return self.reader

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._goal: int | None = None
        self._quotation: Quotation | None = None
        self._quoted_in: frozenset[int] = frozenset()
        self._opens = True

    def show(self, document: Document, reading: Reading | None = None) -> None:
        """As the canvas shows it; in a document that is new the cursor is at the beginning."""
        is_new = document is not self._document
        if is_new:
            self._goal = None
            start = Place(0, document.paragraphs[0].span.start)
            self.set_reactive(ReaderView.cursor, start)
            self._opens = True
        super().show(document, reading)
        self.ribbon.point_out(self.cursor.offset)
        self._find_quotation()
        if is_new:
            self.post_message(self.CursorMoved(self, self.cursor))

    @property
    def quotation(self) -> Quotation | None:
        """The innermost quotation the cursor is in."""
        return self._quotation

    def go_to(self, place: Place, *, a_third_down: bool = True) -> None:
        """Put the cursor at a place, and bring it well into view.

        What is well in view already does not move. Otherwise the place comes to stand a third of
        the way down, or, without `a_third_down`, as near as the least scrolling brings it.
        """
        self._goal = None
        self.cursor = place
        self._show_cursor(a_third_down=a_third_down)

    def go_to_paragraph(self, number: int) -> None:
        """Put the cursor at the beginning of a paragraph, by its number from 1, or the nearest."""
        if self._document is not None:
            paragraphs = self._document.paragraphs
            index = max(0, min(number, len(paragraphs)) - 1)
            self.go_to(Place(index, paragraphs[index].span.start))

    def action_line(self, count: int) -> None:
        """Move the cursor by lines of text, down if `count` is positive."""
        if self._rows is not None:
            self._move_to_line(*self._rows.step(self.cursor, count))
            self._show_cursor(a_third_down=False)

    def action_page(self, direction: int) -> None:
        """Scroll by a page less two rows; the cursor stays where it is on the screen."""
        self._scroll_rows(direction * max(1, self._height - 2))

    def action_half_page(self, direction: int) -> None:
        """Scroll by half a page; the cursor stays where it is on the screen."""
        self._scroll_rows(direction * max(1, self._height // 2))

    def action_top(self) -> None:
        """Go to the first line."""
        self.go_to_paragraph(1)
        self._scroll_to_row(0)

    def action_bottom(self) -> None:
        """Go to the last line."""
        rows = self._rows
        if rows is not None:
            last = len(rows.blocks) - 1
            lines = rows.blocks[last].lines
            self.go_to(Place(last, lines.starts[-1]), a_third_down=False)
            self._scroll_to_row(rows.total)

    @property
    def seen(self) -> Span | None:
        """The part of the text on the screen, whole lines."""
        rows = self._rows
        if rows is None:
            return None
        top = self.scroll_offset.y
        first, first_line = rows.line_at(min(top, rows.total - 1))
        last, last_line = rows.line_at(min(top + self._height, rows.total) - 1)
        start = rows.blocks[first].lines.bounds(first_line)[0]
        return Span(start, rows.blocks[last].lines.bounds(last_line)[1])

    def cell_of(self, place: Place) -> Offset | None:
        """The cell of the screen in which a place of the text stands, if it can be seen."""
        rows = self._rows
        if rows is None:
            return None
        columns = rows.blocks.columns
        x = columns.left + columns.margin + rows.cell_of(place)
        y = rows.row_of(place) - self.scroll_offset.y
        return self.content_region.offset + Offset(x, y) if 0 <= y < self._height else None

    def place_at(self, row: int, column: int) -> Place | None:
        """The place drawn at a row and column of the pane, both from 0, or the nearest.

        A name in the margin stands for the beginning of the words it names.
        """
        rows = self._rows
        if rows is None:
            return None
        index, line = rows.line_at(row + self.scroll_offset.y)
        block = rows.blocks[index]
        named = self._named_at(row, column)
        if named is not None:
            for start, _, words in block.speech:
                if words.quotation == named:
                    return Place(index, start)
        columns = rows.blocks.columns
        return rows.place_in(index, line, column - columns.left - columns.margin)

    def _named_at(self, row: int, column: int) -> int | None:
        """Which quotation of its paragraph the name in the margin there is of; `None` for no name."""
        rows = self._rows
        if rows is None or column >= rows.blocks.columns.left + rows.blocks.columns.margin:
            return None
        index, line = rows.line_at(row + self.scroll_offset.y)
        label = rows.blocks[index].labels.get(line)
        return None if label is None else label.quotation

    def _focus_on(self, index: int, block: Block, row: int) -> Focus:
        has_cursor = index == self.cursor.paragraph_index
        quotation = self._quotation if index in self._quoted_in else None
        return Focus(
            has_cursor,
            has_cursor and block.head + block.lines.at(self.cursor.offset) == row,
            None if quotation is None else quotation.start,
            self._selected_in(block.span),
        )

    # Scrolling.

    def _scroll_rows(self, count: int) -> None:
        """Scroll, and move the cursor by as many rows, or as far as there are any."""
        rows = self._rows
        if rows is None:
            return
        top = rows.row_of_anchor(self._anchor)
        seen = rows.row_of(self.cursor) - top
        self._scroll_to_row(top + count)
        if self.scroll_offset.y not in (0, rows.total - self._height):
            self._move_to_line(*rows.line_at(self.scroll_offset.y + seen))
        else:
            self._move_to_line(*rows.line_at(rows.row_of(self.cursor) + count))
        self._show_cursor(a_third_down=False)

    # The cursor.

    def validate_cursor(self, place: Place) -> Place:
        if self._document is None:
            return place
        paragraphs = self._document.paragraphs
        index = max(0, min(place.paragraph_index, len(paragraphs) - 1))
        span = paragraphs[index].span
        return Place(index, max(span.start, min(place.offset, span.end - 1)))

    def watch_cursor(self, before: Place, after: Place) -> None:
        left = {before.paragraph_index, *self._quoted_in}
        self._find_quotation()
        self._take_terminal_cursor_along()
        self.ribbon.point_out(self.cursor.offset)
        self._refresh_paragraphs({after.paragraph_index, *self._quoted_in, *left})
        self.post_message(self.CursorMoved(self, self.cursor))

    def _refresh_paragraphs(self, indices: Set[int]) -> None:
        """Draw some paragraphs anew, as far as they are on the screen: over a slow line all else
        would take its time."""
        rows = self._rows
        if rows is None:
            return
        row, bottom = self.scroll_offset.y, min(self.scroll_offset.y + self._height, rows.total)
        while row < bottom:
            index, within = rows.at(row)
            height = rows.height(index) - within
            if index in indices:
                self.refresh_lines(row, height)
            row += height

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._take_terminal_cursor_along()

    def on_focus(self) -> None:
        self._take_terminal_cursor_along()

    def _take_terminal_cursor_along(self) -> None:
        """Keep the terminal's own cursor with ours: braille displays and magnifiers follow it."""
        at = self.cell_of(self.cursor) if self.has_focus else None
        if at is not None:
            self.app.cursor_position = at

    def _find_quotation(self) -> None:
        self._quotation, self._quoted_in = None, frozenset()
        if self._reading is None:
            return
        place = self.cursor
        around = [
            (len(span), quotation)
            for quotation in self._reading.in_paragraph(place.paragraph_index + 1)
            for span in quotation.spans
            if place.offset in span
        ]
        if around:
            self._quotation = min(around, key=lambda found: found[0])[1]
            index_at = self._reading.document.paragraphs.index_at
            self._quoted_in = frozenset(index_at(s.start) for s in self._quotation.spans)

    def _move_to_line(self, index: int, line: int) -> None:
        """Move the cursor to a line, to the cell it was in before it began to move by lines."""
        rows = self._rows
        if rows is not None:
            goal = rows.cell_of(self.cursor) if self._goal is None else self._goal
            self.cursor = rows.place_in(index, line, goal)
            self._goal = goal

    def _return_to_anchor(self) -> None:
        """As the canvas does it, but the cursor's line stays on the screen.

        The anchor stays too: where rows come back, so does the line that was on top.
        """
        super()._return_to_anchor()
        self._show_cursor(a_third_down=self._opens, takes_anchor=self._opens)
        self._opens = False

    def _show_cursor(self, *, a_third_down: bool, takes_anchor: bool = True) -> None:
        """Scroll the cursor into view, if it is not there."""
        rows = self._rows
        if rows is None:
            return
        if rows.settle(self.cursor.paragraph_index, self._height, self._height):
            self.refresh()
        top = rows.row_of_anchor(self._anchor)
        wanted = top_to_show(
            rows.row_of(self.cursor),
            top,
            self._height,
            rows.total,
            keep=_KEPT_IN_VIEW,
            a_third_down=a_third_down,
        )
        if wanted != self.scroll_offset.y:
            self._put_on_top(wanted)
            if takes_anchor:
                self._take_anchor()

    def _after_scrolling(self) -> None:
        """Move the cursor into view when the text has been scrolled away from under it."""
        rows = self._rows
        if rows is None:
            return
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self._height - 1
        keep = min(_KEPT_IN_VIEW, (self._height - 1) // 2)
        first = top + keep if top > 0 else 0
        last = bottom - keep if bottom < rows.total - 1 else rows.total - 1
        row = rows.row_of(self.cursor)
        if row < first:
            self._move_to_line(*rows.line_at(first))
        elif row > last:
            self._move_to_line(*rows.line_at(last))

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        # Textual would select everything at a second click.
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None or self._document is None:
            return
        if event.chain == 1 and self.text_selection is None:
            place = self.place_at(offset.y, offset.x)
            if place is not None:
                self._goal = None
                self.cursor = place
                self._tell_of_voice(place, self._named_at(offset.y, offset.x))
        elif event.chain == 2 and self._quotation is not None:
            self._select(next(s for s in self._quotation.spans if self.cursor.offset in s))
        elif event.chain > 1:
            self._select(self._document.paragraphs[self.cursor.paragraph_index].span)

    def _tell_of_voice(self, place: Place, named: int | None) -> None:
        if named is not None and self._rows is not None:
            quotation = self._rows.blocks[place.paragraph_index].quotations[named]
            if quotation.voice is not None:
                self.post_message(self.VoiceClicked(self, quotation))

    def _select(self, span: Span) -> None:
        index = self.cursor.paragraph_index
        self.screen.selections = {
            self: Selection(Offset(span.start, index), Offset(span.end, index))
        }

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, paragraphs apart by a blank line, without the screen's line ends."""
        if self._document is None:
            return None
        return words_of(self._document, self._selected(self._document, selection)), "\n"

    def _selected(self, document: Document, selection: Selection) -> Span:
        start, end = selection
        return selected_span(
            document,
            None if start is None else Place(start.y, start.x),
            None if end is None else Place(end.y, end.x),
        )

    def _selected_in(self, paragraph: Span) -> tuple[int, int] | None:
        selection = self.screen.selections.get(self)
        if selection is None or self._document is None:
            return None
        selected = self._selected(self._document, selection)
        if not selected.overlaps(paragraph):
            return None
        return max(selected.start, paragraph.start), min(selected.end, paragraph.end)
