"""Numbers as values: “400”, “four hundred” and “4 hundred” are one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = ["is_number", "values"]

_SMALL: Final = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_TIMES: Final = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
}
_FIGURES: Final = 15
"""A number with more is compared by its figures."""


def is_number(word: str) -> bool:
    """Whether a folded word is a number, or has one in it: “forty”, “1990s”."""
    return word in _SMALL or word in _TENS or word in _TIMES or any(map(str.isdigit, word))


def values(words: Iterable[str]) -> list[int | str]:
    """The numbers among folded words, in order; what is no plain number stays as it is written.

    Figures in groups of three are one number. Linear.
    """
    found: list[int | str] = []
    whole = part = 0
    last = ""
    for word in (*words, ""):
        kind = _kind(word)
        if word == "and" and last in ("times", "and"):
            last = "and"
            continue
        after_times = last in ("times", "and")
        goes_on = (
            (kind == "times" and last not in ("", "and"))
            or (kind in ("small", "tens") and after_times)
            or (kind == "small" and last == "tens" and 0 < _SMALL[word] < 10)
            or (kind == "figures" and last == "figures" and len(word) == 3)
        )
        if last and not goes_on:
            found.append(whole + part)
            whole = part = 0
        if kind == "small":
            part += _SMALL[word]
        elif kind == "tens":
            part += _TENS[word]
        elif kind == "figures":
            part = part * 1_000 + int(word)
        elif kind == "times":
            many, times = (part if goes_on else 1), _TIMES[word]
            if times <= 100:
                part = max(1, many) * times
            else:
                whole, part = whole + max(1, many) * times, 0
        elif is_number(word):
            found.append(word)
        last = kind
    return found


def _kind(word: str) -> str:
    if word in _SMALL:
        return "small"
    if word in _TENS:
        return "tens"
    if word in _TIMES:
        return "times"
    return "figures" if word.isdecimal() and len(word) <= _FIGURES else ""
