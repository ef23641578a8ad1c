"""`quoth add`: put files and folders into the library, with a line that tells how far it is."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from index.errors import DamagedIndex
from index.kept.adding import Added, Progress, add
from index.kept.folder import Folder
from index.kept.repairing import mended
from texts.loading.controls import harmless_path
from tui import __version__
from tui.errors import UserError
from tui.headless.folders import tell
from tui.library_place import library_folder

__all__ = ["add_to_library"]

_INTERRUPTED = 130
_EVERY = 10.0  # seconds between two lines where there is no terminal


def add_to_library(paths: Sequence[str], library: str | None, *, quiet: bool) -> int:
    """Add paths, or look again at all that were added before; 0 all is in, 2 something is not.

    130 after ctrl+c: what was committed by then is kept. Raises `index.errors.BadIndex`, and
    `UserError` where there is nothing to look at again.
    """
    folder = library_folder(library)
    if not paths and not Folder(folder).exists:
        raise UserError(
            f"nothing has been added to {folder} yet; name a folder or files: quoth add FOLDER."
        )
    line = _Quiet() if quiet else _Line() if sys.stderr.isatty() else _Plain()
    with _asked_to_stop() as stopped:
        work = partial(
            add, folder, paths, __version__, tell=line.tell, progress=line.show, stopped=stopped
        )
        try:
            added = work()
        except DamagedIndex as damage:
            added = mended(folder, damage, work, tell)
    line.end()
    if not quiet:
        print(_in_words(added, folder), file=sys.stderr)
    if added.left:
        return _INTERRUPTED
    return 2 if added.problems else 0


def _in_words(added: Added, folder: Path) -> str:
    counts = [
        (added.new, "added"),
        (added.changed, "read again, having changed"),
        (added.moved, "moved"),
        (added.unchanged, "unchanged"),
        (len(added.problems), "left out"),
    ]
    told = ", ".join(f"{count:,} {what}" for count, what in counts if count) or "nothing to add"
    lines = [f"{told} ({harmless_path(str(folder))})"]
    if added.gone:
        lines.append(
            f"{len(added.gone):,} are in the library whose files are gone; "
            "they can still be searched and read: quoth forget lets go of them"
        )
        lines += [f"  {document.name}" for document in added.gone[:10]]
        if len(added.gone) > 10:
            lines.append(f"  … and {len(added.gone) - 10:,} more")
    if added.left:
        lines.append(
            f"stopped: {added.left:,} are left; run the same again to go on where it stopped"
        )
    return "\n".join(lines)


class _Quiet:
    """Nothing but problems."""

    def tell(self, problem: str) -> None:
        """A problem, on a line of its own."""
        print(f"quoth: {problem}", file=sys.stderr)

    def show(self, progress: Progress) -> None:
        """How far it is."""

    def end(self) -> None:
        """Nothing more will come."""


class _Plain(_Quiet):
    """A line now and then, for files and pipes."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            print(_told(progress, now - self._began), file=sys.stderr, flush=True)


class _Line(_Quiet):
    """One line of a terminal, written over and over."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._last = 0.0

    def tell(self, problem: str) -> None:
        sys.stderr.write("\r\x1b[K")
        super().tell(problem)

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= 0.1:
            self._last = now
            sys.stderr.write(f"\r\x1b[K{_told(progress, now - self._began)}")
            sys.stderr.flush()

    def end(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _told(progress: Progress, seconds: float) -> str:
    rate = progress.done / seconds if seconds else 0.0
    told = f"{progress.done:,} of {progress.files:,} files"
    if rate:
        told += f", {rate:,.0f} a second" if rate >= 1 else f", {1 / rate:,.0f} seconds each"
    if progress.read and progress.read < progress.size:
        left = seconds * (progress.size - progress.read) / progress.read
        told += f", {_duration(left)} left"
    return told


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3_600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3_600} h {whole % 3_600 // 60:02} min"


@contextmanager
def _asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Whether ctrl+c was pressed; the second time it ends the program at once."""
    asked = False

    def ask(*_: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
