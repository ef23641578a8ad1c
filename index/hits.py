"""What is found: hits with their places in our own text, and the words around them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

from index.matching import Finding, places
from index.passages import Passage, Said
from index.tree import Name, Query
from texts.document import Document, Span
from texts.words import words

__all__ = [
    "Counting",
    "Counts",
    "Found",
    "Hit",
    "Hits",
    "Places",
    "Results",
    "Snippet",
    "snippet",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph of which the query holds.

    What holding means is told in `index.tree`; above all, under ``in:quotes`` a hit's words stand
    inside the content of one quotation for which everything asked beside them is true, and under
    ``in:author`` outside every quotation.
    """

    document: str
    """The document's name."""
    paragraph: int
    """The paragraph's number, from 1."""
    spans: tuple[Span, ...]
    """What to light: half-open offsets into `Document.text`, in order, not overlapping. The words
    that were looked for; if none were, the content of the quotations asked for; nothing where
    the query only excludes. A phrase that runs on over an interruption has a span on either
    side of it."""
    score: float
    """How well it fits, for ordering hits of one search. 0 where no rank was asked for."""
    address: str | None = None
    """Of the reading, where it is of the library that is kept: two files may have one name once
    their names are made harmless."""


class Hits(Sequence[Hit]):
    """The hits of one search. Each is worked out when it is looked at, so that a thousand hits
    of which forty are shown cost forty."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found = found

    def _hit(self, at: int) -> Hit:
        name, passage, finding, score = self._found[at]
        return Hit(name, passage.number, _spans(passage, finding), score)

    def _spans(self) -> Iterator[tuple[int, int]]:
        for _, passage, finding, _ in self._found:
            yield from places(passage, finding)

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        if isinstance(index, slice):
            return [self._hit(at) for at in range(*index.indices(len(self)))]
        return self._hit(range(len(self))[index])

    def places(self) -> Places:
        """The spans of all hits, one after the other, without making any of the hits.

        For one document searched as it stands that is every place to light, in order, and its
        length is the "41" of "hit 3 of 41". Linear in the hits; keep it, it is made anew.
        """
        starts, ends = array("q"), array("q")
        for start, end in self._spans():
            starts.append(start)
            ends.append(end)
        return Places(starts, ends)


class Places(Sequence[Span]):
    """Spans, held as bare numbers until one is asked for."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return Span(self._starts[index], self._ends[index])


Found = tuple[str, Passage, Finding, float]
"""A document's name, a passage of it, what was found there, and the score."""


def _spans(passage: Passage, finding: Finding) -> tuple[Span, ...]:
    return tuple([Span(start, end) for start, end in places(passage, finding)])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many paragraphs are hits, of each sort; the most first, equals by their names."""

    documents: Mapping[str, int] = field(default_factory=dict)
    """By the name of the document."""
    voices: Mapping[str, int] = field(default_factory=dict)
    """By the name of a voice that is quoted in the paragraph; one that is quoted twice counts
    once, and of two documents, voices of one name are one."""
    modes: Mapping[str, int] = field(default_factory=dict)
    """By the mode of a quotation in the paragraph, likewise."""


class Counting:
    """Counts paragraphs one by one."""

    def __init__(self, among: Container[str] | None = None) -> None:
        """Of documents that are not `among` these, by their names, nothing is counted."""
        self._among = among
        self._documents: Counter[str] = Counter()
        self._voices: Counter[str] = Counter()
        self._modes: Counter[str] = Counter()

    def add(self, document: str, voices: Iterable[str | None], said: Iterable[Said]) -> None:
        """Count a paragraph: its document, and who says what in it."""
        if self._among is not None and document not in self._among:
            return
        self._documents[document] += 1
        self._voices.update({voice for voice in voices if voice is not None})
        self._modes.update({mode.strip() for one in said for mode in one.facts[Name.MODE]})

    def counts(self) -> Counts:
        """What was counted."""
        return Counts(*map(_most_first, (self._documents, self._voices, self._modes)))


def _most_first(counter: Counter[str]) -> Mapping[str, int]:
    return dict(sorted(counter.items(), key=lambda one: (-one[1], one[0])))


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one search."""

    query: Query
    hits: Hits
    """The first of them, in the order asked for."""
    total: int
    """How many paragraphs are hits in all."""
    covered: int
    """How many paragraphs the answer rests on: those in the index by now and, where the query asks
    who speaks, read for voices too."""
    paragraphs: int
    """How many there are in the documents searched. The answer is final once `covered` is this."""
    counted: Callable[[Container[str] | None], Counts] = field(
        repr=False, compare=False, default=lambda _: Counts()
    )

    def counts(self, among: Container[str] | None = None) -> Counts:
        """All hits, or those in some documents, counted by document, voice and mode.

        Documents go by their names. Linear in the hits; keep it.
        """
        return self.counted(among)


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words in context, cut from the document."""

    text: str
    """Literally what stands in `Document.text` from `start` on."""
    spans: tuple[Span, ...]
    """What to light: half-open offsets into `text`."""
    start: int
    """Where `text` begins in `Document.text`."""
    opened: bool
    """Whether it begins with the paragraph, so that nothing was left out before it."""
    closed: bool
    """Whether it ends with the paragraph."""

    @property
    def line(self) -> str:
        """The text with every line break or tab as one space: one line, the same offsets."""
        return self.text.translate(_LINE_BREAKS)


_LINE_BREAKS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " "))
_NEAR = 30  # characters within which white space is looked for; beyond it, a word's border does
_AROUND = 80  # characters looked at to find a word's border


def snippet(document: Document, hit: Hit, width: int) -> Snippet:
    """The words around the first span of a hit, at most `width` characters, in context.

    It begins and ends at the border of a word, about a third of the width before the first span.
    A span that is longer than the width is cut between two words, and where no word fits, anywhere.
    A hit without spans gives the beginning of the paragraph. The cost depends on `width` and the
    number of spans, not on the length of the paragraph.
    """
    text, paragraph = document.text, document.paragraphs[hit.paragraph - 1].span
    lit = hit.spans[0] if hit.spans else Span(paragraph.start, paragraph.start)
    start = max(paragraph.start, lit.start - max(0, width - len(lit)) // 3)
    start = max(paragraph.start, min(start, paragraph.end - width))
    start = _border_after(text, start, paragraph.start, min(lit.start, paragraph.end))
    end = min(paragraph.end, start + width)
    # A quotation that is longer than the width by itself may be cut too, but not within a word.
    if lit.end <= end:
        end = _border_before(text, end, lit.end, paragraph.end)
    else:
        least = max(lit.start, end - _NEAR)
        cut = _border_before(text, end, least, paragraph.end)
        end = cut if cut > least else end
    spans = tuple(
        Span(max(span.start, start) - start, min(span.end, end) - start)
        for span in hit.spans
        if span.start < end and span.end > start
    )
    return Snippet(text[start:end], spans, start, start == paragraph.start, end == paragraph.end)


def _border_after(text: str, at: int, first: int, last: int) -> int:
    """The nearest place from `at` to `last` where a word can begin; `first` is one."""
    if at == first or at >= last:
        return min(at, last)
    for near in range(at, min(at + _NEAR, last) + 1):
        if text[near - 1].isspace() and not text[near].isspace():
            return near
    word = _word_over(text, at)
    return at if word is None else min(word.end, last)


def _border_before(text: str, at: int, first: int, last: int) -> int:
    """The nearest place from `at` back to `first` where a word can end; `last` is one."""
    if at == last or at <= first:
        return max(at, first)
    for near in range(at, max(at - _NEAR, first) - 1, -1):
        if text[near].isspace() and not text[near - 1].isspace():
            return near
    word = _word_over(text, at)
    return at if word is None else max(word.start, first)


def _word_over(text: str, at: int) -> Span | None:
    """The word that would be cut in two at an offset."""
    start = max(0, at - _AROUND)
    for word in words(text[start : at + _AROUND]):
        if word.start + start < at < word.end + start:
            return Span(word.start + start, word.end + start)
    return None
