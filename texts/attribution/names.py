"""Names: every proper name of a text, who shares one, and what the text shows of each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.first_names import sex_of_first_name
from texts.attribution.named import Named
from texts.attribution.nicknames import first_names_of
from texts.attribution.places import acts, weight_of_place
from texts.attribution.sexes import Sexes, sex_of_title
from texts.attribution.titles import COURTESY, FEMALE, HONORIFICS, MALE, without_honorifics
from texts.attribution.words import TAGS
from texts.document import Span

__all__ = ["Named", "Names"]

# A run of capitals; "de", "van" and initials may stand between.
_WORD: Final = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Capt|Prof|Rev|Hon|Sgt|Maj|St|Messrs|Mlle|Mme|Jr|Sr)\."
    r"|(?:[A-Z]\.)+|[A-Z\u00c0-\u00de](?:[^\W_]|[’']|-(?!-))*)"
)
_NAME: Final = re.compile(
    rf"{_WORD}(?:\s(?:(?:de|van|von|der|den|al|el|bin|ibn|da|di|du|la|le)\s)?{_WORD}){{0,5}}"
)
_ACRONYM: Final = re.compile(r"\(([A-Z][A-Z.&]{1,9}(?:/[A-Z]{2,9})*)\)")
_CAPITALS: Final = re.compile(
    r"[A-Z][\w’'-]*(?:\s(?:of|for|the|and|on|to|in|against|&|[A-Z][\w’'-]*))*\s$"
)
_SPELLED: Final = 100
"""So many characters before it an acronym may be spelled out."""
_INNER_TITLE: Final = re.compile(r"(?<=\w\s)(?<!and\s)(?:Mr|Mrs|Ms|Miss|Mlle|Mme)\b(?=\.?\s)")
_OWNER: Final = re.compile(r"[’']s\s|(?<=s)[’']\s")
_HEADLINE: Final = 200
"""A line of more characters is no headline."""
_LONG_WORD: Final = re.compile(r"\b[^\W\d_]{4,}")
_SELF: Final = re.compile(r"(?:^|\s)I(?:[’'](?:m|ve|d|ll))?(?=\s|$)")
_AGED: Final = re.compile(r"(?:young|[\w-]+-old)\s+(?=\S)", re.IGNORECASE)
_PEOPLES: Final = re.compile(r"(?:icans|[a-z]ians|crats|ists)$")
"""How names of parties and peoples end."""
_NEAR: Final = 2000
"""How far back, in characters, a name is looked for as the antecedent of a pronoun."""
_USUAL: Final = 5
"""So often a story must use a form of a name for it to be what it mostly calls somebody."""
_DESCRIBED: Final = re.compile(
    r"\b(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)?"
    r"(man|woman|boy|girl|lady|gentleman|priest|nun|widow|child|doctor|captain|colonel|general"
    r"|professor|inspector|sergeant|lieutenant|major|guide|soldier|sailor|stranger|officer|clerk"
    r"|servant|maid|butler|teacher|lawyer|judge|driver|guard|nurse|master|mistress|mother|father"
    r"|wife|husband|sister|brother|aunt|uncle|daughter|son|grandmother|grandfather)\b(?![’'])"
)
_NO_NAMES: Final = frozenset(
    """
    oh ah o yes no nay yea aye ay well why hush alas dear dearest poor good ma'am mama mamma papa
    goodbye good-bye hello hullo hallo please thanks hurrah amen bravo
    """.split()
)
"""What begins an exclamation with a capital and is part of no name."""
_FIRST: Final = re.compile(r"[\w-]+")
_IN: Final = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t|[Ii]nto|[Nn]ear|inside|across|around)\s(?:the\s)?|the\s)$"
)
_OFFICES: Final = {
    "dr": "doctor",
    "capt": "captain",
    "col": "colonel",
    "gen": "general",
    "lt": "lieutenant",
    "maj": "major",
    "prof": "professor",
    "rev": "reverend",
    "sgt": "sergeant",
}
_BEFORE_SENTENCE: Final = frozenset(".!?:\n“‘\"'…—([*_")


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
        self._places: dict[int, bool] = {}
        self._stretches: list[int] = []
        self._opens = [span.start for span in marked]
        self._found: list[Named] = []
        self._parts: dict[str, tuple[tuple[int, int, str, str], ...]] = {}
        """The names in each run of words with capitals, which a text repeats."""
        self._doubtful: set[int] = set()
        acronyms: list[re.Match[str]] = []
        for stretch in stretches:
            self._stretches.append(stretch.start)
            before = len(self._found)
            for match in _NAME.finditer(text, stretch.start, stretch.end):
                self._add(match.start(), match.group(), stretch.start)
            if _in_capitals(text, stretch):
                self._doubtful.update(range(before, len(self._found)))
            if "(" in text[stretch.start : stretch.end]:
                acronyms += _ACRONYM.finditer(text, stretch.start, stretch.end)
        sure = {
            word
            for place, named in enumerate(self._found)
            if place not in self._doubtful
            for word in named.name.split()
        }
        self.all = [
            _spelled(named, sure)
            for place, named in enumerate(self._found)
            if place not in self._doubtful
            or named.name in sure
            or (named.name[-1] == "s" and named.name[:-1] in sure)
        ]
        self._starts = [named.span.start for named in self.all]
        self._words = {word for named in self.all for word in named.span.of(text).split()}
        """Every word that stands in a name."""
        self._acronyms: dict[str, str] = {}
        self._spelled: set[str] = set()
        """The names for which there is an acronym."""
        for match in acronyms:
            self._add_acronym(match)
        self._by_word: dict[str, dict[str, None]] = {}
        self._titled: dict[str, dict[str, str]] = {}
        self._first: dict[str, Span] = {}
        self._count: Counter[str] = Counter()
        """How often a name stands there, with its title if it has one."""
        self._alone: Counter[str] = Counter()
        """How often a name of one word stands without a title."""
        for named in self.all:
            self._enter(named)
        titles = Counter(named.name for named in self.all if named.title)
        self._sexes = Sexes(
            text,
            self.all,
            lambda name: (
                len(self._titled.get(name.lower(), ())) == 1
                and self._alone[name] <= 2 * titles[name]
            ),
            self.in_marks,
            self.is_place,
            self.weight_at,
        )
        self._holders: dict[str, dict[str, None]] | None = None
        self._held: Counter[str] = Counter()
        """How often somebody is named with an office."""

    # ---------------------------------------------------------------- finding

    def _add(self, start: int, found: str, floor: int) -> None:
        parts = self._parts.get(found)
        if parts is None:
            parts = self._parts[found] = tuple(_names_in(found))
        for begins, ends, plain, title in parts:
            at = start + begins
            quoted = self.in_marks(at)
            if " " not in plain and not title:
                before = self.text[max(floor, at - 2) : at].rstrip(" ")
                begins = at == floor or before[-1:] in _BEFORE_SENTENCE or not before
                if begins and not self._is_first_name(plain, start + ends, quoted=quoted):
                    self._doubtful.add(len(self._found))
            self._found.append(Named(Span(at, start + ends), plain, title, quoted))

    def _is_first_name(self, word: str, end: int, *, quoted: bool) -> bool:
        """Whether the first word of a sentence is the first name of somebody who acts there."""
        acting = not quoted and acts(self.text, end)
        return acting and sex_of_first_name(word) is not None

    def _add_acronym(self, match: re.Match[str]) -> None:
        at = bisect_left(self._starts, match.start()) - 1
        if at < 0 or match.start() - self.all[at].span.end > 40:
            return
        acronyms = [acronym.replace(".", "") for acronym in match.group(1).split("/")]
        full = self._spelled_out(match.start(), acronyms[0]) or self.all[at].name
        if any(letters[:1] == full[:1] for letters in acronyms):
            for letters in acronyms:
                self._acronyms.setdefault(letters, full)
            self._spelled.add(full)

    def _spelled_out(self, end: int, letters: str) -> str | None:
        """The words before `end` whose capitals are `letters`: People’s Front of Brigg (PFB)."""
        before = _CAPITALS.search(self.text, max(0, end - _SPELLED), end)
        words = before.group().split() if before is not None else []
        for at in range(len(words)):
            if "".join(word[0] for word in words[at:] if word[0].isupper()) == letters:
                return " ".join(words[at:]) if words[at][0].isupper() else None
        return None

    def _enter(self, named: Named) -> None:
        name = named.name
        parts = name.split()
        self._count[f"{named.title} {name}".lstrip()] += 1
        self._first.setdefault(name, Span(named.span.end - len(name), named.span.end))
        if len(parts) > 1:
            self._by_word.setdefault(parts[-1].lower(), {}).setdefault(name)
            self._by_word.setdefault("first " + parts[0].lower(), {}).setdefault(name)
        elif not named.title:
            self._alone[name] += 1
        elif _courtesy(named.title):
            forms = self._titled.setdefault(name.lower(), {})
            form = f"{named.title} {name}"
            forms.setdefault(_plain_title(named.title), form)
            self._first.setdefault(form, named.span)

    # ---------------------------------------------------------------- asking

    def identity(self, name: str, title: str = "") -> str:
        """The fullest name the text gives whom it calls `name`, with `title` before it.

        A person of whom only the surname is known keeps the courtesy title: Mr Harle is not
        Mrs Harle.
        """
        parts = name.split()
        if len(parts) != 1:
            wife = sex_of_title(title) == "f" and sex_of_first_name(parts[0]) == "m"
            return f"{title} {name}" if wife else name
        acronym = self._acronyms.get(name.replace(".", ""))
        if acronym is not None:
            return acronym
        low = name.lower()
        sex = sex_of_title(title)
        if not title or _courtesy(title):
            for first in first_names_of(low):
                full = self._known_first(first, low)
                if full is not None and self.gender(full) == (sex or self.gender(full)):
                    return full
        fulls: list[str] = [
            *self._by_word.get(low, ()),
            *self._by_word.get("first " + low, ()),
        ]
        for full in fulls:
            if sex is not None:
                if self._alone[full.split()[0]] > 1 and full.split()[0] != name:
                    continue  # whom a text calls Elizabeth, it does not call Mrs Bennet
                if self.gender(full) not in (None, sex):
                    continue
                hardly = self._count[full] == 1 and self._count[f"{title} {name}"] >= _USUAL
                if hardly and len(fulls) > 1 and _plain_title(title) == "miss":
                    continue  # of two Lucases, Miss Lucas is not she who is named once
            return full
        if low in HONORIFICS and not title:
            holder = self.holder(low)
            return holder if holder and 4 * self._held[holder] >= self._alone[name] else name
        titled = self._titled.get(low, {})
        if _courtesy(title):
            return titled.get(_plain_title(title), f"{title} {name}")
        return next(iter(titled.values())) if len(titled) == 1 else name

    def identity_of(self, named: Named) -> str:
        """Who is named at this place."""
        return self.identity(named.name, named.title)

    def _known_first(self, first: str, nickname: str) -> str | None:
        """The only one whom the text calls by a first name, and never by the nickname and more."""
        if self._by_word.get("first " + nickname):
            return None
        fulls = self._by_word.get("first " + first, {})
        if len(fulls) == 1:
            return next(iter(fulls))
        spelled = first.capitalize()
        return spelled if not fulls and self._alone[spelled] else None

    def titled(self, surname: str, title: str) -> str | None:
        """ "Mrs. Lee", as the text writes it, if it speaks of one."""
        return self._titled.get(surname.lower(), {}).get(title)

    def holder(self, office: str) -> str | None:
        """Who is meant by "the doctor": Dr Lee, if the text has a single doctor."""
        if self._holders is None:
            self._holders = {}
            for named in self.all:
                for word in named.title.split():
                    low = word.rstrip(".").lower()
                    held = self._holders.setdefault(_OFFICES.get(low, low), {})
                    full = self.identity_of(named)
                    held.setdefault(full)
                    if word == named.title:
                        self._held[full] += 1
        held = self._holders.get(_OFFICES.get(office, office), {})
        return next(iter(held)) if len(held) == 1 else None

    def is_place(self, offset: int) -> bool:
        """Whether the words before a name say that it is a place: in Brigg, at the Swan.

        But the General, the Frenchman are persons.
        """
        known = self._places.get(offset)
        if known is None:
            known = self._places[offset] = self._is_place(offset)
        return known

    def _is_place(self, offset: int) -> bool:
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

    def has_acronym(self, full: str) -> bool:
        """Whether the text gives an acronym for a name, as for organizations."""
        return full in self._spelled

    def is_plural(self, name: str) -> bool:
        """Whether a name is that of many: Democrats, where the text has a Democrat too."""
        last = name.split()[-1]
        return last[-1:] == "s" and (last[:-1] in self._words or bool(_PEOPLES.search(last)))

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

    def has_marks(self, span: Span) -> bool:
        """Whether anything in `span` stands in quotation marks."""
        held = bisect_left(self._opens, span.start)
        return held < len(self._opens) and self._opens[held] < span.end

    def first_place(self, name: str) -> Span | None:
        """Where the text first names somebody by exactly this name."""
        return self._first.get(name)

    def forms(self) -> dict[str, tuple[str, ...]]:
        """For each fullest name, the ways in which the text writes it, in order."""
        found: dict[str, dict[str, None]] = {}
        for named in self.all:
            written = " ".join(named.span.of(self.text).split())
            found.setdefault(self.identity_of(named), {}).setdefault(written)
        return {full: tuple(forms) for full, forms in found.items()}

    def usual_forms(self) -> dict[str, str]:
        """For each fullest name, what the narration mostly calls its bearer, if nobody else.

        Only what stands there often, and four times as often as any other form; no bare surname.
        """
        told: dict[str, Counter[str]] = {}
        shared: dict[str, set[str]] = {}
        for named in self.all:
            full = self.identity_of(named)
            for word in (*named.name.split(), *full.split()):
                shared.setdefault(word, set()).add(full)
            if not named.quoted:
                written = f"{named.title} {named.name}".strip()
                told.setdefault(full, Counter())[written] += 1
        found = {}
        for full, forms in told.items():
            (form, count), *others = forms.most_common(2)
            rival = others[0][1] if others else 0
            alone = " " in form or (
                len(shared[form]) == 1 and (form != full.split()[-1] or form == full)
            )
            single = " " not in form and " " not in full  # Kitty, who is Catherine once
            if count >= _USUAL and (count >= 4 * rival or single) and alone:
                found[full] = form
        return found

    def stands_alone(self, word: str) -> bool:
        """Whether the text uses `word` as a name by itself: as it does with surnames."""
        return self._alone[word] > 0

    def between(self, start: int, end: int) -> list[Named]:
        """The names that begin in `[start, end)`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int, reach: int = _NEAR) -> list[Named]:
        """The names that stand before `offset`, nearest first, at most `reach` characters away."""
        first = bisect_left(self._starts, max(0, offset - reach))
        return self.all[first : bisect_right(self._starts, offset - 1)][::-1]

    def described_before(
        self, offset: int, reach: int = _NEAR
    ) -> list[tuple[Span, str, str | None]]:
        """Persons described, not named, before `offset`: span, noun and sex; nearest first."""
        found: list[tuple[Span, str, str | None]] = []
        for match in _DESCRIBED.finditer(self.text, max(0, offset - reach), offset):
            noun = match.group(1)
            found.append(
                (
                    Span(*match.span()),
                    noun,
                    "m" if noun in MALE else "f" if noun in FEMALE else None,
                )
            )
        return found[::-1]

    def gender(self, full: str) -> str | None:
        """ "m" or "f" as titles, the pronouns that follow and the first name show it."""
        return self._sexes.of(full, self._alike(full))

    def shows_sex(self, full: str) -> bool:
        """Whether a title or a pronoun of the text itself shows a sex, and so a person."""
        return self._sexes.shown(full, self._alike(full))

    def _alike(self, full: str) -> list[str]:
        """The shorter names by which the text may call whom it calls by a full one."""
        words = full.split()
        if len(words) < 2:
            return []
        single = len(self._by_word.get(words[-1].lower(), ())) == 1
        return [words[0], words[-1]] if single else [words[0]]


def _names_in(found: str, start: int = 0) -> Iterator[tuple[int, int, str, str]]:
    """The names in words with capitals: where each begins and ends, itself, and its honorifics."""
    if len(found) < 2:
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
    name = found[at:end]
    while name[-2:] in ("’s", "'s"):
        name, end = name[:-2], end - 2
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


def _spelled(named: Named, known: Container[str]) -> Named:
    """The name with small letters where it stands in capitals, as at the head of a chapter."""
    words = named.name.split()
    small = [word.capitalize() if len(word) > 2 and word.isupper() else word for word in words]
    if small == words or not all(word in known for word in small):
        return named
    return replace(named, name=" ".join(small))


def _plain_title(title: str) -> str:
    return title.replace(".", "").lower()


def _courtesy(title: str) -> bool:
    return bool(title) and title.split()[0].rstrip(".").lower() in COURTESY
