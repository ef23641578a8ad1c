"""Cells: which character of a line stands in which cell, and which characters take none."""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

__all__ = ["AS_DRAWN", "cell_of", "drawn", "offset_at"]

_SPACES = "\t\n\r\u2028\u2029"
_ORDERS = "".join(
    chr(code)
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in _SPACES
)
AS_DRAWN = str.maketrans(_SPACES + _ORDERS, " " * len(_SPACES) + "\ufffd" * len(_ORDERS))
"""What stands for characters that a terminal must not get: each one sign for one character.

A document read in at the door has none but white space; this holds for any other, too.
"""
_UNDRAWN = re.compile("\r(?=\n)|\u00ad")
_ODD = re.compile(f"[\u00ad{re.escape(_SPACES + _ORDERS)}]")


def drawn(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """What is drawn for ``text[start:end]``: stretches of characters, with the offset of each.

    White space other than the space is drawn as one, a line end as one, and a soft hyphen not at
    all. Within a stretch characters and offsets go in step.
    """
    words = text[start:end]
    if _ODD.search(words) is None:
        return [(start, words)] if words else []
    stretches: list[tuple[int, str]] = []
    at = 0
    for gap in [*(match.span() for match in _UNDRAWN.finditer(words)), (len(words), len(words))]:
        if at < gap[0]:
            stretches.append((start + at, words[at : gap[0]].translate(AS_DRAWN)))
        at = gap[1]
    return stretches


def cell_of(text: str, start: int, offset: int) -> int:
    """The cell, from the line's beginning at `start`, in which the character at `offset` stands."""
    return sum(cell_len(words) for _, words in drawn(text, start, offset))


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the character that stands in `cell` of the line ``[start, end)``.

    Cells before the line give its first character, and cells after it its last.
    """
    last = start
    reached = 0
    for at, words in drawn(text, start, end):
        for first, _, size in split_graphemes(words)[0]:
            last = at + first
            reached += size
            if reached > cell:
                return last
    return last
