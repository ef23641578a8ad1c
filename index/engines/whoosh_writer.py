"""A writer of Whoosh that takes little memory, lets other threads run, and can be given up."""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

from whoosh.codec.base import PerDocumentReader
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import Index
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index.engines.postings import Gathered
from index.errors import Cancelled

__all__ = ["Writer"]

_LOOK_EVERY = 1_024  # postings read between two looks at `cancelled`


class Writer(SegmentWriter):
    """A writer that asks `cancelled` often, and raises `Cancelled` before anything is published.

    It merges no segments but those it is told to.
    """

    def __init__(self, index: Index, cancelled: Callable[[], bool], kept: bool) -> None:
        """`kept`: whether it is written to a folder, where a segment should be small and one file.

        In memory, one file means that it is copied when it is opened. And compressing lets go of
        the interpreter for an instant, hundreds of times a second: too short for a thread that
        waits for its turn to get it, and long enough that its waiting begins anew.
        """
        super().__init__(index, compound=kept, codec=W3Codec() if kept else W3Codec(compression=0))
        self._cancelled = cancelled
        self._lengths: list[PerDocumentReader] = []
        # Whoosh asks no more of a pool than this one does.
        self.pool = Gathered(self.look)  # type: ignore[assignment]

    def look(self) -> None:
        """Raise `Cancelled` if this is no longer wanted."""
        if self._cancelled():
            raise Cancelled("Adding was given up")

    def write_again(self, segments: Iterable[Any]) -> None:
        """Write what is left of some segments into the new one, and drop them."""
        for segment in segments:
            if segment.doc_count():
                reader = _Asking(self.look, self.storage, self.schema, segment)
                try:
                    self.add_reader(reader)
                finally:
                    reader.close()
            self.segments.remove(segment)

    def per_document_reader(self) -> PerDocumentReader:
        """See Whoosh. What it reads while it publishes is remembered, to be closed."""
        self._lengths.append(super().per_document_reader())
        return self._lengths[-1]

    def publish(self) -> None:
        """Make all changes seen, or none: whatever is raised, it is as if nothing was begun."""
        try:
            self.commit(merge=False)
        except BaseException:
            # Whoosh has let go of its lock, but not of the files that it was writing and reading.
            for opened in (self.fieldwriter, *self._lengths):
                with suppress(Exception):
                    opened.close()
            raise


class _Asking(SegmentReader):
    """A reader for merging, which looks whether it is still wanted."""

    def __init__(self, look: Callable[[], object], *of_whoosh: Any) -> None:
        super().__init__(*of_whoosh)
        self._look = look

    def iter_docs(self) -> Iterator[tuple[int, dict[str, Any]]]:
        for document in super().iter_docs():
            self._look()
            yield document

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        for at, posting in enumerate(super().iter_postings()):
            if at % _LOOK_EVERY == 0:
                self._look()
            yield posting
