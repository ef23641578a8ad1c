"""No rule looks beyond the first or the last word of a paragraph, wherever a text breaks off."""

from __future__ import annotations

import random
from typing import Generic, SupportsIndex, TypeVar, overload

import pytest

from tests.texts.attribution.fuzz import pieces
from tests.texts.attribution.readings import read
from texts.attribution import nested, prose
from texts.attribution.marks import Marked
from texts.attribution.tokens import Tokens, tokenize

Entry = TypeVar("Entry")


class Bounded(list[Entry], Generic[Entry]):
    """A list that cannot be asked for what stands before its first entry."""

    @overload
    def __getitem__(self, at: SupportsIndex) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> list[Entry]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Entry | list[Entry]:
        if not isinstance(at, slice) and at.__index__() < 0:
            raise IndexError(at)
        return super().__getitem__(at)


def bounded(text: str, start: int, end: int, marked: list[Marked]) -> Tokens:
    tokens = tokenize(text, start, end, marked)
    tokens.words, tokens.lows = Bounded(tokens.words), Bounded(tokens.lows)
    tokens.tags = Bounded(tokens.tags)
    return tokens


@pytest.fixture(autouse=True)
def _bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose, "tokenize", bounded)
    monkeypatch.setattr(nested, "tokenize", bounded)


WHOLE = [
    "“We close,” said Ann Lee, a porter of Carrow, Ohio, adding that “it is late” and that it rains.",
    "As Ann Lee noted, and as reported by the paper, the roof, according to Bob Ray, was about to fall.",
    "Asked by Ann Lee about the roof, he said he had not denied saying “no”, and then that “yes.”",
    "Told that it was lost, a man who was not to be named said, in a letter, that “half” were gone.",
    "The plan, which Lee called “a joke,” was described by Bob Ray as “no joke” in her words, “at all”.",
    "Police say Ann Lee, citing Bob Ray, told reporters on Monday that the gate would be shut, and fled.",
    "If Lee says that she never said so, nobody would have claimed it: Ray’s warning last week that …",
    "John “Red” Kelly’s so-called “Long Walk” means “no more,” was his calm reply; “so be it”, as she left.",
    "Reed quoted Lee as saying that “he told me that ‘all is well,’ she wrote” to want to know why.",
    "Mayor Says Ports to Open, Says Minister",
]
"""Sentences in which most ways of telling what is said stand."""


@pytest.mark.parametrize("text", WHOLE)
def test_a_text_may_begin_and_break_off_at_any_word(text: str) -> None:
    words = text.split()
    for first in range(len(words)):
        for end in range(first + 1, len(words) + 1):
            read(" ".join(words[first:end]))


@pytest.mark.parametrize(
    "text",
    [
        "That noted her mother",
        "Denied on Monday roads, says Lee",
        "Exposed saying nickname",
        "Mayor realized pledged its roads there",
        "Stopped saying why",
    ],
)
def test_a_paragraph_may_begin_with_its_verb(text: str) -> None:
    read(text)


@pytest.mark.parametrize("seed", range(150))
def test_hostile_texts_are_read_within_bounds(seed: int) -> None:
    text = "".join(pieces(random.Random(seed)))  # noqa: S311  no secrets are made
    if not text.isspace() and text.isprintable():
        read(text)
