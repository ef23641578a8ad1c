"""A picture of a document: whose words it holds, where, how many, and which, ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import PurePath
from typing import Final

from texts.export.passages import chain_of, joined, name_of
from texts.loading.controls import harmless_path
from texts.reading import Certainty, Mode, Quotation, Reading
from texts.shares import Portion, percent, percents, shares_of
from tui.layout.ribbon import Mark, Slice, Weighing
from tui.voice_signs import CERTAINTY_SIGNS, KIND_SIGNS, UNRESOLVED_SIGN, hues_of
from tui.wording import (
    NOT_FOUND,
    certainty_in_words,
    kind_in_words,
    mode_in_words,
    shortened,
    title_of,
)

__all__ = ["NOTE", "SLICES", "Bar", "Entry", "Hue", "Lane", "Look", "Picture", "Tick", "picture_of"]

SLICES: Final = 240
"""Into how many slices the text is cut."""
NOTE: Final = (
    "Attributions are found by rules, which can be wrong; how sure each one is stands beside it."
    " The author’s share is every word in nobody else’s quotation, and a range where nobody could be"
    " credited."
)
"""What is said under every picture, for those who were only shown it."""

_MOST_VOICES = 12
_MOST_QUOTATIONS = 200
_MOST_CHARACTERS = 600
"""Of one quotation."""
_TICKS = 6

Hue = str
"""A class of colour: ``voice-1`` … ``voice-6``, ``voice-more``, ``author``, ``nobody``."""


class Look(StrEnum):
    """How words are given; each looks different without colour too."""

    VERBATIM = "verbatim"
    MIXED = "mixed"
    """A whole quotation that is only partly in marks; of its words, each is one or the other."""
    REPORTED = "reported"
    UNRESOLVED = "unresolved"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Bar:
    """A run of slices, half-open, or of a share in thousandths, that looks alike."""

    start: int
    end: int
    look: Look
    hue: Hue


@dataclass(frozen=True, slots=True)
class Lane:
    """A voice, where in the text it speaks, and how much of the text is its."""

    sign: str
    name: str
    kind: str
    hue: Hue
    bars: tuple[Bar, ...]
    quotations: int | None
    verbatim: int | None
    """Words in its own wording; `None` for the author, whose words are not quoted."""
    reported: int | None
    share: str
    """Of the words of the body, a range where part of it is nobody's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One quotation."""

    number: int
    paragraph: int
    sign: str
    name: str
    hue: Hue
    look: Look
    words: str
    facts: tuple[str, ...]
    """Its mode, its certainty with its sign, and whom it came through."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A paragraph on the way through the text."""

    slice: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn, in the order in which it is."""

    title: str
    origin: str
    """Where the text comes from, as far as that is known; empty if nothing is."""
    facts: str
    """How much there is of it."""
    ribbon: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    strip: tuple[Bar, ...]
    """The shares of all beside each other, in thousandths of the body."""
    lanes: tuple[Lane, ...]
    more_voices: int
    """Voices that are not among the lanes."""
    entries: tuple[Entry, ...]
    more_quotations: int
    file: str
    """Its name, and a digest by which it can be told from any other."""


def picture_of(reading: Reading) -> Picture:
    """The picture of a reading that covers its document. Linear in both, and bounded in size."""
    document = reading.document
    weighing = Weighing(document, reading, SLICES)
    while not weighing.go_on(SLICES):
        pass
    slices = weighing.found()
    hues = _Hues(reading)
    voices = _Voices(reading, slices, hues)
    origin = document.origin
    stated = (origin.outlet, origin.author, origin.date, origin.address)
    count, said = len(document.paragraphs), len(reading.quotations)
    return Picture(
        title=shortened(title_of(document), 240),
        origin=" · ".join(shortened(words, 120) for words in stated if words),
        facts=f"{_many(count, 'paragraph')} · {_many(voices.body, 'word')} of text"
        f" · {_many(said, 'quotation')}",
        ribbon=tuple(_bars([each.marks[0] if each.marks else None for each in slices], hues)),
        ticks=tuple(_ticks(reading, weighing)),
        strip=tuple(voices.strip()),
        lanes=(voices.author(), *voices.lanes(), *voices.unresolved()),
        more_voices=max(0, len(voices.ranked) - _MOST_VOICES),
        entries=tuple(
            _entry(number, quotation, reading, hues)
            for number, quotation in enumerate(reading.quotations[:_MOST_QUOTATIONS], 1)
        ),
        more_quotations=max(0, said - _MOST_QUOTATIONS),
        # Not its folders: a picture is shown to others.
        file=f"{shortened(harmless_path(PurePath(document.name).name), 160)} · {document.encoding}"
        f" · SHA-256 {document.digest}",
    )


class _Hues:
    """The hue of each voice."""

    def __init__(self, reading: Reading) -> None:
        self._hues = hues_of(reading)

    def of(self, voice: int | None) -> Hue:
        if voice is None:
            return "nobody"
        if voice == 0:
            return "author"
        return f"voice-{self._hues.get(voice, 'more')}"


class _Voices:
    """The voices of a reading, whoever has most words first."""

    def __init__(self, reading: Reading, slices: Sequence[Slice], hues: _Hues) -> None:
        self._reading, self._slices, self._hues = reading, slices, hues
        self._shares = shares_of(reading)
        self.body = self._shares.body
        portions = self._shares.voices
        self.ranked = sorted(
            (number for number, portion in portions.items() if portion.quotations),
            key=lambda number: (-portions[number].words, -portions[number].quotations, number),
        )

    def lanes(self) -> Iterator[Lane]:
        for number in self.ranked[:_MOST_VOICES]:
            voice, portion = self._reading.voices[number], self._shares.voices[number]
            yield Lane(
                sign=KIND_SIGNS[voice.kind].glyph,
                name=shortened(name_of(voice, self._reading), 120),
                kind=kind_in_words(voice),
                hue=self._hues.of(number),
                bars=self._bars(number),
                quotations=portion.quotations,
                verbatim=portion.verbatim,
                reported=portion.paraphrase,
                share=percent(portion.words, self.body),
            )

    def author(self) -> Lane:
        shares, author = self._shares, self._reading.voices[0]
        return Lane(
            sign=KIND_SIGNS[author.kind].glyph,
            name=shortened(name_of(author, self._reading), 120),
            kind="everything else",
            hue="author",
            bars=(),
            quotations=None,
            verbatim=None,
            reported=None,
            share=percents(shares.author, shares.author_at_most, self.body),
        )

    def unresolved(self) -> Iterator[Lane]:
        portion = self._shares.unresolved
        if portion.quotations:
            yield Lane(
                sign=UNRESOLVED_SIGN.glyph,
                name=NOT_FOUND,
                kind="nobody could be credited",
                hue="nobody",
                bars=self._bars(None),
                quotations=portion.quotations,
                verbatim=portion.verbatim,
                reported=portion.paraphrase,
                share=percents(0, portion.words, self.body),
            )

    def strip(self) -> Iterator[Bar]:
        """The author, the voices that have a lane, those that have none, and nobody."""
        shares, at = self._shares, 0
        rest = [shares.voices[number] for number in self.ranked[_MOST_VOICES:]]
        others = Portion(sum(p.verbatim for p in rest), sum(p.paraphrase for p in rest))
        portions = [
            (shares.author, Look.AUTHOR, "author"),
            *(
                piece
                for hue, portion in (
                    *(
                        (self._hues.of(number), shares.voices[number])
                        for number in self.ranked[:_MOST_VOICES]
                    ),
                    ("voice-more", others),
                )
                for piece in (
                    (portion.verbatim, Look.VERBATIM, hue),
                    (portion.paraphrase, Look.REPORTED, hue),
                )
            ),
            (shares.unresolved.words, Look.UNRESOLVED, "nobody"),
        ]
        for words, look, hue in portions:
            start = 1000 * at // max(1, shares.body)
            at += words
            end = 1000 * at // max(1, shares.body)
            if end > start:
                yield Bar(start, end, look, hue)

    def _bars(self, voice: int | None) -> tuple[Bar, ...]:
        own = (
            next((mark for mark in each.marks if mark.voice == voice), None)
            for each in self._slices
        )
        return tuple(_bars(list(own), self._hues))


def _bars(marks: Sequence[Mark | None], hues: _Hues) -> Iterator[Bar]:
    """Runs of slices with one voice in one manner."""

    def alike(at: int) -> tuple[Look, int | None] | None:
        mark = marks[at]
        return None if mark is None else (_look(mark.voice, verbatim=mark.verbatim), mark.voice)

    for key, run in groupby(range(len(marks)), alike):
        at = list(run)
        if key is not None:
            yield Bar(at[0], at[-1] + 1, key[0], hues.of(key[1]))


def _look(voice: int | None, *, verbatim: bool) -> Look:
    if voice is None:
        return Look.UNRESOLVED
    return Look.VERBATIM if verbatim else Look.REPORTED


def _ticks(reading: Reading, weighing: Weighing) -> Iterator[Tick]:
    """Paragraphs about as far apart as each other, the first of them the first there is."""
    paragraphs, slices = reading.document.paragraphs, weighing.slices
    seen = -1
    for number in range(_TICKS):
        index = paragraphs.index_at(slices.length * number // _TICKS)
        if index > seen:
            seen = index
            yield Tick(slices.at(paragraphs[index].span.start), index + 1)


def _entry(number: int, quotation: Quotation, reading: Reading, hues: _Hues) -> Entry:
    voice = reading.voice_of(quotation)
    via = (chain_of(quotation, reading) or [])[1:-1]
    facts = [mode_in_words(quotation), _certainty(quotation)]
    if via:
        facts.append(f"through {shortened(' › '.join(via), 120)}")
    return Entry(
        number=number,
        paragraph=quotation.paragraph,
        sign=KIND_SIGNS[voice.kind].glyph if voice else UNRESOLVED_SIGN.glyph,
        name=shortened(name_of(voice, reading), 120) if voice else NOT_FOUND,
        hue=hues.of(quotation.voice),
        look=_look_of(quotation),
        words=shortened(joined(reading.document.text, quotation.spans), _MOST_CHARACTERS),
        facts=tuple(facts),
    )


def _look_of(quotation: Quotation) -> Look:
    if quotation.voice is not None and quotation.mode is Mode.MIXED:
        return Look.MIXED
    return _look(quotation.voice, verbatim=quotation.mode is not Mode.INDIRECT)


def _certainty(quotation: Quotation) -> str:
    sign = CERTAINTY_SIGNS[quotation.certainty].glyph.strip()
    # Whoever is shown a picture has decided nothing.
    confirmed = quotation.certainty is Certainty.CONFIRMED
    said = "decided by a reader" if confirmed else certainty_in_words(quotation)
    return f"{sign} {said}" if quotation.certainty is not Certainty.EXPLICIT else said


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
