"""Getting at the bytes of a file, with one clear sentence if that is not to be had."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from texts.errors import NotAllowed, NoText, NotFound, NotText, TooMuch
from texts.loading.controls import harmless_path

__all__ = ["LARGEST", "bytes_of", "bytes_of_stream", "opened"]

LARGEST = 256 << 20
"""The most bytes a plain text may have."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A regular file, open for reading. Raises `NotFound`, `NotAllowed` or `NotText`."""
    shown = harmless_path(str(path))
    try:
        # Without waiting, for a named pipe would make it wait for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotText(f"{shown} is not a file that can be read; pipe it in: quoth - < …")
            yield file
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"{shown}: no such file or folder; check the name.") from None
    except PermissionError:
        raise NotAllowed(f"{shown}: you have no permission to read it.") from None
    except IsADirectoryError:
        raise NotText(f"{shown} is a folder, not a file.") from None
    except (OSError, ValueError) as problem:
        words = problem.strerror if isinstance(problem, OSError) else str(problem)
        raise NotFound(f"{shown} cannot be opened: {words}.") from None


def bytes_of(path: Path, most: int | None = None) -> bytes:
    """All bytes of a regular file, at most `most`, or `LARGEST`.

    Raises `NotFound`, `NotAllowed`, `NotText`, `TooMuch` or `NoText`.
    """
    with opened(path) as file:
        return _bounded(file, harmless_path(str(path)), most or LARGEST)


def bytes_of_stream(stream: BinaryIO) -> bytes:
    """All bytes of standard input. Raises `TooMuch` or `NoText`."""
    return _bounded(stream, "standard input", LARGEST)


def _bounded(file: BinaryIO, shown: str, most: int) -> bytes:
    data = file.read(most + 1)
    if len(data) > most:
        raise TooMuch(f"{shown} is larger than {most >> 20} MB; split it into smaller texts.")
    if not data or data.isspace():
        raise NoText(f"{shown} is empty; there is nothing to read in it.")
    return data
