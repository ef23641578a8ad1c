"""Certainty: how an attribution is known, and why it is no surer than that."""

from __future__ import annotations

from typing import Final

from texts.attribution.mentions import Mention
from texts.attribution.relation import CREDIT_NOBODY
from texts.attribution.said import Said
from texts.attribution.speakers import Resolved
from texts.reading import Certainty

__all__ = ["certainty_of"]

_WEAK: Final = frozenset(("same sentence", "subject of the sentence"))
_FAR: Final = 2
"""Over more sentences than this a speaker is not carried, only inferred."""


def certainty_of(said: Said, resolved: Resolved, *, story: bool) -> tuple[Certainty, str]:
    """The certainty of a quotation whose speaker has been looked for, and why, in a sentence.

    In a story a description ("the old man") may mean somebody who has a name elsewhere.
    """
    if resolved.voice is None and said.rule in CREDIT_NOBODY:
        return Certainty.UNRESOLVED, "What decided, decided that nobody is to be credited."
    if resolved.voice is None:
        return Certainty.UNRESOLVED, _UNRESOLVED[said.source is not None]
    if said.carried is not None:
        doubt = _doubt_of_carrying(said, said.carried, story=story)
        return (Certainty.INFERRED, doubt) if doubt else (Certainty.CARRIED, _CARRIED)
    if said.turn is not None:
        return Certainty.INFERRED, "Whose turn it is tells, and no words do."
    if resolved.certainty is not Certainty.EXPLICIT:
        return resolved.certainty, _RESOLVED
    if said.rule in _WEAK:
        return Certainty.INFERRED, "The sentence names somebody, but no verb leads to the words."
    if story and said.source is not None and said.source.describes:
        return Certainty.INFERRED, "The source is described, and may have a name elsewhere."
    return Certainty.EXPLICIT, _EXPLICIT


def _doubt_of_carrying(said: Said, speaker: Mention, *, story: bool) -> str | None:
    """Why a speaker who goes on from elsewhere is less than sure."""
    if said.rule == "beat":
        return "The paragraph tells what somebody does, and not that they speak."
    if not said.spoke:
        return "The sentence before tells of somebody, and gives no words of theirs."
    if said.lowered:
        return "It was carried over words in the author’s own voice."
    if said.distance > _FAR:
        return "It was carried over several sentences."
    if story and said.rule == "paragraph before":
        return "It was carried over paragraphs, and in a conversation each may be another’s."
    if speaker.pronoun is not None or (story and speaker.describes):
        return "It was carried from a source that is no name itself."
    return None


_EXPLICIT: Final = "The source stands beside these words, and says by itself who it is."
_CARRIED: Final = "The speaker goes on from another sentence, with nobody between."
_RESOLVED: Final = "The source is a pronoun, an alias or a description that had to be resolved."
_UNRESOLVED: Final = {
    True: "The source names nobody who could be credited.",
    False: "No source is near enough to credit anybody.",
}
