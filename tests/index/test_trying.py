"""What else a query may have meant."""

from __future__ import annotations

import pytest

from index.library import Library
from index.query import parse
from index.trying import easier, respelled
from texts.attribution import attribute
from texts.loading import read_text

_TEXT = "“The bridge was never safe,” said Vera Okonkwo.\n\nThe organization denied it."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("free", []),
        ("free press", [("free", "press"), ("press", "free")]),
        ('voice:lee "free press"', [("voice:lee", '"free press"'), ('"free press"', "voice:lee")]),
        ("a b -c", [("a", "b -c"), ("b", "a -c"), ("-c", "a b")]),
        ("in:quotes free", [("in:quotes", "free")]),
        (
            "in:quotes free press",
            [("in:quotes", "free press"), ("free", "in:quotes press"), ("press", "in:quotes free")],
        ),
        ("free OR bound", []),
        ("in:quotes", []),
    ],
)
def test_one_part_at_a_time_is_left_out(line: str, expected: list[tuple[str, str]]) -> None:
    assert [(part, str(rest)) for part, rest in easier(parse(line))] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("brdge", ["bridge"]),
        ("bridg*", ["bridge"]),
        ('"never brdge"', ['"never bridge"']),
        ("voice:brdge safe", ["voice:bridge safe"]),
        ("in:quotes safe brdge", ["in:quotes safe bridge"]),
        ("safe -brdge", []),
        ("cue:brdge", []),
    ],
)
def test_one_word_at_a_time_is_spelled_otherwise(line: str, expected: list[str]) -> None:
    near = {"brdge": ["bridge"], "bridg": ["bridge"]}
    found = respelled(parse(line), lambda word: near.get(word, []))
    assert [str(query) for _, _, query in found] == expected


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("brdige", ["bridge"]),
        ("organisation", ["organization"]),
        ("okonkow", ["okonkwo"]),
        ("bridge", []),
        ("zebra", []),
        ("saff", ["safe"]),
        ("saef", []),  # of four letters only one may be wrong
        ("s", []),
        ("", []),
    ],
)
def test_words_that_are_spelled_nearly_so(word: str, near: list[str]) -> None:
    library = Library()
    library.add(attribute(read_text("a.txt", _TEXT.encode())))
    assert library.near(word) == near
    library.close()
