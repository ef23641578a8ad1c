"""Inner speech: words in marks that somebody's account of others gives to one of them.

In "Reed says that Lee wrote “no”" the clause is Reed's account, and the words in marks are Lee's.
"""

from __future__ import annotations

from texts.attribution.mentions import can_speak
from texts.attribution.openings import opening_of_content
from texts.attribution.relation import Relation, Search
from texts.attribution.verbs import Verb
from texts.attribution.words import QUOTE

__all__ = ["claim_quotes", "inner_speech"]


def claim_quotes(search: Search) -> None:
    """Note which stretches in marks a verb leads to directly: she said, “…”."""
    tokens, stop = search.tokens, search.stop
    for verb in search.verbs:
        if not verb.cue.quote or verb.turned or verb.passive:
            continue
        found = opening_of_content(tokens, verb.after, stop, verb.cue)
        if found is not None and found[0] < stop and tokens.tags[found[0]] == QUOTE:
            search.claimed[found[0]] = verb.at


def inner_speech(search: Search) -> None:
    """Credit words in marks inside a reported clause to whoever the clause says has said them.

    The clause stays with whom it is from. Linear in the stretches that a verb leads to.
    """
    if not search.claimed:
        return
    verbs = {verb.at: verb for verb in search.verbs}
    for quote, at in search.claimed.items():
        verb = verbs[at]
        if not _speaks(search, verb):
            continue
        if any(_gives(relation, verb, quote) for relation in search.relations):
            continue
        if any(_tells_of(relation, verb, quote) for relation in search.relations):
            rule = "speaker and verb, then quotation"
            search.add([(quote, quote + 1)], verb.subject, (at, at + 1), rule)


def _speaks(search: Search, verb: Verb) -> bool:
    """Whether a verb that can only be one of speech has a speaker of its own."""
    cue = verb.cue
    if not cue.clause or cue.evidence or cue.gerund or verb.passive or verb.subject is None:
        return False
    return can_speak(search.tokens, verb.subject)


def _gives(relation: Relation, verb: Verb, quote: int) -> bool:
    """Whether the words are credited by this very verb already."""
    inside = any(start <= quote < end for start, end in relation.content)
    return inside and relation.cue == (verb.at, verb.at + 1)


def _tells_of(relation: Relation, verb: Verb, quote: int) -> bool:
    """Whether the words, the verb and its speaker stand together in what somebody else says."""
    if verb.subject is None or relation.source == verb.subject:
        return False
    begins = min(verb.subject[0], verb.at)
    return any(start <= begins and quote < end for start, end in relation.content)
