"""Speech reported without a verb: "according to", "in her words", "the claim that", a colon."""

from __future__ import annotations

from typing import Final

from texts.attribution.clauses import clause_subject
from texts.attribution.content import count_words, is_clause, trim
from texts.attribution.cues import NOUN_CUES
from texts.attribution.phrases import Range
from texts.attribution.relation import Search
from texts.attribution.subjects import subject_before
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    AUX,
    CONJ,
    DET,
    OBJECT,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    SUBORD,
    TIME,
    VERB,
)

__all__ = ["WITHOUT_A_VERB", "according_to", "answers", "colons", "nouns_of_speech"]


def according_to(search: Search) -> None:
    """ "…, according to Ann Lee": the content is the rest of the clause."""
    if "according" not in search.words:
        return
    tokens, first, stop = search.tokens, search.first, search.stop
    lows, tags = tokens.lows, tokens.tags
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
        before = None if leading else trim(tokens, begin, at)
        rest = trim(tokens, end, stop)
        aside = not leading and lows[at - 1] == "," and end < stop and lows[end] == ","
        if leading or (aside and _leads_on(tokens, begin, at - 1)):
            parts = [rest]
        elif aside and rest is not None and tags[rest[0]] & (AUX | VERB):
            parts = [before, rest]  # the gate, according to Lee, was open
        else:
            parts = [before]
        begin = end
        content = [part for part in parts if part is not None]
        if not content:
            continue
        search.add(content, source, (at, at + 2), "according to")


def _leads_on(tokens: Tokens, first: int, comma: int) -> bool:
    """Whether what stands before "according to" only leads to the clause after it.

    "It was late and, according to Lee, …"; "in May, according to Lee, …".
    """
    if first >= comma:
        return False
    if tokens.tags[comma - 1] & (CONJ | SUBORD):
        return True
    return bool(tokens.tags[first] & (PREP | TIME)) and not is_clause(tokens, first, comma)


def _phrase_end(tokens: Tokens, start: int, stop: int) -> int:
    """The end of a noun phrase with all that hangs on it, up to the comma that closes it."""
    lows, tags, words = tokens.lows, tokens.tags, tokens.words
    at = start
    while at < min(stop, start + 40):
        tag, low = tags[at], lows[at]
        if tag == QUOTE:
            if tokens.last_inside(at) in ",.":
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


def nouns_of_speech(search: Search) -> None:
    """ "Lee’s claim that …", "their warning that …", "in her words, “…”"."""
    if _NOUNS.isdisjoint(search.words):
        return
    tokens, first, stop = search.tokens, search.first, search.stop
    lows = tokens.lows
    for at in range(first + 1, stop - 1):
        if lows[at] not in _NOUNS:
            continue
        if lows[at] in _VIEWS and lows[at + 1] == ",":
            _in_view(search, at)
            continue
        if lows[at] == "words":
            _in_words(search, at)
            continue
        begin = _said_by_noun(search, at)
        if begin is None:
            continue
        source = _owner_of_noun(search, at)
        if source is None:
            continue
        content = trim(tokens, begin, _end_of_noun_clause(search, begin))
        if content is None or count_words(tokens, *content) < 2:
            continue
        search.add([content], source, (at, at + 1), "noun of speech")


def _said_by_noun(search: Search, at: int) -> int | None:
    """Where begins what the noun at `at` stands for: after "that", or at "to" after a promise."""
    tokens, lows = search.tokens, search.tokens.lows
    after = at + 1
    while after < search.stop and (tokens.tags[after] & TIME or lows[after] in ("last", "this")):
        after += 1  # her pledge last month to
    if after + 1 >= search.stop:
        return None
    if lows[after] == "that":
        return after + 1
    if lows[after] != "to" or lows[at] not in _PROMISES:
        return None
    thing = tokens.tags[after + 1] & (DET | POSS | OBJECT) or tokens.words[after + 1][0].isupper()
    return None if thing else after  # a threat to the town


_PROMISES: Final = frozenset(
    "promise promises pledge pledges vow vows threat threats demand demands".split()
)


def _owner_of_noun(search: Search, at: int) -> Range | None:
    """Whose claim it is: her claim, Lee’s first claim."""
    tokens, first = search.tokens, search.first
    tags, lows = tokens.tags, tokens.lows
    owner = at - 1
    while owner > first and tags[owner] == 0 and owner > at - 4:
        owner -= 1
    if owner > first and lows[owner - 1] == "in":
        return None  # wrote in his report that
    if tags[owner] & POSS and tags[owner] & DET:
        return owner, owner + 1
    if lows[owner] in ("'s", "'") and owner > first:
        phrase = subject_before(tokens, first, owner)
        if phrase is not None:
            starts = (k for k in range(owner - 1, phrase[0], -1) if tags[k] & DET)
            return next(starts, phrase[0]), owner + 1
    return None


def _end_of_noun_clause(search: Search, begin: int) -> int:
    tokens, stop = search.tokens, search.stop
    tags, lows = tokens.tags, tokens.lows
    finite = lows[begin] == "to"
    for k in range(begin, stop):
        apart = lows[k] == "," and k + 1 < stop and tags[k + 1] & (CONJ | REL | PREP | DET)
        if (
            tags[k] & (AUX | VERB) and finite and not tags[k - 1] & AUX and lows[k - 1] != "to"
        ) or (apart and finite):
            return k
        finite = finite or bool(tags[k] & (AUX | VERB))
    return stop


_ANSWERS: Final = frozenset(
    "reply answer retort response rejoinder comment remark question exclamation greeting".split()
)


def answers(search: Search) -> None:
    """“…,” was her calm reply; “…,” came Ann Lee’s answer."""
    tokens, stop = search.tokens, search.stop
    lows, tags = tokens.lows, tokens.tags
    for quote in search.quotes:
        at = quote + 1
        if quote in search.taken or at >= stop or lows[at] not in ("was", "came"):
            continue
        noun = next((k for k in range(at + 1, min(stop, at + 8)) if lows[k] in _ANSWERS), None)
        if noun is None:
            continue
        owner = next((k for k in range(at + 1, noun) if tags[k] & POSS), None)
        if owner is None or (not tags[owner] & DET and owner == at + 1):
            continue
        source = (owner, owner + 1) if tags[owner] & DET else (at + 1, owner + 1)
        content = [(quote, quote + 1)]
        more = noun + 2
        if more < stop and tags[more] == QUOTE and lows[more - 1] in (",", ";", ":", "—"):
            content.append((more, more + 1))
        search.add(content, source, (noun, noun + 1), "noun of speech")


_VIEWS: Final = frozenset("view opinion judgment judgement account telling reckoning".split())
_NOUNS: Final = NOUN_CUES | _VIEWS | {"words"}
WITHOUT_A_VERB: Final = _NOUNS | {"according"}
"""The words one of which a sentence has that reports speech with neither a verb nor marks."""


def _in_view(search: Search, at: int) -> None:
    """ "In her view, the gate was open"."""
    tokens, first, stop = search.tokens, search.first, search.stop
    opening = next(
        (k for k in range(at - 1, max(first, at - 6) - 1, -1) if tokens.lows[k] in ("in", "by")),
        None,
    )
    if opening is None or opening + 1 >= at or not tokens.tags[at - 1] & POSS:
        return
    content = trim(tokens, at + 1, stop)
    if content is None or count_words(tokens, *content) < 2:
        return
    search.add([content], (opening + 1, at), (at, at + 1), "noun of speech")


def _in_words(search: Search, at: int) -> None:
    """ "in her words, “…”", "in the words of Ann Lee, “…”"."""
    tokens, first, stop = search.tokens, search.first, search.stop
    tags, lows = tokens.tags, tokens.lows
    opening = next((k for k in range(at - 1, max(first, at - 6) - 1, -1) if lows[k] == "in"), None)
    if opening is None:
        return
    if lows[at + 1] == "of" and at + 2 < stop:
        end = _phrase_end(tokens, at + 2, stop)
        source: Range | None = (at + 2, end)
    else:
        source, end = (opening + 1, at), at + 1
        if source[0] >= source[1] or not any(tags[k] & POSS for k in range(*source)):
            return
    quote = next((k for k in range(end, min(stop, end + 3)) if tags[k] == QUOTE), None)
    if quote is None or source is None or source[0] >= source[1]:
        return
    search.add([(quote, quote + 1)], source, (opening, at + 1), "in the words of")


_ABOUT: Final = frozenset("on about to in at after during".split())
"""What follows a speaker before a colon: Lee on the roof: “…”"""


_WORDS: Final = NOUN_CUES | frozenset(
    "advice answer e-mail email letter message motto note question reply text tweet verdict "
    "words".split()
)
"""What may be somebody's words, right before a colon: her father's advice: “…”"""
_RECEIVING: Final = frozenset(
    "find finds found get gets got hear hears heard receive receives received see sees saw".split()
)


def colons(search: Search) -> None:
    """Lee: “…”; and a sentence that leads to its quotation with a colon."""
    tokens, first = search.tokens, search.first
    lows = tokens.lows
    for quote in search.quotes:
        if quote in search.taken or quote - 1 <= first or tokens.lows[quote - 1] != ":":
            continue
        verb = next(
            (v for v in reversed(search.verbs) if v.at < quote and v.cue.quote and v.subject), None
        )
        if verb is not None and not verb.passive:
            source, cue = verb.subject, (verb.at, verb.at + 1)
        else:
            source, cue = clause_subject(tokens, first, quote - 1), (quote - 1, quote)
            if lows[quote - 2] in _WORDS and quote - 2 > first:
                owner = _owner_of_noun(search, quote - 2)
                if owner is None and not _RECEIVING.isdisjoint(lows[first:quote]):
                    search.add([(quote, quote + 1)], None, cue, "no speaker")
                    continue
                source = owner or source
            if source is None:
                continue
            about = (at for at in range(source[0] + 1, source[1]) if tokens.lows[at] in _ABOUT)
            source = source[0], next(about, source[1])
        search.add([(quote, quote + 1)], source, cue, "colon")
