"""Relations: the ways English puts speech into a sentence, one case each."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, relations

Case = tuple[str, str, str, str | None, str | None]

DIRECT: list[Case] = [
    # quotation, then a noun for it
    ("“We close at six,” was her calm reply.", "direct", "“We close at six,”", "her", "reply"),
    ("“We close!” came Ann Lee’s answer.", "direct", "“We close!”", "Ann Lee’s", "answer"),
    # quotation, speaker, verb
    ("“We close at six,” Ann Lee said.", "direct", "“We close at six,”", "Ann Lee", "said"),
    ("“We close at six,” she said.", "direct", "“We close at six,”", "she", "said"),
    ("“Do we close?” the porter asked.", "direct", "“Do we close?”", "the porter", "asked"),
    # quotation, verb, speaker
    ("“We close at six,” said Ann Lee.", "direct", "“We close at six,”", "Ann Lee", "said"),
    (
        "“We close at six,” said Ann Lee, a porter at the museum.",
        "direct",
        "“We close at six,”",
        "Ann Lee, a porter at the museum",
        "said",
    ),
    (
        "“We close at six,” said a spokesman for the museum.",
        "direct",
        "“We close at six,”",
        "a spokesman for the museum",
        "said",
    ),
    # speaker, verb, quotation
    ("Ann Lee said, “We close at six.”", "direct", "“We close at six.”", "Ann Lee", "said"),
    ("Ann Lee said: “We close at six.”", "direct", "“We close at six.”", "Ann Lee", "said"),
    (
        "Ann Lee told visitors, “We close at six.”",
        "direct",
        "“We close at six.”",
        "Ann Lee",
        "told",
    ),
    (
        "Ann Lee wrote in a letter on Monday, “We close at six.”",
        "direct",
        "“We close at six.”",
        "Ann Lee",
        "wrote",
    ),
    # interrupted
    (
        "“We close,” Ann Lee said, “at six.”",
        "direct",
        "“We close,” | “at six.”",
        "Ann Lee",
        "said",
    ),
    (
        "“We close at six,” Ann Lee said. “Come back on Monday.”",
        "direct",
        "“We close at six,” | “Come back on Monday.”",
        "Ann Lee",
        "said",
    ),
    # asides and adverbs between speaker and verb
    (
        "Ann Lee, who runs the museum, said, “We close at six.”",
        "direct",
        "“We close at six.”",
        "Ann Lee",
        "said",
    ),
    (
        "Ann Lee, a porter, later told visitors, “We close at six.”",
        "direct",
        "“We close at six.”",
        "Ann Lee, a porter",
        "told",
    ),
    (
        "On Monday, Ann Lee, the porter, said, “We close at six.”",
        "direct",
        "“We close at six.”",
        "Ann Lee, the porter",
        "said",
    ),
    # colon without a verb of speech
    (
        "Ann Lee on the new hours: “We close at six.”",
        "direct",
        "“We close at six.”",
        "Ann Lee",
        ":",
    ),
    ("In her words, “we close at six.”", "direct", "“we close at six.”", "her", "In her words"),
]

MIXED: list[Case] = [
    (
        "Ann Lee referred to the vote as “a joke”.",
        "mixed",
        "the vote as “a joke”",
        "Ann Lee",
        "referred",
    ),
    (
        "Ann Lee said the museum would close “at six, and not before.”",
        "mixed",
        "the museum would close “at six, and not before.”",
        "Ann Lee",
        "said",
    ),
    (
        "The museum “will close at six,” Ann Lee said.",
        "mixed",
        "The museum “will close at six,”",
        "Ann Lee",
        "said",
    ),
    (
        "The fire began in “an old pipe,” according to the inspector.",
        "mixed",
        "The fire began in “an old pipe,”",
        "the inspector",
        "according to",
    ),
]

INDIRECT: list[Case] = [
    (
        "It was Ann Lee’s assertion that the gate was open.",
        "indirect",
        "the gate was open",
        "Ann Lee’s",
        "assertion",
    ),
    ("The council ignored his threat to close it.", "indirect", "to close it", "his", "threat"),
    ("In her opinion, the gate was open.", "indirect", "the gate was open", "her", "opinion"),
    ("Ann Lee counselled that they wait.", "indirect", "they wait", "Ann Lee", "counselled"),
    (
        "Ann Lee said that the museum would close at six.",
        "indirect",
        "the museum would close at six",
        "Ann Lee",
        "said",
    ),
    (
        "Ann Lee said the museum would close at six.",
        "indirect",
        "the museum would close at six",
        "Ann Lee",
        "said",
    ),
    (
        "The museum would close at six, Ann Lee said.",
        "indirect",
        "The museum would close at six",
        "Ann Lee",
        "said",
    ),
    (
        "The museum would close at six, said Ann Lee, the porter.",
        "indirect",
        "The museum would close at six",
        "Ann Lee, the porter",
        "said",
    ),
    (
        "The museum, she said, would close at six.",
        "indirect",
        "The museum | would close at six",
        "she",
        "said",
    ),
    (
        "According to the porter, the museum closes at six.",
        "indirect",
        "the museum closes at six",
        "the porter",
        "According to",
    ),
    (
        "The museum closes at six, according to a notice on the door.",
        "indirect",
        "The museum closes at six",
        "a notice on the door",
        "according to",
    ),
    (
        "Ann Lee told the council on Monday that the museum would close.",
        "indirect",
        "the museum would close",
        "Ann Lee",
        "told",
    ),
    (
        "The council urged the museum to stay open.",
        "indirect",
        "the museum to stay open",
        "The council",
        "urged",
    ),
    ("Ann Lee promised to open early.", "indirect", "to open early", "Ann Lee", "promised"),
    (
        "Her claim that nobody came is false.",
        "indirect",
        "nobody came",
        "Her",
        "claim",
    ),
    (
        "Ann Lee said the doors were shut, which is rare.",
        "indirect",
        "the doors were shut",
        "Ann Lee",
        "said",
    ),
]


@pytest.mark.parametrize(("text", "mode", "content", "source", "cue"), [*DIRECT, *MIXED, *INDIRECT])
def test_one_relation(
    text: str, mode: str, content: str, source: str | None, cue: str | None
) -> None:
    assert relations(text) == [(mode, content, source, cue)]


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
