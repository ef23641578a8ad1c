"""The line at the foot: the keys that matter here and now, each of them whole or not at all."""

from __future__ import annotations

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.hints import BETWEEN, Hint, fitting, hint_at

__all__ = ["KeysLine", "in_a_line"]


def in_a_line(hints: tuple[Hint, ...], width: int) -> Content:
    """As many hints as fit, whole, in so many cells."""
    return Content(" " * BETWEEN).join(
        Content.assemble((hint.keys, "bold $accent"), f" {hint.word}")
        for hint in fitting(hints, width)
    )


class KeysLine(Widget):
    """One line, drawn whole in each width."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeysLine {
        height: 1;
        width: 1fr;
        background: $panel;
        color: $foreground;
        padding: 0 1;
    }
    """

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What to show, the most useful first."""

    def render(self) -> RenderResult:
        return in_a_line(self.hints, self.content_size.width)

    async def on_click(self, event: events.Click) -> None:
        """A click on a hint does what its key does."""
        at = event.get_content_offset(self)
        if at is None:
            return
        hint = hint_at(fitting(self.hints, self.content_size.width), at.x)
        if hint is not None and hint.action is not None:
            await self.screen.run_action(hint.action)
