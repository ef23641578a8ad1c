"""Missing speakers: words that nobody in the text can be credited with stay without a voice."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, voice_name, voices
from texts.reading import Certainty


def credited_to_nobody(text: str) -> None:
    """Whatever is found has no voice; and words in marks are found."""
    found = voices(text)
    assert set(found) <= {None}
    assert found or "“" not in text


@pytest.mark.parametrize(
    "text",
    [
        "It is said that the road was shut.",
        "It was reported that the road was shut.",
        "Ann Lee was told that the road was shut.",
        "“The road is shut,” Ann Lee was told.",
        "There were claims that the road was shut.",
        "They say that the road was shut.",
        "Ann Lee did not know who had written “the road is shut for good.”",
        "“The road is shut for good.” Nobody was there.",
        "Nobody said “the road is shut for good.”",
    ],
)
def test_words_without_a_speaker_have_no_voice(text: str) -> None:
    credited_to_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was reported that the road was shut.",
        "“The road is shut,” Ann Lee was told.",
        "“The road is shut for good.” Nobody was there.",
    ],
)
def test_what_has_no_voice_is_shown_as_unresolved(text: str) -> None:
    [quotation] = read(text).quotations
    assert quotation.certainty is Certainty.UNRESOLVED
    assert quotation.chain == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee declined to comment.",
        "Ann Lee would not comment on the road.",
        "Ann Lee refused to say whether the road was shut.",
        "Ann Lee would not say whether the road was shut.",
        "Ann Lee did not answer.",
        "Ann Lee could not be reached for comment.",
        "Ann Lee did not say that the road was shut.",
        "Ann Lee never said the road was shut.",
        "Neither Ann Lee nor Bob Ray said the road was shut.",
        "Ann Lee has yet to say whether the road is shut.",
        "Ann Lee did not dispute the figures.",
        "Ann Lee avoided saying that the road was shut.",
        "Ann Lee denied having said “the road is shut.”",
        "Ann Lee denied saying “the road is shut.”",
        "Ann Lee stopped short of saying that the road was shut.",
        "Ann Lee failed to say that the road was shut.",
        "Instead of saying that the road was shut, Ann Lee opened it.",
    ],
)
def test_what_was_not_said_is_credited_to_nobody(text: str) -> None:
    credited_to_nobody(text)


@pytest.mark.parametrize(
    "text",
    [
        "If Ann Lee says the road is shut, we shall walk.",
        "Had Ann Lee said the road was shut, we should have walked.",
        "Ann Lee could have said that the road was shut.",
        "Ann Lee might say that the road is shut.",
        "Ann Lee should have told us that the road was shut.",
        "Unless Ann Lee says the road is shut, we shall drive.",
        "Did Ann Lee say that the road was shut?",
        "Ann Lee wished she had said that the road was shut.",
        "Bob Ray wants Ann Lee to say that the road was shut.",
        "Nor did Ann Lee say that the road was shut.",
        "Some may say that the road is shut.",
    ],
)
def test_what_is_only_supposed_is_credited_to_nobody(text: str) -> None:
    credited_to_nobody(text)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Ann Lee did not only say that the road was shut.", "Ann Lee"),
        ("Ann Lee denied that the road was shut.", "Ann Lee"),
        ("Ann Lee would say later that the road was shut.", "Ann Lee"),
        ("Ann Lee said Bob Ray would urge", "Ann Lee"),
        ("Ann Lee could not say enough. “The road is shut,” she said.", "Ann Lee"),
        ("Nobody but Ann Lee said that the road was shut.", "Ann Lee"),
        ("Why did Ann Lee say that the road was shut?", "Ann Lee"),
        ("No fewer than nine farmers said that the road was shut.", "nine farmers"),
        ("Not only did Ann Lee say that the road was shut.", "Ann Lee"),
    ],
)
def test_a_negation_elsewhere_silences_nobody(text: str, voice: str) -> None:
    assert voice in voices(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The road is shut for good.”\n\nAnn Lee came.\n",
        "Ann Lee came. The road was “shut for good” on the map, and the map was old.",
        "Ann Lee received a message: “The road is shut for good.”",
        "Ann Lee opened the letter. “The road is shut for good,” it read.",
    ],
)
def test_who_is_only_near_the_words_does_not_say_them(text: str) -> None:
    reading = read(text)
    assert "Ann Lee" not in [voice_name(reading, q) for q in reading.quotations]
