"""Relations: in one sentence, which words are said (content), by whom (source), with which cue.

Each function is one way English puts speech into a sentence; `sentences_in` tries them from the
surest to the weakest. Everything is token ranges; nobody is resolved here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from texts.attribution.as_saying import quoted_as_saying
from texts.attribution.asides import as_reported, asked_about
from texts.attribution.attitudes import attitudes_in
from texts.attribution.carriers import carried_along, credit_the_cited
from texts.attribution.cues import Cue
from texts.attribution.frames import (
    OF_A_THING,
    after_content,
    before_content,
    beside_quote,
)
from texts.attribution.gaps import around_cue
from texts.attribution.inner import claim_quotes, inner_speech
from texts.attribution.phrasal import (
    WITHOUT_A_VERB,
    according_to,
    answers,
    colons,
    nouns_of_speech,
)
from texts.attribution.phrases import Range
from texts.attribution.relation import UNBALANCED, Relation, Search
from texts.attribution.terms import names_something
from texts.attribution.tokens import STRAY, Tokens, cut_sentences
from texts.attribution.unsaid import without_the_unsaid
from texts.attribution.verbs import find_verbs
from texts.attribution.words import QUOTE

__all__ = ["Sentence", "sentences_in"]


@dataclass(slots=True)
class Sentence:
    """What was found in one sentence."""

    first: int
    end: int
    relations: list[Relation] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    """Stretches in marks that no relation of the sentence has taken."""
    subject: Range | None = None
    """Who the sentence is about: who would go on speaking after it."""
    lead: Relation | None = None
    """Speaker and cue of a sentence that leads to what follows: it ends with a colon or a comma."""
    reports: bool = False
    """Whether a verb of speech or of reporting has that subject."""


_LEADING: Final = frozenset((":", ",", "—", "–", "--", "-"))
"""What a paragraph ends with that leads to the words of the next."""
_MOST_CUES: Final = 24
"""A sentence with more cues than this is none; the rest is not looked at."""


def sentences_in(tokens: Tokens) -> Iterator[Sentence]:
    """Every sentence of a tokenized stretch, in order, with what it attributes by itself."""
    at = 0
    for first, end in cut_sentences(tokens):
        cues = []
        while at < len(tokens.cues) and tokens.cues[at][0] < end:
            cues.append(tokens.cues[at])
            at += 1
        yield _relations_in(tokens, first, end, cues)


def _relations_in(tokens: Tokens, first: int, end: int, cues: list[tuple[int, Cue]]) -> Sentence:
    """Everything that the sentence `[first, end)` attributes by itself."""
    sentence = Sentence(first, end)
    tags = tokens.tags
    if first == 0:
        first = _after_dateline(tokens, end)
    quotes = [at for at in range(first, end) if tags[at] == QUOTE] if tokens.marked else []
    del cues[_MOST_CUES:]
    stop = _without_final(tokens, first, end)
    words = set(tokens.lows[first:stop])
    if not cues and not quotes and WITHOUT_A_VERB.isdisjoint(words):
        sentence.relations = attitudes_in(Search(tokens, first, stop, quotes, [], words))
        return sentence
    search = Search(tokens, first, stop, quotes, find_verbs(tokens, first, stop, cues), words)
    according_to(search)
    as_reported(search)
    asked_about(search)
    quoted_as_saying(search)
    nouns_of_speech(search)
    if quotes:
        answers(search)
        for verb in search.verbs:
            beside_quote(search, verb)
        claim_quotes(search)
    beside = {relation.cue for relation in search.relations}
    for verb in search.verbs:
        if (verb.at, verb.at + 1) in beside or around_cue(search, verb):
            continue
        if not before_content(search, verb):
            after_content(search, verb)
    colons(search)
    inner_speech(search)
    search.relations = without_the_unsaid(search)
    spoken = [relation for relation in search.relations if not _is_name(tokens, relation)]
    sentence.relations = _doubted(spoken, tokens) + attitudes_in(search)
    taken = search.taken
    if len(spoken) < len(search.relations):
        taken = {at for said in spoken for part in said.content for at in range(*part)}
    sentence.loose = [at for at in quotes if at not in taken]
    _note_speaker(sentence, search)
    carried_along(search, sentence.relations)
    credit_the_cited(search, sentence.relations)
    return sentence


def _doubted(relations: list[Relation], tokens: Tokens) -> list[Relation]:
    """The relations, what a missing mark makes uncertain apart: it is no longer credited."""
    kept: list[Relation] = []
    for relation in relations:
        unsure = [part for part in relation.content if _is_astray(tokens, part)]
        if not unsure:
            kept.append(relation)
            continue
        sure = [part for part in relation.content if part not in unsure]
        if sure:
            kept.append(replace(relation, content=sure))
        kept += [replace(relation, content=[part], rule=UNBALANCED) for part in unsure]
    return kept


def _is_name(tokens: Tokens, relation: Relation) -> bool:
    """Whether what seems to be said is a thing that has a name in marks."""
    if relation.cue is None or len(relation.content) != 1:
        return False
    begin, end = relation.content[0]
    quotes = [at for at in range(begin, end) if tokens.tags[at] == QUOTE]
    if len(quotes) != 1 or quotes[0] > begin + 3 or tokens.marked[quotes[0]].dashed:
        return False
    beside = relation.rule == OF_A_THING or relation.cue[1] == quotes[0]
    return beside and names_something(tokens, quotes[0])


def _is_astray(tokens: Tokens, part: Range) -> bool:
    """Whether a mark is missing at one end of the words `part`."""
    for at in range(max(part[0] - 1, 0), min(part[1] + 1, len(tokens))):
        if tokens.tags[at] == QUOTE:
            if part[0] <= at < part[1] and tokens.marked[at].astray:
                return True
        elif tokens.words[at] in STRAY:
            return True
    return False


def _note_speaker(sentence: Sentence, search: Search) -> None:
    """Who would go on speaking, and from whom the sentence leads to the next paragraph."""
    verbs, found = search.verbs, search.relations
    if search.stop > search.first and search.tokens.lows[search.stop - 1] in _LEADING and verbs:
        verb = verbs[-1]
        cue = (verb.at, verb.at + 1)
        if verb.subject and not verb.passive and all(said.cue != cue for said in found):
            sentence.lead = Relation([], verb.subject, cue, "colon")
    speakers = [said.source for said in found if said.source is not None]
    mains = [verb.subject for verb in verbs if verb.subject is not None and not verb.passive]
    if speakers or mains:
        sentence.subject, sentence.reports = (speakers or mains)[0], True


def _after_dateline(tokens: Tokens, end: int) -> int:
    """Where the words begin after "CARROW VALE (AP) —" at the head of a report."""
    if not (tokens.words and tokens.words[0].isupper() and len(tokens.words[0]) > 1):
        return 0
    for at in range(1, min(end, 14)):
        if tokens.lows[at] in ("—", "–", "--"):
            return at + 1
        if tokens.tags[at] == QUOTE:
            return 0
    return 0


def _without_final(tokens: Tokens, first: int, end: int) -> int:
    while end > first and tokens.words[end - 1] in ".!?…)" and tokens.words[end - 1] != "":
        if tokens.words[end - 1] == ")":
            break
        end -= 1
    return end
