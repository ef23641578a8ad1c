"""Looks: the margin, the width of the text, the colours."""

from __future__ import annotations

from dataclasses import replace

from tui.look import NARROWEST, WIDEST, Look
from tui.screens.page import Page
from tui.themes import next_in_rotation

__all__ = ["Looks"]


class Looks(Page):
    """The page with what changes how it looks. All its views look alike."""

    def action_margin(self) -> None:
        look = self.session.look
        self._show(replace(look, margin=not look.margin))

    def action_text_width(self, by: int) -> None:
        look = self.session.look
        width = max(NARROWEST, min(WIDEST, look.width + by if by else self.session.usual.width))
        self._show(replace(look, width=width))
        end = {WIDEST: ", the widest", NARROWEST: ", the narrowest"}
        self.say(f"text at most {width} wide{end.get(width, '')}")

    def action_next_theme(self) -> None:
        self.app.theme = next_in_rotation(self.app.theme)
        self.say(f"theme {self.app.theme}")

    def _show(self, look: Look) -> None:
        self.session.look = look
        for view in self.views:
            view.text_width, view.margin = look.width, look.margin
