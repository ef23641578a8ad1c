"""PDF: the text layer of its pages, line by line, made into paragraphs by `page_lines`.

Needs pypdfium2 (the extra ``pdf``). Scanned pages have no text layer; nothing is recognised in pictures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from statistics import median
from typing import TYPE_CHECKING, Final

from texts.document import Origin
from texts.errors import Damaged, Locked, NoText, NotInstalled, NotText, TooMuch
from texts.loading.extract import Extract
from texts.loading.page_columns import Gap, Row, Segment, in_columns
from texts.loading.page_lines import Line, add_paragraphs
from texts.loading.stated import day, named

if TYPE_CHECKING:
    import pypdfium2

    from texts.loading.pdf_signs import Signs

__all__ = ["read"]

_MOST_PAGES: Final = 10_000
_HEADER_WITHIN: Final = 1_024
_LINE: Final = re.compile("([^\r\n\ufffe\x02]*)(\r\n|\n|\r|\ufffe|\x02|$)")
_HYPHENED: Final = frozenset("\ufffe\x02")
_NOTE_MARK: Final = re.compile(r"(?<=[^\W\d_]|[.,;:!?”’\"')\]])\d{1,3}(?=\s|$|[.,;:])")
_NOTE: Final = re.compile(r"\s*(\d{1,3})[.)]?\s*\D")
_SPACE: Final = re.compile(r"\s+")
_SMALL: Final = 0.85
_RAISED: Final = 0.15
"""So small beside its line's letters, and so far above their foot, is the mark of a note."""
_PROGRAM: Final = re.compile(
    r"(?:microsoft word - |untitled|.*\.(?:docx?|rtf|odt|indd|pages|tex|dvi)$)", re.IGNORECASE
)
_MOST_NAMED: Final = 10
_NO_PASSWORD: Final = 4


def read(data: bytes, shown: str) -> Extract:
    """The text of a PDF. Raises a `TextsError`: also where it is scanned, or locked."""
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise NotText(f"{shown} is no PDF: it does not begin as one.")
    try:
        import pypdfium2
    except ImportError:
        raise NotInstalled(
            f"{shown} is a PDF; to read it, install: .venv/bin/pip install '.[pdf]'"
        ) from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if getattr(problem, "err_code", None) == _NO_PASSWORD:
            raise Locked(f"{shown} is locked with a password; save it without.") from None
        raise Damaged(f"{shown} is damaged: it is no whole PDF.") from None
    count = len(document)
    if count > _MOST_PAGES:
        raise TooMuch(f"{shown} has more than {_MOST_PAGES:,} pages; it was given up.")
    pages = [_lines(document, number) for number in range(count)]
    lines = [line for page in pages for line in page or ()]
    if not lines and None in pages:
        raise Damaged(f"{shown} is damaged: none of its pages can be read.")
    if not lines:
        raise NoText(
            f"{shown} has no text layer, as scans have none; "
            "let a program recognise its text (OCR) first."
        )
    extract = Extract(
        encoding="as its fonts declare", origin=_origin(document), left_out=_left_out(pages)
    )
    add_paragraphs(lines, extract)
    return extract


def _origin(document: pypdfium2.PdfDocument) -> Origin:
    stated = {key: _stated(document, key) for key in ("Title", "Author", "CreationDate")}
    title = named(stated["Title"])
    return Origin(
        title=None if title and _PROGRAM.match(title) else title,
        author=named(stated["Author"]),
        date=day(stated["CreationDate"].removeprefix("D:")[:8]),
    )


def _stated(document: pypdfium2.PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""


def _left_out(pages: Sequence[list[Line] | None]) -> str | None:
    """Which pages have no words, or none that can be read."""
    silent = [str(number) for number, page in enumerate(pages, 1) if not page]
    if not silent:
        return None
    several = "pages" if len(silent) > 1 else "page"
    more = " …" if len(silent) > _MOST_NAMED else ""
    return f"no text on {several} {', '.join(silent[:_MOST_NAMED])}{more}"


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[Line] | None:
    """The lines of a page in the order in which the file draws them; `None` for a broken page."""
    import pypdfium2

    from texts.loading.pdf_signs import Signs

    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        signs = Signs(text)
        matches = [match for match in _LINE.finditer(signs.units) if match[1].strip()]
        notes = {found[1] for match in matches if (found := _NOTE.match(match[1]))}
        return [
            _line(signs, number, segment, matches[segment.row], notes)
            for segment in in_columns([_row(signs, match) for match in matches])
        ]
    finally:
        text.close()
        page.close()


def _row(signs: Signs, match: re.Match[str]) -> Row:
    words = match[1]
    start = match.start() + len(words) - len(words.lstrip())
    end = match.start() + len(words.rstrip())
    gaps = [
        Gap(*space.span(), signs.right(space.start() - 1), signs.left(space.end()))
        for space in _SPACE.finditer(signs.units, start, end)
    ]
    left, right = signs.place(start)[0], signs.right(end - 1)
    return Row(start, end, left, max(left, right), signs.size((start + end) // 2), tuple(gaps))


def _line(signs: Signs, page: int, segment: Segment, match: re.Match[str], notes: Set[str]) -> Line:
    first, last = segment.start, segment.end - 1
    samples = [first + (last - first) * quarter // 4 for quarter in range(5)]
    left, base = signs.place(first)
    # A word or two in another type do not make another line.
    size = median(signs.size(at) for at in samples)
    return Line(
        words=_without_marks(signs, segment, base, size, notes),
        page=page,
        left=left,
        right=max(signs.right(last), left),
        base=base,
        size=size,
        bold=all(map(signs.is_bold, samples)),
        hyphened=match[2] in _HYPHENED and segment.end >= match.start() + len(match[1].rstrip()),
    )


def _without_marks(
    signs: Signs, segment: Segment, base: float, size: float, notes: Set[str]
) -> str:
    """The words of a line but for the small raised numbers that point to notes.

    After a letter such a number may be a power, so there the page must have a note of that number.
    """
    from texts.loading.pdf_signs import whole

    words = signs.units[segment.start : segment.end]
    for mark in reversed(list(_NOTE_MARK.finditer(words))):
        at = segment.start + mark.start()
        may_be = mark[0] in notes or not words[mark.start() - 1].isalpha()
        if may_be and signs.size(at) < _SMALL * size and signs.place(at)[1] > base + _RAISED * size:
            words = words[: mark.start()] + words[mark.end() :]
    return whole(words.strip())
