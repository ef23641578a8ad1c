"""Beats: whom the narration beside somebody's words tells of, as "Ann put down her cup. “No.”" does."""

from __future__ import annotations

from typing import Final

from texts.attribution.mentions import Mention, mention_of
from texts.attribution.phrases import Range
from texts.attribution.tokens import Tokens
from texts.attribution.words import DET, POSS

__all__ = ["beat_of"]

_OF_A_BODY: Final = frozenset(
    """
    eye eyes face voice tone lip lips mouth brow brows eyebrow eyebrows forehead cheek cheeks head
    heart jaw chin shoulder shoulders arm arms hand hands finger fingers fist knee knees breath
    smile laugh laughter grin frown look gaze glance expression countenance features manner colour
    color temper anger curiosity
    """.split()
)
"""What is told of is told of its owner: Ann’s eyes shone."""


def beat_of(tokens: Tokens, told_of: Mention, first: int, subject: Range) -> Mention | None:
    """Whom a sentence that begins at token `first` tells of: a person, or the owner of a face, a
    hand, a smile. `told_of` is its `subject` as a mention. `None` for anything else.
    """
    start, end = subject
    if told_of.may_be_person:
        return told_of
    if tokens.lows[end - 1] not in _OF_A_BODY:
        return None
    signs = [at for at in range(start + 1, end - 1) if tokens.lows[at] in ("’s", "'s")]
    if signs:
        owner = start, signs[-1]
    elif tokens.tags[start] & DET and tokens.tags[start] & POSS:
        owner = start, start + 1
    else:
        return None
    found = mention_of(tokens, first, owner)
    return found if found.may_be_person else None
