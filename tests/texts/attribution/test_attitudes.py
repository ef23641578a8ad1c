"""Attitudes: what somebody believes, feels or means to do, apart from what is said."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, relations, words
from texts.attribution.attitudes import ATTITUDES
from texts.reading import Stance


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Ann Lee believes that the roof is sound.", "the roof is sound", "Ann Lee", "believes"),
        ("Ann Lee thought the roof was sound.", "the roof was sound", "Ann Lee", "thought"),
        ("The porters hope the roof will hold.", "the roof will hold", "The porters", "hope"),
        ("The council wants to mend the roof.", "to mend the roof", "The council", "wants"),
        ("The council wants Ann Lee to go.", "Ann Lee to go", "The council", "wants"),
        ("Ann Lee plans to mend the roof.", "to mend the roof", "Ann Lee", "plans"),
        ("Ann Lee planned to mend the roof.", "to mend the roof", "Ann Lee", "planned"),
        ("They preferred to leave early.", "to leave early", "They", "preferred"),
        ("Ann Lee regretted that it was shut.", "it was shut", "Ann Lee", "regretted"),
        ("They refuse to mend the roof.", "to mend the roof", "They", "refuse"),
        ("Ann Lee opposes a new roof.", "a new roof", "Ann Lee", "opposes"),
        ("A man who fears that the roof will go left.", "the roof will go left", "who", "fears"),
    ],
)
def test_one_attitude(text: str, content: str, source: str, cue: str) -> None:
    reading = read(text)
    assert reading.quotations == ()
    assert [
        (words(reading, q.spans[0]), words(reading, q.source), words(reading, q.cue))
        for q in reading.attitudes
    ] == [(content, source, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "The roof’s support was weak.",
        "The hopes of spring were gone.",
        "The plan was in the drawer.",
        "She was thinking of nothing.",
    ],
)
def test_no_attitude(text: str) -> None:
    assert read(text).attitudes == ()


def test_thought_in_marks_is_a_quotation() -> None:
    text = "Ann Lee thought, “The roof is sound.”"
    reading = read(text)
    assert relations(text) == [("direct", "“The roof is sound.”", "Ann Lee", "thought")]
    assert reading.attitudes == ()
    assert reading.quotations[0].stance is Stance.THOUGHT


def test_a_belief_inside_what_is_said_is_told_apart_from_it() -> None:
    reading = read("Ann Lee said she believed the roof was sound.")
    [said] = reading.quotations
    [held] = reading.attitudes
    assert words(reading, said.spans[0]) == "she believed the roof was sound"
    assert words(reading, held.spans[0]) == "the roof was sound"


def test_the_wish_not_to_be_named_is_a_wish_of_whoever_speaks() -> None:
    reading = read("An official who asked not to be named said the gate was open.")
    [said] = reading.quotations
    [held] = reading.attitudes
    assert words(reading, said.spans[0]) == "the gate was open"
    assert words(reading, said.source) == "An official"
    assert words(reading, held.spans[0]) == "not to be named"


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("believes", Stance.THOUGHT),
        ("wants", Stance.THOUGHT),
        ("hoped", Stance.THOUGHT),
        ("supports", Stance.PRAISE),
        ("opposes", Stance.ATTACK),
    ],
)
def test_every_attitude_has_its_stance(verb: str, stance: Stance) -> None:
    assert ATTITUDES[verb].stance is stance
