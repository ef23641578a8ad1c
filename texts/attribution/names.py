"""Names: every proper name of a text, where it stands, and what the text shows of its bearer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from texts.attribution.acronyms import Acronyms
from texts.attribution.finding_names import NameFinder
from texts.attribution.identities import Identities
from texts.attribution.name_index import NameIndex
from texts.attribution.named import Named
from texts.attribution.places import weight_of_place
from texts.attribution.sexes import Sexes
from texts.attribution.titles import HONORIFICS
from texts.document import Span

__all__ = ["Named", "Names"]

_PEOPLES: Final = re.compile(r"(?:icans|[a-z]ians|crats|ists)$")
"""How names of parties and peoples end."""
_NEAR: Final = 2000
"""How far back, in characters, a name is looked for as the antecedent of a pronoun."""
_FIRST: Final = re.compile(r"[\w-]+")
_IN: Final = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Ii]nto|[Nn]ear|inside|across|around)\s(?:the\s)?(?:[A-Z]\w*\s)?|the\s)$"
)


class Names:
    """All names of a text, in order, with what the text shows of each."""

    def __init__(self, text: str, stretches: Iterable[Span], marked: Sequence[Span]) -> None:
        """Reads the given stretches of `text`, which come in order. Linear.

        `marked` are the stretches in quotation marks, in order.
        """
        self.text = text
        self._marked = marked
        self.weighed: dict[str, float] = {}
        """What the form of a name says for its being meant, as far as it has been asked for."""
        self._weights: dict[int, float] = {}
        self._is_place: dict[int, bool] = {}
        self._stretches: list[int] = []
        self._opens = [span.start for span in marked]
        finder, self._acronyms = NameFinder(text, self.in_marks), Acronyms(text)
        for stretch in stretches:
            self._stretches.append(stretch.start)
            finder.read(stretch)
            self._acronyms.read(stretch)
        self.all = finder.names()
        self._starts = [named.span.start for named in self.all]
        self._words = {
            word for words in {named.span.of(text) for named in self.all} for word in words.split()
        }
        """Every word that stands in a name."""
        self._acronyms.spell_out(self.all)
        self._index = index = NameIndex(self.all)
        sexes = Sexes(text, self.all, index.is_single, self.in_marks, self.is_place, self.weight_at)
        self._identities = Identities(self.all, index, self._acronyms, sexes)

    def identity(self, name: str, title: str = "") -> str:
        """The fullest name the text gives whom it calls `name`, with `title` before it.

        A person of whom only the surname is known keeps the courtesy title: Mr Harle is not
        Mrs Harle.
        """
        return self._identities.of(name, title)

    def identity_of(self, named: Named) -> str:
        """Who is named at this place."""
        return self._identities.of(named.name, named.title)

    def titled(self, surname: str, title: str) -> str | None:
        """ "Mrs. Lee", as the text writes it, if it speaks of one."""
        return self._index.titled(surname).get(title)

    def holder(self, office: str) -> str | None:
        """Who is meant by "the doctor": Dr Lee, if the text has a single doctor."""
        return self._identities.holder(office)

    def gender(self, full: str) -> str | None:
        """ "m" or "f" as titles, the pronouns that follow and the first name show it."""
        return self._identities.gender(full)

    def shows_sex(self, full: str) -> bool:
        """Whether a title or a pronoun of the text itself shows a sex, and so a person."""
        return self._identities.shows_sex(full)

    def first_place(self, name: str) -> Span | None:
        """Where the text first names somebody by exactly this name."""
        return self._index.first_place(name)

    def stands_alone(self, word: str) -> bool:
        """Whether the text uses `word` as a name by itself: as it does with surnames."""
        return self._index.count(word) > 0

    def has_acronym(self, full: str) -> bool:
        """Whether the text gives an acronym for a name, as for organizations."""
        return self._acronyms.has(full)

    def is_plural(self, name: str) -> bool:
        """Whether a name is that of many: Democrats, where the text has a Democrat too."""
        last = name.split()[-1]
        return last[-1:] == "s" and (last[:-1] in self._words or bool(_PEOPLES.search(last)))

    def is_place(self, offset: int) -> bool:
        """Whether the words before a name say that it is a place: in Brigg, at the Swan.

        But the General, the Frenchman are persons.
        """
        known = self._is_place.get(offset)
        if known is None:
            known = self._is_place[offset] = self._seems_place(offset)
        return known

    def _seems_place(self, offset: int) -> bool:
        found = _IN.search(self.text, max(0, offset - 14), offset)
        if found is None:
            return False
        word = _FIRST.match(self.text, offset, offset + 30)
        low = word.group().lower() if word is not None else ""
        return not (low in HONORIFICS or low.endswith(("man", "woman")))

    def weight_at(self, span: Span) -> float:
        """What the place of a name in its sentence says; see `weight_of_place`."""
        known = self._weights.get(span.start)
        if known is None:
            known = self._weights[span.start] = weight_of_place(self.text, span)
        return known

    def paragraph_at(self, offset: int) -> int:
        """Where the paragraph begins that holds `offset`."""
        at = bisect_right(self._stretches, offset) - 1
        return self._stretches[at] if at >= 0 else 0

    def breaks(self, start: int, end: int) -> int:
        """How many paragraphs begin after `start`, and not after `end`."""
        return bisect_right(self._stretches, end) - bisect_right(self._stretches, start)

    def in_marks(self, offset: int) -> bool:
        """Whether a place stands in quotation marks."""
        held = bisect_right(self._opens, offset) - 1
        return held >= 0 and offset < self._marked[held].end

    def last_mark(self, span: Span) -> int | None:
        """Where the last words in quotation marks that begin in `span` end."""
        held = bisect_left(self._opens, span.end) - 1
        if held < 0 or self._opens[held] < span.start:
            return None
        return self._marked[held].end

    def between(self, start: int, end: int) -> list[Named]:
        """The names that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int, reach: int = _NEAR) -> list[Named]:
        """The names that stand before `offset`, nearest first, at most `reach` characters away."""
        first = bisect_left(self._starts, max(0, offset - reach))
        return self.all[first : bisect_right(self._starts, offset - 1)][::-1]
