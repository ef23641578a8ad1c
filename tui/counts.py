"""A count: the digits that are typed before a move, and the number they make."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MOST", "Count"]

MOST = 999_999
"""No count is higher: no text has so many of anything that can be gone to."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many times a move is to be done, as far as it has been typed."""

    number: int | None = None
    """`None` before a digit was typed."""
    capped: bool = False
    """Whether more was typed than can be counted."""

    def followed_by(self, digit: int) -> Count:
        """The count with one more digit, from 0 to 9. None begins with a zero."""
        number = (self.number or 0) * 10 + digit
        if number == 0:
            return self
        return Count(min(number, MOST), self.capped or number > MOST)

    def in_words(self, to_paragraph: str, clears: str) -> str:
        """What the status line says while it is typed, with two keys' names; empty before that."""
        if self.number is None:
            return ""
        if self.capped:
            return f"{self.number:,} ×, the most there is · {clears} clears"
        return f"{self.number:,} × · now a move, or {to_paragraph} for ¶ {self.number:,} · {clears} clears"
