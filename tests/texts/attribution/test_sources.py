"""Sources: who is credited where the words before the verb are more than a name, or none."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import relations


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
