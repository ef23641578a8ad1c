"""A relation: source, cue and content of one attribution, and the sentence it is looked for in."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final

from texts.attribution.phrases import Range
from texts.attribution.sources import source_in
from texts.attribution.tokens import Tokens
from texts.attribution.verbs import Verb
from texts.attribution.words import QUOTE

__all__ = ["CITED", "CREDIT_NOBODY", "MIN_INDIRECT", "UNBALANCED", "UNSAID", "Relation", "Search"]

UNBALANCED: Final = "unbalanced marks"
"""The rule by which words are credited to nobody, because a mark is missing beside them."""
UNSAID: Final = "not said"
"""The rule by which words are credited to nobody, because their sentence denies or only supposes
that they were said."""
CITED: Final = "cited by the speaker"
"""The rule by which words are credited to whom their speaker cites for them."""
CREDIT_NOBODY: Final = frozenset((UNBALANCED, UNSAID))
MIN_INDIRECT: Final = 3
"""Fewer words than this without marks are no statement."""


@dataclass(slots=True)
class Relation:
    """One attribution as token ranges."""

    content: list[Range]
    source: Range | None
    cue: Range | None
    rule: str
    attitude: bool = False
    """Whether somebody believes, feels or means it, and does not say it."""
    carrier: Range | None = None
    """Who says that the source said it."""


@dataclass(slots=True)
class Search:
    """One sentence being searched, with what has been found in it so far."""

    tokens: Tokens
    first: int
    stop: int
    """Its end, without the final stop."""
    quotes: list[int]
    """Its stretches in marks."""
    verbs: list[Verb]
    words: Set[str]
    """Its words in small letters: most ways of telling what is said need one that it has not."""
    relations: list[Relation] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """The stretches in marks that a relation has taken."""
    claimed: dict[int, int] = field(default_factory=dict)
    """The stretches that a verb leads to directly (she said, “…”), with the verb's place."""

    def add(
        self,
        content: list[Range],
        source: Range | None,
        cue: Range,
        rule: str,
        *,
        attitude: bool = False,
        carrier: Range | None = None,
    ) -> None:
        """Note a relation; the marks inside its content are taken.

        What cannot be a source is none; words without marks are then no quotation.
        """
        if source is not None:
            source = source_in(self.tokens, source)
            if source is None and not any(QUOTE in self.tokens.tags[slice(*p)] for p in content):
                return
        if carrier is not None:
            carrier = source_in(self.tokens, carrier)
        self.relations.append(Relation(content, source, cue, rule, attitude, carrier))
        if self.quotes:
            tags = self.tokens.tags
            self.taken.update(at for part in content for at in range(*part) if tags[at] == QUOTE)
