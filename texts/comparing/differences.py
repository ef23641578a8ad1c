"""Differences: what two wordings of one passage do not share, sorted by what it may mean.

Nothing here judges: a difference may be a translator's, an editor's or a speaker's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Final

from texts.words import Word

__all__ = ["Difference", "Step", "differences"]

Step = tuple[str, int, int, int, int]
"""A step from one wording to the other, as `difflib` has it: what, from and to here, from and to there."""


class Difference(StrEnum):
    """How a wording here differs from the wording there."""

    NEGATION = "a negation differs"
    NUMBER = "a number differs"
    SUBSTITUTION = "other words"
    OMISSION = "words left out without a mark"
    MARKED_OMISSION = "words left out, and marked"
    INSERTION = "words added without a mark"
    BRACKETED_INSERTION = "words added in brackets"
    ORDER = "another order"


_NEGATIONS: Final = frozenset(
    # The last is what a word's cut leaves of "don't" and "isn’t".
    "no not never neither nor none nobody nothing nowhere without cannot t".split()
)
_NUMBERS: Final = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion dozen half twice""".split()
)
_ELLIPSES: Final = ("…", "...", ". . .")


def differences(
    steps: Iterable[Step], text: str, here: Sequence[Word], there: Sequence[str]
) -> tuple[Difference, ...]:
    """The kinds of difference between two wordings, what matters most first; none if the same.

    `here` are the words of one wording, with offsets into `text`; `there` the folded words of the
    other. Marks, dashes, spaces, case and accents are not compared. O(words).
    """
    changed = [step for step in steps if step[0] != "equal"]
    words = [word.folded for word in here]
    if changed and Counter(words) == Counter(there):
        return (Difference.ORDER,)
    found: set[Difference] = set()
    for kind, first, after, first_there, after_there in changed:
        ours, theirs = words[first:after], there[first_there:after_there]
        if _those(ours, _is_negation) != _those(theirs, _is_negation):
            found.add(Difference.NEGATION)
        if _those(ours, _is_number) != _those(theirs, _is_number):
            found.add(Difference.NUMBER)
        if kind == "replace":
            found.add(_replaced(text, here, first, after))
        elif kind == "delete":
            bracketed = _in_brackets(text, here[first], here[after - 1])
            found.add(Difference.BRACKETED_INSERTION if bracketed else Difference.INSERTION)
        else:
            marked = _has_ellipsis(text, here, first, first)
            found.add(Difference.MARKED_OMISSION if marked else Difference.OMISSION)
    return tuple(difference for difference in Difference if difference in found)


def _replaced(text: str, here: Sequence[Word], first: int, after: int) -> Difference:
    if _in_brackets(text, here[first], here[after - 1]):
        return Difference.BRACKETED_INSERTION
    return Difference.SUBSTITUTION


def _those(words: Iterable[str], wanted: Callable[[str], bool]) -> Counter[str]:
    return Counter(word for word in words if wanted(word))


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS


def _is_number(word: str) -> bool:
    return word in _NUMBERS or any(character.isdigit() for character in word)


def _in_brackets(text: str, first: Word, last: Word) -> bool:
    return text[: first.start].rstrip()[-1:] == "[" and text[last.end :].lstrip()[:1] == "]"


def _has_ellipsis(text: str, here: Sequence[Word], first: int, after: int) -> bool:
    """Whether between the words before and after a gap something says that words are missing."""
    start = here[first - 1].end if first > 0 else 0
    end = here[after].start if after < len(here) else len(text)
    return any(mark in text[start:end] for mark in _ELLIPSES)
