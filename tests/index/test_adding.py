"""Adding a long document: linear work, few segments, and given up wherever somebody asks."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from index import library as library_module
from index.engines import merging, postings, whoosh_engine, whoosh_lists, whoosh_writer
from index.engines.engine import Entry
from index.engines.postings import Gathered, Posting
from index.engines.whoosh_engine import WhooshEngine
from index.entries import entry_of
from index.errors import Cancelled
from index.library import Library
from index.passages import Passage
from index.query import parse
from tests.index import oracle
from tests.index.readings import many, plain
from texts.document import Span


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches and full segments of a few hundred words, so that a short document is a long one."""
    monkeypatch.setattr(library_module, "_FIRST_BATCH", 64)
    monkeypatch.setattr(library_module, "_LARGEST_BATCH", 512)
    monkeypatch.setattr(merging, "FULL", 512)
    monkeypatch.setattr(postings, "_LOOK_EVERY", 16)
    monkeypatch.setattr(whoosh_writer, "_LOOK_EVERY", 16)


class Counts:
    """What adding does, counted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gathered = 0
        self.lists_read = 0
        self.merged = 0
        add, read, again = (
            Gathered.add,
            whoosh_lists.read_numbers,
            whoosh_writer._Asking.iter_postings,
        )

        def counted_add(pool: Gathered, posting: Posting) -> None:
            self.gathered += 1
            add(pool, posting)

        def counted_read(*asked: object) -> frozenset[int]:
            self.lists_read += 1
            return read(*asked)  # type: ignore[arg-type]  # handed on as they come

        def counted_again(reader: whoosh_writer._Asking) -> Iterator[Posting]:
            self.merged += 1
            return again(reader)

        monkeypatch.setattr(Gathered, "add", counted_add)
        monkeypatch.setattr(whoosh_engine, "read_numbers", counted_read)
        monkeypatch.setattr(whoosh_writer._Asking, "iter_postings", counted_again)


def stored(engine: WhooshEngine) -> Any:
    """Whoosh's own view of what it keeps."""
    return engine._index


def segments(engine: WhooshEngine) -> list[int]:
    """How many paragraphs each segment has."""
    return [segment.doc_count_all() for segment in stored(engine)._segments()]


@pytest.mark.usefixtures("small")
def test_each_paragraph_of_a_long_document_is_written_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gathered: dict[int, int] = {}
    for size in (200, 400, 800):
        engine = WhooshEngine()
        library = Library(engine=engine)
        with monkeypatch.context() as patch:
            counts = Counts(patch)
            library.add(plain("a", *[f"the free press number {at}" for at in range(size)]))
        assert counts.merged == 0
        # Nothing of it was there, so nothing has to be looked up to be deleted.
        assert counts.lists_read == 0
        assert sum(segments(engine)) == size
        # Five words a paragraph; batches of 64, 128, 256 words, and then of 512.
        assert len(segments(engine)) <= 4 + size * 5 // 512
        gathered[size] = counts.gathered
        library.close()
    # Five words with their edges and the name of the document, each time; digits make few edges.
    assert gathered[800] - 2 * gathered[400] < gathered[400] / 20
    assert gathered[400] - 2 * gathered[200] < gathered[200] / 20


@pytest.mark.usefixtures("small")
def test_a_fuller_reading_of_a_long_document_looks_only_where_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    engine = WhooshEngine()
    library = Library(engine=engine)
    library.add(plain("a", *["the free press of new york"] * 800))
    paragraphs = ["the free press of new york"] * 800
    paragraphs[-1] = "bound hands"
    before = len(segments(engine))
    with monkeypatch.context() as patch:
        counts = Counts(patch)
        library.add(plain("a", *paragraphs))
    # Once each to know the fingerprints, and then the one that has the last paragraph.
    assert counts.lists_read == before + 1
    assert library.search("bound").total == 1
    assert library.search("free").total == 799
    library.close()


@pytest.mark.usefixtures("small")
def test_segments_stay_few_however_documents_come_and_go() -> None:
    engine = WhooshEngine()
    library = Library(engine=engine)
    readings = {f"doc {number}": many(f"doc {number}", 4, number) for number in range(60)}
    for number, one in enumerate(readings.values()):
        library.add(one)
        if number % 5 == 4:
            library.forget(f"doc {number - 2}")
        # Of 1, 8 and 64 words and more, and those that are full.
        assert len(segments(engine)) <= 4 * merging.MOST
    left = [one for name, one in readings.items() if name in library.documents]
    assert engine.count() == sum(len(one.document.paragraphs) for one in left)
    for line in ("free", "in:quotes the", "-york", '"free press"'):
        hits = {(hit.document, hit.paragraph) for hit in library.search(line, limit=None).hits}
        assert hits == oracle.hits(parse(line), left)
    for name in list(library.documents):
        library.forget(name)
    assert engine.count() == 0
    assert segments(engine) == []
    library.close()


class Impatient:
    """Says yes when it is asked for the `last` time."""

    def __init__(self, last: int) -> None:
        self.asked = 0
        self._last = last

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked >= self._last


@pytest.mark.usefixtures("small")
def test_adding_is_given_up_wherever_it_is_asked_and_leaves_whole_batches() -> None:
    engine = WhooshEngine()
    library = Library(engine=engine)
    long = many("a", 30)
    patient = Impatient(10**9)
    library.add(long, patient)
    library.forget("a")
    # With every paragraph, and again while what was gathered is written.
    assert patient.asked > 2 * len(long.document.paragraphs)
    for last in range(1, patient.asked + 1):
        with pytest.raises(Cancelled):
            library.add(long, Impatient(last))
        results = library.search("-nothing", limit=None)
        assert results.covered == results.total == engine.count()
        assert [hit.paragraph for hit in results.hits] == list(range(1, results.total + 1))
        if last % 10 == 1:
            library.add(long)
            assert library.search("-nothing").total == 30
        library.forget("a")
    library.add(long)
    found = {(hit.document, hit.paragraph) for hit in library.search("free", limit=None).hits}
    assert found == oracle.hits(parse("free"), [long])
    # Nothing of what was given up is left behind.
    names = {name for name in stored(engine).storage.list() if not name.endswith("LOCK")}
    whole = {segment.segment_id() for segment in stored(engine)._segments()}
    assert {name.split(".")[0] for name in names if not name.endswith(".toc")} == whole
    library.close()


@pytest.mark.usefixtures("small")
def test_merging_is_given_up_too() -> None:
    engine = WhooshEngine()
    for number in range(merging.MOST):
        engine.put(f"doc {number}", entries(f"doc {number}"))
    before = segments(engine)
    assert len(before) == merging.MOST
    patient = Impatient(10**9)
    engine.put("new", entries("new"), cancelled=patient)
    assert len(segments(engine)) == 1
    engine.close()

    for last in range(1, patient.asked + 1, 4):
        engine = WhooshEngine()
        for number in range(merging.MOST):
            engine.put(f"doc {number}", entries(f"doc {number}"))
        with pytest.raises(Cancelled):
            engine.put("new", entries("new"), cancelled=Impatient(last))
        assert segments(engine) == before
        engine.close()


def entries(name: str, count: int = 2) -> list[Entry]:
    one = many(name, count)
    return [entry_of(Passage(one, paragraph)) for paragraph in one.document.paragraphs]


def test_entries_are_asked_for_one_by_one_and_let_go() -> None:
    """However long the batch, only one entry is there at a time."""
    one = many("a", 50)
    made: list[int] = []
    seen: list[int] = []

    def slowly() -> Iterator[Entry]:
        for paragraph in one.document.paragraphs:
            made.append(paragraph.number)
            yield entry_of(Passage(one, paragraph))

    class Watched(Gathered):
        def __init__(self, look: Callable[[], object]) -> None:
            super().__init__(look)

        def add(self, posting: Posting) -> None:
            seen.append(len(made) - posting[2])
            super().add(posting)

    engine = WhooshEngine()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whoosh_writer, "Gathered", Watched)
        engine.put("a", slowly())
    assert engine.count() == 50
    assert set(seen) == {1}
    engine.close()


def test_a_failure_in_the_middle_is_passed_on_and_changes_nothing() -> None:
    engine = WhooshEngine()
    engine.put("a", entries("a"))

    def failing() -> Iterator[Entry]:
        yield from entries("a")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        engine.put("b", failing())
    assert (engine.count(), segments(engine)) == (2, [2])
    engine.put("b", entries("b"))
    assert engine.count() == 4
    engine.close()


def test_what_is_in_memory_is_opened_without_a_copy() -> None:
    engine = WhooshEngine()
    engine.put("a", entries("a"))
    storage = stored(engine).storage
    names = [name for name in storage.list() if ".toc" not in name]
    assert names
    for name in names:
        with storage.open_file(name) as opened:
            assert opened._buf is storage.files[name]
    engine.close()


@pytest.mark.parametrize("length", [65_535, 65_536, 70_000])
def test_a_word_far_inside_a_huge_paragraph_is_lit(library: Library, length: int) -> None:
    before, word = "x " * ((length - 4) // 2), "free"
    text = (before + " " * (length - 4 - len(before)) + word)[-length:]
    library.add(plain("a", "first", text))
    (hit,) = library.search("free").hits
    start = len("first\n\n") + length - 4
    assert hit.spans == (Span(start, start + 4),)


def test_nothing_is_compressed_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would let go of the interpreter too shortly for anyone who waits, again and again."""

    def compressed(*_: object) -> bytes:
        raise AssertionError("compressed")

    monkeypatch.setattr(zlib, "compress", compressed)
    engine = WhooshEngine()
    engine.put("a", entries("a", 300))
    assert engine.count() == 300
    engine.close()


def test_quotations_of_which_the_same_is_known_share_it() -> None:
    one = many("a", 9)
    facts = [
        said.facts for paragraph in one.document.paragraphs for said in Passage(one, paragraph).said
    ]
    assert len(facts) == 3
    assert {id(known) for known in facts} == {id(facts[0])}
