"""Nouns that name a person, and where a story tells of one."""

from __future__ import annotations

import pytest

from texts.attribution.callings import is_person_noun
from texts.attribution.names import Names
from texts.attribution.persons import Persons
from texts.document import Span


@pytest.mark.parametrize("noun", ["nurse", "baker", "organist", "prisoner", "aunt", "swimmer"])
def test_a_calling_names_a_person(noun: str) -> None:
    assert is_person_noun(noun)


@pytest.mark.parametrize("noun", ["manner", "cancer", "motor", "december", "younger", "longer"])
def test_a_thing_or_a_compared_adjective_that_ends_like_a_calling_names_nobody(noun: str) -> None:
    assert not is_person_noun(noun)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("“No,” said the old man", ["man"]),
        ("The old man’s hat fell.", []),
        ("He felt a general dread.", []),
        ("Then a general spoke.", ["general"]),
        ("“The old man is late.”", []),
    ],
)
def test_persons_told_of_in_narration(text: str, nouns: list[str]) -> None:
    start, end = text.find("“"), text.find("”") + 1
    marked = [Span(start, end)] if end else []
    persons = Persons(Names(text, [Span(0, len(text))], marked), (), len(text))
    assert [told.noun for told in persons.all] == nouns
