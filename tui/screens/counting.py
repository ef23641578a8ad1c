"""Counting: the number that is typed before a move, shown until it is used or given up."""

from __future__ import annotations

from tui.counts import Count
from tui.screens.page import Page

__all__ = ["Counting"]

_DIGITS = tuple("0123456789")


class Counting(Page):
    """The page with a count for the next move."""

    _count = Count()

    def action_count(self, key: str) -> None:
        """One more digit, by its key; any other key, or an empty one, says how to count."""
        if key in _DIGITS:
            self._show_count(self._count.followed_by(_DIGITS.index(key)))
        else:
            self.say("type a number, then a move: 3] leads three quotations on")

    @property
    def has_count(self) -> bool:
        """Whether a count was typed for what comes next."""
        return self._count.number is not None

    def take_count(self) -> int | None:
        """The count, used up by this; `None` if none was typed."""
        number = self._count.number
        self.drop_count()
        return number

    def drop_count(self) -> bool:
        """Give the count up; false if there was none."""
        had = self._count.number is not None
        if had:
            self._show_count(Count())
        return had

    def _show_count(self, count: Count) -> None:
        self._count = count
        self.status.count = count.in_words(self.key("move.bottom"), self.key("step_back"))
