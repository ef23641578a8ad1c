"""The document that the bytes of a plain file are: decoded, made harmless, cut into paragraphs."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from texts.document import Document, Origin
from texts.errors import NoText
from texts.loading import markdown, plain
from texts.loading.controls import harmless, harmless_path
from texts.loading.decoding import decode
from texts.loading.formats import PLAIN

__all__ = ["read_text"]


def read_text(name: str, data: bytes, origin: Origin | None = None) -> Document:
    """The document that the bytes of a file called `name` hold; its ending tells Markdown.

    Offsets count the characters of the decoded text, a byte order mark left out. Raises `NotText` or `NoText`.
    Linear in the data.
    """
    shown = harmless_path(name)
    decoded, encoding = decode(data, shown)
    text = harmless(decoded)
    form = PLAIN.get(PurePath(name).suffix.lower(), PLAIN[".txt"])
    cut = markdown if form == PLAIN[".md"] else plain
    paragraphs = cut.paragraphs_of(text)
    if not paragraphs:
        raise NoText(f"{shown} holds no words; there is nothing to read in it.")
    return Document(
        name=shown,
        text=text,
        decoded=decoded,
        encoding=encoding,
        digest=hashlib.sha256(data).hexdigest(),
        paragraphs=paragraphs,
        origin=origin or Origin(),
        format=form,
    )
