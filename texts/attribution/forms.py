"""Forms of a verb: the regular ones by the rules of English spelling, the others as they are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

__all__ = ["Form", "forms_of"]


class Form(StrEnum):
    """The form of the verb."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    GERUND = "gerund"


_VOWELS: Final = "aeiou"


def forms_of(lemma: str, irregular: Sequence[str]) -> Iterator[tuple[str, Form]]:
    """The forms of a verb. `irregular` gives its third person, its pasts and its gerunds (several
    with "+"), as far as they are not regular; "-" stands for one that is. A last consonant is never
    doubled by rule: planned and referred are to be given."""
    given = [*irregular, "-", "-", "-"]
    yield lemma, Form.BASE
    yield (_third(lemma) if given[0] == "-" else given[0]), Form.THIRD
    for gerund in [_gerund(lemma)] if given[2] == "-" else given[2].split("+"):
        yield gerund, Form.GERUND
    for past in [_past(lemma)] if given[1] == "-" else given[1].split("+"):
        yield past, Form.PAST


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _gerund(lemma: str) -> str:
    return lemma[:-1] + "ing" if lemma.endswith("e") and lemma[-2] != "e" else lemma + "ing"
