"""Articles to be written in every format: the samples, with what a format can say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from texts.document import Origin, ParagraphKind
from texts.loading import load
from texts.samples import path_of

__all__ = ["NOTE", "Article", "Part", "feature", "release"]

NOTE = (
    "The board’s press office said in September that the tankers “will come as long as they must”."
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, and the note that hangs on its last word."""

    words: str
    kind: ParagraphKind = ParagraphKind.PROSE
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What is to be written."""

    origin: Origin
    parts: tuple[Part, ...]

    @property
    def notes(self) -> list[str]:
        """The notes in their order."""
        return [part.note for part in self.parts if part.note]


def feature(*, note: bool = False) -> Article:
    """A feature with headings and a block quote, and with a note if that is asked for."""
    return _article("well-on-a-friday-feature", "Mara Venn", "2024-09-14", NOTE if note else None)


def release() -> Article:
    """A press release: paragraphs and headings only, so that plain text can say all of it."""
    return _article("night-ferry-release", "The press office", "2024-02-03", None)


def _article(name: str, author: str, day: str, note: str | None) -> Article:
    document = load(path_of(name))
    parts: list[Part] = []
    for paragraph in document.paragraphs:
        words = " ".join(document.words_of(paragraph.span).split())
        words = _LINK.sub(r"\1", words).replace("*", "")
        parts.append(Part(words, paragraph.kind, note if len(parts) == 3 else None))
    origin = Origin(document.origin.title, author, document.origin.outlet, day)
    return Article(origin, tuple(parts))
