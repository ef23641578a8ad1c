"""The library's folder: ours alone, and every file in it written whole or not at all.

lock                    held by who adds; says by which process
readings/ab/ab12….quoth one reading a document, named by the hash of its bytes
index/                  Whoosh's files, generation 7 among them
index/catalogue-7       the documents of generation 7, and the checksums of its index
rebuilt/                an index that is being built again
damaged/                an index that was set aside
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from index.engines.folders import refusals_named, refuse_foreign, sync
from index.errors import BadIndex

__all__ = ["Folder", "default_folder", "write_whole"]


def default_folder() -> Path:
    """Where the library is kept on this platform; it may not exist yet."""
    import platformdirs

    return platformdirs.user_data_path("quoth", appauthor=False) / "library"


class Folder:
    """The places in a library's folder. What it cannot do is raised as `BadIndex`."""

    def __init__(self, path: Path, rebuilt: bool = False) -> None:
        """With `rebuilt`, the index meant is the one being built."""
        self.path = path
        self.readings = path / "readings"
        self.lock = path / "lock"
        self.rebuilt = path / "rebuilt"
        self.damaged = path / "damaged"
        self.index = self.rebuilt if rebuilt else path / "index"

    def catalogue(self, generation: int) -> Path:
        """Where the catalogue of a generation is."""
        return self.index / f"catalogue-{generation}"

    @property
    def exists(self) -> bool:
        """Whether a library has been begun here."""
        return os.path.exists(self.lock)

    @property
    def is_new(self) -> bool:
        """Whether nothing has been kept here yet."""
        return not any(self.readings.glob("*/*")) and not any(self.index.glob("catalogue-*"))

    def check(self) -> None:
        """Raise `NotOurs` where somebody else could have written, `BadIndex` for no folder.

        And end what was begun: an index that was built again is put in its place.
        """
        with refusals_named(self.path):
            if not self.path.is_dir():
                raise BadIndex(f"{self.path} is not a folder: name another with --library")
            refuse_foreign(self.path)
            self.put_in_place()

    def put_in_place(self) -> None:
        """Where the damaged index is gone, the one that was built is complete: make it the index.

        Somebody else may do the same at the same moment.
        """
        if self.rebuilt.is_dir() and not os.path.exists(self.path / "index"):
            with suppress(FileNotFoundError):
                self.rebuilt.rename(self.path / "index")
                sync(self.path)

    def begin(self) -> None:
        """Make the folder, for our eyes only, where it is not there.

        Raises `BadIndex` where it cannot be made or holds something else.
        """
        with refusals_named(self.path):
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.check()
            if not self.exists and any(self.path.iterdir()):
                raise BadIndex(
                    f"{self.path} holds files that are not a library: "
                    "name a new or an empty folder with --library"
                )
            # First, for it is what shows that the folder is a library.
            os.close(os.open(self.lock, os.O_RDWR | os.O_CREAT, 0o600))
            self.readings.mkdir(mode=0o700, exist_ok=True)

    def set_aside(self) -> None:
        """Put the index that was built in place of the damaged one, and keep that beside it."""
        with refusals_named(self.path):
            self.drop_aside()
            with suppress(FileNotFoundError):
                (self.path / "index").rename(self.damaged)
            self.put_in_place()
            sync(self.path)

    def drop_aside(self) -> None:
        """Remove the damaged index that was kept, if there is one."""
        rmtree(self.damaged, ignore_errors=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there with all of its bytes, or not at all, whatever happens.

    It is on the disk when this returns; that it has its name is not, before `sync` of its folder.
    """
    number, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
