"""What every format says alike: a quotation's words in one string, its voice, its chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import pairwise

from texts.document import Span
from texts.reading import Quotation, Reading, Voice
from texts.review.decision import decision_of, moment_in_words

__all__ = [
    "DECISION",
    "SEAM",
    "chain_of",
    "decision_facts",
    "folded",
    "in_order",
    "joined",
    "name_of",
]

SEAM = " […] "
"""Stands between two pieces of a quotation that have other words between them."""


DECISION = ("decided", "decided_by", "quoth_said", "note")
"""What is told of the reader's decision on a quotation, where decisions are asked for."""


def decision_facts(quotation: Quotation) -> dict[str, str | None]:
    """When it was decided and by whom, what quoth had said, and a note, by the names of `DECISION`.

    All of it unknown where nothing has been decided or noted.
    """
    decision = decision_of(quotation)
    if decision is None:
        return dict.fromkeys(DECISION)
    at = moment_in_words(decision.at) if decision.decided else None
    had = decision.had.voice or decision.had.verdict.value
    return dict(zip(DECISION, (at, decision.who, had, decision.note or None), strict=True))


def joined(text: str, spans: Sequence[Span]) -> str:
    """The words of `spans` in one string; nothing that `text` does not say but `SEAM`.

    Where no letter or digit lies between two pieces, as in a quotation that runs on over a
    paragraph's end, what lies there is kept. Where others' words lie between them (“A,” she said,
    “B.”) a bracketed ellipsis says so, for the pieces put side by side would be a sentence that
    stands nowhere. The brackets are an editor's usual sign; spans say exactly where a piece ends.
    """
    pieces = [spans[0].of(text)]
    for left, right in pairwise(spans):
        between = text[left.end : right.start]
        others = any(character.isalnum() for character in between)
        pieces += [SEAM if others else between, right.of(text)]
    return "".join(pieces)


def folded(words: str) -> str:
    """`words` on one line: each run of white space, line breaks too, is one space."""
    return " ".join(words.split())


def in_order(reading: Reading, *, terms: bool, attitudes: bool) -> Iterator[Quotation]:
    """The quotations, and what else is wanted, in order of their first character."""
    return merge(
        reading.quotations,
        reading.terms if terms else (),
        reading.attitudes if attitudes else (),
        key=lambda quotation: (quotation.start, -quotation.end),
    )


def name_of(voice: Voice, reading: Reading) -> str:
    """What a voice is called outside its document, where “the author” alone says too little."""
    outlet = reading.document.origin.outlet
    return outlet if voice.number == 0 and outlet else voice.name


def chain_of(quotation: Quotation, reading: Reading) -> list[str] | None:
    """The names from the author inwards; `None` when nobody could be credited."""
    return [name_of(reading.voices[at], reading) for at in quotation.chain] or None
