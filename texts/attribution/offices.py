"""Offices: who is meant by "the senator", from titles and appositions elsewhere in the text.

"Senator Ann Lee", "actress Ann Lee" and "Ann Lee, a former teacher from Brigg," tell what she is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import Final

from texts.attribution.callings import is_person_noun
from texts.attribution.names import Named, Names
from texts.attribution.nouns import PERSON_NOUNS
from texts.attribution.titles import HONORIFICS, spelled_out
from texts.attribution.words import PREP, TAGS
from texts.document import Span

__all__ = ["AGE", "PAST", "Offices"]

_BEFORE: Final = re.compile(r"\b((?:(?:[a-z][a-z’'-]*|Former|Ex)[\s-]){0,2})([a-z][a-z-]+),?\s$")
_AFTER: Final = re.compile(r"(?:\s\([^)\n]{1,20}\))?,\s(?:\d\d,\s)?((?:[^\W\d_][\w’'-]*\s?){1,9})")
AGE: Final = re.compile(r"\d{1,3}-year-old")
_AGED: Final = re.compile(r",\s(\d{1,3})[,.]")
_IS: Final = re.compile(
    r"(?:,\s\d\d,)?\s(?:is|was|became|becomes|remains|(?:has|had)\sbeen|work(?:s|ed)\sas)"
    r"\s(?:now\s)?(?:an?|the)\s((?:[^\W\d_][\w’'-]*\s?){1,4})"
)
"""Ann Lee is a night nurse."""
_PARTS: Final = {
    "witness": re.compile(
        r",?\s(?:took the (?:witness )?stand|gave evidence|testif|was cross-examined"
        r"|(?:was )?giving evidence|entered the witness)"
    ),
    "defendant": re.compile(
        r"(?:,\s\d\d,)?\s(?:pleaded|pleads|denies|is (?:charged|accused|on trial)"
        r"|was (?:charged|accused|on trial)|stands (?:charged|accused|trial)|stood trial)"
    ),
}
"""What somebody is in court, by what they do there."""
_LEAD: Final = 60
PAST: Final = frozenset("former ex then late".split())
_ALIKE: Final = {
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "representative",
    "justice": "judge",
    "nominee": "candidate",
    "contender": "candidate",
    "hopeful": "candidate",
    "front-runner": "candidate",
    "frontrunner": "candidate",
}
"""Words that reports use for each other."""


class Offices:
    """What the text says that each of its persons is."""

    def __init__(self, names: Names) -> None:
        """Linear in the number of names."""
        self._names = names
        self._holders: dict[str, dict[str, None]] = {}
        self._busy: set[str] = set()
        self._places: dict[str, list[Span]] = {}
        for named in names.all:
            if not named.quoted:
                full = names.identity_of(named)
                self._places.setdefault(full, []).append(named.span)
                self._enter(named, full)

    def holders(self, noun: str, past: bool, before: int) -> list[tuple[str, Span]]:
        """Those who hold an office, with where they are named last before an offset, nearest first.

        `past` asks for those who held it once.
        """
        found = []
        for full in self._holders.get(_key(noun, past), ()):
            spans = self._places[full]
            at = bisect_left(spans, before, key=lambda span: span.start) - 1
            if at >= 0:
                found.append((full, spans[at]))
        return sorted(found, key=lambda item: -item[1].start)

    def has_any(self, full: str) -> bool:
        """Whether the text tells of some office or work of somebody."""
        return full in self._busy

    def learn(self, noun: str, full: str) -> None:
        """Takes it that somebody holds an office, since a description meant them."""
        if full in self._places:
            self._holders.setdefault(_key(noun, past=False), {}).setdefault(full)

    def _enter(self, named: Named, full: str) -> None:
        text, span = self._names.text, named.span
        words = [word.rstrip(".").lower() for word in named.title.split()]
        before = _BEFORE.search(text, max(0, span.start - _LEAD), span.start)
        if before is not None:
            past = not PAST.isdisjoint(before.group(1).lower().replace("-", " ").split())
            words = [*(["former"] if past else []), before.group(2), *words]
        self._hold(words, full)
        aged = _AGED.match(text, span.end, span.end + 8)
        if aged is not None:
            self._holders.setdefault(f"{aged.group(1)}-year-old", {}).setdefault(full)
        told = _IS.match(text, span.end, span.end + _LEAD)
        if told is not None:
            words = told.group(1).lower().split()
            self._hold(list(takewhile(lambda word: not TAGS.get(word, 0) & PREP, words)), full)
        for noun, acts in _PARTS.items():
            if acts.match(text, span.end, span.end + _LEAD):
                self._holders.setdefault(noun, {}).setdefault(full)
        after = _AFTER.match(text, span.end, span.end + _LEAD + 20)
        if after is not None and " " in named.name + named.title:
            self._hold(after.group(1).lower().split(), full)

    def _hold(self, words: list[str], full: str) -> None:
        past = False
        for word in words:
            past = past or word in PAST
            noun = spelled_out(word)
            if is_person_noun(noun) and not TAGS.get(noun):
                self._holders.setdefault(_key(noun, past), {}).setdefault(full)
                if noun not in HONORIFICS or noun in PERSON_NOUNS:
                    self._busy.add(full)
            elif word in ("of", "for", "to", "at", "and", "who"):
                return


def _key(noun: str, past: bool) -> str:
    noun = _ALIKE.get(noun, noun)
    return f"former {noun}" if past else noun
