"""Relations: the ways English puts speech into a sentence, one case each."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, relations, signed, unsigned

DIRECT = [
    # quotation, then a noun for it
    ("direct", "[“We close at six,”] was {her} calm <reply>."),
    ("direct", "[“We close!”] came {Ann Lee’s} <answer>."),
    # quotation, speaker, verb
    ("direct", "[“We close at six,”] {Ann Lee} <said>."),
    ("direct", "[“We close at six,”] {she} <said>."),
    ("direct", "[“Do we close?”] {the porter} <asked>."),
    # quotation, verb, speaker
    ("direct", "[“We close at six,”] <said> {Ann Lee}."),
    ("direct", "[“We close at six,”] <said> {Ann Lee, a porter at the museum}."),
    ("direct", "[“We close at six,”] <said> {a spokesman for the museum}."),
    # speaker, verb, quotation
    ("direct", "{Ann Lee} <said>, [“We close at six.”]"),
    ("direct", "{Ann Lee} <said>: [“We close at six.”]"),
    ("direct", "{Ann Lee} <told> visitors, [“We close at six.”]"),
    ("direct", "{Ann Lee} <wrote> in a letter on Monday, [“We close at six.”]"),
    # interrupted
    ("direct", "[“We close,”] {Ann Lee} <said>, [“at six.”]"),
    ("direct", "[“We close at six,”] {Ann Lee} <said>. [“Come back on Monday.”]"),
    # asides and adverbs between speaker and verb
    ("direct", "{Ann Lee}, who runs the museum, <said>, [“We close at six.”]"),
    ("direct", "{Ann Lee, a porter}, later <told> visitors, [“We close at six.”]"),
    ("direct", "On Monday, {Ann Lee, the porter}, <said>, [“We close at six.”]"),
    # colon without a verb of speech
    ("direct", "{Ann Lee} on the new hours<:> [“We close at six.”]"),
    ("direct", "<In {her} words>, [“we close at six.”]"),
]

MIXED = [
    ("mixed", "{Ann Lee} <referred> to [the vote as “a joke”]."),
    ("mixed", "{Ann Lee} <said> [the museum would close “at six, and not before.”]"),
    ("mixed", "[The museum “will close at six,”] {Ann Lee} <said>."),
    ("mixed", "[The fire began in “an old pipe,”] <according to> {the inspector}."),
]

INDIRECT = [
    ("indirect", "{Ann Lee} <stresses> that [the gate was open]."),
    ("indirect", "It was {Ann Lee’s} <assertion> that [the gate was open]."),
    ("indirect", "The council ignored {his} <threat> [to close it]."),
    ("indirect", "In {her} <opinion>, [the gate was open]."),
    ("indirect", "{Ann Lee} <counselled> that [they wait]."),
    ("indirect", "{Ann Lee} <said> that [the museum would close at six]."),
    ("indirect", "{Ann Lee} <said> [the museum would close at six]."),
    ("indirect", "[The museum would close at six], {Ann Lee} <said>."),
    ("indirect", "[The museum would close at six], <said> {Ann Lee, the porter}."),
    ("indirect", "[The museum], {she} <said>, [would close at six]."),
    ("indirect", "<According to> {the porter}, [the museum closes at six]."),
    ("indirect", "[The museum closes at six], <according to> {a notice on the door}."),
    ("indirect", "{Ann Lee} <told> the council on Monday that [the museum would close]."),
    ("indirect", "{The council} <urged> [the museum to stay open]."),
    ("indirect", "{Ann Lee} <promised> [to open early]."),
    ("indirect", "{Her} <claim> that [nobody came] is false."),
    ("indirect", "{Ann Lee} <said> [the doors were shut], which is rare."),
]


@pytest.mark.parametrize(("mode", "text"), [*DIRECT, *MIXED, *INDIRECT])
def test_one_relation(mode: str, text: str) -> None:
    assert signed(unsigned(text)) == [(mode, text)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Ann Lee said the museum was full, adding that nobody minded.",
            ["the museum was full", "nobody minded"],
        ),
        (
            "Ann Lee said the museum was full and warned that it would close.",
            ["the museum was full", "it would close"],
        ),
        (
            "“It was full,” Ann Lee said, adding that nobody minded.",
            ["“It was full,”", "nobody minded"],
        ),
        (
            "Ann Lee said the museum was full, but Bob Ray said it was empty.",
            ["the museum was full", "it was empty"],
        ),
    ],
)
def test_two_relations_in_one_sentence(text: str, contents: list[str]) -> None:
    assert [found[1] for found in relations(text)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee declined to comment.",
        "Ann Lee made no statement.",
        "The report was published in May.",
        "It is worth noting that the doors were shut.",
        "Its claims were read by nobody.",
        "They read the letter and put it away.",
        "He went on to the next room.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert relations(text) == []


def test_a_cue_of_the_next_sentence_is_not_a_second_speaker() -> None:
    text = "“Are you shut?” Ann Lee asked. “Not yet,” said Bob Ray."
    assert [(found[1], found[2]) for found in relations(text)] == [
        ("“Are you shut?”", "Ann Lee"),
        ("“Not yet,”", "Bob Ray"),
    ]


def test_a_quotation_over_three_paragraphs_is_one() -> None:
    text = (
        "“The roof went first,” Ann Lee said. “Nobody had looked at it.\n\n"
        "“Then the wall went.\n\n"
        "“After that we stopped counting.”\n\n"
        "The roof was new.\n"
    )
    reading = read(text)
    [quotation] = reading.quotations
    assert [reading.document.words_of(span) for span in quotation.spans] == [
        "“The roof went first,”",
        "“Nobody had looked at it.",
        "“Then the wall went.",
        "“After that we stopped counting.”",
    ]


def test_the_cue_may_come_in_the_last_paragraph_of_a_quotation() -> None:
    text = "“The roof went first.\n\n“Then the wall went,” Ann Lee said.\n"
    assert relations(text) == [
        ("direct", "“The roof went first. | “Then the wall went,”", "Ann Lee", "said")
    ]


def test_a_colon_leads_into_the_next_paragraph() -> None:
    text = "To the council, Ann Lee had written:\n\n“The roof is new. Look at it.”\n"
    assert relations(text) == [("direct", "“The roof is new. Look at it.”", "Ann Lee", "written")]
