"""Carriers: who passes on what another says: "Lee, citing Ray, said …", "police say Lee wrote …"."""

from __future__ import annotations

from typing import Final

from texts.attribution.asides import AS_REPORTED
from texts.attribution.mentions import can_speak
from texts.attribution.nouns import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    UNNAMED_SOURCES,
)
from texts.attribution.openings import opening_of_content
from texts.attribution.phrases import Range
from texts.attribution.relation import CITED, Relation, Search
from texts.attribution.sources import source_in
from texts.attribution.tokens import Tokens
from texts.attribution.unsaid import is_unsaid
from texts.attribution.words import OBJECT, PUNCT, QUOTE, REL, SUBJECT, SUBORD

__all__ = ["carried_along", "credit_the_cited"]

_CITING: Final = frozenset(("citing", "quoting"))
_REACH: Final = 16
"""So many words at most name whom somebody cites."""
_TELLING: Final = frozenset(
    (
        "speaker and verb, then clause",
        "clause, then speaker and verb",
        "clause around speaker and verb",
        "speaker and verb, then quotation",
        "quotation, then speaker and verb",
        "quotation, then verb and speaker",
    )
)
_VOICES: Final = DOCUMENT_NOUNS | GROUP_NOUNS | ORGANIZATION_NOUNS | PERSON_NOUNS | UNNAMED_SOURCES


def carried_along(search: Search, relations: list[Relation]) -> None:
    """Note who says that the speaker said it, where that clause is not credited by itself.

    "Police say Lee told a friend “…”". Linear in the verbs and the relations.
    """
    tokens = search.tokens
    if len(search.verbs) < 2 or not any(relation.source for relation in relations):
        return
    credited = {relation.cue for relation in relations}
    leading: dict[int, Range] = {}
    for verb in search.verbs:
        if verb.subject is None or verb.turned or verb.passive or not verb.cue.clause:
            continue
        if (verb.at, verb.at + 1) in credited or is_unsaid(search, verb):
            continue
        opening = opening_of_content(tokens, verb.after, search.stop, verb.cue)
        if opening is not None and can_speak(tokens, verb.subject):
            leading[opening[0]] = verb.subject
    for relation in relations:
        if relation.source is None or relation.carrier is not None or relation.cue is None:
            continue
        carrier = leading.get(relation.source[0])
        if carrier is not None and relation.rule != AS_REPORTED:
            relation.carrier = source_in(tokens, carrier)


def credit_the_cited(search: Search, relations: list[Relation]) -> None:
    """Credit what somebody says on another's word to that other, whom the speaker cites.

    Words in marks stay the speaker's, unless "quoting Ray" introduces them: after them it may be
    said of a part. Linear in the words for each relation, of which a sentence has few.
    """
    if _CITING.isdisjoint(search.words):
        return
    tokens = search.tokens
    for at in range(search.first, search.stop - 1):
        if tokens.lows[at] not in _CITING:
            continue
        cited = _cited(search, at)
        if cited is None:
            continue
        for relation in relations:
            if relation.rule in _TELLING and _goes_with(search, relation, at, cited[1]):
                marked = any(QUOTE in tokens.tags[slice(*part)] for part in relation.content)
                introduced = tokens.lows[at] == "quoting" and at < relation.content[0][0]
                if not marked or introduced:
                    relation.carrier, relation.source = relation.source, cited
                    relation.cue, relation.rule = (at, at + 1), CITED
                break


def _cited(search: Search, at: int) -> Range | None:
    """Who is cited, if it is somebody, or a document: not "citing the heavy snow"."""
    tokens, end = search.tokens, at + 1
    stop = min(search.stop, at + _REACH)
    while end < stop and not (
        tokens.tags[end] & (PUNCT | REL | SUBORD) or tokens.tags[end] == QUOTE
    ):
        end += 1
    if end == at + 1 or tokens.lows[end - 1] == "as" or "as" in tokens.lows[at + 1 : end]:
        return None  # quoting Lee as saying
    if tokens.tags[at + 1] & (OBJECT | SUBJECT):
        return None
    found = source_in(tokens, (at + 1, end))
    if found is None or not can_speak(tokens, found):
        return None
    return (found[0], end) if _is_somebody(tokens, found, tokens.lows[at] == "quoting") else None


def _is_somebody(tokens: Tokens, found: Range, quoted: bool) -> bool:
    """Whether the phrase has a noun for those who speak, or a name of two words or more.

    One word with a capital may be a disease or a law that is given as a reason; who is quoted
    speaks.
    """
    named = sum(tokens.words[at][0].isupper() for at in range(*found))
    known = any(tokens.lows[at] in _VOICES for at in range(*found))
    return known or (tokens.words[found[1] - 1][0].isupper() and (named > 1 or quoted))


def _goes_with(search: Search, relation: Relation, at: int, end: int) -> bool:
    """Whether "citing …", which begins at `at` and ends at `end`, is said of the relation's source."""
    if relation.source is None or relation.cue is None:
        return False
    lows = search.tokens.lows
    if at == search.first:
        return end < search.stop and lows[end] == "," and relation.source[0] == end + 1
    if lows[at - 1] != ",":
        return False
    before = at - 1
    last = relation.content[-1][1] if relation.content else -1
    return before in (relation.source[1], relation.cue[1], last)
