"""A pane that is scrolled by the keys that move the cursor in the text: a key means one thing."""

from __future__ import annotations

from textual.containers import VerticalScroll

__all__ = ["Scrolled"]


class Scrolled(VerticalScroll, inherit_bindings=False):
    """Scrolls at once, without keys of its own: its actions are those of the reading pane."""

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def action_line(self, by: int) -> None:
        """Scroll by rows, down if `by` is positive."""
        self.scroll_relative(y=by, animate=False)

    def action_page(self, direction: int) -> None:
        """Scroll by a page less two rows."""
        self.scroll_relative(y=direction * max(1, self._page - 2), animate=False)

    def action_half_page(self, direction: int) -> None:
        """Scroll by half a page."""
        self.scroll_relative(y=direction * max(1, self._page // 2), animate=False)

    def action_top(self) -> None:
        """Go to the first row."""
        self.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.scroll_end(animate=False)
