"""Differences: what two wordings of one passage do not share, sorted by what it may mean.

Nothing here judges, nor says which of the two is the quotation: a difference may be a translator's,
an editor's or a speaker's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from texts.comparing.numbers import is_number, values
from texts.comparing.wordings import Wording

__all__ = ["Difference", "Step", "differences", "negations"]

Step = tuple[str, int, int, int, int]
"""A step from one wording to the other, as `difflib` has it: what, from and to here, from and to there."""


class Difference(StrEnum):
    """How a wording here differs from the wording there; what matters most first."""

    NEGATION = "a negation differs"
    NUMBER = "a number differs"
    NEGATION_TOLD = "a negation is left out or added"
    """Where a mark tells that words were, or between parts."""
    NEGATION_MOVED = "a negation stands elsewhere"
    NUMBER_MOVED = "a number stands elsewhere"
    NEGATION_BEFORE = "there a negation stands shortly before"
    SUBSTITUTION = "other words"
    OMISSION = "more words there, unmarked"
    INSERTION = "more words here, unmarked"
    BETWEEN_PARTS = "more words between its parts"
    MARKED_OMISSION = "words left out, and marked"
    BRACKETED_INSERTION = "words in brackets"
    ORDER = "another order"


_NEGATIONS: Final = frozenset(
    "no not never neither nor none nobody nothing nowhere without cannot".split()
)


def differences(steps: Iterable[Step], ours: Wording, theirs: Wording) -> tuple[Difference, ...]:
    """The kinds of difference between two wordings, what matters most first; none if the same.

    Marks, dashes, spaces, case and accents are not compared. A number is its value: “400” is “four
    hundred”, in other words; and “isn’t” is “is not”. Linear in the words.
    """
    changed = [step for step in steps if step[0] != "equal"]
    found: set[Difference] = set()
    negated = negations(ours.words), negations(theirs.words)
    balance = 0
    numbers: Counter[int | str] = Counter()
    for step in changed:
        how = _how(step, ours, theirs)
        _, first, after, first_there, after_there = step
        no, no_there = negated[0][first:after], negated[1][first_there:after_there]
        more = sum(no) - sum(no_there)
        if how in _OPEN:
            found.add(how)
            if more:
                found.add(Difference.NEGATION_TOLD)
            continue
        balance += more
        one, two = _numbers(step, ours, theirs)
        numbers.update(one)
        numbers.subtract(two)
        if more:
            found.add(Difference.NEGATION_MOVED)
        if one != two:
            found.add(Difference.NUMBER_MOVED)
        # What is nothing but a negation, or another number, has been told of.
        words = (*ours.words[first:after], *theirs.words[first_there:after_there])
        only_number = one != two and step[0] == "replace" and all(map(is_number, words))
        if not only_number and not (more and all((*no, *no_there))):
            found.add(how)
    if balance:
        found ^= {Difference.NEGATION_MOVED, Difference.NEGATION}
    if any(numbers.values()):
        found ^= {Difference.NUMBER_MOVED, Difference.NUMBER}
    if changed and Counter(ours.words) == Counter(theirs.words):
        found = {Difference.ORDER, *(found & _MOVED)}
    return tuple(difference for difference in Difference if difference in found)


_OPEN: Final = frozenset(
    {Difference.BETWEEN_PARTS, Difference.MARKED_OMISSION, Difference.BRACKETED_INSERTION}
)
"""Differences that the text itself lets its reader see."""
_MOVED: Final = frozenset({Difference.NEGATION_MOVED, Difference.NUMBER_MOVED})


def _how(step: Step, ours: Wording, theirs: Wording) -> Difference:
    kind, first, after, first_there, after_there = step
    here, there = ours.edited[first:after], theirs.edited[first_there:after_there]
    if (here and all(here)) or (there and all(there)):
        return Difference.BRACKETED_INSERTION
    if kind == "replace":
        return Difference.SUBSTITUTION
    if kind == "delete":
        marked = first_there in theirs.marked
        return Difference.MARKED_OMISSION if marked else Difference.INSERTION
    if first in ours.marked:
        return Difference.MARKED_OMISSION
    return Difference.BETWEEN_PARTS if first in ours.parts else Difference.OMISSION


def _numbers(
    step: Step, ours: Wording, theirs: Wording
) -> tuple[Counter[int | str], Counter[int | str]]:
    """The numbers that a step changes, each with all of its words."""
    _, first, after, first_there, after_there = step
    while first and first_there and _is_same_number(ours, first - 1, theirs, first_there - 1):
        first, first_there = first - 1, first_there - 1
    last, last_there = len(ours.words), len(theirs.words)
    while (
        after < last
        and after_there < last_there
        and _is_same_number(ours, after, theirs, after_there)
    ):
        after, after_there = after + 1, after_there + 1
    one, two = ours.words[first:after], theirs.words[first_there:after_there]
    return Counter(values(one)), Counter(values(two))


def _is_same_number(ours: Wording, at: int, theirs: Wording, there: int) -> bool:
    return ours.words[at] == theirs.words[there] and is_number(ours.words[at])


def negations(words: Sequence[str]) -> list[bool]:
    """Of each folded word, whether it negates; of “don’t” it is the *t* that a word's cut leaves."""
    return [
        word in _NEGATIONS or (word == "t" and at > 0 and words[at - 1].endswith("n"))
        for at, word in enumerate(words)
    ]
