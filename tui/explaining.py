"""An explanation in plain words: whom a quotation is credited to, and what spoke for whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from texts.attribution.trace import Dropped, Explanation, Weighed
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
    "weighed_in_words",
]

MOST_WEIGHED: Final = 6
"""So many of those who were weighed are told of, the likeliest."""
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


def dropped_in_words(reading: Reading, dropped: Dropped) -> Iterator[Reason]:
    """What was found and not kept, by which rule, and why."""
    words = shortened(joined(reading.document.text, dropped.spans), _HEADLINE)
    yield Reason("dropped", words)
    yield Reason("rule", dropped.rule)
    yield Reason("because", dropped.words)
