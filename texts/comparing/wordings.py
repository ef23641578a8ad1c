"""Wordings: the words of a passage as two texts are compared by them, and what is marked around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from texts.words import Word, words

__all__ = ["Wording", "compared_words", "wording"]

# What changes a number and is no word. A hyphen is a minus only before a digit and after a space.
_SIGNS: Final = re.compile(r"[%‰$€£¥₹°½¼¾⅓⅔−]|(?<!\S)[-–](?=\d)")
_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_ELLIPSES: Final = ("…", "...", ". . .")


def compared_words(text: str) -> Iterator[Word]:
    """The words of `text`, with offsets into it: as for search, but for what comparing needs besides.

    Signs of numbers (per cent, currencies, fractions, minus) are words, and a bracket inside a word
    (“[t]he”, “close[s]”) does not end it. Linear.
    """
    waiting: Word | None = None
    for word in _with_signs(text):
        if waiting is None:
            waiting = word
        elif text[waiting.end : word.start] in ("[", "]") and _are_letters(waiting, word):
            start = waiting.start - (text[waiting.start - 1 : waiting.start] == "[")
            end = word.end + (text[word.end : word.end + 1] == "]")
            waiting = Word(start, end, waiting.folded + word.folded)
        else:
            yield waiting
            waiting = word
    if waiting is not None:
        yield waiting


def _with_signs(text: str) -> Iterator[Word]:
    signs = (Word(match.start(), match.end(), match.group()) for match in _SIGNS.finditer(text))
    sign = next(signs, None)
    for word in words(text):
        while sign is not None and sign.start < word.start:
            yield sign
            sign = next(signs, None)
        yield word
    if sign is not None:
        yield sign
        yield from signs


def _are_letters(one: Word, two: Word) -> bool:
    # Figures in brackets are notes.
    return one.folded.isalpha() and two.folded.isalpha()


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that are compared with others. A gap has the number of the word after it."""

    words: tuple[str, ...]
    """Folded."""
    edited: tuple[bool, ...]
    """Of each word, whether it stands in brackets, or has some in it."""
    marked: frozenset[int]
    """The gaps in which an ellipsis stands."""
    parts: frozenset[int]
    """The gaps in which one pair of marks ends and another begins."""


def wording(text: str, found: Sequence[Word], breaks: Sequence[int] = ()) -> Wording:
    """The wording of words `found` in `text`, which has parts that end at `breaks`, in order.

    What stands before the first word and after the last is looked at too. Linear in what is between.
    """
    start, end = (found[0].start, found[-1].end) if found else (0, 0)
    # A bracket may be opened right before the first word, and closed right after the last.
    start, end = max(0, start - 4), end + 4
    bracketed = [match.span() for match in _BRACKETED.finditer(text, start, end)]
    edited, at = [], 0
    for word in found:
        while at < len(bracketed) and bracketed[at][1] <= word.start:
            at += 1
        edited.append(at < len(bracketed) and bracketed[at][0] < word.end)
    edges = [start, *(word.end for word in found)], [*(word.start for word in found), end]
    between = [text[one:two] for one, two in zip(*edges, strict=True)]
    return Wording(
        tuple(word.folded for word in found),
        tuple(edited),
        frozenset(gap for gap, stood in enumerate(between) if any(e in stood for e in _ELLIPSES)),
        frozenset(
            gap
            for gap, (one, two) in enumerate(pairwise(found), 1)
            if any(one.end <= broken <= two.start for broken in breaks)
        ),
    )
