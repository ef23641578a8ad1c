"""The library that is kept: opened at once, searched without reading what is not shown.

The index says which paragraphs a query may hold of; where its lists cannot decide, the records
beside them do (`index.kept.records`). Of the paragraphs that are shown, the text, and where in it
the words stand, come from the reading that was indexed, and from no other: it is found by the hash
of its bytes, which the index has. A hit whose reading is missing or damaged is never shown.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from heapq import nsmallest
from operator import add
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from index.engines.folders import refusals_named
from index.errors import BadIndex, Cancelled, DamagedIndex
from index.hits import Counting, Counts, Hit, Hits, Results
from index.kept.catalogue import Catalogue, KeptDocument
from index.kept.folder import Folder
from index.kept.readings import Readings
from index.kept.records import Record
from index.matching import Matcher, places
from index.passages import Passage
from index.query import Query, asks_for_voices, parse
from index.tree import About, Dated
from texts.document import Document, Span
from texts.reading import Reading

if TYPE_CHECKING:
    from index.engines.whoosh_kept import KeptIndex, Leaf, Sums

__all__ = ["KeptLibrary", "Order", "catalogue_of"]

R = TypeVar("R", Document, Reading)

_LOOK_EVERY = 256  # paragraphs judged between two looks at `cancelled`
_MOST = 6_000_000  # characters of readings held in memory, at some ten bytes each


class Order(StrEnum):
    """How hits are ordered. Equals stand as in `PLACE`."""

    RANK = "rank"
    """Best first."""
    DATE = "date"
    """The oldest document first, those without a date last."""
    PLACE = "place"
    """Documents in the order in which they were added, paragraphs in theirs."""


class _Place(NamedTuple):
    """A paragraph that is a hit."""

    score: float
    position: int
    """Where it stands among all paragraphs, in the order asked for."""
    document: KeptDocument
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Segment:
    """What was found in a segment."""

    leaf: Leaf
    numbers: Sequence[int]
    scores: Mapping[int, float]


class KeptLibrary:
    """The library in a folder, as it was after one commit; `refresh` goes on to the newest.

    Safe to use from several threads, one search at a time. Somebody else may add to the folder
    meanwhile. Methods raise `BadIndex`: `NotOurs` for a folder that others can write to,
    `DamagedIndex` for an index that is not as it was written (`index.kept.repairing`).
    """

    def __init__(self, folder: Path) -> None:
        """Open the library in a folder; one that is not there yet is empty, and is not made."""
        self._folder = Folder(folder)
        self._readings = Readings(self._folder.readings)
        self._index: KeptIndex | None = None
        self._catalogue = self._next = Catalogue()
        self._opened: OrderedDict[str, Document | Reading] = OrderedDict()
        self._held = 0
        self._sound: set[str] = set()
        self._damaged: set[str] = set()
        self._numbers: dict[int, KeptDocument] = {}
        self._positions: dict[tuple[str, Order], list[int]] = {}
        self._lock = RLock()
        self.refresh()

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder.path

    @property
    def catalogue(self) -> Catalogue:
        """Its documents, and which folders they were found in."""
        return self._catalogue

    @property
    def documents(self) -> tuple[KeptDocument, ...]:
        """Its documents, in the order in which they were first added."""
        return self._catalogue.documents

    @property
    def damaged(self) -> frozenset[str]:
        """The addresses of readings that were wanted and are missing or not as written."""
        return frozenset(self._damaged)

    def refresh(self) -> bool:
        """Go on to what has been committed since; whether there was something. O(1) if not."""
        with self._lock:
            if not self._folder.exists:
                return False
            if self._index is None:
                # Whoosh is loaded with the first library that has something in it.
                from index.engines.whoosh_kept import KeptIndex

                self._folder.check()
                if self._folder.is_new:
                    return False
                self._index = KeptIndex(self._folder.index, self._sums_of, create=False)
            elif not self._index.refresh():
                return False
            self._catalogue = self._next
            self._numbers = {one.number: one for one in self.documents}
            self._positions.clear()
            self._damaged.clear()
            return True

    def _sums_of(self, generation: int) -> Sums:
        self._next = catalogue_of(self._folder, generation)
        return self._next.sums

    def document(self, hit: Hit) -> KeptDocument | None:
        """The document of a hit; `None` if it has been changed or forgotten since."""
        return None if hit.address is None else self._catalogue.by_address.get(hit.address)

    def text(self, document: KeptDocument) -> Document:
        """A document as it was read, without whose words it holds. Raises as `reading`."""
        with self._lock:
            known = self._opened.get(document.address)
            if known is None:
                return self._kept(document, self._readings.document)
            self._opened.move_to_end(document.address)
            return known.document if isinstance(known, Reading) else known

    def reading(self, document: KeptDocument) -> Reading:
        """The reading of a document. Raises `DamagedIndex` if it is not as it was written."""
        with self._lock:
            known = self._opened.get(document.address)
            if not isinstance(known, Reading):
                return self._kept(document, self._readings.read)
            self._opened.move_to_end(document.address)
            return known

    def _kept(self, document: KeptDocument, read: Callable[[str], R]) -> R:
        """What is read of a document, kept in place of what was used longest ago.

        Raises `DamagedIndex`, and `BadIndex` if somebody has just taken it out of the library.
        """
        try:
            fresh = read(document.address)
        except DamagedIndex:
            self.refresh()
            if document.address not in self._catalogue.by_address:
                raise BadIndex(
                    f"{document.name} was changed or forgotten in the library in {self.folder} "
                    "while it was searched: search again"
                ) from None
            self._damaged.add(document.address)
            raise
        before = self._opened.pop(document.address, None)
        self._held += _size(fresh) - (0 if before is None else _size(before))
        self._opened[document.address] = fresh
        while self._held > _MOST and len(self._opened) > 1:
            _, oldest = self._opened.popitem(last=False)
            self._held -= _size(oldest)
        return fresh

    def search(
        self,
        query: str | Query,
        *,
        limit: int | None = 50,
        typing: bool = False,
        order: Order = Order.RANK,
        cancelled: Callable[[], bool] | None = None,
    ) -> Results:
        """The paragraphs of which a query holds; see `index.library.Library.search`.

        Raises `QueryError`, `Cancelled` and `BadIndex`. For words and beginnings of words the cost
        is that of their posting lists; what these cannot decide costs a look at the words of each
        candidate. Of the hits given, each document's file is looked at, and opened when a hit is.
        """
        asked = parse(query, typing) if isinstance(query, str) else query
        stop = cancelled or (lambda: False)
        with self._lock:
            self.refresh()
            segments = list(self._found(asked, order is Order.RANK, stop))
            total = sum(len(segment.numbers) for segment in segments)
            first = self._first(segments, limit, order)
            sound = [place for place in first if self._is_sound(place.document)]
            if len(sound) < len(first):
                # Rare: what is lost is looked for everywhere, so that nothing is promised.
                everything = self._first(segments, None, order)
                sound = [place for place in everything if self._is_sound(place.document)]
                total, sound = len(sound), sound if limit is None else sound[:limit]
            count = self._catalogue.paragraphs
            hits = _KeptHits(self, asked, sound)
            return Results(
                asked, hits, total, count, count, lambda among: self._counts(asked, stop, among)
            )

    def _counts(
        self, query: Query, cancelled: Callable[[], bool], among: Container[str] | None
    ) -> Counts:
        """Everything found for a query, counted. Searched again: the index may be another now."""
        counting = Counting(among)
        with self._lock:
            for segment in self._found(query, False, cancelled):
                leaf = segment.leaf
                for number in segment.numbers:
                    document = self._numbers[leaf.documents[number]]
                    record = Record(leaf.records[number], document.about)
                    counting.add(document.name, record.voices, record.said)
        return counting.counts()

    def addresses(self) -> set[str]:
        """The addresses of the documents that the index has. Linear in them."""
        with self._lock:
            return self._index.addresses() if self._index else set()

    def close(self) -> None:
        """Let go of all files. Nothing may be asked afterwards."""
        with self._lock:
            if self._index is not None:
                self._index.close()
                self._index = None

    def _found(
        self, query: Query, ranked: bool, cancelled: Callable[[], bool]
    ) -> Iterator[_Segment]:
        if self._index is None:
            return
        ask = Matcher(query).ask
        for narrowed in self._index.narrow(query, ranked, cancelled, self._about):
            numbers: Sequence[int] = tuple(narrowed.numbers)
            if not narrowed.exact and numbers:
                held = []
                records, documents = narrowed.leaf.records, narrowed.leaf.documents
                for at, number in enumerate(numbers):
                    if at % _LOOK_EVERY == 0 and cancelled():
                        raise Cancelled("The search was given up")
                    document = self._numbers[documents[number]]
                    if ask(Record(records[number], document.about)) is not None:
                        held.append(number)
                numbers = held
            if numbers:
                yield _Segment(narrowed.leaf, numbers, narrowed.scores)

    def _about(self, query: About | Dated) -> set[int]:
        """The documents of which a query is true, by their numbers."""
        return {number for number, one in self._numbers.items() if one.about.holds(query)}

    def _first(self, segments: list[_Segment], limit: int | None, order: Order) -> list[_Place]:
        """The hits that come first. Linear, and sorting only those that are given."""
        keys: list[tuple[float, int, int, int]] = []
        for at, segment in enumerate(segments):
            positions = self._positions_of(segment.leaf, order)
            scores = segment.scores
            some = [
                (-scores.get(number, 0.0), positions[number], at, number)
                for number in segment.numbers
            ]
            keys += some if limit is None else nsmallest(limit, some)
        keys.sort()
        return [
            _Place(
                -score,
                position,
                self._numbers[segments[at].leaf.documents[number]],
                segments[at].leaf.paragraphs[number],
            )
            for score, position, at, number in (keys if limit is None else keys[:limit])
        ]

    def _positions_of(self, leaf: Leaf, order: Order) -> list[int]:
        """By number, where the paragraph stands among all. Linear, and kept."""
        by = Order.DATE if order is Order.DATE else Order.PLACE
        known = self._positions.get((leaf.name, by))
        if known is None:
            documents = self.documents
            if by is Order.DATE:
                documents = tuple(sorted(documents, key=lambda one: (one.date is None, one.date)))
            at = {one.number: place << 32 for place, one in enumerate(documents)}
            # What is deleted may be of documents that are no more, and is never asked for.
            of_documents = map(defaultdict(int, at).__getitem__, leaf.documents)
            known = self._positions[leaf.name, by] = list(map(add, of_documents, leaf.paragraphs))
        return known

    def _is_sound(self, document: KeptDocument) -> bool:
        """Whether the reading of a document is there as it was written. Looked at once."""
        address = document.address
        if address not in self._sound and address not in self._damaged:
            try:
                self._readings.bytes_of(address)
            except DamagedIndex:
                self._damaged.add(address)
            else:
                self._sound.add(address)
        return address not in self._damaged


class _KeptHits(Hits):
    """Hits of kept documents, each worked out from its reading when it is looked at."""

    def __init__(self, library: KeptLibrary, query: Query, found: Sequence[_Place]) -> None:
        super().__init__(())
        self._library = library
        self._about_voices = asks_for_voices(query)
        self._ask = Matcher(query).ask
        self._places = found

    def __len__(self) -> int:
        return len(self._places)

    def _hit(self, at: int) -> Hit:
        place = self._places[at]
        if self._about_voices:
            reading = self._library.reading(place.document)
        else:
            text = self._library.text(place.document)
            reading = Reading(text, (), (), covers=len(text.paragraphs))
        passage = Passage(reading, reading.document.paragraphs[place.paragraph - 1])
        finding = self._ask(passage)
        if finding is None:
            raise DamagedIndex(
                f"The index of the library in {self._library.folder} does not fit its readings: "
                "build it again by quoth doctor --repair"
            )
        spans = tuple([Span(start, end) for start, end in places(passage, finding)])
        document = place.document
        return Hit(document.name, place.paragraph, spans, place.score, document.address)

    def _spans(self) -> Iterator[tuple[int, int]]:
        for hit in self:
            for span in hit.spans:
                yield span.start, span.end


def _size(read: Document | Reading) -> int:
    """Characters; those of a reading cost twice as much."""
    return 2 * len(read.document.text) if isinstance(read, Reading) else len(read.text)


def catalogue_of(folder: Folder, generation: int) -> Catalogue:
    """The catalogue of a generation. Raises `DamagedIndex` if it is not as it was written."""
    if generation == 0:
        return Catalogue()
    path = folder.catalogue(generation)
    with refusals_named(folder.path):
        data = None
        with suppress(FileNotFoundError):
            data = path.read_bytes()
    if data is None:
        raise DamagedIndex(f"{path} is missing")
    catalogue = Catalogue.from_bytes(data)
    if catalogue.generation != generation:
        raise DamagedIndex(f"{path} is of another generation")
    return catalogue
