"""A paragraph as the matcher sees it: its words, and which of them are whose.

The words are kept as one string with a space around each, so that looking for a word or a phrase
is one substring search at the speed of C, and a paragraph of a megabyte costs what it weighs.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import Literal

from index.subjects import Subjects, subjects_of
from index.tree import Name
from texts.document import Paragraph, Span
from texts.reading import Certainty, Mode, Quotation, Reading, Stance, VoiceKind
from texts.words import cut, words

__all__ = ["BREAK", "Passage", "Passages", "Run", "Said"]

BREAK = "|"  # no word, so no phrase crosses it


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

    facts: Mapping[Name, tuple[str, ...]]
    """What a `Field` can ask, as lines of folded words with a space around each word."""
    content: tuple[Span, ...]
    """Its content in this paragraph, in order."""
    run: Run


class Passage(Run):
    """One paragraph of one reading: all its words, and whose they are.

    Immutable, though it works out its parts when asked. A long document has a hundred thousand of
    them, and whenever Python collects its garbage it looks at every object that could hold
    another, while nothing else runs: so a passage is one such object, and the borders of its
    words are mere bytes.
    """

    __slots__ = (
        "__weakref__", "_borders", "_own", "_reading", "_said", "end", "number", "read", "start",
    )  # fmt: skip

    def __init__(self, reading: Reading, paragraph: Paragraph) -> None:
        folded, starts, ends = cut(reading.document.words_of(paragraph.span))
        super().__init__(folded, range(len(folded)))
        self.number = paragraph.number
        self.start = paragraph.span.start
        """Where it begins in the document's text; `end` likewise."""
        self.end = paragraph.span.end
        self._borders = array(self._size, starts + ends).tobytes()
        self._of(reading)

    def _of(self, reading: Reading) -> None:
        self.read = self.number <= reading.covers
        """Whether the paragraph has been read for voices."""
        self._reading = reading
        self._said: tuple[Said, ...] | None = None
        self._own: Run | None = None

    def read_again(self, reading: Reading) -> Passage:
        """The same paragraph in another reading of the same document. The words stay cut. O(1)."""
        again = Passage.__new__(Passage)
        again.line, again.words, again.places = self.line, self.words, self.places
        again.number, again.start, again.end = self.number, self.start, self.end
        again._borders = self._borders
        again._of(reading)
        return again

    def __len__(self) -> int:
        """The number of words."""
        return self.words

    @property
    def _size(self) -> Literal["H", "I"]:
        return "H" if self.end - self.start < 1 << 16 else "I"

    @property
    def borders(self) -> memoryview[int]:
        """Where each word begins, counted from `start`, and then where each ends. O(1)."""
        return memoryview(self._borders).cast(self._size)

    @property
    def about(self) -> Subjects:
        """What is known of the document."""
        document = self._reading.document
        origin = document.origin
        return subjects_of(document.name, origin.title, origin.outlet, origin.date)

    @property
    def folded(self) -> list[str]:
        """The words, in order."""
        return self.line.split()

    @property
    def said(self) -> tuple[Said, ...]:
        """The quotations with words in this paragraph, in order."""
        if self._said is None:
            quotations = self._reading.in_paragraph(self.number) if self.read else ()
            folded = self.folded if quotations else []
            self._said = tuple(self._said_in(quotation, folded) for quotation in quotations)
        return self._said

    @property
    def own(self) -> Run:
        """The words that stand in no quotation. What quotations interrupt is not joined."""
        if self._own is None:
            self._own = self._without_quotations()
        return self._own

    def _without_quotations(self) -> Run:
        quoted = {place for said in self.said for place in said.run.places}
        line: list[str] = []
        places: list[int] = []
        for place, word in enumerate(self.folded):
            if place in quoted:
                if line and line[-1] != BREAK:
                    line.append(BREAK)
                    places.append(place)
            else:
                line.append(word)
                places.append(place)
        return Run(line, places)

    def _said_in(self, quotation: Quotation, folded: list[str]) -> Said:
        content = quotation.spans
        if quotation.start < self.start or quotation.end > self.end:
            content = tuple(
                Span(max(span.start, self.start), min(span.end, self.end))
                for span in content
                if span.start < self.end and self.start < span.end
            )
        stretches = [self._places_in(span) for span in content]
        places = stretches[0] if len(stretches) == 1 else tuple(chain.from_iterable(stretches))
        return Said(
            _facts(self._reading, quotation), content, Run([folded[at] for at in places], places)
        )

    def _places_in(self, span: Span) -> range:
        """The words that stand wholly inside a span."""
        borders, count = self.borders, len(self)
        first = bisect_left(borders, span.start - self.start, 0, count)
        end = bisect_left(borders, span.end - self.start, 0, count)
        if end > first and borders[count + end - 1] > span.end - self.start:
            end -= 1
        return range(first, end)


class Passages:
    """Passages kept from search to search, so that the next keystroke need not cut the text again.

    Only those of readings that were let in are kept, so that a search still under way cannot
    bring back a reading that was replaced meanwhile. Bounded by the number of words, not of
    paragraphs, so that a few huge ones cannot fill the memory; a word takes about 12 bytes. When
    it is full, the readings that came first make room, and one that is too big by itself keeps
    its opening. Safe to use from several threads.
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

    def let_in(self, reading: Reading, instead_of: Reading | None = None) -> None:
        """Keep passages of a reading from now on, and none of the one it replaces.

        What was cut for that one is taken over if both are of the very same document.
        """
        with self._lock:
            old = self._drop(instead_of) if instead_of is not None else {}
            known: dict[int, Passage] = {}
            if instead_of is not None and instead_of.document is reading.document:
                known = {number: one.read_again(reading) for number, one in old.items()}
                self._held += sum(map(len, known.values()))
            self._kept[id(reading)] = (reading, known)

    def drop(self, reading: Reading) -> None:
        """Let go of all passages of a reading."""
        with self._lock:
            self._drop(reading)

    def _keep(self, reading: Reading, passage: Passage) -> None:
        with self._lock:
            if id(reading) not in self._kept:
                return
            for key, (_, passages) in self._kept.items():
                if self._held + len(passage) <= self._most or key == id(reading):
                    break
                self._held -= sum(map(len, passages.values()))
                passages.clear()
            if self._held + len(passage) <= self._most:
                passages = self._kept[id(reading)][1]
                if passages.setdefault(passage.number, passage) is passage:
                    self._held += len(passage)

    def _drop(self, reading: Reading) -> dict[int, Passage]:
        _, passages = self._kept.pop(id(reading), (None, {}))
        self._held -= sum(map(len, passages.values()))
        return passages


def _facts(reading: Reading, quotation: Quotation) -> Mapping[Name, tuple[str, ...]]:
    voice, cue = reading.voice_of(quotation), quotation.cue
    # The first is the author, through whom all of it came; the last is the voice itself.
    through = [reading.voices[number] for number in quotation.chain[1:-1]]
    return _facts_of(
        quotation.mode,
        quotation.certainty,
        None if voice is None else (voice.name, *voice.names),
        None if voice is None else voice.kind,
        None if cue is None else reading.document.words_of(cue),
        tuple(name for one in through for name in (one.name, *one.names)),
        quotation.stance,
    )


@lru_cache(maxsize=4_096)
def _facts_of(
    mode: Mode,
    certainty: Certainty,
    names: tuple[str, ...] | None,
    kind: VoiceKind | None,
    cue: str | None,
    through: tuple[str, ...],
    stance: Stance | None,
) -> Mapping[Name, tuple[str, ...]]:
    """Shared by all quotations of which the same is known, for there are few such facts."""
    facts = {Name.MODE: _lines((mode,)), Name.CERTAINTY: _lines((certainty,))}
    if names is not None:
        facts[Name.VOICE] = _lines(names)
    if kind is not None:
        facts[Name.KIND] = _lines((kind,))
    if cue is not None:
        facts[Name.CUE] = _lines((cue,))
    if through:
        facts[Name.VIA] = _lines(through)
    if stance is not None:
        facts[Name.STANCE] = _lines((stance,))
    return facts


@lru_cache(maxsize=4_096)
def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {' '.join(word.folded for word in words(text))} " for text in texts)
