"""Explanations as JSON Lines: the objects of `quoth quotes`, each with why it is what it is."""

from __future__ import annotations

from collections.abc import Iterator

from texts.attribution.rules import RULES
from texts.attribution.trace import Dropped, Explanation, Weighed, Why
from texts.export.jsonl import line_of, object_of, place_of
from texts.export.passages import joined, name_of

__all__ = ["explanations"]


def explanations(why: Why) -> Iterator[str]:
    """One line for each quotation, term and attitude of a paragraph, and for each thing dropped.

    To the keys of `texts.export.jsonl` come ``because`` and ``sure``, sentences about the rule and
    the certainty; ``distance``, in sentences; ``runner_up``, a name; ``basis``, the words elsewhere
    that decide; ``weighed``, who may be meant, the likeliest first; and ``dropped``, why something
    was found and not kept: then it has no more than its place, words and rule.
    """
    for explanation in why.explanations:
        yield line_of(_explained(why, explanation))
    for dropped in why.dropped:
        yield line_of(_dropped(why, dropped))


def _explained(why: Why, explanation: Explanation) -> dict[str, object]:
    reading, evidence = why.reading, explanation.quotation.evidence
    rival = evidence.runner_up
    return {
        **object_of(explanation.quotation, reading),
        "because": RULES.get(evidence.rule),
        "sure": explanation.sure,
        "distance": evidence.distance,
        "basis": place_of(evidence.basis, reading.document.decoded),
        "runner_up": None if rival is None else name_of(reading.voices[rival], reading),
        "weighed": [_weighed(why, weighed) for weighed in explanation.weighed],
        "dropped": None,
    }


def _weighed(why: Why, weighed: Weighed) -> dict[str, object]:
    return {
        "name": weighed.name,
        "weight": None if weighed.weight is None else round(weighed.weight, 2),
        "place": place_of(weighed.place, why.reading.document.decoded),
        "grounds": [
            {"words": ground.words, "weight": round(ground.weight, 2)} for ground in weighed.grounds
        ],
        "words": weighed.words or None,
    }


def _dropped(why: Why, dropped: Dropped) -> dict[str, object]:
    document = why.reading.document
    return {
        "document": document.name,
        "paragraph": why.paragraph.number,
        "start": dropped.spans[0].start,
        "end": dropped.spans[-1].end,
        "spans": [[span.start, span.end] for span in dropped.spans],
        "text": joined(document.decoded, dropped.spans),
        "rule": dropped.rule,
        "because": RULES.get(dropped.rule),
        "dropped": dropped.words,
    }
