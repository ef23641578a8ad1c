"""Dialogue: in a conversation the one who is not named is the one whose turn it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from texts.document import Span

__all__ = ["Conversation", "Manner"]

_REPORTING: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|[Aa]ccording to|percent|per cent)\b"
    r"|\d%"
)
_NEAR: Final = 4
"""After so many paragraphs without speech a conversation is over."""
_TURNS: Final = 8
"""How many turns back the other speaker is looked for."""


@dataclass(slots=True)
class Manner:
    """How a text uses quotation marks: whether it tells conversations, as stories do.

    In a news report a paragraph that is nothing but a quotation goes on with the last speaker; in a
    story the other one answers. Stories ask and exclaim, their paragraphs begin with speech, and
    they seldom give dates.
    """

    prose: int = 0
    """Paragraphs read."""
    dated: int = 0
    """Those with a weekday, a year, a share, as reports have them."""
    paragraphs: int = 0
    """Paragraphs with speech in them."""
    asking: int = 0
    """Those in which somebody asks or exclaims."""
    beginning: int = 0
    """Those that begin with a quotation mark."""
    brief: int = 0
    """Those that are a few words in marks and nothing else."""

    def read(self, text: str, span: Span) -> None:
        """Count one paragraph of prose."""
        self.prose += 1
        self.dated += _REPORTING.search(text, span.start, span.end) is not None

    def note(self, *, asks: bool, begins: bool, brief: bool) -> None:
        """Count one paragraph with speech."""
        self.brief += brief
        self.paragraphs += 1
        self.asking += asks
        self.beginning += begins

    @property
    def converses(self) -> bool:
        """Whether turns alternate."""
        return (
            self.paragraphs >= 4
            and self.dated * 8 <= self.prose
            and (self.asking * 4 >= self.paragraphs or self.brief * 5 >= self.paragraphs)
            and self.beginning * 2 >= self.paragraphs
        )


class Conversation:
    """Who spoke in which paragraph, in order."""

    def __init__(self) -> None:
        self._turns: list[tuple[int, int | None]] = []

    def spoke(self, paragraph: int, voice: int | None) -> None:
        """Note who speaks in a paragraph; the first speaker of a paragraph has the turn."""
        if self._turns and self._turns[-1][0] == paragraph:
            if self._turns[-1][1] is None:
                self._turns[-1] = paragraph, voice
            return
        self._turns.append((paragraph, voice))

    def last(self, paragraph: int) -> int | None:
        """Who had the turn before `paragraph`, if the conversation is still going on."""
        turn = self._before(paragraph, 1)
        if turn is None or paragraph - turn[0] > _NEAR:
            return None
        return turn[1]

    def next(self, paragraph: int) -> int | None:
        """Whose turn it is in `paragraph`: the latest speaker who did not have the last one."""
        last = self._before(paragraph, 1)
        if last is None or paragraph - last[0] > _NEAR:
            return None
        near = last[0]
        for back in range(2, _TURNS + 1):
            turn = self._before(paragraph, back)
            if turn is None or near - turn[0] > _NEAR:
                return None
            near = turn[0]
            if turn[1] is not None and turn[1] != last[1]:
                return turn[1]
        return None

    def _before(self, paragraph: int, back: int) -> tuple[int, int | None] | None:
        end = len(self._turns)
        if end and self._turns[-1][0] == paragraph:
            end -= 1
        return self._turns[end - back] if back <= end else None
