"""The library: adding, replacing, forgetting, ordering, counting, giving up."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

import pytest

from index import passages
from index.engines.engine import Candidate, Engine, Entry
from index.engines.whoosh_engine import WhooshEngine
from index.entries import entry_of
from index.errors import Cancelled, QueryError
from index.hits import Hits
from index.library import Library
from index.query import Query, parse
from tests.index import oracle
from tests.index.readings import many, plain, reading, said


class Counting:
    """An engine that counts what it is asked to write."""

    def __init__(self) -> None:
        self._engine: Engine = WhooshEngine()
        self.written: list[list[int]] = []
        self.at_put: Callable[[], None] = lambda: None

    def put(
        self,
        document: str,
        entries: Iterable[Entry],
        gone: Collection[int] = (),
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        entries = list(entries)
        self._engine.put(document, entries, gone, cancelled)
        self.written.append([entry.paragraph for entry in entries])
        self.at_put()

    def forget(self, document: str) -> None:
        self._engine.forget(document)

    def fingerprints(self, document: str) -> dict[int, int]:
        return self._engine.fingerprints(document)

    def candidates(
        self,
        query: Query,
        documents: Collection[str] | None,
        ranked: bool,
        cancelled: Callable[[], bool],
    ) -> Iterable[Candidate]:
        return self._engine.candidates(query, documents, ranked, cancelled)

    def near(self, word: str) -> Collection[str]:
        return self._engine.near(word)

    def count(self) -> int:
        return self._engine.count()

    def close(self) -> None:
        self._engine.close()


def numbers(hits: Hits) -> list[tuple[str, int]]:
    return [(hit.document, hit.paragraph) for hit in hits]


def test_an_empty_library_finds_nothing(library: Library) -> None:
    results = library.search("free")
    assert (len(results.hits), results.total, results.covered, results.paragraphs) == (0, 0, 0, 0)
    assert not library.documents
    assert library.reading("a.txt") is None


def test_a_document_without_paragraphs_is_no_trouble(library: Library) -> None:
    library.add(plain("empty.txt"))
    assert library.search("free").total == 0
    assert list(library.documents) == ["empty.txt"]


def test_the_limit_bounds_the_hits_and_not_the_count(library: Library) -> None:
    library.add(plain("a.txt", *["free"] * 70))
    assert len(library.search("free").hits) == 50
    assert len(library.search("free", limit=3).hits) == 3
    assert len(library.search("free", limit=None).hits) == 70
    assert library.search("free", limit=0).total == 70


def test_the_best_come_first_unless_asked_as_they_stand(library: Library) -> None:
    library.add(plain("b.txt", "free one two three four five", "free free free", "bound"))
    library.add(plain("a.txt", "free free"))
    assert numbers(library.search("free").hits)[0] == ("b.txt", 2)
    assert numbers(library.search("free", ranked=False).hits) == [
        ("b.txt", 1),
        ("b.txt", 2),
        ("a.txt", 1),
    ]
    scores = [hit.score for hit in library.search("free").hits]
    assert scores == sorted(scores, reverse=True)
    assert {hit.score for hit in library.search("free", ranked=False).hits} == {0.0}


def test_equals_stand_in_the_order_of_the_text(library: Library) -> None:
    library.add(plain("b.txt", *["free press"] * 30))
    library.add(plain("a.txt", *["free press"] * 30))
    expected = [(name, at) for name in ("b.txt", "a.txt") for at in range(1, 31)]
    assert numbers(library.search("free", limit=None).hits) == expected


def test_words_inside_quotations_are_ranked_by_the_quotations(library: Library) -> None:
    library.add(reading("a.txt", ["free free free ", said("free and bound")], [said("free")]))
    assert numbers(library.search("in:quotes free").hits)[0] == ("a.txt", 2)


def test_only_the_documents_asked_for(library: Library) -> None:
    for name in ("a", "b", "c"):
        library.add(plain(name, "free"))
    results = library.search("free", documents=["c", "a", "unknown"])
    assert numbers(results.hits) == [("a", 1), ("c", 1)]
    assert (results.covered, results.paragraphs) == (2, 2)
    assert library.search("free", documents=[]).total == 0


def test_a_line_may_be_a_query(library: Library) -> None:
    library.add(plain("a", "free press", "freedom"))
    assert library.search(parse("free")).total == 1
    assert library.search("free", typing=True).total == 2
    with pytest.raises(QueryError):
        library.search("free (")


def test_forgetting(library: Library) -> None:
    library.add(plain("a", "free"))
    library.add(plain("b", "free"))
    library.forget("a")
    library.forget("never added")
    assert numbers(library.search("free").hits) == [("b", 1)]
    assert list(library.documents) == ["b"]
    library.add(plain("a", "free again"))
    assert list(library.documents) == ["b", "a"]
    assert library.search("again").total == 1


def test_a_new_text_takes_the_place_of_the_old(library: Library) -> None:
    library.add(plain("a", "free", "york", "press"))
    library.add(plain("a", "free", "new york"))
    assert numbers(library.search("york").hits) == [("a", 2)]
    assert library.search("press").total == 0
    assert library.search("-nothing").total == 2


def test_adding_the_same_again_writes_nothing() -> None:
    engine = Counting()
    library = Library(engine=engine)
    library.add(many("a", 20))
    assert engine.written == [list(range(1, 21))]
    library.add(many("a", 20))
    assert engine.written == [list(range(1, 21))]
    library.close()


def test_a_fuller_reading_writes_only_where_quotations_were_found() -> None:
    engine = Counting()
    library = Library(engine=engine)
    full = many("a", 30)
    opening = replace(
        full, covers=10, quotations=tuple(one for one in full.quotations if one.paragraph <= 10)
    )
    library.add(opening)
    assert library.search("in:quotes", limit=None).total == 4
    library.add(full)
    assert engine.written[1:] == [[13, 16, 19, 22, 25, 28]]
    assert library.search("in:quotes", limit=None).total == 10
    assert library.search("in:quotes", limit=None).covered == 30
    library.close()


def test_a_batch_can_be_found_before_the_next_is_written() -> None:
    engine = Counting()
    library = Library(engine=engine)
    seen: list[tuple[int, int, int]] = []

    def look() -> None:
        results = library.search("every", limit=None)
        seen.append((results.covered, results.total, results.paragraphs))

    engine.at_put = look
    library.add(plain("a", *["every " * 100] * 500))
    sizes = [len(batch) for batch in engine.written]
    assert sizes[0] < 100
    assert sizes[:-1] == sorted(sizes[:-1])
    assert sum(sizes) == 500
    # Asked right after a batch was published: it is found, and counted as covered a moment later.
    assert [total for _, total, _ in seen] == [sum(sizes[: at + 1]) for at in range(len(sizes))]
    assert [covered for covered, _, _ in seen] == [sum(sizes[:at]) for at in range(len(sizes))]
    assert {paragraphs for _, _, paragraphs in seen} == {500}
    assert library.search("every").covered == 500
    library.close()


def test_adding_can_be_given_up_and_taken_up_again() -> None:
    engine = Counting()
    library = Library(engine=engine)
    one = plain("a", *["every " * 100] * 500)
    with pytest.raises(Cancelled):
        library.add(one, cancelled=lambda: len(engine.written) == 2)
    covered = library.search("every").covered
    assert 0 < covered < 500
    library.add(one)
    assert engine.written[2][0] == covered + 1
    assert library.search("every").total == 500
    library.close()


def test_a_search_can_be_given_up(library: Library) -> None:
    library.add(many("a", 600))
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked == 3

    with pytest.raises(Cancelled):
        library.search("the OR free", cancelled=cancelled)
    assert asked == 3
    assert library.search("the OR free", cancelled=lambda: False).total > 0


def test_a_keystroke_cuts_no_text_again(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add(many("a", 200))

    def cut(_: str) -> None:
        raise AssertionError("the text was cut again")

    for word in ("fre", "free", "free pre"):
        library.search(word, typing=True, ranked=False, limit=None).hits.places()
    monkeypatch.setattr(passages, "cut", cut)
    assert library.search("free pr", typing=True).total > 0


def test_readings_that_came_first_make_room_for_passages() -> None:
    kept = passages.Passages(most_words=10)
    first, second = plain("a", "one two three", "four"), plain("b", "five six", "se ven eight nine")
    third = plain("c", "ten")
    for one in (first, second, third):
        kept.let_in(one)
    old = [kept.of(first, 1), kept.of(first, 2)]
    new = [kept.of(second, 1), kept.of(second, 2)]
    assert [kept.of(first, 1) is old[0], kept.of(first, 2) is old[1]] == [True, True]
    assert kept.of(third, 1) is kept.of(third, 1)
    assert [kept.of(second, 1) is new[0], kept.of(second, 2) is new[1]] == [True, True]
    assert kept.of(first, 1) is not old[0]


def test_a_reading_too_big_by_itself_keeps_its_opening() -> None:
    kept = passages.Passages(most_words=3)
    one = plain("a", "one two", "three four", "five six")
    kept.let_in(one)
    assert kept.of(one, 1) is kept.of(one, 1)
    assert kept.of(one, 2) is not kept.of(one, 2)
    kept.drop(one)
    assert kept.of(one, 1) is not kept.of(one, 1)


def test_a_fuller_reading_of_the_same_document_cuts_no_text_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = many("a", 60)
    library.add(replace(full, covers=10, quotations=full.quotations[:4]))
    looked_at = []

    def counted(passage: passages.Passage) -> Entry:
        looked_at.append(passage.number)
        return entry_of(passage)

    def cut(_: str) -> None:
        raise AssertionError("the text was cut again")

    monkeypatch.setattr(passages, "cut", cut)
    monkeypatch.setattr("index.library.entry_of", counted)
    library.add(full)
    assert looked_at == list(range(1, 61, 3))
    found = {("a", hit.paragraph) for hit in library.search("in:quotes the", limit=None).hits}
    assert found == oracle.hits(parse("in:quotes the"), [full])


@pytest.mark.parametrize("forgotten", [True, False])
def test_what_was_replaced_or_forgotten_is_let_go(library: Library, forgotten: bool) -> None:
    library.add(one := plain("a", "free", "press"))
    passage = weakref.ref(library._passages.of(one, 1))
    assert passage() is not None
    if forgotten:
        library.forget("a")
    else:
        library.add(plain("a", "york"))
    gc.collect()
    assert passage() is None


def test_searching_from_several_threads_while_one_adds(library: Library) -> None:
    """Each search finds a whole number of batches, only true hits, and never fewer than before."""
    names = [f"doc {number}" for number in range(6)]
    everything = [many(name, 150, seed) for seed, name in enumerate(names)]
    lines = ["free", '"free press"', "in:quotes the", "fre* -york", "voice:smith new"]
    truth = {line: oracle.hits(parse(line), everything) for line in lines}
    done = threading.Event()
    start = threading.Barrier(5)
    wrong: list[str] = []
    searches = [0] * 4

    def search(worker: int) -> None:
        start.wait()
        line = lines[worker]
        before, covered = -1, -1
        while True:
            last = done.is_set()
            results = library.search(line, limit=None, ranked=worker % 2 == 0)
            hits = set(numbers(results.hits))
            if not hits <= truth[line]:
                wrong.append(f"{line}: {sorted(hits - truth[line])[:3]}")
            if len(hits) < before or results.covered < covered:
                wrong.append(f"{line}: fewer than before")
            before, covered = len(hits), results.covered
            searches[worker] += 1
            if last:
                break
        if hits != truth[line]:
            wrong.append(f"{line}: not all in the end")

    failures: list[BaseException] = []

    def guarded(worker: int) -> None:
        try:
            search(worker)
        except BaseException as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=guarded, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    start.wait()
    for one in everything:
        library.add(one)
    done.set()
    for thread in threads:
        thread.join()
    assert (wrong, failures) == ([], [])
    assert min(searches) > 0
    assert len(set(map(len, truth.values()))) > 1
