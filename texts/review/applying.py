"""Applying decisions: the reading as the reader has decided it, with quoth's own left as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge

from texts.export.passages import folded
from texts.reading import Certainty, Mode, Quotation, Reading, Voice
from texts.review.chains import Changed, rechained
from texts.review.decision import LONGEST_NAME, RULE, Decided, Decision, Opinion, Verdict
from texts.review.placing import placed
from texts.words import words

__all__ = ["Reviewed", "apply", "opinion_of"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reading with decisions."""

    reading: Reading
    astray: Sequence[Decision] = ()
    """The decisions whose words are no quotation and no term of it, or no one in particular."""


def opinion_of(reading: Reading, quotation: Quotation) -> Opinion:
    """What a reading takes the words of a quotation, or of a term, for."""
    if quotation.mode is Mode.TERM:
        return Opinion(Verdict.NO_QUOTATION)
    voice = reading.voice_of(quotation)
    return Opinion(Verdict.NOBODY) if voice is None else Opinion(Verdict.VOICE, voice.name)


def apply(reading: Reading, decisions: Iterable[Decision]) -> Reviewed:
    """A reading with the decisions that find their words in it; no span and no word changes.

    What is decided is `Certainty.CONFIRMED`, and its evidence is a `Decided`. What is no quotation
    becomes a term, and a term that is one a mixed quotation, of which only the words in marks are
    verbatim. A name that no voice has becomes a voice, after all others. Applying the same decisions
    to the outcome changes nothing more. Linear in the reading and the words of the decisions.
    """
    found, astray = placed(reading, decisions)
    if not found:
        return Reviewed(reading, astray)
    cast = _Cast(reading.voices)
    terms: list[Quotation] = []
    changes: list[Changed] = []
    for held, is_term in _in_order(reading):
        decision = found.get(held.spans)
        now = held if decision is None else _decided(held, decision, cast)
        if now.mode is not Mode.TERM:
            changes.append(Changed(None if is_term else held, now))
        else:
            terms.append(now)
            if not is_term:
                changes.append(Changed(held, None))
    quotations = tuple(rechained(changes))
    voices = tuple(cast.voices)
    return Reviewed(
        replace(reading, voices=voices, quotations=quotations, terms=tuple(terms)), astray
    )


def _in_order(reading: Reading) -> Iterator[tuple[Quotation, bool]]:
    return merge(
        ((quotation, False) for quotation in reading.quotations),
        ((term, True) for term in reading.terms),
        key=lambda held: (held[0].start, -held[0].end),
    )


def _decided(held: Quotation, decision: Decision, cast: _Cast) -> Quotation:
    """A quotation or a term as it was decided; its chain is not that of its voice yet."""
    evidence, decided = held.evidence, decision.decided
    if decided is None:
        noted = Decided(
            evidence.rule, evidence.distance, evidence.basis, evidence.runner_up, decision
        )
        return replace(held, evidence=noted)
    mode, voice = held.mode, None
    if decided.verdict is Verdict.NO_QUOTATION:
        mode = Mode.TERM
    elif mode is Mode.TERM:
        mode = Mode.MIXED
    if decided.voice is not None:
        voice = cast.number(decided.voice, held.voice)
    return replace(
        held,
        mode=mode,
        voice=voice,
        certainty=Certainty.CONFIRMED,
        evidence=Decided(RULE, decision=decision),
        chain=() if mode is Mode.TERM else held.chain,
    )


class _Cast:
    """The voices of a reading, and those that the reader has named."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = list(voices)
        self._numbers: dict[str, int] = {}
        self._folded: dict[tuple[str, ...], int] = {}
        for voice in voices:
            self._know(voice)

    def number(self, name: str, at_present: int | None) -> int:
        """The number of the voice with a name: the present one if it is called so."""
        if at_present is not None and self.voices[at_present].name == name:
            return at_present
        known = self._numbers.get(name)
        if known is None:
            known = self._folded.get(_folded(name))
        if known is None:
            known = len(self.voices)
            self.voices.append(Voice(known, name, None))
            self._know(self.voices[known])
        return known

    def _know(self, voice: Voice) -> None:
        self._numbers.setdefault(voice.name, voice.number)
        if key := _folded(voice.name):
            self._folded.setdefault(key, voice.number)


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(folded(name)[:LONGEST_NAME]))
