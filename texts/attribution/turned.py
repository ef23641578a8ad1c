"""Turned order: the noun phrase that follows its verb, as in "said Ann Lee, a lawyer"."""

from __future__ import annotations

from texts.attribution.cues import CUES
from texts.attribution.phrases import REACH, Range
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    ADVERB,
    ANDS,
    AUX,
    CONJ,
    DET,
    OBJECT,
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

__all__ = ["named_after"]


def named_after(tokens: Tokens, start: int, end: int) -> Range | None:
    """The noun phrase that begins at `start`: the subject in "said Ann Lee, a lawyer"."""
    lows, tags, words = tokens.lows, tokens.tags, tokens.words
    if start >= end:
        return None
    tag = tags[start]
    if tag & SUBJECT and not tag & (REL | DET):
        return start, start + 1
    if tag & (PUNCT | PREP | SUBORD | CONJ | REL | AUX | OBJECT | ADVERB | TIME) and not tag & DET:
        return None
    if tag == QUOTE:
        return None
    if not (words[start][0].isupper() or tag & DET):
        ahead = range(start, min(start + 6, end))
        if not any(words[at][0].isupper() for at in ahead) and lows[start][-1] != "s":
            return None
        for at in ahead:
            if words[at][0].isupper():
                break
            if tags[at] and at > start and not tags[at] & POSS and lows[at] != "of":
                if lows[start][-1] != "s":
                    return None
                break
        if lows[start + 1 : start + 2] == ["of"]:  # said master of ceremonies Ann Lee
            start = next((at for at in ahead if words[at][0].isupper()), start)
    at, apposition = start, False
    stop = min(end, start + REACH)
    while at < stop:
        tag, low = tags[at], lows[at]
        if tag == QUOTE:
            break
        if tag & PUNCT:
            if low == "(":
                close = next((k for k in range(at, min(at + 12, stop)) if lows[k] == ")"), None)
                if close is None:
                    break
                at = close + 1
                continue
            if low == "," and at + 1 < stop and not apposition and _apposes(tokens, at + 1):
                apposition = True
                at += 1
                continue
            if (
                low == ","
                and apposition
                and at + 1 < stop
                and words[at + 1][0].isupper()
                and (words[at - 1][0].isupper())
            ):
                at += 1  # of Toledo, Ohio
                continue
            break
        if tag & (REL | AUX | VERB) and not tag & (DET | POSS):
            break
        if tag & SUBORD:
            break
        if tag & TIME and not apposition:
            break
        participle = not tag and low[-3:] == "ing" and words[at][0].islower()
        name_ends = at + 1 >= stop or not words[at + 1][0].isupper()
        if participle and name_ends and at > start and words[at - 1][0].isupper():
            break  # said Ann rising
        if tag & PREP:
            proper = words[at - 1][0].isupper() and not apposition
            if low != "of" and (
                proper or low not in ("for", "at", "with", "from", "in", "on", "to")
            ):
                break
        if tag & CONJ:
            joined = at + 1 < stop and (words[at + 1][0].isupper() or tags[at + 1] & DET)
            if low not in ANDS or not joined:
                break
        if tag & (SUBJECT | OBJECT) and not tag & DET:
            break
        at += 1
    while at > start and (
        (tags[at - 1] & (PUNCT | PREP | CONJ) and lows[at - 1] != ")")
        or (at - 1 > start and not tags[at - 1] and lows[at - 1][-2:] == "ly")
    ):
        at -= 1
    return (start, at) if at > start else None


def _apposes(tokens: Tokens, at: int) -> bool:
    """Whether a comma is followed by what names the same person again: ", a lawyer"."""
    tag, word = tokens.tags[at], tokens.words[at]
    if tag == QUOTE:
        return False
    if tag & DET:
        return not tag & SUBORD
    if tag & (PUNCT | SUBORD | CONJ | REL | AUX | PREP | SUBJECT | ADVERB | TIME):
        return False
    low = tokens.lows[at]
    if low in CUES or low[-3:] == "ing":
        return False
    return word[0].isalnum()
