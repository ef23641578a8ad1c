"""Hearsay: what somebody says that somebody else said belongs to the one who is quoted."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import content, read


def credited(text: str) -> list[tuple[str, list[str]]]:
    """Every quotation, with the names of its chain from the first voice inwards."""
    reading = read(text)
    return [
        (content(reading, q), [reading.voices[number].name for number in q.chain[1:]])
        for q in reading.quotations
    ]


@pytest.mark.parametrize(
    ("text", "innermost"),
    [
        (
            "Amnesty said witnesses told its staff that the gate was shut.",
            ("the gate was shut", ["Amnesty", "witnesses"]),
        ),
        (
            "The Harbour News reported that Ann Lee had said the gate was shut.",
            ("the gate was shut", ["Harbour News", "Ann Lee"]),
        ),
        (
            "Police say Ann Lee told a friend that the gate was shut.",
            ("the gate was shut", ["Police", "Ann Lee"]),
        ),
        (
            "“Article 4 says: ‘No gate is shut at night,’” the report reads.",
            ("‘No gate is shut at night,’", ["the report", "Article 4"]),
        ),
        ("“He told us, ‘The gate is shut,’” Ann Lee said of Bob Ray.", ("‘The gate is shut,’", [])),
    ],
)
def test_the_innermost_voice_is_who_is_quoted(text: str, innermost: tuple[str, list[str]]) -> None:
    assert innermost in credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee heard Bob Ray say “the gate is shut.”",
        "Asked by Ann Lee about it, Bob Ray said “the gate is shut.”",
        "In a letter to Ann Lee, Bob Ray wrote “the gate is shut.”",
    ],
)
def test_who_passes_words_on_does_not_say_them(text: str) -> None:
    marked = [chain for words, chain in credited(text) if "“" in words]
    assert [chain[-1] for chain in marked] == ["Bob Ray"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, citing Bob Ray, said the gate was shut.",
        "Ann Lee, quoting a report, said the gate was shut.",
        "Ann Lee, who had spoken to Bob Ray, said the gate was shut.",
        "Ann Lee, like Bob Ray before her, said the gate was shut.",
        "Along with Bob Ray, Ann Lee said the gate was shut.",
    ],
)
def test_of_two_in_a_sentence_the_subject_speaks(text: str) -> None:
    assert credited(text) == [("the gate was shut", ["Ann Lee"])]
