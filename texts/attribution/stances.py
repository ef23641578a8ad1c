"""Stances: what the choice of a cue says of the author's view, for verbs and nouns of speech.

The classes are those in which stylebooks group verbs of attribution. They describe the word that
was chosen; they do not judge whoever chose it.
"""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.attitudes import ATTITUDES
from texts.attribution.cues import CUES
from texts.reading import Stance

__all__ = ["stance_of"]

_WORD: Final = re.compile(r"\w+")
_NOUNS: Final[dict[str, Stance]] = {
    word: stance
    for stance, words in (
        (
            Stance.NEUTRAL,
            "according account announcement announcements answer conclusion conclusions findings "
            "greeting prediction predictions proposal proposals question recommendation "
            "recommendations rejoinder response statement statements submission submissions "
            "suggestion suggestions telling testimony words",
        ),
        (
            Stance.DOUBT,
            "allegation allegations argument arguments assertion assertions contention contentions "
            "insinuation insinuations",
        ),
        (Stance.CONCESSION, "admission admissions confession confessions"),
        (Stance.ENDORSEMENT, "confirmation reminder reminders revelation revelations"),
        (
            Stance.EMPHASIS,
            "assurance assurances declaration declarations exclamation insistence reassurance "
            "reassurances threat threats warnings",
        ),
        (Stance.DENIAL, "denial denials rejection"),
        (Stance.APPEAL, "plea pleas"),
        (
            Stance.ATTACK,
            "accusation accusations complaint complaints condemnation criticism criticisms "
            "denunciation objection objections",
        ),
        (Stance.THOUGHT, "assessment belief judgement judgment opinion reckoning theory"),
    )
    for word in words.split()
}
"""Nouns that are not spelt like a form of their verb, which has the stance of its own."""


def stance_of(cue: str) -> Stance | None:
    """The stance of a cue's words: that of the first of them that has one; `None` for a colon."""
    for match in _WORD.finditer(cue.lower()):
        word = match.group()
        known = CUES.get(word) or ATTITUDES.get(word)
        if known is not None:
            return known.stance
        if word in _NOUNS:
            return _NOUNS[word]
    return None
