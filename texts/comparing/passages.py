"""Passages: where the words of a quotation stand in another document, or nearly the same words.

Paragraphs that have none of the quotation's longest words are passed over by substring search. The
few stretches of the others that have most pairs of neighbouring words in common with the quotation
are aligned with it, word by word (Ratcliff and Obershelp's gestalt matching, as in `difflib`).
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import islice, pairwise
from typing import NamedTuple

from texts.comparing.differences import Difference, Step, differences, negations
from texts.comparing.wordings import Wording, compared_words, wording
from texts.document import Document, Paragraph, Span
from texts.reading import Reading
from texts.words import Word

__all__ = ["Passage", "find_passage"]

_LONGEST = 300
"""Words of a quotation that are compared; aligning takes the cube of it at worst."""
_TELLING = 6
"""Of its longest words so many tell whether a paragraph is worth a look."""
_SHARE = 0.6
"""How much of a quotation has to be there."""
_FEW = 4
"""So many words stand in two documents by chance; some more do if others differ."""
_SHORTLY = 6
"""Words before a passage among which a negation may turn its sense."""
_STRETCHES = 8
"""So many stretches of the other document are aligned with the quotation."""
_NEAR = 8
"""Words between a passage and what of the quotation was moved."""
_AT_A_TIME = 4_000
"""Words between two looks at whether the search was given up."""

# Signs and dashes hide no word from a search for its folded form; accents and the like do.
_MAY_HIDE = re.compile("[^\x00-\x7f\u2010-\u205f\u00a0\u00ab\u00bb]")
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
    search = _Search(quoted, other, reading, given_up)
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
        said = " \n ".join(parts)
        breaks, at = [], 0
        for part in parts[:-1]:
            at += len(part) + 2
            breaks.append(at - 1)
        words = [*islice(compared_words(said), _LONGEST + 1)]
        whole = len(words) <= _LONGEST
        return cls(wording(said, words[:_LONGEST], breaks), None if whole else _LONGEST)


class _Stretch(NamedTuple):
    """Consecutive words of the other document, those in `gaps` passed over."""

    words: Sequence[Word]
    paragraphs: Sequence[int]
    """The number of the paragraph of each."""
    gaps: Sequence[Span]


class _Search:
    """Looks through the other document for the stretches that are worth aligning."""

    def __init__(
        self,
        quoted: _Quoted,
        other: Document,
        reading: Reading | None,
        given_up: Callable[[], bool],
    ) -> None:
        self._ours = quoted.wording.words
        self._other, self._reading, self._given_up = other, reading, given_up
        self._room = 2 * len(self._ours) + 20
        self._before = len(self._ours) // 2 + _SHORTLY + 1

    def stretches(self) -> Iterator[_Stretch]:
        """The most promising first; of equal ones the one that comes first."""
        for hits, start in nlargest(
            _STRETCHES, self._promising(), key=lambda one: (one[0], -one[1])
        ):
            if hits:
                yield self._stretch(start)

    def _promising(self) -> Iterator[tuple[int, int]]:
        """How many pairs of words a stretch shares with the quotation, and where it begins."""
        ours = self._ours
        # Of a single word, it itself.
        pairs = {*pairwise(ours)} if len(ours) > 1 else {(word, word) for word in ours}
        needed = 2 if len(ours) > _FEW + 2 else 1
        for run in self._runs():
            recent: deque[int] = deque(maxlen=self._before)
            hits: deque[tuple[int, int]] = deque()
            best, block = (0, 0), 0
            before = ""
            for at, word in enumerate(self._words_of(run)):
                recent.append(word.start)
                pair = (before if len(ours) > 1 else word.folded, word.folded)
                before = word.folded
                if pair not in pairs:
                    continue
                hits.append((at, recent[0]))
                while hits[0][0] <= at - self._room:
                    hits.popleft()
                if at // self._room > block:
                    if best[0] >= needed:
                        yield best
                    best, block = (0, 0), at // self._room
                best = max(best, (len(hits), hits[0][1]), key=lambda one: one[0])
            if best[0] >= needed:
                yield best

    def _runs(self) -> Iterator[list[Paragraph]]:
        """Paragraphs in a row that have some of the quotation's longest words, together enough."""
        telling = sorted({*self._ours}, key=lambda word: (-len(word), word))[:_TELLING]
        needed = min(2, len(telling))
        run: list[Paragraph] = []
        had: set[str] = set()
        for paragraph in self._other.paragraphs:
            if self._given_up():
                return
            text = paragraph.span.of(self._other.text).lower()
            has = set(telling) if _MAY_HIDE.search(text) else {w for w in telling if w in text}
            if has:
                run.append(paragraph)
                had |= has
                continue
            if len(had) >= needed:
                yield run
            run, had = [], set()
        if len(had) >= needed:
            yield run

    def _words_of(self, run: Sequence[Paragraph]) -> Iterator[Word]:
        at = 0
        for paragraph in run:
            for word in self._words_in(paragraph, paragraph.span.start, self._gaps(paragraph)):
                at += 1
                if at % _AT_A_TIME == 0 and self._given_up():
                    return
                yield word

    def _stretch(self, start: int) -> _Stretch:
        paragraphs = self._other.paragraphs
        found: list[Word] = []
        numbers: list[int] = []
        gaps: list[Span] = []
        most = self._before + self._room + len(self._ours)
        for index in range(paragraphs.index_at(start), len(paragraphs)):
            paragraph = paragraphs[index]
            own = self._gaps(paragraph)
            begin = max(start, paragraph.span.start)
            words = [*islice(self._words_in(paragraph, begin, own), most - len(found))]
            found += words
            numbers += [index] * len(words)
            gaps += [gap for gap in own if gap.end > begin and words and gap.start < words[-1].end]
            if len(found) >= most:
                break
        return _Stretch(found, numbers, gaps)

    def _words_in(self, paragraph: Paragraph, start: int, gaps: Sequence[Span]) -> Iterator[Word]:
        coming = iter(gaps)
        gap = next(coming, None)
        for word in compared_words(self._other.text[start : paragraph.span.end]):
            at = word.start + start
            while gap is not None and gap.end <= at:
                gap = next(coming, None)
            if gap is None or at < gap.start:
                yield Word(at, word.end + start, word.folded)

    def _gaps(self, paragraph: Paragraph) -> list[Span]:
        """What stands between the parts of one quotation, in order, none over another."""
        if self._reading is None:
            return []
        found = [
            Span(one.end, two.start)
            for quotation in self._reading.in_paragraph(paragraph.number)
            for one, two in pairwise(quotation.spans)
            if one.end < two.start and paragraph.span.start <= one.end <= paragraph.span.end
        ]
        apart: list[Span] = []
        for gap in sorted(found, key=lambda gap: gap.start):
            if apart and gap.start < apart[-1].end:
                apart[-1] = Span(apart[-1].start, max(apart[-1].end, gap.end))
            else:
                apart.append(gap)
        return apart


class _Block(NamedTuple):
    """Words in a row that both have."""

    here: int
    there: int
    size: int


def _aligned(
    quoted: _Quoted, stretch: _Stretch, text: str
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


def _parts(stretch: _Stretch, block: _Block) -> Iterator[Span]:
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
