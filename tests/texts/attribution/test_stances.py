"""Stances: what the choice of a cue says, described by classes."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read
from texts.attribution.cues import CUES, NOUN_CUES
from texts.attribution.stances import stance_of
from texts.reading import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“No,” said Ann Lee.", "neutral"),
        ("The road was shut, according to Ann Lee.", "neutral"),
        ("Ann Lee claimed that the road was shut.", "doubt"),
        ("Ann Lee admitted that the road was shut.", "concession"),
        ("Ann Lee confirmed that the road was shut.", "endorsement"),
        ("Ann Lee revealed that the road was shut.", "endorsement"),
        ("Ann Lee underlined that the road was shut.", "emphasis"),
        ("Ann Lee insisted that the road was shut.", "emphasis"),
        ("Ann Lee denied that the road was shut.", "denial"),
        ("Ann Lee urged the council to shut the road.", "appeal"),
        ("Ann Lee condemned the plan as “a road to nowhere”.", "attack"),
        ("Ann Lee hailed the plan as “a road for all”.", "praise"),
        ("“No,” Ann Lee whispered.", "manner"),
        ("“No road,” Ann Lee thought.", "thought"),
        ("Ann Lee’s claim that the road was shut was wrong.", "doubt"),
        ("In her words, “the road is shut for good”.", "neutral"),
    ],
)
def test_the_stance_of_a_quotation_is_that_of_its_cue(text: str, stance: str) -> None:
    assert [q.stance for q in read(text).quotations] == [stance]


@pytest.mark.parametrize("text", ["Ann Lee: “The road is shut.”", "“The road is shut for good.”"])
def test_without_a_word_for_speaking_there_is_no_stance(text: str) -> None:
    assert [q.stance for q in read(text).quotations] == [None]


def test_every_cue_of_the_tables_has_a_stance() -> None:
    assert all(stance_of(word) for word in (*CUES, *NOUN_CUES))
    assert {cue.stance for cue in CUES.values()} == set(Stance)
