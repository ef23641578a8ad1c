"""Gaps: content that runs around its cue, as in "a strike that she said would end"."""

from __future__ import annotations

from texts.attribution.content import content_end, count_words, trim
from texts.attribution.relation import MIN_INDIRECT, Search
from texts.attribution.verbs import Verb
from texts.attribution.words import ADVERB, AUX, DET, POSS, QUOTE, REL, VERB

__all__ = ["around_cue"]


def around_cue(search: Search, verb: Verb) -> bool:
    """A strike that she said would end; Lee, who she said had left: the pronoun, and the rest."""
    tokens, first, stop = search.tokens, search.first, search.stop
    tags, lows = tokens.tags, tokens.lows
    if verb.subject is None or verb.turned or verb.passive or not verb.cue.bare:
        return False
    rest = verb.at + 1
    while rest < stop and tags[rest] & ADVERB and not tags[rest] & DET:
        rest += 1
    if rest >= stop or not tags[rest] & (AUX | VERB) or tags[rest] & (DET | POSS | QUOTE):
        return False
    opening = verb.subject[0] - 1
    if opening <= first or not (tags[opening] & REL or lows[opening] in ("that", "what")):
        return False
    end = content_end(tokens, rest, stop, search.verbs)
    comma = lows[opening - 1] == ","
    if comma:
        end = next((at for at in range(rest, end) if lows[at] == ","), end)
    content = trim(tokens, rest, end)
    if content is None or count_words(tokens, *content) < MIN_INDIRECT:
        return False
    parts = [(opening, opening + 1), content]
    search.add(parts, verb.subject, (verb.at, verb.at + 1), "clause around speaker and verb")
    return True
