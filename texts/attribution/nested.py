"""Nested words: in marks inside marks, where the words between them say who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from texts.attribution.marks import Marked
from texts.attribution.relations import sentences_in
from texts.attribution.said import Said, said_by
from texts.attribution.tokens import tokenize
from texts.document import Span
from texts.reading import Mode

__all__ = ["nested_in"]

_ONESELF: Final = frozenset(("i", "we"))
_DEEPEST: Final = 3
"""Voices inside voices are followed so far."""


def nested_in(text: str, paragraph: int, stretch: Marked, depth: int = 1) -> Iterator[Said]:
    """What the words of `stretch`, which are in marks, say that others said in so many words."""
    start, end = stretch.start + stretch.opening, stretch.end - stretch.closing
    inner = [child for child in stretch.children if start <= child.start and child.end <= end]
    tokens = tokenize(text, start, end, inner)
    for sentence in sentences_in(tokens):
        for relation in sentence.relations:
            said = said_by(paragraph, tokens, sentence.first, relation)
            if said.mode is Mode.INDIRECT or said.source is None:
                continue
            if said.mode is Mode.MIXED and said.source.pronoun in _ONESELF:
                continue  # “I think what ‘success’ means …”: the outer voice itself
            yield said
            for child in inner:
                within = said.covers(Span(child.start, child.end))
                if child.children and depth < _DEEPEST and within:
                    yield from nested_in(text, paragraph, child, depth + 1)
