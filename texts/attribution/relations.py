"""Relations: in one sentence, which words are said (content), by whom (source), with which cue.

Each function is one way English puts speech into a sentence; `relations_in` tries them from the
surest to the weakest. Everything is token ranges; nobody is resolved here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from texts.attribution.content import (
    content_end,
    content_start,
    count_words,
    is_clause,
    last_sign,
    opening_of_content,
    quoted_end,
    second_half,
    tail_after,
    trim,
)
from texts.attribution.cues import Cue
from texts.attribution.phrasal import according_to, colons, nouns_of_speech
from texts.attribution.phrases import Range
from texts.attribution.relation import MIN_INDIRECT, Relation
from texts.attribution.terms import is_title
from texts.attribution.tokens import Tokens
from texts.attribution.verbs import Verb, find_verbs
from texts.attribution.words import (
    ADVERB,
    AUX,
    CONJ,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    SUBJECT,
    SUBORD,
    TIME,
)

__all__ = ["OF_A_THING", "Sentence", "relations_in"]


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
    """Speaker and cue of a sentence that ends with a colon and leads to what follows."""
    reports: bool = False
    """Whether a verb of speech or of reporting has that subject."""


_WHOLE: Final = frozenset(",.?!—–…")


MOST_CUES: Final = 24
"""A sentence with more cues than this is none; the rest is not looked at."""


def relations_in(tokens: Tokens, first: int, end: int, cues: list[tuple[int, Cue]]) -> Sentence:
    """Everything that the sentence `[first, end)` attributes by itself."""
    sentence = Sentence(first, end)
    tags = tokens.tags
    if first == 0:
        first = _after_dateline(tokens, end)
    quotes = [at for at in range(first, end) if tags[at] == QUOTE] if tokens.marked else []
    del cues[MOST_CUES:]
    if not cues and not quotes and "according" not in tokens.lows[first:end]:
        return sentence
    stop = _without_final(tokens, first, end)
    verbs = find_verbs(tokens, first, stop, cues)
    taken: set[int] = set()
    found: list[Relation] = []
    found += according_to(tokens, first, stop, taken)
    for verb in verbs:
        found += _beside_quote(tokens, first, stop, verb, taken)
    beside = {relation.cue for relation in found if relation.cue is not None}
    claimed = _claimed(tokens, stop, verbs)
    for verb in verbs:
        if (verb.at, verb.at + 1) in beside:
            continue
        found += _before_content(
            tokens, first, stop, verb, verbs, taken, claimed
        ) or _after_content(tokens, first, stop, verb, verbs, taken)
    found += nouns_of_speech(tokens, first, stop, taken)
    found += colons(tokens, first, quotes, taken)
    sentence.relations = found
    sentence.loose = [at for at in quotes if at not in taken]
    if stop > first and tokens.lows[stop - 1] == ":" and verbs and verbs[-1].subject is not None:
        verb = verbs[-1]
        if not verb.passive and not any(r.cue == (verb.at, verb.at + 1) for r in found):
            sentence.lead = Relation([], verb.subject, (verb.at, verb.at + 1), "colon")
    speakers = [r.source for r in found if r.source is not None]
    mains = [v for v in verbs if v.subject is not None and not v.passive]
    if speakers:
        sentence.subject, sentence.reports = speakers[0], True
    elif mains:
        sentence.subject, sentence.reports = mains[0].subject, True
    return sentence


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


def _beside_quote(
    tokens: Tokens, first: int, stop: int, verb: Verb, taken: set[int]
) -> list[Relation]:
    """“…,” she said, and “…,” said Ann Lee: the marks stand before the cue and its subject."""
    if not verb.cue.quote or verb.shared or verb.passive:
        return []
    tags, lows = tokens.tags, tokens.lows
    edge = verb.begins
    if verb.subject is not None and not verb.turned:
        edge = min(edge, verb.subject[0])
        while edge > first and (tags[edge - 1] & (CONJ | ADVERB) and not tags[edge - 1] & SUBORD):
            edge -= 1
    quote = edge - 1
    comma = quote >= first and lows[quote] in (",", "—", "–", "-")
    if comma:
        quote -= 1
    if quote < first or tags[quote] != QUOTE:
        return []
    if tags[edge] & SUBJECT and lows[edge] in ("who", "which", "that"):
        return []
    stretch = tokens.marked[quote]
    final = last_sign(tokens, quote)
    if not (comma or final in _WHOLE or quote == first or verb.turned):
        return []
    if not comma and final == "." and quote > first and not verb.turned and verb.at + 1 < stop:
        return []
    start = content_start(tokens, first, quote, stretch.start + stretch.opening)
    content = [(start, quote + 1)]
    taken.update(k for k in range(start, quote + 1) if tags[k] == QUOTE)
    more = second_half(tokens, verb.after, stop)
    if more is not None and not (verb.cue.predicate and not verb.cue.clause):
        content.append(more)
        taken.update(k for k in range(*more) if tags[k] == QUOTE)
    rule = "quotation, then verb and speaker" if verb.turned else "quotation, then speaker and verb"
    return [Relation(content, verb.subject, (verb.at, verb.at + 1), rule)]


def _claimed(tokens: Tokens, stop: int, verbs: list[Verb]) -> dict[int, int]:
    """The stretches in marks that a verb leads to directly: she said, “…”."""
    claimed: dict[int, int] = {}
    for verb in verbs:
        at = verb.at + 1
        while at < stop and at < verb.at + 3 and tokens.lows[at] in (",", ":", "that"):
            at += 1
        if at < stop and tokens.tags[at] == QUOTE and verb.cue.quote and not verb.turned:
            claimed[at] = verb.at
    return claimed


def _before_content(
    tokens: Tokens,
    first: int,
    stop: int,
    verb: Verb,
    verbs: list[Verb],
    taken: set[int],
    claimed: dict[int, int],
) -> list[Relation]:
    """Ann Lee said that …, said “…”, urged them to …, called it “…”: the content follows."""
    tags = tokens.tags
    cue = verb.cue
    if verb.turned and verb.at != first:
        return []
    source = verb.subject
    if verb.passive:
        return _passive(tokens, stop, verb, verbs, taken)
    at = verb.after
    found = opening_of_content(tokens, at, stop, cue)
    if found is None:
        return []
    start, how = found
    if start >= stop:
        return []
    end = content_end(tokens, start, stop, verbs)
    others = [at for at, owner in claimed.items() if start < at < end and owner > verb.at]
    if others and (how != "quote" or tokens.lows[others[0] - 1] in (",", ":")):
        end = _before_clause(tokens, start, others[0]) or end
    if tags[start] == QUOTE:
        end = quoted_end(tokens, start, end)
    if source is not None and tags[source[0]] & REL:
        end = _relative_end(tokens, first, start, end, source[0])
    elif source is not None and not verb.shared and _subordinate(tokens, first, source[0]):
        end = next((at for at in range(start, end) if tokens.lows[at] == ","), end)
    content = trim(tokens, start, end)
    if content is None:
        return []
    inside = [k for k in range(*content) if tags[k] == QUOTE]
    fresh = [k for k in inside if k not in taken]
    words = count_words(tokens, *content)
    if how == "bare" and not inside:
        stated = tags[content[0]] & SUBJECT or cue.lemma in _SAY or is_clause(tokens, *content)
        if words < MIN_INDIRECT or not stated:
            return []
    elif how in ("that", "infinitive", "appeal", "asked for"):
        if words < 2:
            return []
    elif how == "object":
        if not (fresh or (cue.object and words >= 2)):
            return []
    elif how == "quote" and (not fresh or (cue.lemma in _WORKS and is_title(tokens, start))):
        return []
    if how in ("object", "bare") and inside and not fresh:
        return []
    if how == "object" and cue.predicate and fresh:
        content = fresh[0], fresh[-1] + 1  # called the vote “a joke”
    taken.update(inside)
    return [Relation([content], source, (verb.at, verb.at + 1), _RULES[how])]


_SAY: Final = frozenset("say insist argue contend maintain assert".split())
"""Verbs whose object, without marks, can hardly be anything but a clause."""
_WORKS: Final = frozenset("sing write read recite".split())
"""What one does to a song or a book, too."""
OF_A_THING: Final = "speaker and verb, then what is said of a thing"
_RULES: Final = {
    "quote": "speaker and verb, then quotation",
    "that": "speaker and verb, then clause",
    "bare": "speaker and verb, then clause",
    "infinitive": "speaker and verb, then infinitive",
    "appeal": "speaker, verb and hearer, then infinitive",
    "asked for": "speaker and verb, then what is asked for",
    "object": OF_A_THING,
}


def _relative_end(tokens: Tokens, first: int, start: int, end: int, who: int) -> int:
    """The end of what "Lee, who said …, left" says: the comma that closes the aside."""
    if who <= first or tokens.lows[who - 1] != ",":
        return end
    return next((at for at in range(start, end) if tokens.lows[at] == ","), end)


def _before_clause(tokens: Tokens, start: int, quote: int) -> int | None:
    """In "said it was full, and when it rained, he said, “…”": where the second clause begins."""
    found = None
    for at in range(quote - 1, start, -1):
        if tokens.lows[at] == "," and tokens.tags[at + 1] & (CONJ | SUBJECT | SUBORD):
            found = at
    return found


def _subordinate(tokens: Tokens, first: int, subject: int) -> bool:
    """Whether the clause is one like "While Lee said …, nobody came"."""
    at = subject - 1
    while at > first and tokens.tags[at] & ADVERB and not tokens.tags[at] & SUBORD:
        at -= 1
    begins = at == first or (at > first and tokens.tags[at - 1] & (CONJ | PUNCT) > 0)
    return at >= first and begins and tokens.lows[at] in _CONCEDING


_CONCEDING: Final = frozenset("while although though when if as since because whereas".split())


def _passive(
    tokens: Tokens, stop: int, verb: Verb, verbs: list[Verb], taken: set[int]
) -> list[Relation]:
    """ "was described by Ann Lee as …"; "was told that …", whose speaker is not given."""
    tags, lows = tokens.tags, tokens.lows
    source: Range | None = None
    by = next((k for k in range(verb.at + 1, min(stop, verb.at + 14)) if lows[k] == "by"), None)
    if by is not None and by + 1 < stop and lows[by + 1][-3:] != "ing":
        end = by + 1
        while end < stop and not (
            tags[end] & (PUNCT | SUBORD | REL | AUX)
            or tags[end] == QUOTE
            or lows[end] in ("as", "to", "of")
        ):
            end += 1
        if end > by + 1:
            source = (by + 1, end)
    quote = next((k for k in range(verb.at + 1, stop) if tags[k] == QUOTE and k not in taken), None)
    that = next((k for k in range(verb.at + 1, min(stop, verb.at + 10)) if lows[k] == "that"), None)
    if quote is not None and (verb.cue.quote or verb.cue.predicate) and source is not None:
        begin = source[1]
        content = trim(tokens, begin + (begin < stop and lows[begin] in ("as", "to", "of")), stop)
    elif that is not None and verb.cue.clause and (by is None or that < by or source):
        if lows[that - 1] == "," or tags[that - 1] & PREP:
            return []
        content = trim(tokens, that + 1, content_end(tokens, that + 1, stop, verbs))
    else:
        return []
    if content is None or count_words(tokens, *content) < 2:
        return []
    taken.update(k for k in range(*content) if tags[k] == QUOTE)
    return [Relation([content], source, (verb.at, verb.at + 1), "passive")]


def _after_content(
    tokens: Tokens,
    first: int,
    stop: int,
    verb: Verb,
    verbs: list[Verb],
    taken: set[int],
) -> list[Relation]:
    """The plan would fail, she said; the plan, she said, would fail; …, said Ann Lee."""
    cue = verb.cue
    if (
        not (cue.quote and cue.clause)
        or tokens.lows[stop - 1] == ":"
        or cue.weak
        or cue.gerund
        or verb.shared
        or verb.passive
        or verb.subject is None
    ):
        return []
    tags, lows = tokens.tags, tokens.lows
    edge = verb.at if verb.turned else verb.subject[0]
    while edge > first and tags[edge - 1] & (CONJ | ADVERB) and not tags[edge - 1] & SUBORD:
        edge -= 1
    if edge <= first + 1 or lows[edge - 1] not in (",", "—", "–"):
        return []
    if tags[edge - 2] == QUOTE or lows[edge] in ("as", "who", "which"):
        return []
    after = verb.after
    tail = tail_after(tokens, after, stop)
    if tail is None:
        return []
    begin = first
    while begin < edge and tags[begin] & (CONJ | PUNCT):
        begin += 1
    for other in verbs:
        if other.at < edge and not other.cue.gerund and other.subject and other.cue.clause:
            comma = next((k for k in range(edge - 2, other.at, -1) if lows[k] == ";"), None)
            if comma is not None:
                begin = comma + 1
    before = trim(tokens, begin, edge - 1)
    if before is None:
        return []
    adverbial = tags[before[1] - 1] & TIME or lows[before[1] - 1] in ("later", "earlier")
    if adverbial and not is_clause(tokens, *before):
        return []  # "Five months later, she said …"
    content = [before]
    if tail < stop:
        rest = trim(tokens, tail, stop)
        if rest is None:
            return []
        if tags[before[0]] & PREP and tags[before[1] - 1] & TIME:
            content = [rest]  # "On Monday, he said, the plan failed"
        elif tokens.lows[tail - 1] == ",":
            content.append(rest)
    if count_words(tokens, *before) < MIN_INDIRECT and len(content) == 1 and content[0] == before:
        return []
    for part in content:
        taken.update(k for k in range(*part) if tags[k] == QUOTE)
    return [
        Relation(content, verb.subject, (verb.at, verb.at + 1), "clause, then speaker and verb")
    ]
