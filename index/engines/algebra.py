"""A query worked out as set algebra over posting lists, for engines that can read such lists.

The sets are never too small: what a list cannot decide (the order of words, the side of a
quotation mark, one and the same quotation) is left to `index.matching`. To exclude safely, it
matters whether a set is exact: only then may its complement stand for `Not`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from index.tree import And, Field, Not, Or, Phrase, Prefix, Query, Scope, Term, Within

__all__ = ["SAID", "TEXT", "PostingLists", "candidates", "scored_words"]

TEXT = "text"
"""The list of all words of a paragraph."""
SAID = "said"
"""The list of its words inside quotations."""


class PostingLists(Protocol):
    """Which paragraphs, by number, have what. `where` is `TEXT`, `SAID` or a `Name`."""

    def word(self, where: str, word: str) -> set[int]:
        """Those with this word."""

    def begun(self, where: str, start: str) -> set[int]:
        """Those with a word that begins so; maybe some others unless `where` is `TEXT`."""

    def quoting(self) -> set[int]:
        """Those with a quotation."""

    def everything(self) -> set[int]:
        """All of them."""


def candidates(query: Query, lists: PostingLists) -> set[int]:
    """The paragraphs for which a query may hold: all for which it does, and maybe others."""
    return _found(query, lists, TEXT)[0]


def scored_words(query: Query, where: str = TEXT) -> Iterator[tuple[str, str]]:
    """The whole words that were asked for and the list each counts in, to rank by."""
    match query:
        case Term(word):
            yield where, word
        case Phrase(words, open_):
            for word in words[:-1] if open_ else words:
                yield where, word
        case And(parts) | Or(parts):
            for part in parts:
                yield from scored_words(part, where)
        case Within(scope, part):
            yield from scored_words(part, SAID if scope is Scope.QUOTES else TEXT)
        case _:
            return


def _found(query: Query, lists: PostingLists, where: str) -> tuple[set[int], bool]:
    """The candidates, and whether they are exactly those for which the query holds."""
    match query:
        case Term(word):
            return lists.word(where, word), True
        case Prefix(start):
            return lists.begun(where, start), True
        case Phrase(words, open_):
            return _all_words(words, open_, lists, where), False
        case Field(name, words, open_):
            return _all_words(words, open_, lists, name), False
        case And(parts):
            return _all(parts, lists, where)
        case Or(parts):
            found = [_found(part, lists, where) for part in parts]
            return set().union(*(some for some, _ in found)), all(exact for _, exact in found)
        case Not(part):
            return _without(part, lists, where)
        case Within(Scope.QUOTES, part):
            return lists.quoting() & _found(part, lists, SAID)[0], False
        case Within(Scope.AUTHOR, part):
            return _found(part, lists, TEXT)[0], False
    raise TypeError(f"{query!r} is no query")


def _all(parts: Sequence[Query], lists: PostingLists, where: str) -> tuple[set[int], bool]:
    if not parts:
        return lists.everything(), True
    left: set[int] | None = None
    exact = True
    # What only excludes goes last, when there is little left to exclude from.
    for part in sorted(parts, key=lambda part: isinstance(part, Not)):
        found, sure = _found(part, lists, where)
        left = found if left is None else left & found
        exact = exact and sure
        if not left:
            break
    return left or set(), exact


def _without(part: Query, lists: PostingLists, where: str) -> tuple[set[int], bool]:
    everything = lists.everything()
    if where == SAID:
        # Under in:quotes one quotation may have the word and another one lack it.
        return everything, False
    excluded, exact = _found(part, lists, where)
    return (everything - excluded if exact else everything), exact


def _all_words(words: Sequence[str], open_: bool, lists: PostingLists, where: str) -> set[int]:
    *closed, last = words
    left = lists.begun(where, last) if open_ else lists.word(where, last)
    for word in closed:
        if not left:
            break
        left = left & lists.word(where, word)
    return left
