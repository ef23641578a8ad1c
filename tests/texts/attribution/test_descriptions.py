"""Descriptions: whom "the council", "the report", "the source" mean, and who else they might."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, voice_name, voices
from texts.reading import VoiceKind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The National Ferry Council (NFC) met. “It is late,” the council said.", "National Ferry Council"),
        ("The Folk’s Front of Brigg (FFB/XYZ) met. “It is late,” the XYZ wrote.", "Folk’s Front of Brigg"),
        ("The Harbour Trust met. “It is late,” the trust said.", "Harbour Trust"),
        ("The Harbour Trust met. “It is late,” the police said.", "the police"),
        ("The Harbour Trust came. The Coast Agency came. “No,” the organization said.", "Coast Agency"),
        ("The Harbour Trust spoke. Quayside Lines said that it was. “No,” the company said.", "Quayside Lines"),
        ("Ann Lee, 43, came in May. “It is cold,” the 43-year-old said.", "Ann Lee"),
        ("Four river engineers came. “The gate was open,” the engineers said.", "Four river engineers"),
        (
            "A source close to the board said that it was. “It is over,” the source said.",
            "A source close to the board",
        ),
        (
            "A report published by the Harbour Trust came in May. “No,” the report says.",
            "Harbour Trust",
        ),
        ("The company’s statement called the quay “safe as houses.”", "The company’s statement"),
        ("“It is late,” said a clerk at Mr. Ray’s old firm.", "a clerk at Mr. Ray’s old firm"),
        ("Analysts say that the quay is shut.", "Analysts"),
        ("Jan van Aalst came. “It is late,” van Aalst said.", "Jan van Aalst"),
        ("J. R. Harle came. “It is late,” Harle said.", "J. R. Harle"),
        ("Ann Lee Jr. came. “It is late,” Ann Lee Jr. said.", "Ann Lee Jr."),
    ],
)  # fmt: skip
def test_a_description_means(text: str, name: str) -> None:
    reading = read(text)
    assert voice_name(reading, reading.quotations[-1]) == name


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        ("Officials said that the quay was shut.", ["explicit"]),
        (
            "The mayor said that the quay was shut. “It is late,” the mayor said.",
            ["explicit", "inferred"],
        ),
        ("Senator Ann Lee came. “It is late,” the senator said.", ["inferred"]),
    ],
)
def test_only_what_is_looked_up_is_inferred(text: str, certainties: list[str]) -> None:
    assert [quotation.certainty.value for quotation in read(text).quotations] == certainties


def test_a_statement_of_somebody_described_is_a_document() -> None:
    reading = read("The company’s statement called the quay “safe as houses.”")
    voice = reading.voice_of(reading.quotations[0])
    assert voice is not None
    assert voice.kind is VoiceKind.DOCUMENT


def test_the_second_organization_is_kept() -> None:
    reading = read("The Harbour Trust came. The Coast Agency came. “No,” the organization said.")
    second = reading.quotations[-1].evidence.runner_up
    assert second is not None
    assert reading.voices[second].name == "Harbour Trust"


def test_two_senators_compete() -> None:
    text = "Senator Ann Lee met Senator Eve Moss. “It is late,” the senator said."
    assert voices(text) == ["Eve Moss"]
