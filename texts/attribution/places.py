"""Places of names: what the place of a name in its sentence says for its being meant later."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.forms import Form
from texts.attribution.words import AUX, PREP, TAGS, VERB
from texts.document import Span

__all__ = ["SUBJECT_WEIGHT", "acts", "begins_sentence", "weight_of_place"]

SUBJECT_WEIGHT: Final = 3.0
_OBJECT: Final = -2.0
_POSSESSIVE: Final = -1.5
_ADJECTIVE: Final = -1.5
_THING: Final = -3.0
_NEXT: Final = re.compile(r"([’']s?)?(,?)\s+([\w’']+)")
_PREVIOUS: Final = re.compile(r"([\w’']+)[\s\"“‘']*$")
_BEGINS: Final = re.compile(
    r"(?:^|[.?!”\"\n]\s+|\n)(?:[A-Z][a-z]+(?:\s[a-z]+){0,3},\s|(?:But|And|Yet|So|While|When|As|After)\s)?$"
)
"""What may stand between the sentence before and its first name: Last week, …"""
_LEAD: Final = 40
_APPOSED: Final = frozenset("who whose a an the now then".split())


def begins_sentence(text: str, offset: int) -> bool:
    """Whether what stands at `offset` is the first phrase of its sentence, but for "Last week,"."""
    return _BEGINS.search(text, max(0, offset - _LEAD), offset) is not None


def acts(text: str, end: int) -> bool:
    """Whether a verb follows the name that ends at `end`, as it does after a subject."""
    follows = _NEXT.match(text, end, end + 30)
    return (
        follows is not None
        and not follows.group(1)
        and not follows.group(2)
        and follows.group(3).islower()
        and _is_verb(follows.group(3), many=False)
    )


def _is_verb(word: str, *, many: bool) -> bool:
    cue = CUES.get(word)
    return (
        bool(TAGS.get(word, 0) & (AUX | VERB))
        or word[-2:] == "ed"
        or word[-3:] in ("n't", "n’t")
        or (cue is not None and (many or cue.form is not Form.BASE))
    )


def weight_of_place(text: str, span: Span, *, many: bool = False) -> float:
    """What the place of a name says: a subject is likelier than an object or an owner.

    `many`: it names more than one, so that "say" is its verb as well as "said".
    """
    follows = _NEXT.match(text, span.end, span.end + 30)
    precedes = _PREVIOUS.search(text, max(0, span.start - 20), span.start)
    before = TAGS.get(precedes.group(1).lower(), 0) if precedes else 0
    weight = 0.0
    if follows is not None:
        if follows.group(1):
            return _POSSESSIVE
        word = follows.group(3).lower()
        if _is_verb(word, many=many) or word in ("who", "also"):
            weight += SUBJECT_WEIGHT
        elif follows.group(2):
            if word in _APPOSED and not before & PREP:
                begins = begins_sentence(text, span.start)
                weight += SUBJECT_WEIGHT if begins else SUBJECT_WEIGHT / 2
        elif word == "of":
            return _THING  # Art of the Deal
        elif (
            follows.group(3) == word
            and word not in TAGS
            and word[-2:] != "ly"
            and not begins_sentence(text, span.start)
        ):
            weight += _ADJECTIVE  # a Russian nobleman
    if before & PREP:
        weight += _OBJECT
    elif weight == 0.0 and begins_sentence(text, span.start):
        weight += SUBJECT_WEIGHT
    return weight
