"""Content: where the words that are said begin and end, seen from the verb that reports them."""

from __future__ import annotations

from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.phrases import Range
from texts.attribution.tokens import Tokens
from texts.attribution.verbs import Verb
from texts.attribution.words import (
    ADVERB,
    AUX,
    CONJ,
    DASHES,
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

__all__ = [
    "content_end",
    "content_start",
    "count_words",
    "is_clause",
    "last_sign",
    "object_end",
    "quoted_end",
    "second_half",
    "tail_after",
    "trim",
]


def content_end(tokens: Tokens, start: int, stop: int, verbs: list[Verb]) -> int:
    """Where the clause that begins at `start` gives way to the author or to another cue."""
    tags, lows = tokens.tags, tokens.lows
    later = {v.begins: v for v in verbs if v.at > start}
    calling = {v.subject[0] for v in verbs if v.at > start and v.cue.gerund and v.subject}
    at = start
    while at < stop:
        low = lows[at]
        if low == "," and at + 1 < stop:
            following = lows[at + 1]
            cue = CUES.get(following)
            if cue is not None and cue.gerund and (at + 1 in later):
                return at
            if following in ("according", "which") or at + 1 in later:
                return at
            if following in ("and", "but") and at + 2 < stop and tags[at + 2] & REL:
                return at
            if _is_tail(tokens, at, start, stop):
                return at
            joins = following in ("and", "but", "while", "though", "although", "then")
            if joins and _speaks_again(tokens, at + 2, stop, later):
                return at
        elif low in ("and", "but", "then") and at + 1 in later:
            shared = later[at + 1]
            if shared.shared and not shared.cue.gerund and at > start:
                return at
        elif low == "and" and at + 1 in calling:
            return at  # Lee saying it was full and Ray calling it empty
        elif tags[at] == QUOTE and at + 1 < stop:
            final = last_sign(tokens, at)
            cue = CUES.get(lows[at + 1])
            if final == "," and (
                (cue is not None and cue.gerund)
                or (lows[at + 1] in ("and", "but") and _speaks_again(tokens, at + 2, stop, later))
                or lows[at + 1] in ("according", "which")
                or _that_again(tokens, at + 1, stop)
            ):
                return at + 1
        elif low in DASHES and (at > start + 2 or tags[at - 1] == QUOTE):
            close = next((k for k in range(at + 1, stop) if lows[k] in DASHES), None)
            if close is None:
                return at
            at = close
        elif low == ";" and _speaks_again(tokens, at + 1, stop, later):
            return at
        at += 1
    return stop


def _is_tail(tokens: Tokens, comma: int, start: int, stop: int) -> bool:
    """Whether what follows a comma may be the author's own: be conservative, leave it out."""
    tags, lows = tokens.tags, tokens.lows
    at = comma + 1
    if any(tags[k] == QUOTE for k in range(at, stop)) or comma - start < 3:
        return False
    if lows[at][-3:] == "ing" and not tags[at]:
        return True
    if lows[at] in ("and", "but") and at + 2 < stop:
        return _new_clause(tokens, at + 1, stop)
    # five months after the fire
    return (
        tags[at] & DET > 0 and at + 2 < stop and tags[at + 1] & TIME > 0 and tags[at + 2] & PREP > 0
    )


def _new_clause(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a clause with a subject of its own begins at `at`."""
    tags = tokens.tags
    if not (tags[at] & (SUBJECT | DET) or tokens.words[at][0].isupper()):
        return False
    for k in range(at, min(at + 6, stop)):
        if tags[k] & PUNCT or tags[k] == QUOTE:
            return False
        if k > at and tags[k] & (AUX | VERB) and not tags[k] & (DET | POSS):
            return True
        if k > at + 1 and not tags[k] and tokens.lows[k][-2:] == "ed" and k + 1 == stop:
            return True
    return False


def _that_again(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether "and (then) that" follows, which begins a second statement."""
    lows = tokens.lows
    if lows[at] not in ("and", "but"):
        return False
    after = at + 1
    while after < stop and tokens.tags[after] & (ADVERB | CONJ) and lows[after] != "that":
        after += 1
    return after < stop and lows[after] == "that"


def _speaks_again(tokens: Tokens, at: int, stop: int, later: dict[int, Verb]) -> bool:
    """Whether a new clause with a cue of its own begins at `at`."""
    for place in range(at, min(at + 7, stop)):
        other = later.get(place)
        if (
            other is not None
            and not (other.cue.gerund or other.turned)
            and (other.cue.clause or other.cue.predicate or other.cue.object)
        ):
            begins = other.subject[0] if other.subject and not other.shared else other.begins
            return at <= begins <= at + 1 or other.shared
        if tokens.tags[place] == QUOTE or tokens.lows[place] in (",", ";", ":"):
            return False
    return False


def object_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of content that is a thing, not a clause: before an apposition, or what came when."""
    tags, lows = tokens.tags, tokens.lows
    for at in range(start + 1, end):
        joins = tags[at] & CONJ and at + 1 < end
        apart = joins and (lows[at - 1] == "," or tags[at + 1] & SUBJECT)
        if apart and _new_clause(tokens, at + 1, end):
            return at
        if joins and tokens.lows[at + 1] in CUES and CUES[tokens.lows[at + 1]].gerund:
            return at  # welcoming the plan and praising the design
    if QUOTE in tags[start:end]:
        return end
    for at in range(start + 1, end):
        if tags[at] & REL or lows[at] == "that":
            return end
        if lows[at] == "," and at + 1 < end and not tags[at + 1] & CONJ:
            listed = next(
                (k for k in range(at + 1, min(end, at + 8)) if lows[k] in ("and", "or")), 0
            )
            if not listed or tags[at + 1] & (DET | PREP | REL | ADVERB):
                return at
        if lows[at] in _WHEN and at + 1 < end and lows[at + 1] != "of":
            return at
    return end


_WHEN: Final = frozenset(
    "when while after before because since although though if unless until once during".split()
)


def quoted_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of content that begins with marks: the marks, or the clause they are part of."""
    tags, lows = tokens.tags, tokens.lows
    final = last_sign(tokens, start)
    if final in ".?!" and not (start + 1 < end and tags[start + 1] == QUOTE):
        return start + 1
    if _is_done_after(tokens, start + 1, end):
        return start + 1
    if final == ",":
        at = start + 1
        joined = at + 1 < end and lows[at] in ("and", "but", "or")
        if not (joined and any(tags[k] == QUOTE for k in range(at, min(end, at + 8)))):
            return start + 1
    if start + 1 < end and lows[start + 1] in (",", ";", "—", "–"):
        following = next(
            (k for k in range(start + 1, min(end, start + 12)) if tags[k] == QUOTE), None
        )
        if following is None:
            return start + 1
    return end


def _is_done_after(tokens: Tokens, at: int, end: int) -> bool:
    """Whether what follows words in marks is the speaker's doing or its day: “…” and left."""
    if at + 1 >= end:
        return False
    tag, low = tokens.tags[at + 1], tokens.lows[at + 1]
    if tokens.lows[at] in ("and", "but", "then"):
        if _new_clause(tokens, at + 1, end):
            return True
        return low[-2:] == "ed" or bool(tag & VERB and not tag & (AUX | DET | POSS))
    return tokens.lows[at] == "on" and bool(tag & TIME)


def content_start(tokens: Tokens, first: int, quote: int, inner: int) -> int:
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
    return min(quote, begin)


def second_half(tokens: Tokens, at: int, stop: int) -> Range | None:
    """“…,” she said, “…”: the second half of an interrupted quotation."""
    lows, tags = tokens.lows, tokens.tags
    reach = min(stop, at + 14)
    start = at
    while at < reach and tags[at] != QUOTE:
        named = at > start and tags[at - 1] & (DET | POSS)  # wrote in her report, “…”
        if lows[at] in CUES and tags[at] == 0 and at > start and not named:
            return None
        if tags[at] & (SUBORD | REL) and not tags[at] & PREP:
            return None
        at += 1
    if at >= reach or tags[at] != QUOTE:
        return None
    if at == start or lows[at - 1] in (",", ":", "—", "–", ";", "-"):
        return at, at + 1
    return None


def tail_after(tokens: Tokens, at: int, stop: int) -> int | None:
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
                "whose",
                "which",
                "where",
                "citing",
                "according",
            ):
                return stop
            if nextlow in ("and", "but") or (at + 1 < stop and tags[at + 1] & PREP and at == start):
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


def last_sign(tokens: Tokens, at: int) -> str:
    """The last sign of the words in marks at token `at`, a closing mark inside them apart; or ""."""
    stretch = tokens.marked[at]
    last = stretch.end - stretch.closing - 1
    if last > stretch.start and tokens.text[last] in "’'”\"»)]":
        last -= 1
    return tokens.text[last] if last > stretch.start else ""


def trim(tokens: Tokens, start: int, end: int) -> Range | None:
    """The range without punctuation and conjunctions at its edges."""
    tags, lows = tokens.tags, tokens.lows
    while start < end and tags[start] & PUNCT and lows[start] not in ("(", "["):
        start += 1
    while end > start and tags[end - 1] & PUNCT and lows[end - 1] not in (")", "]"):
        end -= 1
    return (start, end) if start < end else None


def count_words(tokens: Tokens, start: int, end: int) -> int:
    """Words in a range; a stretch in marks counts as many as it has."""
    total = 0
    for at in range(start, end):
        if tokens.tags[at] == QUOTE:
            stretch = tokens.marked[at]
            total += tokens.text.count(" ", stretch.start, stretch.end) + 1
        elif not tokens.tags[at] & PUNCT:
            total += 1
    return total


def is_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a range without "that" has a verb of its own: something is stated, not only named.

    A verb inside a relative or a subordinate clause is not its own: "a lead that has grown".
    """
    owed = 0
    for at in range(start, end):
        if at > start and _subordinates(tokens, at):
            owed += 1
        elif _is_finite(tokens, start, end, at):
            if not owed:
                return True
            if not tokens.tags[at - 1] & AUX:
                owed -= 1
        elif tokens.lows[at] == "," and at + 1 < end and tokens.tags[at + 1] & CONJ:
            return False
    return False


def _subordinates(tokens: Tokens, at: int) -> bool:
    tag = tokens.tags[at]
    if tokens.lows[at] == "that":
        return not tokens.tags[at - 1] & PREP
    return bool(tag & (SUBORD | REL)) and not tag & PREP


def _is_finite(tokens: Tokens, start: int, end: int, at: int) -> bool:
    tag, low = tokens.tags[at], tokens.lows[at]
    if tag & (AUX | VERB) and not tag & (DET | POSS):
        return True
    if at == start:
        return False
    if low in CUES or low[-2:] == "ed":
        return True
    third = low[-1] == "s" and not tag and low[-2:] != "ss"
    return (
        third and at + 1 < end and bool(tokens.tags[at + 1] & (DET | PREP | OBJECT | POSS | ADVERB))
    )
