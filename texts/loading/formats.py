"""The formats that can be read: by which ending each is known, and which module reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

__all__ = ["E_MAIL", "FORMATS", "MAILBOX", "PLAIN", "Format", "suffix_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is no plain text."""

    words: str
    """What it is called, for the reader; after "is no" in a sentence."""
    module: str
    """The module whose `read` takes the bytes of such a file and gives an `Extract`."""


PLAIN = {".txt": "plain text", ".text": "plain text", ".md": "Markdown", ".markdown": "Markdown"}
"""The endings of files whose bytes are their text, and what each is called."""

MAILBOX = ".mbox"
"""The ending of a mailbox, which stands for its messages as a folder does for its files."""

E_MAIL = Format("e-mail", "texts.loading.mail")
"""Also of a message in a mailbox, whose path has no ending."""

_WEB_PAGE = Format("web page", "texts.loading.webpage")
_GZIPPED = Format("compressed text", "texts.loading.gzipped")

FORMATS = {
    ".html": _WEB_PAGE,
    ".htm": _WEB_PAGE,
    ".xhtml": _WEB_PAGE,
    ".docx": Format("Word document", "texts.loading.docx"),
    ".odt": Format("OpenDocument text", "texts.loading.odt"),
    ".epub": Format("e-book", "texts.loading.epub"),
    ".rtf": Format("rich text", "texts.loading.rtf"),
    ".eml": E_MAIL,
    ".pdf": Format("PDF", "texts.loading.pdf"),
} | {f"{suffix}.gz": _GZIPPED for suffix in PLAIN}
"""The formats that are read in a process of their own, by their endings in small letters."""


def suffix_of(path: PurePath) -> str:
    """The ending that tells a file's format, in small letters; both endings of ``.txt.gz``."""
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return PurePath(path.stem).suffix.lower() + suffix
    return suffix
