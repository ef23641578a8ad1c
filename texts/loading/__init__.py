"""From a file to a `Document`: decoded, made harmless and cut into paragraphs, at one door."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from texts.document import Document
from texts.loading.files import bytes_of_stream
from texts.loading.folders import file_of, folders_in, may_be_read, paths_of
from texts.loading.limits import Limits
from texts.loading.loader import Loader
from texts.loading.plain_files import read_text

__all__ = [
    "STANDARD_INPUT",
    "Limits",
    "Loader",
    "file_of",
    "folders_in",
    "load",
    "load_stream",
    "may_be_read",
    "paths_of",
    "read_text",
]

STANDARD_INPUT = "-"
"""The name that stands for standard input."""


def load(path: Path) -> Document:
    """The document in one file. Raises a `TextsError` whose text is one sentence for the user.

    For more than one, a `Loader` does not start a process for each.
    """
    with Loader() as loader:
        return loader.load(path)


def load_stream(stream: BinaryIO) -> Document:
    """The document that is piped in, as plain text. Raises a `TextsError`."""
    return read_text(STANDARD_INPUT, bytes_of_stream(stream))
