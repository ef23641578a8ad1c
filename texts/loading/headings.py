"""Telling a heading from prose by its form, in text that marks headings by nothing else."""

from __future__ import annotations

import re

__all__ = ["LONGEST", "ends_a_sentence", "is_heading"]

LONGEST = 140
"""A heading's most characters; what is longer is prose, whatever it looks like."""

_MOST_WORDS = 22
_SENTENCE_END = re.compile(r"[.!?…:;,—–-][\"”’')»\]]*$")
_CHAPTER = re.compile(
    r"(?:chapter|part|book|volume|section|act|scene|letter|canto|appendix|annex)\s+"
    r"(?:[ivxlcdm]+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|the\s+\w+)\b"
    r"|(?:[ivxlcdm]+|\d{1,3})\.?$|(?:prologue|epilogue|preface|introduction|foreword)\.?$",
    re.IGNORECASE,
)
_TURN = re.compile(r"[A-Z][\w.’' -]{0,30}:\s")
_NOT_A_BEGINNING = re.compile(r"[\"“”‘'«„(\[—–*•·-]|by\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or over per so the to up via vs with".split()
)


def ends_a_sentence(text: str) -> bool:
    """Whether `text` ends with punctuation that a heading would not end with."""
    return _SENTENCE_END.search(text[-8:]) is not None


def is_heading(text: str, *, opens: bool, following: str | None) -> bool:
    """Whether a paragraph is a heading.

    `opens`: it is the first thing on the page that is not furniture, so a headline in sentence
    case counts. `following`: the paragraph after it, or `None` at the end. Elsewhere a heading is in
    capitals or title case, is numbered like a chapter, or stands over a paragraph of prose.
    """
    if len(text) > LONGEST or text.count("\n") > 1:
        return False
    words = _WORD.findall(text)
    if _CHAPTER.match(text) and len(words) <= 12:
        return True
    if not words or len(words) > _MOST_WORDS:
        return False
    capitals = sum(map(str.isupper, text)) > 3 and not any(map(str.islower, text))
    if _TURN.match(text) and not opens:
        return False
    if capitals and len(words) > 1:
        return not text.endswith((",", ";"))
    if ends_a_sentence(text) or following is None:
        return False
    if opens:
        return text[0].isupper() or not text[0].isalpha()
    if _NOT_A_BEGINNING.match(text) or text[0].islower() or "\n" in text:
        return False
    large = [word for word in words if word.lower() not in _SMALL]
    if len(large) > 2 and sum(word[0].isupper() for word in large) >= 0.8 * len(large):
        return True
    stands_over_prose = len(following) > 1.5 * len(text) and ends_a_sentence(following)
    return len(words) <= 12 and "," not in text and stands_over_prose
