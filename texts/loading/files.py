"""Getting at the bytes of a file, and at the texts of a folder, with one clear sentence if not."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from texts.errors import NotAllowed, NoText, NotFound, NotText
from texts.loading.controls import harmless_path

__all__ = ["LARGEST", "SUFFIXES", "bytes_of", "bytes_of_stream", "texts_in"]

LARGEST = 256 * 1024 * 1024
"""The most bytes a text may have."""

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""The endings, in small letters, by which a text is known in a folder."""


def bytes_of(path: Path) -> bytes:
    """All bytes of a regular file. Raises `NotFound`, `NotAllowed`, `NotText` or `NoText`."""
    shown = harmless_path(str(path))
    try:
        # Without waiting, for a named pipe would make it wait for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotText(f"{shown} is not a file that can be read; pipe it in: quoth - < …")
            return _bounded(file, shown)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(f"{shown}: no such file or folder; check the name.") from None
    except PermissionError:
        raise NotAllowed(f"{shown}: you have no permission to read it.") from None
    except IsADirectoryError:
        raise NotText(f"{shown} is a folder, not a file.") from None
    except (OSError, ValueError) as problem:
        words = problem.strerror if isinstance(problem, OSError) else str(problem)
        raise NotFound(f"{shown} cannot be opened: {words}.") from None


def bytes_of_stream(stream: BinaryIO) -> bytes:
    """All bytes of standard input. Raises `NotText` or `NoText`."""
    return _bounded(stream, "standard input")


def _bounded(file: BinaryIO, shown: str) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NotText(f"{shown} is larger than {LARGEST >> 20} MB; split it into smaller texts.")
    if not data or data.isspace():
        raise NoText(f"{shown} is empty; there is nothing to read in it.")
    return data


def texts_in(folder: Path) -> list[Path]:
    """The texts of a folder and of the folders in it, by name.

    Hidden files and folders are left out, links to folders are not followed, and of links to files
    only those count that stay inside. Raises `NotAllowed`, or `NoText` where there is none.
    """
    shown = harmless_path(str(folder))
    refused: list[OSError] = []
    home = folder.resolve()
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(place, name)
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES:
                continue
            # Unlike `Path.resolve`, this bears a link that leads to itself.
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
                continue
            found.append(path)
    if not found and refused:
        raise NotAllowed(f"{shown}: you have no permission to look into it.")
    if not found:
        raise NoText(f"{shown} holds no texts; quoth reads .txt and .md files.")
    return sorted(found)
