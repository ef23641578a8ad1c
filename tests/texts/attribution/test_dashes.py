"""Dialogue with dashes instead of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.texts.attribution.readings import content, read, verbatim_voices
from texts.attribution import dashes
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


class Counted:
    """A pattern that counts for how many characters it is asked."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.characters = 0

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        self.characters += end - start
        return self._pattern.finditer(text, start, end)


def test_a_long_turn_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "—No" + ", she said, not yet" * 200
    counted = Counted(dashes._INSERTED)
    monkeypatch.setattr(dashes, "_INSERTED", counted)
    found = find_dashed(text, Span(0, len(text)))
    assert found is not None
    assert len(found) == 201
    assert counted.characters <= len(text)


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


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("—No puedo —dijo Juan—. Es tarde.", ["—No puedo", "Es tarde."]),
        ("—¿Vienes? —preguntó Ana.", ["—¿Vienes?"]),
        ("—I cannot —said Tom—, not yet.", ["—I cannot", "not yet."]),
        ("« Is it far? she asked.", ["« Is it far?"]),
        ("— Too far! »", ["— Too far! »"]),
    ],
)
def test_what_is_told_between_dashes_of_its_own(text: str, spoken: list[str]) -> None:
    found = find_dashed(text, Span(0, len(text)))
    assert found is not None
    assert [text[part.start : part.end] for part in found] == spoken


def test_marks_around_a_whole_paragraph_are_no_dialogue_with_dashes() -> None:
    text = "« Is it far? » she asked."
    assert find_dashed(text, Span(0, len(text))) is None


def test_a_turn_between_dashes_is_one_quotation_of_one_voice() -> None:
    text = (
        "—¿Vienes? —preguntó Ana.\n\n—No puedo —dijo Juan Pérez—. Tengo que trabajar.\n\n"
        "—¡Qué lástima! —exclamó Ana.\n\n—Otro día —dijo Juan.\n"
    )
    reading = read(text)
    assert [content(reading, q) for q in reading.quotations] == [
        "—¿Vienes?",
        "—No puedo | Tengo que trabajar.",
        "—¡Qué lástima!",
        "—Otro día",
    ]
    assert verbatim_voices(text) == ["Ana", "Juan Pérez", "Ana", "Juan Pérez"]


def test_a_conversation_in_french_marks_goes_on_with_dashes() -> None:
    text = "« Is it far? asked Ann Lee.\n\n— It is, said Tom Reed.\n\n— Too far for me! »\n"
    assert verbatim_voices(text)[:2] == ["Ann Lee", "Tom Reed"]
