"""Finding names: the runs of words with capitals in a text, taken apart into names."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.first_names import sex_of_first_name
from texts.attribution.named import Named
from texts.attribution.places import acts
from texts.attribution.titles import without_honorifics
from texts.attribution.words import TAGS
from texts.document import Span

__all__ = ["NameFinder"]

# The look ahead saves trying every title at every letter; no shorter form of a word is tried.
_WORD: Final = (
    r"(?=[A-Z\u00c0-\u00de])"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Prof|Rev|Hon|Sgt|Maj|St|Messrs|Mlle|Mme|Jr|Sr)\."
    r"|(?:[A-Z]\.)+|[A-Z\u00c0-\u00de](?:[^\W_]++|[’']|-(?!-))*+)"
)
# A run of capitals; "de", "van" and initials may stand between.
_NAME: Final = re.compile(
    rf"{_WORD}(?:\s(?:(?:de|van|von|der|den|al|el|bin|ibn|da|di|du|la|le)\s)?{_WORD}){{0,5}}+"
)
_INNER_TITLE: Final = re.compile(r"(?<=\w\s)(?<!and\s)(?:Mr|Mrs|Ms|Miss|Mlle|Mme)\b(?=\.?\s)")
_OWNER: Final = re.compile(r"[’']s\s|(?<=s)[’']\s")
_HEADLINE: Final = 200
"""A line of more characters is no headline."""
_LONG_WORD: Final = re.compile(r"\b[^\W\d_]{4,}")
_SELF: Final = re.compile(r"(?:^|\s)I(?:[’'](?:m|ve|d|ll))?(?=\s|$)")
_AGED: Final = re.compile(r"(?:young|[\w-]+-old)\s+(?=\S)", re.IGNORECASE)
_NO_NAMES: Final = frozenset(
    """
    oh ah o yes no nay yea aye ay well why hush alas dear dearest poor good ma'am mama mamma papa
    goodbye good-bye hello hullo hallo please thanks hurrah amen bravo
    """.split()
)
"""What begins an exclamation with a capital and is part of no name."""
_BEFORE_SENTENCE: Final = frozenset(".!?:\n“‘\"'…—([*_")


_Part = tuple[int, int, str, str]
"""A name in a run of capitals: where it begins and ends, itself, and its honorifics."""


class NameFinder:
    """Reads a text stretch by stretch, and then tells which capitals were those of names.

    A capital at the head of a sentence or in a headline tells nothing: a word there is a name only
    if it is one elsewhere too.
    """

    def __init__(self, text: str, in_marks: Callable[[int], bool]) -> None:
        """`in_marks` tells whether an offset stands in quotation marks."""
        self._text = text
        self._in_marks = in_marks
        self._found: list[_Part] = []
        """The names in order; their places are those in the text."""
        self._doubtful: set[int] = set()
        self._parts: dict[str, tuple[_Part, ...]] = {}
        """The names in each run of words with capitals, which a text repeats."""

    def read(self, stretch: Span) -> None:
        """Take in the next stretch of the text. Linear."""
        before = len(self._found)
        for match in _NAME.finditer(self._text, stretch.start, stretch.end):
            self._add(match.start(), match[0], stretch.start)
        if _in_capitals(self._text, stretch):
            self._doubtful.update(range(before, len(self._found)))

    def names(self) -> list[Named]:
        """The names of all that was read, in order. Linear."""
        found, doubtful = self._found, self._doubtful
        sure = {
            word
            for name in {name for at, (_, _, name, _) in enumerate(found) if at not in doubtful}
            for word in name.split()
        }
        spelled: dict[str, str] = {}
        for name in {name for _, _, name, _ in found}:
            spelled[name] = _in_small_letters(name, sure)
        return [
            Named(Span(begins, ends), spelled[name], title, self._in_marks(begins))
            for at, (begins, ends, name, title) in enumerate(found)
            if at not in doubtful or name in sure or (name[-1] == "s" and name[:-1] in sure)
        ]

    def _add(self, start: int, found: str, floor: int) -> None:
        parts = self._parts.get(found)
        if parts is None:
            parts = self._parts[found] = tuple(_names_in(found))
        for begins, ends, plain, title in parts:
            at = start + begins
            if not title and " " not in plain:
                before = self._text[max(floor, at - 2) : at].rstrip(" ")
                begins_sentence = not before or before[-1] in _BEFORE_SENTENCE
                if begins_sentence and not self._is_first_name(plain, at, start + ends):
                    self._doubtful.add(len(self._found))
            self._found.append((at, start + ends, plain, title))

    def _is_first_name(self, word: str, start: int, end: int) -> bool:
        """Whether the first word of a sentence is the first name of somebody who acts there."""
        acting = acts(self._text, end) and not self._in_marks(start)
        return acting and sex_of_first_name(word) is not None


def _names_in(found: str, start: int = 0) -> Iterator[_Part]:
    """The names in words with capitals: where each begins and ends, itself, and its honorifics."""
    if len(found) < 2:
        return
    if found.isalpha():  # one word and nothing beside it, as most are
        low = found.lower()
        if found[0].isupper() and not (low in TAGS or low in _NO_NAMES or low in CUES):
            yield start, start + len(found), found, ""
        return
    words = found.split()
    at = 0
    while (
        words
        and (
            words[0].lower().replace("’", "'").partition("'")[0] in TAGS  # He, You’re
            or words[0].lower().replace("’", "'") in _NO_NAMES
            or (words[0].lower() in CUES and (len(words) == 1 or words[0][-2:] in ("ed", "ng")))
        )
    ):
        at = found.index(words[0], at) + len(words[0])
        words.pop(0)
    if not words:
        return
    at = found.index(words[0], at)
    end = len(found)
    while found.endswith(("’s", "'s"), at, end):
        end -= 2
    name = found[at:end]
    if name[-1:] in "’'-." and not (name[-1] == "." and len(words[-1]) <= 3):
        name, end = name[:-1], end - 1
    owner = _OWNER.search(name)
    if owner is not None:  # "Amnesty’s Secretary-General": two names
        yield from _names_in(name[: owner.start()], start + at)
        yield from _names_in(name[owner.end() :], start + at + owner.end())
        return
    own = _SELF.search(name)
    if own is not None:  # "Then to Oslo I went"
        yield from _names_in(name[: own.start()].rstrip(), start + at)
        yield from _names_in(name[own.end() + 1 :], start + at + own.end() + 1)
        return
    aged = _AGED.match(name)
    if aged is not None:
        at, name = at + aged.end(), name[aged.end() :]
    inner = _INNER_TITLE.search(name)
    if inner is not None:  # "to Oslo Mrs. Lee": two names
        yield from _names_in(name[: inner.start()].rstrip(), start + at)
        yield from _names_in(name[inner.start() :], start + at + inner.start())
        return
    plain = without_honorifics(" ".join(name.split()))
    if plain and plain[0].isupper():
        title = " ".join(name.split()[: len(name.split()) - len(plain.split())])
        yield start + at, start + end, plain, title


def _in_capitals(text: str, stretch: Span) -> bool:
    """Whether all longer words begin with capitals, as in headlines, so that none tells a name."""
    if len(stretch) > _HEADLINE:
        return False
    words = _LONG_WORD.findall(text, stretch.start, stretch.end)
    return len(words) > 5 and all(word[0].isupper() for word in words)


def _in_small_letters(name: str, known: Container[str]) -> str:
    """The name with small letters where it stands in capitals, as at the head of a chapter."""
    words = name.split()
    small = [word.capitalize() if len(word) > 2 and word.isupper() else word for word in words]
    return " ".join(small) if small != words and all(word in known for word in small) else name
