"""Loose words: in marks, and no relation of their sentence has taken them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from texts.attribution.clauses import clause_subject
from texts.attribution.content import last_sign
from texts.attribution.floor import Floor
from texts.attribution.mentions import mention_of
from texts.attribution.relation import UNBALANCED
from texts.attribution.relations import Sentence
from texts.attribution.said import Said
from texts.attribution.terms import term_rule
from texts.attribution.tokens import Tokens
from texts.attribution.words import AUX, PUNCT, QUOTE
from texts.document import Span
from texts.reading import Mode

__all__ = ["is_pure", "loose_words"]

_LONG: Final = 4
"""From so many words on, words in marks are taken for speech even without a cue."""
_SENTENCE_ENDS: Final = frozenset(".?!—–…")


def is_pure(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether a sentence is words in marks and nothing else."""
    return all(tokens.tags[at] & (QUOTE | PUNCT) for at in range(sentence.first, sentence.end))


def loose_words(
    paragraph: int,
    tokens: Tokens,
    sentence: Sentence,
    at: int,
    said_here: Sequence[Said],
    floor: Floor,
    *,
    pure: bool,
) -> Said:
    """The words in marks at token `at`: a term, or said by the likeliest, or by nobody known.

    `said_here` is what the sentence attributes by itself; `pure` if that is nothing and the sentence
    is nothing but words in marks.
    """
    stretch = tokens.marked[at]
    span = Span(stretch.start, stretch.end)
    size = tokens.text.count(" ", stretch.start, stretch.end) + 1
    if stretch.astray:
        return Said(paragraph, [span], Mode.DIRECT, UNBALANCED)
    whole = pure and (size >= _LONG or last_sign(tokens, at) in _SENTENCE_ENDS)
    speaking = [s for s in said_here if s.source is not None]
    term = None if whole or stretch.dashed else term_rule(tokens, sentence.first, at, alone=pure)
    if term is not None and not (pure and floor.mention is not None and size > 1):
        return Said(paragraph, [span], Mode.TERM, term)
    said = Said(paragraph, [span], Mode.DIRECT, "no speaker")
    if speaking:
        nearest = min(speaking, key=lambda s: abs(s.spans[0].start - stretch.start))
        said.source, said.cue, said.rule = nearest.source, nearest.cue, "same sentence"
    elif pure:
        floor.carry(said)
    elif not (at == sentence.first and tokens.tags[at + 1] & AUX):
        # “…” is a saying here: there the words themselves are the subject
        found = sentence.subject or clause_subject(tokens, sentence.first, at)
        if found is not None:
            said.source = mention_of(tokens, sentence.first, found)
            said.rule = "subject of the sentence"
        else:
            floor.carry(said)
    return said
