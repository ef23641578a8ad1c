"""Identities: who is meant by each form of a name, and what the text shows of their sex."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from texts.attribution.acronyms import Acronyms
from texts.attribution.first_names import sex_of_first_name
from texts.attribution.name_index import NameIndex, is_courtesy, plain_title
from texts.attribution.named import Named
from texts.attribution.nicknames import first_names_of
from texts.attribution.sexes import Sexes, sex_of_title
from texts.attribution.titles import HONORIFICS, spelled_out

__all__ = ["USUAL", "Identities"]

USUAL: Final = 5
"""So often a text must use a form of a name for it to be what it mostly calls somebody."""


class Identities:
    """The bearers of the names of one text, each known by the fullest name."""

    def __init__(
        self, places: Sequence[Named], index: NameIndex, acronyms: Acronyms, sexes: Sexes
    ) -> None:
        self._places = places
        self._index = index
        self._acronyms = acronyms
        self._sexes = sexes
        self._known: dict[tuple[str, str], str] = {}
        self._genders: dict[str, str | None] = {}
        self._holders: dict[str, dict[str, None]] | None = None
        self._held: Counter[str] = Counter()
        """How often somebody is named with an office."""

    def of(self, name: str, title: str) -> str:
        """The fullest name the text gives whom it calls `name`, with `title` before it.

        A person of whom only the surname is known keeps the courtesy title: Mr Harle is not
        Mrs Harle.
        """
        known = self._known.get((name, title))
        if known is None:
            known = self._known[name, title] = self._find(name, title)
        return known

    def gender(self, full: str) -> str | None:
        """ "m" or "f" as titles, the pronouns that follow and the first name show it."""
        if full not in self._genders:
            self._genders[full] = self._sexes.of(full, self._alike(full))
        return self._genders[full]

    def shows_sex(self, full: str) -> bool:
        """Whether a title or a pronoun of the text itself shows a sex, and so a person."""
        return self._sexes.shown(full, self._alike(full))

    def holder(self, office: str) -> str | None:
        """Who is meant by "the doctor": Dr Lee, if the text has a single doctor."""
        if self._holders is None:
            self._holders = self._find_holders()
        held = self._holders.get(spelled_out(office), {})
        return next(iter(held)) if len(held) == 1 else None

    def _find_holders(self) -> dict[str, dict[str, None]]:
        """Who is named with each office; only those whose names have titles are looked at."""
        holders: dict[str, dict[str, None]] = {}
        for named in self._places:
            for word in named.title.split():
                low = word.rstrip(".").lower()
                full = self.of(named.name, named.title)
                holders.setdefault(spelled_out(low), {}).setdefault(full)
                if word == named.title:
                    self._held[full] += 1
        return holders

    def _find(self, name: str, title: str) -> str:
        parts = name.split()
        if len(parts) != 1:
            wife = sex_of_title(title) == "f" and sex_of_first_name(parts[0]) == "m"
            return f"{title} {name}" if wife else name
        acronym = self._acronyms.name_of(name)
        if acronym is not None:
            return acronym
        low = name.lower()
        sex = sex_of_title(title)
        if not title or is_courtesy(title):
            for first in first_names_of(low):
                full = self._known_first(first, low)
                if full is not None and self.gender(full) == (sex or self.gender(full)):
                    return full
        index = self._index
        fulls = [*index.by_last(low), *index.by_first(low)]
        for full in fulls:
            if sex is not None:
                only = len(fulls) == 1 and plain_title(title) == "miss"
                if index.count(full.split()[0]) > 1 and full.split()[0] != name and not only:
                    continue  # whom a text calls Elizabeth, it does not call Mrs Bennet
                if self.gender(full) not in (None, sex):
                    continue
                hardly = index.count(full) == 1 and index.count(name, title) >= USUAL
                if hardly and len(fulls) > 1 and plain_title(title) == "miss":
                    continue  # of two Lucases, Miss Lucas is not she who is named once
            return full
        if low in HONORIFICS and not title:
            holder = self.holder(low)
            return holder if holder and 4 * self._held[holder] >= index.count(name) else name
        titled = index.titled(low)
        if is_courtesy(title):
            return titled.get(plain_title(title), f"{title} {name}")
        return next(iter(titled.values())) if len(titled) == 1 else name

    def _known_first(self, first: str, nickname: str) -> str | None:
        """The only one whom the text calls by a first name, and never by the nickname and more."""
        if self._index.by_first(nickname):
            return None
        fulls = self._index.by_first(first)
        if len(fulls) == 1:
            return next(iter(fulls))
        spelled = first.capitalize()
        return spelled if not fulls and self._index.count(spelled) else None

    def _alike(self, full: str) -> list[str]:
        """The shorter names by which the text may call whom it calls by a full one."""
        words = full.split()
        if len(words) < 2:
            return []
        single = len(self._index.by_last(words[-1].lower())) == 1
        return [words[0], words[-1]] if single else [words[0]]
