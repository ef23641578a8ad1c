"""Stories: who speaks in a conversation that names its speakers seldom."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, verbatim_voices
from texts.attribution.dialogue import Conversation, Manner
from texts.attribution.names import Names
from texts.attribution.vocatives import called
from texts.document import Span
from texts.reading import VoiceKind

OPENING = (
    "“Is it far?” asked Tom Reed.\n\n“Too far to walk!” said Ann Lee.\n\n"
    "“Then who has a boat?” said Tom.\n\n“Ask at the mill!” said Ann.\n\n"
)
"""Enough of a conversation to tell a story by."""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # whoever says "I" in the narration is somebody in the story
        ("“Shall we go?” I said.\n", ["the narrator"]),
        # whom the words call by name does not say them, and answers
        ("“Shall we go, Tom?” she said.\n\n“At once!”\n", ["Ann Lee", "Tom Reed"]),
        ("“Are you ready, Mr. Harle?” said Tom.\n\n“I am not!”\n", ["Tom Reed", "Mr. Harle"]),
        ("“Are you ready?” said Tom to Mr. Harle.\n\n“I am not!”\n", ["Tom Reed", "Mr. Harle"]),
        # exclamations are no names
        ("“Oh! Dear Ann, who told you?” said Tom.\n\n“You!”\n", ["Tom Reed", "Ann Lee"]),
        # a title in the middle begins another name
        (
            "They met on the road to Brigg Mrs. Harle, who laughed. “Who is it?” said Mrs. Harle.\n",
            ["Mrs. Harle"],
        ),
        # the doctor is the one doctor there is
        ("Dr. Ames came in. “Who is ill?” said the doctor.\n", ["Dr. Ames"]),
        # a relative belongs to whom the words speak to
        (
            "Mrs. Harle was at home.\n\n“My dear Mr. Harle, who was it?” said his wife.\n",
            ["Mrs. Harle"],
        ),
        # who is quoted by a speaker is not meant by the narration's "she"
        (
            "“Mrs. Pell said that it was shut. Did you know?” said Ann.\n\n"
            "“No!” said Tom.\n\n“Nor I!” she said.\n",
            ["Ann Lee", "Tom Reed", "Ann Lee"],
        ),
        # who begins the last sentence is meant, rather than a place or an onlooker
        (
            "They came to the Swan. Mrs. Harle met Tom at the Swan with Mr. Pell. "
            "Tom put down his hat.\n\n“Is it shut?” he said.\n",
            ["Tom Reed"],
        ),
        # an answer that is only told of is a turn
        (
            "Tom asked Ann whether she was ready.\n\n“At once!”\n\n“Good!” said Tom.\n",
            ["Ann Lee", "Tom Reed"],
        ),
        # a paragraph may lead to the next with a comma
        ("Mrs. Harle, who had heard it all, said,\n\n“It is shut!”\n", ["Mrs. Harle"]),
        # a relative may be whom the pronoun means
        ("My aunt came in. “Is it shut?” she said.\n", ["My aunt"]),
        # what somebody does beside the words tells who says them
        (
            "Mrs. Harle was late. The gate was shut, and nobody saw her.\n\n"
            "“Oh! my dear Tom,” as she came in, “who shut it?”\n",
            ["Mrs. Harle", "Mrs. Harle"],
        ),
        # an adjective with a capital is nobody
        ("Tom saw a Dunnish sailor on the quay. “Is it shut?” he said.\n", ["Tom Reed"]),
        # what somebody does while speaking is no part of the name
        ("“Is it shut?” said Tom rising.\n", ["Tom Reed"]),
    ],
)
def test_who_speaks(more: str, expected: list[str]) -> None:
    assert verbatim_voices(OPENING + more)[4:] == expected


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("“Yes, Ann.”", ["Ann"]),
        ("“Ann! Come here.”", ["Ann"]),
        ("“My dear Mr. Harle, no.”", ["Harle"]),
        ("“Where is Ann?”", []),
        ("“Ann.”", []),
        ("“Ann, Tom and Bob came.”", []),
        ("“It was Ann, who came late.”", []),
        ("“Ann’s boat, Tom.”", ["Tom"]),
        ("“Good night, Tom,”", ["Tom"]),
    ],
)
def test_whom_words_call(words: str, names: list[str]) -> None:
    told = "Here were Ann and Tom and Bob. "
    whole = Span(len(told), len(told) + len(words))
    known = Names(told + words, [Span(0, whole.end)], [whole])
    assert [named.name for named in called(known, [whole])] == names


def test_the_narrator_is_a_person_apart_from_the_author() -> None:
    reading = read(OPENING + "“Shall we go?” I said.\n")
    voice = reading.voice_of(reading.quotations[-1])
    assert voice is not None
    assert (voice.number > 0, voice.kind) == (True, VoiceKind.PERSON)


@pytest.mark.parametrize(("paragraph", "last"), [(2, 9), (3, 7)])
def test_a_reported_answer_is_a_turn_right_after_somebody_spoke(paragraph: int, last: int) -> None:
    talk = Conversation()
    talk.spoke(1, 7)
    talk.reported(paragraph, 9)
    assert talk.last(4) == last


@pytest.mark.parametrize(("dated", "reports"), [(0, False), (1, False), (2, True)])
def test_a_report_gives_dates(dated: int, reports: bool) -> None:
    assert Manner(prose=20, dated=dated).reports is reports
