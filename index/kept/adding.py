"""Adding to the library, and forgetting: what `quoth add` and `quoth forget` do.

Files are read in batches, and each batch is one commit: so whatever ends the work, what was
committed is there, and the next run goes on with what is left. A file is left out when it cannot
be read, and the others are added; a document whose file is gone is kept, for its reading is here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.kept.catalogue import KeptDocument
from index.kept.finding import Found, is_in, look
from index.kept.making import Made, make_all
from index.kept.writing import BATCH, Writing, writing

__all__ = ["Added", "Progress", "add", "forget"]

_OFTEN = 10.0  # seconds after which a batch is committed, however small


@dataclass(frozen=True, slots=True)
class Progress:
    """How far adding has come."""

    done: int
    """Files that have been read."""
    files: int
    """Files to be read."""
    read: int
    """Bytes of those read."""
    size: int
    """Bytes of all of them."""
    committed: int
    """Files that are in the library for good."""


@dataclass(slots=True)
class Added:
    """What adding came to."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    gone: dict[str, KeptDocument] = field(default_factory=dict)
    """By their paths, documents whose files are not there any more. They are kept."""
    problems: list[str] = field(default_factory=list)
    """Why files were left out, a sentence each, in the order of the files."""
    left: int = 0
    """Files that were not come to, since it was stopped."""


def add(
    folder: Path,
    paths: Sequence[str],
    made: str,
    *,
    tell: Callable[[str], None] = lambda _: None,
    progress: Callable[[Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
    processes: int | None = None,
    batch: int = BATCH,
    noticed: bool = False,
) -> Added:
    """Add files and folders to the library in a folder, or look again at all that were added.

    `made` is the version of this program: what another one read is read again. `tell` gets each
    problem when it is met, `progress` how far it has come. Once `stopped` says so, what has been
    read is committed and the rest left. Raises `BadIndex`: `Busy` where somebody else is adding.
    """
    with writing(folder) as session:
        catalogue = session.catalogue
        found = look(paths, catalogue, made, session.has, noticed=noticed)
        added = Added(unchanged=found.unchanged, gone=dict(found.gone))
        for problem in found.problems:
            _leave_out(added, problem, tell)
        folders = tuple(dict.fromkeys((*catalogue.folders, *found.folders)))
        batches = _Batches(session, added, found, folders, progress, batch)
        results = make_all(found.works, _processes(processes), stopped)
        for result in results:
            if result.problem is not None:
                _leave_out(added, result.problem, tell)
            batches.take(result)
        batches.commit()
        added.left = len(found.works) - batches.done
        return added


def _leave_out(added: Added, problem: str, tell: Callable[[str], None]) -> None:
    added.problems.append(problem)
    tell(problem)


def _processes(asked: int | None) -> int:
    return asked if asked is not None else min(os.cpu_count() or 1, 8)


class _Batches:
    """Results, gathered until there are enough for a commit."""

    def __init__(
        self,
        session: Writing,
        added: Added,
        found: Found,
        folders: tuple[str, ...],
        progress: Callable[[Progress], None],
        batch: int,
    ) -> None:
        self._session = session
        self._added = added
        self._folders = folders
        self._progress = progress
        self._batch = batch
        self._works = found.works
        self._size = sum(work.stamp.size for work in found.works)
        # By what is in them, files that are gone: a new one that is the same has been moved.
        self._gone = {document.digest: document.path for document in found.gone.values()}
        self._made: list[Made] = []
        self._moved: list[str] = []
        self._words = 0
        self._since = time.monotonic()
        self._read = 0
        self._committed = 0
        self.done = 0

    def take(self, made: Made) -> None:
        """Take a result, and commit if that is enough."""
        self.done += 1
        self._read += made.work.stamp.size
        if made.problem is None:
            self._made.append(made)
            self._words += made.words
            if made.document is not None:
                self._count(made, made.document)
        if self._words >= self._batch or time.monotonic() - self._since >= _OFTEN:
            self.commit()
        self._tell()

    def _count(self, made: Made, document: KeptDocument) -> None:
        known = self._session.catalogue.by_path.get(made.work.path)
        gone = self._gone.pop(document.digest, None)
        if known is not None:
            self._added.changed += 1
        elif gone is not None:
            self._moved.append(gone)
            self._added.moved += 1
            del self._added.gone[gone]
        else:
            self._added.new += 1

    def commit(self) -> None:
        """Make what was taken last."""
        self._session.commit(
            [self._as_kept(made) for made in self._made], self._moved, self._folders
        )
        self._committed = self.done
        self._made, self._moved, self._words = [], [], 0
        self._since = time.monotonic()
        self._tell()

    def _as_kept(self, made: Made) -> Made:
        """A file that was only touched: the same document with another stamp."""
        known = self._session.catalogue.by_path.get(made.work.path)
        if made.document is None and known is not None:
            self._added.unchanged += 1
            return replace(made, document=replace(known, stamp=made.work.stamp))
        return made

    def _tell(self) -> None:
        self._progress(
            Progress(self.done, len(self._works), self._read, self._size, self._committed)
        )


def forget(folder: Path, paths: Sequence[str]) -> list[KeptDocument]:
    """Let go of documents by their paths, or of all in a folder; which those were.

    A folder is not looked through again either. When this returns, no file of the library has a
    word of them any more, for which the segments that had some are written again. If that is cut
    short, the same again ends it, whatever it finds.
    """
    given = [os.path.abspath(path) for path in paths]  # noqa: PTH100 - links are left as they are
    with writing(folder) as session:
        catalogue = session.catalogue
        gone = list({one.path: one for path in given for one in catalogue.within(path)}.values())
        folders = tuple(
            path for path in catalogue.folders if not any(is_in(path, one) for one in given)
        )
        session.commit(gone=[document.path for document in gone], folders=folders)
        session.purge()
        return gone
