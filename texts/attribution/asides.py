"""Speech reported by the way: "as Lee noted", "as reported by Lee", "asked about the roof, …"."""

from __future__ import annotations

from typing import Final

from texts.attribution.content import content_end, count_words, object_end, trim
from texts.attribution.cues import CUES
from texts.attribution.forms import Form
from texts.attribution.phrases import Range
from texts.attribution.relation import MIN_INDIRECT, Search
from texts.attribution.verbs import Verb
from texts.attribution.words import (
    ADVERB,
    AUX,
    BE,
    CONJ,
    PREP,
    PUNCT,
    QUESTIONS,
    QUOTE,
    REL,
    SUBORD,
    TIME,
)

__all__ = ["AS_REPORTED", "as_reported", "asked_about"]

AS_REPORTED: Final = "clause, as reported by somebody"


def as_reported(search: Search) -> None:
    """As Lee noted, the gate was open; the gate, as Lee noted, was open; as reported by Lee, …"""
    if "as" not in search.words:
        return
    lows = search.tokens.lows
    by_subject = {verb.subject[0]: verb for verb in search.verbs if verb.subject is not None}
    for at in range(search.first, search.stop - 3):
        if lows[at] != "as" or (at > search.first and not search.tokens.tags[at - 1] & PUNCT):
            continue
        cue = CUES.get(lows[at + 1])
        verb = by_subject.get(at + 1)
        if cue is not None and cue.form is Form.PAST and lows[at + 2] == "by" and cue.quote:
            end = _aside_end(search, at + 3)
            _credit(search, at, (at + 3, end), (at + 1, at + 2), end)
        elif verb is not None and not verb.passive and verb.cue.clause and not verb.cue.weak:
            _credit_to_verb(search, at, verb)


def _credit_to_verb(search: Search, at: int, verb: Verb) -> None:
    after = verb.at + 1
    tags, lows = search.tokens.tags, search.tokens.lows
    end = _aside_end(search, after)
    if at > search.first and end + 1 < search.stop and tags[end + 1] == QUOTE:
        return  # “…,” she said, as Lee shouted, “…”
    filled = any(
        tags[k] & (REL | SUBORD | AUX) or tags[k] == QUOTE or lows[k] == "to"
        for k in range(after, end)
    )
    if not filled and (
        end == after or tags[after] & (PREP | TIME | ADVERB) or lows[after] == "last"
    ):
        _credit(search, at, verb.subject, (verb.at, after), end)


def _aside_end(search: Search, at: int) -> int:
    tokens = search.tokens
    while at < search.stop and not (
        tokens.tags[at] & PUNCT and tokens.lows[at] not in ("-", "/", "(", ")")
    ):
        at += 1
    return at


def _credit(search: Search, at: int, source: Range | None, cue: Range, end: int) -> None:
    """Credit what stands around the aside `[at, end)`."""
    tokens, first, stop = search.tokens, search.first, search.stop
    if source is None or source[0] >= source[1]:
        return
    content: list[Range] = []
    before = trim(tokens, first, at)
    while before is not None and tokens.tags[before[0]] & CONJ and before[0] + 1 < before[1]:
        before = before[0] + 1, before[1]
    if before is not None and count_words(tokens, *before) >= MIN_INDIRECT:
        content.append(before)
    leads = before is None or count_words(tokens, *before) < MIN_INDIRECT
    if end < stop and tokens.lows[end] == "," and leads:
        after = trim(tokens, end, content_end(tokens, end + 1, stop, search.verbs))
        if after is not None and count_words(tokens, *after) >= MIN_INDIRECT:
            content.append(after)
    if content:
        search.add(content, source, cue, AS_REPORTED)


_ASKED: Final = frozenset("asked pressed questioned quizzed grilled".split())
_AFTER_ASKER: Final = frozenset("about on to in if whether during".split())


def asked_about(search: Search) -> None:
    """Asked (by Lee) about the roof, she …; when asked whether …; she was asked why …"""
    if _ASKED.isdisjoint(search.words):
        return
    tokens, first, stop = search.tokens, search.first, search.stop
    lows, tags = tokens.lows, tokens.tags
    for at in range(first, stop - 2):
        if lows[at] not in _ASKED or not _is_asked(search, at):
            continue
        source: Range | None = None
        topic = at + 1
        if lows[topic] == "by":
            end = topic + 1
            while end < stop and not (
                tags[end] & (PUNCT | TIME | SUBORD | REL) or lows[end] in _AFTER_ASKER
            ):
                end += 1
            source, topic = (at + 2, end), end
        if topic >= stop or lows[topic] == "to":
            continue  # pressed to say what she meant
        reach = min(stop - 1, topic + 8)
        while topic < reach and lows[topic] not in QUESTIONS and lows[topic] != "about":
            if tags[topic] & PUNCT or tags[topic] == QUOTE:
                break
            topic += 1
        if lows[topic] == "about":
            content = trim(tokens, topic + 1, object_end(tokens, topic + 1, _comma(search, topic)))
        elif lows[topic] in QUESTIONS:
            content = trim(tokens, topic, _comma(search, topic))
        else:
            continue
        if content is None or (source is not None and source[0] >= source[1]):
            continue
        # "Asked about it, she …" only leads to her answer, and names nobody who asks
        told = lows[topic] in QUESTIONS and at > first and bool(tags[at - 1] & BE)
        if source is not None or told or any(tags[k] == QUOTE for k in range(*content)):
            search.add([content], source, (at, at + 1), "passive")


def _is_asked(search: Search, at: int) -> bool:
    """Whether "asked" is a passive here: somebody was asked."""
    tokens, first = search.tokens, search.first
    before = at - 1
    while before > first and tokens.tags[before] & ADVERB and not tokens.tags[before] & SUBORD:
        before -= 1
    if before < first:
        return True
    tag = tokens.tags[before]
    return bool(tag & BE) or tokens.lows[before] in ("when", "if", "after", ",", "being")


def _comma(search: Search, start: int) -> int:
    """The comma that ends the question."""
    lows = search.tokens.lows
    return next(
        (k for k in range(start + 1, search.stop) if lows[k] in (",", "—", ";")), search.stop
    )
