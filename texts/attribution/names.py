"""Names: every proper name of a text, and the fullest form the text gives each of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from texts.attribution.mentions import FEMALE, MALE, without_honorifics
from texts.attribution.words import TAGS
from texts.document import Span

__all__ = ["Named", "Names"]

# A run of capitals on one line; "of", "de" and initials may stand between.
_NAME: Final = re.compile(
    r"[A-Z\u00c0-\u00de][\w’'-]*\.?"
    r"(?:\s(?:(?:de|van|von|der|den|al|el|bin|ibn|da|di|du|la|le)\s)?[A-Z\u00c0-\u00de][\w’'-]*\.?){0,5}"
)
_ACRONYM: Final = re.compile(r"\(([A-Z][A-Z.&]{1,9}(?:/[A-Z]{2,9})*)\)")
_NEAR: Final = 2000
"""How far back, in characters, a name is looked for as the antecedent of a pronoun."""
_AFTER: Final = 90
"""How far after a name a pronoun still tells its gender."""
_GENDERED: Final = re.compile(r"\b(he|his|him|himself|she|her|hers|herself)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """One place where a name stands."""

    span: Span
    name: str
    """Without honorifics and without ’s, as it stands there."""
    title: str
    """The honorifics before it, in small letters."""


class Names:
    """All names of a text, in order, with what the text shows of each."""

    def __init__(self, text: str, stretches: Iterable[Span]) -> None:
        """Reads the given stretches of `text`, which come in order. Linear."""
        self.text = text
        self.all: list[Named] = []
        self._first: dict[str, Span] = {}
        self._fullest: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}
        self._gender: dict[str, str | None] = {}
        self._votes: dict[str, Counter[str]] = {}
        acronyms: list[re.Match[str]] = []
        for stretch in stretches:
            for match in _NAME.finditer(text, stretch.start, stretch.end):
                self._add(match.start(), match.group())
            acronyms += _ACRONYM.finditer(text, stretch.start, stretch.end)
        self._starts = [named.span.start for named in self.all]
        for match in acronyms:
            self._add_acronym(match)

    def _add(self, start: int, found: str) -> None:
        if len(found) < 2:
            return
        words = found.split()
        at = start
        # A word that begins a sentence, not a name
        while words and words[0].lower() in TAGS:
            at = self.text.index(words[0], at) + len(words[0])
            words.pop(0)
        if not words:
            return
        at = self.text.index(words[0], at)
        end = start + len(found)
        name = self.text[at:end]
        while name[-2:] in ("’s", "'s"):
            name, end = name[:-2], end - 2
        if name[-1:] in "’'-.":
            keep = name[-1] == "." and len(words[-1]) <= 3
            if not keep:
                name, end = name[:-1], end - 1
        if "’s " in name or "'s " in name:  # "Amnesty’s Secretary-General": two names
            cut = max(name.find("’s "), name.find("'s "))
            self._add(at, name[:cut])
            self._add(at + cut + 3, name[cut + 3 :])
            return
        plain = without_honorifics(" ".join(name.split()))
        count = len(plain.split())
        titles = " ".join(name.split()[: len(name.split()) - count]).replace(".", "").lower()
        if not plain or not plain[0].isupper():
            return
        named = Named(Span(at, end), plain, titles)
        self.all.append(named)
        self._first.setdefault(plain, Span(end - len(plain), end))
        if count > 1:
            parts = plain.split()
            self._fullest.setdefault(parts[-1].lower(), plain)
            self._fullest.setdefault("first " + parts[0].lower(), plain)

    def _add_acronym(self, match: re.Match[str]) -> None:
        at = bisect_left(self._starts, match.start()) - 1
        if at < 0 or match.start() - self.all[at].span.end > 40:
            return
        for acronym in match.group(1).split("/"):
            letters = acronym.replace(".", "")
            initials = "".join(word[0] for word in self.all[at].name.split() if word[0].isupper())
            if letters[:1] == initials[:1]:
                self._acronyms.setdefault(letters, self.all[at].name)

    def fullest(self, name: str) -> str:
        """The fullest name the text gives whom it calls `name`."""
        parts = name.split()
        if not parts:
            return name
        if len(parts) == 1:
            acronym = self._acronyms.get(name.replace(".", ""))
            if acronym is not None:
                return acronym
            low = name.lower()
            return self._fullest.get(low) or self._fullest.get("first " + low) or name
        return name

    def first_place(self, name: str) -> Span | None:
        """Where the text first names somebody by exactly this name."""
        return self._first.get(name)

    def forms(self) -> dict[str, tuple[str, ...]]:
        """For each fullest name, the ways in which the text writes it, in order."""
        found: dict[str, dict[str, None]] = {}
        for named in self.all:
            full = self.fullest(named.name)
            found.setdefault(full, {}).setdefault(" ".join(named.span.of(self.text).split()))
        return {full: tuple(forms) for full, forms in found.items()}

    def between(self, start: int, end: int) -> list[Named]:
        """The names that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int, reach: int = _NEAR) -> list[Named]:
        """The names that stand before `offset`, nearest first, at most `reach` characters away."""
        first = bisect_left(self._starts, max(0, offset - reach))
        return self.all[first : bisect_right(self._starts, offset - 1)][::-1]

    def gender(self, name: str) -> str | None:
        """ "m" or "f" as the text itself shows it, by title or by the pronouns that follow."""
        if not self._votes:
            self._count_votes()
        full = self.fullest(name)
        if full in self._gender:
            return self._gender[full]
        votes = self._votes.get(full, Counter())
        male, female = votes["m"], votes["f"]
        gender = "m" if male > female else "f" if female > male else None
        self._gender[full] = gender
        return gender

    def _count_votes(self) -> None:
        self._votes[""] = Counter()
        text = self.text
        for place, named in enumerate(self.all):
            votes = self._votes.setdefault(self.fullest(named.name), Counter())
            for title in named.title.split():
                if title in MALE:
                    votes["m"] += 100
                elif title in FEMALE:
                    votes["f"] += 100
            limit = named.span.end + _AFTER
            if place + 1 < len(self.all):
                limit = min(limit, self.all[place + 1].span.start)
            found = _GENDERED.search(text, named.span.end, max(named.span.end, limit))
            if found is not None and "\n\n" not in text[named.span.end : found.start()]:
                votes["f" if found.group()[0] == "s" or found.group()[:3] == "her" else "m"] += 1
