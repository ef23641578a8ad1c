"""Word documents: paragraphs with what their styles say they are, notes apart, changes accepted.

After ECMA-376, part 1, section 17. Deleted text, comments, headers and footers are no part of the text;
a text box stands where it is anchored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from texts.document import Origin, ParagraphKind
from texts.loading.archive import Archive
from texts.loading.extract import LINE_BREAK, Extract, folded
from texts.loading.stated import day, named
from texts.loading.xml import Attributes, Element, Statements, go_through

__all__ = ["read"]

_SPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
_DOCUMENT: Final = "word/document.xml"
_HEADING: Final = re.compile(r"(?:heading\b|title$|subtitle$)", re.IGNORECASE)
_QUOTE: Final = re.compile(r"(?:block|intense|long)?\s*(?:quot\w*|text)$", re.IGNORECASE)
_BODY_LEVEL: Final = 9
"""The outline level of what is no heading."""
_INDENTED: Final = 400
"""Twentieths of a point, about 7 mm: set in so far at both sides, a paragraph is set apart."""
_SILENT: Final = frozenset(
    ("w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:rPrChange", "w:pPrChange")
)
_NOT_NOTES: Final = frozenset(("separator", "continuationSeparator", "continuationNotice"))


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str | None = None
    level: int | None = None
    left: int = 0
    right: int = 0


def read(data: bytes, shown: str) -> Extract:
    """The text of a Word document. Raises a `TextsError`."""
    archive = Archive(data, shown, "Word document")
    styles = _Styles()
    if "word/styles.xml" in archive:
        go_through(archive.member("word/styles.xml"), styles, _SPACES, shown, "its styles")
    extract = Extract()
    go_through(archive.member(_DOCUMENT), _Text(extract, styles), _SPACES, shown, "its text")
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in archive:
            notes = _Text(extract, styles, ParagraphKind.FOOTNOTE)
            go_through(archive.member(part), notes, _SPACES, shown, "its notes")
    if "docProps/core.xml" in archive:
        facts = Statements()
        go_through(archive.member("docProps/core.xml"), facts, _SPACES, shown, "its properties")
        extract.origin = _origin(facts)
    return extract


def _origin(facts: Statements) -> Origin:
    """Who wrote it, what it is called, and, where no day is stated, when it was begun."""
    return Origin(
        title=named(facts.first("dc:title")),
        author=named(facts.first("dc:creator")),
        outlet=named(facts.first("dc:publisher")),
        date=day(facts.first("dc:date", "dcterms:created")),
    )


class _Styles(Element):
    """What each paragraph style is, by its id, what it is based on included."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._current = _Style()

    def start(self, name: str, attributes: Attributes, /) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._current = self._styles.setdefault(attributes.get("w:styleId", ""), _Style())
        elif name == "w:name":
            self._current.name = value
        elif name == "w:basedOn":
            self._current.based_on = value
        else:
            _take_form(self._current, name, attributes)

    def kind_of(self, style: str | None, own: _Style) -> ParagraphKind:
        """What a paragraph with a style, and with a form of its own, is."""
        level, left, right = own.level, own.left, own.right
        seen: set[str] = set()
        while style is not None and style not in seen and style in self._styles:
            seen.add(style)
            known = self._styles[style]
            if level is None:
                level = known.level
            left, right = left or known.left, right or known.right
            if _HEADING.match(known.name):
                return ParagraphKind.HEADING
            if _QUOTE.match(known.name) and known.name.lower() not in ("text", "body text"):
                return ParagraphKind.BLOCK_QUOTE
            style = known.based_on
        if level is not None and level < _BODY_LEVEL:
            return ParagraphKind.HEADING
        if min(left, right) >= _INDENTED:
            return ParagraphKind.BLOCK_QUOTE
        return ParagraphKind.PROSE


def _take_form(style: _Style, name: str, attributes: Attributes) -> None:
    if name == "w:outlineLvl":
        style.level = _number(attributes.get("w:val"))
    elif name == "w:ind":
        style.left = _number(attributes.get("w:left") or attributes.get("w:start")) or 0
        style.right = _number(attributes.get("w:right") or attributes.get("w:end")) or 0


def _number(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?\d{1,9}", value) else None


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str]
    style: str | None
    form: _Style


class _Text(Element):
    """Adds each paragraph to an extract as it ends; one in a text box before the one it hangs on."""

    def __init__(
        self, extract: Extract, styles: _Styles, kind: ParagraphKind | None = None
    ) -> None:
        self._extract = extract
        self._styles = styles
        self._kind = kind
        self._open: list[_Paragraph] = []
        self._silent = 0
        self._in_words = False
        self._is_wanted = True

    def start(self, name: str, attributes: Attributes, /) -> None:
        if name in _SILENT:
            self._silent += 1
        elif name in ("w:footnote", "w:endnote"):
            self._is_wanted = attributes.get("w:type") not in _NOT_NOTES
        elif name == "w:p":
            self._open.append(_Paragraph([], None, _Style()))
        elif not self._open or self._silent:
            return
        elif name == "w:t":
            self._in_words = True
        elif name in _SIGNS:
            if name != "w:br" or attributes.get("w:type") in (None, "textWrapping"):
                self._open[-1].pieces.append(_SIGNS[name])
        elif name == "w:pStyle":
            self._open[-1].style = attributes.get("w:val")
        else:
            _take_form(self._open[-1].form, name, attributes)

    def end(self, name: str, /) -> None:
        if name in _SILENT:
            self._silent -= 1
        elif name == "w:t":
            self._in_words = False
        elif name == "w:p" and self._open:
            paragraph = self._open.pop()
            if self._is_wanted:
                kind = self._kind or self._styles.kind_of(paragraph.style, paragraph.form)
                self._extract.add(folded("".join(paragraph.pieces)), kind)

    def words(self, words: str, /) -> None:
        if self._in_words and self._open:
            self._open[-1].pieces.append(words)


_SIGNS: Final = {
    "w:tab": " ",
    "w:ptab": " ",
    "w:br": LINE_BREAK,
    "w:cr": LINE_BREAK,
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
