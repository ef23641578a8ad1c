"""Passages: where the words of a quotation stand in another document, or nearly the same words.

Paragraphs that have none of the quotation's longest words are passed over by substring search. In
each that is left the stretch with the most pairs of neighbouring words in common is aligned with the
quotation, word by word (Ratcliff and Obershelp's gestalt matching, as in `difflib`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from texts.comparing.differences import Difference, differences
from texts.document import Document, Paragraph, Span
from texts.reading import Reading
from texts.words import Word, words

__all__ = ["Passage", "find_passage"]

_LONGEST = 400
"""Words of a quotation that are compared; aligning takes the square of it at worst."""
_TELLING = 6
"""Of its longest words so many tell whether a paragraph is worth a look."""
_SHARE = 0.6
"""How much of a quotation has to be there."""
_FEW = 4
"""So many words stand in two documents by chance."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of another document that are those of a quotation, or nearly."""

    span: Span
    """From the first shared word to the last, in the other document's text."""
    shared: tuple[Span, ...]
    """The stretches of it that both have, word by word."""
    differences: tuple[Difference, ...]
    """How the quotation differs from it; none if its words are the same."""
    few: bool
    """Whether the words are so few that they may stand there by chance."""


def find_passage(
    text: str,
    spans: Sequence[Span],
    other: Document,
    reading: Reading | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Passage | None:
    """Where the words of `spans` of `text` stand in another document; `None` if they do not.

    Of several passages it gives the one that has the most of them, then the first. Only passages
    within a paragraph are found. With the other document's `reading`, what interrupts a quotation
    there ("…, she said, …") is no difference. Linear in the other document; nothing is given once
    `given_up`.
    """
    said = " \n ".join(span.of(text) for span in spans)
    here = [*words(said)][:_LONGEST]
    if not here:
        return None
    best: tuple[int, Passage] | None = None
    for paragraph in _worth_a_look(here, other):
        if given_up():
            return None
        gaps = _gaps(paragraph, reading)
        found = _in_paragraph(said, here, _words_of(paragraph, other, gaps), gaps)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best and best[1]


def _worth_a_look(here: Sequence[Word], other: Document) -> Iterator[Paragraph]:
    telling = sorted({word.folded for word in here}, key=lambda word: (-len(word), word))[:_TELLING]
    needed = min(2, len(telling))
    for paragraph in other.paragraphs:
        lowered = other.text[paragraph.span.start : paragraph.span.end].lower()
        if not lowered.isascii():
            # Accents hide a word from a search for its folded form.
            yield paragraph
        elif sum(word in lowered for word in telling) >= needed:
            yield paragraph


def _gaps(paragraph: Paragraph, reading: Reading | None) -> list[Span]:
    """What stands between the parts of one quotation."""
    quotations = () if reading is None else reading.in_paragraph(paragraph.number)
    return [Span(one.end, two.start) for q in quotations for one, two in pairwise(q.spans)]


def _words_of(paragraph: Paragraph, other: Document, gaps: Sequence[Span]) -> list[Word]:
    start = paragraph.span.start
    found = (
        Word(word.start + start, word.end + start, word.folded)
        for word in words(paragraph.span.of(other.text))
    )
    return [word for word in found if not any(word.start in gap for gap in gaps)]


def _in_paragraph(
    said: str, here: Sequence[Word], all_there: Sequence[Word], gaps: Sequence[Span]
) -> tuple[int, Passage] | None:
    """How many words are shared, and where."""
    ours = [word.folded for word in here]
    there = _densest(ours, all_there)
    theirs = [word.folded for word in there]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    longest = max((block.size for block in blocks), default=0)
    if shared < _SHARE * len(ours) or longest < min(3, len(ours)):
        return None
    first, after = blocks[0].b, blocks[-1].b + blocks[-1].size
    theirs = theirs[first:after]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return shared, Passage(
        Span(there[first].start, there[after - 1].end),
        tuple(
            part for block in blocks for part in _parts(there[block.b : block.b + block.size], gaps)
        ),
        differences(steps, said, here, theirs),
        len(ours) <= _FEW,
    )


def _parts(shared: Sequence[Word], gaps: Sequence[Span]) -> Iterator[Span]:
    """Words in a row as spans, one on each side of a gap."""
    start = shared[0].start
    for one, two in pairwise(shared):
        if any(one.end <= gap.start and gap.end <= two.start for gap in gaps):
            yield Span(start, one.end)
            start = two.start
    yield Span(start, shared[-1].end)


def _densest(ours: Sequence[str], there: Sequence[Word]) -> Sequence[Word]:
    """The stretch, twice as long as a quotation and a little more, that shares most pairs with it."""
    room = 2 * len(ours) + 20
    if len(there) <= room:
        return there
    pairs = set(pairwise(ours))
    hits: deque[int] = deque()
    most, begin = 0, 0
    for at, (one, two) in enumerate(pairwise(there)):
        if (one.folded, two.folded) not in pairs:
            continue
        hits.append(at)
        while hits[0] <= at - room:
            hits.popleft()
        if len(hits) > most:
            most, begin = len(hits), hits[0]
    # What stands before the first pair may be shared too.
    begin = max(0, begin - len(ours) // 2)
    return there[begin : begin + room + len(ours)]
