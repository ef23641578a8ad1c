"""Passages: where the words of a quotation stand in another document, or nearly the same words.

The few stretches of the document that have most pairs of neighbouring words in common with the
quotation are aligned with it, word by word (Ratcliff and Obershelp's gestalt matching, as in
`difflib`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from texts.comparing.differences import Difference, Step, differences, negations
from texts.comparing.stretches import Search, Stretch
from texts.comparing.wordings import Wording, compared_words, wording
from texts.document import Document, Span
from texts.reading import Reading
from texts.words import Word

__all__ = ["Passage", "find_passage"]

_LONGEST = 300
"""Words of a quotation that are compared; aligning takes the cube of it at worst."""
_SHARE = 0.6
"""How much of a quotation has to be there."""
_FEW = 4
"""So many words stand in two documents by chance; some more do if others differ."""
_SHORTLY = 6
"""Words before a passage among which a negation may turn its sense."""
_NEAR = 8
"""Words between a passage and what of the quotation was moved."""

_BETWEEN_PARTS = " \n "
_SENTENCE_ENDS = frozenset(".!?")
_CLAUSE_ENDS = _SENTENCE_ENDS | frozenset(":;,—\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of another document that are those of a quotation, or nearly."""

    span: Span
    """From the first shared word to the last, in the other document's text; it may go on in the
    next paragraph."""
    shared: tuple[Span, ...]
    """The stretches of it that both have, word by word; each within a paragraph."""
    differences: tuple[Difference, ...]
    """How the quotation differs from it; none if its words are the same."""
    few: bool
    """Whether the shared words are so few that they may stand there by chance."""
    compared: int | None = None
    """How many words of the quotation were compared, from the first; `None` if all were."""


def find_passage(
    text: str,
    spans: Sequence[Span],
    other: Document,
    reading: Reading | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Passage | None:
    """Where the words of `spans` of `text` stand in another document; `None` if they do not.

    Of several passages it gives the one that has the most of them, then the one with the least
    between them, then the first. With the other document's `reading`, what interrupts a quotation
    there ("…, she said, …") is no difference. Linear in the other document; nothing is given once
    `given_up`.
    """
    quoted = _Quoted.of([span.of(text) for span in spans])
    if not quoted.wording.words:
        return None
    before = len(quoted.wording.words) // 2 + _SHORTLY + 1
    search = Search(quoted.wording.words, before, other, reading, given_up)
    best: tuple[tuple[int, int], Passage] | None = None
    for stretch in search.stretches():
        if given_up():
            return None
        found = _aligned(quoted, stretch, other.text)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return None if given_up() else best and best[1]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """The quotation."""

    wording: Wording
    compared: int | None

    @classmethod
    def of(cls, parts: Sequence[str]) -> _Quoted:
        said = _BETWEEN_PARTS.join(parts)
        breaks, at = [], 0
        for part in parts[:-1]:
            at += len(part) + len(_BETWEEN_PARTS)
            breaks.append(at - 1)
        words = [*islice(compared_words(said), _LONGEST + 1)]
        whole = len(words) <= _LONGEST
        return cls(wording(said, words[:_LONGEST], breaks), None if whole else _LONGEST)


class _Block(NamedTuple):
    """Words in a row that both have."""

    here: int
    there: int
    size: int


def _aligned(
    quoted: _Quoted, stretch: Stretch, text: str
) -> tuple[tuple[int, int], Passage] | None:
    """A passage, and its rank: how many words are shared, and how few stand between them."""
    ours, theirs = quoted.wording.words, [word.folded for word in stretch.words]
    needed = _SHARE * len(ours)
    if (Counter(ours) & Counter(theirs)).total() < needed:
        return None
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    longest = matcher.find_longest_match().size
    if longest < min(2, len(ours)):
        return None
    blocks = [_Block(*block) for block in matcher.get_matching_blocks() if block.size]
    blocks = _without_strays(blocks, quoted.wording)
    shared = sum(block.size for block in blocks)
    last = blocks[-1].there + blocks[-1].size
    # Without three words in a row, words have to stand as close as they do in the quotation.
    begin, end = stretch.words[blocks[0].there].start, stretch.words[last - 1].end
    is_close = (
        len(ours) >= _FEW
        and last - blocks[0].there <= len(ours) + 1
        and _SENTENCE_ENDS.isdisjoint(text[begin:end])
    )
    if shared < needed or (longest < min(3, len(ours)) and not is_close):
        return None
    first, after = _with_moved(ours, theirs, blocks)
    there = wording(text, stretch.words[first:after])
    steps = [*_steps(blocks, len(ours), first, after)]
    found = differences(steps, quoted.wording, there)
    if blocks[0].here == 0 and _is_negated(stretch.words, first, text):
        found = tuple(one for one in Difference if one in {*found, Difference.NEGATION_BEFORE})
    passage = Passage(
        Span(begin, end),
        tuple(part for block in blocks for part in _parts(stretch, block)),
        found,
        shared <= (_FEW + 2 if found else _FEW),
        quoted.compared,
    )
    return (shared, blocks[0].there - last), passage


def _without_strays(blocks: list[_Block], ours: Wording) -> list[_Block]:
    """Without single words far before and after the passage that it shares by chance.

    They would make what stands between them and it a part of the passage.
    """
    while len(blocks) > 1 and _strays(blocks[0], blocks[0], blocks[1], ours):
        blocks = blocks[1:]
    while len(blocks) > 1 and _strays(blocks[-1], blocks[-2], blocks[-1], ours):
        blocks = blocks[:-1]
    return blocks


def _strays(outer: _Block, one: _Block, two: _Block, ours: Wording) -> bool:
    """Whether the outer one of two blocks is too far away for how little it is."""
    gap = two.here
    if outer.size > 1 and any(
        at in ours.marked or at in ours.parts for at in range(one.here + one.size, gap + 1)
    ):
        return False
    between_there = two.there - (one.there + one.size)
    between_here = two.here - (one.here + one.size)
    return between_there - between_here > 3 * outer.size


def _with_moved(
    ours: Sequence[str], theirs: Sequence[str], blocks: Sequence[_Block]
) -> tuple[int, int]:
    """From where to where the passage goes, with what of the quotation stands beside it, moved."""
    first, after = blocks[0].there, blocks[-1].there + blocks[-1].size
    for outer in (ours[: blocks[0].here], ours[blocks[-1].here + blocks[-1].size :]):
        # A single word may stand farther off by chance.
        near = len(outer) + (_NEAR if len(outer) > 1 else 0)
        for start in range(after, after + near - len(outer) + 1):
            if outer and tuple(theirs[start : start + len(outer)]) == tuple(outer):
                after = start + len(outer)
                break
        else:
            for end in range(first, first - near + len(outer) - 1, -1):
                start = end - len(outer)
                if outer and start >= 0 and tuple(theirs[start:end]) == tuple(outer):
                    first = start
                    break
    return first, after


def _steps(blocks: Sequence[_Block], count: int, first: int, after: int) -> Iterator[Step]:
    """The way from `count` words to those from `first` to `after`, as `difflib` has it."""
    here, there = 0, first
    for block in (*blocks, _Block(count, after, 0)):
        more_here, more_there = block.here > here, block.there > there
        if more_here or more_there:
            kind = "replace" if more_here and more_there else "delete" if more_here else "insert"
            yield kind, here, block.here, there - first, block.there - first
        here, there = block.here + block.size, block.there + block.size
        if block.size:
            yield "equal", block.here, here, block.there - first, there - first


def _is_negated(words: Sequence[Word], first: int, text: str) -> bool:
    """Whether one of the words shortly before is a negation of the same clause."""
    # One more, which tells whether a “t” is what is left of “don’t”.
    near = words[max(0, first - _SHORTLY - 1) : first]
    negated = negations([word.folded for word in near])
    return any(
        is_one and _CLAUSE_ENDS.isdisjoint(text[word.end : words[first].start])
        for is_one, word in zip(negated, near, strict=True)
    )


def _parts(stretch: Stretch, block: _Block) -> Iterator[Span]:
    """Shared words as spans, one on each side of a gap or of a paragraph's end."""
    words, paragraphs, gaps = stretch.words, stretch.paragraphs, iter(stretch.gaps)
    gap = next(gaps, None)
    start = words[block.there].start
    for at in range(block.there + 1, block.there + block.size):
        one, two = words[at - 1], words[at]
        while gap is not None and gap.start < one.end:
            gap = next(gaps, None)
        if paragraphs[at - 1] != paragraphs[at] or (gap is not None and gap.end <= two.start):
            yield Span(start, one.end)
            start = two.start
    yield Span(start, words[block.there + block.size - 1].end)
