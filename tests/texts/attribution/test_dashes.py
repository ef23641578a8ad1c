"""Dialogue with dashes instead of quotation marks."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import content, read, verbatim_voices
from texts.attribution.dashes import find_dashed
from texts.document import Span


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("—Is it far?", ["—Is it far?"]),
        ("— Is it far? she said.", ["— Is it far?"]),
        ("--Is it far? asked Ann Lee.", ["--Is it far?"]),
        ("—Not yet, she said, not until May.", ["—Not yet,", "not until May."]),
        ("—Not yet! Ann Lee cried loudly. It is cold.", ["—Not yet!", "It is cold."]),
        ("—Not yet! he said. He went out.", ["—Not yet!"]),
        ("—The gate said nothing to me.", ["—The gate said nothing to me."]),
    ],
)
def test_what_is_said_after_a_dash(text: str, spoken: list[str]) -> None:
    found = find_dashed(text, Span(0, len(text)))
    assert found is not None
    assert [text[part.start : part.end] for part in found] == spoken


@pytest.mark.parametrize("text", ["Ann — the miller — left.", "-Is it far?", "—", ""])
def test_a_paragraph_without_a_turn(text: str) -> None:
    assert find_dashed(text, Span(0, len(text))) is None


TALK = (
    "Tom Reed asked:\n\n—Is it far?\n\n—Too far to walk! said Ann Lee.\n\n"
    "—Then we take the boat, Tom said, or stay.\n\n—We stay!\n"
)


def test_a_dialogue_with_dashes_has_speakers() -> None:
    assert verbatim_voices(TALK) == ["Tom Reed", "Ann Lee", "Tom Reed", "Ann Lee"]


def test_an_interrupted_turn_is_one_quotation() -> None:
    reading = read(TALK)
    assert content(reading, reading.quotations[2]) == "—Then we take the boat, | or stay."


def test_a_list_is_no_dialogue() -> None:
    assert not read("Bring:\n\n— a coat\n\n— a lamp\n\n— a rope\n\n— bread\n").quotations


def test_marks_are_stronger_than_dashes() -> None:
    text = "“No,” said Ann.\n\n“Yes,” said Tom.\n\n— Really?\n\n“So,” said Ann.\n"
    assert len(read(text).quotations) == 3
