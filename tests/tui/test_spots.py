"""A kept place is found again in a text that was edited, by digests alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.document import Document
from texts.loading import read_text
from tui.spots import Finder, Spot, spot_in

_TEXT = "The first line.\n\nThe second, which is about a crane.\n\nThe third line.\n\nThe last.\n"


def document(text: str) -> Document:
    return read_text("a.txt", text.encode())


@pytest.mark.parametrize(
    ("new", "leads_to"),
    [
        (_TEXT, "crane"),
        ("One before.\n\nAnd another.\n\n" + _TEXT, "crane"),
        (_TEXT.replace("The first line.\n\n", ""), "crane"),
        (_TEXT.replace("The second", "THE  second"), "crane"),
        (_TEXT + "\n" + _TEXT, "crane"),
        ("New.\n\n" + _TEXT.replace("The second, which", "The 2nd, that"), "crane"),
        (_TEXT.replace("The first", "A first").replace("a crane", "a crone"), "crone"),
        ("New.\n\nNew.\n\nNew.\n\nThe third line.\n", "."),
        ("One line.\n", "."),
    ],
)
def test_it_is_where_the_words_are(new: str, leads_to: str) -> None:
    spot = spot_in(document(_TEXT), _TEXT.index("crane"))
    changed = document(new)
    at = Finder(changed).offset_of(spot)
    span = changed.paragraphs[changed.paragraphs.index_at(at)].span
    assert leads_to in changed.text[at - 5 : at + 10]
    assert span.start <= at < span.end


def test_a_paragraph_that_was_rewritten_is_found_by_the_one_before_or_after() -> None:
    spot = spot_in(document(_TEXT), _TEXT.index("The second"))
    rewritten = "New.\n\nNew.\n\nThe first line.\n\nQuite other words.\n\n"
    for new in (rewritten, "New.\n\nNew.\n\nQuite other words.\n\nThe third line.\n"):
        changed = document(new)
        assert changed.text[Finder(changed).offset_of(spot) :].startswith("Quite")


def test_of_several_with_the_same_words_it_is_the_one_with_the_same_neighbours() -> None:
    text = "Why?\n\nYes.\n\nReally?\n\nYes.\n\nI see.\n"
    offset = text.rindex("Yes")
    before = "New.\n\nNew.\n\nYes.\n\n"
    assert Finder(document(before + text)).offset_of(
        spot_in(document(text), offset)
    ) == offset + len(before)


def test_of_several_in_the_same_company_it_is_the_nearest() -> None:
    text = "Yes.\n\nNo.\n\n" * 20
    offset = text.index("Yes", 60)
    assert Finder(document(text)).offset_of(spot_in(document(text), offset)) == offset


def test_no_word_is_kept() -> None:
    spot = spot_in(document(_TEXT), _TEXT.index("crane"))
    assert all(len(mark) == 12 and int(mark, 16) >= 0 for mark in spot.prints)


def test_a_long_text_is_looked_at_so_far_and_no_farther() -> None:
    changed = document("\n\n".join(f"Line {n}." for n in range(9_000)))
    finder = Finder(changed)
    finder.offset_of(Spot(0, 4_500, 0, ("a", "b", "c")))
    assert len(finder._prints) == 4_003


@given(
    st.lists(st.text("ab \n“", max_size=12), max_size=8),
    st.lists(st.text("ab \n“", max_size=12), max_size=8),
    st.integers(0, 100),
)
def test_it_is_always_a_place_of_the_text(old: list[str], new: list[str], at: int) -> None:
    one, other = document("x\n\n" + "\n\n".join(old)), document("y\n\n" + "\n\n".join(new))
    spot = spot_in(one, min(at, len(one.text) - 1))
    assert 0 <= Finder(other).offset_of(spot) < len(other.text)
    assert 0 <= Finder(other).offset_of(Spot(at)) < len(other.text)
    paragraph = one.paragraphs[one.paragraphs.index_at(spot.offset)].span
    if paragraph.start <= spot.offset < paragraph.end:
        # What has not changed is where it was.
        assert Finder(one).offset_of(spot) == spot.offset
