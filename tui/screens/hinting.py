"""Hinting: the line at the foot follows what the reader is doing."""

from __future__ import annotations

from textual import events, on
from textual.getters import query_one
from textual.widgets import Input

from tui.hints import Doing, hints_for
from tui.screens.finding import Finding
from tui.widgets.keys_line import KeysLine
from tui.widgets.search_panel import SearchPanel

__all__ = ["Hinting"]


class Hinting(Finding):
    """The page with the keys that matter here and now."""

    keys = query_one(KeysLine)

    @property
    def doing(self) -> Doing:
        """What the reader is doing, as far as other keys matter then."""
        if isinstance(self.focused, Input):
            return Doing.PICKING if self.found.rows else Doing.TYPING
        if self.focused is not None and self.focused is not self.view:
            return Doing.IN_PANE
        if self.hits:
            return Doing.STEPPING
        return Doing.READING if self.current_quotation is None else Doing.IN_QUOTATION

    def refresh_hints(self) -> None:
        """Bring the line of keys in step with what the reader is doing."""
        covered = self.app.screen is not self  # by a list, which tells its own keys
        hints = () if covered else hints_for(self.doing, self.session.keymap, self.scope.other)
        self.keys.hints = self.status.hints = hints

    def refresh_state(self) -> None:
        super().refresh_state()
        self.refresh_hints()

    @on(SearchPanel.Answered)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    @on(events.ScreenResume)
    @on(events.ScreenSuspend)
    def follow_doing(self) -> None:
        self.refresh_hints()
