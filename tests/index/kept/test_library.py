"""The kept library answers as the one in memory, and as the oracle, whatever is asked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import BadIndex, Cancelled, DamagedIndex
from index.hits import snippet
from index.kept import library as library_module
from index.kept.adding import add, forget
from index.kept.library import KeptLibrary, Order
from index.kept.readings import Readings
from index.library import Library
from index.query import Query, parse
from tests.index import oracle
from tests.index.kept.made import VERSION, as_made, found, keep
from tests.index.readings import many, plain, reading, said
from tests.index.test_oracle import queries, readings
from texts.document import Document, Origin
from texts.reading import Reading


@settings(max_examples=25, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=3), st.lists(queries, min_size=1, max_size=12))
def test_the_hits_are_those_of_the_oracle(drawn: Sequence[Reading], asked: Sequence[Query]) -> None:
    present = [
        replace(
            one,
            document=replace(one.document, name=f"doc {at}"),
            covers=len(one.document.paragraphs),
        )
        for at, one in enumerate(drawn)
    ]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "library")
        for one in present:  # one commit each, and so more than one segment
            keep(folder, one)
        keep(folder, present[0], plain("doc gone", "a the free"))
        keep(folder, gone=["doc gone"])
        library = KeptLibrary(folder)
        memory = Library()
        for one in present:
            memory.add(one)
        for query in asked:
            results = library.search(query, limit=None)
            hits = [(hit.document, hit.paragraph) for hit in results.hits]
            assert results.total == len(hits)
            assert set(hits) == oracle.hits(query, present), query
            theirs = memory.search(query, limit=None, ranked=False).hits
            ours = library.search(query, limit=None, order=Order.PLACE).hits
            assert [(h.document, h.paragraph, h.spans) for h in ours] == [
                (h.document, h.paragraph, h.spans) for h in theirs
            ]
        library.close()


def test_the_limit_bounds_the_hits_and_not_the_count(tmp_path: Path) -> None:
    for number in range(3):
        keep(tmp_path / "l", many(f"doc {number}", 40, number))
    library, memory = KeptLibrary(tmp_path / "l"), Library()
    for number in range(3):
        memory.add(many(f"doc {number}", 40, number))
    for line in ("free", "the press", "in:quotes the", '"free press" OR york', "fre*"):
        whole = library.search(line, limit=None)
        for limit in (0, 1, 7, 50):
            some = library.search(line, limit=limit)
            assert some.total == whole.total == memory.search(line).total
            assert list(some.hits) == list(whole.hits)[:limit]
        asked = parse(line)
        assert {(hit.document, hit.paragraph) for hit in whole.hits} == oracle.hits(
            asked, [many(f"doc {number}", 40, number) for number in range(3)]
        )
    library.close()


def test_the_best_come_first_and_dates_in_their_order(tmp_path: Path) -> None:
    def dated(name: str, date: str | None, *paragraphs: str) -> Reading:
        one = plain(name, *paragraphs)
        return replace(one, document=replace(one.document, origin=Origin(date=date)))

    keep(
        tmp_path / "l",
        dated("b", "2022-05-01", "free one two three four five", "free free free"),
        dated("a", None, "free free free free"),
        dated("c", "2021", "free at last"),
    )
    library = KeptLibrary(tmp_path / "l")

    def order(by: Order) -> list[tuple[str, int]]:
        return [(hit.document, hit.paragraph) for hit in library.search("free", order=by).hits]

    assert order(Order.RANK) == [("a", 1), ("b", 2), ("c", 1), ("b", 1)]
    assert order(Order.DATE) == [("c", 1), ("b", 1), ("b", 2), ("a", 1)]
    assert order(Order.PLACE) == [("b", 1), ("b", 2), ("a", 1), ("c", 1)]
    library.close()


def test_a_hit_shows_the_words_of_the_reading(tmp_path: Path) -> None:
    one = reading("a.txt", ["Anna Smith wrote: ", said("“We are free”"), " at last."])
    keep(tmp_path / "l", one)
    library = KeptLibrary(tmp_path / "l")
    (hit,) = library.search("in:quotes free").hits
    document = library.document(hit)
    assert document is not None
    kept = library.reading(document)
    assert [span.of(kept.document.text) for span in hit.spans] == ["free"]
    assert "We are free" in snippet(kept.document, hit, 60).text
    assert kept.quotations == one.quotations
    library.close()


def test_an_open_library_sees_what_is_committed(tmp_path: Path) -> None:
    library = KeptLibrary(tmp_path / "l")
    assert library.search("free").total == 0
    keep(tmp_path / "l", plain("a", "free"))
    assert library.search("free").total == 1
    keep(tmp_path / "l", plain("b", "free"), plain("a", "bound"))
    assert [hit.document for hit in library.search("free").hits] == ["b"]
    keep(tmp_path / "l", gone=["b"])
    assert library.search("free").total == 0
    assert [one.name for one in library.documents] == ["a"]
    library.close()


def test_hits_of_the_generation_before_can_still_be_looked_at(tmp_path: Path) -> None:
    keep(tmp_path / "l", plain("a", "free"))
    library = KeptLibrary(tmp_path / "l")
    hits = library.search("free").hits
    keep(tmp_path / "l", plain("a", "bound"))
    assert hits[0].document == "a"
    library.close()


def test_a_reading_that_was_taken_out_meanwhile_is_no_damage(tmp_path: Path) -> None:
    keep(tmp_path / "l", plain("a", "free"))
    library = KeptLibrary(tmp_path / "l")
    hits = library.search("free").hits
    hit = hits[0]
    assert library.document(hit) == library.documents[0]
    keep(tmp_path / "l", plain("b", "bound"), gone=["a"])
    library._opened.clear()
    with pytest.raises(BadIndex, match="search again") as told:
        hits[0]
    assert not isinstance(told.value, DamagedIndex)
    assert library.document(hit) is None
    assert library.damaged == frozenset()
    library.close()


def test_files_of_one_harmless_name_are_two(tmp_path: Path) -> None:
    add(tmp_path / "l", list(map(str, _of_one_name(tmp_path, "one", "two"))), VERSION)
    library = KeptLibrary(tmp_path / "l")
    assert len({one.name for one in library.documents}) == 1
    for word in ("one", "two"):
        (hit,) = library.search(word).hits
        document = library.document(hit)
        assert document is not None
        assert hit.spans[0].of(library.text(document).text) == word
    library.close()


def test_files_of_one_harmless_name_that_say_the_same_are_found_once(tmp_path: Path) -> None:
    paths = list(map(str, _of_one_name(tmp_path, "same", "same")))
    add(tmp_path / "l", paths, VERSION)
    assert len(found(tmp_path / "l", "same")) == 1
    forget(tmp_path / "l", paths[:1])
    assert len(found(tmp_path / "l", "same")) == 1
    forget(tmp_path / "l", paths[1:])
    assert found(tmp_path / "l", "same") == []


def _of_one_name(folder: Path, *texts: str) -> Iterator[Path]:
    for sign, text in zip("\x9b\u202e", texts, strict=True):
        path = folder / f"a{sign}.txt"
        path.write_text(f"The tide of {text}.\n")
        yield path


def test_words_are_decided_by_lists_and_only_what_is_shown_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path / "l", *[many(f"doc {number}", 12, number) for number in range(6)])
    library = KeptLibrary(tmp_path / "l")
    opened: list[str] = []
    read = Readings.document

    def counted(readings: Readings, address: str) -> Document:
        opened.append(address)
        return read(readings, address)

    def all_read(*_: object) -> None:
        raise AssertionError("more than the text was read")

    def judged(*_: object) -> None:
        raise AssertionError("a record was looked at")

    monkeypatch.setattr(Readings, "document", counted)
    monkeypatch.setattr(Readings, "read", all_read)
    monkeypatch.setattr(library_module, "Record", judged)
    results = library.search("the fre", typing=True)
    assert results.total > 10
    assert opened == []
    assert results.hits[0].paragraph
    assert len(opened) == 1
    library.close()


def test_readings_in_memory_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_MOST", 100)
    keep(tmp_path / "l", *[plain(f"doc {number}", "free " * 9) for number in range(9)])
    library = KeptLibrary(tmp_path / "l")
    assert len(list(library.search("free").hits)) == 9
    assert len(library._opened) <= 3
    library.close()


def test_a_search_can_be_given_up(tmp_path: Path) -> None:
    keep(tmp_path / "l", many("a", 600))
    library = KeptLibrary(tmp_path / "l")
    for last in (1, 2, 3):
        asked = 0

        def cancelled(last: int = last) -> bool:
            nonlocal asked
            asked += 1
            return asked == last

        with pytest.raises(Cancelled):
            library.search('"the free"', cancelled=cancelled)
    assert library.search('"the free"').total == len(found(tmp_path / "l", '"the free"'))
    library.close()


def test_the_same_reading_again_writes_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "l", many("a", 5))
    before = sorted(tmp_path.rglob("*"))
    keep(tmp_path / "l", many("a", 5))
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_made_of_a_reading_depends_on_it_alone() -> None:
    assert as_made(many("a", 30)) == as_made(many("a", 30))
