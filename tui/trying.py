"""What to try where nothing was found, with how many paragraphs it would find."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.tree import Query

__all__ = ["what_to_try"]

_MOST_COUNTED = 6
"""Queries of each sort that are tried out."""
_MOST_TOLD = 3


def what_to_try(
    query: Query, near: Callable[[str], Iterable[str]], count: Callable[[Query], int]
) -> str:
    """In words: spellings that are there, then parts to leave out, each with what it would find.

    `near` gives the spellings near a word, `count` how many paragraphs a query finds; it is asked
    a dozen times at most. Empty where nothing helps.
    """
    from index.trying import easier, respelled

    others = ((f"“{other}”", changed) for _, other, changed in respelled(query, near))
    without = ((f"without {part.removesuffix('*')}", rest) for part, rest in easier(query))
    told = [*_that_find(others, count), *_that_find(without, count)][:_MOST_TOLD]
    return " · ".join(f"{words}: {found:,}" for words, found in told)


def _that_find(
    tries: Iterable[tuple[str, Query]], count: Callable[[Query], int]
) -> Iterator[tuple[str, int]]:
    """Those that find something, the most first."""
    counted = [(words, count(query)) for words, query in islice(tries, _MOST_COUNTED)]
    counted.sort(key=lambda one: -one[1])
    return (one for one in counted if one[1])
