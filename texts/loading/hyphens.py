"""Joining lines that were broken at a width: which hyphens part a word, and which belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = ["Joiner"]

_HYPHENS: Final = "-\u00ad\u2010"
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST: Final = re.compile(r"[^\W\d_]+\Z")
_FIRST: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Joiner:
    """Joins the lines of a text. What is a word it learns from the text itself."""

    def __init__(self, lines: Iterable[tuple[str, bool]]) -> None:
        """Take in all lines, each with whether it ended with a hyphen that its words lack."""
        self._words: set[str] = set()
        for words, _ in lines:
            self._words.update(map(str.lower, _WORD.findall(words)))

    def joined(self, lines: Sequence[tuple[str, bool]]) -> tuple[str, tuple[int, ...]]:
        """The lines as one, and the offsets in it at which a hyphen was taken out.

        A hyphen between letters at a line's end is taken out, unless what follows begins with a
        capital, or the text elsewhere writes the word with the hyphen and never without.
        """
        pieces: list[str] = []
        removed: list[int] = []
        at = 0
        above: str | None = None
        was_hyphened = False
        for words, hyphened in lines:
            if not hyphened and words.endswith(tuple(_HYPHENS)) and _LAST.search(words[:-1]):
                words, hyphened = words[:-1], True
            if above is not None:
                between = self._between(above, words) if was_hyphened else " "
                if not between:
                    removed.append(at)
                pieces.append(between)
                at += len(between)
            pieces.append(words)
            at += len(words)
            above, was_hyphened = words, hyphened
        if was_hyphened:
            pieces.append("-")
        return "".join(pieces), tuple(removed)

    def _between(self, above: str, below: str) -> str:
        """What stands between two lines of which the first ended with a hyphen."""
        before, after = _LAST.search(above), _FIRST.match(below)
        return "" if before and after and self._is_one(before[0], after[0]) else "-"

    def _is_one(self, before: str, after: str) -> bool:
        if after[0].isupper() and not before.isupper():
            return False
        whole, parted = f"{before}{after}".lower(), f"{before}-{after}".lower()
        return whole in self._words or parted not in self._words
