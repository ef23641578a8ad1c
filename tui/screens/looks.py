"""Looks: the margin, the width of the text, the colours."""

from __future__ import annotations

from tui.screens.page import Page
from tui.themes import next_in_rotation

__all__ = ["Looks"]

_DEFAULT_WIDTH, _NARROWEST, _WIDEST = 72, 30, 72


class Looks(Page):
    """The page with what changes how it looks."""

    def action_margin(self) -> None:
        shown = not self.view.margin
        for view in self.views:
            view.margin = shown

    def action_text_width(self, by: int) -> None:
        wanted = self.view.text_width + by if by else _DEFAULT_WIDTH
        width = max(_NARROWEST, min(_WIDEST, wanted))
        for view in self.views:
            view.text_width = width
        end = {_WIDEST: ", the widest", _NARROWEST: ", the narrowest"}
        self.say(f"text {width} wide{end.get(width, '')}")

    def action_next_theme(self) -> None:
        self.app.theme = next_in_rotation(self.app.theme)
        self.say(f"theme {self.app.theme}")
