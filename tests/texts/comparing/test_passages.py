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
            (Difference.NEGATION,),
        ),
        (
            "the bridge isn’t safe for the four hundred lorries",
            "The bridge is not safe for the four hundred lorries",
            (Difference.SUBSTITUTION,),
        ),
        (
            "not safe for the five hundred lorries that cross it",
            "not safe for the four hundred lorries that cross it",
            (Difference.NUMBER,),
        ),
        (
            "not safe for the … lorries that cross it",
            "not safe for the four hundred lorries that cross it",
            (Difference.MARKED_OMISSION,),
        ),
        (
            "The bridge is not safe … and it will close in May",
            "The bridge is not safe for the four hundred lorries that cross it each day, and it will close in May",
            (Difference.MARKED_OMISSION,),
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
        ("in May and it will close", "and it will close", (Difference.ORDER,)),
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


_COUNCIL = """\
“The council has not spent 1,200 pounds on the ferry, and it never will,” the clerk wrote on Friday.

“We counted four hundred birds on the island. It took nine days.

“[T]hey were all ringed … and let go,” the warden said. The office was not guilty of fraud.

“Rents rose by 5% last year and fell by $3.5 million in the [old] harbour,” the report says.
"""


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (["the council has not spent 1,300 pounds on the ferry"], "a number differs"),
        (
            ["The council has spent 1,200 pounds on the ferry, and it never will"],
            "a negation differs",
        ),
        (["the council hasn’t spent 1,200 pounds on the ferry"], "other words"),
        (
            ["the council has … spent 1,200 pounds on the ferry"],
            "a negation is left out or added; words left out, and marked",
        ),
        (
            ["The council has [never] not spent 1,200 pounds on the ferry"],
            "a negation is left out or added; words in brackets",
        ),
        (["[T]he council has not spent 1,200 pounds"], ""),
        (["the [town’s own] council has not spent 1,200 pounds on the ferry"], "words in brackets"),
        (["the (town’s) council has not spent 1,200 pounds on the ferry"], "words in brackets"),
        (
            ["the council has not spent [its money] on the ferry, and it never will"],
            "words in brackets",
        ),
        (["We counted 400 birds on the island"], "other words"),
        (["We counted 500 birds on the island"], "a number differs"),
        (["four hundred birds on the island. It took nine days. They were all ringed"], ""),
        (["They were all ringed and let go"], ""),
        (
            ["They were all ringed with blue bands and let go"],
            "words left out, and marked",
        ),
        (["We counted birds on the island"], "a number differs; more words there, unmarked"),
        (["Rents rose by 5 percent last year"], "other words"),
        (["Rents rose by 5 last year"], "more words there, unmarked"),
        (["fell by £3.5 million in the old harbour"], "other words"),
        (["fell by $3.5 million in the harbour"], "words in brackets"),
        (["counted four hundred birds", "took nine days"], "more words between its parts"),
        (
            ["counted four hundred birds", "on the island", "It took", "nine days"],
            "",
        ),
        (
            ["The clerk wrote", "We counted", "birds", "on the", "It took nine"],
            "more words between its parts",
        ),
        (["guilty of fraud"], "there a negation stands shortly before"),
        (
            ["it never will. The council has not spent 1,200 pounds on"],
            "a negation stands elsewhere; more words there, unmarked; more words here, unmarked",
        ),
        (
            ["The council has spent 1,200 pounds on the ferry, and it will not"],
            "a negation differs",
        ),
    ],
)
def test_what_a_fact_checker_is_told(parts: list[str], told: str) -> None:
    said = " ".join(parts)
    starts = [said.index(part) for part in parts]
    spans = [Span(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    place = find_passage(said, spans, read_text("council.txt", _COUNCIL.encode()))
    assert place is not None
    assert "; ".join(place.differences) == told


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        # What stands elsewhere is not said to differ.
        (
            "on 5 May the bridge was not closed",
            "the bridge was not closed on 5 May",
            "a number stands elsewhere; another order",
        ),
        (
            "it is safe for lorries and will not close",
            "it is not safe for lorries and will close",
            "a negation stands elsewhere; another order",
        ),
        (
            "five men and nine women crossed the river",
            "nine men and five women crossed the river",
            "a number differs; more words here, unmarked",
        ),
        (
            "nobody saw 4 thousand birds leave the bay",
            "nobody saw 4,000 birds leave the bay",
            "other words",
        ),
        (
            "they can’t leave the island before May",
            "they cannot leave the island before May",
            "other words",
        ),
        (
            "Mr T. Arrow left the island in May",
            "Mr Arrow left the island in May",
            "more words here, unmarked",
        ),
        # Of few words, contracted ones leave no three in a row.
        ("it is not true", "“It’s not true.”", "other words"),
        ("we have not been told", "“We’ve never been told.”", "other words"),
        (
            "the ferry was overloaded that night",
            "We have found no evidence that the ferry was overloaded that night.",
            "there a negation stands shortly before",
        ),
        ("the ferry was full that night", "It was not May, the ferry was full that night.", ""),
        # A short word far away is no part of a passage.
        (
            "the ferry sails in May",
            "the clerk said that nobody, not one of 40, knew whether a ferry sails in May",
            "more words here, unmarked",
        ),
    ],
)
def test_what_differs_between_two_wordings(here: str, there: str, told: str) -> None:
    place = passage(here, read_text("there.txt", there.encode()))
    assert place is not None
    assert "; ".join(place.differences) == told


def test_the_wording_with_least_between_is_preferred() -> None:
    near = "The bridge, we all know, is safe for lorries."
    other = read_text(
        "other.txt", f"{near}\n\nNothing.\n\nThe bridge is safe for lorries.".encode()
    )
    place = passage("the bridge is safe for lorries", other)
    assert place is not None
    assert place.differences == ()


def test_a_passage_may_go_on_in_the_next_paragraph() -> None:
    other = read_text("council.txt", _COUNCIL.encode())
    place = passage("on the island. It took nine days. They were all ringed", other)
    assert place is not None
    assert [span.of(other.text) for span in place.shared] == [
        "on the island. It took nine days",
        "[T]hey were all ringed",
    ]


def test_of_a_very_long_quotation_it_is_told_how_much_was_compared() -> None:
    words = " ".join(f"word{number}" for number in range(500))
    long, short = passage(words, read_text("a", words.encode())), passage("word1 word2 word3")
    assert long is not None
    assert long.compared == 300
    assert short is None


def test_a_paragraph_of_any_length_is_left_when_given_up() -> None:
    other = read_text("long.txt", ("the bridge is not safe, nor is " * 40_000).encode())
    asked: list[int] = []

    def given_up() -> bool:
        asked.append(0)
        return len(asked) > 5

    said = "the bridge is not safe, nor was it"
    assert find_passage(said, [Span(0, len(said))], other, given_up=given_up) is None
    assert len(asked) < 12


def test_interrupted_quotations_are_passed_over_in_linear_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = read_text("other.txt", ("“The bridge,” said Mara, “is not safe.” " * 200).encode())
    reading = attribute(other)
    looked: list[object] = []
    monkeypatch.setattr(Span, "__contains__", lambda _, offset: looked.append(offset))
    said = "The bridge is not safe"
    assert find_passage(said, [Span(0, len(said))], other, reading) is not None
    assert len(looked) < len(other.text)


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
