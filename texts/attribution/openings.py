"""Openings: where the words begin that a verb of speech leads to, and in which frame."""

from __future__ import annotations

from typing import Final

from texts.attribution.cues import Cue
from texts.attribution.terms import is_title
from texts.attribution.tokens import Tokens
from texts.attribution.words import (
    ADVERB,
    AUX,
    CONJ,
    DET,
    NEG,
    OBJECT,
    POSS,
    PREP,
    PUNCT,
    QUESTIONS,
    QUOTE,
    REL,
    SUBJECT,
    SUBORD,
    TIME,
    VERB,
)

__all__ = ["opening_of_content"]

_ADDRESSING: Final = frozenset(("appeal",))
"""Verbs whose hearer stands after "to": appealed to all to help."""
_ASKING: Final = frozenset(("for", "on", "upon"))


def opening_of_content(tokens: Tokens, at: int, stop: int, cue: Cue) -> tuple[int, str] | None:
    """Where the content begins after the verb, and in which frame."""
    tags, lows = tokens.tags, tokens.lows
    limit = min(stop, at + 24)
    while at < limit and (
        (tags[at] & ADVERB and not tags[at] & (DET | SUBORD | SUBJECT)) or lows[at][-2:] == "ly"
    ):
        at += 1
    if at < stop and lows[at] in cue.along:
        at += 1
    if at >= stop:
        return None
    if tags[at] == QUOTE:
        return (at, "quote") if cue.quote else (at, "object")
    if lows[at] == "that" and cue.clause:
        pronoun = at + 1 < stop and tags[at + 1] & AUX and not tags[at + 1] & POSS
        return (at, "bare") if pronoun else (at + 1, "that")
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
    if lows[at] in QUESTIONS and cue.clause:
        return at, "that"
    if lows[at] == "to" and cue.lemma in _ADDRESSING:
        heard = _over_hearer(tokens, at + 1, limit, stop, cue)
        return heard if heard is not None and heard[1] == "appeal" else None
    named = at + 1 < stop and bool(tags[at + 1] & (DET | POSS))
    if lows[at] == "to" and (cue.infinitive or cue.appeal) and not named:
        return (at - 1 if tags[at - 1] & NEG else at), "infinitive"
    if cue.appeal or cue.hearer:
        heard = _over_hearer(tokens, at, limit, stop, cue)
        if heard is not None:
            return heard
        if cue.lemma in ("tell", "inform", "advise", "notify", "remind", "assure"):
            return None
    if cue.bare and lows[at] in _NEARLY and at + 1 < stop and _counts(tokens, at + 1):
        return at, "bare"  # said about half of them would stay
    if cue.quote and (
        tags[at] & (PREP | TIME) or lows[at] in ("last", "this", "earlier", "late", "next")
    ):
        past = _over_adverbial(tokens, at, limit, stop, cue)
        if past is not None:
            return past
        if lows[at] in cue.topics and at + 1 < stop and not tags[at + 1] & PREP:
            return at + 1, "asked for" if lows[at] in _ASKING else "spoken of"
        if not tags[at] & DET:
            if cue.predicate or cue.weak or cue.bare:
                quoted = next((k for k in range(at, limit) if tags[k] == QUOTE), None)
                if cue.bare and quoted is not None and is_title(tokens, quoted):
                    return None  # said on “The Morning Show”
                if quoted is not None and not any(lows[k] in (",", ";") for k in range(at, quoted)):
                    return at + 1, "object"
            return None
    if lows[at] == "having" and cue.object:
        return at, "object"
    if (tags[at] & (AUX | PUNCT | CONJ | VERB) and not tags[at] & (DET | POSS)) or (
        tags[at] & OBJECT and (not tags[at] & DET and not cue.predicate)
    ):
        return None
    if cue.bare:
        loose = lows[at] in ("it", "you") and at + 1 < stop and tags[at + 1] & (PREP | PUNCT)
        return None if loose else (at, "bare")
    if cue.predicate or cue.object or cue.quote:
        return at, "object"
    return None


_NEARLY: Final = frozenset("about over under around".split())


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether a number stands here."""
    low = tokens.lows[at]
    return (
        low[0].isdigit()
        or low in ("half", "$", "€", "£")
        or (bool(tokens.tags[at] & DET) and low in _NUMBERS)
    )


_NUMBERS: Final = frozenset("one two three four five six seven eight nine ten dozen".split())


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
        asks = low == "to" and (cue.appeal or cue.infinitive) and start < at < stop - 1
        if asks and not (tags[at + 1] & (DET | POSS) or words[at + 1][0].isupper()):
            return (at, "appeal") if cue.lemma == "tell" else (start, "appeal")
        if low in (",", ":"):
            if at + 1 < stop and tags[at + 1] == QUOTE:
                return at + 1, "quote"
            if low == ":":
                return at + 1, "bare"
            if at + 2 < stop and tags[at + 1] & CONJ and lows[at + 2] != "that":
                return None  # warned of floods, and farmers say that
            if (cue.lemma == "tell" or cue.hearer) and (
                at + 2 < stop
                and tags[at + 1] & (SUBJECT | DET)
                and lows[at + 1] not in ("who", "which")
            ):
                return None
            at += 1
            continue
        if at > start and tag & SUBJECT and not tag & REL:
            return (at, "bare") if cue.bare or cue.hearer else None
        if at > start and low in ("how", "why", "whether", "if", "what"):
            return at, "that"
        begins = at > start and tag & DET and not tags[at - 1] & PREP
        if begins and not (words[at - 1][0].isupper() and tag & POSS):
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
            led = next((k for k in range(at + 1, min(at + 6, limit - 1)) if lows[k] == ":"), None)
            if led is not None and tags[led + 1] == QUOTE and cue.quote:
                return led + 1, "quote"  # wrote in the margin, very small: “…”
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
