"""Pronouns: whom he, she, it and they mean in reports."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, voice_name, voices


@pytest.mark.parametrize(
    ("why", "text", "name"),
    [
        (
            "offices with a place before them are no part of a name",
            "Northmere Harbour Commissioner Ann Lee met Mr. Bob Ray.\n\n“It is late,” she said.\n",
            "Ann Lee",
        ),
        (
            "nobody is told something by themselves",
            "Mr. Bob Ray met Mr. Carl Dow in May. He told Ray that the road was shut.\n",
            "Carl Dow",
        ),
        (
            "who is named next takes the floor",
            "“The road was shut,” said Ms. Ann Lee.\n\n"
            "Ms. Eve Moss, who drives the bus, came home late.\n\n“Nobody told us,” she said.\n",
            "Eve Moss",
        ),
        (
            "a party is nobody",
            "Mr. Bob Ray spoke to Greens and to a Green in the hall.\n\n“We lost,” he said.\n",
            "Bob Ray",
        ),
        (
            "the first name speaks against a single pronoun beside the name",
            "John Harle, who had seen her at the mill, left.\n\n“It was shut,” he said.\n",
            "John Harle",
        ),
        (
            "first names come from many countries",
            "Narges Karimi met Reza Alavi.\n\n“It was shut,” she said.\n",
            "Narges Karimi",
        ),
        (
            "professor of law",
            "“It was shut,” said professor of law Ann Lee. “I knew it,” she added.\n",
            "Ann Lee",
        ),
        (
            "they are the many told of last",
            "Researchers looked at the mill in May. It was, they say, shut for years.\n",
            "Researchers",
        ),
        (
            "they may be known by a name",
            "Mr. Bob Ray lost. Greens and a Green met in May. They said that he had failed.\n",
            "Greens",
        ),
        (
            "it is the document told of last",
            "The Harbour Trust’s report came out in May. “The quay is shut,” the report said.\n\n"
            "Mr. Bob Ray got an e-mail on Monday. “Do not come,” it said.\n",
            "an e-mail",
        ),
    ],
)
def test_a_pronoun_in_a_report(why: str, text: str, name: str) -> None:
    reading = read(text)
    assert voice_name(reading, reading.quotations[-1]) == name, why


def test_in_her_own_words_she_is_somebody_else() -> None:
    text = "Ms. Eve Moss came. “She told me, ‘The road is shut,’ and left,” Ms. Ann Lee said.\n"
    assert sorted(map(str, voices(text))) == ["Ann Lee", "Eve Moss"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Actress Ann Lee and Eve Moss met. “It was shut,” the actress said.", "Ann Lee"),
        ("Ann Lee, a teacher from Brigg, met Eve Moss. “No,” the teacher said.", "Ann Lee"),
        ("Sen. Ann Lee met Gov. Eve Moss. “It was shut,” the governor said.", "Eve Moss"),
        ("Former senator Ann Lee met Sen. Eve Moss. “No,” the former senator said.", "Ann Lee"),
        ("Former senator Ann Lee met Sen. Eve Moss. “No,” the senator said.", "Eve Moss"),
        ("Mrs Justice Lee met Eve Moss. “It was shut,” the judge said.", "Mrs Justice Lee"),
    ],
)
def test_an_office_means_whom_the_text_says_to_hold_it(text: str, name: str) -> None:
    assert voices(text) == [name]


def test_a_report_goes_on_with_the_surname_of_whom_it_named_once() -> None:
    later = "“It is late,” Mr. Ray said.\n\n"
    text = f"Bob Ray came. So did Eve Ray.\n\n{later * 6}"
    assert set(voices(text)) == {"Bob Ray"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Eve Moss sang. Quill Oort visited her in May. “No,” she said.",
            "Eve Moss",
        ),
        (
            "According to the poet Quill Oort, an old friend, she sang. Bob Ray sat. Oort rose. “No,” he said.",
            "Quill Oort",
        ),
        (
            "Ida Bell painted doors for years, and said that it was fun.\n\n"
            "Her mother, a nurse, told her that paint was flour.\n\n"
            "Her first door was red. “It was the only tin we had,” she said.",
            "Ida Bell",
        ),
    ],
)
def test_he_and_she_in_the_story_of_somebody(text: str, name: str) -> None:
    reading = read(text)
    assert voice_name(reading, reading.quotations[-1]) == name
