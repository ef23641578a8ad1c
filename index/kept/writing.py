"""Changing the library: one commit after another, each whole or not at all.

The order of a commit: the readings of new documents are written, and last; Whoosh writes its
segments, which last; the catalogue of the next generation is written, and lasts; then one file is
renamed (`index.engines.whoosh_kept`), and with that name all of it is there at once. Whatever ends
the program before leaves the generation before, and some files that the next writer takes away.
What is not needed any more is removed only afterwards, and what a reader of the generation before
may still want a commit later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from index.engines.engine import Entry
from index.engines.folders import refusals_named, sync
from index.engines.whoosh_kept import KeptIndex, Sums
from index.entries import kept_entry_of
from index.kept.catalogue import Catalogue, KeptDocument
from index.kept.folder import Folder, write_whole
from index.kept.library import catalogue_of
from index.kept.lock import held
from index.kept.making import Made
from index.kept.readings import Readings
from index.kept.records import Record
from index.subjects import subjects_of

__all__ = ["BATCH", "Writing", "writing"]

BATCH = 150_000
"""Words that a commit should have, which are some 60 MB while it is made."""


class Writing:
    """The library in the hands of its one writer. Methods raise `BadIndex`."""

    def __init__(self, folder: Folder, tidy: bool = True) -> None:
        """To be made by who holds the lock, as `writing` does. Without `tidy`, for a new index."""
        self._folder = folder
        self._readings = Readings(folder.readings)
        self._outdated: set[str] = set()
        self._next = Catalogue()
        self._index = KeptIndex(folder.index, self._sums_of, folder.is_new or not tidy)
        self.catalogue = self._next
        if tidy:
            with refusals_named(folder.path):
                self._tidy()

    def _sums_of(self, generation: int) -> Sums:
        self._next = catalogue_of(self._folder, generation)
        return self._next.sums

    def has(self, document: KeptDocument) -> bool:
        """Whether the reading of a document is there, as far as one look tells."""
        return self._readings.is_there(document.address)

    def commit(
        self,
        made: Sequence[Made] = (),
        gone: Iterable[str] = (),
        folders: tuple[str, ...] | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Add documents, each in place of what was of its path, and drop those of `gone` paths.

        It is done and lasts when this returns; if it raises, or the program ends, nothing is
        changed. `folders` takes the place of the list of folders.
        """
        before, gone = self.catalogue, set(gone)
        known = set(before.by_address)
        # By address: of two files whose harmless names are equal, and all they say, one is enough.
        unknown = {
            one.document.address: one
            for one in made
            if one.document and one.document.address not in known
        }
        new = [one.document for one in made if one.document]
        after = before.changed(new, gone, folders)
        dropped = known - {document.address for document in after.documents}
        with refusals_named(self._folder.path):
            # Also of those that are known: a reading that was lost comes back.
            for one in made:
                if one.data:
                    self._readings.write(one.data)
            self._readings.sync()
        if not unknown and not dropped:
            self._rewrite(replace(after, generation=before.generation, sums=before.sums))
            return
        entries = [(address, _entries(one)) for address, one in unknown.items()]
        self._index.commit(
            sorted(dropped),
            entries,
            lambda number, sums: self._prepare(after, number, sums),
            stopped,
        )
        self.catalogue = self._next
        forgotten = {
            former.address for path in gone if (former := before.by_path.get(path)) is not None
        }
        with refusals_named(self._folder.path):
            self._take_away(dropped, forgotten)

    def purge(self) -> None:
        """Leave no word in the index of what was deleted or replaced, nor in what is beside it.

        Linear in what stands with it in a segment.
        """
        while self._index.has_deleted:
            self._index.commit(
                (),
                (),
                lambda number, sums: self._prepare(self.catalogue, number, sums),
                lambda: False,
                purge=True,
            )
            self.catalogue = self._next
        with refusals_named(self._folder.path):
            for path in self._folder.index.glob("catalogue-*"):
                if path != self._folder.catalogue(self.catalogue.generation):
                    path.unlink(missing_ok=True)
            self._folder.drop_aside()

    def _prepare(self, after: Catalogue, generation: int, sums: Sums) -> None:
        catalogue = replace(after, generation=generation, sums=sums)
        with refusals_named(self._folder.path):
            write_whole(self._folder.catalogue(generation), catalogue.to_bytes())
            sync(self._folder.index)

    def _rewrite(self, catalogue: Catalogue) -> None:
        """Put another catalogue in place of this generation's, where documents are the same."""
        if catalogue != self.catalogue and catalogue.generation:
            with refusals_named(self._folder.path):
                write_whole(self._folder.catalogue(catalogue.generation), catalogue.to_bytes())
                sync(self._folder.index)
            self.catalogue = catalogue

    def _take_away(self, dropped: set[str], forgotten: set[str]) -> None:
        """Remove what nobody can want any more; what was forgotten at once."""
        for address in self._outdated | (dropped & forgotten):
            self._readings.remove(address)
        self._outdated = dropped - forgotten
        self._folder.catalogue(self.catalogue.generation - 2).unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Remove what writers left that did not come to an end."""
        wanted = {document.address for document in self.catalogue.documents}
        for address in self._readings.addresses():
            if address not in wanted:
                self._readings.remove(address)
        current = {self.catalogue.generation, self.catalogue.generation - 1}
        keep = {self._folder.catalogue(generation) for generation in current}
        for path in (*self._folder.index.glob("catalogue-*"), *_unfinished(self._folder)):
            if path not in keep:
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of all files."""
        self._index.close()


def _entries(made: Made) -> Iterator[tuple[Entry, bytes]]:
    """What the index is told of each paragraph, made when it is, and what it keeps of it."""
    about = subjects_of("", None, None, None)
    for number, record in enumerate(made.records, 1):
        yield kept_entry_of(Record(record, about), number), record


def _unfinished(folder: Folder) -> Iterator[Path]:
    """Files that were being written."""
    yield from folder.index.glob(".*")
    yield from folder.readings.glob("[0-9a-f][0-9a-f]/.*")
    yield from folder.index.glob("_*.toc.*")


@contextmanager
def writing(path: Path) -> Iterator[Writing]:
    """The library in a folder, made if it is not there, for its one writer.

    Raises `Busy` where there is one already, after a moment.
    """
    folder = Folder(path)
    folder.begin()
    with held(folder.lock):
        session = Writing(folder)
        try:
            yield session
        finally:
            session.close()
