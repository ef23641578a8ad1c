"""Lines of words in a proportional type whose widths nobody knows: SVG breaks no lines itself.

Widths are guesses on the wide side, by kinds of letters, in parts of the type's size. Whatever
serif or sans the viewer has, lines stay within their column.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["broken", "width"]

_NARROW = frozenset("iljtfIr.,:;'’‘|!()[]- ·“”\"")
_WIDE = frozenset("mwMWQO@%&—…")
_PIECES = re.compile(r"\S+")


def width(words: str) -> float:
    """About how wide words are, in parts of the type's size."""
    return sum(map(_width, words))


def broken(words: str, room: float, most: int) -> list[str]:
    """`words`, which have no line ends, in at most `most` lines; what is left out is told by ….

    `room` is in parts of the type's size. A word that is wider than a line is cut. Linear.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _PIECES.findall(words):
        for part in _fitting(piece, room):
            needed = width(part)
            space = _width(" ") if line else 0.0
            if line and used + space + needed > room:
                lines.append(line)
                line, used, space = "", 0.0, 0.0
                if len(lines) == most:
                    lines[-1] = _with_ellipsis(lines[-1], room)
                    return lines
            line += f" {part}" if space else part
            used += space + needed
    return [*lines, line] if line else lines


def _fitting(piece: str, room: float) -> list[str]:
    if width(piece) <= room:
        return [piece]
    parts, used = [""], 0.0
    for character in piece:
        used += _width(character)
        if used > room and parts[-1]:
            parts.append("")
            used = _width(character)
        parts[-1] += character
    return parts


def _with_ellipsis(line: str, room: float) -> str:
    while line and width(line) + _width("…") > room:
        line = line[:-1]
    return line.rstrip(" ,;:") + "…"


@cache
def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 0.95
    return 0.72 if character.isupper() else 0.58
