"""A zip archive as Word, OpenDocument and e-books are: its members, and never more than may be."""

from __future__ import annotations

import io
import zipfile
import zlib

from texts.errors import Damaged, Locked, NotText, TooMuch
from texts.loading.limits import LARGEST_MEMBER, LARGEST_TOTAL

__all__ = ["Archive"]

_STEP = 1 << 20
_MOST_MEMBERS = 20_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"


class Archive:
    """The members of a zip archive, by name. What the archive says of their sizes is not believed."""

    def __init__(self, data: bytes, shown: str, words: str) -> None:
        """Open an archive that should be `words`. Raises `NotText`, `Locked`, `Damaged`, `TooMuch`."""
        self._shown = shown
        self._words = words
        self._left = LARGEST_TOTAL
        if data.startswith(_OLD_OFFICE):
            raise Locked(
                f"{shown} is an old Office file or one locked with a password; "
                f"save it without, as {words}."
            )
        if not data.startswith(_ZIP):
            raise NotText(f"{shown} is no {words}: it does not begin as one.")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, OverflowError, NotImplementedError):
            raise Damaged(f"{shown} is damaged: its archive is not whole.") from None
        if len(self._zip.filelist) > _MOST_MEMBERS:
            raise TooMuch(f"{shown} has more than {_MOST_MEMBERS:,} parts; it was given up.")

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def member(self, name: str) -> bytes:
        """The bytes of a member, counted as they are unpacked.

        Raises `NotText` if there is none, `Locked`, `Damaged` or `TooMuch`.
        """
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise NotText(f"{self._shown} is no {self._words}: it has no {name}.")
        if info.flag_bits & 1:
            raise Locked(f"{self._shown} is locked with a password; save it without.")
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as member:
                while piece := member.read(_STEP):
                    size += len(piece)
                    self._left -= len(piece)
                    if size > LARGEST_MEMBER or self._left < 0:
                        raise TooMuch(
                            f"{self._shown} unpacks to more than is safely read "
                            f"({LARGEST_MEMBER >> 20} MB a part); it was given up."
                        )
                    pieces.append(piece)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
            NotImplementedError,
        ):
            raise Damaged(f"{self._shown} is damaged: {name} cannot be unpacked.") from None
        return b"".join(pieces)
