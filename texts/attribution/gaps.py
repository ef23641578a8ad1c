"""Gaps: content that runs around its cue, as in "a strike that she said would end"."""

from __future__ import annotations

from typing import Final

from texts.attribution.content import content_end, count_words, trim
from texts.attribution.phrases import Range
from texts.attribution.relation import MIN_INDIRECT, Search
from texts.attribution.verbs import Verb
from texts.attribution.words import ADVERB, AUX, DET, POSS, QUOTE, REL, VERB

__all__ = ["around_cue"]


def around_cue(search: Search, verb: Verb) -> bool:
    """A strike that she said would end; what Lee called “a joke”: the pronoun, and the rest."""
    tokens, first = search.tokens, search.first
    if verb.subject is None or verb.turned or verb.passive:
        return False
    opening = verb.subject[0] - 1
    if opening <= first or not (tokens.tags[opening] & REL or tokens.lows[opening] in _PRONOUNS):
        return False
    rest = _rest_of_clause(search, verb) or _what_it_is_called(search, verb)
    if rest is None:
        return False
    parts = [rest] if tokens.lows[opening] == "what" else [(opening, opening + 1), rest]
    search.add(parts, verb.subject, (verb.at, verb.at + 1), "clause around speaker and verb")
    return True


_PRONOUNS: Final = frozenset(("that", "what"))


def _rest_of_clause(search: Search, verb: Verb) -> Range | None:
    """What follows "that she said" where it is a verb without a subject: would end in May."""
    tokens, stop = search.tokens, search.stop
    tags, lows = tokens.tags, tokens.lows
    rest = verb.at + 1
    while rest < stop and tags[rest] & ADVERB and not tags[rest] & DET:
        rest += 1
    finite = rest < stop and tags[rest] & (AUX | VERB) and not tags[rest] & (DET | POSS)
    if not (finite and verb.cue.bare) or verb.subject is None:
        return None
    end = content_end(tokens, rest, stop, search.verbs)
    if lows[verb.subject[0] - 2] == ",":
        end = next((at for at in range(rest, end) if lows[at] == ","), end)
    content = trim(tokens, rest, end)
    return content if content and count_words(tokens, *content) >= MIN_INDIRECT else None


def _what_it_is_called(search: Search, verb: Verb) -> Range | None:
    """The marks after "which she called"."""
    tokens = search.tokens
    if not verb.cue.predicate:
        return None
    at = verb.at + 1
    while at < search.stop and (tokens.lows[at] == "as" or tokens.tags[at] & DET):
        at += 1
    if at >= search.stop or tokens.tags[at] != QUOTE or at in search.taken:
        return None
    return verb.at + 1 + (tokens.lows[verb.at + 1] == "as"), at + 1
