"""Anchors: a place in the text that survives every change of width, and its row when asked for."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Anchor", "Place", "top_to_show"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a document."""

    paragraph_index: int
    """Index into `Document.paragraphs`, from 0."""
    offset: int
    """Offset into `Document.text`."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is at the top of a window: the first line of text there, by a place in it."""

    place: Place
    above: int = 0
    """Rows without text between the top of the window and that line."""


def top_to_show(
    row: int, top: int, height: int, total: int, *, keep: int, a_third_down: bool
) -> int:
    """The row that has to be on top so that `row` is well in view in a window of `height` rows.

    A row that is in view already, with `keep` rows around it, moves nothing. Otherwise it comes
    to stand a third of the way down, or, without `a_third_down`, as near as scrolling least gives.
    """
    keep = min(keep, max(0, (height - 1) // 2))
    first, last = top + keep, top + height - 1 - keep
    if first <= row <= last:
        wanted = top
    elif a_third_down:
        wanted = row - height // 3
    elif row < first:
        wanted = row - keep
    else:
        wanted = row - height + 1 + keep
    return max(0, min(wanted, total - height))
