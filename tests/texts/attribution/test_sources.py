"""Sources: who is credited where the words before the verb are more than a name, or none."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import relations, verbatim_voices, voices


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A man whose son was held for 12 days said the road was shut.", "A man"),
        ("It was something your mother would call “sense.”", "your mother"),
        ("The mill said the offer asked too much, noting that debt had doubled.", "The mill"),
        ("A letter dated 4 March 2021 says that the road is shut.", "A letter dated 4 March 2021"),
        ("She was asked by her teacher what she wanted, and replied: “A horse.”", "She"),
    ],
)
def test_the_last_source_is_the_one_who_speaks(text: str, source: str) -> None:
    assert relations(text)[-1][2] == source


@pytest.mark.parametrize(
    "text",
    [
        "November 2022 said the road was shut.",
        "The council released its list of 25 recommended delegates on Saturday.",
    ],
)
def test_a_date_and_a_number_say_nothing(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The bill was long, according to new papers he sent to the state.", "new papers"),
        ("“We are sorry for it,” wrote the authors of the “Letter”.", "the authors"),
        ("Retired plumbers said the road was shut.", "Retired plumbers"),
        ("The road, retired teacher Ann Lee said, was shut.", "retired teacher Ann Lee"),
        ("It is a fact that economists agree the road was shut.", "economists"),
        (
            "In the hall was campaign manager Ann Lee saying it was shut.",
            "campaign manager Ann Lee",
        ),
        ("The paper said that streaming services promise to stay.", "The paper"),
    ],
)
def test_a_source_is_a_noun_phrase_and_no_more(text: str, source: str) -> None:
    assert relations(text)[0][2] == source


@pytest.mark.parametrize(
    "text",
    [
        "He was used to seeing the digital road sign saying the road was shut.",
        "They spent years writing op-eds saying the road was shut.",
        "That is the point, which helps explain why the road was shut.",
        "You can follow Governor Lee’s Tuesday speech calling for a new road.",
        "The machine asks for exact change.",
    ],
)
def test_what_is_done_to_something_is_no_source(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("June said the road was shut.", "June"),
        ("“The road is shut,” said June.", "June"),
        ("April told reporters that she would stay.", "April"),
        ("“It is late,” May said.", "May"),
        ("“It is late,” said Will.", "Will"),
        ("“It is late,” Rose said.", "Rose"),
        ("Summer said the road was shut.", "Summer"),
        ("The road was shut in June, said Lee.", "Lee"),
        ("A report in June said the road was shut.", "A report"),
        ("The April report said the road was shut.", "The April report"),
    ],
)
def test_a_month_is_a_name_beside_a_verb_of_speech(text: str, name: str) -> None:
    assert voices(text) == [name]


@pytest.mark.parametrize(
    "text",
    ["June 5 said nothing about it.", "In June said Lee the road was open.", "June 2021 said so."],
)
def test_a_month_in_a_date_is_no_name(text: str) -> None:
    assert relations(text) == []


def test_a_month_after_a_comma_is_no_name_before_a_day() -> None:
    assert verbatim_voices("“The road is shut,” Lee told us, said June 5.") == ["Lee"]
