"""Antecedents: whom "he" or "she" may mean, best first.

Everything that speaks for a name is weighed: that its gender is known, that it is the subject of
its sentence, that it stands in the same paragraph, how far away it is. Words in quotation marks
are somebody else's and name nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import inf
from typing import Final

from texts.attribution.names import Named, Names
from texts.attribution.nouns import ORGANIZATION_NAMES
from texts.attribution.places import begins_sentence
from texts.document import Span

__all__ = ["GROUNDS", "Candidate", "Spoke", "antecedents"]

_CLAUSE: Final = re.compile(
    r"(?:[^.,;:?!()“”\"\n—–]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|'(?!'))*"
)
_CLAUSE_REACH: Final = 160
_BESIDE: Final = 9.0
"""How much it speaks against somebody to be named after the pronoun in its clause."""
_BREAK: Final = 0.7
"""How much each break between paragraphs speaks against a name before it, up to three."""
_SENTENCE: Final = 1.0
"""How much it speaks for a name to stand in the pronoun's own sentence."""
_ENDS: Final = re.compile(r"[.?!][”\"’']*\s+(?=[A-Z“\"‘'])|\n\n")
_NOBODY: Final = 3.0
"""How much it speaks against a name that nothing shows to be a person's."""
_MOST: Final = 40
"""So many names are weighed, the nearest."""
_SURE: Final = 4.5
"""How much it speaks for a name that its sex is known, and fits."""
_PERSON: Final = 2.0
"""That it is known to be a person's, or is called by the surname too."""
_HERE: Final = 3.0
"""That it stands in the same paragraph."""
_FADES: Final = 350.0
"""After so many characters a name counts one less."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a pronoun may mean, the place that speaks most for it, and how much."""

    name: str
    span: Span
    weight: float
    parts: tuple[float, ...]
    """What the weight is the sum of."""


GROUNDS: Final = (
    ("subject of its sentence", "object, owner or adjective where it stands"),
    ("named as persons are", "nothing shows that it is a person’s name"),
    ("spoke or was told of before", "told of in passing"),
    ("spoke lately, and nobody took the floor", ""),
    ("known to be of that sex", ""),
    ("known to be a person", ""),
    ("in the same paragraph", ""),
    ("in the same sentence", ""),
    ("", "named beside the pronoun"),
    ("", "paragraphs between"),
    ("", "these are their own words"),
    ("", "distance"),
)
"""The parts of a weight, in words: where each speaks for somebody, and where against."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """Somebody who spoke before, or of whom the text tells without a name."""

    name: str
    span: Span
    weight: float
    """What speaks for them."""
    lead: float = 0.0
    """And what more does, as long as nobody else has taken the floor."""


def antecedents(
    names: Names,
    at: int,
    paragraph: int,
    want: str,
    gender: Callable[[str], str | None],
    person: Callable[[str], bool | None],
    spoke: Iterable[Spoke],
    bias: Callable[[str], float],
) -> list[Candidate]:
    """Whom a pronoun of gender `want` ("m", "f") at offset `at` may mean, best first.

    `paragraph` is where its paragraph begins, `person` tells whether a name is known to be a
    person's, `spoke` are those who spoke before, each with a weight of its own, and `bias` is what
    else speaks for a name. Looks at a bounded number of names.
    """
    best: dict[str, Candidate] = {}
    beside = {names.identity_of(named) for named in named_beside(names, at)}

    by_name: dict[str, tuple[float, ...] | None] = {}
    ended = 0

    def weigh_name(name: str) -> tuple[float, ...] | None:
        """What speaks for a name wherever it stands; `None` if it cannot be meant."""
        sex, known = gender(name), person(name)
        if sex not in (None, want) or known is False:
            return None
        sure, human = _SURE if sex == want else 0.0, _PERSON if known else 0.0
        return sure, human, -_BESIDE if name in beside else 0.0, bias(name)

    def add(
        name: str, span: Span, place: float, form: float, spoken: float = 0.0, lead: float = 0.0
    ) -> None:
        nonlocal ended
        if name not in by_name:
            by_name[name] = weigh_name(name)
        anywhere = by_name[name]
        if anywhere is None:
            return
        sure, human, shut_out, said_for = anywhere
        near = span.end > ended and not _ENDS.search(names.text, span.end, at)
        if not near:
            ended = max(ended, span.end)  # a sentence ends after it, and after all further back
        parts = (
            place,
            form,
            spoken,
            lead,
            sure,
            human,
            _HERE if span.start >= paragraph else 0.0,
            _SENTENCE if near else 0.0,
            shut_out,
            -_BREAK * min(names.breaks(span.start, at), 3),
            said_for,
            -(at - span.start) / _FADES,
        )
        weight = sum(parts)
        known = best.get(name)
        if known is None or weight > known.weight:
            best[name] = Candidate(name, span, weight, parts)

    floor, holder = 0, ""
    nearer: dict[str, float] = {}
    """The most that the place of each name weighs, of those looked at."""
    for named in names.before(at)[:_MOST]:
        if not named.quoted:
            full, place = names.identity_of(named), names.weight_at(named.span)
            if floor and place <= nearer.get(full, -inf):
                continue  # further back, and in no better place: it cannot weigh more
            if names.is_place(named.span.start) and not person(full):
                continue
            sex, form = gender(full), _form(names, full)
            if sex is None and not person(full) and form <= 0:
                if place <= 0:
                    continue
                form -= _NOBODY
            elif (
                not floor
                and sex in (None, want)
                and place > 0
                and begins_sentence(names.text, named.span.start)
            ):
                floor, holder = named.span.start, full
            add(full, named.span, place, form)
            nearer[full] = max(place, nearer.get(full, -inf))
    for other in spoke:
        lead = other.lead if other.span.start >= floor or other.name == holder else 0.0
        add(other.name, other.span, 0.0, 0.0, other.weight, lead)
    return sorted(best.values(), key=lambda c: (-c.weight, -c.span.start))


def named_beside(names: Names, at: int) -> list[Named]:
    """Those named after a pronoun in its own clause: nobody whom the pronoun can mean."""
    clause = _CLAUSE.match(names.text, at, at + _CLAUSE_REACH)
    return names.between(at, clause.end()) if clause is not None else []


def _form(names: Names, full: str) -> float:
    """What the form of a name says: who is called by the surname too is a person."""
    known = names.weighed.get(full)
    if known is None:
        known = names.weighed[full] = _weigh_form(names, full)
    return known


def _weigh_form(names: Names, full: str) -> float:
    words = full.split()
    if any(word.lower() in ORGANIZATION_NAMES for word in words) or names.is_plural(full):
        return -_SURE
    if len(words) == 1 and len(full) > 1 and full.isupper():
        return -_SURE  # NATO
    alone = len(words) in (2, 3) and names.stands_alone(words[-1])
    return _PERSON if alone or (len(words) > 1 and names.gender(full) is not None) else 0.0
