"""The line above the keys: what just happened on the left, where you are on the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.hints import Hint
from tui.widgets.keys_line import in_a_line

__all__ = ["StatusLine"]

_DOT = " · "
_BETWEEN = 2


class StatusLine(Widget):
    """Two texts on one line; where both do not fit, the position gives way to what just happened."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        width: 1fr;
        background: $surface;
        color: $foreground;
        padding: 0 1;
    }
    """

    notice: reactive[str] = reactive("")
    """What just happened: where a jump led, that a search wrapped."""
    count: reactive[str] = reactive("")
    """The count that is being typed, which is said before anything else."""
    position: reactive[str] = reactive("")
    """``quotation 3 of 8 · voice 2 of 4``."""
    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What stands there where the line of keys has no room and nothing else is to be told."""

    def render(self) -> RenderResult:
        width = self.content_size.width
        if self.count:
            return Content(self.count).stylize("bold $text-warning").truncate(width, ellipsis=True)
        notice = self._notice(width - cell_len(self.position) - _BETWEEN)
        position = Content(self._position(width - notice.cell_length - _BETWEEN))
        position = position.truncate(width, ellipsis=True)
        room = max(0, width - position.cell_length - _BETWEEN)
        notice = notice.truncate(room if position else width, ellipsis=True)
        return (
            notice.pad_right(max(0, width - position.cell_length - notice.cell_length)) + position
        )

    def _position(self, room: int) -> str:
        """As much of the position as there is room for beside what just happened.

        That is told only once, while the position can be seen by going on.
        """
        if not self.notice:
            return self.position
        parts = self.position.split(_DOT)
        shorter = (_DOT.join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((words for words in shorter if cell_len(words) <= room), "")

    def _notice(self, room: int) -> Content:
        roomy = not (self.screen.has_class("-narrow") or self.screen.has_class("-short"))
        if self.notice or roomy:
            return Content(self.notice).stylize("$text-warning")
        return in_a_line(self.hints, room)
