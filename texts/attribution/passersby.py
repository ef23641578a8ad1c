"""Passers-by: persons of whom the narration tells without a name, and whom "he" may mean."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Final

from texts.document import Span

__all__ = ["Passersby"]

_DESCRIBED: Final = re.compile(
    r"\b(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)?"
    r"(man|woman|boy|girl|lady|gentleman|priest|nun|widow|child|doctor|captain|colonel|general"
    r"|professor|inspector|sergeant|lieutenant|major|guide|soldier|sailor|stranger|officer|clerk"
    r"|servant|maid|butler|teacher|lawyer|judge|driver|guard|nurse|master|mistress|mother|father"
    r"|wife|husband|sister|brother|aunt|uncle|daughter|son|grandmother|grandfather)\b(?![’'])"
)
_BACK: Final = 700
"""So far back, in characters, somebody described may be meant."""
_MOST: Final = 3


class Passersby:
    """All who are described in one text. Linear in the text, once; then O(log n) a question."""

    def __init__(self, text: str) -> None:
        self._text = text

    def before(self, offset: int) -> list[tuple[Span, str]]:
        """The last persons described before `offset`, each with the noun; nearest first."""
        spans = self._all
        first = bisect_left(spans, offset - _BACK, key=lambda told: told[0].start)
        end = bisect_right(spans, offset, key=lambda told: told[0].end)
        return spans[max(first, end - _MOST) : end][::-1]

    @cached_property
    def _all(self) -> list[tuple[Span, str]]:
        """In order, and apart."""
        return [(Span(*found.span()), found[1]) for found in _DESCRIBED.finditer(self._text)]
