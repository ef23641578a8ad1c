"""Chains: a voice inside a voice, from the author inwards."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import chains, read


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
        (
            "The trust said witnesses told its clerks that the gate was open.",
            ("the gate was open", ["The trust", "witnesses"]),
        ),
        (
            "State radio reported that the warden said the gate was open.",
            ("the gate was open", ["State radio", "the warden"]),
        ),
        (
            "The newspaper reported that the mayor had said, “The gate is open.”",
            ("“The gate is open.”", ["The newspaper", "the mayor"]),
        ),
        (
            "Ann Lee said Bob Ray told her that Eva Roth had asked to leave the town.",
            ("to leave the town", ["Ann Lee", "Bob Ray", "Eva Roth"]),
        ),
        (
            "“When I asked, Bob said, ‘Eva told me, “Go home.”’ So I went,” Ann Lee said.",
            ("“Go home.”", ["Ann Lee", "Bob", "Eva"]),
        ),
        (
            "‘Bob Ray told me, “The gate is open,”’ Ann Lee said.",
            ("“The gate is open,”", ["Ann Lee", "Bob Ray"]),
        ),
        (
            "The report reads: “The decree states, ‘No one may leave the island.’”",
            ("‘No one may leave the island.’", ["The report", "The decree"]),
        ),
        (
            "The warden said the gate was open, according to Ann Lee.",
            ("the gate was open", ["Ann Lee", "The warden"]),
        ),
        (
            "The warden told Ann Lee the gate was open, the gazette reported.",
            ("the gate was open", ["the gazette", "The warden"]),
        ),
        (
            "“No,” Ann Lee said, adding that it rained. “Bob Ray told me, ‘It is open.’ I left.”",
            ("‘It is open.’", ["Ann Lee", "Bob Ray"]),
        ),
        (
            "“It rained,” Ann Lee said.\n\n“Bob Ray told me, ‘It is open.’\n\n“So I left the town.”",
            ("‘It is open.’", ["Ann Lee", "Bob Ray"]),
        ),
    ],
)
def test_a_voice_inside_a_voice(text: str, inner: tuple[str, list[str]]) -> None:
    assert inner in chains(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, citing a police report, said the gate was open.",
        "Citing a police report, the mayor said the gate was open.",
        "The gate was open, the mayor said, citing a police report.",
    ],
)
def test_what_is_said_on_anothers_word_is_that_others(text: str) -> None:
    [(words, voices)] = chains(text)
    assert words.lower() == "the gate was open"
    assert [name.lower() for name in voices] == ["the mayor", "a police report"]


_LETTER = "Hello, I agree.\n\nOn Monday, Bob Ray wrote:\n\n> The gate is shut.\n>\n"


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (
            "> On Sunday, Eva Roth wrote:\n>\n>> The gate is open.\n",
            ("The gate is open.", ["Bob Ray", "Eva Roth"]),
        ),
        (
            "> Eva Roth wrote:\n>\n>> Ann Lee wrote:\n>>\n>>> The gate is open.\n",
            ("The gate is open.", ["Bob Ray", "Eva Roth", "Ann Lee"]),
        ),
        (">> The gate is open.\n", ("The gate is open.", [])),
    ],
)
def test_a_letter_inside_a_letter(text: str, inner: tuple[str, list[str]]) -> None:
    assert inner in chains(_LETTER + text)


def test_an_ordinary_chain_is_the_author_and_the_voice() -> None:
    [quotation] = read("“No,” Ann Lee said.").quotations
    assert quotation.chain == (0, quotation.voice)
