"""Nested words: who speaks in marks inside marks, and in whose chain."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import content, read


def chains(text: str) -> list[tuple[str, list[str]]]:
    reading = read(text)
    return [
        (content(reading, quotation), [reading.voices[number].name for number in quotation.chain])
        for quotation in reading.quotations
        if quotation.mode.value != "indirect"
    ][1:]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "“The boys’ father said, ‘The dogs’ dinner is cold,’ and left,” said Ann Lee.",
            ("‘The dogs’ dinner is cold,’", ["the author", "Ann Lee", "The boys’ father"]),
        ),
        (
            "Tom Fay ran the shop. “He told me, ‘Go home,’ and that was all,” said Ann Lee.",
            ("‘Go home,’", ["the author", "Ann Lee", "Tom Fay"]),
        ),
        (
            "“My mother said ‘it’s the boys’ own fault’ and left,” said Ann Lee.",
            ("‘it’s the boys’ own fault’", ["the author", "Ann Lee", "My mother"]),
        ),
    ],
)
def test_a_voice_inside_a_voice(text: str, inner: tuple[str, list[str]]) -> None:
    assert chains(text) == [inner]


def test_she_in_her_own_words_is_another_and_unknown() -> None:
    text = "“She said ‘the boys’ mother told me to wait’ and left,” said Ann Lee."
    assert chains(text) == [("‘the boys’ mother told me to wait’", [])]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "“Bob Ray told me that the gate was shut,” said Ann Lee.",
            ["the author", "Ann Lee", "Bob Ray"],
        ),
        (
            "“My mother told us the gate was shut,” said Ann Lee.",
            ["the author", "Ann Lee", "My mother"],
        ),
        (
            "“According to Bob Ray, the gate was shut,” Ann Lee said.",
            ["the author", "Ann Lee", "Bob Ray"],
        ),
    ],
)
def test_hearsay_in_direct_words_has_its_chain(text: str, inner: list[str]) -> None:
    reading = read(text)
    [_, heard] = reading.quotations
    assert content(reading, heard) == "the gate was shut"
    assert [reading.voices[number].name for number in heard.chain] == inner


@pytest.mark.parametrize(
    "text",
    [
        "“He told me that the gate was shut,” said Ann Lee.",
        "Tom Fay ran the shop. “He told me that the gate was shut,” said Ann Lee.",
        "“According to the best of my memory, the gate was shut,” said Ann Lee.",
        "“Ask your doctor. Mine told me that the gate was shut,” said Ann Lee.",
        "“You told me that the gate was shut,” said Ann Lee.",
        "“I told them that the gate was shut,” said Ann Lee.",
        "“Nobody told me that the gate was shut,” said Ann Lee.",
        "“Bob Ray believes that the gate was shut,” said Ann Lee.",
    ],
)
def test_what_nobody_known_told_stays_with_its_teller(text: str) -> None:
    reading = read(text)
    [quotation] = reading.quotations
    assert quotation.voice is not None
    assert reading.voices[quotation.voice].name == "Ann Lee"
