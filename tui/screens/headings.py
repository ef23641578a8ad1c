"""The list of headings: the contents of a text, each as deep as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.contents import Section
from tui.screens.narrowing import Choice, NarrowingList
from tui.wording import shortened

__all__ = ["headings_list"]

_INDENT = 2
_MOST = 100


def headings_list(sections: Sequence[Section], highlighted: int | None) -> NarrowingList:
    """The headings with their paragraphs, `highlighted` the one to begin at. It gives the place of one."""
    top = min((section.level for section in sections), default=1)
    choices = [
        Choice(_row(section, section.level - top), section.title, at)
        for at, section in enumerate(sections)
    ]
    count = len(sections)
    title = f"Contents: {count:,} heading{'s' * (count != 1)}"
    hint = "enter goes there · esc closes"
    return NarrowingList(title, choices, hint=hint, highlighted=highlighted or 0)


def _row(section: Section, depth: int) -> Content:
    number = (f"¶ {section.paragraph:>6,}  ", "$reader-quiet")
    return Content.assemble(number, " " * _INDENT * depth, shortened(section.title, _MOST))
