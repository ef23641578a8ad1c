"""The query tree: what is looked for, independent of any engine.

A query is asked of one paragraph after another; a paragraph is a hit when the query holds of
it. What holding means:

* `Term`, `Prefix`, `Phrase` look at the paragraph's words, folded (`texts.words`). The words of
  a phrase follow each other whatever stands between them: a comma, a line break, a mark.
* `And`, `Or`, `Not` are what they say. `Not` excludes every paragraph of which its part holds.
* `Field` asks for a quotation that has words in the paragraph and is of that voice, mode, cue …
  Several fields joined by one `And` ask for **one and the same quotation**: an indirect quotation
  of Amnesty International beside a direct one of somebody else is no answer to
  ``voice:amnesty mode:direct``.
* `About` and `Dated` ask about the paragraph's document, wherever they stand.
* `Within` moves the question. Under ``in:quotes`` it is asked of each quotation in place of the
  paragraph: words must stand inside that quotation's content, fields must be true of it, `Not`
  excludes that quotation only. So ``in:quotes voice:callamard torture`` finds *torture* only in
  words credited to Callamard. A phrase goes on over an interruption ("We", she said, "are
  free"). Under ``in:author`` words must stand outside every quotation, and a phrase ends where a
  quotation begins; fields still ask about the paragraph's quotations.

Content is what the reading says it is: that of an indirect quotation counts as inside, a term in
marks that quotes nobody as the author's. Of a paragraph that has not been read for voices,
nothing but its words is known, so no query with a field or a ``in:`` finds it.

``str()`` of a query is a line that `index.query.parse` turns into the same query.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "EVERYTHING",
    "About",
    "And",
    "Dated",
    "Field",
    "Name",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Scope",
    "Subject",
    "Term",
    "Within",
    "asks_for_voices",
]


class Name(StrEnum):
    """What of a quotation a `Field` asks for."""

    VOICE = "voice"
    """Any name the text gives the voice: words that follow each other in it."""
    KIND = "kind"
    """The kind of voice: person, organization …"""
    MODE = "mode"
    CUE = "cue"
    """Words that follow each other in the cue."""
    CERTAINTY = "certainty"
    VIA = "via"
    """Any name of a voice through which the words came: one that quotes their own voice."""
    STANCE = "stance"
    """What the choice of the cue does: doubt, denial …"""


class Subject(StrEnum):
    """What of a document `About` asks for."""

    DOC = "doc"
    """Words that follow each other in its title or in the name of its file."""
    OUTLET = "outlet"


class Scope(StrEnum):
    """Where the words must stand."""

    QUOTES = "quotes"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Term:
    """One word, folded."""

    word: str

    def __str__(self) -> str:
        return self.word


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so. The beginning is folded and not empty."""

    start: str

    def __str__(self) -> str:
        return f"{self.start}*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words, one after the other. With `open`, the last is only a beginning."""

    words: tuple[str, ...]
    open: bool = False

    def __str__(self) -> str:
        return _in_marks(self.words, self.open)


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts. No part at all is true of everything."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        # A scope reaches to the end of its group, so it is written first only where it is alone.
        return " ".join(
            f"({part})" if isinstance(part, And | Within) else str(part) for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple[Query, ...]

    def __str__(self) -> str:
        return " OR ".join(
            f"({part})" if isinstance(part, And | Or | Within) else str(part) for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Not:
    """Where the part does not hold."""

    part: Query

    def __str__(self) -> str:
        grouped = isinstance(self.part, And | Or | Not | Within)
        return f"-({self.part})" if grouped else f"-{self.part}"


@dataclass(frozen=True, slots=True)
class Field:
    """A quotation of which this is true. With `open`, the last word is only a beginning."""

    name: Name
    words: tuple[str, ...]
    open: bool = False

    def __str__(self) -> str:
        if len(self.words) == 1:
            return f"{self.name}:{self.words[0]}{'*' if self.open else ''}"
        return f"{self.name}:{_in_marks(self.words, self.open)}"


@dataclass(frozen=True, slots=True)
class About:
    """A document of which this is true. With `open`, the last word is only a beginning."""

    subject: Subject
    words: tuple[str, ...]
    open: bool = False

    def __str__(self) -> str:
        if len(self.words) == 1:
            return f"{self.subject}:{self.words[0]}{'*' if self.open else ''}"
        return f"{self.subject}:{_in_marks(self.words, self.open)}"


@dataclass(frozen=True, slots=True)
class Dated:
    """A document of these days, the first and the last included; `None` is any."""

    first: str | None
    """As ``2021-05-01``."""
    last: str | None

    def __str__(self) -> str:
        return f"date:{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True)
class Within:
    """The part, asked of each quotation, or of the author's words, in place of the paragraph.

    No `Within` stands inside another.
    """

    scope: Scope
    part: Query

    def __str__(self) -> str:
        return f"in:{self.scope} {self.part}".rstrip()


Query = Term | Prefix | Phrase | And | Or | Not | Field | About | Dated | Within

EVERYTHING = And(())
"""Holds of every paragraph."""


def asks_for_voices(query: Query) -> bool:
    """Whether the answer depends on who says what, and not on the words alone."""
    return any(isinstance(part, Field | Within) for part in _parts(query))


def _parts(query: Query) -> Iterator[Query]:
    yield query
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _parts(part)
        case Not(part) | Within(_, part):
            yield from _parts(part)


def _in_marks(words: tuple[str, ...], open_: bool) -> str:
    return f'"{" ".join(words)}{"*" if open_ else ""}"'
