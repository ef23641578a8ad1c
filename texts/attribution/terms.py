"""Terms: words in quotation marks that quote nobody. Positive signs only; shortness is none."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.tokens import Tokens
from texts.attribution.words import ADVERB, AUX, DET, POSS, PREP, PUNCT, QUOTE, SUBJECT, TAGS

__all__ = ["is_title", "names_something", "term_rule"]

_NAMING: Final = frozenset(
    """
    so-called dubbed nicknamed named titled entitled called termed known styled labeled labelled
    self-styled self-described self-proclaimed codenamed code-named christened captioned headlined
    marked stamped spelled spelt
    """.split()
)
_NAMING_NOUNS: Final = frozenset(
    """
    term terms word words phrase phrases principle concept notion idea name title nickname slogan
    headline book film movie song show series episode album novel poem play essay article column
    program programme ad spot doctrine policy category label expression motto hashtag buzzword
    adjective noun verb adverb letter syllable initials acronym abbreviation code tag magazine
    newspaper journal podcast musical opera hymn anthem single sitcom drama comedy thriller sequel
    documentary memoir bestseller painting sculpture exhibition tune ballad lyric
    """.split()
)
_MEANING: Final = frozenset(
    "means meant mean denotes refers referred stands translates derives rhymes".split()
)
_SMALL: Final = frozenset("a an and as at but by for from in of on or the to with".split())
_WORD: Final = re.compile(r"\w+(?:[-’'.]\w+)*")
_LEADING: Final = frozenset((":", ",", "—", "–", "--"))
_MOST_WORDS: Final = 8
"""A term has no more words than this."""
_LONGEST: Final = 400
"""So many characters of the words in marks are looked at."""
_LIST_GAP: Final = 4
"""Less than so many tokens stand between two titles of a list."""
_PHRASE: Final = 3
"""So many words in marks may be one part of the author's own phrase."""


def term_rule(tokens: Tokens, first: int, at: int, *, alone: bool = False) -> str | None:
    """The rule by which the stretch in marks at token `at` is a term, or `None`.

    Looks at the words around it in its sentence, which begins at `first`, and at its own form.
    `alone` tells that the sentence is nothing but words in marks.
    """
    stretch = tokens.marked[at]
    if stretch.start and tokens.text[stretch.start - 1] == "=":
        return "markup"
    words = _words(tokens, at)
    if not words or len(words) > _MOST_WORDS or alone:
        return None
    if _is_named(tokens, first, at, len(words)):
        return "named as a term"
    if _is_nickname(tokens, first, at):
        return "nickname"
    if is_title(tokens, at) or _is_capital_inside(tokens, first, at, words):
        return "title"
    if _is_listed(tokens, first, at):
        return "title"
    if _is_spoken_of(tokens, at):
        return "words spoken of"
    if _is_modifier(tokens, first, at):
        return "beside a noun"
    if len(words) <= _PHRASE and _is_part_of_author(tokens, first, at, words):
        return "author’s phrase"
    return None


def names_something(tokens: Tokens, at: int) -> bool:
    """Whether the words in marks at token `at` are a name, though a verb of speech is near.

    "a film called “…” was shown", "they read the novel “…” aloud".
    """
    before = tokens.lows[at - 1] if at else ""
    after = tokens.tags[at + 1] if at + 1 < len(tokens) else 0
    if not _has_capitals(_words(tokens, at)):
        return False
    return before in _NAMING_NOUNS or (before in _NAMING and bool(after & AUX))


def _is_named(tokens: Tokens, first: int, at: int, size: int) -> bool:
    """Whether the words before say that this names something: so-called, known as, the term."""
    lows, tags = tokens.lows, tokens.tags
    before = at - 1
    while before >= first and tags[before] & PUNCT and lows[before] in ("(", "[", ","):
        before -= 1
    if before < first:
        return False
    low = lows[before]
    previous = lows[before - 1] if before > first else ""
    return (
        low in _NAMING
        or (low == "as" and previous in ("known", "referred", "listed", "billed"))
        or (low in _NAMING_NOUNS and size <= 6)
        or (low == "of" and previous in _NAMING_NOUNS)
    )


def _is_capital_inside(tokens: Tokens, first: int, at: int, words: list[str]) -> bool:
    """Whether it has capitals (or is a number) in the midst of a sentence: on “The Wire”."""
    if at == first or not _has_capitals(words):
        return False
    before = tokens.words[at - 1]
    return tokens.last_inside(at) not in "?!" and (before[0].isalnum() or before[0] in "’'")


def _has_capitals(words: list[str]) -> bool:
    return all(word[0].isupper() or word.isdigit() or word in _SMALL for word in words)


def _words(tokens: Tokens, at: int) -> list[str]:
    stretch = tokens.marked[at]
    return _WORD.findall(tokens.text, stretch.start, min(stretch.end, stretch.start + _LONGEST))


def _is_nickname(tokens: Tokens, first: int, at: int) -> bool:
    """Whether it stands between a first name and a last: John “Red” Kelly."""
    words = tokens.words
    return (
        at > first
        and at + 1 < len(tokens)
        and words[at - 1][0].isupper()
        and words[at + 1][0].isupper()
        and not (tokens.tags[at - 1] | tokens.tags[at + 1])
        and tokens.lows[at + 1] not in CUES
        and tokens.last_inside(at).isalnum()
    )


def _is_listed(tokens: Tokens, first: int, at: int) -> bool:
    """Whether it stands in a list beside a title."""
    for step in (-1, 1):
        for other in range(at + step, at + _LIST_GAP * step, step):
            if not first <= other < len(tokens):
                break
            if tokens.tags[other] == QUOTE:
                if is_title(tokens, other):
                    return True
                break
            if tokens.lows[other] not in (",", "and", "or", "&"):
                break
    return False


def _is_spoken_of(tokens: Tokens, at: int) -> bool:
    """Whether the sentence goes on to say what the words mean."""
    for after in range(at + 1, min(at + 4, len(tokens))):
        if tokens.lows[after] in _MEANING:
            return True
        if not (tokens.tags[after] & ADVERB or tokens.lows[after][-2:] == "ly"):
            return False
    return False


def _is_modifier(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a noun of the author follows, which it describes: a “stand down” order."""
    after = at + 1
    if after >= len(tokens) or not tokens.last_inside(at).isalnum() or at == first:
        return False
    word, low = tokens.words[after], tokens.lows[after]
    return (
        word[0].islower()
        and not tokens.tags[after]
        and low not in CUES
        and low[-2:] not in ("ly", "ed")
        and bool(
            tokens.tags[at - 1] & (DET | POSS | PREP)
            or (tokens.words[at - 1][0].isalpha() and not tokens.tags[at - 1])
        )
    )


def _is_part_of_author(tokens: Tokens, first: int, at: int, words: list[str]) -> bool:
    """Whether it is a phrase, no statement, that the author's own sentence goes on through."""
    if at == first or not words[0][0].islower() or tokens.lows[at - 1] in _LEADING:
        return False
    return not any(TAGS.get(word.lower(), 0) & (AUX | SUBJECT) for word in words)


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether the words in marks at token `at` are written like a title or a name."""
    words = _words(tokens, at)
    chief = [word for word in words if word.lower() not in _SMALL]
    if len(chief) < 2 or len(words) > 8:
        return False
    return tokens.last_inside(at) not in "?!" and all(
        word[0].isupper() or word[0].isdigit() for word in chief
    )
