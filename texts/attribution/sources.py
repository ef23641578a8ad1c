"""Sources: how much of a phrase that stands where a speaker stands can name one.

A clause names nobody, nor does a date or a lone participle: of "her teacher what she wanted" only
"her teacher" can be a source, of "March 2021" and "held for 12 days" nothing.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.callings import is_common, is_person_noun
from texts.attribution.cues import CUES
from texts.attribution.mentions import can_speak
from texts.attribution.parts import core_end, head_end
from texts.attribution.phrases import Range
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    AUX,
    BE,
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

__all__ = ["source_in"]

_ASKING: Final = frozenset("what how why whether".split())
_SUBJECTS: Final = frozenset("i he she we they".split())
_ARTICLES: Final = frozenset("the a an every my your".split())


def source_in(tokens: Tokens, source: Range) -> Range | None:
    """What of the phrase may name a speaker: no date, and nothing from a finite verb on.

    What follows a comma or a relative pronoun only describes. Linear in the phrase.
    """
    start, end = _edges(tokens, *source)
    source = start, end
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    if start == end or (end - start == 1 and lows[start] in _ARTICLES):
        return None
    if _is_bare(tokens, start) and _begins_with_verb(tokens, start, end):
        # Lee, who worked for a firm, denied it
        return (start - 1, start) if start and lows[start - 1] == "who" else None
    if all(tags[at] & TIME or lows[at].isdigit() for at in range(start, end)):
        return None
    if end - start > 1 and _is_participle(tokens, start) and tags[start + 1] & (PREP | SUBORD):
        return None
    for at in range(start + 1, end):
        tag = tags[at]
        if tag & REL or lows[at] in (",", "that", "("):
            break
        if lows[at] in _ASKING:
            return start, at
        if lows[at] in _SUBJECTS and words[at - 1].isalnum() and not tags[at - 1] & (PREP | CONJ):
            return start, at  # the papers she filed
        if at + 1 < end and words[at][0].islower() and not tags[at - 1] & (DET | POSS):
            finite = tag & VERB and not tag & AUX
            past = not tag and lows[at][-2:] == "ed"
            if (finite or past) and tags[at + 1] & (DET | POSS | OBJECT):
                return start, at
    return source


def _edges(tokens: Tokens, start: int, end: int) -> Range:
    """A phrase without the signs before it, and without an article or a sign that ends it."""
    words = tokens.words
    while start < end and tokens.tags[start] != QUOTE and words[start] in _SIGNS:
        start += 1
    while end - start > 1 and (words[end - 1] in _DASHES or tokens.lows[end - 1] in _ARTICLES):
        end -= 1
        while end - start > 1 and tokens.lows[end - 1] == "of":
            end -= 1
    return start, end


_SIGNS: Final = frozenset("~'’―•|")
_DASHES: Final = frozenset("—–―-")


def _is_bare(tokens: Tokens, start: int) -> bool:
    """Whether a phrase begins with a word in small letters that is none of the small words."""
    small = DET | POSS | SUBJECT | OBJECT | REL | PUNCT | QUOTE
    return tokens.words[start][0].islower() and not tokens.tags[start] & small


def _begins_with_verb(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a bare phrase is rather a verb with what it is done to: writing letters.

    So it is after who does it, and where a second phrase follows a word like "writing".
    """
    tags, lows = tokens.tags, tokens.lows
    low = lows[start]
    if _is_noun(low):
        return False
    cue = CUES.get(low)
    if cue is not None and cue.gerund and end - start > 1:
        return True
    follows = tags[start + 1] if end - start > 1 and not tags[start] else 0
    article = follows & DET and lows[start + 1] in _ARTICLES and low[-3:] == "ing"
    if article or (follows & PREP and low[-2:] == "ed"):
        return True
    if end - start > 2 and tags[start] & TIME and lows[start + 1][-3:] == "ing":
        return True  # years writing letters
    before = tags[start - 1] if start else 0
    if before & (SUBJECT | AUX) and not before & (DET | REL | POSS | BE):
        return low[-1] != "s"  # she mailed the note
    head = lows[head_end(tokens, start, core_end(tokens, start, end)) - 1]
    if can_speak(tokens, (start, end)) or _is_noun(head):
        return False
    if before & REL:
        return True  # which helps
    return end - start == 1 and low[-1] != "s" and not low.endswith(_OF_NOUNS)


_OF_NOUNS: Final = ("ion", "ment", "ness", "ity", "ogy", "ance", "ence", "ship", "ism")


def _is_noun(low: str) -> bool:
    """Whether a word names whoever can speak: nurses, a report."""
    return is_common(low) or is_person_noun(low) or is_person_noun(low.removesuffix("s"))


def _is_participle(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word that begins a phrase is what somebody was: held, told."""
    low = tokens.lows[at]
    if not tokens.words[at][0].islower():
        return False
    return bool(tokens.tags[at] & VERB) or (
        not tokens.tags[at] and low[-2:] == "ed" and low in CUES
    )
