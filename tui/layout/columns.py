"""Columns: where margin and text stand in the width there is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Columns", "MarginPlace", "arrange"]

_NARROWEST_BESIDE = 44
"""Below this there is no room for a margin beside the text, whatever the window's width."""
_MARGIN = 18
_MARGIN_AT_MOST = 28
_GUTTER = 2
_ROOM_AT_THE_RIGHT = 1


class MarginPlace(Enum):
    """Where the voices are named."""

    BESIDE = "beside"
    ABOVE = "above"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one line, from left to right, in cells: space, margin, text, space."""

    left: int
    margin: int
    """The margin with everything in it; the text begins right after it."""
    text: int
    place: MarginPlace


def arrange(width: int, text_width: int, *, margin: bool, narrow: bool) -> Columns:
    """The columns for `width` cells and a text of at most `text_width`, centred if there is room.

    With `narrow` the voices are named above the paragraphs instead of beside them. The text
    always has at least one cell.
    """
    width = max(1, width)
    text_width = max(1, text_width)
    if not margin:
        place, wanted = MarginPlace.HIDDEN, _GUTTER
    elif narrow or width < _NARROWEST_BESIDE:
        place, wanted = MarginPlace.ABOVE, _GUTTER
    else:
        # What the text does not need lets names stand in full.
        place = MarginPlace.BESIDE
        spare = width - _ROOM_AT_THE_RIGHT - text_width
        wanted = max(_MARGIN, min(_MARGIN_AT_MOST, spare))
    if width < 6:
        wanted = 0
    right = _ROOM_AT_THE_RIGHT if width >= 20 else 0
    text = max(1, min(text_width, width - wanted - right))
    return Columns(max(0, (width - wanted - text) // 2), wanted, text, place)
