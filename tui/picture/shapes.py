"""Shapes: a lane of bars, each manner of speech with a form of its own besides its colour.

Verbatim words are a solid block, reported ones a row of strokes, what is nobody's an empty dashed
box. The author's own are the bare line on which all stand.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.picture.markup import Markup, element
from tui.picture.model import Bar, Look

__all__ = ["bars"]

_LEAST = 1.5
"""A bar is never narrower, or nobody would see it."""


def bars(found: Iterable[Bar], wide: float, high: float, of: int) -> Markup:
    """Bars on a line `wide` long that stands for `of` units; the top left corner is at 0, 0."""
    base = element("rect", x=0, y=high - 1, width=wide, height=1, class_="ink-faint")
    return Markup(base + "".join(_bar(bar, wide / of, high) for bar in found))


def _bar(bar: Bar, unit: float, high: float) -> Markup:
    left = bar.start * unit
    wide = max(_LEAST, (bar.end - bar.start) * unit)
    if bar.look is Look.VERBATIM:
        return element("rect", x=left, y=0, width=wide, height=high, class_=f"ink-{bar.hue}")
    if bar.look is Look.AUTHOR:
        return element("rect", x=left, y=0, width=wide, height=high, class_="ink-faint")
    if bar.look is Look.UNRESOLVED:
        return element(
            "rect",
            x=left + 0.6,
            y=0.6,
            width=max(0.6, wide - 1.2),
            height=high - 1.2,
            fill="none",
            stroke_width=1.2,
            stroke_dasharray="3 2",
            class_=f"edge-{bar.hue}",
        )
    return element(
        "line",
        x1=left,
        y1=high * 0.7,
        x2=left + wide,
        y2=high * 0.7,
        stroke_width=high * 0.6,
        stroke_dasharray="1.2 1.8",
        class_=f"edge-{bar.hue}",
    )
