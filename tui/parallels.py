"""Parallels in plain words: what the reader is told of quoted words that stand in another text."""

from __future__ import annotations

from texts.comparing import Passage
from texts.document import Document
from texts.reading import Reading
from tui.travel import here
from tui.wording import NOT_FOUND, shortened

__all__ = ["passage_in_words"]

_NAME = 40


def passage_in_words(passage: Passage | None, document: Document, reading: Reading | None) -> str:
    """``beside, ¶ 12: the same words · there Amnesty International``; and how they differ, if they do.

    `document` is the one the passage is of. Not to find words is no verdict on them, nor is it told
    whose words they are there where its `reading` does not go so far.
    """
    if passage is None:
        return "not found in the text beside"
    number = document.paragraphs.index_at(passage.span.start) + 1
    compared = f"of its first {passage.compared:,} words " if passage.compared else ""
    how = "; ".join(passage.differences) or "the same words"
    few = "few, perhaps by chance" if passage.few else ""
    told = (f"beside, ¶ {number:,}: {compared}{how}", few, _whose(passage, document, reading))
    return " · ".join(filter(None, told))


def _whose(passage: Passage, document: Document, reading: Reading | None) -> str:
    """Whose words the other text says they are, as far as it has been read."""
    last = document.paragraphs.index_at(passage.span.end - 1)
    if reading is None or last >= reading.covers:
        return ""
    edges = [edge for span in passage.shared for edge in (span.start, span.end - 1)]
    quotations = [here(reading, edge) for edge in edges]
    if not any(quotations):
        return "there in no quotation"
    voices = {quotation and (quotation.voice,) for quotation in quotations}
    if len(voices) > 1:
        return "there not all one voice’s"
    voice = next((reading.voice_of(one) for one in quotations if one is not None), None)
    return f"there {shortened(voice.name, _NAME) if voice else NOT_FOUND}"
