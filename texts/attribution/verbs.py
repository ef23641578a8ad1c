"""Verbs of speech: which cues of a sentence stand as verbs, and who their subjects are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from texts.attribution.clauses import clause_subject
from texts.attribution.cues import CUES, Cue
from texts.attribution.forms import Form
from texts.attribution.nouns import DOCUMENT_NOUNS
from texts.attribution.phrases import Range
from texts.attribution.subjects import subject_before
from texts.attribution.tokens import Tokens
from texts.attribution.turned import named_after
from texts.attribution.verb_groups import before_verb
from texts.attribution.words import (
    ADVERB,
    AUX,
    CONJ,
    DET,
    OBJECT,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    SUBJECT,
    SUBORD,
    TIME,
    VERB,
)

__all__ = ["Verb", "find_verbs"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue that stands as a verb, with its subject."""

    at: int
    cue: Cue
    begins: int
    """Where its auxiliaries and adverbs begin."""
    subject: Range | None
    turned: bool
    """The subject follows: "said Ann Lee"."""
    passive: bool
    shared: bool
    """The subject is that of an earlier verb: "came in and said"."""

    @property
    def after(self) -> int:
        """Where what it leads to may begin."""
        if self.turned and self.subject:
            return self.subject[1]
        return self.at + (2 if self.cue.needs else 1)


_TURNS: Final = frozenset("say write add note explain reply ask report state".split())
_NOBODY: Final = frozenset("there nobody none".split())
_MATRIX: Final = frozenset(
    """
    went go goes continue continues continued began begin begins seemed seems appeared appears used
    trying tries tried want wants wanted wanting like likes liked love loves loved keen eager anxious
    careful able
    rushed took takes dared hastened happened was is are were has have had quick
    """.split()
)
_WANTING: Final = frozenset("want wants wanted wanting demand demands demanded".split())
_ASKING: Final = replace(CUES["ask"], hearer=False, appeal=False)


def find_verbs(tokens: Tokens, first: int, stop: int, cues: list[tuple[int, Cue]]) -> list[Verb]:
    """Which of `cues`, in order, stand as verbs in the sentence `[first, stop)`. Linear in the cues."""
    verbs: list[Verb] = []
    last: Range | None = None
    for at, cue in cues:
        if at >= stop:
            continue
        verb = _verb(tokens, first, stop, at, cue, last)
        if verb is not None:
            verbs.append(verb)
            if verb.subject is None or verb.passive:
                continue
            if last is None or not _is_inside(tokens, verb, verbs[-2:-1]):
                last = verb.subject
    return verbs


def _is_inside(tokens: Tokens, verb: Verb, before: list[Verb]) -> bool:
    """Whether a verb stands in what an earlier one reports: said the plan asked too much."""
    if verb.subject is None or verb.turned or verb.shared:
        return False
    start = verb.subject[0]
    reported = any(other.at + 1 == start and other.cue.bare for other in before)
    return reported or (start > 0 and tokens.lows[start - 1] == "that")


def _verb(
    tokens: Tokens, first: int, stop: int, at: int, cue: Cue, last: Range | None
) -> Verb | None:
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    begins, passive = before_verb(tokens, first, at)
    before = tags[begins - 1] if begins > first else PUNCT
    previous = lows[begins - 1] if begins > first else ""
    after = tags[at + 1] if at + 1 < stop else PUNCT
    following = lows[at + 1] if at + 1 < stop else ""
    if cue.form is Form.PAST and begins == at and at > first and lows[at - 1].isdigit():
        return None  # 25 recommended readings
    if following in cue.particles or (cue.needs and cue.needs != following):
        return None
    named = words[at][0].isupper() and at > first and before != QUOTE and previous != ","
    if named and not (cue.form is Form.THIRD and cue.bare and _is_headline(tokens, first, stop)):
        return None  # a name: Read, Grant
    after_determiner = before & (DET | POSS) and not before & (SUBJECT | OBJECT | SUBORD)
    apart = previous in ("this", "that", "all", "both", "'s") and begins < at
    if after_determiner and not apart:
        return None
    if before & DET and before & POSS and begins == at:
        return None  # her claims
    passive = passive and cue.form is Form.PAST
    if cue.gerund:
        return _participle(tokens, first, stop, at, cue, begins, last)
    if previous == "to":
        subject = _over_infinitive(tokens, first, begins - 1, last)
        if subject is None:
            return None
        if cue.lemma == "know":
            if lows[begins - 2] not in _WANTING:
                return None
            cue = _ASKING  # to want to know is to ask
        return Verb(at, cue, begins, subject, False, False, False)
    if before & PREP and not before & SUBORD:
        return None
    # said Ann Lee
    if not passive and cue.quote and cue.form in (Form.PAST, Form.THIRD) and begins == at:
        turned = _turned(tokens, first, stop, at, cue, before, previous)
        if turned is not None:
            return Verb(at, cue, at, turned, True, False, False)
    if cue.noun and not _is_verb(tokens, first, at, begins, stop, cue):
        return None
    if before & CONJ and not (before & SUBORD):
        subject = last or clause_subject(tokens, first, begins - 1)
        return Verb(at, cue, begins, subject, False, passive, True) if subject else None
    if previous == "," and lows[max(begins - 2, first)] not in CUES:
        subject = subject_before(tokens, first, begins)
        if subject is None and cue.form is Form.PAST and last is not None and begins == at:
            return None
    else:
        subject = subject_before(tokens, first, begins)
    if subject is None:
        return None
    if tags[subject[0]] & REL and subject[1] - subject[0] == 1 and following == "":
        return None
    if lows[subject[0]] in _NOBODY or _is_bare(tokens, subject):
        return None  # nothing is said; "please explain"
    if cue.form is Form.PAST and not passive and following == "by":
        return None  # a fact reported by
    says = cue.clause or (cue.quote and not cue.predicate) or following in cue.topics
    says = says or (cue.infinitive and following == "to")
    noun = words[subject[1] - 1][0].islower() and not tags[subject[0]] & SUBJECT
    reduced = cue.form is Form.PAST and not passive and begins == at and noun
    if reduced and after & PREP and not says:
        return None  # "a founder accused of": a participle
    return Verb(at, cue, begins, subject, False, passive, False)


def _is_headline(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether every longer word has a capital, as in "Mayor Says Ports Will Open"."""
    return stop - first > 3 and all(
        tokens.words[at][0].isupper() for at in range(first, stop) if len(tokens.words[at]) > 3
    )


def _is_bare(tokens: Tokens, subject: Range) -> bool:
    """Whether a subject is a single small word that names nobody by itself: "start chanting"."""
    start, end = subject
    return end - start == 1 and not tokens.tags[start] and tokens.lows[start] in _IMPERATIVE


_IMPERATIVE: Final = frozenset("please start stop keep let's just".split())


def _is_verb(tokens: Tokens, first: int, at: int, begins: int, stop: int, cue: Cue) -> bool:
    """Whether a form that is as often a noun (claims, report) is the verb here."""
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    if begins < at and any(tags[k] & AUX for k in range(begins, at)):
        return True
    if begins <= first:
        return False
    after = tags[at + 1] if at + 1 < stop else PUNCT
    following = lows[at + 1] if at + 1 < stop else ""
    before = tags[begins - 1]
    if before & SUBJECT and not before & DET:
        return True
    clear = (
        after == QUOTE
        or following == "that"
        or bool(after & (SUBJECT | DET) and not after & REL)
        or (following in (",", ":") and at + 2 < stop and tags[at + 2] == QUOTE)
    )
    if (following == "to" and (cue.infinitive or cue.appeal)) or following in cue.topics:
        clear = True
    if cue.form is Form.BASE and following == "that":
        phrase = subject_before(tokens, first, begins)
        single = phrase is not None and lows[phrase[0]] in ("a", "an", "this", "each", "every")
        return phrase is not None and phrase[1] - phrase[0] > 1 and not single
    if cue.form is Form.BASE:
        plural = lows[begins - 1][-1:] == "s" or lows[begins - 1] in (
            "people",
            "police",
            "women",
            "men",
        )
        named = at + 1 < stop and words[at + 1][0].isupper() and not after & TIME
        return plural and (clear or named)
    if not clear:
        clear = words[begins - 1][0].isupper() and at + 1 < stop and words[at + 1][0].isupper()
    return clear and lows[begins - 1] not in CUES


def _turned(
    tokens: Tokens, first: int, stop: int, at: int, cue: Cue, before: int, previous: str
) -> Range | None:
    """The subject after its verb, where the order is turned."""
    if cue.hearer and cue.appeal and cue.lemma == "tell":
        return None
    quote_before = before == QUOTE or (
        previous == "," and at - 2 >= first and tokens.tags[at - 2] == QUOTE
    )
    if not (quote_before or previous == "," or previous in ("—", "–") or at == first):
        return None
    found = named_after(tokens, at + 1, stop)
    if found is None and cue.form is Form.THIRD and previous == "," and at + 2 == stop:
        return (at + 1, stop) if not tokens.tags[at + 1] else None  # ports to open, says minister
    if found is None:
        return None
    if quote_before:
        stated = found[1] < stop and bool(tokens.tags[found[1]] & (AUX | VERB))
        return None if stated and tokens.tags[found[0]] & SUBJECT else found  # said he was sorry
    # content, said Ann Lee.
    ends = (
        found[1] >= stop
        or tokens.words[found[1]] in ",;.:"
        or bool(
            tokens.tags[found[1]] & (PREP | TIME | REL | SUBORD) or tokens.tags[found[1]] == QUOTE
        )
    )
    start = found[0]
    common = not any(tokens.words[k][0].isupper() for k in range(*found))
    if common and not tokens.tags[start] and cue.lemma != "say":
        return None  # the firm, later, announced plans
    if common and not tokens.tags[start] & SUBJECT and subject_before(tokens, first, at):
        return None  # Lee, a porter, said the doors were shut
    named = (
        tokens.words[start][0].isupper()
        or tokens.tags[start] & (DET | SUBJECT)
        or any(tokens.words[k][0].isupper() for k in range(*found))
    )
    if not (ends and named):
        return None
    if at == first:
        return found if found[1] < stop else None
    if tokens.tags[start] & SUBJECT and found[1] < stop and not tokens.tags[found[1]] & PREP:
        return None
    if cue.lemma not in _TURNS and not cue.bare:
        return None
    return found


def _participle(
    tokens: Tokens, first: int, stop: int, at: int, cue: Cue, begins: int, last: Range | None
) -> Verb | None:
    """A form in -ing: "…, saying that", "is saying", "by saying", "a statement saying"."""
    tags, lows = tokens.tags, tokens.lows
    if begins < at and any(tags[k] & AUX for k in range(begins, at)):
        subject = subject_before(tokens, first, begins)
        return Verb(at, cue, begins, subject, False, False, False) if subject else None
    if begins == first:
        comma = next((k for k in range(at, min(stop, at + 60)) if lows[k] == ","), None)
        subject = clause_subject(tokens, comma + 1, stop) if comma is not None else None
        return Verb(at, cue, begins, subject, False, False, True) if subject else None
    tag, previous = tags[begins - 1], lows[begins - 1]
    if tag & (DET | POSS) or previous == "worth":
        return None
    if tag & PREP and previous not in ("by", "in", "without", "after", "before", "while", "for"):
        return None
    if previous in ("for", "without"):
        return None
    if tag == QUOTE or tag & (PUNCT | CONJ | PREP | SUBORD):
        subject = last or clause_subject(tokens, first, begins)
    else:
        subject = None
        matrix = begins - 1
        verbal = tag & VERB or previous in _MATRIX or previous in CUES or previous[-2:] == "ed"
        if verbal and matrix > first and not tags[matrix - 1] & (DET | POSS):
            edge, _ = before_verb(tokens, first, matrix)  # has started saying, avoided saying
            subject = subject_before(tokens, first, edge)
        if subject is None:
            subject = subject_before(tokens, first, begins)
        if subject is None or _is_done(tokens, subject) or _is_issued(tokens, first, subject):
            subject = last or clause_subject(tokens, first, begins) or subject
    if subject is None or subject[1] > at or _is_bare(tokens, subject):
        return None
    return Verb(at, cue, begins, subject, False, False, True)


def _is_done(tokens: Tokens, phrase: Range) -> bool:
    """Whether a phrase begins with what somebody does: "writing letters"."""
    start = phrase[0]
    doing = tokens.lows[start][-3:] == "ing" and tokens.words[start][0].islower()
    return doing and not tokens.tags[start]


def _is_issued(tokens: Tokens, first: int, phrase: Range) -> bool:
    """Whether a document is what somebody issues: "the council sent a letter saying"."""
    start, end = phrase
    if tokens.lows[end - 1] not in DOCUMENT_NOUNS or start - 1 <= first:
        return False
    before, low = tokens.tags[start - 1], tokens.lows[start - 1]
    return bool(before & VERB) or (not before and low[-2:] == "ed") or low in CUES


def _over_infinitive(tokens: Tokens, first: int, to: int, last: Range | None) -> Range | None:
    """The subject of "went on to say": that of the verb before "to"."""
    lows, tags = tokens.lows, tokens.tags
    at = to
    while at > first and (tags[at - 1] & ADVERB or lows[at - 1] in ("on", "out")):
        at -= 1
    if at <= first or lows[at - 1] not in _MATRIX:
        return None
    begins, _ = before_verb(tokens, first, at - 1)
    return subject_before(tokens, first, begins) or last
