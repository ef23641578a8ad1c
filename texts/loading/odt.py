"""OpenDocument texts: paragraphs with what their styles say they are, notes apart, changes accepted.

After OpenDocument 1.3, part 3, sections 5, 6 and 16.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from texts.document import Origin, ParagraphKind
from texts.errors import Locked
from texts.loading.archive import Archive
from texts.loading.extract import LINE_BREAK, Extract, folded
from texts.loading.stated import day, named
from texts.loading.xml import Attributes, Element, Statements, go_through

__all__ = ["read"]

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = {
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}meta:1.0": "meta",
    f"{_OASIS}manifest:1.0": "manifest",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_QUOTE: Final = re.compile(r"(?:block_20_text|quotations?|quote)$", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:sub)?title$|heading", re.IGNORECASE)
_LENGTH: Final = re.compile(r"(\d{1,4}(?:\.\d+)?)(cm|mm|in|pt)")
_MILLIMETRES: Final = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 0.3528}
_INDENTED: Final = 7.0
"""Millimetres: set in so far at both sides, a paragraph is set apart."""
_SILENT: Final = frozenset(
    (
        "text:tracked-changes",
        "text:note-citation",
        "text:table-of-content",
        "text:illustration-index",
        "text:alphabetical-index",
        "text:sequence-decls",
        "text:ruby-text",
        "office:annotation",
        "office:forms",
    )
)
_PARAGRAPHS: Final = ("text:p", "text:h")


@dataclass(slots=True)
class _Style:
    parent: str | None = None
    left: float = 0.0
    right: float = 0.0


def read(data: bytes, shown: str) -> Extract:
    """The text of an OpenDocument text. Raises a `TextsError`."""
    archive = Archive(data, shown, "OpenDocument text")
    if "META-INF/manifest.xml" in archive:
        manifest = _Manifest()
        go_through(
            archive.member("META-INF/manifest.xml"), manifest, _SPACES, shown, "its manifest"
        )
        if manifest.is_encrypted:
            raise Locked(f"{shown} is locked with a password; save it without.")
    styles: dict[str, _Style] = {}
    if "styles.xml" in archive:
        go_through(archive.member("styles.xml"), _Styles(styles), _SPACES, shown, "its styles")
    extract = Extract()
    go_through(archive.member("content.xml"), _Text(extract, styles), _SPACES, shown, "its text")
    if "meta.xml" in archive:
        facts = Statements()
        go_through(archive.member("meta.xml"), facts, _SPACES, shown, "its properties")
        extract.origin = _origin(facts)
    return extract


def _origin(facts: Statements) -> Origin:
    """Who began it and when, what it is called. Who changed it last is its author only failing that."""
    return Origin(
        title=named(facts.first("dc:title")),
        author=named(facts.first("meta:initial-creator", "dc:creator")),
        outlet=named(facts.first("dc:publisher", "Publisher")),
        date=day(facts.first("meta:creation-date", "dc:date")),
    )


class _Manifest(Element):
    """Whether a member is encrypted."""

    is_encrypted = False

    def start(self, name: str, _attributes: Attributes, /) -> None:
        self.is_encrypted |= name.endswith("encryption-data")


class _Styles(Element):
    """Takes in paragraph styles, by name."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._current = _Style()

    def start(self, name: str, attributes: Attributes, /) -> None:
        if name == "style:style":
            self._current = _Style(attributes.get("style:parent-style-name"))
            self._styles[attributes.get("style:name", "")] = self._current
        elif name == "style:paragraph-properties":
            self._current.left = _millimetres(attributes.get("fo:margin-left"))
            self._current.right = _millimetres(attributes.get("fo:margin-right"))


def _millimetres(length: str | None) -> float:
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _MILLIMETRES[found[2]] if found else 0.0


class _Text(_Styles):
    """Adds each paragraph to an extract as it ends; those of notes wait for the end by themselves."""

    def __init__(self, extract: Extract, styles: dict[str, _Style]) -> None:
        super().__init__(styles)
        self._extract = extract
        self._open: list[tuple[list[str], ParagraphKind]] = []
        self._silent = 0
        self._in_note = 0
        self._in_body = False

    def start(self, name: str, attributes: Attributes, /) -> None:
        if name in _SILENT:
            self._silent += 1
        elif name == "office:body":
            self._in_body = True
        elif not self._in_body:
            super().start(name, attributes)
        elif name == "text:note":
            self._in_note += 1
        elif name in _PARAGRAPHS:
            style = attributes.get("text:style-name")
            self._open.append(([], self._kind_of(name, style)))
        elif self._open and not self._silent:
            if name in ("text:s", "text:tab"):
                self._open[-1][0].append(" ")
            elif name == "text:line-break":
                self._open[-1][0].append(LINE_BREAK)

    def end(self, name: str, /) -> None:
        if name in _SILENT:
            self._silent -= 1
        elif name == "text:note":
            self._in_note -= 1
        elif name in _PARAGRAPHS and self._open:
            pieces, kind = self._open.pop()
            self._extract.add(folded("".join(pieces)), kind)

    def words(self, words: str, /) -> None:
        if self._open and not self._silent:
            self._open[-1][0].append(words)

    def _kind_of(self, name: str, style: str | None) -> ParagraphKind:
        if self._in_note:
            return ParagraphKind.FOOTNOTE
        if name == "text:h":
            return ParagraphKind.HEADING
        left = right = 0.0
        seen: set[str] = set()
        while style is not None and style not in seen:
            seen.add(style)
            if _QUOTE.match(style):
                return ParagraphKind.BLOCK_QUOTE
            if _TITLE.match(style):
                return ParagraphKind.HEADING
            known = self._styles.get(style)
            if known is None:
                break
            left, right = left or known.left, right or known.right
            style = known.parent
        return ParagraphKind.BLOCK_QUOTE if min(left, right) >= _INDENTED else ParagraphKind.PROSE
