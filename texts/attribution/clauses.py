"""Clauses: whom a clause is about."""

from __future__ import annotations

from texts.attribution.cues import CUES
from texts.attribution.phrases import REACH, Range
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    ADVERB,
    AUX,
    CONJ,
    DET,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    SUBJECT,
    SUBORD,
    TIME,
    VERB,
)

__all__ = ["clause_subject", "is_told"]


def is_told(tokens: Tokens, at: int) -> bool:
    """ "Told that it was lost, Lee …": a participle that waits for its subject."""
    cue = CUES.get(tokens.lows[at])
    return cue is not None and at + 1 < len(tokens) and bool(tokens.tags[at + 1] & SUBORD)


def clause_subject(tokens: Tokens, first: int, end: int) -> Range | None:
    """The first noun phrase of a sentence that has a verb after it: what a later verb may share."""
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    at = first
    stop = min(end, first + REACH)
    while at < stop:
        tag = tags[at]
        if tag & (CONJ | PUNCT) or tag == QUOTE or (tag & ADVERB and not tag & DET):
            at += 1
        elif tag & (PREP | SUBORD) or (lows[at][-3:] == "ing" and not tag) or is_told(tokens, at):
            comma = next((k for k in range(at, stop) if lows[k] == ","), None)
            if comma is None:
                return None
            at = comma + 1
        elif tag & TIME or (
            not tag and lows[at][-2:] == "ly" and at + 1 < stop and lows[at + 1] == ","
        ):
            at += 1
        else:
            break
    if at >= stop:
        return None
    if tags[at] & SUBJECT:
        return at, at + 1
    start = at
    while at < stop:
        tag = tags[at]
        if (tag & (AUX | VERB) and not tag & POSS) or tag & (PUNCT | REL | SUBORD) or tag == QUOTE:
            break
        if at > start and not words[at][0].isupper():
            if lows[at] in CUES and not tags[at - 1] & (DET | POSS | PREP):
                break
            if not tag and lows[at][-2:] == "ed" and not tags[at - 1] & (DET | POSS | PREP):
                break
            if (
                not tag
                and lows[at][-1] == "s"
                and words[at - 1][0].isupper()
                and at + 1 < stop
                and (tags[at + 1] & (DET | PREP) or lows[at + 1][-2:] == "ly")
            ):
                break  # "Raisi faces a …": a verb after a name
        at += 1
    while at > start and tags[at - 1] & (PREP | CONJ | ADVERB) and not tags[at - 1] & DET:
        at -= 1
    if at < stop and lows[at] == "," and at > start:
        place = start > first + 1 and lows[start - 1] == "," and words[start - 2][0].isupper()
        if tags[at - 1] & TIME or (place and at - start == 1 and words[start][0].isupper()):
            return clause_subject(tokens, at + 1, end)  # "Last year, he …", "In Dayton, Ohio, he …"
    return (start, at) if at > start else None
