"""Namesakes: who else of a text bears the surname, or the first name, that somebody is called by."""

from __future__ import annotations

from typing import Final

from texts.attribution.names import Names
from texts.attribution.nicknames import first_names_of
from texts.attribution.nouns import ORGANIZATION_NAMES
from texts.attribution.sexes import sex_of_title
from texts.attribution.titles import without_honorifics

__all__ = ["Namesakes"]

_NEAR: Final = 1000
"""Who is told of further back, in characters, is hardly meant by a part of the name."""


class Namesakes:
    """The persons of a text by each of their names."""

    def __init__(self, names: Names) -> None:
        """Linear in the number of names."""
        self._names = names
        self._first: dict[str, dict[str, int]] = {}
        self._last: dict[str, dict[str, int]] = {}
        for at, named in enumerate(names.all):
            words = named.name.lower().split()
            if len(words) in (2, 3) and ORGANIZATION_NAMES.isdisjoint(words):
                self._first.setdefault(words[0], {}).setdefault(named.name, at)
                self._last.setdefault(words[-1], {}).setdefault(named.name, at)

    def of(self, called: str, full: str, before: int) -> str | None:
        """Another than `full` whom a surname or a first name, honorifics and all, may mean.

        `None` if there is none who is told of shortly before an offset and is shown to be a person.
        Looks at those alone, however many there are elsewhere.
        """
        sex, own = sex_of_title(called), full.lower().split()
        word = without_honorifics(called).lower()
        by_last, by_first = self._last.get(word, {}), self._first.get(word, {})
        if len(by_last) + len(by_first) < 2:
            return None
        near = {named.name for named in self._names.before(before, _NEAR)}
        for other in (
            *sorted(filter(by_last.__contains__, near), key=by_last.__getitem__),
            *sorted(filter(by_first.__contains__, near), key=by_first.__getitem__),
        ):
            first, *_, last = other.lower().split()
            if other == full or (last == own[-1] and _alike(first, own[0])):
                continue
            found = self._names.gender(other)
            if found is not None and sex in (None, found):
                return other
        return None


def _alike(first: str, second: str) -> bool:
    """Whether two first names may be one person's: Bob and Robert, J. and John."""
    one, two = sorted((first.rstrip("."), second.rstrip(".")), key=len)
    return two.startswith(one) or one in first_names_of(two) or two in first_names_of(one)
