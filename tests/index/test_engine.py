"""The engine made with Whoosh, in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pytest
from whoosh.query import compound, terms

from index.engines import algebra, whoosh_lists
from index.engines.engine import Candidate, Engine, Entry
from index.engines.whoosh_engine import WhooshEngine
from index.entries import entry_of
from index.errors import Cancelled
from index.passages import Passage
from index.query import Query, parse
from index.tree import About, Dated, Name
from tests.index.readings import Piece, many, plain, reading, said
from texts.reading import Reading


def entries_of(one: Reading) -> list[Entry]:
    return [entry_of(Passage(one, paragraph)) for paragraph in one.document.paragraphs]


def ask(engine: Engine, line: str, documents: Collection[str] | None = None) -> set[Any]:
    candidates = engine.candidates(parse(line), documents, False, lambda: False)
    return {(one.document, one.paragraph) for one in candidates}


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = WhooshEngine()
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
    settled = True

    def __init__(self, **lists: set[int]) -> None:
        self.lists = lists
        self.of_others: set[int] = set()
        self.looked_up: list[str] = []

    def word(self, where: str, word: str) -> set[int]:
        self.looked_up.append(f"{where}:{word}")
        return self.lists.get(word, self.of_others)

    def begun(self, where: str, start: str) -> set[int]:
        self.looked_up.append(f"{where}:{start}*")
        return self.lists.get(start, self.of_others)

    def quoting(self) -> set[int]:
        self.looked_up.append("quoting")
        return {1, 2}

    def everything(self) -> set[int]:
        self.looked_up.append("everything")
        return {1, 2, 3, 4}

    def about(self, query: About | Dated) -> tuple[set[int], bool]:
        self.looked_up.append(str(query))
        return {2, 3}, self.settled


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
        ("-voice:a", {3, 4}, ["everything", "voice:a"]),
        ("in:quotes b", {2, 3}, ["said:b"]),
        ("in:quotes", {1, 2}, ["quoting"]),
        ("in:quotes a b", {2}, ["said:a", "said:b", "quoting"]),
        ("in:quotes -b", {1, 2}, ["everything", "quoting"]),
        ("in:author b", {2, 3}, ["text:b"]),
        ("a doc:x", {2}, ["text:a", "doc:x"]),
        ("-date:2021", {1, 4}, ["everything", "date:2021-01-01..2021-12-31"]),
        ("in:author -b", {1, 2, 3, 4}, ["everything"]),
    ],
)
def test_as_few_lists_are_read_as_will_do(
    line: str, expected: set[int], looked_up: list[str]
) -> None:
    lists = Lists(a={1, 2}, b={2, 3})
    assert algebra.candidates(parse(line), lists)[0] == expected
    assert lists.looked_up == looked_up


@pytest.mark.parametrize(
    ("line", "exact"),
    [
        ("a", True),
        ("a* b OR -c", True),
        ("-(a b)", True),
        ('"a b"', False),
        ('-"a b"', False),
        ("x" * 60, False),
        ("x" * 59, True),
        (f"{'x' * 60}*", True),
        ("voice:a", True),
        ("voice:a b", True),
        ('voice:"a b"', False),
        ("voice:a mode:direct", False),
        ("voice:a (mode:direct OR mode:block)", False),
        ("(voice:a) (mode:direct)", False),
        ("in:quotes", True),
        ("in:quotes a", True),
        ("in:quotes a*", True),
        ("in:quotes a b", False),
        ("in:quotes -a", False),
        ("in:author a", False),
        ("a doc:b", True),
        ("a voice:b -date:2021", True),
    ],
)
def test_it_is_known_where_lists_suffice(line: str, exact: bool) -> None:
    lists = Lists()
    lists.of_others = {1, 2, 3}  # nothing is known by there being none
    assert algebra.candidates(parse(line), lists)[1] is exact
    # Where the lists may be behind what is known, nothing about quotations is taken from them.
    lists.settled = False
    about_voices = any(field in line for field in ("voice:", "in:", "doc:", "date:"))
    assert algebra.candidates(parse(line), lists)[1] is (exact and not about_voices)


def test_typing_reads_one_list_and_not_one_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = WhooshEngine()
    engine.put("a", entries_of(plain("a", *[f"the{number} thing" for number in range(50)])))
    read: list[bytes] = []
    plainly = whoosh_lists.read_numbers

    def counted(reader: Any, where: str, word: bytes) -> frozenset[int]:
        read.append(word)
        return plainly(reader, where, word)

    monkeypatch.setattr(whoosh_lists, "read_numbers", counted)
    assert len(ask(engine, "the*")) == 50
    assert read == [b"the"]
    assert len(ask(engine, "the*")) == 50  # the same list, kept
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


def test_the_candidates_type_is_ours() -> None:
    engine = WhooshEngine()
    engine.put("a", entries_of(plain("a", "free")))
    query: Query = parse("free")
    found: Sequence[Candidate] = engine.candidates(query, None, True, lambda: False)
    assert [type(one) for one in found] == [Candidate]
    assert [type(part) for part in found[0]] == [str, int, float]
    engine.close()
