"""The voices pane: all voices of the text, their shares as bars, and the one at the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from tui.layout.names import short_name
from tui.voice_shares import LEGEND, VoiceRow, bar_of
from tui.voice_signs import CURSOR_SIGN, UNRESOLVED_SIGN, hue_name

__all__ = ["VoicesPane", "colour_of", "legend"]

_BAR = 8
_LEAD = 4
"""Cells before a name: the pointer, the kind, and a space after each."""
_ENDS = 2
"""The last rows, the author and what is nobody's: they are shown however many voices there are."""


def colour_of(row: VoiceRow, hues: Mapping[int, int]) -> str:
    """The style of what is said of a row."""
    if row.voice is None:
        return "$voice-unresolved" if row.portion.quotations else "$reader-quiet"
    return "" if row.is_author else f"${hue_name(hues.get(row.voice.number))}"


def legend(width: int, *, plain: bool = False) -> Content:
    """What the signs mean, on one line; in fewer words where there is little room."""
    lines = (
        Content(between).join(
            Content.assemble(
                (f"{sign.draw(plain=plain)} ", "bold"), (words if roomy else few, "$reader-quiet")
            )
            for sign, words, few in LEGEND
        )
        for between, roomy in (("  ", True), (" ", False))
    )
    roomy, brief = lines
    return roomy if roomy.cell_length <= width else brief


class VoicesPane(Widget):
    """Shows whose words the whole text holds, in step with the cursor. A click goes to a voice."""

    class Chosen(Message):
        """The reader wants to go to the words of a row."""

        def __init__(self, row: VoiceRow) -> None:
            super().__init__()
            self.row = row

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    VoicesPane {
        height: auto;
        background: $surface;
        border-title-color: $foreground;
        border-title-style: bold;
        padding: 0 0 0 1;
    }
    """

    def __init__(self, *, plain: bool = False, list_key: str = "v") -> None:
        """`plain` draws signs in ASCII; `list_key` is the key that lists all voices."""
        super().__init__()
        self._plain = plain
        self._list_key = list_key
        self._rows: Sequence[VoiceRow] = ()
        self._hues: Mapping[int, int] = {}
        self._current: int | None = None
        self._share = self._most = 0
        """Cells of the widest share, and words of whoever has most."""

    def show(
        self, rows: Sequence[VoiceRow], hues: Mapping[int, int], current: int | None, title: str
    ) -> None:
        """Show the rows of a text; `current` is the place of the one that the cursor is in."""
        if rows is self._rows and hues is self._hues:
            if current != self._current:
                self._current = current
                self.refresh()
            return
        self._rows, self._hues, self._current = rows, hues, current
        self._share = max((cell_len(row.share) for row in rows), default=0)
        self._most = max((row.portion.words for row in rows), default=0)
        self.border_title = Content(title)
        self.refresh(layout=True)

    def get_content_height(self, *_: Size | int) -> int:
        """A line a row, and one for what the signs mean."""
        return len(self._rows) + 1

    def render(self) -> RenderResult:
        width, height = self.content_size
        lines = [self._line(at, width) for at in self._shown(height)]
        hidden = len(self._rows) - len(lines)
        if hidden:
            more = Content(f"{'':{_LEAD}}and {hidden:,} more: {self._list_key} lists all")
            lines.insert(max(0, len(lines) - _ENDS), more.stylize("$reader-quiet"))
        if len(lines) < height:
            lines.append(legend(width, plain=self._plain))
        return Content("\n").join(lines)

    def _shown(self, height: int) -> list[int]:
        """Which rows are shown: the heaviest, the current one, and the last two."""
        count = len(self._rows)
        if count <= height:
            return list(range(count))
        # One line says how many there are more.
        first = max(0, min(height - 1, count) - _ENDS)
        shown = list(range(first))
        if shown and self._current is not None and first <= self._current < count - _ENDS:
            shown[-1] = self._current
        return [*shown, *range(count - _ENDS, count)]

    def _line(self, at: int, width: int) -> Content:
        row = self._rows[at]
        share = self._share
        bar = bar_of(row, self._most, _BAR, plain=self._plain)
        room = max(1, width - _LEAD - _BAR - share - 2)
        if row.voice is None:
            name = row.name if cell_len(row.name) <= room else UNRESOLVED_SIGN.word
        elif row.is_author:
            name = " ".join((row.name if cell_len(row.name) <= room else row.voice.name).split())
        else:
            name = short_name(row.voice, room)
        current = at == self._current
        colour = colour_of(row, self._hues)
        return Content.assemble(
            (f"{CURSOR_SIGN.draw(plain=self._plain) if current else ' '} ", "$reader-cursor bold"),
            (f"{row.sign.draw(plain=self._plain)} ", colour),
            (name + " " * (room - cell_len(name) + 1), f"{colour} bold" if current else colour),
            (f"{bar:<{_BAR}} ", colour),
            (f"{row.share:>{share}}", "bold" if current else ""),
        )

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None:
            shown = list(self._rows_by_line())
            if place.y < len(shown) and (at := shown[place.y]) is not None:
                self.post_message(self.Chosen(self._rows[at]))

    def _rows_by_line(self) -> Iterator[int | None]:
        """Which row each line shows; `None` for the line that counts what is not shown."""
        shown = self._shown(self.content_size.height)
        for place, at in enumerate(shown):
            if len(shown) < len(self._rows) and place == max(0, len(shown) - _ENDS):
                yield None
            yield at
