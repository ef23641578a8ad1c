"""The line above the keys: what just happened on the left, where you are on the right."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

__all__ = ["StatusLine"]


class StatusLine(Widget):
    """Two texts on one line; where both do not fit, what just happened is cut."""

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

    def render(self) -> RenderResult:
        width = self.content_size.width
        if self.count:
            return Content(self.count).stylize("bold $text-warning").truncate(width, ellipsis=True)
        position = Content(self.position).truncate(width, ellipsis=True)
        room = max(0, width - position.cell_length - 2)
        notice = self._notice().truncate(room, ellipsis=True)
        return notice.pad_right(room + 2 - notice.cell_length) + position

    def _notice(self) -> Content:
        roomy = not (self.screen.has_class("-narrow") or self.screen.has_class("-short"))
        if self.notice or roomy:
            return Content(self.notice).stylize("$text-warning")
        # There is no footer then, and somebody may be here for the first time.
        return Content("? help").stylize("$reader-quiet")
