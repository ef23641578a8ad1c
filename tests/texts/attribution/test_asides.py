"""Speech reported by the way, and content that runs around its cue, one case each."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import relations, signed, unsigned

ASIDES = [
    ("indirect", "As {the porter} <noted>, [the museum closes at six]."),
    ("indirect", "[The museum closes at six], as {the porter} <noted> on Monday."),
    ("indirect", "As <reported> by {the Carrow Gazette}, [the museum closes at six]."),
    ("indirect", "She was <asked> [why the roof had gone]."),
    ("indirect", "<Asked> by {a visitor} about [the new hours], the porter laughed."),
]
GAPS = [
    ("indirect", "The museum faces a strike [that] {porters} <said> [would begin in May]."),
    ("indirect", "Ann Lee, [who] {the porter} <said> [had left at noon], was in the tower."),
    ("mixed", "The roof, [which] {Ann Lee} <called> [“a sieve,”] was new."),
    ("direct", "It led to what {Ann Lee} <called> [“a sieve.”]"),
]


@pytest.mark.parametrize(("mode", "text"), [*ASIDES, *GAPS])
def test_one_relation(mode: str, text: str) -> None:
    assert signed(unsigned(text)) == [(mode, text)]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Asked about the new hours, Ann Lee said the museum was full.", ["Ann Lee"]),
        ("Asked by a visitor whether it was open, Ann Lee said “no.”", ["a visitor", "Ann Lee"]),
    ],
)
def test_who_is_asked_is_not_who_asks(text: str, sources: list[str | None]) -> None:
    assert [found[2] for found in relations(text)] == sources


@pytest.mark.parametrize(
    "text",
    [
        "Pressed to say what she meant, Ann Lee left.",
        "As the porter left, the museum closed.",
        "The strike that porters feared began in May.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert relations(text) == []
