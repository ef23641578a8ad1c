"""Kept libraries for tests: of readings written by hand, or of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.kept.catalogue import Stamp
from index.kept.library import KeptLibrary
from index.kept.making import Made, Work, made_of
from index.kept.writing import writing
from texts.reading import Reading

__all__ = ["VERSION", "articles", "as_made", "found", "keep"]

VERSION = "1.0"


def as_made(reading: Reading) -> Made:
    """What would be kept of a reading of a file of its document's name."""
    return made_of(Work(reading.document.name, Stamp(1, 1), VERSION), reading)


def keep(folder: Path, *readings: Reading, gone: Iterable[str] = ()) -> None:
    """Make one commit."""
    with writing(folder) as session:
        session.commit([as_made(reading) for reading in readings], gone)


def found(folder: Path, line: str) -> list[tuple[str, int]]:
    """The hits of a query, in order, asked of a library just opened."""
    library = KeptLibrary(folder)
    try:
        hits = library.search(line, limit=None).hits
        return [(hit.document, hit.paragraph) for hit in hits]
    finally:
        library.close()


def articles(folder: Path, count: int) -> list[Path]:
    """Short articles in a folder; each has a word of its own, ``word7`` for the seventh."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(1, count + 1):
        path = folder / f"{number:03}.txt"
        path.write_text(
            f"The harbour board met on day word{number}.\n\n"
            f"“The tide will not wait for us,” said Mara Lindqvist, who keeps gauge {number}.\n\n"
            "Nobody answered her, and the free press wrote nothing of it.\n",
            encoding="utf-8",
        )
        paths.append(path)
    return paths
