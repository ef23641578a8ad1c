"""Folders of indexes: opened only where nobody else could have written, failures told plainly."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import BadIndex, Cancelled, DamagedIndex, NotOurs

__all__ = ["failures_named", "refusals_named", "refuse_foreign", "refused", "sync"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# What the system answers when it will not, as against what a damaged file leads to.
_REFUSALS = {
    *_FULL, errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR, errno.EMFILE,
    errno.ENFILE, errno.EIO,
}  # fmt: skip


@contextmanager
def failures_named(folder: Path) -> Iterator[None]:
    """Turn whatever using an index in a folder raises into a `BadIndex`.

    A damaged file can make an engine raise anything at all.
    """
    try:
        yield
    except (BadIndex, Cancelled):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _REFUSALS:
            raise refused(folder, error) from error
        raise DamagedIndex(
            f"The index in {folder} is damaged: build it again by quoth doctor --repair"
        ) from error


@contextmanager
def refusals_named(folder: Path) -> Iterator[None]:
    """Turn what the system refuses into a `BadIndex` with one clear sentence."""
    try:
        yield
    except OSError as error:
        raise refused(folder, error) from error


def refused(folder: Path, error: OSError) -> BadIndex:
    """What the system will not do in a folder, as one clear sentence."""
    if error.errno in _FULL:
        return BadIndex(
            f"There is no room in {folder} ({error.strerror}): make room and run it again; "
            "what was added before is kept"
        )
    if isinstance(error, PermissionError):
        return NotOurs(
            f"You have no permission to use {folder}: "
            "change it, or name another folder with --library"
        )
    return BadIndex(f"{folder} cannot be used: {error.strerror or error}")


def refuse_foreign(folder: Path) -> None:
    """Raise `NotOurs` unless the folder and all in it are ours, and for us alone to write.

    An engine that unpickles parts of its files, as Whoosh does, runs whatever their writer
    wanted. Where the system has no owners, as on Windows, the folder is taken to be the user's.
    """
    if not hasattr(os, "getuid"):
        return
    status = folder.stat()
    _refuse(folder, status, enterable=True)
    enterable = bool(status.st_mode & (stat.S_IXGRP | stat.S_IXOTH))
    for path in folder.iterdir():
        try:
            _refuse(path, path.stat(), enterable)
        except FileNotFoundError:  # another program has just cleaned up
            continue


def _refuse(path: Path, status: os.stat_result, enterable: bool) -> None:
    if status.st_uid != os.getuid():
        raise NotOurs(f"{path} belongs to another user, so the index in it is not opened")
    # In a folder that nobody else can enter, what a file permits does not matter; and where the
    # system lets groups write to new files, all of ours would permit it.
    if enterable and status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise NotOurs(
            f"Others may write to {path}, so the index in it is not opened: "
            "take their permission away (chmod go-w)"
        )


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk before this returns."""
    try:
        number = os.open(path, os.O_RDONLY)
    except PermissionError:  # a folder, on a system that does not open folders
        return
    try:
        os.fsync(number)
    finally:
        os.close(number)
