"""Epithets: whom "the Norwegian", "the witness", "the Rovers manager" mean, and how surely."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, voice_name, voices
from texts.reading import Certainty


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("Ole Berg would not discuss the foul.", "the Norwegian", "Ole Berg"),
        ("Senator Ann Lee came.", "the Republican", "Ann Lee"),
        ("Tom Reed was two goals down by noon.", "the Harbour City manager", "Tom Reed"),
        ("Earl Moss has fished here for fifty years.", "the fisherman", "Earl Moss"),
        ("Tom Reed swam ten miles.", "the teenager", "Tom Reed"),
        ("Ann Lee took the stand on Monday.", "the witness", "Ann Lee"),
        ("Tom Reed pleaded guilty.", "the defendant", "Tom Reed"),
        ("Ann Lee is a night nurse at Brigg. Bob Ray came.", "the nurse", "Ann Lee"),
        ("The singer Ann Lee met Bob Ray, a novelist.", "the novelist", "Bob Ray"),
        ("Ann Lee, the mayor, met Tom Reed.", "the fisherman", "Tom Reed"),
        ("George Reed was president once. He came back.", "the former president", "George Reed"),
        ("Tom Reed, the Rovers manager, came. Ann Lee plays there.", "her manager", "Tom Reed"),
        ("A middle-aged cashier met Bob Ray. A driver stopped.", "the driver", "A driver"),
    ],
)
def test_an_epithet_means(before: str, source: str, name: str) -> None:
    reading = read(f"{before} “It is late,” said {source}.")
    assert voice_name(reading, reading.quotations[-1]) == name
    assert reading.quotations[-1].certainty is Certainty.INFERRED


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Tom Reed came.", "the other fisherman"),
        ("Tom Reed came.", "the judge"),
        ("Ann Lee, the mayor, came.", "the fisherman"),
        ("Ann Lee met Tom Reed. A middle-aged cashier stopped.", "the woman"),
        ("Ann Lee and Tom Reed met. Rain fell.\n\nIt fell for days.\n\nIt was cold.", "the waiter"),
    ],
)
def test_nobody_named_is_meant_but_may_be(before: str, source: str) -> None:
    reading = read(f"{before} “It is late,” said {source}.")
    quotation = reading.quotations[-1]
    assert (voice_name(reading, quotation), quotation.certainty) == (source, Certainty.INFERRED)


def test_a_description_is_explicit_where_nobody_is_named() -> None:
    reading = read("The quay was shut. “It is late,” said the fisherman.")
    assert reading.quotations[-1].certainty is Certainty.EXPLICIT


def test_who_was_called_so_once_is_called_so_again() -> None:
    text = (
        "Tom Reed lost. “We ran,” said the Rovers manager.\n\nAnn Lee ran on. She fell."
        "\n\n“I am sorry,” she said. “It is late,” said her manager."
    )
    assert voices(text) == ["Tom Reed", "Ann Lee", "Tom Reed"]


def test_a_newspaper_is_nobody_of_a_people() -> None:
    assert voices("Tom Reed came. “It is late,” the Guardian said.") == ["Guardian"]
