"""Turns: transcripts by label, block quotes, and conversations in stories."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import (
    content,
    credited,
    read,
    verbatim_voices,
    voice_name,
    words,
)
from texts.attribution import attribute
from texts.loading import read_text

INTERVIEW = """\
Ann Lee met Bob Ray at the weir.
LEE: How old is it?
RAY: Older than the town. My father said it was Roman.
It is not, of course.
LEE: And the gate?
RAY: The gate is mine.
"""


def test_a_label_is_the_source_of_its_turn() -> None:
    reading = read(INTERVIEW)
    blocks = [q for q in reading.quotations if q.mode.value == "block"]
    assert [(words(reading, q.source), voice_name(reading, q)) for q in blocks] == [
        ("LEE", "Ann Lee"),
        ("RAY", "Bob Ray"),
        ("LEE", "Ann Lee"),
        ("RAY", "Bob Ray"),
    ]
    assert all(q.cue is None for q in blocks)
    assert content(reading, blocks[1]) == (
        "Older than the town. My father said it was Roman. | It is not, of course."
    )


def test_speech_inside_a_turn_has_a_chain() -> None:
    reading = read(INTERVIEW)
    [inner] = [q for q in reading.quotations if q.mode.value == "indirect"]
    assert [reading.voices[number].name for number in inner.chain] == [
        "the author",
        "Bob Ray",
        "My father",
    ]


def test_questions_and_answers() -> None:
    text = "Q. Were you there?\nA. I was.\nQ. All day?\nA. Until six.\n"
    reading = read(text)
    assert [q.mode.value for q in reading.quotations] == ["block"] * 4
    assert [words(reading, q.source) for q in reading.quotations] == ["Q", "A", "Q", "A"]


def test_a_single_label_makes_no_transcript() -> None:
    assert not read("Note: the road is shut.\n\nThe hills are white.\n").quotations


def test_a_block_quote_belongs_to_whoever_leads_to_it() -> None:
    text = (
        "The Harbour Trust wrote:\n\n> The quay is not safe.\n>\n> It never was.\n\nNobody came.\n"
    )
    reading = attribute(read_text("text.md", text.encode()))
    [block] = [q for q in reading.quotations if q.mode.value == "block"]
    assert voice_name(reading, block) == "Harbour Trust"
    assert words(reading, block.source) == "The Harbour Trust"
    assert words(reading, block.cue) == "wrote"
    assert len(block.spans) == 2


@pytest.mark.parametrize(
    "label",
    ["{}:", "**{}:**", "**{}**:", "_{}:_", "[00:01:02] {}:", "00:14 {}:", "(1:02:03) {}:"],
)
def test_labels_in_emphasis_and_after_the_time(label: str) -> None:
    turns = [("Ann Lee", "How old is it?"), ("Bob Ray", "Older than the town."),
             ("Ann Lee", "And the gate?"), ("Bob Ray", "The gate is mine.")]  # fmt: skip
    text = "\n\n".join(f"{label.format(name)} {words}" for name, words in turns)
    assert credited(text, "block") == turns


def test_numbered_lines_of_questions_and_answers() -> None:
    text = " 1  Q. Were you there?\n 2  A. I was.\n 3  Q. All day?\n 4  A. Until six.\n"
    assert [words for _, words in credited(text, "block")] == [
        "Were you there?", "I was.", "All day?", "Until six."
    ]  # fmt: skip


def test_a_block_quote_set_apart_by_indents() -> None:
    text = "The Harbour Trust wrote:\n\n    The quay is not safe.\n\n    It never was.\n\nNobody came.\n"
    assert credited(text, "block") == [("Harbour Trust", "The quay is not safe. | It never was.")]


def test_a_mail_inside_a_mail_belongs_to_whoever_wrote_it() -> None:
    text = (
        "On Mon, 3 May 2021 at 10:02, Ann Lee <ann@quay.example> wrote:\n> It is late.\n"
        "> On Sunday, Tom Fay wrote:\n>> The quay is shut.\n> It is not.\n\nI see.\n"
    )
    assert credited(text, "block") == [
        ("Ann Lee", "It is late. | On Sunday, Tom Fay wrote: | It is not."),
        ("Tom Fay", "The quay is shut."),
    ]


def test_what_is_quoted_deeper_without_a_name_is_unresolved() -> None:
    text = "Ann Lee wrote:\n> It is late.\n>> Is it?\n> It is.\n"
    assert credited(text, "block") == [("Ann Lee", "It is late. | It is."), (None, "Is it?")]


STORY = """\
“Is it far?” asked Tom Reed.

“Too far to walk!” said Ann.

“Then we shall take the boat.”

“The boat has a hole in it!”

“Who made the hole?” Tom asked.

Ann looked at the water. “I did.”
"""


def test_in_a_story_turns_are_taken() -> None:
    assert verbatim_voices(STORY) == ["Tom Reed", "Ann", "Tom Reed", "Ann", "Tom Reed", "Ann"]


def test_a_turn_says_its_rule_and_is_only_inferred() -> None:
    turn = read(STORY).quotations[2]
    assert turn.evidence.rule == "turn-taking"
    assert turn.certainty.value == "inferred"


def test_in_a_report_a_speaker_goes_on() -> None:
    text = (
        "On Monday, Ann Lee spoke to the council.\n\n"
        "“The road was shut for two days,” Lee said.\n\n"
        "“Nobody told us when it would open again, and nobody came.”\n"
    )
    assert verbatim_voices(text) == ["Ann Lee", "Ann Lee"]
