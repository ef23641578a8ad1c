"""Noun phrases around a verb: who stands before it, and who follows it when the order is turned.

There is no tagger. A phrase is found by its edges: determiners, capitals, prepositions, commas and
the small words that can only begin a clause. Ranges are half-open token ranges; searches look at
no more than `REACH` tokens, so they cost the same in any text.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.cues import CUES, Form
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    ADVERB,
    AUX,
    BE,
    CONJ,
    DET,
    NEG,
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

__all__ = [
    "REACH",
    "Range",
    "before_verb",
    "clause_subject",
    "ends_noun",
    "named_after",
    "phrase_left",
    "skip_time_left",
]

Range = tuple[int, int]
REACH: Final = 60
_PARTICIPLES: Final = frozenset(
    "kept held made found led sent built brought left given taken seen known paid put".split()
)
"""Irregular participles that may follow their noun: records kept at the school."""

_TIME_LEADS: Final = frozenset("on last this next earlier late early in the every later".split())
_AND: Final = frozenset(("and", "or", "&", "nor"))


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
        elif lows[at - 1] == "all" and at - 1 > first and not tags[at - 2] & PUNCT:
            at -= 1  # "they all said"
        else:
            back = skip_time_left(tokens, first, at)
            if back == at:
                break
            at = back
    return at, passive


def skip_time_left(tokens: Tokens, first: int, at: int) -> int:
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


def phrase_left(tokens: Tokens, first: int, end: int) -> Range | None:
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
            if low == "/" or (low == "-" and at < end):
                at -= 1
                continue
            break
        if tag == QUOTE:
            stretch = tokens.marked[last]
            if (
                stretch.end - stretch.start > 30
                or tokens.text[stretch.end - stretch.closing - 1] in ",.?!"
            ):
                break
            at -= 1
            continue
        if tag & (SUBORD | REL) or (tag & AUX and not tag & POSS):
            relative = tag & REL or low == "that"
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
            if low not in _AND or at == end or not _coordinates(tokens, floor, last):
                break
            coordinated = True
            at -= 1
            continue
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
    start = at
    while start < end and (
        tags[start] & (CONJ | PUNCT)
        or (tags[start] & ADVERB and not tags[start] & DET)
        or (lows[start][-2:] == "ly" and not tags[start] and words[start][0].isupper())
    ):
        start += 1
    if start < end and tags[start] & PREP:
        start = _last_phrase(tokens, start, end)
    if start >= end or tags[start] & (PREP | PUNCT):
        return None
    return start, end


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
    return bool(after & (PREP | TIME)) and not tokens.words[at - 1][0].isupper()


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
            if tags[at] and at > start and not tags[at] & POSS:
                if lows[start][-1] != "s":
                    return None
                break
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
            if low not in _AND or not joined:
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


def clause_subject(tokens: Tokens, first: int, end: int) -> Range | None:
    """The first noun phrase of a sentence that has a verb after it: what a later verb may share."""
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    at = first
    stop = min(end, first + REACH)
    while at < stop:
        tag = tags[at]
        if tag & (CONJ | PUNCT) or tag == QUOTE or (tag & ADVERB and not tag & DET):
            at += 1
        elif tag & (PREP | SUBORD) or (lows[at][-3:] == "ing" and not tag):
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
