"""The kept readings: one file a document, named by the hash of its own bytes.

So a reading cannot be taken for another, and one that is damaged cannot be read at all. Its name
is what the index keeps of the document, and with a hit comes the very reading that was indexed.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from index.engines.folders import sync
from index.errors import DamagedIndex
from index.kept.coding import document_of, reading_of
from index.kept.folder import write_whole
from texts.document import Document
from texts.reading import Reading

__all__ = ["Readings", "address_of"]

_SUFFIX = ".quoth"
_DIGITS = 40


def address_of(data: bytes) -> str:
    """The address of a reading's bytes: 40 hexadecimal digits of BLAKE2."""
    return blake2b(data, digest_size=_DIGITS // 2).hexdigest()


class Readings:
    """The readings in a folder. What the system refuses is raised as `OSError`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unsynced: set[Path] = set()

    def write(self, data: bytes) -> str:
        """Keep the bytes of a reading, and give their address. It lasts after `sync`."""
        address = address_of(data)
        path = self._path(address)
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(path, data)
        self._unsynced |= {path.parent, self._folder}
        return address

    def sync(self) -> None:
        """Have all that was written by now last."""
        for folder in sorted(self._unsynced):
            sync(folder)
        self._unsynced.clear()

    def bytes_of(self, address: str) -> bytes:
        """The bytes at an address. Raises `DamagedIndex` unless they are those written there."""
        try:
            data = self._path(address).read_bytes()
        except OSError as error:
            raise DamagedIndex(f"The reading {address} is missing") from error
        if address_of(data) != address:
            raise DamagedIndex(f"The reading {address} is not as it was written")
        return data

    def is_there(self, address: str) -> bool:
        """Whether there is a file at an address."""
        return self._path(address).is_file()

    def read(self, address: str) -> Reading:
        """The reading at an address. Raises `DamagedIndex` unless it is the one written there."""
        try:
            return reading_of(self.bytes_of(address))
        except ValueError as error:
            raise DamagedIndex(f"The reading {address} cannot be read: {error}") from error

    def document(self, address: str) -> Document:
        """The document of the reading at an address, a fourth of the work. Raises likewise."""
        try:
            return document_of(self.bytes_of(address))
        except ValueError as error:
            raise DamagedIndex(f"The reading {address} cannot be read: {error}") from error

    def addresses(self) -> Iterator[str]:
        """The addresses of all files here, the oldest first, whatever is in them."""
        found = [
            (path.stat().st_mtime_ns, path.stem)
            for path in self._folder.glob(f"[0-9a-f][0-9a-f]/*{_SUFFIX}")
            if len(path.stem) == _DIGITS
        ]
        for _, address in sorted(found):
            yield address

    def remove(self, address: str) -> None:
        """Let go of a reading. Not being there is no error."""
        self._path(address).unlink(missing_ok=True)

    def _path(self, address: str) -> Path:
        return self._folder / address[:2] / f"{address}{_SUFFIX}"
