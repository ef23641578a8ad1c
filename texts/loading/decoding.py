"""From bytes to text: a byte order mark, else UTF-8, else Windows-1252; and what is no text."""

from __future__ import annotations

import codecs

from texts.document import Document
from texts.errors import NotText

__all__ = ["MARKS", "decode", "guess_in_words", "refuse_what_is_no_text"]

# The longer mark first: UTF-32's little-endian mark begins with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
"""Byte order marks, the codec of each, and what it is called."""

_GUESS = "Windows-1252"

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive, as Word, OpenDocument and e-books are"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)

_LOOKED_AT = 65_536
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\f\r\x1b")
_A_FEW = 4
_TOO_MANY = 0.02
"""The share of control bytes beyond which bytes are taken for something else than text.

Plain text has none; a stray one, or a file made to look odd, stays far below; compressed data and
programs lie near a tenth, UTF-16 without its mark near a half."""


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text that the bytes of the file `name` hold, and in words how they were decoded.

    A byte order mark decides and is not part of the text. Bytes that have no meaning in the
    encoding become U+FFFD. Raises `NotText` for what is not text. Linear in the data.
    """
    for mark, codec, words in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, errors="replace"), words
    refuse_what_is_no_text(data, name)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), _GUESS


def guess_in_words(document: Document) -> str | None:
    """What to tell a reader whose text was read with an encoding that nothing in it confirms."""
    if document.encoding != _GUESS:
        return None
    return f"not UTF-8, so read as {_GUESS}; accents may be wrong."


def refuse_what_is_no_text(data: bytes, name: str) -> None:
    """Raise `NotText` where bytes without a byte order mark are those of something else."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(
                f"{name} is not plain text: it looks like {what}. Does its name end as it should?"
            )
    start = data[:_LOOKED_AT]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    if controls > max(_A_FEW, len(start) * _TOO_MANY):
        raise NotText(f"{name} is not plain text: it looks binary.")
