"""Parallels in plain words: what the reader is told of quoted words that stand in another text."""

from __future__ import annotations

from texts.comparing import Passage
from texts.document import Document
from texts.reading import Reading
from tui.travel import here

__all__ = ["passage_in_words"]


def passage_in_words(passage: Passage | None, document: Document, reading: Reading | None) -> str:
    """``beside, ¶ 12: the same words, there Amnesty International's``; and how they differ, if they do.

    `document` is the one the passage is of. Not to find words is no verdict on them.
    """
    if passage is None:
        return "not found in the text beside"
    number = document.paragraphs.index_at(passage.span.start) + 1
    how = "; ".join(passage.differences) or "the same words"
    few = ", but few" if passage.few else ""
    quotation = here(reading, passage.span.start) if reading else None
    voice = reading.voice_of(quotation) if reading and quotation else None
    whose = "" if quotation is None else f" · there {voice.name}" if voice else " · there nobody’s"
    return f"beside, ¶ {number:,}: {how}{few}{whose}"
