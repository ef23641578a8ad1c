"""E-books: their chapters in reading order, as web pages of which every word counts.

After EPUB 3.3, sections 4 and 5; older books are built alike.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from texts.document import Origin
from texts.errors import Damaged, Locked, TooMuch
from texts.loading.archive import Archive
from texts.loading.extract import Extract
from texts.loading.limits import LARGEST_PAGE
from texts.loading.markup import walk
from texts.loading.stated import day, named
from texts.loading.webpage import decoded_page
from texts.loading.xml import Attributes, Element, Statements, go_through

__all__ = ["read"]

_SPACES: Final = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "ocf",
    "http://www.idpf.org/2007/opf": "opf",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_CHAPTERS: Final = frozenset(("application/xhtml+xml", "text/html", "application/x-dtbook+xml"))
_MOST_CHAPTERS: Final = 5_000


def read(data: bytes, shown: str) -> Extract:
    """The text of an e-book. Raises a `TextsError`."""
    archive = Archive(data, shown, "e-book")
    container = _Container()
    go_through(archive.member(_CONTAINER), container, _SPACES, shown, "its container")
    if container.package is None:
        raise Damaged(f"{shown} is damaged: it does not say where its book is.")
    package = _Package()
    go_through(archive.member(container.package), package, _SPACES, shown, "its contents")
    folder = posixpath.dirname(container.package)
    chapters = [_inside(folder, href) for href in package.chapters()]
    if len(chapters) > _MOST_CHAPTERS:
        raise TooMuch(f"{shown} has more than {_MOST_CHAPTERS:,} chapters; it was given up.")
    if _ENCRYPTION in archive:
        locks = _Locks()
        go_through(archive.member(_ENCRYPTION), locks, _SPACES, shown, "its locks")
        # Fonts are often scrambled where nothing else is.
        if locks.members & set(chapters):
            raise Locked(f"{shown} is locked (DRM): only its seller's reader can open it.")
    extract = Extract(origin=package.origin())
    for chapter in chapters:
        page = archive.member(chapter)
        if len(page) > LARGEST_PAGE:
            raise TooMuch(f"{shown} has a chapter larger than {LARGEST_PAGE >> 20} MB.")
        for block in walk(decoded_page(page, shown)[0], shown):
            if not block.where.silent:
                extract.add(block.words, block.where.kind)
    return extract


def _inside(folder: str, href: str) -> str:
    """The member that a reference from a folder means. It is a name in the archive, never a path."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


class _Container(Element):
    """Where the package is."""

    package: str | None = None

    def start(self, name: str, attributes: Attributes, /) -> None:
        if name == "ocf:rootfile" and self.package is None:
            self.package = attributes.get("full-path")


class _Locks(Element):
    """Which members are encrypted."""

    def __init__(self) -> None:
        self.members: set[str] = set()

    def start(self, name: str, attributes: Attributes, /) -> None:
        if name == "enc:CipherReference":
            self.members.add(_inside("", attributes.get("URI", "")))


@dataclass(slots=True)
class _Item:
    href: str
    kind: str
    properties: list[str] = field(default_factory=list)


class _Package(Statements):
    """The book's parts, their order, and what it says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, _Item] = {}
        self._spine: list[tuple[str, bool]] = []

    def start(self, name: str, attributes: Attributes, /) -> None:
        if name == "opf:item":
            self._items[attributes.get("id", "")] = _Item(
                attributes.get("href", ""),
                attributes.get("media-type", ""),
                attributes.get("properties", "").split(),
            )
        elif name == "opf:itemref":
            is_aside = attributes.get("linear") == "no"
            self._spine.append((attributes.get("idref", ""), is_aside))
        elif name.startswith("dc:"):
            super().start(name, attributes)

    def chapters(self) -> list[str]:
        """Where the chapters are, in reading order, those aside from it last, without the contents."""
        ordered = sorted(dict(self._spine).items(), key=lambda each: each[1])
        items = [self._items[name] for name, _ in ordered if name in self._items]
        return [
            item.href for item in items if item.kind in _CHAPTERS and "nav" not in item.properties
        ]

    def origin(self) -> Origin:
        """What the book states."""
        authors = [named(words) for words in self.all("dc:creator")]
        return Origin(
            title=named(self.first("dc:title")),
            author=", ".join(filter(None, authors)) or None,
            outlet=named(self.first("dc:publisher")),
            date=day(self.first("dc:date")),
        )
