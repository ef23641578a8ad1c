"""The first-run card: what to press, in three lines, or in one where rows are few."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from tui.commands import KeyMap

__all__ = ["Welcome"]

_ROWS = (
    (("quotation.next", "next quotation"), ("voice.next", "same voice again")),
    (("evidence", "why this voice"), ("voices", "all voices")),
    (("find", "find words"), ("help", "everything else")),
)
"""Commands by their ids, and what they do in two words."""
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

    def __init__(self, keymap: KeyMap) -> None:
        super().__init__()
        self._rows = [[(keymap.key(id_), does) for id_, does in row] for row in _ROWS]

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
                for row in self._rows
            )
        first = [row[0] for row in self._rows[:2]] + [self._rows[2][1]]
        return Content("   ").join(
            Content.assemble((key, "bold $accent"), f" {does}") for key, does in first
        )
