"""Links to words: ``doc:/home/me/report.txt#p6.14-88.3fa9c0d1e2b4a5f6.The%20city``.

After the path, percent-escaped, come the paragraph, the characters in it (half-open, counted from
its beginning), the beginning of the digest of the file, and the first words. The numbers lead there
while the file stays as it is, the words when it has been edited, and the digest when it has moved
and the library has it. Nothing in a link means anything to a shell.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, quote_from_bytes, unquote, unquote_to_bytes

from texts.document import Document, Span
from texts.loading.controls import harmless_path
from tui.errors import UserError
from tui.places import place_of_words

__all__ = ["SCHEME", "Landing", "Link", "link_to", "parsed"]

SCHEME: Final = "doc:"
_DIGITS: Final = 16
"""Of the digest: enough that no two files of anybody's library share them by chance."""
_MOST_WORDS: Final = 48
"""Characters of the words."""

_LINK: Final = re.compile(
    r"doc:(?P<path>[^#]+)#p(?P<paragraph>[1-9][0-9]{0,8})"
    r"\.(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})"
    rf"(?:\.(?P<digest>[0-9a-f]{{{_DIGITS}}})(?:\.(?P<words>.*))?)?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a link leads in a document."""

    offset: int
    stands: bool
    """Whether the words of the link are there."""
    moved: bool
    """Whether they were elsewhere when it was made."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a text, and what helps to find it again."""

    path: str
    """Of the file, as the system takes it."""
    paragraph: int
    start: int
    """Half-open, in characters from the beginning of the paragraph; the end may lie in a later one."""
    end: int
    digest: str = ""
    """The first hexadecimal digits of the SHA-256 of the file; empty where it is not told."""
    words: str = ""
    """The first words of the place, on one line; empty where they are not told."""

    def __str__(self) -> str:
        path = quote_from_bytes(os.fsencode(self.path), safe="/")
        parts = [f"{SCHEME}{path}#p{self.paragraph}", f"{self.start}-{self.end}"]
        if self.digest:
            parts.append(self.digest)
            if self.words:
                parts.append(quote(self.words, safe="", errors="replace"))
        return ".".join(parts)

    def landing_in(self, document: Document) -> Landing:
        """The place in a document, which may have changed since. Linear in its text.

        Where the words are gone it is the beginning of the paragraph with that number, or of the
        last one.
        """
        paragraphs = document.paragraphs
        paragraph = paragraphs[min(self.paragraph, len(paragraphs)) - 1].span
        if self.paragraph <= len(paragraphs) and self.start < len(paragraph):
            offset = paragraph.start + self.start
            beginning = " ".join(document.text[offset : offset + 2 * _MOST_WORDS].split())
            if beginning.startswith(self.words):
                return Landing(offset, stands=True, moved=False)
        # As near as can be to where they were: the paragraph may have moved a little.
        found = place_of_words(document.text, self.words, paragraph.start + self.start)
        if found is None:
            return Landing(paragraph.start, stands=False, moved=True)
        return Landing(found, stands=True, moved=True)


def link_to(document: Document, path: str, span: Span) -> Link:
    """The link to a span of a document that is at an absolute path."""
    paragraph = document.paragraphs[document.paragraphs.index_at(span.start)]
    first = paragraph.span.start
    return Link(
        path,
        paragraph.number,
        span.start - first,
        span.end - first,
        document.digest[:_DIGITS],
        _first_words(document.words_of(Span(span.start, min(span.end, span.start + 80)))),
    )


def _first_words(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= _MOST_WORDS:
        return line
    whole = line[:_MOST_WORDS].rpartition(" ")[0]
    return whole or line[:_MOST_WORDS]


def parsed(given: str) -> Link:
    """The link that is written so; a `UserError` where it is none."""
    match = _LINK.fullmatch(given)
    if match is None:
        raise UserError(
            f"{harmless_path(given)[:200]} is no link to words: one is doc:PATH#p6.14-88, "
            "as the reader copies it."
        )
    path = os.fsdecode(unquote_to_bytes(match["path"]))
    if "\0" in path:
        raise UserError("the link names no file: its path holds a character that no path can have.")
    return Link(
        path,
        int(match["paragraph"]),
        int(match["start"]),
        int(match["end"]),
        match["digest"] or "",
        unquote(match["words"] or ""),
    )
