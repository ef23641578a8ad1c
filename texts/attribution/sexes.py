"""Sexes: which sex a text shows its names to be of, by titles, by pronouns and by first names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from texts.attribution.first_names import sex_of_first_name
from texts.attribution.named import Named
from texts.attribution.titles import sex_of_noun
from texts.document import Span

__all__ = ["Sexes", "sex_of_title"]

_AFTER: Final = 90
"""How far after a name a pronoun still tells its sex."""
_GENDERED: Final = re.compile(
    r"\b(?=[hs])(he|his|him|himself|she|her|hers|herself)\b", re.IGNORECASE
)
_OF_ANOTHER: Final = re.compile(
    r"(?:\s[a-z]+){1,2}\s(?:him\W|her(?:[.,;:?!]|\s(?=(?:in|at|on|for|with|to|from|by|as|and|that|when"
    r"|about|after|before|again|not)\b)))"
)
"""Lee visited her: she is not Lee."""
_BY_ACCOUNT: Final = re.compile(r"\b[Aa]ccording\sto\s(?:[\w’'-]+\s){0,4}$")
"""According to Lee, she was late: somebody else was."""
_BEFORE: Final = 50
_USUALLY: Final = 15
"""How much the sex that a first name nearly always has counts, in pronouns that follow a name."""
_ALONE: Final = 4
"""The same of a name that stands alone, and may be a surname."""
_TITLE: Final = 100
"""What a title counts; no first name speaks against that."""


class Sexes:
    """What speaks for each name's being a man's or a woman's."""

    def __init__(
        self,
        text: str,
        places: Sequence[Named],
        single: Callable[[str], bool],
        in_marks: Callable[[int], bool],
        is_place: Callable[[int], bool],
        weight: Callable[[Span], float],
    ) -> None:
        """Goes through all places where names stand, which come in order. Linear.

        `single` tells whether a surname is only one person's, `in_marks` and `is_place` tell
        whether an offset stands in marks, and whether the words before it tell of a place,
        `weight` what the place of a name in its sentence says for it.
        """
        self._votes: dict[str, Counter[str]] = {}
        for at, named in enumerate(places):
            sex = sex_of_title(named.title) if named.title else None
            alone = " " not in named.name
            key = f"{named.title} {named.name}" if sex and alone else named.name
            count = self._votes.get(key)
            if count is None:
                count = self._votes[key] = Counter()
            if sex is not None:
                count[sex] += _TITLE
                if alone and single(named.name):
                    self._votes.setdefault(named.name, Counter())[sex] += _TITLE
            limit = named.span.end + _AFTER
            if at + 1 < len(places):
                limit = min(limit, places[at + 1].span.start)
            if limit > named.span.end and not (named.quoted or is_place(named.span.start)):
                self._hear(text, named, limit, count, in_marks, weight)

    def of(self, full: str, alike: Iterable[str]) -> str | None:
        """ "m" or "f" for a full name that the text also shortens to those of `alike`.

        Where no title settles it, the first name counts too.
        """
        votes = self._counted(full, alike)
        words = full.split()
        if max(votes.values(), default=0) < _TITLE:
            usual = sex_of_first_name(words[0])
            if usual is not None:
                votes[usual] += _USUALLY if len(words) > 1 else _ALONE
        male, female = votes["m"], votes["f"]
        return "m" if male > female else "f" if female > male else None

    def shown(self, full: str, alike: Iterable[str]) -> bool:
        """Whether the text itself shows a sex, without asking what first names usually are."""
        return bool(self._counted(full, alike))

    def _counted(self, full: str, alike: Iterable[str]) -> Counter[str]:
        votes = Counter(self._votes.get(full, ()))
        for name in alike:
            votes.update(self._votes.get(name, ()))
        titled = sex_of_title(full.split()[0])
        if titled is not None:
            votes[titled] += _TITLE if " " in full else _USUALLY
        return votes

    def _hear(
        self,
        text: str,
        named: Named,
        limit: int,
        count: Counter[str],
        in_marks: Callable[[int], bool],
        weight: Callable[[Span], float],
    ) -> None:
        """Counts the pronoun that follows a name, most of all where the name is a subject."""
        found = _GENDERED.search(text, named.span.end, limit)
        if found is None or in_marks(found.start()):
            return
        if "\n\n" in text[named.span.end : found.start()]:
            return
        place = weight(named.span)
        if place < 0 or _OF_ANOTHER.match(text, named.span.end, found.end() + 8):
            return
        if _BY_ACCOUNT.search(text, max(0, named.span.start - _BEFORE), named.span.start):
            return
        word = found.group().lower()
        votes = (3 if found.group()[0].isupper() else 1) * (4 if place > 0 else 1)
        count["f" if word[0] == "s" or word[:3] == "her" else "m"] += votes


def sex_of_title(title: str) -> str | None:
    """ "m" or "f" where a title tells it: Mr, Countess."""
    for word in title.split():
        sex = sex_of_noun(word.rstrip(".").lower())
        if sex is not None:
            return sex
    return None
