"""Posting lists of one Whoosh segment, read block by block and kept for the next keystroke.

Whoosh's matchers cost several Python calls a posting. A block, though, is two arrays, of numbers
and of how often the word is there; read whole, a list of ten thousand paragraphs takes two
milliseconds. Scores are Whoosh's BM25F to the last digit: its own statistics in its own formula,
worked out in one loop.

A segment never changes but in what is deleted of it, so lists hold what is deleted too and may be
kept for as long as the segment is there; `Segment.dead` is for the caller to take away at the end.
"""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import accumulate
from typing import Any

from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3LeafMatcher, _lenfield
from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import Searcher
from whoosh.util.numeric import byte_to_length

from index.engines.algebra import SAID, TEXT, scored_words
from index.engines.whoosh_schema import EDGE, INSIDE, LONGEST
from index.errors import Cancelled
from index.tree import About, Dated, Name, Query

__all__ = ["Recent", "Segment", "column_bytes", "deleted_in", "read_numbers", "segment_id"]

_MOST = 600_000  # numbers in lists that are kept; some forty bytes each


class Recent:
    """Lists that were read, the latest used last, bounded by the numbers in them.

    For one thread at a time, as a searcher of Whoosh is.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._held = 0
        self._lists: OrderedDict[tuple[str, str, bytes], frozenset[int]] = OrderedDict()

    def of(self, key: tuple[str, str, bytes], read: Callable[[], frozenset[int]]) -> frozenset[int]:
        """The list of a segment, a field and a word, read if it is not here."""
        known = self._lists.get(key)
        if known is None:
            known = self._lists[key] = read()
            self._held += len(known) + 8
            while self._held > self._most and len(self._lists) > 1:
                _, oldest = self._lists.popitem(last=False)
                self._held -= len(oldest) + 8
        else:
            self._lists.move_to_end(key)
        return known


class Segment:
    """One segment as `index.engines.algebra` reads it."""

    longest = LONGEST

    def __init__(
        self,
        leaf: Searcher,
        recent: Recent,
        cancelled: Callable[[], bool],
        about: Callable[[About | Dated], Set[int]] | None = None,
    ) -> None:
        """`about` tells which paragraphs are of documents of which something is true. Who knows
        that has, too, all that is known of quotations in the lists."""
        self._leaf = leaf
        self._reader: Any = leaf.reader()
        self._name = segment_id(self._reader)
        self._recent = recent
        self._cancelled = cancelled
        self._about = about
        self.settled = about is not None
        self.dead: Set[int] = deleted_in(self._reader)
        """The numbers that are deleted, and yet in the lists."""

    def word(self, where: str, word: str) -> Set[int]:
        """See `PostingLists`."""
        return self._list(where, word[:LONGEST].encode())

    def begun(self, where: str, start: str) -> Set[int]:
        """See `PostingLists`."""
        if len(start) <= EDGE and where in (TEXT, SAID):
            return self._list("edge" if where == TEXT else INSIDE, start.encode())
        return self._union(where, start[:LONGEST].encode())

    def quoting(self) -> Set[int]:
        """See `PostingLists`."""
        # Every quotation has a mode.
        return self._union(Name.MODE, b"")

    def everything(self) -> Set[int]:
        """See `PostingLists`."""
        return frozenset(range(self._reader.doc_count_all()))

    def about(self, query: About | Dated) -> tuple[Set[int], bool]:
        """See `PostingLists`."""
        return (self.everything(), False) if self._about is None else (self._about(query), True)

    def of_documents(self, keys: Iterator[bytes]) -> Set[int]:
        """Those of the documents of these keys."""
        return frozenset().union(*(self._list("document", key) for key in keys))

    def scores(self, query: Query, numbers: Set[int]) -> dict[int, float]:
        """BM25F of the words of a query, for the given numbers; 0 where none of them is there."""
        scores = dict.fromkeys(numbers, 0.0)
        for where, word in sorted(set(scored_words(query))):
            self._look_up()
            self._score(where, word[:LONGEST].encode(), scores)
        return scores

    def _score(self, where: str, word: bytes, scores: dict[int, float]) -> None:
        matcher = _matcher(self._reader, where, word)
        if matcher is None:
            return
        scorer: Any = self._leaf.weighting.scorer(self._leaf, where, word)
        idf, most = scorer.idf, scorer.K1 + 1
        norms = [
            scorer.K1 * ((1 - scorer.B) + scorer.B * length / scorer.avgfl) for length in _LENGTHS
        ]
        lengths = column_bytes(
            self._reader._perdoc._cached_reader(_lenfield(where), LENGTHS_COLUMN)
        )
        lengths += bytes(self._reader.doc_count_all() - len(lengths))
        for numbers, weights in _blocks(matcher):
            for number, weight in zip(numbers, weights, strict=True):
                if number in scores:
                    scores[number] += idf * ((weight * most) / (weight + norms[lengths[number]]))

    def _union(self, where: str, start: bytes) -> Set[int]:
        found: set[int] = set()
        for word in self._reader.expand_prefix(where, start):
            found |= self._list(where, word)
        return found

    def _list(self, where: str, word: bytes) -> frozenset[int]:
        self._look_up()
        return self._recent.of(
            (self._name, where, word), lambda: read_numbers(self._reader, where, word)
        )

    def _look_up(self) -> None:
        if self._cancelled():
            raise Cancelled("The search was given up")


# By the byte that Whoosh keeps of a length; 0 stands for none, which counts as one word.
_LENGTHS = [1, *(byte_to_length(byte) for byte in range(1, 256))]


def segment_id(reader: IndexReader) -> str:
    """The name of a segment, which no other ever has."""
    return str(reader.segment().segment_id())  # type: ignore[union-attr]  # no empty reader here


def deleted_in(reader: Any) -> frozenset[int]:
    """The numbers that are deleted in a segment."""
    deleted: frozenset[int] = reader.deleted_docs_set
    return deleted


def read_numbers(reader: IndexReader, where: str, word: bytes) -> frozenset[int]:
    """All numbers of a list, of deleted paragraphs too."""
    matcher = _matcher(reader, where, word)
    if matcher is None:
        return frozenset()
    return frozenset().union(*(numbers for numbers, _ in _blocks(matcher)))


def column_bytes(column: Any) -> bytes:
    """What a column of numbers of one size holds, as it is in the file; nothing for no column.

    Whoosh unpacks number by number. Numbers that are 0 may be missing at the end.
    """
    if column is None or not hasattr(column, "_fixedlen"):
        return b""
    return bytes(column._dbfile.get(column._basepos, column._count * column._fixedlen))


def _matcher(reader: Any, where: str, word: bytes) -> Any:
    """Where the postings of a word begin; `None` where it has none.

    What Whoosh itself gives passes over what is deleted, and stands in the middle of a block then.
    """
    try:
        return reader._terms.matcher(where, word, reader.schema[where].format)
    except TermNotFound:
        return None


def _blocks(first: Any) -> Iterator[tuple[Sequence[int], Sequence[float]]]:
    """The postings of a matcher, block by block: numbers in ascending order, and weights."""
    matcher: Any = first
    if not isinstance(first, W3LeafMatcher):  # a word that is in one place only
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),)
            matcher.next()
        return
    while not matcher._atend:
        matcher._read_data()
        yield tuple(accumulate(matcher._data[0])), _weights(matcher._data[1], matcher._blocklength)
        matcher._next_block()


def _weights(weights: Sequence[float] | float | None, count: int) -> Sequence[float]:
    if weights is None or isinstance(weights, float):
        # One for all of them; `None` is once.
        return (1.0 if weights is None else weights,) * count
    return weights
