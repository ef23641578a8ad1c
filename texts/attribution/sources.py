"""Sources: how much of a phrase that stands where a speaker stands can name one.

A clause names nobody, nor does a date or a lone participle: of "her teacher what she wanted" only
"her teacher" can be a source, of "March 2021" and "held for 12 days" nothing.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.phrases import Range
from texts.attribution.tokens import Tokens
from texts.attribution.words import AUX, DET, OBJECT, POSS, PREP, REL, SUBORD, TIME, VERB

__all__ = ["source_in"]

_ASKING: Final = frozenset("what how why whether".split())


def source_in(tokens: Tokens, source: Range) -> Range | None:
    """What of the phrase may name a speaker: no date, and nothing from a finite verb on.

    What follows a comma or a relative pronoun only describes. Linear in the phrase.
    """
    start, end = source
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
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
        if at + 1 < end and words[at][0].islower() and not tags[at - 1] & (DET | POSS):
            finite = tag & VERB and not tag & AUX
            past = not tag and lows[at][-2:] == "ed"
            if (finite or past) and tags[at + 1] & (DET | POSS | OBJECT):
                return start, at
    return source


def _is_participle(tokens: Tokens, at: int) -> bool:
    """Whether a lower-case word that begins a phrase is what somebody was: held, told."""
    low = tokens.lows[at]
    if not tokens.words[at][0].islower():
        return False
    return bool(tokens.tags[at] & VERB) or (
        not tokens.tags[at] and low[-2:] == "ed" and low in CUES
    )
