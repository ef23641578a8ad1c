"""The catalogue: which documents a generation of the library has, and the checksums of its index.

It is written before the index of its generation is published, under that generation's number. So
publishing the index, which is the renaming of one file, publishes the catalogue with it, and what
was written for a generation that never came is never looked at.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import blake2b

from index.engines.engine import number_of
from index.errors import DamagedIndex
from index.subjects import Subjects, subjects_of
from texts.reading import Reading

__all__ = ["Catalogue", "KeptDocument", "Stamp", "listed"]

_MAGIC = b"quoth catalogue 1\n"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What of a file changes when it is written to, in what the system tells without reading it."""

    size: int
    modified: int
    """Nanoseconds."""
    beside: int = 0
    """The same of the ``.toml`` beside it, 0 where there is none."""


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document of the library."""

    address: str
    """Of its reading."""
    path: str
    """Of the file, absolute, as the system takes it. It may hold what no terminal should get."""
    name: str
    """The same, harmless: `Document.name`."""
    digest: str
    """SHA-256 of the file's bytes."""
    stamp: Stamp | None
    """Of the file when it was read; `None` where that is not known any more."""
    made: str
    """The version of quoth that read it."""
    title: str | None
    author: str | None
    outlet: str | None
    date: str | None
    format: str
    paragraphs: int
    quotations: int
    voices: int
    """How many speak in it, the author not counted."""

    @property
    def about(self) -> Subjects:
        """What can be asked of it as a whole."""
        return subjects_of(self.name, self.title, self.outlet, self.date)

    @property
    def number(self) -> int:
        """What stands for it in the index."""
        return number_of(self.address)


def listed(
    reading: Reading, address: str, path: str, stamp: Stamp | None, made: str
) -> KeptDocument:
    """What the catalogue says of a document."""
    document, origin = reading.document, reading.document.origin
    return KeptDocument(
        address=address,
        path=path,
        name=document.name,
        digest=document.digest,
        stamp=stamp,
        made=made,
        title=origin.title,
        author=origin.author,
        outlet=origin.outlet,
        date=origin.date,
        format=document.format,
        paragraphs=len(document.paragraphs),
        quotations=len(reading.quotations),
        voices=len({one.voice for one in reading.quotations if one.voice}),
    )


@dataclass(frozen=True)
class Catalogue:
    """The documents of one generation, in the order in which they were first added."""

    generation: int = 0
    documents: tuple[KeptDocument, ...] = ()
    folders: tuple[str, ...] = ()
    """The folders and mailboxes that were added, absolute, to be looked through again."""
    sums: Mapping[str, int] = field(default_factory=dict)
    """The checksums of the files of the index."""

    @cached_property
    def by_path(self) -> Mapping[str, KeptDocument]:
        """The documents by their paths."""
        return {document.path: document for document in self.documents}

    @cached_property
    def by_address(self) -> Mapping[str, KeptDocument]:
        """The documents by the addresses of their readings."""
        return {document.address: document for document in self.documents}

    @cached_property
    def paragraphs(self) -> int:
        """How many paragraphs all of them have."""
        return sum(document.paragraphs for document in self.documents)

    def within(self, path: str) -> list[KeptDocument]:
        """The document of a path, or all that are in it where it is a folder, by their paths."""
        inside = path.rstrip(os.sep) + os.sep
        first = bisect_left(self._paths, inside)
        # What begins so is together; the character after the separator ends it.
        end = bisect_left(self._paths, inside[:-1] + chr(ord(os.sep) + 1), first)
        own = self.by_path.get(path)
        return ([] if own is None else [own]) + [
            self.by_path[inner] for inner in self._paths[first:end]
        ]

    @cached_property
    def _paths(self) -> list[str]:
        return sorted(self.by_path)

    def changed(
        self,
        new: Iterable[KeptDocument],
        gone: Iterable[str],
        folders: tuple[str, ...] | None = None,
    ) -> Catalogue:
        """The next generation: documents of the same path replaced, those of `gone` paths left
        out, and others at the end. It has no checksums yet."""
        by_path = dict(self.by_path)
        for path in gone:
            by_path.pop(path, None)
        by_path.update((document.path, document) for document in new)
        return Catalogue(
            self.generation + 1,
            tuple(by_path.values()),
            self.folders if folders is None else folders,
        )

    def to_bytes(self) -> bytes:
        """The catalogue as bytes with a checksum of their own."""
        rows = [
            [
                getattr(document, name)
                if name != "stamp"
                else document.stamp
                and [document.stamp.size, document.stamp.modified, document.stamp.beside]
                for name in _NAMES
            ]
            for document in self.documents
        ]
        # Half of a character pair, which a path may hold, is written as an escape.
        text = json.dumps(
            {
                "generation": self.generation,
                "folders": self.folders,
                "sums": dict(self.sums),
                "names": _NAMES,
                "documents": rows,
            },
            separators=(",", ":"),
        ).encode("ascii")
        return _sealed(text)

    @classmethod
    def from_bytes(cls, data: bytes) -> Catalogue:
        """The catalogue that was written. Raises `DamagedIndex` for any other bytes."""
        text = data[len(_MAGIC) + 129 :]
        if data != _sealed(text):
            raise DamagedIndex("The catalogue is not as it was written")
        kept = json.loads(text)
        names = kept["names"]
        at = names.index("stamp")
        documents = []
        for row in kept["documents"]:
            row[at] = row[at] and Stamp(*row[at])
            documents.append(KeptDocument(**dict(zip(names, row, strict=True))))
        return cls(kept["generation"], tuple(documents), tuple(kept["folders"]), kept["sums"])


_NAMES = [field.name for field in fields(KeptDocument)]


def _sealed(text: bytes) -> bytes:
    return _MAGIC + blake2b(text).hexdigest().encode("ascii") + b"\n" + text
