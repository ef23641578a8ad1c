"""Terms: words in quotation marks that quote nobody. Positive signs only; shortness is none."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.tokens import Tokens
from texts.attribution.words import PUNCT

__all__ = ["is_title", "term_rule"]

_NAMING: Final = frozenset(
    """
    so-called dubbed nicknamed named titled entitled called termed known styled labeled labelled
    self-styled self-described codenamed code-named
    """.split()
)
_NAMING_NOUNS: Final = frozenset(
    """
    term terms word words phrase phrases principle concept notion idea name title nickname slogan
    headline book film movie song show series episode album novel poem play essay article column
    program programme ad spot doctrine policy category label expression motto
    """.split()
)
_SMALL: Final = frozenset("a an and as at but by for from in of on or the to with".split())
_WORD: Final = re.compile(r"\w+(?:[-’'.]\w+)*")
SHORT: Final = 3
"""Up to so many words in marks may be a term when no speaker is near."""


def term_rule(tokens: Tokens, first: int, at: int) -> str | None:
    """The rule by which the stretch in marks at token `at` is a term, or `None`.

    Looks at the words before it in its sentence, which begins at `first`, and at its own form.
    """
    lows, tags = tokens.lows, tokens.tags
    stretch = tokens.marked[at]
    words = _WORD.findall(tokens.text, stretch.start, min(stretch.end, stretch.start + 400))
    before = at - 1
    while before >= first and tags[before] & PUNCT and lows[before] in ("(", "[", ","):
        before -= 1
    if before >= first and len(words) <= 8:
        if lows[before] in _NAMING:
            return "named as a term"
        if lows[before] == "as" and before > first and lows[before - 1] in ("known", "referred"):
            return "named as a term"
        if lows[before] in _NAMING_NOUNS and len(words) <= 6:
            return "named as a term"
        if lows[before] == "of" and before > first and lows[before - 1] in _NAMING_NOUNS:
            return "named as a term"
    if is_title(tokens, at):
        inside = before >= first and not tags[before] & PUNCT
        if inside or (at > first and tags[at - 1] & PUNCT):
            return "title"
    if len(words) <= SHORT:
        return "short, without speaker"
    return None


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether the words in marks at token `at` are written like a title or a name."""
    stretch = tokens.marked[at]
    words = _WORD.findall(tokens.text, stretch.start, min(stretch.end, stretch.start + 400))
    chief = [word for word in words if word.lower() not in _SMALL]
    if len(chief) < 2 or len(words) > 8:
        return False
    final = tokens.text[stretch.end - stretch.closing - 1]
    return final not in "?!" and all(word[0].isupper() or word[0].isdigit() for word in chief)
