"""The index of names: in which forms a text has each name, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from texts.attribution.named import Named
from texts.attribution.titles import COURTESY
from texts.document import Span

__all__ = ["NameIndex", "is_courtesy", "plain_title"]


class NameIndex:
    """Full names by their words, titles by their surnames, first places, counts."""

    def __init__(self, places: Iterable[Named]) -> None:
        """Goes through all places where names stand, which come in order. Linear."""
        self._by_last: dict[str, dict[str, None]] = {}
        self._by_first: dict[str, dict[str, None]] = {}
        self._titled: dict[str, dict[str, str]] = {}
        self._places: dict[str, Span] = {}
        self._count: Counter[tuple[str, str]] = Counter()
        self._with_title: Counter[str] = Counter()
        for named in places:
            form = named.title, named.name
            if form not in self._count:
                self._enter(named)
            self._count[form] += 1
            if named.title:
                self._with_title[named.name] += 1

    def _enter(self, named: Named) -> None:
        name, title = named.name, named.title
        parts = name.split()
        if name not in self._places:
            self._places[name] = Span(named.span.end - len(name), named.span.end)
        if len(parts) > 1:
            self._by_last.setdefault(parts[-1].lower(), {}).setdefault(name)
            self._by_first.setdefault(parts[0].lower(), {}).setdefault(name)
        elif is_courtesy(title):
            form = f"{title} {name}"
            self._titled.setdefault(name.lower(), {}).setdefault(plain_title(title), form)
            self._places.setdefault(form, named.span)

    def by_last(self, word: str) -> Collection[str]:
        """The full names that end with a word in small letters, in order."""
        return self._by_last.get(word, {})

    def by_first(self, word: str) -> Collection[str]:
        """The full names that begin with a word in small letters, in order."""
        return self._by_first.get(word, {})

    def titled(self, surname: str) -> dict[str, str]:
        """With which courtesy titles a surname stands: "mrs" and "Mrs. Lee", as it is written."""
        return self._titled.get(surname.lower(), {})

    def first_place(self, name: str) -> Span | None:
        """Where the text first names somebody by exactly this name."""
        return self._places.get(name)

    def count(self, name: str, title: str = "") -> int:
        """How often a name stands with exactly this title, or with none."""
        return self._count[title, name]

    def is_single(self, surname: str) -> bool:
        """Whether a surname seems to be one person's: it mostly has a title, and always the same."""
        return (
            len(self.titled(surname)) == 1 and self.count(surname) <= 2 * self._with_title[surname]
        )


def plain_title(title: str) -> str:
    """A title in small letters, without full stops."""
    return title.replace(".", "").lower()


def is_courtesy(title: str) -> bool:
    """Whether a text goes on using a title with the bare surname."""
    return bool(title) and title.split()[0].rstrip(".").lower() in COURTESY
