"""The first-run card: what to press, in three lines, or in one where rows are few."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

__all__ = ["Welcome"]

_ROWS = (
    (("]", "next quotation"), ("*", "same voice again")),
    (("enter", "why this voice"), ("v", "all voices")),
    (("/", "find words"), ("?", "everything else")),
)
_ROOMY = 32
"""Rows of the screen from which the card takes three of them."""


class Welcome(Widget):
    """Shown until the first quotation is gone to."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Welcome {
        height: 1;
        width: 1fr;
        background: $panel;
        padding: 0 1;
    }
    """

    def on_mount(self) -> None:
        if self.app.size.height >= _ROOMY:
            self.styles.height = len(_ROWS)

    def render(self) -> RenderResult:
        if self.size.height == len(_ROWS):
            return Content("\n").join(
                Content("").join(
                    Content.assemble((f"{key:>6}  ", "bold $accent"), f"{does:<18}")
                    for key, does in row
                )
                for row in _ROWS
            )
        first = [row[0] for row in _ROWS[:2]] + [_ROWS[2][1]]
        return Content("   ").join(
            Content.assemble((key, "bold $accent"), f" {does}") for key, does in first
        )
