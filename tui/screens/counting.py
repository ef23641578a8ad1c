"""Counting: the number that is typed before a move, shown until it is used or given up."""

from __future__ import annotations

from tui.counts import Count
from tui.screens.page import Page

__all__ = ["Counting"]


class Counting(Page):
    """The page with a count for the next move."""

    _count = Count()

    def action_count(self, digit: int | None = None) -> None:
        """One more digit; `None` where this was chosen from a list and no digit was pressed."""
        if digit is None:
            key = self.key("quotation.next")
            self.say(f"type a number, then a move: 3{key} leads three quotations on")
        else:
            self._show_count(self._count.followed_by(digit))

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
