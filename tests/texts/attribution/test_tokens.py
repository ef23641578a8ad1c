"""Tokens and sentences: words in marks are one token, and sentences end where they should."""

from __future__ import annotations

import pytest

from texts.attribution.marks import find_marked
from texts.attribution.tokens import MAX_SENTENCE, QUOTED, Tokens, cut_sentences, tokenize


def tokens(text: str) -> Tokens:
    return tokenize(text, 0, len(text), find_marked(text, 0, len(text)))


def sentences(text: str) -> list[str]:
    found = tokens(text)
    return [text[found.starts[first] : found.ends[end - 1]] for first, end in cut_sentences(found)]


def test_words_in_marks_are_one_token() -> None:
    assert tokens("“We close at six,” she said.").words == [QUOTED, "she", "said", "."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lee’s dog", ["Lee", "’s", "dog"]),
        ("didn't", ["did", "n't"]),
        ("Mr. Lee of the U.S.", ["Mr.", "Lee", "of", "the", "U.S."]),
        ("O’Neill’s", ["O’Neill", "’s"]),
        ("the mid-1990s", ["the", "mid-1990s"]),
        ("1,200 or 3.5", ["1,200", "or", "3.5"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokens(text).words == words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Dr. Lee came. She left.", ["Dr. Lee came.", "She left."]),
        ("“Yes.” She left.", ["“Yes.”", "She left."]),
        ("“Yes?” she said. “No.”", ["“Yes?” she said.", "“No.”"]),
        ("“Yes?” Ann Lee said. “No.”", ["“Yes?” Ann Lee said.", "“No.”"]),
        ("“Yes?” said Ann Lee.", ["“Yes?” said Ann Lee."]),
        ("“Yes?” Then she left.", ["“Yes?”", "Then she left."]),
        ("“Can you?” I said no.", ["“Can you?”", "I said no."]),
        (
            "It was made in the U.S. The rest was not.",
            ["It was made in the U.S.", "The rest was not."],
        ),
        (
            "He called it “a joke.” The report, by Lee, said more.",
            ["He called it “a joke.”", "The report, by Lee, said more."],
        ),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


def test_sentences_cover_everything_and_are_never_too_long() -> None:
    found = tokens("and so on " * 1000)
    cut = cut_sentences(found)
    assert [first for first, _ in cut] == [0, *(end for _, end in cut[:-1])]
    assert cut[-1][1] == len(found)
    assert max(end - first for first, end in cut) <= MAX_SENTENCE + 1
