"""Texts that were made, or happen, to do harm: found, never obeyed, and bounded."""

from __future__ import annotations

import pytest

from index.errors import QueryError
from index.hits import snippet
from index.library import Library
from tests.index.readings import plain, reading, said

PARAGRAPHS = [
    "He was [sic] wrong [/] and [@click=app.quit]free[/].",
    "ESC \x1b[31mred\x1b[0m \x1b]52;c;AAAA\x07 free",
    "\u202egnorw\u202c nul\x00nul tab\ttab line\u2028line free",
    "\ud800 lone surrogate free",
    'voice:smith OR -york (free* "press',
    "'; DROP TABLE paragraphs; -- free",
    "|" * 50 + " free | press | ",
]


@pytest.fixture
def hostile(library: Library) -> Library:
    library.add(plain("hostile.txt", *PARAGRAPHS))
    return library


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("free", [1, 2, 3, 4, 5, 6, 7]),
        ("[sic]", [1]),
        ('"[sic] wrong"', [1]),
        ("31mred", [2]),
        ("nul", [3]),
        ('"line line"', [3]),
        ("surrogate", [4]),
        ('"voice:smith"', [5]),
        ("drop -voice", [6]),
        ("\x1b[31mred", [2]),
        ("\ud800 surrogate", [4]),
    ],
)
def test_is_found_literally(hostile: Library, line: str, expected: list[int]) -> None:
    results = hostile.search(line, ranked=False)
    assert [hit.paragraph for hit in results.hits] == expected
    known = hostile.reading("hostile.txt")
    assert known is not None
    for hit in results.hits:
        cut = snippet(known.document, hit, 40)
        assert cut.text in PARAGRAPHS[hit.paragraph - 1]


@pytest.mark.parametrize(
    ("line", "total"),
    [("in:author |", 7), ("\x00 free", 7), ("\u202efree", 7), ("| [/] free", 7), ("%s{0}", 0)],
)
def test_signs_in_a_line_are_no_words(hostile: Library, line: str, total: int) -> None:
    assert hostile.search(line).total == total


def test_what_means_something_elsewhere_is_a_complaint_here(hostile: Library) -> None:
    with pytest.raises(QueryError, match="Two exclusions"):
        hostile.search("free' OR 1 --x")


def test_a_line_of_a_megabyte(library: Library) -> None:
    text = "free press " * 95_000
    library.add(reading("big", ["start ", said(text), "end"], ["free"]))
    results = library.search("in:quotes free")
    assert results.total == 1
    assert len(results.hits[0].spans) == 95_000
    assert results.hits[0].spans[-1].start == len("start ") + 11 * 94_999
    assert len(library.search('"press free"').hits[0].spans) == 94_999
    assert library.search("in:author free").total == 1
    known = library.reading("big")
    assert known is not None
    assert len(snippet(known.document, results.hits[0], 80).text) <= 80


def test_a_word_of_ten_thousand_letters(library: Library) -> None:
    library.add(plain("big", "x" * 10_000, "x" * 9_999 + "y", "x" * 59, "x" * 60))
    assert library.search("x" * 250 + "*").total == 2
    assert library.search("x" * 250).total == 0
    assert library.search("x" * 59).total == 1
    assert library.search("x" * 60).total == 1
    assert library.search("xx", typing=True).total == 4
    known = library.reading("big")
    assert known is not None
    hit = library.search("x" * 250 + "*", ranked=False).hits[0]
    assert snippet(known.document, hit, 80).text == "x" * 80


def test_a_megabyte_that_nearly_is_the_phrase(library: Library) -> None:
    """As many false starts as there can be, looked for with the longest phrase a line can hold."""
    library.add(plain("big", "a " * 500_000))
    phrase = " ".join(["a"] * 120)
    assert library.search(f'"{phrase} b"').total == 0
    (hit,) = library.search(f'"{phrase}"').hits
    assert len(hit.spans) == 1
