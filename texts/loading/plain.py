"""Cutting plain text into paragraphs: a line each, or lines hard-wrapped between blank ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from texts.document import ParagraphKind, Paragraphs
from texts.loading import furniture, headings

__all__ = ["is_hard_wrapped", "kinds_of", "paragraphs_of"]

# A line without the white space at its sides. Only a line feed ends it, with or without a carriage
# return: the other signs that Unicode calls line ends are left in the text as they are.
_LINE = re.compile(r"\S(?:.*\S)?")

_JUDGED_BY = 4_000
_WIDEST = 120
_FULL = 0.85
_MOSTLY = 0.6
_FEWEST_PAIRS = 3
# The label of a transcript's turn, after the time or not.
_TURN = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d[\d:.,]*[\])]?\s+)?(?:[*_]{1,3})?(?:[QA][.:]|[A-Z][\w.’' -]{1,30}:)(?:[*_]{1,3})?\s"
)
_FURNITURE = ParagraphKind.FURNITURE
_BLOCK_QUOTE = ParagraphKind.BLOCK_QUOTE

# E-mail's sign before each line of what is quoted.
_QUOTED = re.compile(r"(?:>\s*)+")
_NOT_INDENTED = re.compile(r"\n ?[^\s]")


def is_hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the lines of `text` were broken at a width, so that a paragraph has many.

    A line is full when the first word of the next would not have fitted on it. In hard-wrapped
    text most lines that have another directly below are full; in a transcript, a list or text with a
    line a paragraph they are not. Judged by the first 4,000 lines.
    """
    pairs = [
        (one, other)
        for one, other in pairwise(lines[:_JUDGED_BY])
        if text.count("\n", one[1], other[0]) == 1
    ]
    if len(pairs) < _FEWEST_PAIRS:
        return False
    turns = sum(_TURN.match(text, *one) is not None for one, _ in pairs)
    if turns * 2 > len(pairs):
        return False
    width = max(end - start for (start, end), _ in pairs)
    if width > _WIDEST:
        return False
    full = 0
    for (start, end), (below, below_end) in pairs:
        word = text.find(" ", below, below_end)
        first = (word if word >= 0 else below_end) - below
        full += end - start + 1 + first > _FULL * width
    return full >= _MOSTLY * len(pairs)


def paragraphs_of(text: str) -> Paragraphs:
    """The paragraphs of plain text, each with its kind. Linear in the text."""
    lines = [match.span() for match in _LINE.finditer(text)]
    blocks = list(_blocks(text, lines)) if is_hard_wrapped(text, lines) else lines
    spans = [span for block in blocks if (span := _without_sign(text, block))[0] < span[1]]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return Paragraphs(starts, ends, kinds_of(text, spans))


def _without_sign(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span without the sign of quotation before it; empty for a bare sign."""
    sign = _QUOTED.match(text, *span)
    return (sign.end(), span[1]) if sign is not None else span


def _blocks(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of lines with no blank line between them; where there are none, indents part them.

    Each line of an e-mail's quotation is one by itself, since its ``>`` is no part of the words.
    """
    if not lines:
        return
    breaks = sum(text.count("\n", one[1], two[0]) > 1 for one, two in pairwise(lines))
    by_indent = breaks * 20 < len(lines)
    start, end = lines[0]
    for (_, above), (begin, finish) in pairwise(lines):
        gap = text[above:begin]
        indent = len(gap) - gap.rfind("\n") - 1
        quoted = text[begin] == ">" or text[start] == ">"
        if gap.count("\n") > 1 or (by_indent and indent >= 2) or quoted:
            yield start, end
            start = begin
        end = finish
    yield start, end


def kinds_of(text: str, spans: list[tuple[int, int]]) -> list[ParagraphKind]:
    """What each of the paragraphs at `spans` is, by its form and its neighbours."""
    kinds = [ParagraphKind.PROSE] * len(spans)
    longest = max(furniture.LONGEST, headings.LONGEST)
    opened_at = len(spans)
    # Only what is short is looked at: most paragraphs of a long text are not.
    for at in [at for at, (start, end) in enumerate(spans) if end - start <= longest]:
        start, end = spans[at]
        words = text[start:end]
        if furniture.is_furniture(words):
            kinds[at] = ParagraphKind.FURNITURE
            continue
        opened_at = min(opened_at, at)
        if end - start <= headings.LONGEST:
            following = text[slice(*spans[at + 1])] if at + 1 < len(spans) else None
            # Furniture may stand before the headline; a long paragraph may not.
            opens = at == opened_at and all(kind is _FURNITURE for kind in kinds[:at])
            if headings.is_heading(words, opens=opens, following=following):
                kinds[at] = ParagraphKind.HEADING
    for at in _set_apart(text, spans):
        kinds[at] = _BLOCK_QUOTE
    return kinds


def _set_apart(text: str, spans: list[tuple[int, int]]) -> Iterator[int]:
    """Which paragraphs are block quotes by their layout.

    Those behind an e-mail's ``>``; and those indented with every line, if what stands before them is not
    and leads to them with a colon. An indent alone is no sign: verses and headings have it too.
    """
    leads = inside = False
    for at, (start, end) in enumerate(spans):
        begins = text.rfind("\n", 0, start) + 1
        before = text[begins:start]
        if ">" in before:
            yield at
            leads = inside = False
            continue
        indented = (start - begins >= 2 or before == "\t") and not _NOT_INDENTED.search(
            text, start, end
        )
        inside = indented and (leads or inside)
        if inside:
            yield at
        leads = not indented and text[end - 1] == ":"
