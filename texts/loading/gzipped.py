"""Plain text that was compressed with gzip: unpacked to its limit, then read as what it is."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import PurePath

from texts.errors import Damaged, TooMuch
from texts.loading.extract import Extract
from texts.loading.limits import LARGEST_MEMBER
from texts.loading.plain_files import read_text

__all__ = ["read"]


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
    """All members of a gzip file, one after the other, and no more bytes than may be. Linear in them."""
    try:
        with gzip.open(io.BytesIO(data)) as file:
            unpacked = file.read(LARGEST_MEMBER + 1)
    except (OSError, EOFError, zlib.error):
        raise Damaged(f"{shown} is damaged: it is no gzip file, or not whole.") from None
    if len(unpacked) > LARGEST_MEMBER:
        raise TooMuch(f"{shown} holds more than {LARGEST_MEMBER >> 20} MB.")
    return unpacked
