"""Vocatives: whom the words of a quotation speak to: “Yes, Mr Harle”, “No, sir”.

Who is called by name does not speak, and is likely to answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from texts.attribution.names import Named, Names
from texts.document import Span

__all__ = ["called", "hearers"]

_MOST: Final = 4000
"""No more characters of a quotation are looked at: a speech calls whom it calls early or late."""
_SURELY: Final = re.compile(
    r"\b(?:my|dear|dearest|old|good|oh|ah|o|yes|no|well|why)\s*$", re.IGNORECASE
)
_APART: Final = re.compile(r"(?:^|[,;:.!?—–-]|\band you)\s*$", re.IGNORECASE)
_HEARS: Final = 40
_TO: Final = re.compile(r"[^.,;:“\"]*\bto\s*")
_BEFORE: Final = " \t\r\n“”\"‘'_*([«„"
_LISTED: Final = re.compile(
    r",\s+(?:(?:and|or|who|whose|the|a|an)\b|[A-Z][\w’'-]+(?:,|\s+(?:and|or)\b))"
)


def called(names: Names, spans: Iterable[Span], *, answers: bool = True) -> list[Named]:
    """The names by which the words in `spans` speak to somebody, in order.

    `answers`: they may answer a question, so that a name and nothing else calls nobody.
    """
    return [
        named
        for span in spans
        for named in names.between(span.start, min(span.end, span.start + _MOST))
        if _is_call(names.text, named, span, answers)
    ]


def hearers(names: Names, cue: Span) -> list[Named]:
    """The names after a cue that say to whom: "said she to Ann", "told Ann"."""
    text = names.text
    return [
        named
        for named in names.between(cue.end, cue.end + _HEARS)
        if not named.quoted and _TO.fullmatch(text, cue.end, named.span.start) is not None
    ]


def _is_call(text: str, named: Named, span: Span, answers: bool) -> bool:
    begins = max(span.start, named.span.start - 24)
    before = text[begins : named.span.start].rstrip(_BEFORE)
    if begins == span.start:
        before = before.lstrip(_BEFORE)
    surely = _SURELY.search(before) is not None
    if not surely and _APART.search(before) is None:
        return False
    end = named.span.end
    after = text[end : min(span.end, end + 40)].lstrip("_*")
    if not after:
        return True
    if after[0] in "!?;:—”\"’'»" or after.startswith(("--", "…")):
        return after[0] not in "’'" or not after[1:2].isalpha()
    if after[0] == ".":
        return bool(before) or not answers  # a name and nothing else may answer “Who?”
    return after[0] == "," and (surely or _LISTED.match(after) is None)
