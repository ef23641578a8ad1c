"""The engine made with Whoosh: pure Python, in memory.

Whoosh keeps the posting lists: for every word the numbers of the paragraphs that have it. A
query is worked out as set algebra over those lists, segment by segment, and only what is left is
scored. Whoosh's own query objects are not used: their matchers cost several Python calls a
posting, a prefix becomes a tree of thousands of them, and phrases walk the positions of every
candidate, while here a phrase is decided on the text afterwards (which is why no positions are
kept). Scores are those of Whoosh's BM25F (`index.engines.whoosh_lists`).

A searcher of Whoosh must be used by one thread at a time, so each search borrows one of its own.
"""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from sys import maxsize
from threading import Lock
from typing import Any

from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import Index
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from index.engines.algebra import TEXT, candidates
from index.engines.engine import Candidate, Entry
from index.engines.merging import to_merge
from index.engines.whoosh_lists import Recent, Segment, read_numbers, segment_id
from index.engines.whoosh_schema import NAME, document_of, key_of, schema
from index.engines.whoosh_writer import Writer
from index.tree import Query

__all__ = ["WhooshEngine"]

_READY = 2  # searchers opened in advance: for the search that is wanted and the one given up


@dataclass(frozen=True, slots=True)
class _Places:
    """Of each document number of a segment, which paragraph of which document it is."""

    documents: list[str]
    paragraphs: array[int]
    ranges: dict[str, tuple[int, int]]
    """Of each document, its least and its greatest paragraph here."""
    words: int
    """How many were written, all paragraphs together, and one more for each paragraph."""

    def holds(self, document: str, least: int, greatest: int) -> bool:
        """Whether a paragraph between the two, themselves included, may be here."""
        first, last = self.ranges.get(document, (1, 0))
        return first <= greatest and least <= last


def _slips_in(word: str) -> int:
    """How many slips a word may have: with two, a short one may be any other."""
    return 0 if len(word) < 2 else 1 if len(word) < 5 else 2


class _Snapshot:
    """The index as it was after one commit, for the use of one thread at a time."""

    def __init__(self, searcher: Searcher, generation: int, known: dict[str, _Places]) -> None:
        self.generation = generation
        self.recent = Recent()
        self.searcher = searcher
        self.leaves = [leaf for leaf, _ in searcher.leaf_searchers() if leaf.doc_count_all()]
        self.places = [_places(leaf.reader(), known) for leaf in self.leaves]

    def close(self) -> None:
        self.searcher.close()


class WhooshEngine:
    """An `index.engines.engine.Engine`."""

    def __init__(self) -> None:
        """An empty index in memory."""
        self._known: dict[str, _Places] = {}
        self._generation = 0
        self._ready: list[_Snapshot] = []
        self._lock = Lock()  # held for an instant, for the fields above
        self._publishing = Lock()  # held while the index changes its files or they are opened
        self._writing = Lock()  # held by who makes changes
        self._index = _open_index()
        self._make_ready()

    def put(
        self,
        document: str,
        entries: Iterable[Entry],
        gone: Collection[int] = (),
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """See `Engine`. Linear in the entries, but for `index.engines.merging`."""
        replaced = set(gone)
        with self._changing(cancelled or _never) as writer:
            for entry in entries:
                writer.look()
                replaced.add(entry.paragraph)
                writer.add_document(**document_of(document, entry))
            if replaced:
                self._delete(writer, document, replaced, min(replaced), max(replaced))

    def forget(self, document: str) -> None:
        """See `Engine`."""
        with self._changing(_never) as writer:
            self._delete(writer, document, None, 1, maxsize)

    def fingerprints(self, document: str) -> dict[int, int]:
        """See `Engine`. Linear in the paragraphs kept."""
        found: dict[int, int] = {}
        with self._borrowed() as snapshot:
            for leaf, places in zip(snapshot.leaves, snapshot.places, strict=True):
                reader = leaf.reader()
                prints = reader.column_reader("fingerprint")
                for number in read_numbers(reader, "document", key_of(document)):
                    if number in reader.deleted_docs_set:
                        continue
                    found[places.paragraphs[number]] = prints[number]
        return found

    def candidates(
        self,
        query: Query,
        documents: Collection[str] | None,
        ranked: bool,
        cancelled: Callable[[], bool],
    ) -> list[Candidate]:
        """See `Engine`."""
        found: list[Candidate] = []
        with self._borrowed() as snapshot:
            for leaf, places in zip(snapshot.leaves, snapshot.places, strict=True):
                segment = Segment(leaf, snapshot.recent, cancelled)
                numbers = candidates(query, segment)[0] - segment.dead
                if documents is not None and numbers:
                    numbers &= segment.of_documents(key_of(name) for name in documents)
                scores = segment.scores(query, numbers) if ranked and numbers else {}
                found += [
                    Candidate(
                        places.documents[number],
                        places.paragraphs[number],
                        scores.get(number, 0.0),
                    )
                    for number in numbers
                ]
        return found

    def near(self, word: str) -> set[str]:
        """See `Engine`: words one slip from `word`, or, if there are none, two.

        A slip is a letter missing, too much, or another; the first one is right. Whoosh walks its
        sorted words by an automaton: the cost is that of the words which begin alike.
        """
        found: set[str] = set()
        for slips in range(1, _slips_in(word) + 1):
            with self._borrowed() as snapshot:
                for leaf in snapshot.leaves:
                    found.update(leaf.reader().terms_within(TEXT, word, slips, prefix=1))
            found.discard(word)
            if found:
                break
        return found

    def count(self) -> int:
        """See `Engine`."""
        with self._borrowed() as snapshot:
            return int(snapshot.searcher.doc_count())

    def close(self) -> None:
        """See `Engine`."""
        with self._writing, self._publishing, self._lock:
            ready, self._ready = self._ready, []
            self._generation += 1
            for snapshot in ready:
                snapshot.close()
            self._index.close()

    @contextmanager
    def _borrowed(self) -> Iterator[_Snapshot]:
        """A snapshot of the newest state, for nobody else."""
        with self._lock:
            snapshot = self._ready.pop() if self._ready else None
        if snapshot is None:
            with self._publishing:
                snapshot = self._opened()
        try:
            yield snapshot
        finally:
            with self._lock:
                current = snapshot.generation == self._generation
                if current:
                    self._ready.append(snapshot)
            if not current:
                snapshot.close()

    @contextmanager
    def _changing(self, cancelled: Callable[[], bool]) -> Iterator[Writer]:
        """A writer of Whoosh whose changes are published at the end, or not at all."""
        with self._writing:
            writer = Writer(self._index, cancelled, kept=False)
            try:
                yield writer
                self._merge(writer)
            except BaseException:
                writer.cancel()
                raise
            with self._publishing:
                writer.publish()
                self._make_ready()

    def _make_ready(self) -> None:
        """Open searchers of the state just published, so that no search has to wait for it."""
        with self._lock:
            old, self._ready = self._ready, []
            self._generation += 1
        for snapshot in old:
            snapshot.close()
        fresh = [self._opened() for _ in range(_READY)]
        kept = {segment_id(leaf.reader()) for leaf in fresh[0].leaves}
        self._known = {name: places for name, places in self._known.items() if name in kept}
        with self._lock:
            self._ready += fresh

    def _opened(self) -> _Snapshot:
        return _Snapshot(self._index.searcher(), self._generation, self._known)

    def _delete(
        self, writer: Writer, document: str, paragraphs: set[int] | None, least: int, greatest: int
    ) -> None:
        """Delete paragraphs of a document, all of them between two numbers, or simply all.

        The state is read anew: the writer has the lock, so its numbers are those of the writer,
        whoever else has written to the folder before.
        """
        with self._index.searcher() as searcher:
            for leaf, offset in searcher.leaf_searchers():
                if not leaf.doc_count_all():
                    continue
                places = _places(leaf.reader(), self._known)
                # A long document comes in many changes, which mostly do not touch each other.
                if not places.holds(document, least, greatest):
                    continue
                for number in read_numbers(leaf.reader(), "document", key_of(document)):
                    if paragraphs is None or places.paragraphs[number] in paragraphs:
                        writer.delete_document(offset + number)

    def _merge(self, writer: Writer) -> None:
        """Write segments together where there are too many, and drop those with nothing left."""
        segments, words, left = list(writer.segments), [], []
        for segment in segments:
            known = self._known.get(segment.segment_id())
            count = segment.doc_count_all()
            words.append(known.words if known else count)
            left.append(words[-1] * segment.doc_count() // max(1, count))
        writer.write_again(segments[at] for at in to_merge(words, left))


def _places(reader: IndexReader, known: dict[str, _Places]) -> _Places:
    segment = segment_id(reader)
    if segment not in known:
        known[segment] = _read_places(reader)
    return known[segment]


def _read_places(reader: IndexReader) -> _Places:
    same: dict[str, str] = {}
    documents = [same.setdefault(name, name) for name in reader.column_reader("document")]
    paragraphs = array("L", reader.column_reader("paragraph"))
    ranges: dict[str, tuple[int, int]] = {}
    for name, number in zip(documents, paragraphs, strict=True):
        least, greatest = ranges.get(name, (number, number))
        ranges[name] = (min(least, number), max(greatest, number))
    words = int(reader.field_length(TEXT)) + len(documents)
    return _Places(documents, paragraphs, ranges, words)


class _Memory(RamStorage):
    """Files in memory that are opened as they are, where Whoosh copies them for each searcher."""

    def open_file(self, name: str, **of_whoosh: Any) -> BufferFile:
        if name not in self.files:
            raise NameError(name)
        return BufferFile(self.files[name], name=name, **of_whoosh)


def _open_index() -> Index:
    index: Index = _Memory().create_index(schema(), indexname=NAME)
    return index


def _never() -> bool:
    return False
