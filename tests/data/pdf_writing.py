"""Writing a PDF by hand: justified lines with hyphens, headings, set-in quotes, notes, page numbers."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from tests.data.articles import Article
from texts.document import ParagraphKind

__all__ = ["Line", "assembled", "pages", "pdf", "pdf_of"]

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 72
_SIZE, _LEADING = 10, 13
_ADVANCE = 0.6
"""Every sign of Courier is as wide."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page: where it begins, how large it is, how far its words are apart."""

    words: str
    x: float
    y: float
    size: float = _SIZE
    spread: float = 0.0


def pdf(article: Article) -> bytes:
    """An article on as many pages as it needs, with what it is and who wrote it."""
    origin = article.origin
    facts = {
        "Title": origin.title or "",
        "Author": origin.author or "",
        "CreationDate": f"D:{(origin.date or '').replace('-', '')}100000Z",
    }
    return pdf_of(pages(article), facts)


def pages(article: Article) -> list[list[Line]]:
    """The lines of an article, page by page, under a running head and above a page number."""
    made: list[list[Line]] = [[]]
    feet: dict[int, list[Line]] = {}
    room = _WIDTH - 2 * _MARGIN
    y = _HEIGHT - _MARGIN - 20.0
    for part in article.parts:
        size, inset, gap = _SIZE, 0, 8
        if part.kind is ParagraphKind.HEADING:
            size, gap = 14, 16
        elif part.kind is ParagraphKind.BLOCK_QUOTE:
            inset = 36
        y -= gap
        words = part.words + ("\x001" if part.note else "")
        lines = _broken(words, int((room - 2 * inset) / (size * _ADVANCE)))
        for number, line in enumerate(lines):
            if y < _MARGIN + 60:
                made.append([])
                y = _HEIGHT - _MARGIN - 20.0
            is_last = number == len(lines) - 1
            free = room - 2 * inset - len(line) * size * _ADVANCE
            spaces = line.count(" ")
            spread = (
                0 if is_last or not spaces or part.kind is ParagraphKind.HEADING else free / spaces
            )
            made[-1].append(Line(line, _MARGIN + inset, y, size, spread))
            y -= _LEADING * size / _SIZE
        if part.note:
            noted = _broken(f"1 {part.note}", int(room / (8 * _ADVANCE)))
            feet[len(made)] = [
                Line(line, _MARGIN, _MARGIN + 30.0 - 10 * at, 8) for at, line in enumerate(noted)
            ]
    for number, page in enumerate(made, 1):
        page.insert(0, Line("Everything Else Today", _MARGIN, _HEIGHT - 40, 8))
        page += [*feet.get(number, ()), Line(str(number), _WIDTH / 2, 30, 8)]
    return made


def _broken(words: str, width: int) -> list[str]:
    """Lines of at most `width` signs; long words are broken with a hyphen, as typesetters do."""
    lines, line = [], ""
    for word in words.split(" "):
        room = width - len(line) - 1
        if len(word) <= room or not line:
            line = f"{line} {word}" if line else word
            continue
        cut = min(room - 1, len(word) - 3)
        if cut >= 3 and word[: cut + 3].isalpha():
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def pdf_of(made: Sequence[Sequence[Line]], facts: dict[str, str] | None = None) -> bytes:
    """A PDF of these pages. A ``\\x00`` in a line raises the rest of it, as the number of a note."""
    count = len(made)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(made):
        content = zlib.compress(b"\n".join(map(_drawn, lines)))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>".encode()
        )
        head = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + content + b"\nendstream")
    entries = b" ".join(
        f"/{key} ".encode() + _string_utf16(value) for key, value in (facts or {}).items()
    )
    objects.append(b"<< " + entries + b" >>")
    return assembled(objects, info=len(objects))


def assembled(objects: Sequence[bytes], info: int | None = None, trailer: bytes = b"") -> bytes:
    """A file of these objects, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010} 00000 n \n".encode()
    about = f"/Info {info} 0 R " if info else ""
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {about}".encode() + trailer
    return bytes(out + f" >>\nstartxref\n{start}\n%%EOF\n".encode())


def _drawn(line: Line) -> bytes:
    words, _, raised = line.words.partition("\x00")
    shown = f"BT /F1 {line.size} Tf {line.spread:.3f} Tw 1 0 0 1 {line.x} {line.y} Tm ".encode()
    shown += _string(words) + b" Tj"
    if raised:
        shown += (
            f" /F1 {line.size * 0.6} Tf {line.size * 0.4} Ts ".encode() + _string(raised) + b" Tj"
        )
    return shown + b" 0 Ts ET"


def _string(words: str) -> bytes:
    data = words.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return b"(" + data + b")"


def _string_utf16(words: str) -> bytes:
    return b"<" + ("\ufeff" + words).encode("utf-16-be").hex().encode() + b">"
