"""Direction: which paragraphs are written from right to left."""

from __future__ import annotations

from unicodedata import bidirectional

from texts.document import Document

__all__ = ["Directions", "is_right_to_left"]

_LOOKED_AT = 1_000
"""Characters of a paragraph in which its first letter is sought."""
_SAMPLED = 200
"""Paragraphs by which a document is judged."""


def is_right_to_left(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a paragraph written from right to left.

    By its first letter, as the Unicode Bidirectional Algorithm has it (UAX #9, P2 and P3), without
    isolates, which no terminal is sent. It costs what stands before that letter; where there is
    none among the first thousand characters, the paragraph runs from left to right.
    """
    for at in range(start, min(end, start + _LOOKED_AT)):
        kind = bidirectional(text[at])
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False


class Directions:
    """The directions of the paragraphs of one document, each found when first asked for."""

    __slots__ = ("_document", "_found", "_mostly")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: dict[int, bool] = {}
        self._mostly: bool | None = None

    def __getitem__(self, index: int) -> bool:
        """Whether a paragraph, by its index from 0, is written from right to left."""
        found = self._found.get(index)
        if found is None:
            span = self._document.paragraphs[index].span
            found = is_right_to_left(self._document.text, span.start, span.end)
            self._found[index] = found
        return found

    @property
    def mostly_right_to_left(self) -> bool:
        """Whether more than half of the paragraphs are, as far as the first 200 tell."""
        if self._mostly is None:
            sampled = min(len(self._document.paragraphs), _SAMPLED)
            self._mostly = 2 * sum(self[index] for index in range(sampled)) > sampled
        return self._mostly
