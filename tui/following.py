"""Following a link or a place on the command line to its text, wherever that is by now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from texts.errors import NotFound
from texts.loading import file_of, paths_of
from texts.loading.controls import harmless_path
from tui.errors import UserError
from tui.library_place import library_folder
from tui.places import paragraph_of, place_of_words, split_place, split_words
from tui.session import OpenText

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument
    from index.kept.library import KeptLibrary
    from tui.links import Link

__all__ = ["Found", "followed", "path_in"]

_LINK = "doc:"


@dataclass(frozen=True, slots=True)
class Found:
    """What an argument of the command line stands for."""

    texts: list[OpenText] = field(default_factory=list)
    """The first of them at the place that was asked for."""
    notice: str | None = None
    """A sentence where the place is not quite the one that was meant."""


def path_in(given: str) -> str:
    """The path in an argument, without its place. Raises `UserError` for a link that is none."""
    if _is_link(given):
        from tui.links import parsed

        return parsed(given).path
    path, words = split_words(given)
    return path if words is not None else split_place(given)[0]


def followed(given: str, library: str | None) -> Found:
    """The texts that ``PATH``, ``PATH:6``, ``PATH#words`` or a link stands for.

    `library` names the folder of the library, where a link finds what has moved. Raises a
    `TextsError`, a `UserError`, or `index.errors.BadIndex` where the library cannot be read.
    """
    if _is_link(given):
        from tui.links import parsed

        return _linked(parsed(given), library_folder(library))
    path, words = split_words(given)
    if words is None:
        path, number = split_place(given)
    files = paths_of(path)
    if not os.path.exists(file_of(files[0])):
        raise NotFound(f"{harmless_path(path)}: no such file or folder; check the name.")
    texts = [OpenText(file) for file in files]
    if words is not None:
        _go_to_words(texts[0], words)
    elif number is not None:
        texts[0].offset = paragraph_of(texts[0].loaded(), number).span.start
    return Found(texts)


def _is_link(given: str) -> bool:
    return given.startswith(_LINK) and not os.path.exists(given)


def _go_to_words(text: OpenText, words: str) -> None:
    document = text.loaded()
    text.offset = place_of_words(document.text, words)
    if text.offset is None:
        shown = harmless_path(words)[:80]
        raise UserError(f"{document.name} does not have the words “{shown}”.")


def _linked(link: Link, library: Path) -> Found:
    """By its path, then, where that has not its words, by its digest in the library."""
    found = None
    if os.path.isfile(file_of(Path(link.path))):
        text = OpenText(Path(link.path))
        landing = link.landing_in(text.loaded())
        text.offset = landing.offset
        name = harmless_path(link.path)
        if landing.stands:
            words = f"{name} has changed since the link was made; its words are here now."
            return Found([text], words if landing.moved else None)
        words = f"{name} does not have the words of the link any more; this is where they were."
        found = Found([text], words)
    kept = _kept(link, library)
    if kept is None and found is None:
        raise UserError(
            f"{harmless_path(link.path)} is not there, and the library has no text with the digest "
            "of the link."
        )
    return kept or found or Found()


def _kept(link: Link, folder: Path) -> Found | None:
    if not link.digest or not folder.is_dir():
        return None
    with _library(folder) as library:
        document = next((d for d in library.documents if d.digest.startswith(link.digest)), None)
        return None if document is None else _opened_as_kept(link, library, document)


def _opened_as_kept(link: Link, library: KeptLibrary, document: KeptDocument) -> Found:
    reading = library.reading(document)
    text = OpenText(Path(document.path), reading.document, reading)
    text.offset = link.landing_in(reading.document).offset
    if document.path == link.path:
        return Found([text], "This is the text of the link as the library keeps it.")
    return Found([text], f"The text of the link is now known as {document.name}.")


@contextmanager
def _library(folder: Path) -> Iterator[KeptLibrary]:
    from index.kept.library import KeptLibrary

    library = KeptLibrary(folder)
    try:
        yield library
    finally:
        library.close()
