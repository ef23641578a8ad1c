"""What there is to do: files that are new, changed, moved or gone since they were added.

A file is unchanged if its size and the time of its last change are, and the library has its
reading; that costs one look at it. Otherwise its bytes are asked.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.kept.catalogue import Catalogue, KeptDocument, Stamp
from index.kept.making import Work
from texts.errors import TextsError
from texts.loading import file_of, paths_of
from texts.loading.mailbox import is_mailbox

__all__ = ["Found", "is_in", "look", "stamp_of"]


@dataclass(slots=True)
class Found:
    """What a look at files gives."""

    works: list[Work] = field(default_factory=list)
    """To be read, in the order of the paths given; within a folder by name."""
    unchanged: int = 0
    gone: dict[str, KeptDocument] = field(default_factory=dict)
    """By their paths, documents whose files are not there any more."""
    folders: list[str] = field(default_factory=list)
    """The folders and mailboxes looked through."""
    problems: list[str] = field(default_factory=list)


def look(
    paths: Sequence[str],
    catalogue: Catalogue,
    made: str,
    is_there: Callable[[KeptDocument], bool],
    *,
    noticed: bool = False,
) -> Found:
    """What there is to do for some paths, or, without any, for all that was added before.

    `is_there` tells whether the library has the reading of a document. Where paths were `noticed`,
    not named by anybody, one that is not there and was never kept is nobody's concern.
    """
    found = Found()
    given = [os.path.abspath(path) for path in paths]  # noqa: PTH100 - links are left as they are
    if not paths:
        given = [*catalogue.folders]
        given += [
            one.path
            for one in catalogue.documents
            if not any(is_in(one.path, folder) for folder in catalogue.folders)
        ]
    files: dict[str, None] = {}
    for path in given:
        known = catalogue.within(path)
        if noticed and not known and not os.path.lexists(path):
            continue
        try:
            folder = os.path.isdir(path) or is_mailbox(Path(path))
            if folder or not known or os.path.lexists(file_of(Path(path))):
                files |= dict.fromkeys(map(str, paths_of(path)))
            if folder:
                found.folders.append(path)
        except TextsError as problem:
            # A folder that has become empty is told by what is gone from it.
            if not known:
                found.problems.append(str(problem))
        found.gone |= {one.path: one for one in known if _is_gone(one.path, files)}
    for path in files:
        _sort(path, catalogue.by_path.get(path), made, is_there, found)
    return found


def _sort(
    path: str,
    known: KeptDocument | None,
    made: str,
    is_there: Callable[[KeptDocument], bool],
    found: Found,
) -> None:
    stamp = stamp_of(Path(path))
    if stamp is None:  # told when it is opened, with the reason
        found.works.append(Work(path, Stamp(0, 0), made))
    elif known is None or known.made != made or not is_there(known):
        found.works.append(Work(path, stamp, made))
    elif known.stamp != stamp:
        # What is known beside a text is not in its digest.
        same = known.stamp is not None and known.stamp.beside == stamp.beside
        found.works.append(Work(path, stamp, made, known.digest if same else None))
    else:
        found.unchanged += 1


def _is_gone(path: str, files: Collection[str]) -> bool:
    file = str(file_of(Path(path)))
    # A message is gone, too, where its mailbox has become shorter.
    return not os.path.lexists(file) or (file != path and path not in files)


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; `None` if it cannot be looked at."""
    try:
        status = file_of(path).stat()
    except (OSError, ValueError):
        return None
    try:
        beside = path.with_suffix(".toml").stat().st_mtime_ns
    except (OSError, ValueError):
        beside = 0
    return Stamp(status.st_size, status.st_mtime_ns, beside)


def is_in(path: str, place: str) -> bool:
    """Whether a path is another, or leads into it where that is a folder."""
    return path == place or path.startswith(place.rstrip(os.sep) + os.sep)
