"""A line to type in whose cursor stands still: what blinks is sent over a slow line all day."""

from __future__ import annotations

from textual.reactive import Reactive, reactive
from textual.widgets import Input

__all__ = ["Line"]


class Line(Input):
    """Textual's line of input, which sends nothing while nobody types."""

    cursor_blink: Reactive[bool] = reactive(False, init=False)
