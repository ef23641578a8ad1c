"""Chains: a voice inside a voice, from the author inwards."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import content, read


def chains(text: str) -> list[tuple[str, list[str]]]:
    reading = read(text)
    return [
        (content(reading, q), [reading.voices[number].name for number in q.chain[1:]])
        for q in reading.quotations
    ]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "“Bob Ray told me, ‘The gate is open,’ and left,” Ann Lee said.",
            ("‘The gate is open,’", ["Ann Lee", "Bob Ray"]),
        ),
        (
            "Ann Lee said Bob Ray had warned that the gate was open.",
            ("the gate was open", ["Ann Lee", "Bob Ray"]),
        ),
        (
            "“I told him, ‘The gate is open,’” Ann Lee said.",
            ("‘The gate is open,’", ["Ann Lee"]),
        ),
    ],
)
def test_a_voice_inside_a_voice(text: str, inner: tuple[str, list[str]]) -> None:
    assert inner in chains(text)


def test_an_ordinary_chain_is_the_author_and_the_voice() -> None:
    [quotation] = read("“No,” Ann Lee said.").quotations
    assert quotation.chain == (0, quotation.voice)
