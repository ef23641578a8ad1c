"""Parts of a noun phrase: where its core ends, whose it is, its head and the name in it.

Ranges are half-open token ranges, and so are all positions: numbers of tokens.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.nouns import (
    DOCUMENT_NOUNS,
    ORGANIZATION_NAMES,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
)
from texts.attribution.phrases import Range
from texts.attribution.tokens import Tokens
from texts.attribution.words import DET, POSS, PREP, PUNCT, QUOTE, REL

__all__ = [
    "closing_name",
    "core_end",
    "for_whom",
    "head_end",
    "name_range",
    "office_of",
    "owner_of",
]

_JOINERS: Final = frozenset(
    "of de la van von der den al el bin ibn da di du le the and & for".split()
)


def core_end(tokens: Tokens, start: int, end: int) -> int:
    """Where what follows the phrase begins: an apposition, a relative clause."""
    depth = 0
    for at in range(start, end):
        low = tokens.lows[at]
        if low == "(":
            depth += 1
        elif low == ")":
            depth -= 1
        elif (
            at > start
            and depth <= 0
            and (
                low in (",", ";", "—", "–")
                or (tokens.tags[at] & REL and not tokens.tags[at] & POSS)
            )
        ):
            return at
    return end


def owner_of(tokens: Tokens, start: int, end: int) -> tuple[str | None, str | None, int]:
    """Whose it is, and where the phrase goes on after that."""
    for at in range(_possessors_end(tokens, start, end) - 1, start, -1):
        if tokens.lows[at] in ("'s", "'") and at + 1 < end:
            low = start
            if tokens.tags[low] & DET and low < at - 1:
                low += 1
            while low < at - 1 and not tokens.words[low][0].isupper():
                low += 1
            if tokens.words[low][0].isupper():
                span = tokens.span(low, at)
                return tokens.text[span.start : span.end], None, at + 1
            return None, None, at + 1
    tag = tokens.tags[start]
    if tag & POSS and tag & DET and start + 1 < end:
        return None, tokens.lows[start], start + 1
    return None, None, start


def _possessors_end(tokens: Tokens, start: int, end: int) -> int:
    """Where the first preposition stands, but for "one of Ann’s friends": who follows owns nothing."""
    for at in range(start + 1, end):
        if tokens.tags[at] & PREP and not (tokens.tags[at - 1] & DET and tokens.lows[at] == "of"):
            return at
    return end


def office_of(tokens: Tokens, comma: int, end: int) -> str | None:
    """Whose office it is in "Ann Lee, Amnesty’s director"."""
    if comma >= end or tokens.lows[comma] != ",":
        return None
    start, close = comma + 1, core_end(tokens, comma + 1, end)
    if start >= close:
        return None
    owner, _, head = owner_of(tokens, start, close)
    office = any(tokens.lows[at] in PERSON_NOUNS for at in range(head, close))
    return owner if office else None


def head_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of the phrase's head, before "of", "for", brackets."""
    at = start
    while at < end:
        tag = tokens.tags[at]
        if at > start and (tag & PREP or tokens.lows[at] == "(" or tag == QUOTE):
            break
        at += 1
    while at > start + 1 and tokens.tags[at - 1] & PUNCT:
        at -= 1
    return at


def name_range(tokens: Tokens, start: int, end: int, core: int) -> Range | None:
    """The run of capitals that the head ends with."""
    words, lows = tokens.words, tokens.lows
    at = end
    while at > start and (
        words[at - 1][0].isupper()
        or (at < end and lows[at - 1] in _JOINERS and at - 1 > start and words[at - 2][0].isupper())
        or (words[at - 1][0].isdigit() and at - 1 > start and words[at - 2][0].isupper())
    ):
        if tokens.tags[at - 1] & DET and at - 1 == start:
            break
        at -= 1
    if at == end:
        return None
    while at < end - 1 and tokens.tags[at] & DET:
        at += 1
    last = lows[end - 1]
    if last in ORGANIZATION_NAMES and end + 1 < core and lows[end] in ("of", "for"):
        stop = end + 1
        while stop < core and (words[stop][0].isupper() or lows[stop] in ("the", "and", "of")):
            stop += 1
        while stop > end + 1 and not words[stop - 1][0].isupper():
            stop -= 1
        if stop > end + 1:
            end = stop
    return at, end


def closing_name(tokens: Tokens, start: int, core: int) -> Range | None:
    """The name that closes a phrase of several nouns: professor of law Ann Lee."""
    at = core
    while at > start and tokens.words[at - 1][0].isupper():
        at -= 1
    if core - at < 2 or at == start or tokens.tags[at - 1]:
        return None
    noun = tokens.lows[at - 1]
    thing = noun in ORGANIZATION_NOUNS or noun in DOCUMENT_NOUNS or not noun[0].isalpha()
    return None if thing else (at, core)


def for_whom(tokens: Tokens, start: int, end: int) -> str | None:
    """The name after "for", "of", "at" in "a spokesman for Amnesty"."""
    at = start
    if at + 1 >= end or tokens.lows[at] not in ("for", "of", "at", "from", "by", "with"):
        return None
    at += 1
    while at < end and (tokens.tags[at] & DET or tokens.words[at][0].islower()):
        if tokens.tags[at] & (PREP | PUNCT):
            return None
        at += 1
    low = at
    while at < end and (
        tokens.words[at][0].isupper()
        or (tokens.lows[at] in ("and", "&") and at + 1 < end and tokens.words[at + 1][0].isupper())
    ):
        at += 1
    if at == low:
        return None
    span = tokens.span(low, at)
    return tokens.text[span.start : span.end]
