"""Offices: who is meant by "the senator", from titles and appositions elsewhere in the text.

"Senator Ann Lee", "actress Ann Lee" and "Ann Lee, a former teacher from Brigg," tell what she is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from heapq import merge
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
_NEAREST: Final = 200
"""So many names before it are looked at for whoever an office means."""
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
        self._holders: dict[str, set[str]] = {}
        self._named: dict[str, list[tuple[Span, str]]] = {}
        """By office, where those who hold it are named, in order."""
        self._busy: set[str] = set()
        self._places: dict[str, list[Span]] = {}
        for named in names.all:
            if not named.quoted:
                full = names.identity_of(named)
                self._places.setdefault(full, []).append(named.span)
                self._enter(named, full)
        for key, holders in self._holders.items():
            self._named[key] = sorted(
                (span, full) for full in holders for span in self._places[full]
            )

    def holders(self, noun: str, past: bool, before: int) -> list[tuple[str, Span]]:
        """The two nearest who hold an office, with where they are named last before an offset.

        `past` asks for those who held it once. Looks at a bounded number of names.
        """
        named = self._named.get(_key(noun, past), [])
        end = bisect_left(named, before, key=lambda place: place[0].start)
        found: dict[str, Span] = {}
        for span, full in reversed(named[max(0, end - _NEAREST) : end]):
            found.setdefault(full, span)
            if len(found) == 2:
                break
        return list(found.items())

    def has_any(self, full: str) -> bool:
        """Whether the text tells of some office or work of somebody."""
        return full in self._busy

    def learn(self, noun: str, full: str) -> None:
        """Takes it that somebody holds an office, since a description meant them."""
        key = _key(noun, past=False)
        if full in self._places and full not in self._holders.setdefault(key, set()):
            self._holders[key].add(full)
            named = self._named.setdefault(key, [])
            self._named[key] = list(merge(named, ((span, full) for span in self._places[full])))

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
            self._holders.setdefault(f"{aged.group(1)}-year-old", set()).add(full)
        told = _IS.match(text, span.end, span.end + _LEAD)
        if told is not None:
            words = told.group(1).lower().split()
            self._hold(list(takewhile(lambda word: not TAGS.get(word, 0) & PREP, words)), full)
        for noun, acts in _PARTS.items():
            if acts.match(text, span.end, span.end + _LEAD):
                self._holders.setdefault(noun, set()).add(full)
        after = _AFTER.match(text, span.end, span.end + _LEAD + 20)
        if after is not None and " " in named.name + named.title:
            self._hold(after.group(1).lower().split(), full)

    def _hold(self, words: list[str], full: str) -> None:
        past = False
        for word in words:
            past = past or word in PAST
            noun = spelled_out(word)
            if is_person_noun(noun) and not TAGS.get(noun):
                self._holders.setdefault(_key(noun, past), set()).add(full)
                if noun not in HONORIFICS or noun in PERSON_NOUNS:
                    self._busy.add(full)
            elif word in ("of", "for", "to", "at", "and", "who"):
                return


def _key(noun: str, past: bool) -> str:
    noun = _ALIKE.get(noun, noun)
    return f"former {noun}" if past else noun
