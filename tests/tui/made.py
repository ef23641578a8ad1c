"""A small article with known quotations, made by hand so that the screen's tests need no rules."""

from __future__ import annotations

from texts.document import Document, Span
from texts.loading import read_text
from texts.reading import (
    AUTHOR,
    Certainty,
    Evidence,
    Mode,
    Quotation,
    Reading,
    Voice,
    VoiceKind,
)

__all__ = ["article", "quoted", "reading", "span"]

_TEXT = """\
Bridge to Close for a Year

The old bridge will close in May, the city said on Monday.

“We have no choice,” said Mara Lindqvist, the city engineer. “It is not safe.”

Shopkeepers fear for their trade. “Who will come?” asked Tom Arrow.

“Nobody will come.”

She said the work would take a year.
"""


def article() -> Document:
    """The document, of six paragraphs."""
    return read_text("bridge.txt", _TEXT.encode())


def span(words: str, document: Document | None = None) -> Span:
    """Where words stand in the article, or in another document; they must be there."""
    start = (document or article()).text.index(words)
    return Span(start, start + len(words))


def quoted(
    *contents: str,
    voice: int | None,
    certainty: Certainty,
    mode: Mode = Mode.DIRECT,
    source: str | None = None,
    cue: str | None = None,
    basis: str | None = None,
    distance: int = 0,
) -> Quotation:
    """A quotation of the article, by its words."""
    spans = tuple(span(words) for words in contents)
    return Quotation(
        paragraph=article().paragraphs.index_at(spans[0].start) + 1,
        spans=spans,
        mode=mode,
        voice=voice,
        certainty=certainty,
        evidence=Evidence("made", distance, span(basis) if basis else None),
        source=span(source) if source else None,
        cue=span(cue) if cue else None,
        chain=(0, voice) if voice is not None else (),
    )


def reading() -> Reading:
    """Five quotations: Lindqvist's two, the city's one, Arrow's one, and one that is nobody's."""
    voices = (
        AUTHOR,
        Voice(1, "the city", VoiceKind.ORGANIZATION, (), span("the city")),
        Voice(2, "Mara Lindqvist", VoiceKind.PERSON, ("She",), span("Mara Lindqvist"), 1),
        Voice(3, "Tom Arrow", VoiceKind.PERSON, (), span("Tom Arrow")),
    )
    quotations = (
        quoted(
            "The old bridge will close in May",
            voice=1,
            certainty=Certainty.EXPLICIT,
            mode=Mode.INDIRECT,
            source="the city",
            cue="said",
        ),
        quoted(
            "“We have no choice,”",
            "“It is not safe.”",
            voice=2,
            certainty=Certainty.EXPLICIT,
            source="Mara Lindqvist",
            cue="said Mara",
        ),
        quoted(
            "“Who will come?”",
            voice=3,
            certainty=Certainty.EXPLICIT,
            source="Tom Arrow",
            cue="asked",
        ),
        quoted("“Nobody will come.”", voice=None, certainty=Certainty.UNRESOLVED),
        quoted(
            "the work would take a year",
            voice=2,
            certainty=Certainty.INFERRED,
            mode=Mode.INDIRECT,
            source="She",
            cue="said the",
            basis="Mara Lindqvist",
            distance=3,
        ),
    )
    document = article()
    return Reading(document, voices, quotations, covers=len(document.paragraphs))
