"""Documents that are open, in memory, searched while they are still being read.

What is kept from one run to the next is `index.kept`.

    library = Library()
    library.add(reading)
    results = library.search("free voice:smith")

Readings are kept in memory, for they are the judge: an engine proposes paragraphs, and whether
the query holds of them, and where, is decided on our own text (`index.matching`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from index.engines.engine import Engine, Entry
from index.entries import entry_of
from index.errors import Cancelled
from index.hits import Counting, Counts, Found, Hits, Results
from index.matching import Matcher
from index.passages import Passages
from index.query import Query, asks_for_voices, parse

if TYPE_CHECKING:
    from texts.reading import Reading

__all__ = ["Library"]

_FIRST_BATCH = 6_000  # words: soon something can be found
_LARGEST_BATCH = 384_000  # words: one segment of the index, of which there should be few
_MOST_NEAR = 100
_LOOK_EVERY = 256  # passages judged between two looks at `cancelled`


@dataclass(slots=True)
class _Shelf:
    """A reading and how far it has come into the index."""

    reading: Reading
    worded: int = 0
    """Paragraphs, from the first, whose words the index has."""
    indexed: int = 0
    """Paragraphs, from the first, of which it has the present facts too."""


class Library:
    """Documents that can be searched.

    Safe to use from several threads: one may add while others search. A search sees what was
    published before it began; `Results.covered` tells how much that is.
    """

    def __init__(self, engine: Engine | None = None) -> None:
        """An empty library. `engine` is what to search with in place of Whoosh."""
        if engine is None:
            # Whoosh is loaded with the first library, never with this module.
            from index.engines.whoosh_engine import WhooshEngine

            engine = WhooshEngine()
        self._engine = engine
        self._passages = Passages()
        self._shelves: Mapping[str, _Shelf] = MappingProxyType({})
        self._adding = Lock()

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the documents, in the order in which they were first added."""
        return tuple(self._shelves)

    def reading(self, name: str) -> Reading | None:
        """The reading of a document, if it is here."""
        shelf = self._shelves.get(name)
        return shelf.reading if shelf else None

    def add(self, reading: Reading, cancelled: Callable[[], bool] | None = None) -> None:
        """Add a document, or put a new reading of it in place of the one that is here.

        Its paragraphs can be found batch by batch, the first after a moment. Only paragraphs
        that differ from what the index has, in their words or in what is known of their
        quotations, are written again: adding the same reading twice writes nothing, and the
        fuller reading of a long document writes only those in which it has found quotations.

        `cancelled` is asked with every paragraph and every few thousand words written. Once it
        says yes, `Cancelled` is raised; the batches that are there stay, and adding again goes
        on from there.

        A new reading of the very same `Document` costs next to nothing but for paragraphs with
        quotations: words are not cut again.

        Linear in the words, in time and in memory; and no step of it is long, so that other
        threads are let run all the time.
        """
        name = reading.document.name
        with self._adding:
            old = self._shelves.get(name)
            shelf = _Shelf(reading)
            if old is None:
                self._passages.let_in(reading)
            else:
                self._passages.let_in(reading, instead_of=old.reading)
                if old.reading.document is reading.document:
                    shelf.worded = old.worded
                else:
                    old = None
            self._shelves = MappingProxyType({**self._shelves, name: shelf})
            present = self._engine.fingerprints(name)
            count = len(reading.document.paragraphs)
            if gone := [number for number in present if number > count]:
                self._engine.put(name, (), gone)
            changes = _Changes(reading, self._passages, present, old, cancelled or _never)
            size = _FIRST_BATCH
            while changes.last < count:
                batch = changes.batch(size)
                # Nothing is begun for a batch in which nothing has changed.
                if (first := next(batch, None)) is not None:
                    self._engine.put(name, chain((first,), batch), cancelled=cancelled)
                shelf.indexed = changes.last
                shelf.worded = max(shelf.worded, changes.last)
                size = min(size * 2, _LARGEST_BATCH)

    def forget(self, name: str) -> None:
        """Take a document out. Not knowing it is no error."""
        with self._adding:
            left = dict(self._shelves)
            shelf = left.pop(name, None)
            self._shelves = MappingProxyType(left)
            if shelf is not None:
                self._passages.drop(shelf.reading)
            self._engine.forget(name)

    def search(
        self,
        query: str | Query,
        *,
        limit: int | None = 50,
        typing: bool = False,
        ranked: bool = True,
        documents: Collection[str] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """The paragraphs of which a query holds.

        `query` is a line (see `index.query`; with `typing` it is still being typed) or a query.
        Hits come best first if `ranked`, otherwise as they stand: documents in the order in
        which they were added, paragraphs in theirs, and that is also how equals are ordered.
        `limit` bounds the hits given, never the count; `None` gives all. `documents` names where
        to look; names that are not here are passed over. `cancelled` is asked often.

        Raises `QueryError` for a line that cannot be understood, and `Cancelled`. Linear in the
        candidates, with what they weigh.
        """
        asked = parse(query, typing) if isinstance(query, str) else query
        stop = cancelled or _never
        shelves = self._shelves
        if documents is not None:
            shelves = {name: shelf for name, shelf in shelves.items() if name in documents}
        voices = asks_for_voices(asked)
        covered = sum(
            min(shelf.indexed, shelf.reading.covers) if voices else shelf.worded
            for shelf in shelves.values()
        )
        found = self._judged(asked, shelves, ranked, stop)
        return Results(
            asked,
            Hits(found if limit is None else found[:limit]),
            len(found),
            covered,
            sum(len(shelf.reading.document.paragraphs) for shelf in shelves.values()),
            lambda among: _counts(found, shelves, among),
        )

    def near(self, word: str) -> list[str]:
        """The words of the texts that are spelled nearly like a folded `word`, in order.

        At most a hundred; none where the engine cannot tell.
        """
        return sorted(self._engine.near(word))[:_MOST_NEAR]

    def close(self) -> None:
        """Let go of the index. Nothing may be asked afterwards."""
        with self._adding:
            self._engine.close()

    def _judged(
        self,
        query: Query,
        shelves: Mapping[str, _Shelf],
        ranked: bool,
        cancelled: Callable[[], bool],
    ) -> list[Found]:
        """Those candidates of which the query holds, in the order asked for."""
        everywhere = len(shelves) == len(self._shelves)
        order = {name: at for at, name in enumerate(shelves)}
        candidates = [
            (-candidate.score, order[candidate.document], candidate.paragraph, candidate.document)
            for candidate in self._engine.candidates(
                query, None if everywhere else tuple(shelves), ranked, cancelled
            )
            if candidate.document in order
        ]
        candidates.sort()
        matcher = Matcher(query)
        found: list[Found] = []
        for at, (score, _, number, name) in enumerate(candidates):
            if at % _LOOK_EVERY == 0 and cancelled():
                raise Cancelled("The search was given up")
            reading = shelves[name].reading
            # The document may have become shorter since the index was written.
            if number > len(reading.document.paragraphs):
                continue
            passage = self._passages.of(reading, number)
            finding = matcher.ask(passage)
            if finding is not None:
                found.append((name, passage, finding, -score))
        return found


class _Changes:
    """What the index lacks of a reading, entry by entry, from the first paragraph on."""

    def __init__(
        self,
        reading: Reading,
        passages: Passages,
        present: Mapping[int, int],
        old: _Shelf | None,
        cancelled: Callable[[], bool],
    ) -> None:
        """`present` are the fingerprints that the index has.

        `old` is what was here of the very same document: of the paragraphs that were in the index
        then, one without quotations, then and now, need not even be looked at.
        """
        self._reading = reading
        self._passages = passages
        self._present = present
        self._old = old
        self._cancelled = cancelled
        self.last = 0
        """The last paragraph that was looked at."""

    def batch(self, size: int) -> Iterator[Entry]:
        """The entries that are lacking of the next paragraphs, as many as have `size` words."""
        words = 0
        for number in range(self.last + 1, len(self._reading.document.paragraphs) + 1):
            if self._cancelled():
                raise Cancelled("Adding was given up")
            self.last = number
            if self._is_known(number):
                continue
            entry = entry_of(self._passages.of(self._reading, number))
            words += len(entry.words)
            if entry.fingerprint != self._present.get(number):
                yield entry
            if words >= size:
                return

    def _is_known(self, number: int) -> bool:
        old = self._old
        return (
            old is not None
            and number <= old.indexed
            and not (old.reading.in_paragraph(number) or self._reading.in_paragraph(number))
        )


def _counts(
    found: list[Found], shelves: Mapping[str, _Shelf], among: Container[str] | None
) -> Counts:
    counting = Counting(among)
    for name, passage, _, _ in found:
        reading = shelves[name].reading
        quotations = reading.in_paragraph(passage.number) if passage.read else ()
        voices = [reading.voice_of(quotation) for quotation in quotations]
        counting.add(name, (one.name if one else None for one in voices), passage.said)
    return counting.counts()


def _never() -> bool:
    return False
