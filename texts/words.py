"""Words: the one way a text is cut into words, for searching and for highlighting alike.

What counts as a word, and as the same word:

* letters and digits of any script, with the accents that belong to them;
* an apostrophe or a hyphen ends a word: *Iran's* holds *iran*, *hard-won* holds *won*, and
  *don’t* is *don* followed by *t*, with either apostrophe. Whoever looks for several such words
  as a phrase finds both spellings, and ``-`` or ``'`` never hides a name;
* soft hyphens and zero-width characters inside a word are passed over;
* scripts written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one word a
  character;
* raised and lowered digits (note numbers glued to a word) and underscores (plain-text italics)
  are no part of a word.

Words are compared *folded*: lower case, without accents, compatibility forms undone (``ﬁ`` is
``fi``, full-width letters are plain ones), and the few Latin letters Unicode does not take apart
(``ø``, ``ł``, ``ı`` …) as they are typed without them. Marks that are letters rather than accents
(the vowel signs of India, the voicing marks of kana) stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Word", "fold", "words"]


class Word(NamedTuple):
    """A word and where it stands. A tuple, since a book has a hundred thousand of them."""

    start: int
    """Half-open offsets into the text that was cut."""
    end: int
    folded: str
    """The form that is compared."""


# Characters that are words by themselves: scripts without spaces.
_ALONE = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3220-\u3247\u3280-\u32b0\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9d\U0001b000-\U0001b16f\U00020000-\U0003ffff"
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e50-\u0e59"
    "\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0ed0-\u0eff"
    "\u1000-\u102a\u103f-\u1049\u1050-\u1055\u1780-\u17b3\u17e0-\u17e9"
)
# Accents and vowel signs, which continue a word and never begin one. Scripts not listed are cut
# at their marks, in texts and in queries alike, so that they are still found.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7"
    "\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57"
    "\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ece\u0f35\u0f37\u0f39\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059"
    "\u135d-\u135f\u17b4-\u17d3\u1ab0-\u1ace\u1dc0-\u1dff\u20d0-\u20f0\u302a-\u302f\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f"
)
# Soft hyphen, zero-width characters, and the Arabic stroke that only stretches a word.
_PASSED_OVER = "\u00ad\u0640\u200b-\u200f\u2060\ufeff"
# Letters and digits by Unicode's own account that are not to be part of a word: apostrophes,
# note numbers, fractions.
_NO_LETTERS = (
    "_\u02b9-\u02bf\u02c8\u02ca-\u02cc\u00b2\u00b3\u00b9\u00bc-\u00be"
    "\u2070-\u209c\u2150-\u215f\u2189"
)
_LETTER = rf"[^\W{_NO_LETTERS}{_ALONE}{_MARKS}{_PASSED_OVER}]"
_GLUE = rf"[{_MARKS}{_PASSED_OVER}]"
# Possessive quantifiers: nothing is ever tried twice, so cutting is linear whatever the text.
_WORD = re.compile(rf"{_LETTER}++(?:{_GLUE}++{_LETTER}*+)*+|[{_ALONE}]{_GLUE}*+")

_PLAIN = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i",
        "æ": "ae", "œ": "oe", "þ": "th",
    }
)  # fmt: skip
# Ligatures of scripts without spaces: taken apart, one would be two words.
_WHOLE = frozenset("\u0e33\u0eb3\u0edc\u0edd\u309f\u30ff")
_DROPPED = re.compile(f"[{_NO_LETTERS}{_PASSED_OVER}]")
_LONG = 64  # letters; longer "words" are addresses and hostile input, not worth remembering


def words(text: str) -> Iterator[Word]:
    """The words of a text in order; offsets are of `text`. Linear, whatever the text."""
    for match in _WORD.finditer(text):
        word = match.group()
        start, end = match.span()
        if word.isascii():
            yield Word(start, end, word.lower())
        elif folded := fold(word):
            yield Word(start, end, folded)


def fold(word: str) -> str:
    """The form in which a word is compared. Folding twice changes nothing more."""
    if word.isascii():
        return word.lower()
    return _remembered(word) if len(word) <= _LONG else _folded(word)


def _folded(word: str) -> str:
    compared = "".join(
        character if character in _WHOLE else unicodedata.normalize("NFKD", character).casefold()
        for character in word
    )
    if _WHOLE.isdisjoint(compared):
        compared = unicodedata.normalize("NFKD", compared)
    kept = "".join(
        character
        for character in _DROPPED.sub("", compared)
        if character.isalnum() or _is_letter_sign(character)
    )
    return unicodedata.normalize("NFC", kept.translate(_PLAIN))


def _is_letter_sign(character: str) -> bool:
    """Whether a mark is part of the spelling: no accent, and nothing invisible.

    Canonical combining classes 10 to 35 are the points of Hebrew, Arabic and Syriac, those from
    200 are accents; Unicode Standard, section 4.3.
    """
    if unicodedata.category(character) not in ("Mn", "Mc"):
        return False
    if "\ufe00" <= character <= "\ufe0f":  # variation selectors choose a picture, not a letter
        return False
    return not (10 <= (place := unicodedata.combining(character)) <= 35 or place >= 200)


_remembered = lru_cache(maxsize=16_384)(_folded)
