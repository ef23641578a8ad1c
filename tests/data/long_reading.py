"""A long reading, made and not read: so many paragraphs, every third with somebody's words.

Finding the voices of a hundred thousand paragraphs takes most of a minute, and what is drawn, counted
and listed does not depend on how they were found.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from texts.document import Document, ParagraphKind, Paragraphs, Span
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice, VoiceKind
from texts.samples import path_of, sample_names

__all__ = ["long_reading"]

_SECTION = 40
"""Paragraphs from one heading to the next."""
_CERTAINTIES = (
    Certainty.EXPLICIT,
    Certainty.EXPLICIT,
    Certainty.CARRIED,
    Certainty.INFERRED,
    Certainty.UNRESOLVED,
)
_MODES = (Mode.DIRECT, Mode.INDIRECT, Mode.MIXED, Mode.DIRECT)
_KINDS = (VoiceKind.PERSON, VoiceKind.ORGANIZATION, VoiceKind.DOCUMENT, None)
_SYLLABLES = "ba den ri mo las ket u vir son ja pel ot".split()


def long_reading(paragraphs: int, voices: int) -> Reading:
    """A reading of so many paragraphs of 20 to 110 words, and of so many voices.

    Every third paragraph begins with a quotation, every fortieth is a heading. The words are those of
    the samples, in no order that means anything. About 12 µs a paragraph.
    """
    heard = (AUTHOR, *(_voice(number) for number in range(1, voices + 1)))
    words = 2 * [word for name in sample_names() for word in _words_of(name)]
    certainties, modes = cycle(_CERTAINTIES), cycle(_MODES)
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[ParagraphKind] = []
    pieces: list[str] = []
    quotations: list[Quotation] = []
    at = 0
    for number in range(1, paragraphs + 1):
        first = number * 101 % (len(words) // 2)
        told = " ".join(words[first : first + 20 + number * 37 % 91])
        kind = ParagraphKind.PROSE
        if number % _SECTION == 1:
            kind, told = ParagraphKind.HEADING, " ".join(words[first : first + 4])
        elif number % 3 == 0:
            said = " ".join(words[first : first + 12])
            certainty, mode = next(certainties), next(modes)
            voice = heard[1 + number * 7 % voices]
            quotations.append(_quotation(number, at, said, voice, certainty, mode))
            told = f"“{said},” said {voice.name}. {told}"
        starts.append(at)
        ends.append(at + len(told))
        kinds.append(kind)
        pieces.append(told)
        at += len(told) + 2
    text = "\n\n".join(pieces)
    document = Document("long.txt", text, text, "UTF-8", "long", Paragraphs(starts, ends, kinds))
    return Reading(document, heard, tuple(quotations), covers=paragraphs)


def _quotation(
    number: int, start: int, said: str, voice: Voice, certainty: Certainty, mode: Mode
) -> Quotation:
    end = start + len(said) + 3
    unknown = certainty is Certainty.UNRESOLVED
    return Quotation(
        number,
        (Span(start, end),),
        mode,
        None if unknown else voice.number,
        certainty,
        Evidence("made"),
        source=None if unknown else Span(end + 6, end + 6 + len(voice.name)),
        cue=Span(end + 1, end + 5),
        chain=() if unknown else (0, voice.number),
    )


def _voice(number: int) -> Voice:
    return Voice(number, " ".join(_name(number)), _KINDS[number % len(_KINDS)])


def _name(number: int) -> Iterator[str]:
    """Two words that no other number gives."""
    base = len(_SYLLABLES)
    for part in (number % base**2, number // base**2):
        first, second = divmod(part, base)
        yield f"{_SYLLABLES[first]}{_SYLLABLES[second]}".capitalize()


def _words_of(sample: str) -> list[str]:
    return path_of(sample).read_text("utf-8").split()
