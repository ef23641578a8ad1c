"""Persons whom a story tells of by a noun: the old man, my aunt, a girl."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.mentions import Mention
from texts.attribution.names import Names
from texts.attribution.nouns import PERSON_NOUNS
from texts.attribution.titles import FEMALE, MALE, sex_of_noun
from texts.attribution.words import TAGS
from texts.document import Span
from texts.reading import VoiceKind

__all__ = ["EPITHETS", "Persons", "Told"]

_PHRASE: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)"
    r"(?:\s(?:very|rather|quite|most|so))?(?=\s([a-z-]+)(?:\s([a-z-]+))?(?:\s([a-z-]+))?)"
)
_NOUNS: Final = (
    frozenset(
        """
    child infant baby youth fellow stranger visitor guest companion friend neighbour neighbor
    creature person widower orphan bride bridegroom sweetheart lover inspector major corporal
    soldier sailor pirate servant maid butler coachman porter housekeeper innkeeper shopkeeper
    barber tailor baker butcher miller smith carpenter fisherman hunter shepherd beggar thief
    prisoner robber constable magistrate squire knight master tutor pupil scholar painter musician
    parson vicar curate clergyman surgeon physician apothecary cousin ghost witch wizard giant dwarf
    """.split()
    )
    | PERSON_NOUNS
    | {noun for noun in MALE | FEMALE if len(noun) > 2}
) - {"he", "him", "his", "himself", "she", "her", "hers", "herself", "chief", "head", "leader"}
"""Who may speak in a story."""
EPITHETS: Final = frozenset(
    """
    man woman lady gentleman girl boy child lad lass youth fellow stranger visitor guest host hostess
    companion friend creature person client speaker youngster
    """.split()
)
"""Nouns by which a story calls somebody who has a name."""
_ADJECTIVES: Final = frozenset("general patient fellow major private minor human".split())
"""Nouns that are adjectives before another noun."""
_PRONOUN: Final = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_POSSESSIVES: Final = frozenset("my our his her their".split())
_AFTER: Final = 80


@dataclass(frozen=True, slots=True)
class Told:
    """One place where a person is told of by a noun."""

    span: Span
    noun: str
    modifiers: frozenset[str]
    own: str | None
    """The possessive before it: my, his."""
    definite: bool

    def is_like(self, noun: str | None, own: str | None) -> bool:
        """Whether a noun and a possessive may mean the same person."""
        return self.noun == noun and self.own == own

    def mention(self, text: str) -> Mention:
        """The same as a mention."""
        words = " ".join(self.span.of(text).split())
        return Mention(
            self.span,
            words,
            head=self.noun,
            modifiers=self.modifiers,
            definite=True,
            own=self.own,
            kind=VoiceKind.PERSON,
        )


def _is_noun(after: Sequence[str | None]) -> bool:
    """Whether the word after, if any, may be a noun."""
    word = after[0] if after else None
    if word is None or word in TAGS or word in CUES:
        return False
    return word[-2:] not in ("ed", "ly")


def _told(match: re.Match[str], known: Container[str]) -> Told | None:
    """Who is told of by the first noun of a phrase, if that is one of the `known`."""
    for group in (1, 2, 3):
        noun = match.group(group)
        if noun is None or noun in TAGS:
            return None
        if noun in _ADJECTIVES and _is_noun(match.groups()[group:]):
            continue  # a general dread
        if noun in known:
            lead = match.group().split()[0].lower()
            return Told(
                Span(match.start(), match.end(group)),
                noun,
                frozenset(match.groups()[: group - 1]),
                lead if lead in _POSSESSIVES else None,
                lead not in ("a", "an", "one", "another"),
            )
    return None


class Persons:
    """All of them outside quotation marks, in order."""

    def __init__(self, names: Names, nouns: Iterable[str | None], end: int) -> None:
        """Reads the text up to `end`; `nouns` are those that say something in it. Linear."""
        text = names.text
        known = _NOUNS.union(noun for noun in nouns if noun)
        self.all: list[Told] = []
        for match in _PHRASE.finditer(text, 0, end):
            told = _told(match, known)
            if told is None or names.in_marks(told.span.start):
                continue
            if text[told.span.end : told.span.end + 1] not in ("’", "'"):
                self.all.append(told)
        self._starts = [told.span.start for told in self.all]
        self._sexes = self._count(names)

    def between(self, start: int, end: int) -> list[Told]:
        """Those that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sex(self, noun: str) -> str | None:
        """ "m" or "f" by the noun itself, or as the text shows it of whom it calls so."""
        return sex_of_noun(noun) or self._sexes.get(noun)

    def _count(self, names: Names) -> dict[str, str | None]:
        votes: dict[str, Counter[str]] = {}
        for place, told in enumerate(self.all):
            if sex_of_noun(told.noun) is not None:
                continue
            end = told.span.end
            limit = end + _AFTER
            if place + 1 < len(self.all):
                limit = min(limit, self.all[place + 1].span.start)
            found = _PRONOUN.search(names.text, end, max(end, limit))
            if found is not None and not names.between(end, found.start()):
                low = found.group()[0].lower()
                sex = "f" if low == "s" or found.group()[:3].lower() == "her" else "m"
                votes.setdefault(told.noun, Counter())[sex] += 1
        return {
            noun: "m" if count["m"] > count["f"] else "f" if count["f"] > count["m"] else None
            for noun, count in votes.items()
        }
