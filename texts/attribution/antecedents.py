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
from texts.attribution.names import Names
from texts.attribution.nouns import ORGANIZATION_NAMES
from texts.attribution.words import AUX, PREP, TAGS, VERB
from texts.document import Span

__all__ = ["SUBJECT_WEIGHT", "Candidate", "antecedents", "weight_of_place"]

_NEXT: Final = re.compile(r"([’']s?)?,?\s+([\w’']+)")
_PREVIOUS: Final = re.compile(r"([\w’']+)[\s\"“‘']*$")
_BEGINS: Final = re.compile(r"(?:^|[.?!”\"\n])\s+$")
_MOST: Final = 40
"""So many names are weighed, the nearest."""
_SURE: Final = 4.5
_PERSON: Final = 2.0
_HERE: Final = 3.0
SUBJECT_WEIGHT: Final = 3.0
_OBJECT: Final = -2.0
_POSSESSIVE: Final = -1.5
_ADJECTIVE: Final = -1.5
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
            if names.is_place(named.span.start) and not person(full):
                continue
            place, form = weight_of_place(names.text, named.span), _form(names, full)
            if place > 0 or form > 0 or gender(full) is not None or person(full):
                add(full, named.span, place + form)
    for name, span, weight in spoke:
        add(name, span, weight)
    return sorted(best.values(), key=lambda c: (-c.weight, -c.span.start))


def _form(names: Names, full: str) -> float:
    """What the form of a name says: who is called by the surname too is a person."""
    words = full.split()
    if any(word.lower() in ORGANIZATION_NAMES for word in words):
        return -_SURE
    return _PERSON if len(words) in (2, 3) and names.stands_alone(words[-1]) else 0.0


def weight_of_place(text: str, span: Span) -> float:
    """What the place of a name says: a subject is likelier than an object or an owner."""
    follows = _NEXT.match(text, span.end, span.end + 30)
    precedes = _PREVIOUS.search(text, max(0, span.start - 20), span.start)
    before = TAGS.get(precedes.group(1).lower(), 0) if precedes else 0
    begins = _BEGINS.search(text, max(0, span.start - 3), span.start) is not None
    weight = 0.0
    if follows is not None:
        if follows.group(1):
            return _POSSESSIVE
        word = follows.group(2).lower()
        verb = TAGS.get(word, 0) & (AUX | VERB) or word in CUES or word[-2:] == "ed"
        if verb or word in ("who", "also"):
            weight += SUBJECT_WEIGHT
        elif follows.group(2) == word and word not in TAGS and word[-2:] != "ly" and not begins:
            weight += _ADJECTIVE  # a Russian nobleman
    if before & PREP:
        weight += _OBJECT
    elif weight == 0.0 and begins:
        weight += SUBJECT_WEIGHT
    return weight
