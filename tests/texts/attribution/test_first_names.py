"""First names: what lists of many countries say where no title does."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import voices
from texts.attribution.first_names import sex_of_first_name


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Mary", "f"),
        ("MARY", "f"),
        ("john", "m"),
        ("Leslie", None),
        ("Brigg", None),
        ("", None),
        ("Aisha", "f"),
        ("Mohammed", "m"),
        ("Javier", "m"),
        ("Priya", "f"),
        ("Kofi", "m"),
        ("Agnieszka", "f"),
        ("Volodymyr", None),
    ],
)
def test_a_name_has_a_sex_where_it_is_clear(name: str, sex: str | None) -> None:
    assert sex_of_first_name(name) == sex


@pytest.mark.parametrize(("pronoun", "name"), [("she", "Mary Quill"), ("he", "John Harle")])
def test_a_pronoun_means_whose_name_fits(pronoun: str, name: str) -> None:
    for pair in ("Mary Quill met John Harle", "John Harle met Mary Quill"):
        assert voices(f"{pair}.\n\n“The gate was shut,” {pronoun} said.\n") == [name]


def test_the_text_knows_better_than_a_list() -> None:
    text = "Mr. John Harle met Mr. Mary Quill.\n\n“No,” said Mr. Quill. “Yes,” he said.\n"
    assert voices(text) == ["Mary Quill", "Mary Quill"]
