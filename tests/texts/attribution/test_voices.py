"""Voices: whom a name, a pronoun or a description means, and what the voice is called."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, verbatim_voices, voices
from texts.reading import AUTHOR, Voice, VoiceKind


def voice_of(text: str, name: str) -> Voice:
    return next(voice for voice in read(text).voices if voice.name == name)


def test_the_author_is_always_voice_nought() -> None:
    assert read("Nothing is said.").voices == (AUTHOR,)


def test_the_fullest_name_without_honorific() -> None:
    text = "Dr. Ann Lee came.\n\n“No,” Lee said.\n\n“Yes,” Dr. Lee added.\n"
    assert voices(text) == ["Ann Lee", "Ann Lee"]
    assert voice_of(text, "Ann Lee").names == ("Dr. Ann Lee", "Lee", "Dr. Lee")


def test_a_title_is_kept_where_the_text_has_only_the_surname() -> None:
    text = "“No,” said Mr. Harrow. “Yes,” said Mrs. Harrow."
    assert voices(text) == ["Mr. Harrow", "Mrs. Harrow"]


def test_an_acronym_is_the_organization_it_stands_for() -> None:
    text = "The Northern Ferry Union (NFU) met.\n\n“We are late,” the NFU said.\n"
    assert voices(text) == ["Northern Ferry Union"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Bob Ray and Ms. Ann Lee came.\n\n“No,” she said.\n", ["Ann Lee"]),
        ("Mr. Bob Ray and Ms. Ann Lee came.\n\n“No,” he said.\n", ["Bob Ray"]),
        ("Ann Lee came late. “The road was shut,” she said.\n", ["Ann Lee"]),
        (
            "“No,” said Mr. Bob Ray.\n\nMs. Ann Lee spoke next. “Yes,” she said.\n",
            ["Bob Ray", "Ann Lee"],
        ),
    ],
)
def test_pronouns(text: str, names: list[str]) -> None:
    assert voices(text) == names


def test_a_pronoun_has_its_antecedent_as_basis() -> None:
    reading = read("Ms. Ann Lee came.\n\n“No,” she said.\n")
    [quotation] = reading.quotations
    assert quotation.certainty.value == "inferred"
    assert quotation.evidence.basis is not None
    assert reading.document.words_of(quotation.evidence.basis) == "Ms. Ann Lee"


def test_who_means_whom_it_follows() -> None:
    assert voices("Ann Lee, who said the road was shut, left.") == ["Ann Lee"]


def test_the_organization_is_the_one_spoken_of() -> None:
    text = (
        "The Harbour Trust said the quay was safe.\n\n"
        "“It was looked at in May,” the organization added.\n"
    )
    assert voices(text) == ["Harbour Trust", "Harbour Trust"]


def test_two_organizations_compete_and_the_second_is_kept() -> None:
    text = (
        "The Harbour Trust said the quay was safe. The Coast Agency said it was not.\n\n"
        "“It was looked at in May,” the organization added.\n"
    )
    reading = read(text)
    last = reading.quotations[-1]
    assert reading.voice_of(last) is not None
    assert last.evidence.runner_up is not None
    assert {reading.voices[last.evidence.runner_up].name, reading.voices[last.voice or 0].name} == {
        "Harbour Trust",
        "Coast Agency",
    }


def test_a_report_speaks_for_whom_it_belongs_to() -> None:
    text = (
        "The Harbour Trust’s yearly report came out in May.\n\n"
        "“The quay is not safe,” the report reads.\n"
    )
    reading = read(text)
    assert voices(text) == ["Harbour Trust"]
    document = next(voice for voice in reading.voices if voice.kind is VoiceKind.DOCUMENT)
    assert document.name == "the report"
    assert document.speaks_for == reading.quotations[0].voice


def test_a_shorter_description_is_the_longer_one_before_it() -> None:
    text = (
        "The flood was looked into by four river engineers in May.\n\n"
        "“The gate was open,” the engineers wrote. “It is always open,” the river engineers added.\n"
    )
    assert voices(text)[-1] == "four river engineers"


def test_a_spokesman_speaks_for_somebody() -> None:
    text = "“We are late,” said a spokesman for Northmere Lines."
    reading = read(text)
    [quotation] = reading.quotations
    voice = reading.voice_of(quotation)
    assert voice is not None
    assert voice.speaks_for is not None
    assert reading.voices[voice.speaks_for].name == "Northmere Lines"


def test_who_holds_an_office_speaks_for_whose_it_is() -> None:
    text = "“We are late,” said Ms. Ann Lee, Northmere Lines’ director."
    voice = voice_of(text, "Ann Lee")
    assert voice.speaks_for is not None
    assert read(text).voices[voice.speaks_for].name == "Northmere Lines"


def test_whose_friend_somebody_is_they_need_not_speak_for() -> None:
    assert voice_of("“We are late,” said Ann Lee, Bob Ray’s friend.", "Ann Lee").speaks_for is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“No,” said Mr. Bob Ray.", VoiceKind.PERSON),
        ("“No,” said the Harbour Committee.", VoiceKind.ORGANIZATION),
        ("“No,” the villagers said.", VoiceKind.GROUP),
        ("“No,” officials said.", VoiceKind.ANONYMOUS),
        ("“No,” somebody said.", VoiceKind.ANONYMOUS),
        ("“No,” Ray said.", None),
        ("“No,” said one swimmer.", VoiceKind.ANONYMOUS),
        ("“No,” said a harbour official.", VoiceKind.ANONYMOUS),
        ("“No,” the mayor said.", VoiceKind.PERSON),
        ("“No,” said a message on the door.", VoiceKind.DOCUMENT),
        ("“No,” said Ann Lee. Lee left.", VoiceKind.PERSON),
        ("“No,” Ray said. He left.", VoiceKind.PERSON),
        ("A Green came. “No,” the Greens said.", VoiceKind.GROUP),
        ("“No,” the NFU said.", VoiceKind.ORGANIZATION),
        ("“No,” said Northmere Police Chief Ann Lee.", VoiceKind.PERSON),
        ("“No,” said a clerk at Mr. Ray’s old firm.", VoiceKind.ANONYMOUS),
    ],
)
def test_kinds(text: str, kind: VoiceKind | None) -> None:
    reading = read(text)
    voice = reading.voice_of(reading.quotations[0])
    assert voice is not None
    assert voice.kind is kind


def test_the_author_may_quote_themselves() -> None:
    reading = read("“No,” I said.")
    assert reading.quotations[0].voice == 0


def test_a_relative_is_called_by_the_name_they_share() -> None:
    text = (
        "“Is it far?” said Mr. Harrow.\n\n“Very far!” replied his wife.\n\n"
        "“Then we shall be late!” said Mr. Harrow.\n\n“Late for what?” said Mrs. Harrow.\n"
    )
    assert verbatim_voices(text) == ["Mr. Harrow", "Mrs. Harrow", "Mr. Harrow", "Mrs. Harrow"]


def test_who_bears_a_known_first_name_is_a_person() -> None:
    assert read("“It is late,” Helen Ostrava said.").voices[-1].kind is VoiceKind.PERSON
    assert read("“It is late,” Quayside Lines said.").voices[-1].kind is None
