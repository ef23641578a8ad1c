"""Acronyms: the names that a text spells out before their capitals in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from texts.attribution.named import Named
from texts.document import Span

__all__ = ["Acronyms"]

_ACRONYM: Final = re.compile(r"\(([A-Z][A-Z.&]{1,9}(?:/[A-Z]{2,9})*)\)")
_CAPITALS: Final = re.compile(
    r"[A-Z][\w’'-]*(?:\s(?:of|for|the|and|on|to|in|against|&|[A-Z][\w’'-]*))*\s$"
)
_SPELLED: Final = 100
"""So many characters before it an acronym may be spelled out."""
_APART: Final = 40
"""So many characters may stand between a name and its acronym."""


class Acronyms:
    """The acronyms of one text, with what they stand for: People’s Front of Brigg (PFB)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: list[re.Match[str]] = []
        self._names: dict[str, str] = {}
        self._spelled: set[str] = set()

    def read(self, stretch: Span) -> None:
        """Take in the next stretch of the text. Linear."""
        if self._text.find("(", stretch.start, stretch.end) >= 0:
            self._places += _ACRONYM.finditer(self._text, stretch.start, stretch.end)

    def spell_out(self, names: Iterable[Named]) -> None:
        """Find what each stands for, given the names of all that was read, in order. Linear."""
        coming = iter(names)
        last, following = None, next(coming, None)
        for place in self._places:
            while following is not None and following.span.start < place.start():
                last, following = following, next(coming, None)
            if last is not None and place.start() - last.span.end <= _APART:
                self._add(place, last.name)

    def name_of(self, letters: str) -> str | None:
        """What an acronym, with or without full stops, stands for."""
        return self._names.get(letters.replace(".", ""))

    def has(self, full: str) -> bool:
        """Whether the text gives an acronym for a name."""
        return full in self._spelled

    def _add(self, place: re.Match[str], before: str) -> None:
        acronyms = [acronym.replace(".", "") for acronym in place.group(1).split("/")]
        full = self._spelled_out(place.start(), acronyms[0]) or before
        if any(letters[:1] == full[:1] for letters in acronyms):
            for letters in acronyms:
                self._names.setdefault(letters, full)
            self._spelled.add(full)

    def _spelled_out(self, end: int, letters: str) -> str | None:
        """The words before `end` whose capitals are `letters`: People’s Front of Brigg (PFB)."""
        before = _CAPITALS.search(self._text, max(0, end - _SPELLED), end)
        words = before.group().split() if before is not None else []
        for at in range(len(words)):
            if "".join(word[0] for word in words[at:] if word[0].isupper()) == letters:
                return " ".join(words[at:]) if words[at][0].isupper() else None
        return None
