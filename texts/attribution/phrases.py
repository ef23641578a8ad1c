"""Noun phrases: where the one that ends before a verb begins.

There is no tagger. A phrase is found by its edges: determiners, capitals, prepositions, commas and
the small words that can only begin a clause. Ranges are half-open token ranges; searches look at
no more than `REACH` tokens, so they cost the same in any text.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.forms import Form
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

__all__ = ["REACH", "Range", "ends_noun", "phrase_left"]

Range = tuple[int, int]
REACH: Final = 60
_PARTICIPLES: Final = frozenset(
    "kept held made found led sent built brought left given taken seen known paid put".split()
)
"""Irregular participles that may follow their noun: records kept at the school."""
_THINGS: Final = frozenset("something anything everything nothing".split())
"""An article after one of these begins a relative clause without a pronoun."""


def phrase_left(tokens: Tokens, first: int, end: int) -> Range | None:
    """The noun phrase that ends at token `end`, in a sentence that begins at `first`."""
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    at, coordinated = end, False
    floor = max(first, end - REACH)
    while at > floor:
        last = at - 1
        tag, low = tags[last], lows[last]
        if tag & PUNCT:
            if low == ")":
                back = _opening(tokens, floor, last)
                if back is None:
                    break
                at = back
                continue
            if (
                low == ","
                and coordinated
                and last > floor
                and words[last - 1][0].isupper()
                and at < end
                and words[at][0].isupper()
            ):
                at -= 1  # Ann, Bob and Carol
                continue
            if low == "/" or (low == "-" and at < end and _is_hyphen(tokens, last)):
                at -= 1
                continue
            break
        if tag == QUOTE:
            stretch = tokens.marked[last]
            if stretch.end - stretch.start > 30 or tokens.last_inside(last) in ",.?!":
                break
            at -= 1
            continue
        if tag & (SUBORD | REL) or (tag & AUX and not tag & POSS) or low == "what":
            # a strike that executives said would end: the clause goes on after its verb
            goes_on = end + 1 < len(tags) and tags[end + 1] & (AUX | VERB)
            relative = (tag & REL or low == "that") and not goes_on
            verb = at < end - 1 and words[at][0].islower() and not tags[at] & (DET | POSS)
            if relative and verb and last > floor and ends_noun(tokens, last):
                return phrase_left(tokens, first, last)  # economists who favour it
            break
        if tag & (SUBJECT | OBJECT) and not tag & DET:
            if not (
                low in ("it", "you", "them", "him", "us", "me")
                and last > floor
                and tags[last - 1] & PREP
            ):
                break
            at -= 1
            continue
        if tag & CONJ:
            if low not in ANDS or at == end or not _coordinates(tokens, floor, last):
                break
            coordinated = True
            at -= 1
            continue
        if tag & TIME and at < end and tags[at] & DET and not tags[at] & POSS:
            break  # last year the council
        noun = last > floor and tags[last - 1] & (DET | POSS)
        participle = low in _PARTICIPLES and at < end and tags[at] & (PREP | TIME)
        if tag & VERB and not (noun or participle):
            break
        cue = CUES.get(low)
        if (
            cue is not None
            and not words[last][0].isupper()
            and not cue.gerund
            and not _nominal(tokens, floor, last, end)
        ):
            break
        at -= 1
        if tag & DET and at > floor and lows[at - 1] in _THINGS:
            break  # something your mother would call
    start = at
    while start < end and (
        tags[start] & (CONJ | PUNCT)
        or (tags[start] & ADVERB and not tags[start] & DET)
        or (lows[start][-2:] == "ly" and not tags[start] and words[start][0].isupper())
    ):
        start += 1
    if start + 1 < end and lows[start] == "with":
        start += 1  # with the mayor of Carrow saying
    if start < end and tags[start] & PREP:
        start = _last_phrase(tokens, start, end)
    if start >= end or tags[start] & (PREP | PUNCT):
        return None
    return start, end


def _is_hyphen(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins two words, as a dash between spaces does not."""
    return not tokens.text[tokens.starts[at] - 1].isspace()


def ends_noun(tokens: Tokens, end: int) -> bool:
    """Whether a noun stands just before `end`, so that what follows may describe it."""
    last = end - 1
    if tokens.tags[last] or tokens.lows[last] in CUES:
        return False
    return tokens.words[last][0].isalnum()


def _nominal(tokens: Tokens, floor: int, at: int, end: int) -> bool:
    """Whether a word that could be a cue is a noun or a participle inside a noun phrase."""
    if at == end - 1:
        return True
    cue = CUES[tokens.lows[at]]
    before = tokens.tags[at - 1] if at > floor else 0
    if before & (DET | POSS | PREP):
        return True
    after = tokens.tags[at + 1]
    if cue.noun:
        return (bool(after & (PREP | PUNCT)) and before == 0) or (
            cue.form is Form.BASE and not after
        )
    # "a plan announced on Monday", "comments posted by"
    named = at > floor and tokens.words[at - 1][0].isupper()
    return bool(after & (PREP | TIME)) and not named


def _coordinates(tokens: Tokens, floor: int, conj: int) -> bool:
    """Whether "and" joins two nouns rather than two clauses."""
    if conj <= floor:
        return False
    tags, words = tokens.tags, tokens.words
    before = conj - 1
    if tags[before] & PUNCT and tokens.lows[before] != ")":
        return False
    at = before
    while at > floor:
        tag = tags[at]
        if tag & PUNCT and tokens.lows[at] not in ")(":
            break
        if tag & (AUX | VERB) and not tag & POSS:
            return False
        if tag & (SUBJECT | OBJECT | SUBORD) and not tag & DET:
            return False
        cue = CUES.get(tokens.lows[at])
        if cue is not None and not cue.noun and not cue.gerund and not words[at][0].isupper():
            return False
        if not tag and tokens.lows[at][-2:] == "ed" and at > floor and tags[at + 1] & (DET | PREP):
            return False
        at -= 1
        if conj - at > 12:
            break
    return True


def _last_phrase(tokens: Tokens, start: int, end: int) -> int:
    """Where the noun phrase just before `end` begins, after a prepositional phrase at `start`."""
    at = end
    words, tags = tokens.words, tokens.tags
    if words[end - 1][0].isupper():
        while at > start and (words[at - 1][0].isupper() or words[at - 1] in ("de", "of", "&")):
            at -= 1
        while at < end and words[at] in ("de", "of", "&"):
            at += 1
        if at > start and tags[at - 1] & DET:
            at -= 1
        return at
    while at > start and not tags[at - 1] & PREP:
        at -= 1
        if tags[at] & DET:
            break
    return at


def _opening(tokens: Tokens, floor: int, closing: int) -> int | None:
    for at in range(closing - 1, max(floor, closing - 14) - 1, -1):
        if tokens.lows[at] == "(":
            return at
    return None
