"""Certainty: how an attribution is known, how far away the reason is, and when nobody is known."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, words
from texts.attribution import RULES
from texts.reading import Certainty


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        ("“No,” Ann Lee said.", ["explicit"]),
        ("Ann Lee came.\n\n“No,” Lee said.", ["explicit"]),
        ("“No,” said a clerk in the shop.", ["explicit"]),
        ("Ms. Ann Lee came. “No,” she said.", ["inferred"]),
        ("“It is all over now, as you can see.”", ["unresolved"]),
        ("It was said that the road was shut.", ["unresolved"]),
        ("Ann Lee said the road was shut. “It was the snow that did it.”", ["explicit", "carried"]),
    ],
)
def test_certainty(text: str, certainties: list[str]) -> None:
    assert [q.certainty.value for q in read(text).quotations] == certainties


def test_a_carried_voice_says_from_how_far() -> None:
    reading = read("Ann Lee said the road was shut. “It was the snow that did it.”")
    carried = reading.quotations[-1]
    assert carried.source is None
    assert carried.cue is None
    assert carried.evidence.distance == 1
    assert words(reading, carried.evidence.basis) == "Ann Lee"


def test_nothing_is_carried_over_a_heading() -> None:
    text = (
        "# One\n\nAnn Lee said the road was shut.\n\n# Two\n\n“It was the snow that did it all.”\n"
    )
    from texts.attribution import attribute
    from texts.loading import read_text

    reading = attribute(read_text("text.md", text.encode()))
    assert [q.certainty.value for q in reading.quotations] == ["explicit", "unresolved"]


def test_what_is_carried_over_the_authors_own_words_is_only_inferred() -> None:
    text = (
        "Ann Lee said the road was shut.\n\n"
        "Snow had fallen for two days on the hills.\n\n"
        "“It was the snow that did it all, and nobody came.”\n"
    )
    last = read(text).quotations[-1]
    assert last.certainty.value == "inferred"
    assert last.evidence.distance > 1


@pytest.mark.parametrize(
    "before",
    ["Ann Lee came up the road with a lamp.", "The lawyer said the road was shut."],
)
def test_over_the_authors_own_words_nobody_is_carried_but_who_spoke_by_name(before: str) -> None:
    text = (
        f"{before}\n\n"
        "Snow had fallen for two days on the hills.\n\n"
        "“It was the snow that did it all, and nobody came.”\n"
    )
    assert read(text).quotations[-1].certainty.value == "unresolved"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Ann Lee came up the road. “It was the snow that did it.”", "inferred"),
        ("Ms. Ann Lee came. She said it was shut. “It was the snow that did it.”", "inferred"),
        ("“No,” Ann Lee said. “It was the snow that did it.”", "explicit"),
    ],
)
def test_only_a_name_that_spoke_is_carried(text: str, certainty: str) -> None:
    assert read(text).quotations[-1].certainty.value == certainty


STORY = (
    "“Who is it?” asked Ann Lee.\n\n“It is me!” said Bob Ray.\n\n“What do you want?” said Lee.\n\n"
    "“Only the lamp,” said Ray.\n\n{}\n"
)


@pytest.mark.parametrize(
    "last",
    [
        "“It is not here,” said the old man.",
        "“It is not here!” Ann Lee shook her head.",
        "“It is not here.”",
    ],
)
def test_in_a_story_neither_a_beat_nor_a_description_nor_a_turn_is_sure(last: str) -> None:
    reading = read(STORY.format(last))
    assert reading.quotations[-1].certainty.value == "inferred"
    assert reading.quotations[-2].certainty.value == "explicit"


def test_unresolved_has_no_voice_and_no_chain() -> None:
    [quotation] = read("“It is all over now, as you can see.”").quotations
    assert quotation.voice is None
    assert quotation.chain == ()


def test_every_rule_is_explained_in_a_sentence() -> None:
    for name, sentence in RULES.items():
        assert name == name.strip().lower()
        assert sentence[0].isupper()
        assert sentence.endswith((".", "…", "…”", ": …"))


@pytest.mark.parametrize(
    ("text", "certainty", "other"),
    [
        ("Ann Lee met Bob Lee. “It is late,” Lee said.", Certainty.INFERRED, "Bob Lee"),
        ("Ann Lee met Ann Ray. “It is late,” Ann said.", Certainty.INFERRED, "Ann Ray"),
        ("Ann Lee met Bob Lee. “It is late,” Mr Lee said.", Certainty.EXPLICIT, None),
        ("Bob Lee came. Robert Lee is old. “It is late,” Lee said.", Certainty.EXPLICIT, None),
        ("The Lee Trust met Bob Lee. “It is late,” Lee said.", Certainty.EXPLICIT, None),
        ("Ann Lee met Bob Lee. “It is late,” Bob Lee said.", Certainty.EXPLICIT, None),
    ],
)
def test_a_name_that_two_just_named_bear(
    text: str, certainty: Certainty, other: str | None
) -> None:
    reading = read(text)
    quotation = reading.quotations[-1]
    second = quotation.evidence.runner_up
    assert quotation.certainty is certainty
    assert (None if second is None else reading.voices[second].name) == other
