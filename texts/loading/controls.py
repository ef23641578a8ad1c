"""Control characters made harmless, one visible sign for each, so that no offset moves."""

from __future__ import annotations

import re

__all__ = ["harmless", "harmless_path"]

# C0 but tab and line feed (a carriage return is judged by its place), DEL, C1, and the
# bidirectional embeddings, overrides and isolates, which can make a line read as it is not written.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNKNOWN = "\ufffd"
_LINE_ENDS = {ord("\t"): "␉", ord("\n"): "␊", ord("\r"): "␍", 0x2028: _UNKNOWN, 0x2029: _UNKNOWN}


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _UNKNOWN


def harmless(text: str) -> str:
    """`text` with each control character replaced by one visible sign.

    C0 and DEL become their control pictures (``␛`` for escape), C1 and bidirectional overrides
    become ``�``. Tab, line feed, and a carriage return before a line feed stay. The length stays,
    and so does every offset. The very same object comes back when there is nothing to replace.
    """
    return _UNSAFE.sub(_sign, text) if _UNSAFE.search(text) else text


def harmless_path(path: str) -> str:
    """A file's name as it can be printed: no control character, line break or broken byte.

    A byte that is no UTF-8 is written out, as ``\\xe8``, so that two names stay two.
    """
    return _SURROGATE.sub(_broken_byte, harmless(path).translate(_LINE_ENDS))


def _broken_byte(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]) & 0xFF:02x}"
