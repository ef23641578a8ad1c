"""The engine made with Whoosh: pure Python, in memory or in a folder.

Whoosh keeps the posting lists: for every word the numbers of the paragraphs that have it. A
query is worked out as set algebra over those lists, segment by segment, and only what is left is
scored. Whoosh's own query objects are not used: their matchers cost several Python calls a
posting, a prefix becomes a tree of thousands of them, and phrases walk the positions of every
candidate, while here a phrase is decided on the text afterwards (which is why no positions are
kept). Scores are those of Whoosh's BM25F, asked from its scorers.

A searcher of Whoosh must be used by one thread at a time, so each search borrows one of its own.
"""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sys import maxsize
from threading import Lock
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import EmptyIndexError, Index, LockError
from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import Searcher

from index.engines.algebra import SAID, TEXT, candidates, scored_words
from index.engines.engine import Candidate, Entry
from index.engines.folders import failures_named, refuse_foreign
from index.engines.merging import to_merge
from index.engines.whoosh_schema import EDGE, LONGEST, NAME, document_of, key_of, schema
from index.engines.whoosh_writer import Writer
from index.errors import BadIndex, Cancelled
from index.tree import Name, Query

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


class _Snapshot:
    """The index as it was after one commit, for the use of one thread at a time."""

    def __init__(self, searcher: Searcher, generation: int, known: dict[str, _Places]) -> None:
        self.generation = generation
        self.searcher = searcher
        self.leaves = [leaf for leaf, _ in searcher.leaf_searchers() if leaf.doc_count_all()]
        self.places = [_places(leaf.reader(), known) for leaf in self.leaves]

    def close(self) -> None:
        self.searcher.close()


class WhooshEngine:
    """An `index.engines.engine.Engine`."""

    def __init__(self, folder: Path | None = None) -> None:
        """An empty index in memory; or the one in a folder, which is made if it is not there.

        Raises `NotOurs` if somebody else could have written there, `DamagedIndex` if what is
        there cannot be read.
        """
        self._folder = folder
        self._known: dict[str, _Places] = {}
        self._generation = 0
        self._ready: list[_Snapshot] = []
        self._lock = Lock()  # held for an instant, for the fields above
        self._publishing = Lock()  # held while the index changes its files or they are opened
        self._writing = Lock()  # held by who makes changes
        with failures_named(self._folder):
            self._index = _open_index(folder)
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
        with failures_named(self._folder), self._borrowed() as snapshot:
            for leaf, places in zip(snapshot.leaves, snapshot.places, strict=True):
                reader = leaf.reader()
                prints = reader.column_reader("fingerprint")
                for number in _postings(reader, "document", key_of(document)):
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
        with failures_named(self._folder), self._borrowed() as snapshot:
            for leaf, places in zip(snapshot.leaves, snapshot.places, strict=True):
                segment = _Segment(leaf, cancelled)
                numbers = candidates(query, segment)
                if documents is not None and numbers:
                    numbers &= segment.of_documents(documents)
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

    def count(self) -> int:
        """See `Engine`."""
        with failures_named(self._folder), self._borrowed() as snapshot:
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
        with self._writing, failures_named(self._folder):
            try:
                writer = Writer(self._index, cancelled, kept=self._folder is not None)
            except LockError as error:
                raise BadIndex(
                    f"Another program is writing to the index in {self._folder}: try again"
                ) from error
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
        kept = {_segment_id(leaf.reader()) for leaf in fresh[0].leaves}
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
                for number in _postings(leaf.reader(), "document", key_of(document)):
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


class _Segment:
    """The posting lists of one segment, as `index.engines.algebra` reads them."""

    longest = LONGEST

    def __init__(self, leaf: Searcher, cancelled: Callable[[], bool]) -> None:
        self._leaf = leaf
        self._reader = leaf.reader()
        self._cancelled = cancelled

    def word(self, where: str, word: str) -> set[int]:
        return self._list(where, word[:LONGEST].encode())

    def begun(self, where: str, start: str) -> set[int]:
        if where in (TEXT, SAID) and len(start) <= EDGE:
            return self._list("edge", start.encode())
        return self._union(where, start[:LONGEST].encode())

    def quoting(self) -> set[int]:
        # Every quotation has a mode.
        return self._union(Name.MODE, b"")

    def everything(self) -> set[int]:
        return set(self._reader.all_doc_ids())

    def of_documents(self, documents: Collection[str]) -> set[int]:
        """Those of the given documents."""
        return set().union(*(self._list("document", key_of(name)) for name in documents))

    def scores(self, query: Query, numbers: set[int]) -> dict[int, float]:
        """BM25F of the words of a query, for the given numbers."""
        scores = dict.fromkeys(numbers, 0.0)
        for where, word in sorted(set(scored_words(query))):
            self._look_up()
            try:
                matcher = self._leaf.postings(where, word[:LONGEST].encode())
            except TermNotFound:
                continue
            while matcher.is_active():
                number = matcher.id()
                if number in scores:
                    scores[number] += matcher.score()
                matcher.next()
        return scores

    def _union(self, where: str, start: bytes) -> set[int]:
        found: set[int] = set()
        for word in self._reader.expand_prefix(where, start):
            found |= self._list(where, word)
        return found

    def _list(self, where: str, word: bytes) -> set[int]:
        self._look_up()
        return _postings(self._reader, where, word)

    def _look_up(self) -> None:
        if self._cancelled():
            raise Cancelled("The search was given up")


def _postings(reader: IndexReader, where: str, word: bytes) -> set[int]:
    try:
        return set(reader.postings(where, word).all_ids())
    except TermNotFound:
        return set()


def _segment_id(reader: IndexReader) -> str:
    return str(reader.segment().segment_id())  # type: ignore[union-attr]  # no empty reader here


def _places(reader: IndexReader, known: dict[str, _Places]) -> _Places:
    segment = _segment_id(reader)
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


def _open_index(folder: Path | None) -> Index:
    index: Index
    if folder is None:
        index = _Memory().create_index(schema(), indexname=NAME)
        return index
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_foreign(folder)
    storage = FileStorage(str(folder))
    try:
        # With our own schema given, the one pickled in the folder is not even looked at.
        index = storage.open_index(NAME, schema=schema())
    except EmptyIndexError:
        index = storage.create_index(schema(), indexname=NAME)
    return index


def _never() -> bool:
    return False
