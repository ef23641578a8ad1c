"""The ribbon: the whole document in one narrow column, in the place of a pane's scrollbar.

Each row is a slice of the document. From left to right, as far as there are cells: where the
screen, the cursor, marks and hits are; who speaks most; who else speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive, var
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from texts.document import Document, Span
from texts.reading import Mode, Reading
from tui.layout.ribbon import Mark, Slice, Weighing, slices_with
from tui.voice_signs import CURSOR_SIGN, MODE_SIGNS, UNRESOLVED_SIGN, Sign, hue_name
from tui.widgets.reader_lines import Styler

__all__ = ["SIGNS", "Ribbon"]

_AT_ONCE = 1_000
"""Slices touched by quotations that are weighed between two frames: some milliseconds."""
_BETWEEN_WEIGHING = 0.012

_TOP = Sign("╭", ".", "the screen begins here")
_INSIDE = Sign("│", "|", "on the screen")
_BOTTOM = Sign("╰", "'", "the screen ends here")
_ALONE = Sign("╞", "[", "the screen is here")
_HIT = Sign("╺", "-", "hit")
_HIT_INSIDE = Sign("┝", "+", "hit on the screen")
_UNREAD = Sign("·", ".", "not read yet")
_AUTHOR = Sign(" ", " ", "the author")

SIGNS = (_TOP, _BOTTOM, CURSOR_SIGN, _HIT, _UNREAD)
"""What is only in the ribbon, for those who look up its signs."""

_Classes = tuple[str, ...]


class Ribbon(ScrollBar):
    """Shows whose words a document holds from beginning to end, and goes where it is pointed at.

    It is told what to show, and tells where it was pointed at; it scrolls nothing itself.
    """

    # Of a scrollbar, what it is told by the pane, which here must not have it drawn anew.
    window_virtual_size = var(100)
    window_size = var(0)
    position = var(0.0)
    mouse_over = var(False)

    plain: reactive[bool] = reactive(False, init=False)
    """Whether signs are drawn in ASCII."""

    @dataclass
    class Pointed(Message):
        """A place of the document was pointed at."""

        ribbon: Ribbon
        offset: int
        dragged: bool
        """Whether the button was held down from another row."""

        @property
        def control(self) -> Ribbon:
            """The ribbon."""
            return self.ribbon

    def __init__(self, style: Styler) -> None:
        """`style` gives the styles of the reading pane's component classes."""
        super().__init__(vertical=True, name="vertical")
        self._style = style
        self._document: Document | None = None
        self._reading: Reading | None = None
        self._hues: Mapping[int, int] = {}
        self._places: Sequence[Span] = ()
        self._letters: Mapping[str, int] = {}
        self._weighing: Weighing | None = None
        self._waiting: Timer | None = None
        self._slices: tuple[Slice, ...] = ()
        self._hits: dict[int, int] = {}
        self._marks: dict[int, tuple[str, int]] = {}
        self._looked_at = Span(0, 0)
        self._cursor_at = 0
        self._window = range(0)
        self._cursor = 0
        self._pointed: int | None = None

    # What it shows.

    def show(self, document: Document, reading: Reading | None, hues: Mapping[int, int]) -> None:
        """Show whose words a document holds; of a long one, as soon as they are weighed."""
        if document is not self._document:
            self._slices, self._places, self._letters = (), (), {}
        elif reading is self._reading:
            return
        self._document, self._reading, self._hues = document, reading, hues
        self._weigh()

    def mark_hits(self, places: Sequence[Span]) -> None:
        """Mark where a search has found something: places in order, kept and not to change."""
        self._places = places
        self._put_marks()
        self.refresh()

    def mark_letters(self, letters: Mapping[str, int]) -> None:
        """Mark offsets of the text with the letters that lead there; kept."""
        self._letters = letters
        self._put_marks()
        self.refresh()

    def look_at(self, window: Span) -> None:
        """Show what part of the text is on the screen. Draws only what moved by a slice."""
        self._looked_at = window
        self._put_window()

    def point_out(self, offset: int) -> None:
        """Show where in the text the cursor is. Draws only what moved by a slice."""
        self._cursor_at = offset
        self._put_window()

    @property
    def is_weighing(self) -> bool:
        """Whether slices of a long document are not weighed yet."""
        return self._waiting is not None

    def on_resize(self) -> None:
        if self._weighing is None or self._weighing.slices.count != self.size.height:
            self._slices = ()
            self._weigh()

    def _weigh(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self._document is None or self.size.height < 1:
            return
        self._weighing = Weighing(self._document, self._reading, self.size.height)
        self._put_marks()
        self._put_window()
        if self._reading is None or len(self._reading.quotations) <= _AT_ONCE:
            self._go_on()
        else:
            self._waiting = self.set_timer(_BETWEEN_WEIGHING, self._go_on)

    def _go_on(self) -> None:
        self._waiting = None
        if self._weighing is None:
            return
        if self._weighing.go_on(_AT_ONCE):
            self._slices = self._weighing.found()
            self.refresh()
        else:
            self._waiting = self.set_timer(_BETWEEN_WEIGHING, self._go_on)

    def _put_marks(self) -> None:
        if self._weighing is not None:
            slices = self._weighing.slices
            self._hits = slices_with(slices, self._places)
            self._marks = {slices.at(at): (letter, at) for letter, at in self._letters.items()}

    def _put_window(self) -> None:
        if self._weighing is not None:
            slices = self._weighing.slices
            everything = len(self._looked_at) >= slices.length
            before = self._window, self._cursor
            # Around all of it a bracket would say nothing.
            self._window = range(0) if everything else slices.touched(self._looked_at)
            self._cursor = slices.at(self._cursor_at)
            if before != (self._window, self._cursor):
                self.refresh()

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """A row of the ribbon. Changes nothing."""
        width = self.size.width
        found = self._slices[y] if y < len(self._slices) else Slice(is_read=False)
        ground = ("reader--quotation",) if y in self._window else ()
        place = self._place_sign(y)
        first = found.marks[0] if found.marks else None
        if width < 2:
            # Where the screen is, the ground tells.
            is_edge = place[1] == ("reader--quiet",)
            cells = [self._voice_sign(found, first) if is_edge else place]
        else:
            cells = [place, self._voice_sign(found, first)]
            if width > 2:
                cells.append(self._voice_sign(found, found.second, " "))
        strip = Strip(
            [Segment(sign, self._style((*ground, *classes))) for sign, classes in cells[:width]],
            len(cells[:width]),
        )
        return strip.adjust_cell_length(width, self._style(ground))

    def _place_sign(self, y: int) -> tuple[str, _Classes]:
        """What of places is in a row: the cursor before marks before hits before the screen."""
        if y == self._cursor:
            return CURSOR_SIGN.draw(plain=self.plain), ("reader--cursor",)
        if y in self._marks:
            return self._marks[y][0], ("reader--cursor",)
        window = self._window
        if y in self._hits:
            sign = _HIT_INSIDE if y in window else _HIT
            return sign.draw(plain=self.plain), ("reader--hit-mark",)
        if y not in window:
            sign = _AUTHOR
        elif len(window) == 1:
            sign = _ALONE
        else:
            sign = _TOP if y == window[0] else _BOTTOM if y == window[-1] else _INSIDE
        return sign.draw(plain=self.plain), ("reader--quiet",)

    def _voice_sign(
        self, found: Slice, mark: Mark | None, otherwise: str | None = None
    ) -> tuple[str, _Classes]:
        if mark is None:
            sign = _AUTHOR if found.is_read else _UNREAD
            return otherwise or sign.draw(plain=self.plain), ("reader--quiet",)
        if mark.voice is None:
            return UNRESOLVED_SIGN.draw(plain=self.plain), ("reader--unresolved-label",)
        sign = MODE_SIGNS[Mode.DIRECT if mark.verbatim else Mode.INDIRECT]
        classes = (f"reader--{hue_name(self._hues.get(mark.voice))}",)
        return sign.draw(plain=self.plain), classes

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.refresh()

    # The mouse.

    def offset_in(self, row: int) -> int:
        """The place a row stands for: of a letter, of its first hit, of the words it shows, or else
        its beginning."""
        if self._weighing is None:
            return 0
        slices = self._weighing.slices
        row = max(0, min(row, slices.count - 1))
        if row in self._marks:
            return self._marks[row][1]
        if row in self._hits:
            return self._hits[row]
        marks = self._slices[row].marks if row < len(self._slices) else ()
        return marks[0].at if marks else slices.start(row)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        event.stop()
        if event.button == 1 and self._weighing is not None:
            self.capture_mouse()
            if isinstance(self.parent, Widget):
                self.parent.focus()
            self._pointed = event.y
            self.post_message(self.Pointed(self, self.offset_in(event.y), dragged=False))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        event.prevent_default()
        event.stop()
        if self._pointed is not None and event.y != self._pointed:
            self._pointed = event.y
            self.post_message(self.Pointed(self, self.offset_in(event.y), dragged=True))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        event.prevent_default()
        event.stop()
        if self._pointed is not None:
            self._pointed = None
            self.release_mouse()

    def on_mouse_release(self) -> None:
        self._pointed = None
