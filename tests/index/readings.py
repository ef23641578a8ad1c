"""Readings written by hand, for tests: what stands in which quotation is said, not found out.

reading("a.txt", ["Anna Smith said: ", said("We are ", "Anna Smith"), …], ["Next paragraph."])
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from texts.document import Document, Paragraphs, Span
from texts.reading import (
    AUTHOR,
    Certainty,
    Evidence,
    Mode,
    Quotation,
    Reading,
    Stance,
    Voice,
    VoiceKind,
)

__all__ = ["Piece", "Said", "many", "plain", "reading", "said"]


@dataclass(frozen=True)
class Said:
    """Content of a quotation. Pieces with the same `key` in one document are one quotation."""

    pieces: tuple[str | Said, ...]
    voice: str | None
    mode: Mode
    certainty: Certainty
    kind: VoiceKind | None
    cue: str | None
    key: object
    via: str | None
    stance: Stance | None


def said(
    *pieces: str | Said,
    voice: str | None = "Anna Smith",
    mode: Mode = Mode.DIRECT,
    certainty: Certainty = Certainty.EXPLICIT,
    kind: VoiceKind | None = VoiceKind.PERSON,
    cue: str | None = None,
    key: object = None,
    via: str | None = None,
    stance: Stance | None = None,
) -> Said:
    """A quotation, or a part of one. `cue` must be words of the paragraph it stands in."""
    own_key = object() if key is None else key
    return Said(pieces, voice, mode, certainty, kind, cue, own_key, via, stance)


Piece = str | Said


def reading(
    name: str, *paragraphs: list[Piece], covers: int | None = None, between: str = "\n\n"
) -> Reading:
    """The reading of a document of these paragraphs; `covers` of them read, or all."""
    writer = _Writer()
    starts, ends = [], []
    for number, pieces in enumerate(paragraphs, 1):
        if number > 1:
            writer.text += between
        starts.append(len(writer.text))
        for piece in pieces:
            writer.write(piece, number)
        ends.append(len(writer.text))
    text = writer.text
    document = Document(name, text, text, "UTF-8", "", Paragraphs(starts, ends))
    count = len(paragraphs) if covers is None else covers
    voices, numbers = writer.voices()
    quotations = sorted(
        (
            Quotation(
                paragraph=writer.begins[key],
                spans=tuple(spans),
                mode=one.mode,
                voice=None if one.voice is None else numbers[one.voice],
                certainty=one.certainty,
                evidence=Evidence("by hand"),
                cue=_span_of(one.cue, text, starts[writer.begins[key] - 1]),
                chain=()
                if one.voice is None
                else (0, *([numbers[one.via]] if one.via else []), numbers[one.voice]),
                stance=one.stance,
            )
            for key, (one, spans) in writer.quotations.items()
            if writer.begins[key] <= count
        ),
        key=lambda quotation: (quotation.start, -quotation.end),
    )
    return Reading(document, voices, tuple(quotations), covers=count)


def plain(name: str, *paragraphs: str, covers: int | None = None) -> Reading:
    """A reading without quotations."""
    pieces: list[list[Piece]] = [[text] for text in paragraphs]
    return reading(name, *pieces, covers=covers)


def many(name: str, count: int, seed: int = 1) -> Reading:
    """A reading of `count` short paragraphs, some with quotations, always the same."""
    choose = random.Random(seed)  # noqa: S311
    vocabulary = "the free press in new york wrote of freedom and of bound hands".split()
    paragraphs: list[list[Piece]] = []
    for number in range(count):
        words = [choose.choice(vocabulary) for _ in range(12)]
        paragraphs.append([f"{number} {' '.join(words[:6])} "])
        if number % 3 == 0:
            paragraphs[-1].append(said("“", " ".join(words[6:]), "”"))
    return reading(name, *paragraphs)


class _Writer:
    def __init__(self) -> None:
        self.text = ""
        self.quotations: dict[object, tuple[Said, list[Span]]] = {}
        self.begins: dict[object, int] = {}

    def write(self, piece: Piece, paragraph: int) -> None:
        if isinstance(piece, str):
            self.text += piece
            return
        start = len(self.text)
        _, spans = self.quotations.setdefault(piece.key, (piece, []))
        self.begins.setdefault(piece.key, paragraph)
        for inner in piece.pieces:
            self.write(inner, paragraph)
        spans.append(Span(start, len(self.text)))

    def voices(self) -> tuple[tuple[Voice, ...], dict[str, int]]:
        voices = [AUTHOR]
        numbers: dict[str, int] = {}
        for one, _ in self.quotations.values():
            for voice, kind in ((one.voice, one.kind), (one.via, None)):
                if voice is not None and voice not in numbers:
                    name, *others = voice.split("/")
                    numbers[voice] = len(voices)
                    voices.append(Voice(len(voices), name, kind, tuple(others)))
        return tuple(voices), numbers


def _span_of(words: str | None, text: str, start: int) -> Span | None:
    if words is None:
        return None
    at = text.index(words, start)
    return Span(at, at + len(words))
