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


def test_a_long_stretch_without_a_speaker_is_unresolved_not_a_term() -> None:
    reading = read("“The sea was blamed long before the paperwork was.”")
    assert not reading.terms
    assert [q.certainty.value for q in reading.quotations] == ["unresolved"]
