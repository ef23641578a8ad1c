"""Stretches: where in a document it is worth looking for a passage, found in one run over its words.

Paragraphs that have none of the longest words are passed over by substring search. Of the others
the few stretches are given that have most pairs of neighbouring words in common with what is sought.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from heapq import nlargest
from itertools import islice, pairwise
from typing import NamedTuple

from texts.comparing.wordings import compared_words
from texts.document import Document, Paragraph, Span
from texts.reading import Reading
from texts.words import Word

__all__ = ["Search", "Stretch"]

_TELLING = 6
"""Of its longest words so many tell whether a paragraph is worth a look."""
_STRETCHES = 8
"""So many stretches of the other document are aligned with the quotation."""
_AT_A_TIME = 4_000
"""Words between two looks at whether the search was given up."""
_SHORT = 6
"""Of so few words one pair in common is enough."""

# Signs and dashes hide no word from a search for its folded form; accents and the like do.
_MAY_HIDE = re.compile("[^\x00-\x7f\u2010-\u205f\u00a0\u00ab\u00bb]")


class Stretch(NamedTuple):
    """Consecutive words of the other document, those in `gaps` passed over."""

    words: Sequence[Word]
    paragraphs: Sequence[int]
    """The number of the paragraph of each."""
    gaps: Sequence[Span]


class Search:
    """Looks through a document for the stretches that are worth comparing with some words."""

    def __init__(
        self,
        ours: Sequence[str],
        before: int,
        other: Document,
        reading: Reading | None,
        given_up: Callable[[], bool],
    ) -> None:
        """`ours` are the words, folded; a stretch begins `before` words before those in common.

        With the document's `reading`, what interrupts a quotation there is passed over.
        """
        self._ours, self._before = ours, before
        self._other, self._reading, self._given_up = other, reading, given_up
        self._room = 2 * len(self._ours) + 20

    def stretches(self) -> Iterator[Stretch]:
        """A few, the most promising first; of equal ones the one that comes first.

        Linear in the document, whatever it holds; fewer or none once `given_up`.
        """
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
        needed = 2 if len(ours) > _SHORT else 1
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

    def _stretch(self, start: int) -> Stretch:
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
        return Stretch(found, numbers, gaps)

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
