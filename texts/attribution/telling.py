"""Telling: whom the narration of a story tells of, mention by mention.

It is read once, in order: names, persons described, and pronouns, each of which goes on with
somebody. "Ann came in. She took off her hat." tells of Ann three times.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from texts.attribution.mentions import Mention
from texts.attribution.names import Named
from texts.attribution.persons import Persons, Told
from texts.attribution.places import weight_of_place
from texts.attribution.speakers import Speakers
from texts.document import Span

__all__ = ["HERE", "Place", "Telling", "faded"]

HERE: Final = 3.0
"""How much it speaks for a mention that it stands in the same paragraph, or just before it."""
_FADES: Final = 500.0
"""After so many characters a mention counts one less."""
_LONG_AGO: Final = 8000
"""After so many characters a noun may mean somebody else again."""
_OWN_REACH: Final = 1500
"""So far back in the scene whoever tells the story is looked for."""
_RECENT: Final = 24
"""So many mentions are kept in mind."""
_PRONOUN: Final = re.compile(r"\b(?:[Hh](?:e|is|im|er)|[Ss]he)\b")
_OWN: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y)\b")
_ROLES: Final = {"he": 3.0, "she": 3.0, "his": -1.5, "her": -1.5, "him": -2.0}
"""What the role of a pronoun says for whom it means, as the place of a name does."""


def faded(distance: int) -> float:
    """What a mention loses with the characters between it and what is asked for."""
    return distance / _FADES


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: whom it means, where it begins and ends, and what its place says for it."""

    name: str
    start: int
    end: int
    weight: float


class Telling:
    """The narration, as far as the story has come."""

    def __init__(self, speakers: Speakers, persons: Persons) -> None:
        self._speakers = speakers
        self._names = speakers.names
        self._persons = persons
        self._at = 0
        self._recent: deque[Place] = deque(maxlen=_RECENT)
        self._settled: dict[int, str] = {}
        """Whom the mentions mean that have been resolved already, by where they begin."""
        self._described: dict[str, Told] = {}
        """Persons described, by their description in small letters."""
        self._nouns: dict[tuple[str, str | None], int] = {}
        """Where each noun, with each possessive, first described somebody."""
        self._voices: dict[str, str] = {}
        """What their voices are called, once they have one."""

    def settle(self, at: int, name: str) -> None:
        """Take in whom the mention that begins at an offset means: it is a source."""
        self._settled[at] = name

    def introduce(self, name: str, voice: str) -> None:
        """Take in what the voice of somebody described as `name` is called."""
        self._voices[name.lower()] = voice

    def described(self, name: str) -> Told | None:
        """Where somebody is described as `name`; `None` if that is a name."""
        return self._described.get(name.lower())

    def sex(self, name: str) -> str | None:
        """ "m" or "f" for a name or a description, if anything shows it."""
        told = self.described(name)
        noun = told.noun if told is not None else name.rpartition(" ")[2]
        return self._persons.sex(noun) if noun.islower() else self._speakers.gender(name)

    def has_described(self, mention: Mention) -> bool:
        """Whether somebody without a name has been told of not long ago by the noun of `mention`."""
        self._read_to(mention.span.start)
        last = self._nouns.get((mention.head or "", mention.own))
        return last is not None and mention.span.start - last < _LONG_AGO

    def before(self, at: int) -> Iterator[Place]:
        """The last mentions before an offset, in order; so many and no more."""
        self._read_to(at)
        for place in self._recent:
            if place.start < at:
                voice = self._voices.get(place.name.lower())
                yield place if voice is None else Place(voice, place.start, place.end, place.weight)

    def own(self, at: int) -> int | None:
        """Where whoever tells the story last spoke of themselves, not long before an offset."""
        text = self._names.text
        start = max(0, at - _OWN_REACH)
        found = [
            match.start()
            for match in _OWN.finditer(text, start, at)
            if not self._names.in_marks(match.start())
        ]
        return found[-1] if found else None

    def _read_to(self, offset: int) -> None:
        if offset <= self._at:
            return
        names = self._names
        found: list[tuple[int, Named | Told | re.Match[str]]] = [
            (named.span.start, named)
            for named in names.between(self._at, offset)
            if not named.quoted and not names.is_place(named.span.start)
        ]
        found += [(told.span.start, told) for told in self._persons.between(self._at, offset)]
        found += [
            (match.start(), match)
            for match in _PRONOUN.finditer(names.text, self._at, offset)
            if not names.in_marks(match.start())
        ]
        for at, mention in sorted(found, key=lambda item: item[0]):
            name = self._settled.pop(at, None)
            if isinstance(mention, Named):
                weight = names.weight_at(mention.span)
                self._note(names.identity_of(mention), mention.span, weight)
            elif isinstance(mention, Told):
                weight = weight_of_place(names.text, mention.span)
                self._note(name or self._known_as(mention), mention.span, weight)
            else:
                word = mention.group().lower()
                name = name or self._goes_on(at, "f" if word in ("she", "her") else "m")
                if name is not None:
                    self._recent.append(Place(name, at, mention.end(), _ROLES[word]))
        self._at = offset

    def _note(self, name: str, span: Span, weight: float) -> None:
        self._recent.append(Place(name, span.start, span.end, weight))

    def _known_as(self, told: Told) -> str:
        """What somebody described is called: as before, if the same noun was used lately."""
        name = self._names.holder(told.noun)
        if name is None and told.definite:
            for place in reversed(self._recent):
                known = self.described(place.name)
                if known is not None and known.is_like(told.noun, told.own):
                    return place.name
        if name is None:
            name = " ".join(told.span.of(self._names.text).split())
        speaker = self._speakers.known(name)
        if speaker is not None:
            return speaker.name
        self._described.setdefault(name.lower(), told)
        self._nouns[told.noun, told.own] = told.span.start
        return name

    def _goes_on(self, at: int, want: str) -> str | None:
        """Whom a pronoun of the narration goes on with."""
        paragraph = self._names.paragraph_at(at)
        best, name = 0.0, None
        fits: dict[str, bool] = {}
        for place in reversed(self._recent):
            here = HERE if place.start >= paragraph else 0.0
            weight = place.weight + here - faded(at - place.start)
            if name is not None and weight <= best:
                continue
            known = fits.get(place.name)
            if known is None:
                known = fits[place.name] = self.sex(place.name) == want
            if known:
                best, name = weight, place.name
        return name
