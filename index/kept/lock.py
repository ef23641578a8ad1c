"""One writer at a time: a lock that the system takes back from who dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.engines.folders import refusals_named
from index.errors import BadIndex

__all__ = ["Busy", "held"]

_PATIENCE = 2.0  # seconds
_STEP = 0.05


class Busy(BadIndex):
    """Somebody else is writing."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock in the file `path`, waiting for it for a moment. Raises `Busy`.

    The lock is the system's and ends with the process, however that ends; the number of the
    process that is written in the file only serves to tell who holds it.
    """
    with refusals_named(path.parent):
        number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with refusals_named(path.parent):
            _take(number, path)
        yield
    finally:
        os.close(number)


def _take(number: int, path: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not _taken(number):
        if time.monotonic() >= until:
            raise Busy(_who(path))
        time.sleep(_STEP)
    os.ftruncate(number, 0)
    os.lseek(number, 0, os.SEEK_SET)
    os.write(number, str(os.getpid()).encode())


def _who(path: Path) -> str:
    try:
        holder = path.read_bytes()[:20].decode("ascii", "replace").strip()
    except OSError:
        holder = ""
    who = f"process {holder}" if holder.isdigit() else "another process"
    return (
        f"Another quoth ({who}) is changing the library in {path.parent}: "
        "wait until it has finished, and run this again"
    )


def _taken(number: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return _taken_on_windows(number)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _taken_on_windows(number: int) -> bool:
    import msvcrt

    try:
        # A byte far behind what is written, for what is locked cannot be read.
        os.lseek(number, 1 << 20, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
