"""An explanation in plain words: whom a quotation is credited to, and what spoke for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from texts.attribution.trace import Dropped, Explanation, Ground, Weighed
from texts.document import Document
from texts.export.passages import joined
from texts.reading import Mode, Reading
from tui.wording import (
    NOT_FOUND,
    Reason,
    certainty_in_words,
    chain_in_words,
    evidence_in_words,
    kind_in_words,
    mode_in_words,
    shortened,
)

__all__ = [
    "MOST_WEIGHED",
    "dropped_in_words",
    "explanation_in_words",
    "headline",
    "rivals_in_words",
    "weighed_in_words",
]

MOST_WEIGHED: Final = 6
"""So many of those who were weighed are told of, the likeliest."""
_MOST_RIVALS: Final = 3
_MOST_GROUNDS: Final = 3
_TELLING: Final = 0.5
_HEADLINE: Final = 400
_LEAST: Final = 0.05
"""What weighs less would be told as nothing."""


def headline(reading: Reading, explanation: Explanation) -> str:
    """The words that are explained."""
    return shortened(joined(reading.document.text, explanation.quotation.spans), _HEADLINE)


def explanation_in_words(reading: Reading, explanation: Explanation) -> Iterator[Reason]:
    """A line a fact: voice, evidence, certainty and its reason, chain, and who was weighed."""
    quotation = explanation.quotation
    voice = reading.voice_of(quotation)
    how = "an attitude, not speech" if quotation.attitude else mode_in_words(quotation)
    if quotation.mode is Mode.TERM:
        yield Reason("is", how)
    else:
        who = f"{voice.name} ({kind_in_words(voice)})" if voice else NOT_FOUND
        yield Reason("voice", f"{who} · {how}")
    yield from evidence_in_words(reading, quotation)
    yield Reason("rule", quotation.evidence.rule)
    if quotation.mode is not Mode.TERM:
        sure = f": {explanation.sure}" if explanation.sure else ""
        yield Reason("certainty", f"{certainty_in_words(quotation)}{sure}")
    if quotation.chain:
        yield Reason("chain", chain_in_words(reading, quotation))
    for rank, weighed in enumerate(explanation.weighed[:MOST_WEIGHED], 1):
        label = "weighed" if rank == 1 else ""
        yield Reason(label, f"{rank}. {weighed_in_words(reading.document, weighed)}")
    more = len(explanation.weighed) - MOST_WEIGHED
    if more > 0:
        yield Reason("", f"and {more} more, less likely")


def weighed_in_words(document: Document, weighed: Weighed) -> str:
    """One who may be meant: the weight, the place, and what speaks for and against them."""
    weight = "" if weighed.weight is None else f" {weighed.weight:.1f}"
    at = ""
    if weighed.place is not None:
        at = f", ¶ {document.paragraphs.index_at(weighed.place.start) + 1}"
    told = [
        f"{ground.words} {ground.weight:+.1f}"
        for ground in weighed.grounds
        if abs(ground.weight) >= _LEAST
    ]
    told += [weighed.words] if weighed.words else []
    reasons = f": {', '.join(told)}" if told else ""
    return f"{shortened(weighed.name, 60)}{weight}{at}{reasons}"


def rivals_in_words(weighed: Sequence[Weighed]) -> Iterator[Reason]:
    """The likeliest of several, and what tells them apart: as much as a pane has room for.

    What weighs as much for all of them is left out, and so is what weighs little.
    """
    rivals = weighed[:_MOST_RIVALS]
    for rank, one in enumerate(rivals, 1):
        telling = [ground for ground in one.grounds if _tells_apart(ground, rivals)]
        most = sorted(telling, key=lambda ground: -abs(ground.weight))[:_MOST_GROUNDS]
        told = [f"{'' if ground.weight > 0 else 'but '}{ground.words}" for ground in most]
        reasons = f": {', '.join(told)}" if told else ""
        yield Reason("weighed" if rank == 1 else "", f"{rank}. {shortened(one.name, 40)}{reasons}")


def _tells_apart(ground: Ground, rivals: Sequence[Weighed]) -> bool:
    """Whether it weighs for its owner more than for another, or against them more."""
    others = [
        sum(other.weight for other in rival.grounds if other.words == ground.words)
        for rival in rivals
    ]
    against = max(others) - ground.weight if ground.weight < 0 else ground.weight - min(others)
    return against >= _TELLING


def dropped_in_words(reading: Reading, dropped: Dropped) -> Iterator[Reason]:
    """What was found and not kept, by which rule, and why."""
    words = shortened(joined(reading.document.text, dropped.spans), _HEADLINE)
    yield Reason("dropped", words)
    yield Reason("rule", dropped.rule)
    yield Reason("because", dropped.words)
