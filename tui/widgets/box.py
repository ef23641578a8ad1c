"""The box of a list over the text: its title above, and below as much of its hint as there is room for."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive

__all__ = ["Box", "whole_parts"]

_BETWEEN = " · "
_CORNERS = 6
"""Cells of a border that no title and no hint can have."""


def whole_parts(hint: str, width: int) -> str:
    """Those first parts of a hint that stand whole in so many cells."""
    parts = hint.split(_BETWEEN)
    while parts and cell_len(_BETWEEN.join(parts)) > width:
        parts.pop()
    return _BETWEEN.join(parts)


class Box(Vertical):
    """A column with a title, and with a hint whose parts are shown whole or not at all."""

    hint: reactive[str] = reactive("", init=False)
    """What the keys do here, the most useful first."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.border_title = Content(title)
        self.set_reactive(Box.hint, hint)

    def watch_hint(self) -> None:
        self._show_hint()

    def on_resize(self) -> None:
        self._show_hint()

    def _show_hint(self) -> None:
        self.border_subtitle = Content(whole_parts(self.hint, self.outer_size.width - _CORNERS))
