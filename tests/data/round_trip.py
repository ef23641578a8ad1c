"""The round trip: an article written in every format, and what is read from each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.data.articles import Article
from tests.data.writing import WRITERS
from texts.attribution import attribute
from texts.document import ParagraphKind
from texts.loading import Loader, paths_of
from texts.reading import Reading

__all__ = ["Said", "Trip", "round_trips", "said_in"]


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation without its place: its words, how they are given, and whose they are."""

    words: str
    mode: str
    voice: str | None


@dataclass(frozen=True, slots=True)
class Trip:
    """What came of an article in one format."""

    suffix: str
    reading: Reading
    said: list[Said]


def said_in(reading: Reading, *, notes: bool = False) -> list[Said]:
    """The quotations of a reading, white space folded; with those in notes if that is asked for."""
    document = reading.document
    return [
        Said(
            " ".join(" … ".join(document.words_of(span) for span in quotation.spans).split()),
            quotation.mode.value,
            None if quotation.voice is None else reading.voices[quotation.voice].name,
        )
        for quotation in reading.quotations
        if notes or document.paragraphs[quotation.paragraph - 1].kind is not ParagraphKind.FOOTNOTE
    ]


def round_trips(article: Article, folder: Path) -> Iterator[Trip]:
    """Write an article in every format into a folder, and read each."""
    with Loader() as loader:
        for suffix, write in WRITERS.items():
            path = folder / f"article{suffix}"
            path.write_bytes(write(article))
            reading = attribute(loader.load(paths_of(str(path))[0]))
            yield Trip(suffix, reading, said_in(reading))
