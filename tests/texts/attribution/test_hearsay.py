"""Hearsay: what somebody says that somebody else said belongs to the one who is quoted."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import chains, read


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
            "Prosecutors allege that Ann Lee wrote “burn it all” in a letter.",
            ("“burn it all”", ["Prosecutors", "Ann Lee"]),
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
    assert innermost in chains(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee quoted Bob Ray as saying that “the gate is shut.”",
        "Bob Ray was quoted by the Harbour News as saying “the gate is shut.”",
        "It was Bob Ray, not Ann Lee, who said “the gate is shut.”",
        "Ann Lee heard Bob Ray say “the gate is shut.”",
        "Asked by Ann Lee about it, Bob Ray said “the gate is shut.”",
        "In a letter to Ann Lee, Bob Ray wrote “the gate is shut.”",
        "Ann Lee rejected Bob Ray’s claim that “the gate is shut.”",
        "Ann Lee remembered Bob Ray’s advice: “the gate is shut.”",
        "Ann Lee, who was there, recalled Bob Ray as saying “the gate is shut.”",
    ],
)
def test_who_passes_words_on_does_not_say_them(text: str) -> None:
    marked = [found for words, found in chains(text) if "“" in words]
    assert [found[-1] for found in marked] == ["Bob Ray"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, citing the heavy snow, said the gate was shut.",
        "Ann Lee said the gate was shut, citing Covid.",
        "Ann Lee said the gate was shut, citing the danger.",
        "It was late and, according to Ann Lee, the gate was shut.",
        "In late June, according to Ann Lee, the gate was shut.",
        "Ann Lee, who had spoken to Bob Ray, said the gate was shut.",
        "Ann Lee, like Bob Ray before her, said the gate was shut.",
        "Along with Bob Ray, Ann Lee said the gate was shut.",
    ],
)
def test_of_two_in_a_sentence_the_subject_speaks(text: str) -> None:
    assert chains(text) == [("the gate was shut", ["Ann Lee"])]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ann Lee, citing Bob Ray, said the gate was shut.", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee, quoting a report, said the gate was shut.", ["Ann Lee", "a report"]),
        ("Citing Bob Ray, Ann Lee said the gate was shut.", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee said the gate was shut, citing Bob Ray.", ["Ann Lee", "Bob Ray"]),
        ("The gate was shut, Ann Lee said, citing the police.", ["Ann Lee", "the police"]),
        ("The gate was shut, said Ann Lee, citing the police.", ["Ann Lee", "the police"]),
        (
            "Reuters, quoting an official, reported that the gate was shut.",
            ["Reuters", "an official"],
        ),
        (
            "Reuters, citing unnamed sources, said the gate was shut.",
            ["Reuters", "unnamed sources"],
        ),
        ("Ann Lee, quoting Bob Ray, said “the gate was shut.”", ["Ann Lee", "Bob Ray"]),
        ("“The gate was shut,” Ann Lee said, quoting Bob Ray.", ["Ann Lee"]),
        ("“The gate was shut,” Ann Lee said, citing Bob Ray.", ["Ann Lee"]),
    ],
)
def test_who_is_cited_is_the_innermost_voice(text: str, chain: list[str]) -> None:
    [(words, voices)] = chains(text)
    assert words.strip("“”,.").lower() == "the gate was shut"
    assert voices == chain


def test_who_cites_another_is_the_runner_up_and_speaks_on() -> None:
    reading = read("Ann Lee, citing Bob Ray, said the gate was shut. “It is.”")
    first, second = reading.quotations
    names = {voice.number: voice.name for voice in reading.voices}
    assert first.evidence.runner_up is not None
    assert names[first.evidence.runner_up] == "Ann Lee"
    assert second.voice is not None
    assert names[second.voice] == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Police say Ann Lee told a friend “the gate is shut.”", ["Police", "Ann Lee"]),
        ("Police say that Ann Lee told a friend “the gate is shut.”", ["Police", "Ann Lee"]),
        ("Police never said Ann Lee told a friend “the gate is shut.”", ["Ann Lee"]),
        ("Ann Lee quoted Bob Ray as saying “the gate is shut.”", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee quoted Bob Ray as saying that the gate is shut.", ["Ann Lee", "Bob Ray"]),
        (
            "Bob Ray was quoted by the Harbour News as saying “the gate is shut.”",
            ["Harbour News", "Bob Ray"],
        ),
        ("Bob Ray was quoted as saying “the gate is shut.”", ["Bob Ray"]),
        (
            "Ann Lee, who was there, recalled Bob Ray as saying “it is shut.”",
            ["Ann Lee", "Bob Ray"],
        ),
    ],
)
def test_who_passes_words_on_stands_before_them_in_the_chain(text: str, chain: list[str]) -> None:
    assert chains(text)[-1][1] == chain


def test_one_account_inside_another_is_told_once() -> None:
    text = "Bob Ray told Ann Lee that the gate was shut, the Harbour News reported."
    said = [words for words, chain in chains(text) if chain[-1] == "Bob Ray"]
    assert said == ["the gate was shut"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "“The road is shut,” Ann Lee said, as Bob Ray shouted, “Shame!”",
            {"“The road is shut,”": "Ann Lee", "“Shame!”": "Bob Ray"},
        ),
        ("Asked if it was “a farce,” Ann Lee said: “No.”", {"“No.”": "Ann Lee"}),
        (
            "The study warned of floods, and farmers say that wells are dry.",
            {"wells are dry": "farmers"},
        ),
        (
            "“It was a farce,” said one farmer. “It was bold,” said another.",
            {"“It was a farce,”": "one farmer", "“It was bold,”": "another"},
        ),
        (
            "Bob Ray had called it “a farce,” but Ann Lee said it was bold.",
            {"it “a farce,”": "Bob Ray", "it was bold": "Ann Lee"},
        ),
        (
            "While Ann Lee said the road was shut, Bob Ray said it was open.",
            {"the road was shut": "Ann Lee", "it was open": "Bob Ray"},
        ),
        (
            "Bob Ray, who had called it “a farce,” said he was sorry.",
            {"it “a farce,”": "Bob Ray"},
        ),
        ("Ann Lee said “yes”; Bob Ray said “no.”", {"“yes”": "Ann Lee", "“no.”": "Bob Ray"}),
        ("Ann Lee said: “Yes.” Bob Ray: “No.”", {"“Yes.”": "Ann Lee", "“No.”": "Bob Ray"}),
    ],
)
def test_two_speakers_in_one_sentence_keep_their_own_words(
    text: str, owners: dict[str, str]
) -> None:
    assert {words: chain[-1] for words, chain in chains(text) if chain} == owners


@pytest.mark.parametrize(
    "text",
    [
        "According to Bob Ray, Ann Lee wrote: “Burn it.”",
        "Bob Ray says Ann Lee wrote “burn it.”",
        "Ann Lee wrote “burn it,” Bob Ray says.",
        "“Burn it,” Ann Lee wrote, according to Bob Ray.",
        "Bob Ray writes that Ann Lee told him, “Burn it.”",
        "Bob Ray recalled how Ann Lee had shouted “burn it” at him.",
    ],
)
def test_words_in_marks_in_an_account_are_the_inner_speakers(text: str) -> None:
    shouted = [
        chain for words, chain in chains(text) if words.strip("“,.”").casefold() == "burn it"
    ]
    assert [chain[-1] for chain in shouted] == ["Ann Lee"]
