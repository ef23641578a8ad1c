"""Files made to hurt who opens them, and a folder of them with one good text among them."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.data.articles import feature
from tests.data.pdf_writing import assembled
from tests.data.writing import WRITERS, docx, zipped

__all__ = ["HOSTILE", "TRUNCATED", "WRONG", "good", "make_special", "truncated", "wrong_endings"]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
_GOOD_PAGE = b"<html><body><p>He said so.</p>"


def _deflated(size: int, wbits: int) -> bytes:
    """So many spaces, compressed, without ever being there at once."""
    packing = zlib.compressobj(9, wbits=wbits)
    step = b" " * (1 << 20)
    pieces = [packing.compress(step) for _ in range(size >> 20)]
    return b"".join([*pieces, packing.flush()])


def _zip_bomb(size: int, stated: int) -> bytes:
    """A Word document whose text unpacks to `size` bytes, and says that they are `stated`."""
    data = _deflated(size, -15)
    name = b"word/document.xml"
    sizes = struct.pack("<III", 0, len(data), stated)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes
    local += struct.pack("<HH", len(name), 0) + name + data
    central = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
    central += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _word(document: str) -> bytes:
    return zipped({"word/document.xml": document})


def _book(chapters: int, chapter: bytes) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(chapters))
    return zipped(
        {
            "META-INF/container.xml": (
                '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                '<rootfile full-path="book.opf"/></rootfiles></container>'
            ),
            "book.opf": (
                f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest>'
                f"<spine>{spine}</spine></package>"
            ),
            **{f"c{n}.xhtml": chapter for n in range(chapters)},
        }
    )


def _pdf_page(content: bytes, kids: bytes = b"[3 0 R]", count: int = 1) -> bytes:
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids " + kids + b" /Count " + str(count).encode() + b" >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Filter /FlateDecode /Length " + str(len(content)).encode() + b" >>\nstream\n"
            + content + b"\nendstream",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        ]
    )  # fmt: skip


def _mail(headers: str, body: str = "He said so.\n") -> bytes:
    return f"From: a@b.example\nSubject: x\n{headers}\n{body}".encode()


def _nested_mail(depth: int) -> bytes:
    lines = [
        f'Content-Type: multipart/mixed; boundary="b{level}"\n\n--b{level}'
        for level in range(depth)
    ]
    return _mail("MIME-Version: 1.0\n" + "\n".join(lines) + "\nContent-Type: text/plain\n")


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "zip bomb.docx": lambda mb: _zip_bomb(mb << 20, mb << 20),
    "lying zip bomb.docx": lambda mb: _zip_bomb(mb << 20, 100),
    "bomb of chapters.epub": lambda mb: _book(max(40, mb // 8), b"<p>" + b" " * (8 << 20)),
    "billion laughs.docx": lambda _: _word(
        f'<!DOCTYPE w [<!ENTITY l0 "ha">{_LAUGHS}]><w:document {_W}>&l9;</w:document>'
    ),
    "billion laughs.html": lambda _: (
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{_LAUGHS}]><p>He said &l9; so.</p>'.encode()
    ),
    "external entity.docx": lambda _: _word(
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {_W}>&x;</w:document>'
    ),
    "nested elements.docx": lambda mb: _word(
        f"<w:document {_W}>" + "<w:p>" * (mb * 2_000) + "</w:document>"
    ),
    "one long line.html": lambda _: _GOOD_PAGE + b"word " * ((48 << 20) // 5) + b"</body>",
    "nested tags.html": lambda _: b"<div>" * 200_000 + b"He said so.",
    "unended marks.html": lambda _: b"<![" * 1_000_000,
    "unended comments.html": lambda _: _GOOD_PAGE + b"<!--" * 1_000_000,
    "unended tag.html": lambda _: _GOOD_PAGE + b"<a " + b"b='" * 1_000_000,
    "nested facts.html": lambda _: (
        b'<script type="application/ld+json">' + b"[" * 400_000 + b"</script><p>So.</p>"
    ),
    "nested groups.rtf": lambda _: b"{\\rtf1" + b"{" * 200_000,
    "nested parts.eml": lambda _: _nested_mail(5_000),
    "endless header.eml": lambda _: _mail("To: " + "=?utf-8?q?a?= <" * 60_000 + "\n"),
    "stream bomb.pdf": lambda mb: _pdf_page(_deflated(mb << 20, 15)),
    "text bomb.pdf": lambda mb: _pdf_page(
        zlib.compress(b"BT /F1 9 Tf " + b"(abcdefghij) Tj " * (mb * 10_000) + b"ET")
    ),
    "cyclic pages.pdf": lambda _: _pdf_page(b"", kids=b"[2 0 R 2 0 R]", count=2),
    "a million pages.pdf": lambda _: _pdf_page(b"", count=1_000_000),
    "gzip bomb.txt.gz": lambda mb: _deflated(mb << 20, 31),
    "\x1b]0;owned\x07\nname \u202e.docx": lambda _: b"PK\x03\x04 and nothing else",
}
"""What is in each file, by its name; the number is the size of its bombs in megabytes."""

TRUNCATED = (".docx", ".odt", ".epub", ".rtf", ".md.gz", ".pdf")
"""The formats in which half a file can be told from a whole one."""


def truncated() -> Iterator[tuple[str, bytes]]:
    """Files that were cut off in the middle."""
    for suffix in TRUNCATED:
        data = WRITERS[suffix](feature())
        yield f"half{suffix}", data[: len(data) // 2]


def wrong_endings() -> Iterator[tuple[str, bytes]]:
    """Files that are something else than their names say."""
    kinds = {suffix: WRITERS[suffix](feature()) for suffix in (".pdf", ".docx", ".rtf", ".txt")}
    kinds[".png"] = b"\x89PNG\r\n\x1a\n" + bytes(100)
    for is_, called in WRONG:
        yield f"{is_[1:]} called{called}", kinds[is_]


WRONG = (
    (".pdf", ".docx"),
    (".docx", ".pdf"),
    (".pdf", ".txt"),
    (".docx", ".html"),
    (".png", ".html"),
    (".png", ".eml"),
    (".txt", ".rtf"),
    (".txt", ".epub"),
    (".txt", ".html"),
    (".rtf", ".odt"),
    (".txt", ".txt.gz"),
    (".txt", ".mbox"),
    (".txt", ".eml"),
)
"""What a file is, and what it is called."""


def make_special(folder: Path) -> list[Path]:
    """Make what is no file at all but called like one: a pipe, a link to itself, a device."""
    pipe, loop, device = folder / "pipe.docx", folder / "loop.pdf", folder / "device.html"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    made = [pipe, loop]
    try:
        os.mknod(device, 0o20644, os.makedev(1, 5))
    except PermissionError:
        # Only the superuser makes devices; its link is refused as what it is.
        device.symlink_to("/dev/zero")
    return [*made, device]


def good() -> bytes:
    """The one file that can be read."""
    return docx(feature())
