"""`quoth add`: put files and folders into the library, with a line that tells how far it is."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from index.errors import BadIndex, DamagedIndex
from index.kept.adding import Added, Progress, add
from index.kept.folder import Folder
from index.kept.lock import Busy
from index.kept.repairing import mended
from texts.loading.controls import harmless_path
from tui import __version__
from tui.errors import UserError
from tui.headless.folders import open_library, tell
from tui.headless.watching import Changed, News, Noted, watched
from tui.library_place import library_folder

__all__ = ["add_to_library"]

_INTERRUPTED = 130
_EVERY = 10.0  # seconds between two lines where there is no terminal


def add_to_library(
    paths: Sequence[str],
    library: str | None,
    *,
    quiet: bool,
    stay: bool = False,
    watch: Callable[[Sequence[Path], Path, Callable[[], bool]], News] = Noted,
) -> int:
    """Add paths, or look again at all that were added before; 0 all is in, 2 something is not.

    130 after ctrl+c: what was committed by then is kept. To `stay` is to go on with what `watch`
    tells of the folders until ctrl+c, which then gives 130 only where something is left. Raises
    `index.errors.BadIndex`, and `UserError` where there is nothing to look at again.
    """
    folder = library_folder(library)
    if not paths and not Folder(folder).exists:
        raise UserError(
            f"nothing has been added to {folder} yet; name a folder or files: quoth add FOLDER."
        )
    with _asked_to_stop() as stopped:
        adding = _Adding(folder, quiet, stopped)
        if not stay:
            adding.add(paths)
        else:
            folders = watched(paths or _folders_added(folder))
            # Before anything is read, so that nothing that happens meanwhile is missed.
            noted = watch(folders, folder, stopped)
            adding.add(paths)
            if not stopped():
                adding.say(f"watching {_count(folders)}; ctrl+c ends")
                waiting = Changed(folders)
                for changed in noted:
                    waiting.note(changed)
                    adding.add_again(waiting)
                if not stopped():
                    adding.say("the folders are gone; there is nothing left to watch")
            adding.left |= noted.left
    if adding.left:
        return _INTERRUPTED
    return 2 if adding.problems else 0


def _folders_added(folder: Path) -> Sequence[str]:
    with closing(open_library(folder)) as library:
        return library.catalogue.folders


def _count(folders: Sequence[Path]) -> str:
    first = harmless_path(str(folders[0]))
    return first if len(folders) == 1 else f"{len(folders):,} folders"


class _Adding:
    """Adding once or more often, and what was said of it."""

    def __init__(self, folder: Path, quiet: bool, stopped: Callable[[], bool]) -> None:
        self._folder = folder
        self._quiet = quiet
        self._stopped = stopped
        self._complaint = ""
        self.left = False
        """Whether something was not come to the last time."""
        self.problems = False
        """Whether something was left out."""

    def add(self, paths: Sequence[str], *, noticed: bool = False) -> None:
        """Add paths, or without any look again at all, and say what came of it."""
        line = _Quiet() if self._quiet else _Line() if sys.stderr.isatty() else _Plain()
        work = partial(
            add,
            self._folder,
            paths,
            __version__,
            tell=line.tell,
            progress=line.show,
            stopped=self._stopped,
            noticed=noticed,
        )
        try:
            added = work()
        except DamagedIndex as damage:
            added = mended(self._folder, damage, work, tell)
        finally:
            line.end()
        self.left = bool(added.left)
        self.problems |= bool(added.problems)
        if not noticed or _has_news(added):
            self.say(_in_words(added, self._folder))

    def add_again(self, waiting: Changed) -> None:
        """Add what has changed. What the library refuses now goes on waiting for the next change."""
        paths = waiting.take()
        while True:
            try:
                self.add(paths, noticed=True)
            except BadIndex as problem:
                self._complain(str(problem))
                if isinstance(problem, Busy) and not self._stopped():
                    continue  # it has waited a moment
                waiting.note(paths)
                self.left = True
            else:
                self._complaint = ""
            return

    def _complain(self, problem: str) -> None:
        if problem != self._complaint:
            self._complaint = problem
            tell(problem)

    def say(self, words: str) -> None:
        """Say how it went, to those who want to know."""
        if not self._quiet:
            print(words, file=sys.stderr, flush=True)


def _has_news(added: Added) -> bool:
    return bool(added.new or added.changed or added.moved or added.gone or added.left)


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
            f"kept though the file is gone: {len(added.gone):,}; what is kept can still be searched "
            "and read, and quoth forget lets go of it"
        )
        lines += [f"  {document.name}" for document in islice(added.gone.values(), 10)]
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
