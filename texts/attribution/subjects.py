"""Subjects: who stands before a verb, next to it or over an aside in commas or dashes."""

from __future__ import annotations

from texts.attribution.clauses import clause_subject
from texts.attribution.phrases import REACH, Range, ends_noun, phrase_left
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    ADVERB,
    AUX,
    CONJ,
    DASHES,
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

__all__ = ["subject_before"]


def subject_before(tokens: Tokens, first: int, end: int) -> Range | None:
    """The noun phrase that ends at `end`, just left of a verb, or over an aside in commas."""
    if end <= first:
        return None
    last = end - 1
    tag, low = tokens.tags[last], tokens.lows[last]
    object_ = low in ("it", "you") and last > first and tokens.tags[last - 1] & PREP
    if tag & SUBJECT and not tag & DET and not object_:
        return last, end
    if low == "that" and last > first and ends_noun(tokens, last):
        return phrase_left(tokens, first, last)  # a card that read
    if low in ("this", "that") and tag & DET:
        return last, end
    if low == "," or low in DASHES:
        return _over_aside(tokens, first, end)
    if tag & (SUBORD | CONJ | PREP | OBJECT | AUX) or tag == QUOTE:
        return None
    if tag & PUNCT and low != ")":
        return None
    found = _over_relative(tokens, first, end) or phrase_left(tokens, first, end)
    if found is not None and found[0] > first and tokens.tags[found[0] - 1] & AUX:
        return _described(tokens, first, found[0] - 1) or found
    return found


def _described(tokens: Tokens, first: int, end: int) -> Range | None:
    """Who stands before the relative clause that goes on at `end`: a man whose son was held."""
    for who in range(end - 1, max(first, end - REACH), -1):
        if tokens.tags[who] & PUNCT or tokens.tags[who] == QUOTE:
            return None
        if tokens.tags[who] & REL and ends_noun(tokens, who):
            return phrase_left(tokens, first, who)
    return None


def _over_relative(tokens: Tokens, first: int, end: int) -> Range | None:
    """The subject of "a man who was not to be named said": what stands before the relative."""
    tags, lows = tokens.tags, tokens.lows
    at = end - 1
    if at == first or tags[at] or lows[at][-2:] != "ed" or not tags[at - 1] & (AUX | ADVERB | NEG):
        return None
    for who in range(at - 1, max(first, end - REACH), -1):
        if tags[who] & PUNCT or tags[who] == QUOTE:
            return None
        if tags[who] & REL and (ends_noun(tokens, who) or tags[who - 1] & OBJECT):
            return phrase_left(tokens, first, who)
    return None


def _over_aside(tokens: Tokens, first: int, end: int) -> Range | None:
    """The subject of "Ann Lee, who runs the port, said": what stands before the aside."""
    lows, tags, words = tokens.lows, tokens.tags, tokens.words
    mark = lows[end - 1]
    floor = max(first, end - REACH)
    for at in range(end - 2, floor, -1):
        if tags[at] == QUOTE or lows[at] == ";":
            break
        if lows[at] == mark and tags[at + 1] & REL and at + 1 < end - 1:
            found = phrase_left(tokens, first, at)
            if found is not None and _may_be_subject(tokens, first, found):
                return found[0], at
            break
    at = end - 2
    while at > floor:
        if tags[at] == QUOTE and tokens.last_inside(at) in ",.?!":
            return None
        if lows[at] == ";":
            return None
        if lows[at] == mark and _begins_aside(tokens, at + 1, end):
            found = phrase_left(tokens, first, at)
            if found is not None and _may_be_subject(tokens, first, found):
                start = found[0]
                if not words[start][0].isupper() or tags[start] & DET:
                    outer = _outer_name(tokens, first, start, mark)
                    if outer is not None:
                        return outer, end - 1
                alone = _stands_alone(tokens, found, at + 1, end - 1)
                if alone is not None:
                    return alone
                relative = tags[at + 1] & REL or lows[at + 1][-3:] == "ing"
                return start, at if relative else end - 1
        at -= 1
    main = clause_subject(tokens, first, end - 1)
    if main is not None and main[1] < end and tags[main[1]] & REL:
        return main  # a man who came late, and who had a coat on, said
    return None


def _stands_alone(tokens: Tokens, before: Range, start: int, end: int) -> Range | None:
    """In "his heir, the late Lord Lee, said" the second phrase is the source by itself.

    It has a determiner or a title of its own, or the first begins with a pronoun, and only the
    second has a name.
    """
    tags, words, lows = tokens.tags, tokens.words, tokens.lows
    if words[before[1] - 1][0].isupper() or not words[end - 1][0].isupper():
        return None
    at = start
    while at < end and tags[at] & DET:
        at += 1
    while at < end and lows[at] in ("late", "former", "then", "current", "new", "old"):
        at += 1
    if any(
        not words[k][0].isupper() and lows[k] not in ("de", "of", "van", "bin", "al")
        for k in range(at, end)
    ):
        return None
    pronoun = tags[before[0]] & DET and tags[before[0]] & POSS
    if at > start or pronoun:
        return at, end
    return None


def _outer_name(tokens: Tokens, first: int, start: int, mark: str) -> int | None:
    """In "Ann Lee, a lawyer, mother, said" the phrase before "a lawyer" is the subject."""
    if start - 1 <= first or tokens.lows[start - 1] != mark:
        return None
    before = phrase_left(tokens, first, start - 1)
    if before is None or not _may_be_subject(tokens, first, before):
        return None
    last = before[1] - 1
    bracketed = tokens.lows[last] == ")" and tokens.words[before[0]][0].isupper()  # Lee (D-NY)
    if not (bracketed or tokens.words[last][0].isupper()) or tokens.tags[last] & TIME:
        return None
    return before[0]


def _begins_aside(tokens: Tokens, at: int, end: int) -> bool:
    if at >= end - 1:
        return False
    tag = tokens.tags[at]
    if tag & (SUBJECT | AUX) and not tag & REL:
        return False
    return not (tag & CONJ or tokens.lows[at] == "that")


def _may_be_subject(tokens: Tokens, first: int, found: Range) -> bool:
    """Whether a phrase stands where a subject can: at the beginning of a clause."""
    start, end = found
    word = tokens.words[start]
    tag = tokens.tags[start]
    if tag & TIME or tokens.lows[start][-3:] == "ing":
        return False
    if start == first:
        return not (tokens.tags[end - 1] & TIME)
    before = tokens.tags[start - 1]
    if before & (AUX | VERB | PREP | OBJECT) and not before & (SUBORD | CONJ):
        return False
    if tokens.tags[end - 1] & TIME:
        return False
    return word[0].isupper() or bool(tag & DET) or word[0].isdigit() or bool(before & PUNCT)
