"""Reading short texts in tests, and saying in few words what was found."""

from __future__ import annotations

from texts.attribution import attribute
from texts.document import Span
from texts.loading import read_text
from texts.reading import Quotation, Reading


def read(text: str, paragraphs: int | None = None) -> Reading:
    """The reading of a plain text."""
    return attribute(read_text("text.txt", text.encode()), paragraphs)


def words(reading: Reading, span: Span | None) -> str | None:
    """The words of a span, white space made single."""
    return None if span is None else " ".join(reading.document.words_of(span).split())


def content(reading: Reading, quotation: Quotation) -> str:
    """The words of a quotation, its spans joined by a bar."""
    return " | ".join(words(reading, span) or "" for span in quotation.spans)


def voice_name(reading: Reading, quotation: Quotation) -> str | None:
    """The name of the voice, or nothing."""
    voice = reading.voice_of(quotation)
    return None if voice is None else voice.name


def relations(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Mode, content, source and cue of every quotation."""
    reading = read(text)
    return [
        (q.mode.value, content(reading, q), words(reading, q.source), words(reading, q.cue))
        for q in reading.quotations
    ]


def voices(text: str) -> list[str | None]:
    """The voice of every quotation, by name."""
    reading = read(text)
    return [voice_name(reading, quotation) for quotation in reading.quotations]


def verbatim_voices(text: str) -> list[str | None]:
    """The voice of every quotation that has words of its own."""
    reading = read(text)
    return [
        voice_name(reading, quotation)
        for quotation in reading.quotations
        if quotation.mode.value != "indirect"
    ]
