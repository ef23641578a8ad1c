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
        source = _quoted(search, at)
        if source is None:
            continue
        start = at + 2 + (lows[at + 2] in ("that", ",", ":"))
        end = content_end(tokens, start, stop, search.verbs)
        if start < stop and tags[start] == QUOTE:
            end = quoted_end(tokens, start, end)
        content = trim(tokens, start, end)
        if content is None:
            continue
        marked = any(tags[k] == QUOTE for k in range(*content))
        if marked or count_words(tokens, *content) >= MIN_INDIRECT:
            search.add([content], source, (at + 1, at + 2), "quoted as saying")


def _quoted(search: Search, at: int) -> Range | None:
    """Who is quoted in "quoted Lee as", or in "Lee was quoted by the paper as"."""
    tokens, first = search.tokens, search.first
    for verb in range(at - 1, max(first, at - _REACH) - 1, -1):
        if tokens.tags[verb] == QUOTE or tokens.lows[verb] in (";", ":"):
            return None
        if tokens.lows[verb] not in _PASSING_ON:
            continue
        begins, passive = before_verb(tokens, first, verb)
        if passive:
            return subject_before(tokens, first, begins)
        source = trim(tokens, verb + 1, at)
        named = source is not None and not any(tokens.lows[k] == "," for k in range(*source))
        return source if named else None
    return None
