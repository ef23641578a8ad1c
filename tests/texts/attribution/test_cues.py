"""Cues: the table of verbs says everything once, and all of it can be reached."""

from __future__ import annotations

import pytest

from texts.attribution import attitudes, cues
from texts.attribution.forms import Form, forms_of


@pytest.mark.parametrize("table", [cues._TABLE, attitudes._TABLE])
def test_no_verb_stands_twice(table: tuple[tuple[object, str], ...]) -> None:
    lemmas = [entry.partition("=")[0] for _, listed in table for entry in listed.split()]
    assert [lemma for lemma in set(lemmas) if lemmas.count(lemma) > 1] == []


@pytest.mark.parametrize("listed", [cues._PREPOSITIONS, cues._TOGETHER, cues._OTHERWISE])
def test_what_follows_a_verb_is_listed_for_verbs_of_the_table(
    listed: dict[str, frozenset[str]],
) -> None:
    assert listed.keys() <= {cue.lemma for cue in cues.CUES.values()}


def test_irregular_forms_are_given_and_the_others_made() -> None:
    given = list(forms_of("counsel", ["-", "counseled+counselled", "counseling+counselling"]))
    assert given == [
        ("counsel", Form.BASE),
        ("counsels", Form.THIRD),
        ("counseling", Form.GERUND),
        ("counselling", Form.GERUND),
        ("counseled", Form.PAST),
        ("counselled", Form.PAST),
    ]
