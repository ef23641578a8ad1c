"""Wrapping: where the lines of a paragraph begin, at a width given in terminal cells.

Lines are kept as the offsets at which they begin, so that together they are always the whole
paragraph, and an offset never has to be translated. Almost every paragraph consists of characters
one cell wide, and one regular expression cuts it into lines in C. What has wide or combining
characters goes line by line, and only those lines that need it grapheme by grapheme.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

from tui.layout.cells import AS_DRAWN

__all__ = ["BLANKS", "Lines", "count_lines", "wrap"]

BLANKS = " \t\n\r\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may end. No-break spaces are not among them."""

# Each of these takes one cell, or is drawn in at most one. Not all such characters, but nearly
# all that are written in the Latin, Greek, Cyrillic, Hebrew and Arabic scripts without marks.
_ONE_CELL = (
    r"\x00-\u02ff\u0370-\u0482\u048a-\u0530\u05d0-\u05ea\u0620-\u064a"
    r"\u0660-\u066f\u0671-\u06d5\u1e00-\u200a\u2010-\u205f\u2066-\u2069\u20a0-\u20b0"
    r"\u2100-\u2138\u2190-\u2199\u2200-\u22ff\u2500-\u25fc\ufffd"
)
_NOT_ONE_CELL = re.compile(f"[^{_ONE_CELL}]")

# Scripts in which a line may end after any character: kana, ideographs, full-width forms.
_WIDE = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff21-\uff3a\uff41-\uff5a"
_IS_WIDE = re.compile(f"[{_WIDE}]")
_NOT_FIRST = frozenset(
    "、。，．：；！？」』）］｝〉》】〕’”…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
)
_NOT_LAST = frozenset("「『（［｛〈《【〔‘“")

_BLANK = "[" + re.escape(BLANKS) + "]"
# A compound may be broken after its hyphen, and a sentence after a dash that has no spaces.
_LETTER = r"[^\W\d_]"
_AFTER_DASH = rf"(?<={_LETTER}[-–])(?={_LETTER})|(?<=[\w,.;!?”’\"']—)(?=[\w“‘\"'])"
_AFTER_DASH_HERE = re.compile(_AFTER_DASH)
_BLANK_RUN = re.compile(_BLANK + "*")

_GRAPHEMES_LINES_AT_MOST = 1000
"""Lines of one paragraph that are measured grapheme by grapheme; the rest of a longer one is cut
on the safe side (every character two cells), so that no paragraph can hold up the screen."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one paragraph at one width."""

    starts: Sequence[int]
    """Where each line begins, ascending; never empty."""
    end: int
    """Where the last one ends."""

    def __len__(self) -> int:
        return len(self.starts)

    def bounds(self, line: int) -> tuple[int, int]:
        """Begin and end of a line, the white space at its end included."""
        after = line + 1
        return self.starts[line], self.starts[after] if after < len(self.starts) else self.end

    def at(self, offset: int) -> int:
        """The line that holds `offset`; the first or last line for what is outside. O(log n)."""
        return max(0, bisect_right(self.starts, offset) - 1)


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> Lines:
    """Cut ``text[start:end]`` into lines of at most `width` cells.

    A line ends at white space, after a hyphen or dash, between ideographs, or, where a word is
    longer than the line, anywhere between two graphemes. White space at the end of a line does
    not count for its width. Only a grapheme wider than `width` itself makes a line wider.

    Offsets are those of `text`. Linear, about 3 µs for a paragraph of 400 one-cell characters.
    """
    width = max(1, width)
    stop = len(text) if end is None else end
    if _NOT_ONE_CELL.search(text, start, stop) is None:
        starts = [found.start() for found in _line(width).finditer(text, start, stop)]
    else:
        starts = _wrap_mixed(text, width, start, stop)
    return Lines(starts or [start], stop)


def count_lines(text: str, width: int, start: int, end: int) -> int:
    """How many lines `wrap` would give, without keeping them."""
    if _NOT_ONE_CELL.search(text, start, end) is None:
        return max(1, len(_line(max(1, width)).findall(text, start, end)))
    return len(_wrap_mixed(text, max(1, width), start, end)) or 1


@lru_cache(maxsize=64)
def _line(width: int) -> re.Pattern[str]:
    """One line of one-cell characters, with the white space after it."""
    return re.compile(
        rf"(?:.{{1,{width}}}(?:(?={_BLANK}|\Z)|{_AFTER_DASH})|.{{1,{width}}}){_BLANK}*", re.DOTALL
    )


@lru_cache(maxsize=64)
def _run(characters: str, length: int) -> re.Pattern[str]:
    return re.compile(f"[{characters}]{{0,{length}}}")


def _wrap_mixed(text: str, width: int, start: int, end: int) -> list[int]:
    narrow, wide = _run(_ONE_CELL, width + 1), _run(_WIDE, width // 2 + 1)
    starts: list[int] = []
    at = start
    measured = 0
    while at < end:
        starts.append(at)
        stop = _run_end(narrow, text, at, end)
        if stop - at > width or stop == end:
            at = _run_end(_line(width), text, at, end)
            continue
        stop = _run_end(wide, text, at, end)
        # The character after the cut is an ideograph too, but it may be a small kana.
        if width > 1 and stop - at > width // 2 and text[stop - 1] not in _NOT_FIRST:
            at = stop - 1
        elif measured < _GRAPHEMES_LINES_AT_MOST:
            measured += 1
            at = _after_line(text, width, at, end)
        else:
            at = _run_end(_line(max(1, width // 2)), text, at, end)
    return starts


def _run_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where what `pattern` matches at `start` ends."""
    found = pattern.match(text, start, end)
    return start if found is None else found.end()


def _after_line(text: str, width: int, start: int, end: int) -> int:
    """Where the line after the one that begins at `start` begins, measured by graphemes."""
    # Enough to fill the line unless it is full of combining marks; such a line is cut short.
    chunk = text[start : min(end, start + 2 * width + 32)]
    cut_off = start + len(chunk) < end
    shown = chunk.translate(AS_DRAWN)
    graphemes, _ = split_graphemes(shown)
    cells = 0
    best = 0
    for first, after, size in graphemes:
        # A mark on a space makes it something that is seen.
        if after == first + 1 and chunk[first] in BLANKS:
            if cells <= width:
                best = first
        else:
            if first and _may_break(chunk, first):
                best = first
            if cells + size > width:
                break
        cells += size
    else:
        # Either the paragraph ends here, or marks fill the chunk, and its last grapheme may go on.
        best, first = 0, graphemes[-1][0] if cut_off else len(chunk)
    stop = best or first or graphemes[0][1]
    # Joiners that join nothing are measured otherwise within a line than by themselves.
    while stop > 1 and cell_len(shown[:stop].rstrip(BLANKS)) > width:
        stop -= 1
    return _run_end(_BLANK_RUN, text, start + stop, end)


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before ``text[at]``, which is no white space, without a space."""
    before, here = text[at - 1], text[at]
    if before in BLANKS or before == "\u200b":
        return True
    if here in _NOT_FIRST or before in _NOT_LAST:
        return False
    if _IS_WIDE.match(here) or _IS_WIDE.match(before):
        return True
    return _AFTER_DASH_HERE.match(text, at) is not None
