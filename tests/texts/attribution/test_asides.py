"""Speech reported by the way, and content that runs around its cue, one case each."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import relations

Case = tuple[str, str, str, str | None, str]

ASIDES: list[Case] = [
    (
        "As the porter noted, the museum closes at six.",
        "indirect",
        "the museum closes at six",
        "the porter",
        "noted",
    ),
    (
        "The museum closes at six, as the porter noted on Monday.",
        "indirect",
        "The museum closes at six",
        "the porter",
        "noted",
    ),
    (
        "As reported by the Carrow Gazette, the museum closes at six.",
        "indirect",
        "the museum closes at six",
        "the Carrow Gazette",
        "reported",
    ),
    ("She was asked why the roof had gone.", "indirect", "why the roof had gone", None, "asked"),
    (
        "Asked by a visitor about the new hours, the porter laughed.",
        "indirect",
        "the new hours",
        "a visitor",
        "Asked",
    ),
]
GAPS: list[Case] = [
    (
        "The museum faces a strike that porters said would begin in May.",
        "indirect",
        "that | would begin in May",
        "porters",
        "said",
    ),
    (
        "Ann Lee, who the porter said had left at noon, was in the tower.",
        "indirect",
        "who | had left at noon",
        "the porter",
        "said",
    ),
    (
        "The roof, which Ann Lee called “a sieve,” was new.",
        "mixed",
        "which | “a sieve,”",
        "Ann Lee",
        "called",
    ),
    ("It led to what Ann Lee called “a sieve.”", "direct", "“a sieve.”", "Ann Lee", "called"),
]


@pytest.mark.parametrize(("text", "mode", "content", "source", "cue"), [*ASIDES, *GAPS])
def test_one_relation(text: str, mode: str, content: str, source: str | None, cue: str) -> None:
    assert relations(text) == [(mode, content, source, cue)]


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
