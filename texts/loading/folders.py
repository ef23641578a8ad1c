"""What a path stands for: itself, the texts of a folder, or the messages of a mailbox."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from texts.errors import NotAllowed, NoText, NotFound, TextsError
from texts.loading.controls import harmless_path
from texts.loading.formats import FORMATS, MAILBOX, PLAIN, suffix_of
from texts.loading.mailbox import is_mailbox, is_message, messages_in

__all__ = ["file_of", "folders_in", "may_be_read", "paths_of"]

_SUFFIXES = frozenset(PLAIN) | frozenset(FORMATS) | {MAILBOX}
_PARTS_OF_A_PAGE = "_files"
"""How browsers end the name of the folder with a saved page's pictures, frames and scripts."""


def paths_of(given: str) -> list[Path]:
    """The paths of the documents that a path stands for, each to be loaded by itself.

    A folder stands for its texts and those of the folders in it, by name. Hidden files and folders
    are left out, and the parts that a browser saved with a page; links to folders are not followed,
    and of links to files only those count that stay inside. A mailbox stands for its messages. Any
    other path stands for itself, whether there is a file or not. Raises a `TextsError`.
    """
    if not given:
        raise NotFound("a path is empty; name a file or a folder.")
    path = Path(given)
    # Unlike the methods of a path, this says no to a name that is too long.
    if os.path.isdir(path):
        return [each for file in _files_in(path) for each in _messages_or_itself(file)]
    return messages_in(path) if is_mailbox(path) else [path]


def folders_in(folder: Path) -> list[Path]:
    """A folder and those in it that `paths_of` looks through; none where it is not there."""
    return [Path(place) for place, _ in _walked(folder, [])]


def may_be_read(path: Path, folder: Path) -> bool:
    """Whether a file in one of `folders_in` a folder is one that `paths_of` names, or a mailbox."""
    if path.name.startswith(".") or suffix_of(path) not in _SUFFIXES:
        return False
    # Unlike `Path.resolve`, this bears a link that leads to itself.
    return not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(folder.resolve())


def file_of(path: Path) -> Path:
    """The file in which a document's path lies: the mailbox of a message, else the path itself."""
    return path.parent if is_message(path) else path


def _messages_or_itself(file: Path) -> list[Path]:
    if not is_mailbox(file):
        return [file]
    try:
        return messages_in(file)
    except TextsError:
        # Loading it will say why it cannot be read, and the rest of the folder goes on.
        return [file]


def _files_in(folder: Path) -> list[Path]:
    shown = harmless_path(str(folder))
    refused: list[OSError] = []
    found = [
        path
        for place, names in _walked(folder, refused)
        for path in (Path(place, name) for name in names)
        if may_be_read(path, folder)
    ]
    if not found and refused:
        raise NotAllowed(f"{shown}: you have no permission to look into it.")
    if not found:
        raise NoText(f"{shown} holds no texts; see README for the formats that quoth reads.")
    return sorted(found)


def _walked(folder: Path, refused: list[OSError]) -> Iterator[tuple[str, list[str]]]:
    """Each folder that is looked through, with the names of the files in it."""
    for place, folders, names in os.walk(folder, onerror=refused.append):
        pages_parts = {
            Path(name).stem + _PARTS_OF_A_PAGE
            for name in names
            if suffix_of(Path(name)) in (".html", ".htm")
        }
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in pages_parts
        )
        yield place, names
