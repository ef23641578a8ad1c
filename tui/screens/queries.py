"""The list of what was searched for before, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.screens.narrowing import Choice, NarrowingList

__all__ = ["queries_list"]


def queries_list(queries: Sequence[str]) -> NarrowingList:
    """The queries as they were written. It gives the place of one."""
    choices = [Choice(Content(query), query, at) for at, query in enumerate(queries)]
    hint = "enter takes it into the box · esc closes"
    return NarrowingList(f"Searched for before: {len(queries):,}", choices, hint=hint)
