"""The canvas of the reading pane: a document drawn by lines, which keeps its place.

One widget, whatever the length of the document. What stays when widths, heights or readings change
is the anchor: the place in the text on the top row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from texts.document import Document, Span
from texts.reading import Reading
from texts.spans import flatten
from tui.layout.anchors import Anchor, Place
from tui.layout.bidi import Directions
from tui.layout.blocks import Block, Blocks
from tui.layout.columns import arrange
from tui.layout.rows import Measured, Rows
from tui.voice_signs import hues_of
from tui.widgets.reader_colours import COMPONENT_CLASSES, CSS
from tui.widgets.reader_lines import Drawing, Focus, Lights, lay
from tui.widgets.ribbon import Ribbon

__all__ = ["ReaderCanvas"]

_NARROW = 60
"""Columns of the screen below which voices are named above their paragraphs."""
_APART_AT_MOST = 200_000
"""Characters of a mixed text in which right-to-left paragraphs are laid out apart."""
_MEASURING = 0.006
"""Seconds of measuring between two frames."""
_BETWEEN_MEASURING = 0.012


class ReaderCanvas(ScrollView, inherit_bindings=False):
    """Shows a document and whose words it holds, and scrolls.

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

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.turned = True
        """Whether the terminal turns right-to-left words, for which they are alone on their rows."""
        self._document: Document | None = None
        self._directions: Directions | None = None
        self._reading: Reading | None = None
        self._hues: dict[int, int] = {}
        self._lights = Lights()
        self._measured: Measured = {}
        self._rows: Rows | None = None
        self._arranged_for = 0
        self._drawing: Drawing | None = None
        self._styles: dict[tuple[str, ...], Style] = {}
        self._anchor = Anchor(Place(0, 0))
        self._placing = False
        self._measuring: Timer | None = None

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    @property
    def reading(self) -> Reading | None:
        """Whose words it holds, as far as that is known."""
        return self._reading

    @property
    def hues(self) -> Mapping[int, int]:
        """The hue of each voice that has one, by index in `Reading.voices`."""
        return self._hues

    @property
    def ribbon(self) -> Ribbon:
        """The whole document in one column, which stands where a scrollbar would."""
        if not isinstance(self._vertical_scrollbar, Ribbon):
            # As Textual makes a scrollbar when it first needs one.
            self._vertical_scrollbar = ribbon = Ribbon(self._style)
            ribbon.display = False
            self.app._start_widget(self, ribbon)
            return ribbon
        return self._vertical_scrollbar

    @property
    def vertical_scrollbar(self) -> Ribbon:
        """The ribbon."""
        return self.ribbon

    @property
    def window(self) -> Span:
        """The part of the text that is on the screen; nothing before it is arranged."""
        rows, top = self._rows, self.scroll_offset.y
        if rows is None:
            return Span(0, 0)
        first, line = rows.line_at(top)
        start = rows.blocks[first].lines.bounds(line)[0]
        last, line = rows.line_at(top + self._height - 1)
        # What is above the first line and below the last of a text is on the screen with them.
        at_end = top + self._height >= rows.total
        end = len(rows.blocks.document.text) if at_end else rows.blocks[last].lines.bounds(line)[1]
        return Span(start if top else 0, end)

    @property
    def right_to_left(self) -> bool:
        """Whether what is shown is arranged as a right-to-left text."""
        return self._directions is not None and self._directions.mostly_right_to_left

    @property
    def is_measuring(self) -> bool:
        """Whether the heights of far paragraphs are still guesses."""
        return self._rows is not None and not self._rows.is_exact

    def show(self, document: Document, reading: Reading | None = None) -> None:
        """Show a document from its beginning, or, if it is shown already, another reading of it.

        Another reading of the same document changes neither place nor hits nor the hues of voices
        that had one. The document must have a paragraph.
        """
        earlier: dict[str, int] = {}
        if document is not self._document:
            self._document = document
            self._directions = Directions(document) if self.turned else None
            self._rows = self._drawing = None
            self._measured = {}
            self._lights = Lights()
            self._anchor = Anchor(Place(0, document.paragraphs[0].span.start), above=1)
        elif self._reading is not None:
            voices = self._reading.voices
            earlier = {voices[number].name: hue for number, hue in self._hues.items()}
        self._reading = reading
        self._hues = {} if reading is None else hues_of(reading, earlier)
        self.ribbon.show(document, reading, self._hues)
        self._arrange()

    def set_hits(self, hits: Mapping[int, Sequence[Span]], current: Span | None = None) -> None:
        """Light search hits, given by paragraph index, and the one just gone to otherwise.

        `hits` is kept and must not change; it costs nothing until a paragraph is drawn.
        """
        self._lights = replace(
            self._lights,
            hits=hits,
            hit=() if current is None else lay([current], "reader--hit-current"),
        )
        self._redraw()

    def set_evidence(
        self,
        source: Span | None = None,
        cue: Span | None = None,
        content: Sequence[Span] = (),
        basis: Span | None = None,
        links: Sequence[Span] = (),
    ) -> None:
        """Light the words an attribution rests on; without arguments, none.

        `links` are those by which the outer voices of its chain speak.
        """
        named = (
            *(("link", link) for link in links),
            ("basis", basis),
            ("source", source),
            ("cue", cue),
        )
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

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """A row of the pane. Changes nothing."""
        rows, drawing = self._rows, self._drawing
        row = y + self.scroll_offset.y
        if rows is not None and drawing is not None and row < rows.total:
            index, within = rows.at(row)
            block = rows.blocks[index]
            if within < block.rows:
                return drawing.strip(index, within, self._focus_on(index, block, within))
        return Strip.blank(self._width, self._style(()))

    def _focus_on(self, index: int, block: Block, row: int) -> Focus:  # noqa: ARG002
        """What of the reader's attention falls on a row of a block."""
        return Focus()

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
                # Not the width there is, which is none while another pane is shown alone.
                self._arranged_for,
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
        self.ribbon.plain = self.plain
        self._redraw()

    def _arrange(self) -> None:
        """Give every paragraph its rows, and bring the anchor back to where it was."""
        if self._document is None or self._width < 1:
            return
        columns = arrange(
            self._width,
            self.text_width,
            margin=self.margin,
            narrow=self.app.size.width < _NARROW or self.right_to_left,
        )
        # Of a long text, the directions of all paragraphs would hold up the screen.
        apart = self.right_to_left or len(self._document.text) <= _APART_AT_MOST
        directions = self._directions if apart else None
        blocks = Blocks(self._document, self._reading, columns, directions)
        # Another height alone changes no line.
        same_width = self._arranged_for == self._width
        if self._rows is None or not (same_width and self._rows.blocks.is_like(blocks)):
            self._arranged_for = self._width
            if self._rows is not None and self._rows.blocks.is_as_high_as(blocks):
                self._rows.blocks = blocks
            else:
                self._rows = Rows(blocks, self._measured)
            self._redraw()
        self._return_to_anchor()
        self._measure_after_this_frame()

    def _measure_after_this_frame(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()
            self._measuring = None
        if self.is_measuring:
            self._measuring = self.set_timer(_BETWEEN_MEASURING, self._measure)

    def _measure(self) -> None:
        if self._rows is not None and self._rows.measure(_MEASURING):
            self._return_to_anchor()
        self._measure_after_this_frame()

    # Scrolling.

    def _return_to_anchor(self) -> None:
        """Scroll to where the anchor now is."""
        rows = self._rows
        if rows is not None:
            rows.settle(self._anchor.place.paragraph_index, self._height, 2 * self._height)
            self._put_on_top(rows.row_of_anchor(self._anchor))
            self.ribbon.look_at(self.window)
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
            self._after_scrolling()
        self.ribbon.look_at(self.window)

    def _after_scrolling(self) -> None:
        """The reader has scrolled by other means than the cursor."""

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
