"""Cutting Markdown into paragraphs: headings, block quotes, list items, and what is no prose.

Only the blocks matter here. Marks inside a line (emphasis, links) stay in the text as they are in
the file, since the text shown is literally the text of the file. After CommonMark 0.31, sections 4
and 5, without its nesting: a quotation in a list is a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from texts.document import ParagraphKind, Paragraphs

__all__ = ["paragraphs_of"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEADING = re.compile(r"#{1,6}\s+")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"`{3,}+(?!.*`)|~{3,}")
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?=\S)(?:(?!---|\.\.\.).*\n)*(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_QUOTE = re.compile(r"(?:>\s*)+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])\s+")
_ASIDE = re.compile(r"(?:!\[[^\]]*\]\([^)]*\)|<!--.*-->|\[[^\]]+\]:\s+\S+.*)$")

_Block = tuple[int, int, ParagraphKind]


def paragraphs_of(text: str) -> Paragraphs:
    """The paragraphs of a Markdown text, each with its kind. Linear in the text.

    The span of a heading leaves out its number signs, that of a list item its mark. Each line of a
    block quote is a paragraph of its own, since its ``>`` is no part of the words.
    """
    blocks = list(_blocks(text))
    return Paragraphs(
        (start for start, _, _ in blocks),
        (end for _, end, _ in blocks),
        (kind for _, _, kind in blocks),
    )


def _blocks(text: str) -> Iterator[_Block]:
    opened: tuple[int, int] | None = None
    fence: str | None = None
    matter = _FRONT_MATTER.match(text)
    front_matter = matter.end() if matter else 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        end = start + len(line)
        if start < front_matter:
            if line:
                yield start, end, ParagraphKind.FURNITURE
            continue
        if fence is not None:
            if line:
                yield start, end, ParagraphKind.FURNITURE
            if line.startswith(fence) and not line.strip(fence[0]):
                fence = None
            continue
        if opened and (setext := _UNDERLINE.match(line)) and len(setext[0]) > 1:
            yield *opened, ParagraphKind.HEADING
            yield start, end, ParagraphKind.FURNITURE
            opened = None
            continue
        block = _own_block(line, start)
        if block is None and line and not _ITEM.match(line) and not _FENCE.match(line):
            opened = (opened[0] if opened else start, end)
            continue
        if opened:
            yield *opened, ParagraphKind.PROSE
            opened = None
        if found := _FENCE.match(line):
            fence = found[0]
            yield start, end, ParagraphKind.FURNITURE
        elif block is not None:
            if block[0] < block[1]:
                yield block
        elif item := _ITEM.match(line):
            opened = (start + item.end(), end) if item.end() < len(line) else None
    if opened:
        yield *opened, ParagraphKind.PROSE


def _own_block(line: str, start: int) -> _Block | None:
    """The block that a single line makes by itself, if it does; empty for a bare ``>``."""
    end = start + len(line)
    if heading := _HEADING.match(line):
        words = line[heading.end() :]
        open_ended = words.rstrip("#")
        if open_ended != open_ended.rstrip() or not open_ended:
            words = open_ended.rstrip()
        begin = start + heading.end()
        return begin, begin + len(words), ParagraphKind.HEADING
    if _RULE.match(line) or _ASIDE.match(line):
        return start, end, ParagraphKind.FURNITURE
    if quote := _QUOTE.match(line):
        return start + quote.end(), end, ParagraphKind.BLOCK_QUOTE
    return None
