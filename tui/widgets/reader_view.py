"""The reading pane: draws a document by lines, and in its margin whose words they are.

One widget, whatever the length of the document. What stays when widths, heights or readings change
is the anchor: the place in the text on the top row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from texts.document import Document, Span
from texts.reading import Quotation, Reading
from tui.layout.anchors import Anchor, Place, top_to_show
from tui.layout.blocks import Blocks
from tui.layout.columns import arrange
from tui.layout.rows import Measured, Rows
from tui.layout.selecting import selected_span, words_of
from tui.layout.spans import flatten
from tui.voice_signs import hues_of
from tui.widgets.reader_colours import COMPONENT_CLASSES, CSS
from tui.widgets.reader_lines import Drawing, Focus, Lights, lay

__all__ = ["Place", "ReaderView"]

_NARROW = 60
"""Columns of the screen below which voices are named above their paragraphs."""
_KEPT_IN_VIEW = 3
"""Rows between the cursor and the edge."""
_MEASURING = 0.006
"""Seconds of measuring between two frames."""
_BETWEEN_MEASURING = 0.012


class ReaderView(ScrollView, can_focus=True):
    """Shows a document and whose words it holds, and moves a cursor through it.

    The app has to give the theme variables of `tui.widgets.reader_colours`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENT_CLASSES)
    DEFAULT_CSS = CSS

    text_width: reactive[int] = reactive(72, init=False)
    """The most cells a line of text takes."""
    margin: reactive[bool] = reactive(True, init=False)
    """Whether voices are named, beside the text or, in narrow windows, above the paragraphs."""
    plain: reactive[bool] = reactive(False, init=False)
    """Whether signs are drawn in ASCII."""
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

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._document: Document | None = None
        self._reading: Reading | None = None
        self._hues: dict[int, int] = {}
        self._measured: Measured = {}
        self._rows: Rows | None = None
        self._drawing: Drawing | None = None
        self._anchor = Anchor(Place(0, 0))
        self._placing = False
        self._goal: int | None = None
        self._quotation: Quotation | None = None
        self._quoted_in: frozenset[int] = frozenset()
        self._lights = Lights()
        self._styles: dict[tuple[str, ...], Style] = {}

    # What is shown.

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    @property
    def reading(self) -> Reading | None:
        """Whose words it holds, as far as that is known."""
        return self._reading

    @property
    def is_measuring(self) -> bool:
        """Whether the heights of far paragraphs are still guesses."""
        return self._rows is not None and not self._rows.is_exact

    @property
    def hues(self) -> Mapping[int, int]:
        """The hue of each voice that has one, by index in `Reading.voices`."""
        return self._hues

    def show(self, document: Document, reading: Reading | None = None) -> None:
        """Show a document from its beginning, or, if it is shown already, another reading of it.

        Another reading of the same document changes neither place nor hits nor the hues of voices
        that had one. The document must have a paragraph.
        """
        hues_by_name: dict[str, int] = {}
        is_new = document is not self._document
        if is_new:
            self._document = document
            self._measured = {}
            self._lights = Lights()
            self._goal = None
            start = Place(0, document.paragraphs[0].span.start)
            self._anchor = Anchor(start, above=1)
            self.set_reactive(ReaderView.cursor, start)
        elif self._reading is not None:
            voices = self._reading.voices
            hues_by_name = {voices[number].name: hue for number, hue in self._hues.items()}
        self._reading = reading
        self._hues = {} if reading is None else hues_of(reading, hues_by_name)
        self._find_quotation()
        self._arrange()
        if is_new:
            self.post_message(self.CursorMoved(self, self.cursor))

    def set_hits(self, hits: Mapping[int, Sequence[Span]], current: Span | None = None) -> None:
        """Light search hits, given by paragraph index, and the one just gone to otherwise."""
        self._lights = replace(
            self._lights,
            hits={index: lay(spans, "reader--hit") for index, spans in hits.items()},
            hit=() if current is None else lay([current], "reader--hit-current"),
        )
        self._redraw()

    def set_evidence(
        self,
        source: Span | None = None,
        cue: Span | None = None,
        content: Sequence[Span] = (),
        basis: Span | None = None,
    ) -> None:
        """Light the words an attribution rests on; without arguments, none."""
        named = (("basis", basis), ("source", source), ("cue", cue))
        self._lights = replace(
            self._lights,
            content=lay(content, "reader--evidence-content"),
            evidence=flatten(
                (span.start, span.end, f"reader--evidence-{what}")
                for what, span in named
                if span is not None
            ),
        )
        self._redraw()

    # Where the reader is.

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

    def place_at(self, row: int, column: int) -> Place | None:
        """The place drawn at a row and column of the pane, both from 0, or the nearest.

        A name in the margin stands for the beginning of the words it names.
        """
        rows = self._rows
        if rows is None:
            return None
        index, line = rows.line_at(row + self.scroll_offset.y)
        block, columns = rows.blocks[index], rows.blocks.columns
        cell = column - columns.left - columns.margin
        label = block.labels.get(line)
        if cell < 0 and label is not None and label.quotation is not None:
            for start, _, words in block.speech:
                if words.quotation == label.quotation:
                    return Place(index, start)
        return rows.place_in(index, line, cell)

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """A row of the pane. Changes nothing."""
        rows, drawing = self._rows, self._drawing
        row = y + self.scroll_offset.y
        if rows is not None and drawing is not None and row < rows.total:
            index, within = rows.at(row)
            block = rows.blocks[index]
            if within < block.rows:
                cursor = self.cursor
                has_cursor = index == cursor.paragraph_index
                focus = Focus(
                    has_cursor,
                    has_cursor and block.head + block.lines.at(cursor.offset) == within,
                    None
                    if self._quotation is None or index not in self._quoted_in
                    else self._quotation.start,
                    self._selected_in(block.span),
                )
                return drawing.strip(index, within, focus)
        return Strip.blank(self._width, self._style(()))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()
        self._redraw()

    def _style(self, classes: tuple[str, ...]) -> Style:
        style = self._styles.get(classes)
        if style is None:
            style = self.rich_style
            for name in " ".join(classes).split():
                style += self.get_component_rich_style(name, partial=True)
            self._styles[classes] = style
        return style

    def _redraw(self) -> None:
        """Draw anew: something that the pictures depend on has changed."""
        if self._rows is not None:
            self._drawing = Drawing(
                self._rows.blocks,
                self._style,
                self._width,
                self._hues,
                self._lights,
                plain=self.plain,
            )
            self.refresh()

    # Arranging.

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _height(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def on_resize(self) -> None:
        self._arrange()

    def watch_text_width(self) -> None:
        self._arrange()

    def watch_margin(self) -> None:
        self._arrange()

    def watch_plain(self) -> None:
        self._redraw()

    def _arrange(self) -> None:
        """Give every paragraph its rows, and bring the anchor back to where it was."""
        if self._document is None or self._width < 1:
            return
        columns = arrange(
            self._width,
            self.text_width,
            margin=self.margin,
            narrow=self.app.size.width < _NARROW,
        )
        blocks = Blocks(self._document, self._reading, columns)
        self._rows = Rows(blocks, self._measured)
        self._redraw()
        self._return_to_anchor()
        self.set_timer(_BETWEEN_MEASURING, self._measure_on)

    def _measure_on(self) -> None:
        """Measure a little, and go on after the next frame."""
        rows = self._rows
        if rows is None or rows.is_exact:
            return
        if rows.measure(_MEASURING):
            self._return_to_anchor()
        else:
            self.set_timer(_BETWEEN_MEASURING, self._measure_on)

    # Scrolling.

    def _return_to_anchor(self) -> None:
        """Scroll to where the anchor now is."""
        rows = self._rows
        if rows is not None:
            rows.settle(self._anchor.place.paragraph_index, self._height, 2 * self._height)
            self._put_on_top(rows.row_of_anchor(self._anchor))
            self.refresh()

    def _put_on_top(self, row: int) -> None:
        """Make a row the top one, or the nearest to it that has a page below, at once."""
        if self._rows is None:
            return
        total = self._rows.total
        self.virtual_size = Size(self._width, total)
        self._placing = True
        self.scroll_target_y = self.scroll_y = max(0, min(row, total - self._height))
        self._placing = False

    def _scroll_to_row(self, row: int) -> None:
        self._put_on_top(row)
        self._take_anchor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._placing and round(old_value) != round(new_value):
            self._take_anchor()
            self._take_cursor_along()

    def _take_anchor(self) -> None:
        """Take the top row for the anchor, and put the heights around it right."""
        rows = self._rows
        if rows is not None:
            top, total = self.scroll_offset.y, rows.total
            rows.settle(rows.at(top)[0], 0, 0)
            self._anchor = rows.anchor_at(top)
            rows.settle(self._anchor.place.paragraph_index, self._height, 2 * self._height)
            row = rows.row_of_anchor(self._anchor)
            if row != top or rows.total != total:
                self._put_on_top(row)

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

    def watch_cursor(self) -> None:
        self._find_quotation()
        self.refresh()
        self.post_message(self.CursorMoved(self, self.cursor))

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

    def _show_cursor(self, *, a_third_down: bool) -> None:
        """Scroll the cursor into view, if it is not there."""
        rows = self._rows
        if rows is None:
            return
        rows.settle(self.cursor.paragraph_index, self._height, self._height)
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
            self._scroll_to_row(wanted)

    def _take_cursor_along(self) -> None:
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
        elif event.chain == 2 and self._quotation is not None:
            self._select(next(s for s in self._quotation.spans if self.cursor.offset in s))
        elif event.chain > 1:
            self._select(self._document.paragraphs[self.cursor.paragraph_index].span)

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
