"""From a file to a `Document`: decoded, made harmless and cut into paragraphs, at one door."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from texts.document import Document, Origin
from texts.errors import NoText, NotFound
from texts.loading import markdown, plain
from texts.loading.controls import harmless, harmless_path
from texts.loading.decoding import decode
from texts.loading.files import bytes_of, bytes_of_stream, texts_in
from texts.loading.origin import origin_beside

__all__ = ["STANDARD_INPUT", "load", "load_stream", "paths_of", "read_text"]

STANDARD_INPUT = "-"
"""The name that stands for standard input."""

_MARKDOWN = frozenset({".md", ".markdown"})


def load(path: Path) -> Document:
    """The document in a file. Raises a `TextsError` whose text is one sentence for the user."""
    data = bytes_of(path)
    return read_text(str(path), data, origin_beside(path))


def load_stream(stream: BinaryIO) -> Document:
    """The document that is piped in, as plain text. Raises a `TextsError`."""
    return read_text(STANDARD_INPUT, bytes_of_stream(stream))


def read_text(name: str, data: bytes, origin: Origin | None = None) -> Document:
    """The document that the bytes of a file called `name` hold; its ending tells Markdown.

    Offsets count the characters of the decoded text, a byte order mark left out. Raises `NotText` or `NoText`.
    Linear in the data.
    """
    shown = harmless_path(name)
    decoded, encoding = decode(data, shown)
    text = harmless(decoded)
    cut = markdown if Path(name).suffix.lower() in _MARKDOWN else plain
    paragraphs = cut.paragraphs_of(text)
    if not paragraphs:
        raise NoText(f"{shown} holds no words; there is nothing to read in it.")
    return Document(
        name=shown,
        text=text,
        decoded=decoded,
        encoding=encoding,
        digest=hashlib.sha256(data).hexdigest(),
        paragraphs=paragraphs,
        origin=origin or Origin(),
    )


def paths_of(given: str) -> list[Path]:
    """The files that a path stands for: itself, or the texts of a folder. Raises a `TextsError`."""
    if not given:
        raise NotFound("a path is empty; name a file or a folder.")
    # Unlike the methods of a path, this says no to a name that is too long.
    return texts_in(Path(given)) if os.path.isdir(given) else [Path(given)]
