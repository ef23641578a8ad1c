"""A paragraph as the matcher sees it: its words, and which of them are whose.

The words are kept as one string with a space around each, so that looking for a word or a phrase
is one substring search at the speed of C, and a paragraph of a megabyte costs what it weighs.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from index.tree import Name
from texts.document import Paragraph, Span
from texts.reading import Quotation, Reading
from texts.words import words

__all__ = ["Passage", "Passages", "Run", "Said"]

_BREAK = "|"  # no word, so no phrase crosses it


class Run:
    """Words that follow each other, and where each of them stands in the paragraph's words."""

    __slots__ = ("line", "places", "words")

    def __init__(self, folded: Sequence[str], places: Sequence[int]) -> None:
        self.line = f" {' '.join(folded)} "
        self.words = len(folded)
        self.places = places
        """For each word of `line`, its number in the paragraph."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation as far as it stands in one paragraph."""

    facts: dict[Name, tuple[str, ...]]
    """What a `Field` can ask, as lines of folded words with a space around each word."""
    content: tuple[Span, ...]
    """Its content in this paragraph, in order."""
    run: Run


class Passage:
    """One paragraph of one reading. Immutable, though it works out its parts when asked."""

    def __init__(self, reading: Reading, paragraph: Paragraph) -> None:
        self.number = paragraph.number
        self.span = paragraph.span
        self.read = paragraph.number <= reading.covers
        """Whether the paragraph has been read for voices."""
        self._reading = reading
        text = reading.document.words_of(paragraph.span)
        cut = list(words(text))
        offset = paragraph.span.start
        self.starts = array("q", [offset + word.start for word in cut])
        self.ends = array("q", [offset + word.end for word in cut])
        self.run = Run([word.folded for word in cut], range(len(cut)))

    def __len__(self) -> int:
        """The number of words."""
        return len(self.starts)

    @property
    def folded(self) -> list[str]:
        """The words, in order."""
        return self.run.line.split()

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The quotations with words in this paragraph, in order."""
        quotations = self._reading.in_paragraph(self.number) if self.read else ()
        folded = self.folded if quotations else []
        return tuple(self._said(quotation, folded) for quotation in quotations)

    @cached_property
    def own(self) -> Run:
        """The words that stand in no quotation. What quotations interrupt is not joined."""
        quoted = {place for said in self.said for place in said.run.places}
        line: list[str] = []
        places: list[int] = []
        for place, word in enumerate(self.folded):
            if place in quoted:
                if line and line[-1] != _BREAK:
                    line.append(_BREAK)
                    places.append(place)
            else:
                line.append(word)
                places.append(place)
        return Run(line, places)

    def span_of(self, first: int, last: int) -> Span:
        """Where the words from number `first` to number `last` stand in the document's text."""
        return Span(self.starts[first], self.ends[last])

    def _said(self, quotation: Quotation, folded: list[str]) -> Said:
        content = tuple(
            Span(max(span.start, self.span.start), min(span.end, self.span.end))
            for span in quotation.spans
            if span.overlaps(self.span)
        )
        places = [place for span in content for place in self._places_in(span)]
        return Said(
            _facts(self._reading, quotation), content, Run([folded[at] for at in places], places)
        )

    def _places_in(self, span: Span) -> range:
        """The words that stand wholly inside a span."""
        first = bisect_left(self.starts, span.start)
        end = bisect_left(self.starts, span.end)
        if end > first and self.ends[end - 1] > span.end:
            end -= 1
        return range(first, end)


class Passages:
    """Passages kept from search to search, so that the next keystroke need not cut the text again.

    Bounded by the number of words, not of paragraphs, so that a few huge ones cannot fill the
    memory; a word takes about 25 bytes. When it is full, the readings that came first make room,
    and a reading that is too big by itself keeps its opening. Safe to use from several threads.
    """

    def __init__(self, most_words: int = 4_000_000) -> None:
        self._most = most_words
        self._held = 0
        # By the identity of the reading, which is kept beside so that the id stays its own.
        self._kept: dict[int, tuple[Reading, dict[int, Passage]]] = {}
        self._lock = Lock()

    def of(self, reading: Reading, number: int) -> Passage:
        """The passage of paragraph `number`. Linear in the paragraph, or O(1) if it is kept."""
        kept = self._kept.get(id(reading))
        passage = kept[1].get(number) if kept else None
        if passage is None:
            passage = Passage(reading, reading.document.paragraphs[number - 1])
            self._keep(reading, passage)
        return passage

    def drop(self, reading: Reading) -> None:
        """Let go of all passages of a reading."""
        with self._lock:
            self._drop(id(reading))

    def _keep(self, reading: Reading, passage: Passage) -> None:
        key = id(reading)
        with self._lock:
            while self._held + len(passage) > self._most:
                oldest = next(iter(self._kept), key)
                if oldest == key:
                    return
                self._drop(oldest)
            passages = self._kept.setdefault(key, (reading, {}))[1]
            if passages.setdefault(passage.number, passage) is passage:
                self._held += len(passage)

    def _drop(self, key: int) -> None:
        _, passages = self._kept.pop(key, (None, {}))
        self._held -= sum(map(len, passages.values()))


def _facts(reading: Reading, quotation: Quotation) -> dict[Name, tuple[str, ...]]:
    voice = reading.voice_of(quotation)
    facts: dict[Name, tuple[str, ...]] = {
        Name.MODE: (_line(quotation.mode),),
        Name.CERTAINTY: (_line(quotation.certainty),),
    }
    if voice is not None:
        facts[Name.VOICE] = tuple(_line(name) for name in (voice.name, *voice.names))
        if voice.kind is not None:
            facts[Name.KIND] = (_line(voice.kind),)
    if quotation.cue is not None:
        facts[Name.CUE] = (_line(reading.document.words_of(quotation.cue)),)
    return facts


def _line(text: str) -> str:
    return f" {' '.join(word.folded for word in words(text))} "
