"""Verb groups: which auxiliaries, adverbs and words of time belong to a verb."""

from __future__ import annotations

from typing import Final

from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    ADVERB,
    AUX,
    BE,
    DET,
    NEG,
    PUNCT,
    SUBJECT,
    TIME,
)

__all__ = ["before_verb"]

_TIME_LEADS: Final = frozenset("on last this next earlier late early in the every later".split())


def before_verb(tokens: Tokens, first: int, verb: int) -> tuple[int, bool]:
    """Where the words that belong to the verb at `verb` begin, and whether it is passive.

    Goes left over auxiliaries, adverbs, negations and words of time.
    """
    tags, lows = tokens.tags, tokens.lows
    at, passive, looking = verb, False, True
    while at > first and verb - at < 12:
        tag = tags[at - 1]
        if tag & AUX:
            passive = passive or bool(tag & BE and lows[at - 1] != "being" and looking)
            looking = False
            at -= 1
        elif (tag & (ADVERB | NEG) and not tag & DET) or (lows[at - 1][-2:] == "ly" and not tag):
            at -= 1
        elif lows[at - 1] == "'s" and at - 1 > first and tags[at - 2] & SUBJECT:
            at -= 1  # "he's said"
        elif lows[at - 1] == "since" and at - 1 > first and tags[at - 2] & AUX:
            at -= 1  # has since said
        elif lows[at - 1] == "far" and at - 1 > first and lows[at - 2] == "so":
            at -= 2
        elif lows[at - 1] == "all" and at - 1 > first and not tags[at - 2] & PUNCT:
            at -= 1  # "they all said"
        else:
            back = _skip_time_left(tokens, first, at)
            if back == at:
                break
            at = back
    return at, passive


def _skip_time_left(tokens: Tokens, first: int, at: int) -> int:
    """Goes left over "on Monday", "last week", "late Friday night"."""
    tags, lows = tokens.tags, tokens.lows
    start = at
    while at > first and tags[at - 1] & TIME and start - at < 4:
        at -= 1
    if at in (start, first):
        return start
    while at > first and lows[at - 1] in _TIME_LEADS:
        at -= 1
    if at == first:
        return start
    return at
