"""An index that is kept in a folder, made with Whoosh: whole documents, in commits that last.

Whoosh makes a commit by renaming one file, its table of contents, and syncs nothing. Here
everything that a commit rests on is on the disk before that rename, and the rename is before
anything is done that needs it; `before` is called in between with what the commit consists of, so
that what belongs to it can be written first and be found by its generation.

What Whoosh reads it also unpickles; so every file has a checksum, kept by the caller, and none is
looked at before it is as it was written.
"""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

import mmap
import os
import re
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from sys import byteorder
from threading import Lock
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, LockError
from whoosh.searching import Searcher

from index.engines.algebra import candidates
from index.engines.engine import Entry
from index.engines.folders import failures_named, refusals_named, refuse_foreign, sync
from index.engines.merging import to_merge, within_bounds
from index.engines.whoosh_lists import (
    Recent,
    Segment,
    column_bytes,
    deleted_in,
    read_numbers,
    segment_id,
)
from index.engines.whoosh_schema import NAME, kept_document_of, kept_schema
from index.engines.whoosh_writer import Writer
from index.errors import BadIndex, DamagedIndex, OutdatedIndex
from index.tree import About, Dated, Query

__all__ = ["KeptIndex", "Leaf", "Narrowed", "Sums"]

Sums = Mapping[str, int]
"""Of each file of an index, by name, its CRC-32: enough against damage, which is not malice."""

_FULL = 1 << 20
"""Words from which on a segment is left as it is. A search costs a little for each segment, and
merging one takes some sixty bytes of memory a word."""
_TOC = re.compile(rf"_{NAME}_(\d+)\.toc")
_TOC_OF_ANY = re.compile(r"_quoth\d+_(\d+)\.toc")


class KeptIndex:
    """The index of one generation at a time: `commit` and `refresh` go to the next.

    For one thread at a time. Methods raise `BadIndex` where the folder cannot be used, and its
    `DamagedIndex` where a file is not what was written.
    """

    def __init__(self, folder: Path, sums: Callable[[int], Sums], create: bool) -> None:
        """The newest index in a folder; with `create`, an empty one is made if there is none.

        `sums` gives the checksums of a generation; it raises `DamagedIndex` if it has none.
        """
        self._folder = folder
        self._sums_of = sums
        self._searcher: Searcher | None = None
        self._leaves: list[Leaf] = []
        self._sound: dict[str, int] = {}
        self._recent = Recent()
        self._searching = Lock()
        self.generation = 0
        with failures_named(folder):
            if create:
                folder.mkdir(mode=0o700, exist_ok=True)
            elif not folder.is_dir():
                raise DamagedIndex(f"The index in {folder} is missing")
            refuse_foreign(folder)
            self._storage = _Storage(str(folder))
            if create and newest_generation(folder) is None:
                TOC.create(self._storage, kept_schema(), NAME)
            self.refresh()

    def refresh(self) -> bool:
        """Go to the newest generation; whether there was a newer one."""
        with self._searching, failures_named(self._folder):
            newest = newest_generation(self._folder)
            if newest is None:
                raise _without_contents(self._folder)
            if self._searcher is not None and newest == self.generation:
                return False
            for _ in range(_TRIES):
                try:
                    self._open(newest)
                except Exception:
                    # Somebody may have published the next one while we were opening this one.
                    before, newest = newest, newest_generation(self._folder) or newest
                    if newest == before:
                        raise
                else:
                    break
            return True

    def _open(self, generation: int) -> None:
        sums = self._sums_of(generation)
        if generation:
            self._verify(_toc_name(generation), sums)
        index = FileIndex(self._storage, kept_schema(), NAME)
        toc = TOC.read(self._storage, NAME, generation, kept_schema())
        for segment in toc.segments:
            self._verify(f"{segment.segment_id()}.seg", sums)
        searcher = index.searcher()
        if toc.segments and searcher.reader().generation() != generation:
            searcher.close()
            raise DamagedIndex(f"The index in {self._folder} changed while it was opened")
        self._close()
        self._searcher, self.generation = searcher, generation
        self._leaves = [Leaf(leaf) for leaf, _ in searcher.leaf_searchers() if leaf.doc_count_all()]

    def _verify(self, name: str, sums: Sums) -> None:
        expected = sums.get(name)
        if expected is None or self._sound.get(name) != expected:
            if expected is None or checksum(self._folder / name) != expected:
                raise DamagedIndex(f"{self._folder / name} is not as it was written")
            self._sound[name] = expected

    def narrow(
        self,
        query: Query,
        ranked: bool,
        cancelled: Callable[[], bool],
        about: Callable[[About | Dated], Set[int]],
    ) -> list[Narrowed]:
        """The paragraphs for which a query may hold, segment by segment.

        `about` gives the documents of which something is true, by the first 64 bits of their
        addresses.
        """
        found = []
        with self._searching, failures_named(self._folder):
            for leaf in self._leaves:
                segment = Segment(
                    leaf.searcher, self._recent, cancelled, partial(_in_leaf, leaf, about)
                )
                numbers, exact = candidates(query, segment)
                if segment.dead:
                    numbers = numbers - segment.dead
                scores = segment.scores(query, numbers) if ranked and numbers else {}
                found.append(Narrowed(leaf, numbers, exact, scores))
        return found

    def addresses(self) -> set[str]:
        """The addresses of all documents in the index."""
        found: set[str] = set()
        with self._searching, failures_named(self._folder):
            for leaf in self._leaves:
                reader = leaf.searcher.reader()
                for address in reader.expand_prefix("document", b""):
                    if read_numbers(reader, "document", address) - deleted_in(reader):
                        found.add(address.decode("ascii"))
        return found

    def count(self) -> int:
        """How many paragraphs there are."""
        return int(self._searcher.doc_count()) if self._searcher else 0

    def commit(
        self,
        gone: Iterable[str],
        documents: Iterable[tuple[str, Iterable[tuple[Entry, bytes]]]],
        before: Callable[[int, Sums], None],
        cancelled: Callable[[], bool],
        *,
        purge: bool = False,
    ) -> None:
        """Drop documents and add others, by their addresses: all of it, or nothing.

        `before` is called with the generation to be and its checksums, when all is written and
        nothing published. What it raises, or what making the entries raises, is passed on, and
        nothing is changed; so it is with `Cancelled`, once `cancelled` says yes. With `purge`,
        segments with something deleted are written again, as many as there is memory for.
        """
        # What is read here was found sound, so what else is raised is a defect, and must be seen.
        with self._searching, refusals_named(self._folder):
            storage = self._storage
            index = FileIndex(storage, kept_schema(), NAME)
            try:
                writer = Writer(index, cancelled, kept=True)
            except LockError as error:
                raise BadIndex(
                    f"Another program is writing to the index in {self._folder}: try again"
                ) from error
            try:
                for address in gone:
                    self._delete(writer, address)
                for address, paragraphs in documents:
                    for entry, record in paragraphs:
                        writer.look()
                        writer.add_document(**kept_document_of(address, entry, record))
                self._merge(writer, purge)
                storage.before = lambda: before(writer.generation, self._sums(writer))
            except BaseException:
                writer.cancel()
                raise
            try:
                writer.publish()
            finally:
                storage.before = _nothing
        self.refresh()

    def _delete(self, writer: Writer, address: str) -> None:
        offset = 0
        for leaf in self._leaves:
            for number in read_numbers(leaf.searcher.reader(), "document", address.encode()):
                if number not in deleted_in(leaf.searcher.reader()):
                    writer.delete_document(offset + number)
            offset += leaf.searcher.doc_count_all()

    @property
    def has_deleted(self) -> bool:
        """Whether words of what was deleted are still in its files."""
        return any(deleted_in(leaf.searcher.reader()) for leaf in self._leaves)

    def _merge(self, writer: Writer, purge: bool) -> None:
        counted = {leaf.name: leaf.words for leaf in self._leaves}
        segments, words, left = list(writer.segments), [], []
        for segment in segments:
            count = segment.doc_count_all()
            words.append(counted.get(segment.segment_id(), count))
            left.append(words[-1] * segment.doc_count() // max(1, count))
        if purge:
            deleted = [at for at, segment in enumerate(segments) if segment.has_deletions()]
            chosen = within_bounds(deleted, left, _FULL)
        else:
            chosen = to_merge(words, left, _FULL)
        writer.write_again(segments[at] for at in chosen)

    def _sums(self, writer: Writer) -> Sums:
        """The checksums of all files of the index that is about to be published."""
        names = {f"{segment.segment_id()}.seg" for segment in writer.segments}
        sums = {name: self._sound[name] for name in names & set(self._sound)}
        for written in self._storage.written():
            if written.endswith(".seg"):
                sums[written] = checksum(self._folder / written)
            elif ".toc" in written:
                sums[_toc_name(writer.generation)] = checksum(self._folder / written)
        return sums

    def close(self) -> None:
        """Let go of all files."""
        with self._searching:
            self._close()

    def _close(self) -> None:
        self._leaves = []
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None


_TRIES = 20


class Leaf:
    """A segment, and of each number in it which paragraph of which document it is."""

    def __init__(self, searcher: Searcher) -> None:
        self.searcher = searcher
        self.name = segment_id(searcher.reader())

    @property
    def words(self) -> int:
        """How many were written, and one more for each paragraph."""
        return int(self.searcher.reader().field_length("text")) + self.searcher.doc_count_all()

    @cached_property
    def documents(self) -> array[int]:
        """By number, the first 64 bits of the document's address."""
        return self._column("number", "Q")

    @cached_property
    def paragraphs(self) -> array[int]:
        """By number, the paragraph's own number in its document."""
        return self._column("paragraph", "I")

    @cached_property
    def records(self) -> Any:
        """By number, what the judge needs of the paragraph."""
        return self.searcher.reader().column_reader("record", translate=False)

    def _column(self, name: str, code: str) -> array[int]:
        numbers = array(code)
        numbers.frombytes(column_bytes(self.searcher.reader().column_reader(name, translate=False)))
        if byteorder == "little":
            numbers.byteswap()
        return numbers


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a segment has for a query."""

    leaf: Leaf
    numbers: Set[int]
    exact: bool
    """Whether the query holds of all of them."""
    scores: Mapping[int, float]
    """Of each number, where a rank was asked for."""


def _in_leaf(
    leaf: Leaf, about: Callable[[About | Dated], Set[int]], query: About | Dated
) -> Set[int]:
    documents = about(query)
    return {number for number, one in enumerate(leaf.documents) if one in documents}


def newest_generation(folder: Path, of_any_version: bool = False) -> int | None:
    """The number of the last commit, 0 of an index that has none, `None` where no index is."""
    toc = _TOC_OF_ANY if of_any_version else _TOC
    found = [int(match[1]) for path in folder.iterdir() if (match := toc.fullmatch(path.name))]
    return max(found, default=None)


def _without_contents(folder: Path) -> DamagedIndex:
    if newest_generation(folder, of_any_version=True) is None:
        return DamagedIndex(f"The index in {folder} has lost its table of contents")
    return OutdatedIndex(f"The index in {folder} was made by another version of quoth")


def checksum(path: Path) -> int:
    """The CRC-32 of a file. Linear; a gigabyte takes a fifth of a second."""
    with path.open("rb") as file:
        if not os.fstat(file.fileno()).st_size:
            return 0
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            return zlib.crc32(mapped)


def _toc_name(generation: int) -> str:
    return f"_{NAME}_{generation}.toc"


def _nothing() -> None:
    return None


class _Storage(FileStorage):
    """Whoosh's files in a folder; the table of contents gets its name when all the rest is safe."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder)
        self._fresh: set[str] = set()
        self.before: Callable[[], None] = _nothing

    def create_file(self, name: str, *of_whoosh: Any, **named: Any) -> Any:
        self._fresh.add(name)
        return super().create_file(name, *of_whoosh, **named)

    def written(self) -> list[str]:
        """The files of the commit that is being made."""
        return [name for name in sorted(self._fresh) if os.path.exists(self._fpath(name))]

    def rename_file(self, old: str, new: str, safe: bool = False) -> None:
        folder = Path(self.folder)
        if not _TOC.fullmatch(new):
            super().rename_file(old, new, safe)
            self._fresh.discard(old)
            self._fresh.add(new)
            return
        for name in self.written():
            sync(folder / name)
        sync(folder)
        self.before()
        (folder / old).replace(folder / new)
        sync(folder)
        self._fresh.clear()
