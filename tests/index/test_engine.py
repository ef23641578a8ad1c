"""The engine made with Whoosh, in memory and in a folder."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from whoosh.query import compound, terms

from index.engines import algebra
from index.engines.engine import Candidate, Engine, Entry
from index.engines.whoosh_engine import WhooshEngine
from index.entries import entry_of
from index.errors import BadIndex, Cancelled, DamagedIndex, NotOurs
from index.library import Library
from index.passages import Passage
from index.query import Query, parse
from index.tree import Name
from tests.index.readings import Piece, many, plain, reading, said
from texts.reading import Reading


def entries_of(one: Reading) -> list[Entry]:
    return [entry_of(Passage(one, paragraph)) for paragraph in one.document.paragraphs]


def ask(engine: Engine, line: str, documents: Collection[str] | None = None) -> set[Any]:
    candidates = engine.candidates(parse(line), documents, False, lambda: False)
    return {(one.document, one.paragraph) for one in candidates}


@pytest.fixture(params=["memory", "folder"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    engine = WhooshEngine(tmp_path / "index" if request.param == "folder" else None)
    yield engine
    engine.close()


def test_an_empty_engine(engine: Engine) -> None:
    assert engine.count() == 0
    assert engine.fingerprints("a") == {}
    assert ask(engine, "free") == set()
    assert ask(engine, "-free") == set()
    engine.forget("a")


def test_what_is_put_is_found_and_counted(engine: Engine) -> None:
    one = plain("a", "free press", "freedom")
    engine.put("a", entries_of(one))
    engine.put("b", entries_of(one))
    assert engine.count() == 4
    assert ask(engine, "free") == {("a", 1), ("b", 1)}
    assert ask(engine, "free*", ["b"]) == {("b", 1), ("b", 2)}
    assert ask(engine, "freedo*", ["b", "c"]) == {("b", 2)}
    assert ask(engine, "free", []) == set()
    assert engine.fingerprints("a") == {
        entry.paragraph: entry.fingerprint for entry in entries_of(one)
    }


def test_paragraphs_are_replaced_by_number_and_dropped_at_once(engine: Engine) -> None:
    engine.put("a", entries_of(plain("a", "one", "two", "three", "four")))
    engine.put("b", entries_of(plain("b", "two")))
    engine.put("a", entries_of(plain("a", "", "zwei"))[1:], gone=[4])
    assert engine.count() == 4
    assert ask(engine, "two") == {("b", 1)}
    assert ask(engine, "zwei") == {("a", 2)}
    assert ask(engine, "-zwei") == {("a", 1), ("a", 3), ("b", 1)}
    engine.forget("a")
    assert engine.count() == 1
    assert ask(engine, "-zwei") == {("b", 1)}


def test_many_small_documents_are_merged_and_all_found(engine: Engine) -> None:
    for number in range(40):
        engine.put(f"doc {number}", entries_of(plain("x", "free", f"only{number}")))
    for number in range(0, 40, 2):
        engine.forget(f"doc {number}")
    assert engine.count() == 40
    assert ask(engine, "free") == {(f"doc {number}", 1) for number in range(1, 40, 2)}
    assert ask(engine, "only7") == {("doc 7", 2)}


@pytest.mark.parametrize("name", ["", "–/ü\n", "a" * 4000, "\udcff.txt", "doc:1 OR x*"])
def test_any_name_of_a_document_will_do(engine: Engine, name: str) -> None:
    engine.put(name, entries_of(plain(name, "free")))
    engine.put("other", entries_of(plain("other", "free")))
    assert ask(engine, "free", [name]) == {(name, 1)}
    assert list(engine.fingerprints(name)) == [1]
    engine.forget(name)
    assert ask(engine, "free") == {("other", 1)}


def test_it_is_given_up_when_asked(engine: Engine) -> None:
    engine.put("a", entries_of(many("a", 30)))
    with pytest.raises(Cancelled):
        list(engine.candidates(parse("free"), None, False, lambda: True))
    assert ask(engine, "the")


def test_what_fails_in_the_middle_of_a_change_changes_nothing(engine: Engine) -> None:
    good = entries_of(plain("a", "free"))
    engine.put("a", good)
    bad = Entry(2, 2**70, ["bound"])
    with pytest.raises(Exception, match=r".*"):
        engine.put("a", [*entries_of(plain("a", "york")), bad])
    assert ask(engine, "free") == {("a", 1)}
    engine.put("a", entries_of(plain("a", "york")))
    assert ask(engine, "york") == {("a", 1)}


def test_scores_are_those_of_whoosh() -> None:
    engine = WhooshEngine()
    engine.put("a", entries_of(many("a", 90, seed=1)))
    engine.put("b", entries_of(many("b", 60, seed=2)))
    engine.put("a", entries_of(many("a", 40, seed=3)))  # deletions, and more than one segment
    for words in (["free"], ["the", "press"], ["freedom", "of", "hands"]):
        asked = compound.And([terms.Term("text", word) for word in words])
        with engine._index.searcher() as searcher:
            theirs = sorted(round(hit.score, 9) for hit in searcher.search(asked, limit=None))
        ours = engine.candidates(parse(" ".join(words)), None, True, lambda: False)
        assert sorted(round(one.score, 9) for one in ours) == theirs
        assert len(set(theirs)) > 1
    engine.close()


class Lists:
    """Posting lists that tell what was looked up."""

    longest = 60

    def __init__(self, **lists: set[int]) -> None:
        self.lists = lists
        self.looked_up: list[str] = []

    def word(self, where: str, word: str) -> set[int]:
        self.looked_up.append(f"{where}:{word}")
        return self.lists.get(word, set())

    def begun(self, where: str, start: str) -> set[int]:
        self.looked_up.append(f"{where}:{start}*")
        return self.lists.get(start, set())

    def quoting(self) -> set[int]:
        self.looked_up.append("quoting")
        return {1, 2}

    def everything(self) -> set[int]:
        self.looked_up.append("everything")
        return {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("line", "expected", "looked_up"),
    [
        ("a", {1, 2}, ["text:a"]),
        ("a*", {1, 2}, ["text:a*"]),
        ("a b", {2}, ["text:a", "text:b"]),
        ("x a b", set(), ["text:x"]),
        ("a OR b", {1, 2, 3}, ["text:a", "text:b"]),
        ("-a", {3, 4}, ["everything", "text:a"]),
        ("-a b", {3}, ["text:b", "everything", "text:a"]),
        ('"a b"', {2}, ["text:b", "text:a"]),
        ('-"a b"', {1, 2, 3, 4}, ["everything", "text:b", "text:a"]),
        ("voice:a", {1, 2}, ["voice:a"]),
        ("-voice:a", {1, 2, 3, 4}, ["everything", "voice:a"]),
        ("in:quotes b", {2}, ["quoting", "said:b"]),
        ("in:quotes -b", {1, 2}, ["quoting", "everything"]),
        ("in:author b", {2, 3}, ["text:b"]),
        ("in:author -b", {1, 2, 3, 4}, ["everything"]),
    ],
)
def test_as_few_lists_are_read_as_will_do(
    line: str, expected: set[int], looked_up: list[str]
) -> None:
    lists = Lists(a={1, 2}, b={2, 3})
    assert algebra.candidates(parse(line), lists) == expected
    assert lists.looked_up == looked_up


def test_typing_reads_one_list_and_not_one_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    from index.engines import whoosh_engine

    engine = WhooshEngine()
    engine.put("a", entries_of(plain("a", *[f"the{number} thing" for number in range(50)])))
    read: list[bytes] = []
    plainly = whoosh_engine._postings

    def counted(reader: Any, where: str, word: bytes) -> set[int]:
        read.append(word)
        return plainly(reader, where, word)

    monkeypatch.setattr(whoosh_engine, "_postings", counted)
    assert len(ask(engine, "the*")) == 50
    assert read == [b"the"]
    engine.close()


def test_an_entry_has_what_is_known_and_a_fingerprint_of_it() -> None:
    one = reading(
        "a", ["Anna Smith wrote: ", said("“be free”", voice="Anna Smith/she", cue="wrote")]
    )
    (entry,) = entries_of(one)
    assert list(entry.words) == ["anna", "smith", "wrote", "be", "free"]
    assert list(entry.said) == ["be", "free"]
    assert {name: set(words) for name, words in entry.facts.items()} == {
        Name.VOICE: {"anna", "smith", "she"},
        Name.KIND: {"person"},
        Name.MODE: {"direct"},
        Name.CUE: {"wrote"},
        Name.CERTAINTY: {"explicit"},
    }
    same = reading(
        "b", ["Anna Smith wrote — ", said("“be FREE”", voice="Anna Smith/she", cue="wrote")]
    )
    assert entries_of(same)[0].fingerprint == entry.fingerprint
    others: list[list[Piece]] = [
        ["Anna Smith wrote: ", said("“be free”", voice="Anna Smith", cue="wrote")],
        ["Anna Smith wrote: “be ", said("free”", voice="Anna Smith/she", cue="wrote")],
        ["Anna Smith wrote: ", said("“be freed”", voice="Anna Smith/she", cue="wrote")],
    ]
    for other in others:
        assert entries_of(reading("a", other))[0].fingerprint != entry.fingerprint


# In a folder.


def kept_in(folder: Path) -> Path:
    """A folder with an index of two documents."""
    library = Library(folder)
    library.add(many("a", 30))
    library.add(many("b", 30, seed=2))
    library.close()
    return folder


def test_a_kept_index_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = kept_in(tmp_path / "index")
    assert folder.stat().st_mode & 0o077 == 0

    def put(*_: object) -> None:
        raise AssertionError("written again")

    monkeypatch.setattr(WhooshEngine, "put", put)
    library = Library(folder)
    assert library.search("free").total == 0  # no document has been opened yet
    library.add(many("b", 30, seed=2))
    memory = Library()
    monkeypatch.undo()
    memory.add(many("b", 30, seed=2))
    for line in ("free", "in:quotes the", '"free press" OR york'):
        assert [hit.paragraph for hit in library.search(line, ranked=False).hits] == [
            hit.paragraph for hit in memory.search(line, ranked=False).hits
        ]
    library.close()
    memory.close()


def test_two_libraries_on_one_folder(tmp_path: Path) -> None:
    first, second = Library(tmp_path), Library(tmp_path)
    first.add(plain("a", "free"))
    second.add(plain("b", "free"))
    first.add(plain("c", "free"))
    assert first.search("free").total == 2
    fresh = WhooshEngine(tmp_path)
    assert fresh.count() == 3
    fresh.close()
    first.close()
    second.close()


def test_somebody_else_is_writing(tmp_path: Path) -> None:
    engine = WhooshEngine(tmp_path)
    writer = engine._index.writer()
    with pytest.raises(BadIndex, match="Another program is writing"):
        engine.put("a", entries_of(plain("a", "free")))
    writer.cancel()
    engine.put("a", entries_of(plain("a", "free")))
    assert engine.count() == 1
    engine.close()


def use(folder: Path) -> None:
    """Open, read and write an index."""
    library = Library(folder)
    try:
        library.add(many("a", 30, seed=9))
        for line in ("free", "in:quotes the", "fre*", "-york"):
            library.search(line)
    finally:
        library.close()


def cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def overwritten(data: bytes) -> bytes:
    return bytes(255 - byte for byte in data)


def emptied(_: bytes) -> bytes:
    return b""


# Whoosh forgets to close the file that it finds damaged.
whoosh_leaves_files_open = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


@whoosh_leaves_files_open
@pytest.mark.parametrize("damage", [cut_short, overwritten, emptied])
@pytest.mark.parametrize("suffix", [".toc", ".seg"])
def test_a_damaged_folder_is_named(
    tmp_path: Path, suffix: str, damage: Callable[[bytes], bytes]
) -> None:
    folder = kept_in(tmp_path / "index")
    for path in folder.glob(f"*{suffix}"):
        path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DamagedIndex, match="delete that folder") as raised:
        use(folder)
    assert str(folder) in str(raised.value)
    del raised
    gc.collect()  # here, where the warning is expected


@whoosh_leaves_files_open
def test_a_folder_that_lost_a_file_is_named(tmp_path: Path) -> None:
    folder = kept_in(tmp_path / "index")
    for path in folder.glob("*.seg"):
        path.unlink()
    with pytest.raises(DamagedIndex):
        use(folder)


def test_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadIndex, match="cannot be used: File exists"):
        Library(tmp_path / "file")


needs_owners = pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners on this system")


@needs_owners
@pytest.mark.parametrize("permission", [0o020, 0o002])
def test_what_others_may_write_is_not_opened(tmp_path: Path, permission: int) -> None:
    folder = kept_in(tmp_path / "index")
    folder.chmod(0o700 | permission)
    with pytest.raises(NotOurs, match="chmod go-w"):
        Library(folder)
    folder.chmod(0o755)
    toc = next(folder.glob("*.toc"))
    toc.chmod(0o600 | permission)
    with pytest.raises(NotOurs, match=toc.name):
        Library(folder)


@needs_owners
def test_files_that_nobody_else_can_reach_may_permit_what_they_like(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        folder = kept_in(tmp_path / "index")
        (tmp_path / "index" / "dangling").symlink_to(tmp_path / "nowhere")
        use(folder)
    finally:
        os.umask(before)


@needs_owners
def test_what_belongs_to_somebody_else_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = kept_in(tmp_path / "index")
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    with pytest.raises(NotOurs, match="another user"):
        Library(folder)


def test_the_candidates_type_is_ours() -> None:
    engine = WhooshEngine()
    engine.put("a", entries_of(plain("a", "free")))
    query: Query = parse("free")
    found: Sequence[Candidate] = engine.candidates(query, None, True, lambda: False)
    assert [type(one) for one in found] == [Candidate]
    assert [type(part) for part in found[0]] == [str, int, float]
    engine.close()
