"""Reading short texts in tests, and saying in few words what was found."""

from __future__ import annotations

import re

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


def signed(text: str) -> list[tuple[str, str]]:
    """Mode of every quotation, and the text with its [content], its {source} and its <cue> signed."""
    reading = read(text)
    return [(q.mode.value, _with_signs(text, q)) for q in reading.quotations]


def unsigned(text: str) -> str:
    """A text without the signs that `signed` puts into it."""
    return re.sub(r"[][{}<>]", "", text)


def _with_signs(text: str, quotation: Quotation) -> str:
    stretches = [(span, "[]") for span in quotation.spans]
    stretches += [
        (span, signs)
        for span, signs in ((quotation.source, "{}"), (quotation.cue, "<>"))
        if span is not None
    ]
    # At one place what ends comes before what begins, and what is longer begins first.
    edges = [(span.start, 1, -len(span), signs[0]) for span, signs in stretches]
    edges += [(span.end, 0, len(span), signs[1]) for span, signs in stretches]
    for at, _, _, sign in sorted(edges, reverse=True):
        text = text[:at] + sign + text[at:]
    return text


def chains(text: str) -> list[tuple[str, list[str]]]:
    """Every quotation, with the names of its chain from the first voice after the author inwards."""
    reading = read(text)
    return [
        (content(reading, q), [reading.voices[number].name for number in q.chain[1:]])
        for q in reading.quotations
    ]


def voices(text: str) -> list[str | None]:
    """The voice of every quotation, by name."""
    reading = read(text)
    return [voice_name(reading, quotation) for quotation in reading.quotations]


def credited(text: str, mode: str | None = None) -> list[tuple[str | None, str]]:
    """Voice and content of every quotation, or of those of one mode."""
    reading = read(text)
    return [
        (voice_name(reading, quotation), content(reading, quotation))
        for quotation in reading.quotations
        if mode in (None, quotation.mode.value)
    ]


def bare(name: str) -> str:
    """A name as it is compared: without its article, whatever its case."""
    return name.casefold().removeprefix("the ")


def verbatim_voices(text: str) -> list[str | None]:
    """The voice of every quotation that has words of its own."""
    reading = read(text)
    return [
        voice_name(reading, quotation)
        for quotation in reading.quotations
        if quotation.mode.value != "indirect"
    ]
