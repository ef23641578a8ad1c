"""Antecedents: whom "he" or "she" may mean, best first.

Everything that speaks for a name is weighed: that its gender is known, that it is the subject of
its sentence, that it stands in the same paragraph, how far away it is. Words in quotation marks
are somebody else's and name nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.mentions import ORGANIZATION_NAMES
from texts.attribution.names import Named, Names
from texts.attribution.words import AUX, PREP, TAGS, VERB
from texts.document import Span

__all__ = ["Candidate", "antecedents"]

_NEXT: Final = re.compile(r"([’']s?)?,?\s+([\w’']+)")
_PREVIOUS: Final = re.compile(r"([\w’']+)[\s\"“‘']*$")
_MOST: Final = 40
"""So many names are weighed, the nearest."""
_SURE: Final = 4.5
_PERSON: Final = 2.0
_HERE: Final = 3.0
_SUBJECT: Final = 3.0
_OBJECT: Final = -2.0
_POSSESSIVE: Final = -1.5
_FADES: Final = 350.0
"""After so many characters a name counts one less."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a pronoun may mean, the place that speaks most for it, and how much."""

    name: str
    span: Span
    weight: float


def antecedents(
    names: Names,
    at: int,
    paragraph: int,
    want: str,
    gender: Callable[[str], str | None],
    person: Callable[[str], bool | None],
    spoke: Iterable[tuple[str, Span, float]],
    bias: Callable[[str], float],
) -> list[Candidate]:
    """Whom a pronoun of gender `want` ("m", "f") at offset `at` may mean, best first.

    `paragraph` is where its paragraph begins, `person` tells whether a name is known to be a
    person's, `spoke` are those who spoke before, each with a weight of its own, and `bias` is what
    else speaks for a name. Looks at a bounded number of names.
    """
    best: dict[str, Candidate] = {}

    def add(name: str, span: Span, weight: float) -> None:
        sex = gender(name)
        if sex not in (None, want) or person(name) is False:
            return
        weight += _SURE if sex == want else 0.0
        weight += _PERSON if person(name) else 0.0
        weight += _HERE if span.start >= paragraph else 0.0
        weight += bias(name) - (at - span.start) / _FADES
        known = best.get(name)
        if known is None or weight > known.weight:
            best[name] = Candidate(name, span, weight)

    for named in names.before(at)[:_MOST]:
        if not named.quoted:
            full = names.identity_of(named)
            place, form = _place(names.text, named), _form(names, full)
            if place > 0 or form > 0 or gender(full) is not None or person(full):
                add(full, named.span, place + form)
    for name, span, weight in spoke:
        add(name, span, weight + _SUBJECT)
    return sorted(best.values(), key=lambda c: (-c.weight, -c.span.start))


def _form(names: Names, full: str) -> float:
    """What the form of a name says: who is called by the surname too is a person."""
    words = full.split()
    if any(word.lower() in ORGANIZATION_NAMES for word in words):
        return -_SURE
    return _PERSON if len(words) in (2, 3) and names.stands_alone(words[-1]) else 0.0


def _place(text: str, named: Named) -> float:
    """What the place of a name says: a subject is likelier than an object or an owner."""
    span = named.span
    follows = _NEXT.match(text, span.end, span.end + 30)
    precedes = _PREVIOUS.search(text, max(0, span.start - 20), span.start)
    before = TAGS.get(precedes.group(1).lower(), 0) if precedes else 0
    weight = 0.0
    if follows is not None:
        if follows.group(1):
            return _POSSESSIVE
        word = follows.group(2).lower()
        if TAGS.get(word, 0) & (AUX | VERB) or word in CUES or word in ("who", "also"):
            weight += _SUBJECT
        elif word[-2:] == "ed":
            weight += _SUBJECT / 2
    if before & PREP:
        weight += _OBJECT
    return weight
