"""Relations: in one sentence, which words are said (content), by whom (source), with which cue.

Each function is one way English puts speech into a sentence; `relations_in` tries them from the
surest to the weakest. Everything is token ranges; nobody is resolved here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from texts.attribution.cues import CUES, Cue, Form, NOUN_CUES
from texts.attribution.phrases import (
    Range,
    before_verb,
    clause_subject,
    named_after,
    subject_before,
)
from texts.attribution.tokens import Tokens
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

__all__ = ["Relation", "Sentence", "relations_in"]


@dataclass(slots=True)
class Relation:
    """One attribution as token ranges."""

    content: list[Range]
    source: Range | None
    cue: Range | None
    rule: str


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


@dataclass(frozen=True, slots=True)
class _Verb:
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
        return self.subject[1] if self.turned and self.subject else self.at + 1


_END_IN_QUOTE: Final = frozenset(",?!—–-…")
_WHOLE: Final = frozenset(",.?!—–…")
MIN_INDIRECT: Final = 3
"""Fewer words than this without marks are no statement."""


def relations_in(tokens: Tokens, first: int, end: int, cues: list[tuple[int, Cue]]) -> Sentence:
    """Everything that the sentence `[first, end)` attributes by itself."""
    sentence = Sentence(first, end)
    quotes = [at for at in tokens.marked if first <= at < end] if tokens.marked else []
    if not cues and not quotes and "according" not in tokens.lows[first:end]:
        return sentence
    stop = _without_final(tokens, first, end)
    verbs = _verbs(tokens, first, stop, cues, quotes)
    taken: set[int] = set()
    found: list[Relation] = []
    found += _according(tokens, first, stop, taken)
    for verb in verbs:
        found += _beside_quote(tokens, first, stop, verb, taken)
    beside = {relation.cue for relation in found if relation.cue is not None}
    for verb in verbs:
        if (verb.at, verb.at + 1) in beside:
            continue
        found += _before_content(tokens, first, stop, verb, verbs, taken) or _after_content(
            tokens, first, stop, verb, verbs, taken
        )
    found += _noun_cues(tokens, first, stop, taken)
    found += _colon(tokens, first, stop, quotes, taken)
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


def _without_final(tokens: Tokens, first: int, end: int) -> int:
    while end > first and tokens.words[end - 1] in ".!?…)" and tokens.words[end - 1] != "":
        if tokens.words[end - 1] == ")":
            break
        end -= 1
    return end


# ------------------------------------------------------------------ verbs


def _verbs(
    tokens: Tokens, first: int, stop: int, cues: list[tuple[int, Cue]], quotes: list[int]
) -> list[_Verb]:
    verbs: list[_Verb] = []
    last: Range | None = None
    for at, cue in cues:
        if at >= stop:
            continue
        verb = _verb(tokens, first, stop, at, cue, last, bool(quotes))
        if verb is not None:
            verbs.append(verb)
            if verb.subject is not None and not verb.passive:
                last = verb.subject
    return verbs


def _verb(
    tokens: Tokens, first: int, stop: int, at: int, cue: Cue, last: Range | None, quoted: bool
) -> _Verb | None:
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    begins, passive = before_verb(tokens, first, at)
    before = tags[begins - 1] if begins > first else PUNCT
    previous = lows[begins - 1] if begins > first else ""
    after = tags[at + 1] if at + 1 < stop else PUNCT
    following = lows[at + 1] if at + 1 < stop else ""
    if words[at][0].isupper() and at > first and not before == QUOTE and not previous == ",":
        return None  # a name: Read, Grant
    if before & (DET | POSS) and not before & (SUBJECT | OBJECT | SUBORD):
        if not (previous in ("this", "that", "all", "both", "'s") and begins < at):
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
        return _Verb(at, cue, begins, subject, False, False, False)
    if before & PREP and not before & SUBORD:
        return None
    # said Ann Lee
    if not passive and cue.quote and cue.form in (Form.PAST, Form.THIRD) and begins == at:
        turned = _turned(tokens, first, stop, at, cue, before, previous)
        if turned is not None:
            return _Verb(at, cue, at, turned, True, False, False)
    if cue.noun and not _is_verb(tokens, first, at, begins, stop, cue):
        return None
    if before & CONJ and not (before & SUBORD):
        subject = last or clause_subject(tokens, first, begins - 1)
        return _Verb(at, cue, begins, subject, False, passive, True) if subject else None
    if previous == "," and lows[begins - 2 if begins - 2 >= first else first] not in CUES:
        subject = subject_before(tokens, first, begins)
        if subject is None and cue.form is Form.PAST and last is not None and begins == at:
            return None
    else:
        subject = subject_before(tokens, first, begins)
    if subject is None:
        return None
    if tags[subject[0]] & REL and subject[1] - subject[0] == 1 and following == "":
        return None
    if lows[subject[0]] == "there":
        return None
    if cue.form is Form.PAST and not passive and begins == at and not cue.quote and after & PREP:
        return None
    return _Verb(at, cue, begins, subject, False, passive, False)


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
        or bool(after & (SUBJECT | DET))
        or (following in (",", ":") and at + 2 < stop and tags[at + 2] == QUOTE)
    )
    if following == "to" and (cue.infinitive or cue.appeal):
        clear = True
    if cue.form is Form.BASE:
        plural = lows[begins - 1][-1:] == "s" or lows[begins - 1] in (
            "people",
            "police",
            "women",
            "men",
        )
        return clear and plural
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
    if found is None:
        return None
    if quote_before:
        return found
    # content, said Ann Lee.
    ends = (
        found[1] >= stop
        or tokens.words[found[1]] in ",;.:"
        or bool(
            tokens.tags[found[1]] & (PREP | TIME | REL | SUBORD) or tokens.tags[found[1]] == QUOTE
        )
    )
    start = found[0]
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


_TURNS: Final = frozenset("say write add note explain reply ask report state".split())


def _participle(
    tokens: Tokens, first: int, stop: int, at: int, cue: Cue, begins: int, last: Range | None
) -> _Verb | None:
    """A form in -ing: "…, saying that", "is saying", "by saying", "a statement saying"."""
    tags, lows = tokens.tags, tokens.lows
    if begins < at and any(tags[k] & AUX for k in range(begins, at)):
        subject = subject_before(tokens, first, begins)
        return _Verb(at, cue, begins, subject, False, False, False) if subject else None
    if begins == first:
        comma = next((k for k in range(at, min(stop, at + 60)) if lows[k] == ","), None)
        subject = clause_subject(tokens, comma + 1, stop) if comma is not None else None
        return _Verb(at, cue, begins, subject, False, False, True) if subject else None
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
        subject = subject_before(tokens, first, begins)
        if subject is None:
            subject = last or clause_subject(tokens, first, begins)
    if subject is None or subject[1] > at:
        return None
    return _Verb(at, cue, begins, subject, False, False, True)


_MATRIX: Final = frozenset(
    """
    went go goes continue continues continued began begin begins seemed seems appeared appears used
    trying tries tried wants wanted like likes able
    rushed took takes dared hastened happened was is are were has have had quick
    """.split()
)


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


# ------------------------------------------------------------------ frames


def _according(tokens: Tokens, first: int, stop: int, taken: set[int]) -> list[Relation]:
    """ "…, according to Ann Lee": the content is the rest of the clause."""
    lows, tags = tokens.lows, tokens.tags
    found: list[Relation] = []
    begin = first
    for at in range(first, stop - 2):
        if lows[at] != "according" or lows[at + 1] != "to":
            continue
        start = at + 2
        leading = at - first <= 1
        end = _phrase_end(tokens, start, stop)
        if end <= start:
            continue
        source = (start, end)
        if leading:
            content = _trim(tokens, end, stop)
        else:
            content = _trim(tokens, begin, at)
            tail = end
            if lows[at - 1] == "," and tail < stop and lows[tail] == "," and at - begin < 4:
                content = _trim(tokens, tail, stop)
        begin = end
        if content is None:
            continue
        taken.update(k for k in range(*content) if tags[k] == QUOTE)
        found.append(Relation([content], source, (at, at + 2), "according to"))
    return found


def _phrase_end(tokens: Tokens, start: int, stop: int) -> int:
    """The end of a noun phrase with all that hangs on it, up to the comma that closes it."""
    lows, tags, words = tokens.lows, tokens.tags, tokens.words
    at = start
    while at < min(stop, start + 40):
        tag, low = tags[at], lows[at]
        if tag == QUOTE:
            if tokens.text[tokens.marked[at].end - 2] in ",.":
                return at + 1
        elif tag & PUNCT and low not in ("(", ")", "-", "/", "&"):
            if (
                low == ","
                and at + 2 < stop
                and words[at - 1][0].isupper()
                and words[at + 1][0].isupper()
                and lows[at + 2] == ","
            ):
                at += 3  # Dayton, Ohio,
                continue
            break
        elif tag & (REL | SUBORD) and not tag & PREP:
            break
        at += 1
    return at


def _beside_quote(
    tokens: Tokens, first: int, stop: int, verb: _Verb, taken: set[int]
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
    final = _last_sign(tokens, quote)
    if not (comma or final in _WHOLE or quote == first or verb.turned):
        return []
    if not comma and final == "." and quote > first and not verb.turned and verb.at + 1 < stop:
        return []
    start = _content_start(tokens, first, quote, stretch.start + stretch.opening)
    content = [(start, quote + 1)]
    taken.update(k for k in range(start, quote + 1) if tags[k] == QUOTE)
    more = _goes_on(tokens, verb.after, stop)
    if more is not None and not (verb.cue.predicate and not verb.cue.clause):
        content.append(more)
        taken.update(k for k in range(*more) if tags[k] == QUOTE)
    rule = "quotation, then verb and speaker" if verb.turned else "quotation, then speaker and verb"
    return [Relation(content, verb.subject, (verb.at, verb.at + 1), rule)]


def _last_sign(tokens: Tokens, at: int) -> str:
    stretch = tokens.marked[at]
    last = stretch.end - stretch.closing - 1
    if last > stretch.start and tokens.text[last] in "’'”\"»)]":
        last -= 1
    return tokens.text[last] if last > stretch.start else ""


def _content_start(tokens: Tokens, first: int, quote: int, inner: int) -> int:
    """Where the statement begins that ends with marks: at the marks, or with the clause before."""
    tags, lows, text = tokens.tags, tokens.lows, tokens.text
    before = quote - 1
    if before < first:
        return quote
    start = first
    while start < quote and (tags[start] & (CONJ | PUNCT) and lows[start] not in "(["):
        start += 1
    if start >= quote:
        return quote
    if lows[before] == ":" or (
        lows[before] in (",", "—", "–") and text[inner : inner + 1].isupper()
    ):
        return quote
    if quote - start == 1 and tags[start] & (ADVERB | CONJ):
        return quote
    # words of the same sentence, half in marks
    at = before
    while at >= start and lows[at] not in (";", ":"):
        at -= 1
    begin = max(start, at + 1)
    while begin < quote and tags[begin] & (CONJ | PUNCT):
        begin += 1
    return begin if begin < quote else quote


def _goes_on(tokens: Tokens, at: int, stop: int) -> Range | None:
    """“…,” she said, “…”: the second half of an interrupted quotation."""
    lows, tags = tokens.lows, tokens.tags
    reach = min(stop, at + 14)
    start = at
    while at < reach and tags[at] != QUOTE:
        if lows[at] in CUES and tags[at] == 0 and at > start:
            return None
        if tags[at] & (SUBORD | REL) and not tags[at] & PREP:
            return None
        at += 1
    if at >= reach or tags[at] != QUOTE:
        return None
    if at == start or lows[at - 1] in (",", ":", "—", "–", ";", "-"):
        end = at + 1
        while end < stop and not tags[end] & PUNCT and end - at < 30:
            if lows[end] in CUES and not tags[end]:
                return at, at + 1
            end += 1
        return at, at + 1
    return None


def _before_content(
    tokens: Tokens, first: int, stop: int, verb: _Verb, verbs: list[_Verb], taken: set[int]
) -> list[Relation]:
    """Ann Lee said that …, said “…”, urged them to …, called it “…”: the content follows."""
    tags, lows = tokens.tags, tokens.lows
    cue = verb.cue
    if verb.turned and not (verb.at == first):
        return []
    source = verb.subject
    if verb.passive:
        return _passive(tokens, first, stop, verb, verbs, taken)
    at = verb.after
    found = _opening_of_content(tokens, at, stop, cue)
    if found is None:
        return []
    start, how = found
    end = _content_end(tokens, start, stop, verb, verbs)
    if how == "quote":
        end = _quoted_end(tokens, start, end)
    content = _trim(tokens, start, end)
    if content is None:
        return []
    inside = [k for k in range(*content) if tags[k] == QUOTE]
    fresh = [k for k in inside if k not in taken]
    words = _count(tokens, *content)
    if how == "bare" and not inside:
        if words < MIN_INDIRECT or not _is_clause(tokens, *content):
            return []
    elif how in ("that", "infinitive", "appeal"):
        if words < 2:
            return []
    elif how == "object":
        if not (fresh or (cue.object and words >= 2)):
            return []
    elif how == "quote" and not fresh:
        return []
    if how in ("object", "bare") and inside and not fresh:
        return []
    taken.update(inside)
    return [Relation([content], source, (verb.at, verb.at + 1), _RULES[how])]


_RULES: Final = {
    "quote": "speaker and verb, then quotation",
    "that": "speaker and verb, then clause",
    "bare": "speaker and verb, then clause",
    "infinitive": "speaker and verb, then infinitive",
    "appeal": "speaker, verb and hearer, then infinitive",
    "object": "speaker and verb, then what is said of a thing",
}


def _opening_of_content(tokens: Tokens, at: int, stop: int, cue: Cue) -> tuple[int, str] | None:
    """Where the content begins after the verb, and in which frame."""
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    start = at
    limit = min(stop, at + 24)
    while at < limit and (
        tags[at] & ADVERB and not tags[at] & (DET | SUBORD) or lows[at][-2:] == "ly"
    ):
        at += 1
    if at >= stop:
        return None
    if tags[at] == QUOTE:
        return (at, "quote") if cue.quote else (at, "object")
    if lows[at] == "that" and (cue.clause or cue.quote):
        return at + 1, "that"
    if lows[at] in (":", ","):
        if at + 1 < stop and tags[at + 1] == QUOTE:
            return (at + 1, "quote") if cue.quote else None
        if lows[at] == ":":
            return (at + 1, "bare") if cue.clause and at + 1 < stop else None
        # said, in a letter, that …
        closing = next((k for k in range(at + 1, limit) if lows[k] == ","), None)
        if closing is not None and closing + 1 < stop:
            if lows[closing + 1] == "that" and cue.clause:
                return closing + 2, "that"
            if tags[closing + 1] == QUOTE and cue.quote and tags[at + 1] & (PREP | REL | SUBORD):
                return closing + 1, "quote"
        return None
    if lows[at] in ("how", "why", "whether", "if", "what", "where") and (cue.clause):
        return at, "that"
    if lows[at] == "to" and (cue.infinitive or cue.appeal):
        return at, "infinitive"
    if cue.appeal or cue.hearer:
        heard = _over_hearer(tokens, at, limit, stop, cue)
        if heard is not None:
            return heard
        if cue.lemma in ("tell", "inform", "advise", "notify", "remind", "assure"):
            return None
    if tags[at] & (PREP | TIME) or lows[at] in ("last", "this", "earlier", "late", "next"):
        past = _over_adverbial(tokens, at, limit, stop, cue)
        if past is not None:
            return past
        if cue.lemma in ("call", "appeal", "plead") and lows[at] in ("for", "on", "upon"):
            return at + 1, "object_for" if False else "object"
        if not tags[at] & (DET | TIME):
            if cue.predicate or cue.weak or cue.bare:
                quoted = next((k for k in range(at, limit) if tags[k] == QUOTE), None)
                if quoted is not None and not any(lows[k] in (",", ";") for k in range(at, quoted)):
                    return at + 1, "object"
            if not cue.bare or tags[at] & TIME:
                return None
    if (
        tags[at] & (AUX | PUNCT | CONJ | VERB)
        and not tags[at] & (DET | POSS)
        or tags[at] & OBJECT
        and (not tags[at] & DET and not cue.predicate)
    ):
        return None
    if cue.bare:
        return at, "bare"
    if cue.predicate or cue.object or cue.quote:
        return at, "object"
    return None


def _over_hearer(
    tokens: Tokens, at: int, limit: int, stop: int, cue: Cue
) -> tuple[int, str] | None:
    """Past "reporters on Monday" in "told reporters on Monday that …"."""
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    start = at
    if cue.lemma == "ask" and tags[at] == 0 and lows[at] == "about":
        return None
    while at < limit:
        tag, low = tags[at], lows[at]
        if tag == QUOTE:
            return (at, "quote") if cue.quote and (at > start) else None
        if low == "that" and cue.clause:
            return at + 1, "that"
        if low == "to" and (cue.appeal or cue.infinitive) and at > start:
            if at + 1 < stop and not (tags[at + 1] & (DET | POSS) or words[at + 1][0].isupper()):
                return (at, "appeal") if cue.lemma == "tell" else (start, "appeal")
        if low in (",", ":"):
            if at + 1 < stop and tags[at + 1] == QUOTE:
                return at + 1, "quote"
            if low == ":":
                return at + 1, "bare"
            if cue.lemma == "tell" or cue.hearer:
                if (
                    at + 2 < stop
                    and tags[at + 1] & (SUBJECT | DET)
                    and lows[at + 1] not in ("who", "which")
                ):
                    return None
            at += 1
            continue
        if at > start and tag & SUBJECT and not tag & REL:
            return at, "bare"
        if at > start and low in ("how", "why", "whether", "if", "what"):
            return at, "that"
        if at > start and tag & DET and tags[at - 1] not in (PREP,) and not tags[at - 1] & PREP:
            if not words[at - 1][0].isupper() or not tag & POSS:
                return (at, "bare") if cue.hearer else None
        if tag & (AUX | VERB) and not tag & (DET | POSS):
            break
        at += 1
    return None


def _over_adverbial(
    tokens: Tokens, at: int, limit: int, stop: int, cue: Cue
) -> tuple[int, str] | None:
    """Past "on Monday", "in a statement" between the verb and its content."""
    tags, lows = tokens.tags, tokens.lows
    start = at
    while at < limit:
        tag, low = tags[at], lows[at]
        if low == "that" and at > start and not (tags[at - 1] & PREP):
            return (at + 1, "that") if cue.clause else None
        if tag == QUOTE and at > start:
            if lows[at - 1] in (",", ":") or not tags[at - 1] & (PREP | DET | POSS):
                return (at, "quote") if cue.quote else None
            at += 1
            continue
        if low in (",", ":"):
            if at + 1 < stop and tags[at + 1] == QUOTE:
                return (at + 1, "quote") if cue.quote else None
            if low == ":":
                return (at + 1, "bare") if cue.clause else None
            if at + 1 < stop and lows[at + 1] == "that" and cue.clause:
                return at + 2, "that"
            return None
        if tag & SUBJECT and at > start and not tag & REL and not tags[at - 1] & PREP:
            return (at, "bare") if cue.bare else None
        if tag & DET and at > start and tags[at - 1] & TIME and cue.bare:
            return at, "bare"
        if tags[at - 1] & TIME and at > start and tokens.words[at][0].isupper() and not tag & TIME:
            return (at, "bare") if cue.bare else None
        if tag & (AUX | VERB | SUBORD) and not tag & (DET | POSS | PREP):
            return None
        at += 1
    return None


def _content_end(tokens: Tokens, start: int, stop: int, verb: _Verb, verbs: list[_Verb]) -> int:
    """Where the clause that begins at `start` gives way to the author or to another cue."""
    tags, lows = tokens.tags, tokens.lows
    later = {v.begins: v for v in verbs if v.at > start}
    at = start
    while at < stop:
        low = lows[at]
        if low == "," and at + 1 < stop:
            following = lows[at + 1]
            cue = CUES.get(following)
            if cue is not None and cue.gerund and (at + 1 in later):
                return at
            if following == "according" or following == "which":
                return at
            if following in ("and", "but", "while", "though", "although", "then") and at + 2 < stop:
                if _speaks_again(tokens, at + 2, stop, verb, later):
                    return at
        elif low in ("and", "but", "then") and at + 1 in later:
            shared = later[at + 1]
            if shared.shared and not shared.cue.gerund and at > start:
                return at
        elif tags[at] == QUOTE and at + 1 < stop:
            final = _last_sign(tokens, at)
            cue = CUES.get(lows[at + 1])
            if final == "," and (
                (cue is not None and cue.gerund)
                or (
                    lows[at + 1] in ("and", "but")
                    and _speaks_again(tokens, at + 2, stop, verb, later)
                )
                or lows[at + 1] in ("according", "which")
            ):
                return at + 1
        elif low == ";" and _speaks_again(tokens, at + 1, stop, verb, later):
            return at
        at += 1
    return stop


def _speaks_again(tokens: Tokens, at: int, stop: int, verb: _Verb, later: dict[int, _Verb]) -> bool:
    """Whether a new clause with a cue of its own begins at `at`."""
    for place in range(at, min(at + 7, stop)):
        other = later.get(place)
        if other is not None and not other.cue.gerund and not other.turned:
            if other.cue.clause or other.cue.predicate or other.cue.object:
                begins = other.subject[0] if other.subject and not other.shared else other.begins
                return at <= begins <= at + 1 or other.shared
        if tokens.tags[place] == QUOTE or tokens.lows[place] in (",", ";", ":"):
            return False
    return False


def _quoted_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of content that begins with marks: the marks, or the clause they are part of."""
    tags, lows = tokens.tags, tokens.lows
    final = _last_sign(tokens, start)
    if final in ".?!" and not (start + 1 < end and tags[start + 1] == QUOTE):
        return start + 1
    if final == ",":
        at = start + 1
        joined = at + 1 < end and lows[at] in ("and", "but", "or")
        if not joined:
            return start + 1
    if start + 1 < end and lows[start + 1] in (",", ";", "—", "–"):
        following = next(
            (k for k in range(start + 1, min(end, start + 12)) if tags[k] == QUOTE), None
        )
        if following is None:
            return start + 1
    return end


def _passive(
    tokens: Tokens, first: int, stop: int, verb: _Verb, verbs: list[_Verb], taken: set[int]
) -> list[Relation]:
    """ "was described by Ann Lee as …"; "was told that …", whose speaker is not given."""
    tags, lows = tokens.tags, tokens.lows
    source: Range | None = None
    by = next((k for k in range(verb.at + 1, min(stop, verb.at + 14)) if lows[k] == "by"), None)
    if by is not None and by + 1 < stop and not lows[by + 1][-3:] == "ing":
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
        content = _trim(tokens, source[1] + (lows[source[1]] in ("as", "to", "of")), stop)
    elif that is not None and verb.cue.clause and (by is None or that < by or source):
        if lows[that - 1] == "," or tags[that - 1] & PREP:
            return []
        content = _trim(tokens, that + 1, _content_end(tokens, that + 1, stop, verb, verbs))
    else:
        return []
    if content is None or _count(tokens, *content) < 2:
        return []
    taken.update(k for k in range(*content) if tags[k] == QUOTE)
    return [Relation([content], source, (verb.at, verb.at + 1), "passive")]


def _after_content(
    tokens: Tokens,
    first: int,
    stop: int,
    verb: _Verb,
    verbs: list[_Verb],
    taken: set[int],
) -> list[Relation]:
    """The plan would fail, she said; the plan, she said, would fail; …, said Ann Lee."""
    cue = verb.cue
    if (
        not cue.quote
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
    tail = _tail(tokens, after, stop)
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
    before = _trim(tokens, begin, edge - 1)
    if before is None:
        return []
    content = [before]
    if tail < stop:
        rest = _trim(tokens, tail, stop)
        if rest is None:
            return []
        if _count(tokens, *before) < 4 and tags[before[0]] & (PREP | ADVERB | SUBORD):
            content = [rest]  # "On Monday, he said, the plan failed"
        elif tokens.lows[tail - 1] == ",":
            content.append(rest)
    if _count(tokens, *before) < MIN_INDIRECT and len(content) == 1 and content[0] == before:
        return []
    for part in content:
        taken.update(k for k in range(*part) if tags[k] == QUOTE)
    return [
        Relation(content, verb.subject, (verb.at, verb.at + 1), "clause, then speaker and verb")
    ]


def _tail(tokens: Tokens, at: int, stop: int) -> int | None:
    """After "she said": the end of the sentence, or where the interrupted content goes on.

    `None` when the verb is followed by content of its own.
    """
    tags, lows = tokens.tags, tokens.lows
    start = at
    while at < stop:
        tag, low = tags[at], lows[at]
        if low == ",":
            nextlow = lows[at + 1] if at + 1 < stop else ""
            cue = CUES.get(nextlow)
            if (cue is not None and cue.gerund) or nextlow in (
                "who",
                "which",
                "citing",
                "according",
            ):
                return stop
            if nextlow in ("and", "but") or at + 1 < stop and tags[at + 1] & PREP and at == start:
                return stop if nextlow not in ("and", "but") or at > start else at + 1
            return at + 1
        if low in (";", ":", "—", "–"):
            return stop
        if low == "that" or tag == QUOTE:
            return None
        if at == start and not (
            tag & (PREP | TIME | ADVERB | OBJECT | SUBORD) or tag == 0 or tag & DET
        ):
            return None
        if at > start and tag & (AUX | VERB) and not tag & (DET | POSS | REL):
            return None if not any(tags[k] & (SUBORD | REL) for k in range(start, at)) else stop
        if (
            at == start
            and tag == 0
            and lows[at - 1] not in ("told", "tells", "tell")
            and lows[at][-2:] != "ly"
        ):
            return None
        if (
            at == start
            and tag & DET
            and lows[at - 1] not in ("told", "tells", "tell")
            and not tag & OBJECT
        ):
            return None
        at += 1
    return stop


def _noun_cues(tokens: Tokens, first: int, stop: int, taken: set[int]) -> list[Relation]:
    """ "Lee’s claim that …", "their warning that …", "in her words, “…”"."""
    tags, lows = tokens.tags, tokens.lows
    found: list[Relation] = []
    for at in range(first + 1, stop - 1):
        if lows[at] not in NOUN_CUES and lows[at] != "words":
            continue
        if lows[at] == "words":
            relation = _in_words(tokens, first, stop, at, taken)
            if relation is not None:
                found.append(relation)
            continue
        if lows[at + 1] != "that":
            continue
        source: Range | None = None
        owner = at - 1
        while owner > first and tags[owner] == 0 and owner > at - 4:
            owner -= 1
        if tags[owner] & POSS and tags[owner] & DET:
            source = (owner, owner + 1)
        elif lows[owner] in ("'s", "'") and owner > first:
            phrase = subject_before(tokens, first, owner)
            if phrase is not None:
                source = (phrase[0], owner + 1)
        if source is None:
            continue
        end = stop
        for k in range(at + 2, stop):
            if lows[k] == "," or (
                tags[k] & (AUX | VERB) and any(tags[j] & (AUX | VERB) for j in range(at + 2, k))
            ):
                end = k
                break
        content = _trim(tokens, at + 2, end)
        if content is None or _count(tokens, *content) < MIN_INDIRECT:
            continue
        taken.update(k for k in range(*content) if tags[k] == QUOTE)
        found.append(Relation([content], source, (at, at + 1), "noun of speech"))
    return found


def _in_words(tokens: Tokens, first: int, stop: int, at: int, taken: set[int]) -> Relation | None:
    """ "in her words, “…”", "in the words of Ann Lee, “…”"."""
    tags, lows = tokens.tags, tokens.lows
    opening = next((k for k in range(at - 1, max(first, at - 6) - 1, -1) if lows[k] == "in"), None)
    if opening is None:
        return None
    if lows[at + 1] == "of" and at + 2 < stop:
        end = _phrase_end(tokens, at + 2, stop)
        source: Range | None = (at + 2, end)
    else:
        source, end = (opening + 1, at), at + 1
        if source[0] >= source[1] or tags[source[0]] & DET and not tags[source[0]] & POSS:
            return None
    quote = next((k for k in range(end, min(stop, end + 3)) if tags[k] == QUOTE), None)
    if quote is None or source is None or source[0] >= source[1]:
        return None
    taken.add(quote)
    return Relation([(quote, quote + 1)], source, (opening, at + 1), "in the words of")


def _colon(
    tokens: Tokens, first: int, stop: int, quotes: list[int], taken: set[int]
) -> list[Relation]:
    """Lee: “…”; and a sentence that leads to its quotation with a colon."""
    found: list[Relation] = []
    for quote in quotes:
        if quote in taken or quote - 1 <= first or tokens.lows[quote - 1] != ":":
            continue
        subject = clause_subject(tokens, first, quote - 1)
        if subject is None:
            continue
        taken.add(quote)
        found.append(Relation([(quote, quote + 1)], subject, (quote - 1, quote), "colon"))
    return found


# ------------------------------------------------------------------ measures


def _trim(tokens: Tokens, start: int, end: int) -> Range | None:
    """The range without punctuation and conjunctions at its edges."""
    tags, lows = tokens.tags, tokens.lows
    while start < end and tags[start] & PUNCT and lows[start] not in ("(", "["):
        start += 1
    while end > start and tags[end - 1] & PUNCT and lows[end - 1] not in (")", "]"):
        end -= 1
    return (start, end) if start < end else None


def _count(tokens: Tokens, start: int, end: int) -> int:
    """Words in a range; a stretch in marks counts as many as it has."""
    total = 0
    for at in range(start, end):
        if tokens.tags[at] == QUOTE:
            stretch = tokens.marked[at]
            total += tokens.text.count(" ", stretch.start, stretch.end) + 1
        elif not tokens.tags[at] & PUNCT:
            total += 1
    return total


def _is_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a range without "that" has a verb: something is stated, not only named."""
    for at in range(start, end):
        tag = tokens.tags[at]
        if tag & (AUX | VERB) and not tag & (DET | POSS) or tokens.lows[at] in CUES and at > start:
            return True
        low = tokens.lows[at]
        if at > start and (low[-2:] == "ed" or (low[-1] == "s" and not tag and low[-2:] != "ss")):
            if (
                at + 1 < end
                and tokens.tags[at + 1] & (DET | PREP | OBJECT | POSS | ADVERB)
                or low[-2:] == "ed"
            ):
                return True
    return False
