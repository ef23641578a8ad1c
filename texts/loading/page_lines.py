"""From the lines of printed pages to paragraphs: what a page's layout says, read off its geometry.

Lengths are in points, heights are counted upwards from the foot of a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from texts.document import ParagraphKind
from texts.loading.extract import Extract
from texts.loading.headings import ends_a_sentence
from texts.loading.hyphens import Joiner

__all__ = ["Line", "add_paragraphs"]

_LARGER: Final = 1.12
_SMALLER: Final = 0.93
_GAP: Final = 1.3
"""So many times the usual distance of lines parts paragraphs."""
_INDENT: Final = 0.7
"""So many times the size of the letters is an indent."""
_OTHER_SIZE: Final = 0.08
_SAME_LINE: Final = 0.2
_EDGE: Final = 3
"""So many lines at head and foot of a page may be the same on all."""
_LONGEST_HEADING: Final = 200
_REACHED: Final = 0.75
"""Of the lines that begin at one place so many end before the place where they had to."""
_MANY: Final = 5
_GRID: Final = 4
"""Lines that begin as near to each other as this begin at one place."""
_SET_OUT: Final = 4.0
_BULLET: Final = re.compile(r"[•▪◦●■‣∙]")
_ITEM: Final = re.compile(r"[•▪◦●■‣∙–—-]\s|\(?\w{1,3}[.)]\s")
_NUMBERED: Final = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+")
_ENDS: Final = re.compile(r"[.!?…:][\"”’')»\]]*$")
_NOTE: Final = re.compile(r"(?:\d{1,3}|[*†‡§])[.)]?\s*(?=\D)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on a page."""

    words: str
    page: int
    left: float
    right: float
    base: float
    """The height of the line that its letters stand on."""
    size: float
    bold: bool = False
    hyphened: bool = False
    """It ends with a hyphen, which `words` do not have."""


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


class _Page:
    """The lines of a page: its columns, where lines end, how far down its text reaches."""

    def __init__(self, lines: Sequence[Line], body: float) -> None:
        self._columns = _columns(lines, body)
        self.foot = min((line.base for line in lines if line.size > _SMALLER * body), default=0.0)
        ends: dict[int, list[float]] = {}
        for line in lines:
            ends.setdefault(_place(line), []).append(line.right)
        self._ends = {
            place: sorted(rights)[int(_REACHED * (len(rights) - 1))]
            for place, rights in ends.items()
        }

    def column_of(self, line: Line) -> _Column:
        """The column in which a line begins."""
        fitting = [each for each in self._columns if each.left <= line.left + line.size]
        return fitting[-1] if fitting else self._columns[0]

    def had_room(self, above: Line, below: Line) -> bool:
        """Whether the first word of `below` would have fitted on the line before it."""
        end = max(self._ends.get(_place(line), 0.0) for line in (above, below))
        width = (above.right - above.left) / max(1, len(above.words))
        first = below.words.partition(" ")[0]
        return above.right + width * (len(first) + 2) < end


def _place(line: Line) -> int:
    return round(line.left / _GRID)


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    column: _Column
    foot: bool = False
    """It stands below all that is printed as large as the text."""
    kind: ParagraphKind = field(default=ParagraphKind.PROSE)


def add_paragraphs(lines: Sequence[Line], extract: Extract) -> None:
    """Add to an extract the paragraphs that the lines of all pages make, in their order.

    Page numbers and what stands at the head or foot of most pages are left out. Hyphens at line ends
    are taken out where they part a word. O(n log n) in the lines.
    """
    joiner = Joiner((line.words, line.hyphened) for line in lines)
    lines = _without_furniture(lines)
    if not lines:
        return
    body = _usual([(round(line.size, 1), len(line.words)) for line in lines])
    leading = _leading(lines, body)
    for paragraph in _paragraphs(lines, body, leading):
        paragraph.kind = _kind(paragraph, body)
        words, hyphens = joiner.joined([(line.words, line.hyphened) for line in paragraph.lines])
        if paragraph.kind is ParagraphKind.FOOTNOTE and (mark := _NOTE.match(words)):
            # Left out, as it is in the text that it hangs on.
            words = words[mark.end() :]
            hyphens = tuple(offset - mark.end() for offset in hyphens)
        extract.add(words, paragraph.kind, hyphens)


def _usual(weighed: Sequence[tuple[float, int]]) -> float:
    weights: Counter[float] = Counter()
    for value, weight in weighed:
        weights[value] += weight
    return weights.most_common(1)[0][0]


def _leading(lines: Sequence[Line], body: float) -> float:
    steps = [
        (round(above.base - below.base, 1), 1)
        for above, below in pairwise(lines)
        if above.page == below.page
        and abs(above.size - body) < 0.5
        and 0 < above.base - below.base < 3 * body
    ]
    return _usual(steps) if steps else 1.2 * body


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines but for page numbers, and but for those that come again at the edges of pages."""
    pages: dict[int, list[Line]] = {}
    for line in sorted(lines, key=lambda line: -line.base):
        pages.setdefault(line.page, []).append(line)
    edges = [page[:_EDGE] for page in pages.values()] + [
        page[: -_EDGE - 1 : -1] for page in pages.values()
    ]
    places = {(line.page, _alike(line)) for edge in edges for line in edge}
    seen = Counter(alike for _, alike in places)
    # A running head is that of a chapter, which may have few pages.
    often = 2 if len(pages) < _MANY else 3
    dropped: set[int] = set()
    for edge in edges:
        for outermost, line in enumerate(edge):
            is_number = outermost == 0 and _NUMBERED.fullmatch(line.words)
            if not is_number and seen[_alike(line)] < often:
                break
            dropped.add(id(line))
    return [line for line in lines if id(line) not in dropped]


def _alike(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.words), round(line.base / 4)


def _columns(lines: Sequence[Line], body: float) -> list[_Column]:
    """The columns of a page, from the left: where many lines of the text begin and none goes across."""
    text = sorted(
        (line for line in lines if abs(line.size - body) < 0.6), key=lambda line: line.left
    )
    text = text or sorted(lines, key=lambda line: line.left)
    columns: list[list[Line]] = [[]]
    reach = text[0].right
    for line in text:
        if line.left > reach + body / 2 and len(columns[-1]) > 2:
            columns.append([])
            reach = line.right
        columns[-1].append(line)
        reach = max(reach, line.right)
    return [
        _Column(
            _usual([(round(line.left), len(line.words)) for line in column]),
            max(line.right for line in column),
        )
        for column in columns
    ]


def _paragraphs(lines: Sequence[Line], body: float, leading: float) -> Iterator[_Paragraph]:
    """Paragraphs in order. One goes on over what stands at the foot of its page."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    pages = {number: _Page(page, body) for number, page in by_page.items()}
    opened: dict[bool, _Paragraph] = {}
    for line in lines:
        page = pages[line.page]
        column = page.column_of(line)
        at_foot = line.size <= _SMALLER * body and line.base < page.foot
        before = opened.get(at_foot)
        if before is not None and _goes_on(before, line, page, leading / body):
            before.lines.append(line)
            # A paragraph on two pages is judged by the column it ends in.
            before.column = column
            continue
        if before is not None:
            yield before
        opened[at_foot] = _Paragraph([line], column, at_foot)
    yield from opened.values()


def _goes_on(paragraph: _Paragraph, line: Line, page: _Page, leading: float) -> bool:
    """Whether a line belongs to the paragraph before it."""
    above = paragraph.lines[-1]
    if abs(above.size - line.size) > _OTHER_SIZE * above.size:
        return False
    if above.hyphened:
        return True
    if _BULLET.match(line.words) or (paragraph.foot and _NOTE.match(line.words)):
        return False
    step = above.base - line.base
    if above.page != line.page or step < 0:
        # On the next page or in the next column.
        return not (_ENDS.search(above.words) or _is_indented(line, page.column_of(line)))
    if step < _SAME_LINE * line.size:
        return True
    if step > _GAP * leading * line.size or above.bold != line.bold:
        return False
    if not _begins_in_line(paragraph, line.left - above.left):
        return False
    return not page.had_room(above, line)


def _begins_in_line(paragraph: _Paragraph, shift: float) -> bool:
    """Whether a line that begins so far to the right of the one before it goes on with it."""
    first = paragraph.lines[0]
    if abs(shift) <= _INDENT * first.size:
        return True
    if len(paragraph.lines) > 1:
        return False
    # Only a first line is set in, or, in a list, set out.
    return -_SET_OUT * first.size < shift < 0 or (
        shift < _SET_OUT * first.size and _ITEM.match(first.words) is not None
    )


def _is_indented(line: Line, column: _Column) -> bool:
    return line.left > column.left + _INDENT * line.size


def _set_in(paragraph: _Paragraph) -> bool:
    """Whether it is set in at both sides."""
    size = paragraph.lines[0].size
    left = median(line.left for line in paragraph.lines)
    right = max(line.right for line in paragraph.lines)
    column = paragraph.column
    return left - column.left > size and column.right - right > 0.8 * size


def _kind(paragraph: _Paragraph, body: float) -> ParagraphKind:
    lines = paragraph.lines
    size = median(line.size for line in lines)
    length = sum(len(line.words) for line in lines)
    if paragraph.foot and _NOTE.match(lines[0].words):
        return ParagraphKind.FOOTNOTE
    is_bold = all(line.bold for line in lines)
    if length <= _LONGEST_HEADING and (
        size >= _LARGER * body or (is_bold and not ends_a_sentence(lines[-1].words))
    ):
        return ParagraphKind.HEADING
    if len(lines) > 1 and _set_in(paragraph):
        return ParagraphKind.BLOCK_QUOTE
    return ParagraphKind.PROSE
