"""The chain of a quotation, link by link: through whom its words came, and which words say so."""

from __future__ import annotations

from dataclasses import dataclass

from texts.document import Span
from texts.reading import Quotation, Reading, Voice

__all__ = ["Link", "links_of"]


@dataclass(frozen=True, slots=True)
class Link:
    """One voice of a chain."""

    voice: Voice
    source: Span | None = None
    """The words that name it there; `None` for the author, and where no words of its own do."""
    cue: Span | None = None
    """The words that say that it speaks there, likewise."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words there are, in the order of the text."""
        return tuple(sorted(span for span in (self.source, self.cue) if span is not None))


def links_of(reading: Reading, quotation: Quotation) -> tuple[Link, ...]:
    """The chain from the author inwards, the quotation's own voice last; empty when unresolved.

    The words of a link are those of the smallest quotation of its voice around this one. O(q) in
    the quotations of the paragraph.
    """
    around = sorted(
        (q for q in reading.in_paragraph(quotation.paragraph) if _holds(q, quotation)),
        key=lambda q: sum(map(len, q.spans)),
    )
    links = []
    for number in quotation.chain:
        voice = reading.voices[number]
        by = next((q for q in (quotation, *around) if q.voice == number), None)
        links.append(Link(voice) if by is None else Link(voice, by.source, by.cue))
    return tuple(links)


def _holds(outer: Quotation, inner: Quotation) -> bool:
    return outer is not inner and any(inner.start in span for span in outer.spans)
