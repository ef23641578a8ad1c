"""The list of filters: ways to narrow what a search found."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.filters import Filter
from tui.screens.narrowing import Choice, NarrowingList
from tui.wording import shortened

__all__ = ["filters_list"]


def filters_list(line: str, filters: Sequence[Filter]) -> NarrowingList:
    """The filters under their sorts. It gives the place of one."""
    choices = []
    sort = None
    for at, one in enumerate(filters):
        row = Content.assemble((f"{one.count:>7,}  ", "$reader-quiet"), shortened(one.label, 70))
        prompt = (
            Content.assemble((f"{one.sort}\n", "bold $primary"), row) if one.sort != sort else row
        )
        sort = one.sort
        choices.append(Choice(prompt, f"{one.sort} {one.label}", at, f"adds  {one.query}"))
    title = f"Narrow: {shortened(line, 50)}"
    return NarrowingList(title, choices, hint="enter narrows · esc closes")
