"""A query worked out as set algebra over posting lists, for engines that can read such lists.

The sets are never too small: what a list cannot decide (the order of words, the side of a
quotation mark, one and the same quotation) is left to `index.matching`. To exclude safely, it
matters whether a set is exact: only then may its complement stand for `Not`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from index.tree import (
    EVERYTHING,
    About,
    And,
    Dated,
    Field,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Term,
    Within,
)

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

    @property
    def settled(self) -> bool:
        """Whether all that is known of quotations is in the lists, and nothing that is outdated."""

    def word(self, where: str, word: str) -> Set[int]:
        """Those with this word."""

    def begun(self, where: str, start: str) -> Set[int]:
        """Those with a word that begins so."""

    def quoting(self) -> Set[int]:
        """Those with a quotation."""

    def everything(self) -> Set[int]:
        """All of them."""

    def about(self, query: About | Dated) -> tuple[Set[int], bool]:
        """Those whose document may be so, and whether all of these documents are."""


def candidates(query: Query, lists: PostingLists) -> tuple[Set[int], bool]:
    """The paragraphs for which a query may hold: all for which it does, and maybe others.

    And whether there are no others.
    """
    return _Algebra(lists, TEXT, whole=True).found(query)


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

    def found(self, query: Query) -> tuple[Set[int], bool]:
        """The candidates, and whether they are exactly those for which the query holds."""
        lists, where = self.lists, self.where
        match query:
            case Term(word):
                return lists.word(where, word), self._is_whole(word)
            case Prefix(start):
                return lists.begun(where, start), self._is_whole(start, open_=True)
            case Phrase(words, open_):
                return self._all_words(words, open_, where), False
            case Field(name, words, open_):
                found = self._all_words(words, open_, name)
                return found, lists.settled and len(words) == 1 and self._is_whole(words[0], open_)
            case And(parts):
                return self._all(parts)
            case Or(parts):
                answers = [self.found(part) for part in parts]
                exact = all(exact for _, exact in answers)
                return frozenset().union(*(some for some, _ in answers)), exact
            case Not(part):
                return self._without(part)
            case About() | Dated():
                return lists.about(query)
            case Within(Scope.QUOTES, part):
                inside = _Algebra(lists, SAID, whole=False)
                if part == EVERYTHING:
                    return lists.quoting(), lists.settled
                found, exact = inside.found(part)
                if isinstance(part, Term | Prefix):
                    # A word that stands in quotations at all stands in one of them.
                    return found, exact and lists.settled
                return lists.quoting() & found, False
            case Within(Scope.AUTHOR, part):
                return _Algebra(lists, TEXT, whole=False).found(part)[0], False
        raise TypeError(f"{query!r} is no query")

    def _all(self, parts: Sequence[Query]) -> tuple[Set[int], bool]:
        if not parts:
            return self.lists.everything(), True
        left: Set[int] | None = None
        # Several things asked of quotations must be true of one and the same, which lists cannot
        # tell; and inside a part of a paragraph, no more can they of several words.
        exact = self.whole and sum(map(_asks_of_quotations, parts)) < 2
        # What only excludes goes last, when there is little left to exclude from.
        for part in sorted(parts, key=lambda part: isinstance(part, Not)):
            found, sure = self.found(part)
            left = found if left is None else left & found
            exact = exact and sure
            if not left:
                break
        return left or frozenset(), exact

    def _without(self, part: Query) -> tuple[Set[int], bool]:
        everything = self.lists.everything()
        if not self.whole:
            # The word may stand elsewhere in the paragraph, and not where it is excluded.
            return everything, False
        excluded, exact = self.found(part)
        return (everything - excluded if exact else everything), exact

    def _is_whole(self, word: str, open_: bool = False) -> bool:
        """Whether the list of a word, or of what begins so, is of it alone."""
        return len(word) < self.lists.longest + open_

    def _all_words(self, words: Sequence[str], open_: bool, where: str) -> Set[int]:
        *closed, last = words
        left = self.lists.begun(where, last) if open_ else self.lists.word(where, last)
        for word in closed:
            if not left:
                break
            left = left & self.lists.word(where, word)
        return left


def _asks_of_quotations(query: Query) -> bool:
    if isinstance(query, Or):
        return any(map(_asks_of_quotations, query.parts))
    return isinstance(query, Field)
