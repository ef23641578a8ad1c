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

Whoever *counts* words for people (`places`, `count`) takes *don’t*, *well-known* and *1,200* as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Word", "count", "cut", "fold", "places", "words"]


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
# Accents and vowel signs, which continue a word and never begin one: all combining marks of
# Unicode 14. Between them the ranges take in letters and what is not assigned, never a sign.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd\u0816-\u082d"
    "\u0859-\u085b\u0898-\u08e1\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0ae3"
    "\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0d4d\u0d57-\u0d63"
    "\u0d81-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18\u0f19"
    "\u0f35\u0f37\u0f39\u0f3e-\u0f84\u0f86-\u0fbc\u0fc6\u102b-\u103e\u1056-\u109d\u135d-\u135f"
    "\u1712-\u1734\u1752-\u1773\u17b4-\u17d3\u17dd\u180b-\u180d\u180f-\u193b\u1a17-\u1a1b"
    "\u1a55-\u1a7f\u1ab0-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2"
    "\u1cd4-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua672"
    "\ua674-\ua67d\ua69e-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1\ua8ff-\ua92d"
    "\ua947-\ua953\ua980-\ua9c0\ua9e5-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaef\uaaf5\uaaf6\uabe3-\uabea"
    "\uabec\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f\U000101fd-\U0001037a"
    "\U00010a01-\U00010a3f\U00010ae5\U00010ae6\U00010d24-\U00010eac\U00010f46-\U00010f50"
    "\U00010f82-\U00010f85\U00011000-\U00011046\U00011070-\U000110ba\U000110c2"
    "\U00011100-\U00011134\U00011145-\U00011173\U00011180-\U000111c0\U000111c9-\U000111cc"
    "\U000111ce\U000111cf\U0001122c-\U00011237\U0001123e\U000112df-\U00011446"
    "\U0001145e-\U000114c3\U000115af-\U000115c0\U000115dc-\U00011640\U000116ab-\U000116b7"
    "\U0001171d-\U0001172b\U0001182c-\U0001183a\U00011930-\U00011943\U000119d1-\U000119e0"
    "\U000119e4-\U00011a3e\U00011a47-\U00011a99\U00011c2f-\U00011c3f\U00011c92-\U00011ef6"
    "\U00016af0-\U00016af4\U00016b30-\U00016b36\U00016f4f-\U00016f92\U00016fe4-\U00016ff1"
    "\U0001bc9d\U0001bc9e\U0001cf00-\U0001cf46\U0001d165-\U0001d169\U0001d16d-\U0001d172"
    "\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244"
    "\U0001da00-\U0001da36\U0001da3b-\U0001da6c\U0001da75\U0001da84\U0001da9b-\U0001e136"
    "\U0001e2ae-\U0001e2ef\U0001e8d0-\U0001e94a\U000e0100-\U000e01ef"
)
# Letters by Unicode's account that are voicing marks.
_HALF_MARKS = "\uff9e\uff9f"
# Soft hyphen, zero-width characters, and the Arabic stroke that only stretches a word.
_PASSED_OVER = "\u00ad\u0640\u200b-\u200f\u2060\ufeff"
# Letters and digits by Unicode's own account that are not to be part of a word: apostrophes,
# note numbers, fractions.
_NO_LETTERS = (
    "_\u02b9-\u02bf\u02c8\u02ca-\u02cc\u00b2\u00b3\u00b9\u00bc-\u00be"
    "\u2070-\u209c\u2150-\u215f\u2189"
)
_LETTER = rf"[^\W{_NO_LETTERS}{_ALONE}{_HALF_MARKS}{_PASSED_OVER}]"
_GLUE = rf"[{_MARKS}{_PASSED_OVER}]"
# Possessive quantifiers: nothing is ever tried twice, so cutting is linear whatever the text.
_RUN = rf"{_LETTER}++(?:{_GLUE}++{_LETTER}*+)*+"
_WORD = re.compile(rf"{_RUN}|[{_ALONE}]{_GLUE}*+")
# One word to who counts: "don't", "well-known", "1,200".
_JOINTS = "'\u2019\u2010\u2011\\-.,"
_COUNTED = re.compile(rf"{_RUN}(?:[{_JOINTS}]{_RUN})*+|[{_ALONE}]{_GLUE}*+")

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


def cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """What `words` gives, as lists of the folded forms, starts and ends; in half the time."""
    folded, starts, ends = [], [], []
    for match in _WORD.finditer(text):
        word = match.group()
        form = word.lower() if word.isascii() else fold(word)
        if form:
            folded.append(form)
            start, end = match.span()
            starts.append(start)
            ends.append(end)
    return folded, starts, ends


def places(text: str, start: int, end: int) -> Iterator[int]:
    """Where the words of a stretch begin, as people count them: “don't” and “1,200” are one each.

    In scripts without spaces each character is one. Linear, whatever the text.
    """
    for match in _COUNTED.finditer(text, start, end):
        yield match.start()


def count(text: str, start: int, end: int) -> int:
    """How many words a stretch has: as many as there are `places`."""
    return len(_COUNTED.findall(text, start, end))


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
