"""Where a reported clause ends: before what may be the author's own, never in its middle."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import relations


@pytest.mark.parametrize(
    "tail",
    [
        "",
        ", which is rare",
        ", leaving the farmers to walk",
        " — a surprise to the farmers",
        ", a day after the flood",
        ", according to Bob Ray",
    ],
)
def test_the_clause_ends_before_a_tail(tail: str) -> None:
    text = f"Ann Lee said the road to the mill was shut{tail}."
    assert "the road to the mill was shut" in [
        found[1] for found in relations(text) if found[2] == "Ann Lee"
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "the man, who was ill, had left",
        "the road was shut and the bridge was down",
        "the road was shut because the river had risen",
        "the road was shut unless the council paid",
        "the road was shut in March, April and May",
        "if the river rose, the road would be shut",
        "the road was shut at 6 p.m. on Monday",
        "the road to St. Mary was shut",
        "the road (the old one) was shut",
        "Mr. Ray, the miller, had shut the road",
    ],
)
def test_the_clause_does_not_end_in_its_middle(clause: str) -> None:
    assert [found[1] for found in relations(f"Ann Lee said that {clause}.")] == [clause]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The road was shut, Ann Lee said on Monday.", "The road was shut"),
        (
            "The road was shut and the bridge was down, Ann Lee said.",
            "The road was shut and the bridge was down",
        ),
        ("The road, according to Ann Lee, was shut.", "The road | was shut"),
        ("It was late and, according to Ann Lee, the road was shut.", "the road was shut"),
        (
            "According to Ann Lee, the road was shut, and so was the bridge.",
            "the road was shut, and so was the bridge",
        ),
    ],
)
def test_the_clause_before_or_around_its_cue(text: str, clause: str) -> None:
    assert [found[1] for found in relations(text)] == [clause]
