"""Plain text that was compressed with gzip: unpacked to its limit, then read as what it is."""

from __future__ import annotations

import zlib
from pathlib import PurePath

from texts.errors import Damaged, TooMuch
from texts.loading.extract import Extract
from texts.loading.limits import LARGEST_MEMBER
from texts.loading.plain_files import read_text

__all__ = ["read"]

_WITH_GZIP_HEADER = 31


def read(data: bytes, shown: str) -> Extract:
    """The text in a gzip file, with its offsets as they are in the file that was compressed."""
    inner = str(PurePath(shown).with_suffix(""))
    document = read_text(inner, _unpacked(data, shown))
    extract = Extract(encoding=f"{document.encoding}, gzip")
    extract.take(
        document.decoded, [(p.span.start, p.span.end, p.kind) for p in document.paragraphs]
    )
    return extract


def _unpacked(data: bytes, shown: str) -> bytes:
    """All members of a gzip file, one after the other, and not a byte more than may be."""
    pieces: list[bytes] = []
    left = LARGEST_MEMBER
    while data:
        unpacking = zlib.decompressobj(_WITH_GZIP_HEADER)
        try:
            pieces.append(unpacking.decompress(data, left + 1))
        except zlib.error:
            raise Damaged(f"{shown} is damaged: it is no gzip file, or not whole.") from None
        left -= len(pieces[-1])
        if left < 0:
            raise TooMuch(f"{shown} holds more than {LARGEST_MEMBER >> 20} MB.")
        if not unpacking.eof:
            raise Damaged(f"{shown} is damaged: it is not whole.")
        data = unpacking.unused_data
    return b"".join(pieces)
