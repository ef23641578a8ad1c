"""Frames: what a verb of speech leads to, where it ends, and what is no speech, one case each."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import relations, signed, unsigned

SPOKEN_OF = [
    ("indirect", "{Ann Lee} <warned> of [a hard winter]."),
    ("indirect", "{Ann Lee} <called> for [a new roof]."),
    ("indirect", "{The porters} <called> on [the council to mend the roof]."),
    ("indirect", "{Ann Lee} <criticized> [Bob Ray]."),
    ("mixed", "{Ann Lee} <called> [the roof “a sieve”] on Monday."),
    ("mixed", "{Ann Lee} <called> [it “shameful.”]"),
    ("mixed", "{She} <praised> [the porter’s “great patience.”]"),
    ("mixed", "{Ann Lee} <described> [the roof of the tower as “a sieve.”]"),
]
WRITTEN = [
    ("indirect", "{A survey} <found> [most visitors happy with the hours]."),
    ("indirect", "{Two polls} <show> [Ann Lee two points ahead]."),
    ("indirect", "{The council} issued a statement <saying> [the roof was sound]."),
    (
        "indirect",
        "Last year {the council} published a report <detailing> [what the roof had cost].",
    ),
]
NOUNS = [
    ("indirect", "{Her} <promise> [to mend the roof] was broken."),
    ("indirect", "{The council’s} <pledge> last month [to mend the roof] was broken."),
    ("indirect", "{Its} <warning> that [the roof would go] was ignored."),
    ("indirect", "In {her} <view>, [the roof was sound]."),
]
CLAUSES = [
    ("indirect", "{Ann Lee} has since <said> [the roof was sound]."),
    ("indirect", "{Ann Lee} <said> [about half of them came by bus]."),
    ("indirect", "{Lee} <promised> [not to sell the mill]."),
    ("indirect", "{A man} who had been wounded <said> [it was dark]."),
    ("indirect", "{Sir Vince Ray}, who mended the roof, <said> [it was sound]."),
    ("indirect", "{Ann Lee}, citing the surveyor, <said> [the roof was sound]."),
    (
        "indirect",
        "{Sen. Ann Lee (D-NY), a friend of the tower}, <told> Bob Ray [the roof was sound].",
    ),
    ("indirect", "{Mayor} <Says> [Ports Will Open]"),
    ("indirect", "[Museum to reopen], <says> {minister}"),
]
MARKS = [
    ("direct", "[“Welcome,”] <said> master of ceremonies {Ann Lee}."),
    (
        "mixed",
        "The hall was full, with {the mayor of Carrow} <saying> [it was “no place for a roof.”]",
    ),
    ("direct", "[“We close at six,”] {Ann Lee} <shot> back."),
    ("direct", "{Ann Lee} <shot> back, [“We close at six.”]"),
    ("direct", "[“The roof,”] {Ann Lee} <wrote> in her report, [“is a sieve.”]"),
    ("mixed", "[“It is bad luck,”] {Ann Lee} <said>, [that both roofs went]."),
    ("direct", "The roof was <called> [“a sieve”] by {the surveyor}."),
    ("direct", "The roof was <described> by {the surveyor} as [“a sieve.”]"),
]


@pytest.mark.parametrize(("mode", "text"), [*SPOKEN_OF, *WRITTEN, *NOUNS, *CLAUSES, *MARKS])
def test_one_relation(mode: str, text: str) -> None:
    assert signed(unsigned(text)) == [(mode, text)]


def test_two_who_speak_at_once_are_told_apart() -> None:
    text = "Both left, Ann Lee saying it was “full” and Bob Ray calling it “a barn.”"
    assert [(found[1], found[2]) for found in relations(text)] == [
        ("it was “full”", "Ann Lee"),
        ("it “a barn.”", "Bob Ray"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The council found that 2,200 letters were lost.", "2,200 letters were lost"),
        ("Ann Lee pointed out that the road was shut.", "the road was shut"),
        ("Ann Lee wanted to know why the road was shut.", "why the road was shut"),
        ("Ann Lee liked to say that the road was shut.", "the road was shut"),
        ("Ann Lee was keen to stress that the road was shut.", "the road was shut"),
        ("Ann Lee stressed the need for a new road.", "the need for a new road"),
        ("Ann Lee denied having shut the road.", "having shut the road"),
        ("Ann Lee questioned whether the road was shut.", "whether the road was shut"),
        ("The council appeals to all drivers to stay at home.", "all drivers to stay at home"),
        ("An invoice shows that the road was shut.", "the road was shut"),
        ("She speaks of a lamp and she knows its name.", "a lamp"),
        ("The council undertook to mend the roof.", "to mend the roof"),
        ("I tell them I was busy.", "I was busy"),
        ("Commenting on the opening, Ann Lee said: “The road is open.”", "“The road is open.”"),
        ("Ann Lee announced a plan, the third this year.", "a plan"),
        ("Ann Lee mentioned the roof while the council sat.", "the roof"),
        ("Ann Lee mentioned the roof, and the porter had to sit.", "the roof"),
        ("Ann Lee called for a new roof during the flood.", "a new roof"),
        ("Ann Lee said the roof was sound, and the porter nodded.", "the roof was sound"),
        ("Ann Lee said the roof was sound, which is rare.", "the roof was sound"),
        ("Ann Lee said the roof was sound, calming the hall.", "the roof was sound"),
        (
            "Ann Lee said that the roof was sound and that the tower was not.",
            "the roof was sound and that the tower was not",
        ),
    ],
)
def test_where_the_content_ends(text: str, content: str) -> None:
    assert [found[1] for found in relations(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The council ruled out a new roof.",
        "The roof was gone, a fact reported by Ann Lee.",
        "The orders add up to a loss.",
        "In the hall, Ann Lee agreed.",
        "Speaking in May, Ann Lee agreed.",
        "She maintains a garden that has grown.",
        "Please explain the roof.",
        "Nobody warned of the winter.",
        "Ann Lee smiled at the porter.",
        "The porter found the door was open.",
        "The council has said nothing about next year.",
        "Ann Lee has agreed to the meeting.",
        "Asked about that, Ann Lee smiled.",
        "The porters asked about it in May.",
        "Ann Lee would say that the road was shut.",
        "I would add that the road is shut.",
        "I suggest that we leave the road shut.",
        "Ann Lee, welcoming the plan, cut the ribbon.",
        "The flood was his threat to the town.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert relations(text) == []
