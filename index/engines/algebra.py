"""A query worked out as set algebra over posting lists, for engines that can read such lists.

The sets are never too small: what a list cannot decide (the order of words, the side of a
quotation mark, one and the same quotation) is left to `index.matching`. To exclude safely, it
matters whether a set is exact: only then may its complement stand for `Not`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.tree import And, Field, Not, Or, Phrase, Prefix, Query, Scope, Term, Within

__all__ = ["SAID", "TEXT", "PostingLists", "candidates", "scored_words"]

TEXT = "text"
"""The list of all words of a paragraph."""
SAID = "said"
"""The list of its words inside quotations."""


class PostingLists(Protocol):
    """Which paragraphs, by number, have what. `where` is `TEXT`, `SAID` or a `Name`."""

    @property
    def longest(self) -> int:
        """How many letters of a word are kept; words that share so many are one."""

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
    return _Algebra(lists, TEXT, whole=True).found(query)[0]


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


@dataclass(frozen=True, slots=True)
class _Algebra:
    lists: PostingLists
    where: str
    """Which list words are looked up in."""
    whole: bool
    """Whether the question is asked of whole paragraphs, and not of a part of each."""

    def found(self, query: Query) -> tuple[set[int], bool]:
        """The candidates, and whether they are exactly those for which the query holds."""
        lists, where = self.lists, self.where
        match query:
            case Term(word):
                return lists.word(where, word), len(word) < lists.longest
            case Prefix(start):
                return lists.begun(where, start), len(start) <= lists.longest
            case Phrase(words, open_):
                return self._all_words(words, open_, where), False
            case Field(name, words, open_):
                return self._all_words(words, open_, name), False
            case And(parts):
                return self._all(parts)
            case Or(parts):
                found = [self.found(part) for part in parts]
                exact = all(exact for _, exact in found)
                return set().union(*(some for some, _ in found)), exact
            case Not(part):
                return self._without(part)
            case Within(Scope.QUOTES, part):
                inside = _Algebra(lists, SAID, whole=False)
                return lists.quoting() & inside.found(part)[0], False
            case Within(Scope.AUTHOR, part):
                return _Algebra(lists, TEXT, whole=False).found(part)[0], False
        raise TypeError(f"{query!r} is no query")

    def _all(self, parts: Sequence[Query]) -> tuple[set[int], bool]:
        if not parts:
            return self.lists.everything(), True
        left: set[int] | None = None
        exact = True
        # What only excludes goes last, when there is little left to exclude from.
        for part in sorted(parts, key=lambda part: isinstance(part, Not)):
            found, sure = self.found(part)
            left = found if left is None else left & found
            exact = exact and sure
            if not left:
                break
        return left or set(), exact

    def _without(self, part: Query) -> tuple[set[int], bool]:
        everything = self.lists.everything()
        if not self.whole:
            # The word may stand elsewhere in the paragraph, and not where it is excluded.
            return everything, False
        excluded, exact = self.found(part)
        return (everything - excluded if exact else everything), exact

    def _all_words(self, words: Sequence[str], open_: bool, where: str) -> set[int]:
        *closed, last = words
        left = self.lists.begun(where, last) if open_ else self.lists.word(where, last)
        for word in closed:
            if not left:
                break
            left = left & self.lists.word(where, word)
        return left
