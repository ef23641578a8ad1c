"""Where words of one document stand in another, and how they differ there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.attribution import attribute
from texts.comparing import Difference, Passage, find_passage
from texts.document import Document, Span
from texts.loading import read_text

_THERE = """\
The mayor spoke on Monday.

The bridge is not safe for the four hundred lorries that cross it each day, and it will close in May.

Nobody was there.

Il a dit que la forêt était brûlée par les braconniers hier soir.
"""


def there() -> Document:
    return read_text("there.txt", _THERE.encode())


def passage(words: str, other: Document | None = None) -> Passage | None:
    return find_passage(words, [Span(0, len(words))], other or there())


@pytest.mark.parametrize(
    ("said", "found", "differences"),
    [
        ("the bridge is not safe", "The bridge is not safe", ()),
        ("The bridge   is “not safe”", "The bridge is not safe", ()),
        (
            "la foret etait brulee par les braconniers",
            "la forêt était brûlée par les braconniers",
            (),
        ),
        (
            "the bridge is safe for the four hundred lorries",
            "The bridge is not safe for the four hundred lorries",
            (Difference.NEGATION, Difference.OMISSION),
        ),
        (
            "the bridge isn’t safe for the four hundred lorries",
            "The bridge is not safe for the four hundred lorries",
            (Difference.NEGATION, Difference.SUBSTITUTION),
        ),
        (
            "not safe for the five hundred lorries that cross it",
            "not safe for the four hundred lorries that cross it",
            (Difference.NUMBER, Difference.SUBSTITUTION),
        ),
        (
            "not safe for the … lorries that cross it",
            "not safe for the four hundred lorries that cross it",
            (Difference.NUMBER, Difference.MARKED_OMISSION),
        ),
        (
            "The bridge is not safe … and it will close in May",
            "The bridge is not safe for the four hundred lorries that cross it each day, and it will close in May",
            (Difference.NUMBER, Difference.MARKED_OMISSION),
        ),
        (
            "not safe for the four hundred [heavy] lorries",
            "not safe for the four hundred lorries",
            (Difference.BRACKETED_INSERTION,),
        ),
        (
            "not safe for the four hundred heavy lorries",
            "not safe for the four hundred lorries",
            (Difference.INSERTION,),
        ),
        ("in May and it will close", "and it will close", (Difference.INSERTION,)),
        (
            "is not safe for the lorries hundred four that cross it",
            "is not safe for the four hundred lorries that cross it",
            (Difference.ORDER,),
        ),
    ],
)
def test_how_a_wording_differs(said: str, found: str, differences: tuple[Difference, ...]) -> None:
    place = passage(said)
    assert place is not None
    assert place.span.of(_THERE) == found
    assert place.differences == differences


@pytest.mark.parametrize("said", ["", "…", "the council met on a Tuesday", "the mayor of the town"])
def test_what_is_not_there(said: str) -> None:
    assert passage(said) is None


def test_few_words_are_told_to_be_few() -> None:
    short, long = passage("Nobody was there"), passage("the bridge is not safe for")
    assert short is not None
    assert long is not None
    assert (short.few, long.few) == (True, False)


def test_what_interrupts_a_quotation_is_no_difference() -> None:
    text = "“The bridge,” said Mara Lindqvist, “is not safe for lorries.”"
    other = read_text("other.txt", text.encode())
    said = "The bridge is not safe for lorries"
    whole = Span(0, len(said))
    apart = find_passage(said, [whole], other, attribute(other))
    assert apart is not None
    assert apart.differences == ()
    assert [span.of(text) for span in apart.shared] == ["The bridge", "is not safe for lorries"]
    plain = find_passage(said, [whole], other)
    assert plain is not None
    assert plain.differences == (Difference.OMISSION,)


def test_of_a_long_paragraph_the_stretch_that_shares_most() -> None:
    filling = "It rained on the hills and the roads were closed to all but the post. " * 200
    words = "nobody could remember a winter in which the ferry had sailed so late"
    other = read_text("other.txt", f"{filling}{words.capitalize()}. {filling}".encode())
    place = passage(words, other)
    assert place is not None
    assert place.span.of(other.text).casefold() == words
    assert place.differences == ()


def test_nothing_is_given_once_given_up() -> None:
    said = "the bridge is not safe"
    assert find_passage(said, [Span(0, len(said))], there(), given_up=lambda: True) is None


_VOCABULARY = st.lists(
    st.sampled_from("the bridge is not safe lorries each day May close ferry winter nine".split()),
    min_size=1,
    max_size=40,
)


@given(_VOCABULARY, _VOCABULARY, _VOCABULARY)
def test_what_stands_there_word_for_word_is_found_without_a_difference(
    before: list[str], said: list[str], after: list[str]
) -> None:
    words = " ".join(said)
    other = read_text("other.txt", " ".join([*before, *said, *after]).encode())
    place = passage(words, other)
    assert place is None or place.span.of(other.text)
    if place is None:
        # Only words too common to tell a paragraph by are missed.
        assert len(said) < 3 or len(set(said)) < 2


@given(_VOCABULARY, _VOCABULARY)
def test_what_is_shared_is_in_both(one: list[str], two: list[str]) -> None:
    said, other = " ".join(one), read_text("other.txt", " ".join(two).encode())
    place = passage(said, other)
    if place is not None:
        for span in place.shared:
            assert set(span.of(other.text).split()) <= set(one)
            assert place.span.start <= span.start < span.end <= place.span.end
