"""Frames: the ways in which a verb of speech, its subject and what is said stand together."""

from __future__ import annotations

from typing import Final

from texts.attribution.clauses import is_told
from texts.attribution.content import (
    content_end,
    content_start,
    count_words,
    is_clause,
    last_sign,
    object_end,
    quoted_end,
    second_half,
    tail_after,
    trim,
)
from texts.attribution.mentions import can_speak, is_thing
from texts.attribution.nouns import DOCUMENT_NOUNS
from texts.attribution.openings import opening_of_content
from texts.attribution.phrases import Range
from texts.attribution.relation import MIN_INDIRECT, Search
from texts.attribution.terms import is_title
from texts.attribution.tokens import Tokens
from texts.attribution.verbs import Verb
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

__all__ = ["OF_A_THING", "after_content", "before_content", "beside_quote"]

_WHOLE: Final = frozenset(",.?!—–…")
_SAY: Final = frozenset("say insist argue contend assert".split())
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
    "spoken of": "speaker and verb, then what is spoken of",
    "object": OF_A_THING,
}


def beside_quote(search: Search, verb: Verb) -> None:
    """“…,” she said, and “…,” said Ann Lee: the marks stand before the cue and its subject."""
    tokens, first, stop = search.tokens, search.first, search.stop
    if not verb.cue.quote or verb.shared or verb.passive:
        return
    tags, lows = tokens.tags, tokens.lows
    edge = verb.begins
    if verb.subject is not None and not verb.turned:
        edge = min(edge, verb.subject[0])
        while edge > first and (tags[edge - 1] & (CONJ | ADVERB) and not tags[edge - 1] & SUBORD):
            edge -= 1
        if tags[edge] & CONJ and lows[edge] != "so":
            return  # “…,” and visitors began to come
    quote = edge - 1
    comma = quote >= first and lows[quote] in (",", "—", "–", "-")
    if comma:
        quote -= 1
    if quote < first or tags[quote] != QUOTE:
        return
    if tags[edge] & SUBJECT and lows[edge] in ("who", "which", "that"):
        return
    stretch = tokens.marked[quote]
    final = last_sign(tokens, quote)
    if not (comma or final in _WHOLE or quote == first or verb.turned):
        return
    if not comma and final == "." and quote > first and not verb.turned and verb.at + 1 < stop:
        return
    start = content_start(tokens, first, quote, stretch.start + stretch.opening)
    if start < quote and is_told(tokens, start):
        return  # Asked if it was “a farce,” she said: “No.”
    content = [(start, quote + 1)]
    more = second_half(tokens, verb.after, stop)
    if more is not None and not (verb.cue.predicate and not verb.cue.clause):
        content.append(more)
    elif (
        verb.after + 2 < stop and lows[verb.after] == "," and lows[verb.after + 1] in ("that", "to")
    ):
        rest = content_end(tokens, verb.after + 1, stop, search.verbs)
        content.append((verb.after + 1, rest))  # “It is bad luck,” she said, that both were there
    rule = "quotation, then verb and speaker" if verb.turned else "quotation, then speaker and verb"
    search.add(content, verb.subject, (verb.at, verb.at + 1), rule)


def before_content(search: Search, verb: Verb) -> bool:
    """Ann Lee said that …, said “…”, urged them to …, called it “…”: the content follows."""
    tokens, first, stop = search.tokens, search.first, search.stop
    if verb.turned and verb.at != first:
        return False
    if verb.passive:
        return _passive(search, verb)
    found = opening_of_content(tokens, verb.after, stop, verb.cue)
    if found is None:
        return False
    start, how = found
    if verb.cue.evidence and verb.subject is not None and not can_speak(tokens, verb.subject):
        return False
    if how == "asked for" and verb.subject is not None and is_thing(tokens, verb.subject):
        return False  # the machine asks for exact change
    if start >= stop:
        return False
    content = trim(tokens, start, _end_of(search, verb, start, how))
    if content is None:
        return False
    if how == "bare" and verb.cue.object and not is_clause(tokens, *content):
        how = "object"
        content = content[0], object_end(tokens, *content)
    inside = [k for k in range(*content) if tokens.tags[k] == QUOTE]
    fresh = [
        k for k in inside if k not in search.taken and search.claimed.get(k, verb.at) == verb.at
    ]
    if not _is_said(search, verb, how, content, inside, fresh):
        return False
    if how == "object" and verb.cue.predicate and fresh:
        content = content[0], fresh[-1] + 1  # called the vote “a joke”: of what, and what
    cue = (verb.at, verb.at + 1)
    search.add([content], verb.subject, cue, _RULES[how], attitude=_is_shy(search, verb, content))
    if how in ("that", "quote"):
        _and_that(search, verb, content[1])
    return True


def _is_shy(search: Search, verb: Verb, content: Range) -> bool:
    """Whether somebody asks "not to be named": a wish, with nothing said."""
    lows = search.tokens.lows[content[0] : content[0] + 3]
    return verb.cue.lemma in _REQUESTS and ("be" in lows or "remain" in lows) and "to" in lows


_REQUESTS: Final = frozenset(("ask", "request"))


def _and_that(search: Search, verb: Verb, at: int) -> None:
    """… said “no,” and then that “yes”: a second statement with the same verb."""
    tokens, stop = search.tokens, search.stop
    lows, tags = tokens.lows, tokens.tags
    while at < stop and (lows[at] in (",", "and", "but", "then") or tags[at] & ADVERB):
        at += 1
    if at + 1 >= stop or lows[at] != "that" or lows[at - 1] == ",":
        return
    content = trim(tokens, at + 1, _end_of(search, verb, at + 1, "that"))
    if content is not None and count_words(tokens, *content) > 1:
        search.add([content], verb.subject, (verb.at, verb.at + 1), _RULES["that"])


def _end_of(search: Search, verb: Verb, start: int, how: str) -> int:
    """Where the content that begins at `start` ends."""
    tokens, first, source = search.tokens, search.first, verb.subject
    end = content_end(tokens, start, search.stop, search.verbs)
    others = [at for at, owner in search.claimed.items() if start < at < end and owner > verb.at]
    if others and (how != "quote" or tokens.lows[others[0] - 1] in (",", ":")):
        end = _before_clause(tokens, start, others[0]) or end
    if tokens.tags[start] == QUOTE:
        end = quoted_end(tokens, start, end)
    elif how in ("object", "asked for", "spoken of"):
        end = object_end(tokens, start, end)
    if source is not None and tokens.tags[source[0]] & REL:
        end = min(
            [end, *(main.begins for main in search.verbs if _has_around(main, source, start))]
        )
        return _relative_end(tokens, first, start, end, source[0])
    if source is not None and not verb.shared and _subordinate(tokens, first, source[0]):
        return next((at for at in range(start, end) if tokens.lows[at] == ","), end)
    return end


def _has_around(main: Verb, who: Range, start: int) -> bool:
    """Whether the subject of `main` is what the relative pronoun `who` stands for."""
    return main.subject is not None and main.subject[1] <= who[0] and main.begins > start


def _is_said(
    search: Search, verb: Verb, how: str, content: Range, inside: list[int], fresh: list[int]
) -> bool:
    """Whether what stands in a verb's frame is a statement, and not just an object."""
    tokens, cue = search.tokens, verb.cue
    words = count_words(tokens, *content)
    if how == "quote":
        return bool(fresh) and not (cue.lemma in _WORKS and is_title(tokens, content[0]))
    if how == "bare" and not inside:
        written = _is_written(search, verb)
        if cue.found and not written:
            return False
        if tokens.lows[content[0]] in _AMOUNTS and not is_clause(tokens, *content):
            return False  # said nothing about it
        stated = tokens.tags[content[0]] & SUBJECT or cue.lemma in _SAY or written
        return words >= MIN_INDIRECT and (bool(stated) or is_clause(tokens, *content))
    if how == "bare":
        return bool(fresh)
    if how in _NAMING_A_THING and not inside and not _is_told_of(tokens, verb, content):
        return False
    if how == "object":
        noun = any(
            said.source is not None and content[0] <= said.source[0] < content[1]
            for said in search.relations
            if said.rule == "noun of speech"
        )
        if noun:
            return False  # rejected Lee’s claim that …
        named = tokens.words[content[0]][0].isupper()
        return bool(fresh) if inside else cue.object and (words >= 2 or named)
    if how == "that" and tokens.tags[content[0]] & PREP and not is_clause(tokens, *content):
        return False  # proposed that in May
    return words >= 2


def _is_told_of(tokens: Tokens, verb: Verb, content: Range) -> bool:
    """Whether a thing without marks is more than what the verb is done to, by the way.

    Not in "commenting on the roof, Lee …", nor in "a speech praising the roof" or "asked about it".
    """
    start, end = content
    if tokens.lows[start] in _POINTING:
        return start + 1 < end and not tokens.tags[start + 1] & (PREP | TIME)
    if not verb.cue.gerund or tokens.tags[start] & SUBORD or tokens.lows[start] == "what":
        return True
    before = verb.begins - 1
    if verb.subject is not None and verb.subject[1] == before:
        return False  # Lee, welcoming the plan, cut the ribbon
    helped = verb.begins < verb.at
    return helped or (
        verb.subject is not None
        and verb.subject[0] < verb.at
        and (tokens.lows[before] in (",", "by") or bool(tokens.tags[before] & CONJ))
    )


_NAMING_A_THING: Final = frozenset(("object", "asked for", "spoken of"))
_POINTING: Final = frozenset("it that this them these those".split())
_AMOUNTS: Final = frozenset("nothing little much something anything more less so as".split())


def _is_written(search: Search, verb: Verb) -> bool:
    """Whether a document speaks, which needs no verb for it: polls show Lee two points ahead."""
    if not (verb.cue.evidence or verb.cue.found) or verb.subject is None:
        return False
    return not DOCUMENT_NOUNS.isdisjoint(search.tokens.lows[slice(*verb.subject)])


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


def _is_adverbial(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a range is a phrase like "in the hall" or "speaking in May", and no clause follows."""
    leads = tokens.tags[start] & PREP or (
        not tokens.tags[start] and tokens.lows[start][-3:] == "ing"
    )
    return bool(leads) and "," not in tokens.lows[start:end]


_CONCEDING: Final = frozenset("while although though when if as since because whereas".split())


def _passive(search: Search, verb: Verb) -> bool:
    """ "was described by Ann Lee as …"; "was told that …", whose speaker is not given."""
    tokens, stop = search.tokens, search.stop
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
    quote = next(
        (
            k
            for k in range(verb.at + 1, stop)
            if tags[k] == QUOTE
            and k not in search.taken
            and search.claimed.get(k, verb.at) == verb.at
        ),
        None,
    )
    that = next((k for k in range(verb.at + 1, min(stop, verb.at + 10)) if lows[k] == "that"), None)
    if quote is not None and (verb.cue.quote or verb.cue.predicate) and source is not None:
        begin, end = source[1], stop
        if by is not None and quote < by:
            begin, end = quote, quote + 1  # called “a joke” by Lee
        elif begin < stop and lows[begin] in ("as", "to", "of"):
            begin += 1
        content = trim(tokens, begin, end)
    elif that is not None and verb.cue.clause and (by is None or that < by or source):
        if lows[that - 1] == "," or tags[that - 1] & PREP:
            return False
        content = trim(tokens, that + 1, content_end(tokens, that + 1, stop, search.verbs))
    else:
        return False
    if content is None or count_words(tokens, *content) < 2:
        return False
    search.add([content], source, (verb.at, verb.at + 1), "passive")
    return True


def after_content(search: Search, verb: Verb) -> None:
    """The plan would fail, she said; the plan, she said, would fail; …, said Ann Lee."""
    tokens, first, stop = search.tokens, search.first, search.stop
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
        return
    tags, lows = tokens.tags, tokens.lows
    edge = verb.at if verb.turned else verb.subject[0]
    while edge > first and tags[edge - 1] & (CONJ | ADVERB) and not tags[edge - 1] & SUBORD:
        edge -= 1
    if edge <= first + 1 or lows[edge - 1] not in (",", "—", "–"):
        return
    if tags[edge - 2] == QUOTE or lows[edge] in ("as", "who", "which") or tags[edge] & CONJ:
        return  # the wells were dry, and his daughter asked why
    after = verb.after
    tail = tail_after(tokens, after, stop)
    if tail is None:
        return
    begin = first
    while begin < edge and tags[begin] & (CONJ | PUNCT):
        begin += 1
    for other in search.verbs:
        if other.at < edge and not other.cue.gerund and other.subject and other.cue.clause:
            comma = next((k for k in range(edge - 2, other.at, -1) if lows[k] == ";"), None)
            if comma is not None:
                begin = comma + 1
    before = trim(tokens, begin, edge - 1)
    if before is None:
        return
    adverbial = tags[before[1] - 1] & TIME or lows[before[1] - 1] in ("later", "earlier")
    if adverbial and not is_clause(tokens, *before):
        return  # "Five months later, she said …"
    if lows[before[0]] == "as" or (tail == stop and _is_adverbial(tokens, *before)):
        return  # "In the hall, Lee agreed"
    content = [before]
    if tail < stop:
        rest = trim(tokens, tail, stop)
        if rest is None:
            return
        if tags[before[0]] & PREP and tags[before[1] - 1] & TIME:
            content = [rest]  # "On Monday, he said, the plan failed"
        elif tokens.lows[tail - 1] == ",":
            content.append(rest)
    if count_words(tokens, *before) < MIN_INDIRECT and len(content) == 1 and content[0] == before:
        return
    search.add(content, verb.subject, (verb.at, verb.at + 1), "clause, then speaker and verb")
