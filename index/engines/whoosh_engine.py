"""The engine made with Whoosh: pure Python, in memory or in a folder.

Whoosh keeps the posting lists: for every word the numbers of the paragraphs that have it. A
query is worked out as set algebra over those lists, segment by segment, and only what is left is
scored. Whoosh's own query objects are not used: their matchers cost several Python calls a
posting, a prefix becomes a tree of thousands of them, and phrases walk the positions of every
candidate, while here a phrase is decided on the text afterwards (which is why no positions are
kept). Scores are those of Whoosh's BM25F, asked from its scorers.

Fields: ``text`` all words; ``said`` those inside quotations; ``edge`` the first one, two and
three letters of each word, so that what is typed letter by letter is one posting list and not
the union of thousands; the facts of the quotations; and, as columns, document, paragraph and
fingerprint.

A searcher of Whoosh must be used by one thread at a time, so each search borrows one of its own.
"""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh import columns, fields, formats
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import EmptyIndexError, Index, LockError
from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import Searcher
from whoosh.system import pack_uint

from index.engines.algebra import SAID, TEXT, candidates, scored_words
from index.engines.engine import Candidate, Entry
from index.engines.folders import failures_named, refuse_foreign
from index.errors import BadIndex, Cancelled
from index.tree import Name, Query

__all__ = ["WhooshEngine"]

_NAME = "quoth1"  # of the index inside its folder; to be changed with the schema
_EDGE = 3  # letters
_LONGEST = 60  # letters of a word that are kept; what is longer is decided on the text
_MEMORY = 512  # megabytes a writer may fill; beyond, it sorts in files, which takes twice as long
_READY = 2  # searchers opened in advance: for the search that is wanted and the one given up


_Postings = Generator[tuple[bytes, int, float | int, bytes], Any, None]


class _Words(fields.FieldType):
    """Words that were cut and folded already, with how often each is there."""

    def __init__(self) -> None:
        self.format = formats.Frequency()
        self.scorable = True

    def index(self, value: Iterable[str], **_: object) -> _Postings:
        for word, times in Counter(value).items():
            yield word.encode(), times, float(times), pack_uint(times)


class _Name(fields.ID):
    """The name of a document: indexed whole, and kept as a column."""

    def __init__(self) -> None:
        super().__init__()
        self.set_sortable(columns.RefBytesColumn())

    def index(self, value: str, **_: object) -> _Postings:
        yield _key(value), 1, 1.0, b""

    def to_column_value(self, value: str) -> bytes:
        return _key(value)

    def from_column_value(self, value: Any) -> str:
        return bytes(value).decode("utf-8", "surrogatepass")


class _Marks(fields.FieldType):
    """Strings that are there or not."""

    def __init__(self) -> None:
        self.format = formats.Existence()

    def index(self, value: Iterable[str], **_: object) -> _Postings:
        for mark in value:
            yield mark.encode(), 1, 1.0, b""


def _schema() -> fields.Schema:
    return fields.Schema(
        text=_Words(),
        said=_Words(),
        edge=_Marks(),
        document=_Name(),
        paragraph=fields.COLUMN(columns.NumericColumn("I")),
        fingerprint=fields.COLUMN(columns.NumericColumn("Q")),
        **{name: _Marks() for name in Name},
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Of each document number of a segment, which paragraph of which document it is."""

    documents: list[str]
    paragraphs: array[int]


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

    def put(self, document: str, entries: Sequence[Entry], gone: Collection[int] = ()) -> None:
        """See `Engine`. Linear in the entries, besides what Whoosh needs to merge segments."""
        replaced = {entry.paragraph for entry in entries} | set(gone)
        with self._changing() as writer:
            self._delete(writer, document, replaced)
            for entry in entries:
                words = [word[:_LONGEST] for word in entry.words]
                writer.add_document(
                    text=words,
                    said=[word[:_LONGEST] for word in entry.said] or None,
                    edge={word[:size] for word in set(words) for size in range(1, _EDGE + 1)},
                    document=document,
                    paragraph=entry.paragraph,
                    fingerprint=entry.fingerprint,
                    **{
                        name: {word[:_LONGEST] for word in known}
                        for name, known in entry.facts.items()
                    },
                )

    def forget(self, document: str) -> None:
        """See `Engine`."""
        with self._changing() as writer:
            self._delete(writer, document, None)

    def fingerprints(self, document: str) -> dict[int, int]:
        """See `Engine`. Linear in the paragraphs kept."""
        found: dict[int, int] = {}
        with failures_named(self._folder), self._borrowed() as snapshot:
            for leaf, places in zip(snapshot.leaves, snapshot.places, strict=True):
                reader = leaf.reader()
                prints = reader.column_reader("fingerprint")
                for number in _postings(reader, "document", _key(document)):
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
    def _changing(self) -> Iterator[Any]:
        """A writer of Whoosh whose changes are published at the end, or not at all."""
        with self._writing, failures_named(self._folder):
            try:
                writer = self._index.writer(limitmb=_MEMORY)
            except LockError as error:
                raise BadIndex(
                    f"Another program is writing to the index in {self._folder}: try again"
                ) from error
            try:
                yield writer
            except BaseException:
                writer.cancel()
                raise
            with self._publishing:
                writer.commit()
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

    def _delete(self, writer: Any, document: str, paragraphs: set[int] | None) -> None:
        """Delete paragraphs of a document, or all of them.

        The state is read anew: the writer has the lock, so its numbers are those of the writer,
        whoever else has written to the folder before.
        """
        with self._index.searcher() as searcher:
            for leaf, offset in searcher.leaf_searchers():
                numbers = _postings(leaf.reader(), "document", _key(document))
                if not numbers:
                    continue
                places = _places(leaf.reader(), self._known)
                for number in numbers:
                    if paragraphs is None or places.paragraphs[number] in paragraphs:
                        writer.delete_document(offset + number)


class _Segment:
    """The posting lists of one segment, as `index.engines.algebra` reads them."""

    longest = _LONGEST

    def __init__(self, leaf: Searcher, cancelled: Callable[[], bool]) -> None:
        self._leaf = leaf
        self._reader = leaf.reader()
        self._cancelled = cancelled

    def word(self, where: str, word: str) -> set[int]:
        return self._list(where, word[:_LONGEST].encode())

    def begun(self, where: str, start: str) -> set[int]:
        if where in (TEXT, SAID) and len(start) <= _EDGE:
            return self._list("edge", start.encode())
        return self._union(where, start[:_LONGEST].encode())

    def quoting(self) -> set[int]:
        # Every quotation has a mode.
        return self._union(Name.MODE, b"")

    def everything(self) -> set[int]:
        return set(self._reader.all_doc_ids())

    def of_documents(self, documents: Collection[str]) -> set[int]:
        """Those of the given documents."""
        return set().union(*(self._list("document", _key(name)) for name in documents))

    def scores(self, query: Query, numbers: set[int]) -> dict[int, float]:
        """BM25F of the words of a query, for the given numbers."""
        scores = dict.fromkeys(numbers, 0.0)
        for where, word in sorted(set(scored_words(query))):
            self._look_up()
            try:
                matcher = self._leaf.postings(where, word[:_LONGEST].encode())
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
        known[segment] = _Places(
            list(reader.column_reader("document")),
            array("L", reader.column_reader("paragraph")),
        )
    return known[segment]


def _key(document: str) -> bytes:
    """A document's name as bytes. A path may hold bytes that are no characters at all."""
    return document.encode("utf-8", "surrogatepass")


def _open_index(folder: Path | None) -> Index:
    index: Index
    if folder is None:
        index = RamStorage().create_index(_schema(), indexname=_NAME)
        return index
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_foreign(folder)
    storage = FileStorage(str(folder))
    try:
        # With our own schema given, the one pickled in the folder is not even looked at.
        index = storage.open_index(_NAME, schema=_schema())
    except EmptyIndexError:
        index = storage.create_index(_schema(), indexname=_NAME)
    return index
