"""Nested words: what words in marks say that others said, in marks inside marks or as hearsay.

Hearsay is what a speaker was told ("He told me that …") or gives as another's ("according to Lee").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from texts.attribution.marks import Marked
from texts.attribution.relations import sentences_in
from texts.attribution.said import Said, said_by
from texts.attribution.tokens import tokenize
from texts.document import Span
from texts.reading import Mode

__all__ = ["has_hearsay", "nested_in"]

_HEARSAY: Final = re.compile(r"\btold (?:me|us)\b|\b[Aa]ccording to\b")
_HEARD: Final = frozenset(("told me", "told us"))
_ONESELF: Final = frozenset(("i", "we"))
_OF_SOMEBODY: Final = frozenset("mine yours his hers ours theirs".split())
_DEEPEST: Final = 3
"""Voices inside voices are followed so far."""


def has_hearsay(text: str, stretch: Marked) -> bool:
    """Whether the words of `stretch` may tell what somebody told the speaker. Linear."""
    return _HEARSAY.search(text, stretch.start, stretch.end) is not None


def nested_in(text: str, paragraph: int, stretch: Marked, depth: int = 1) -> Iterator[Said]:
    """What the words of `stretch`, which are in marks, say that others said, in so many words or as hearsay."""
    start, end = stretch.start + stretch.opening, stretch.end - stretch.closing
    inner = [child for child in stretch.children if start <= child.start and child.end <= end]
    tokens = tokenize(text, start, end, inner)
    for sentence in sentences_in(tokens):
        for relation in sentence.relations:
            said = said_by(paragraph, tokens, sentence.first, relation)
            said.hearsay = said.mode is Mode.INDIRECT
            if said.source is None or (said.hearsay and not _is_heard(text, said)):
                continue
            if said.mode is Mode.MIXED and said.source.pronoun in _ONESELF:
                continue  # “I think what ‘success’ means …”: the outer voice itself
            yield said
            for child in inner:
                within = said.covers(Span(child.start, child.end))
                if child.children and depth < _DEEPEST and within:
                    yield from nested_in(text, paragraph, child, depth + 1)


def _is_heard(text: str, said: Said) -> bool:
    """Whether words without marks are what somebody who is named or described told the speaker.

    Whom "he" means in a speaker's own words is too often somebody the text has not named.
    """
    source, cue = said.source, said.cue
    if said.attitude or source is None or cue is None or source.pronoun is not None:
        return False
    unknown = source.name is None and source.kind is None
    if unknown or source.words.casefold() in _OF_SOMEBODY:
        return False
    return said.rule == "according to" or text[cue.start : cue.end + 3].lower() in _HEARD
