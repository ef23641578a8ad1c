"""Quoted as saying: whom somebody else quotes, reports or remembers with "as saying".

"Reed quoted Lee as saying that …" and "Lee was quoted by the paper as saying “…”" both give Lee's
words; whoever passes them on does not say them.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.content import content_end, count_words, quoted_end, trim
from texts.attribution.cues import CUES
from texts.attribution.phrases import Range
from texts.attribution.relation import MIN_INDIRECT, Search
from texts.attribution.subjects import subject_before
from texts.attribution.verb_groups import before_verb
from texts.attribution.words import QUOTE

__all__ = ["quoted_as_saying"]

_PASSING_ON: Final = frozenset(
    "quote quotes quoted quoting cite cites cited citing report reports reported reporting "
    "remember remembers remembered recall recalls recalled".split()
)
_REACH: Final = 16
"""So many words may stand between "quoted" and "as saying"."""


def quoted_as_saying(search: Search) -> None:
    """Credit what follows "as saying" to whoever is quoted."""
    if "as" not in search.words:
        return
    tokens, stop = search.tokens, search.stop
    lows, tags = tokens.lows, tokens.tags
    for at in range(search.first + 2, stop - 2):
        cue = CUES.get(lows[at + 1]) if lows[at] == "as" else None
        if cue is None or not cue.gerund or not cue.clause:
            continue
        quoted = _quoted(search, at)
        if quoted is None:
            continue
        source, carrier = quoted
        start = at + 2 + (lows[at + 2] in ("that", ",", ":"))
        end = content_end(tokens, start, stop, search.verbs)
        if start < stop and tags[start] == QUOTE:
            end = quoted_end(tokens, start, end)
        content = trim(tokens, start, end)
        if content is None:
            continue
        marked = any(tags[k] == QUOTE for k in range(*content))
        if marked or count_words(tokens, *content) >= MIN_INDIRECT:
            cue_at = (at + 1, at + 2)
            search.add([content], source, cue_at, "quoted as saying", carrier=carrier)


def _quoted(search: Search, at: int) -> tuple[Range, Range | None] | None:
    """Who is quoted in "Reed quoted Lee as" or "Lee was quoted by the paper as"; and by whom."""
    tokens, first = search.tokens, search.first
    for verb in range(at - 1, max(first, at - _REACH) - 1, -1):
        if tokens.tags[verb] == QUOTE or tokens.lows[verb] in (";", ":"):
            return None
        if tokens.lows[verb] not in _PASSING_ON:
            continue
        begins, passive = before_verb(tokens, first, verb)
        if passive:
            source = subject_before(tokens, first, begins)
            by = trim(tokens, verb + 2, at) if tokens.lows[verb + 1] == "by" else None
            return None if source is None else (source, by)
        source = trim(tokens, verb + 1, at)
        named = source is not None and not any(tokens.lows[k] == "," for k in range(*source))
        if source is None or not named:
            return None
        by = None if tokens.lows[verb].endswith("ing") else subject_before(tokens, first, begins)
        return source, by
    return None
