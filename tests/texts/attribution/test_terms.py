"""Terms: words in marks that quote nobody, told by positive signs."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, words


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("She joined the so-called “night council” in May.", "“night council”"),
        ("He is known as “the Badger” in the harbour.", "“the Badger”"),
        ("The plan, dubbed “Blue Door,” failed.", "“Blue Door,”"),
        ("It rests on the principle of “open water” alone.", "“open water”"),
        ("The word “weir” is older than the town.", "“weir”"),
        ("They sang “The Long Way Down” at the end.", "“The Long Way Down”"),
        ("A tin labelled “Rain” stood there.", "“Rain”"),
        ("The “event” lasted for months.", "“event”"),
        ("He runs a self-styled “night office” there.", "“night office”"),
        ("It is known, in the trade, as “the drop”.", "“the drop”"),
        ("A film called “Low Water” was shown.", "“Low Water”"),
        ("They read the novel “A Year of Rain” aloud.", "“A Year of Rain”"),
        ("It was an episode of “The Weir,” and a long one.", "“The Weir,”"),
        ("She watched “Harvest” on Monday.", "“Harvest”"),
        ("She watched “1912” on Monday.", "“1912”"),
        ("“The Long Way Down,” a song of the coast, was played.", "“The Long Way Down,”"),
        ("John “Red” Kelly came home.", "“Red”"),
        ("What “open water” means is disputed.", "“open water”"),
        ("There was a “stand down” order in May.", "“stand down”"),
        ("Some wore “Save the Weir” hats.", "“Save the Weir”"),
        ("The party expanded his “quiet revolution” last year.", "“quiet revolution”"),
        ("The town opened the “autopsy” and went on.", "“autopsy”"),
        ('<a name="top">The weir is old.', '"top"'),
    ],
)
def test_terms(text: str, term: str) -> None:
    reading = read(text)
    assert [words(reading, found.spans[0]) for found in reading.terms] == [term]
    assert not reading.quotations


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee called the vote “a joke.”",
        "Ann Lee said she felt “fine.”",
        "“No,” said Ann Lee.",
        "The wall was “soft as cheese,” according to the inspector.",
    ],
)
def test_short_words_with_a_speaker_are_no_terms(text: str) -> None:
    reading = read(text)
    assert not reading.terms
    assert reading.quotations


@pytest.mark.parametrize(
    "text",
    [
        "“Never!”",
        "“Not yet.”",
        "“Very cold,”",
        "Nobody came, and it rained: “too late.”",
        "“It is.” And so it was.",
    ],
)
def test_shortness_alone_is_no_sign_of_a_term(text: str) -> None:
    reading = read(text)
    assert not reading.terms
    assert [q.certainty.value for q in reading.quotations] == ["unresolved"]


def test_titles_in_a_list() -> None:
    reading = read("The night was “Low Water,” “The Weir” and “taken” in one go.")
    assert [words(reading, term.spans[0]) for term in reading.terms] == [
        "“Low Water,”", "“The Weir”", "“taken”"
    ]  # fmt: skip


def test_a_long_stretch_without_a_speaker_is_unresolved_not_a_term() -> None:
    reading = read("“The sea was blamed long before the paperwork was.”")
    assert not reading.terms
    assert [q.certainty.value for q in reading.quotations] == ["unresolved"]
