"""Certainty: how an attribution is known, and why it is no surer than that."""

from __future__ import annotations

from typing import Final

from texts.attribution.said import Said
from texts.attribution.speakers import Resolved
from texts.reading import Certainty

__all__ = ["certainty_of"]

_WEAK: Final = frozenset(("same sentence", "subject of the sentence"))


def certainty_of(said: Said, resolved: Resolved) -> tuple[Certainty, str]:
    """The certainty of a quotation whose speaker has been looked for, and why, in a sentence."""
    certainty = resolved.certainty
    if resolved.voice is None:
        return Certainty.UNRESOLVED, _UNRESOLVED[said.source is not None]
    if said.carried is not None:
        if said.lowered:
            return Certainty.INFERRED, "It was carried over words in the author’s own voice."
        return Certainty.CARRIED, "The speaker goes on from another sentence, with nobody between."
    if said.turn is not None:
        return certainty, "Whose turn it is tells, and no words do."
    if said.rule in _WEAK and certainty is Certainty.EXPLICIT:
        return (
            Certainty.INFERRED,
            "The sentence names somebody, but no verb of speech leads to the words.",
        )
    if certainty is Certainty.INFERRED:
        return (
            certainty,
            "The words for the source are a pronoun, an alias or a description of somebody.",
        )
    return (
        certainty,
        "The words for the source stand beside these, and say by themselves who it is.",
    )


_UNRESOLVED: Final = {
    True: "The words for the source name nobody who could be credited.",
    False: "No words for a source are near enough to credit anybody.",
}
