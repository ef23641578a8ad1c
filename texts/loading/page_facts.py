"""What a web page says of itself: title, author, outlet, day and address, as it states them.

Only statements made for the purpose count (Open Graph, schema.org, Dublin Core, Highwire's
``citation_``); nothing is guessed from the text or the address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from texts.document import Origin
from texts.loading.markup import Attributes
from texts.loading.stated import day, named

__all__ = ["PageFacts"]

_TITLES = ("schema:headline", "og:title", "citation_title", "dc.title", "dcterms.title")
_AUTHORS = ("schema:author", "citation_author", "author", "article:author", "dc.creator")
_OUTLETS = ("og:site_name", "schema:publisher", "citation_journal_title", "dc.publisher")
_DAYS = (
    "article:published_time",
    "schema:datepublished",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
_ADDRESSES = ("canonical", "og:url", "saved from")
_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S+)")
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|Report|LiveBlogPosting)")
_LONGEST_SCRIPT = 1 << 20
_MOST_AUTHORS = 10
_MOST_NODES = 1_000


class PageFacts:
    """Hears the tags of a page, and says at the end what the page stated."""

    def __init__(self) -> None:
        self._stated: dict[str, list[str]] = {}
        self._title: list[str] = []
        self._script: list[str] | None = None
        self._scripts: list[str] = []

    def tag(self, tag: str, attributes: Attributes) -> None:
        """Take in a start tag."""
        if self._script is not None:
            self._scripts.append("".join(self._script))
            self._script = None
        if tag == "meta":
            for key in (attributes.get(name) for name in ("property", "name", "itemprop")):
                self._state(key or "", attributes.get("content", ""))
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            self._state("canonical", attributes.get("href", ""))
        elif tag == "time" and attributes.get("itemprop", "").lower() == "datepublished":
            self._state("schema:datepublished", attributes.get("datetime", ""))
        elif tag == "script" and attributes.get("type", "").lower() == "application/ld+json":
            self._script = []

    def unshown(self, tag: str, words: str) -> None:
        """Take in words of a title or a script."""
        if tag == "title":
            self._title.append(words)
        elif self._script is not None:
            self._script.append(words)

    def comment(self, words: str) -> None:
        """Take in a comment."""
        if saved := _SAVED_FROM.match(words):
            self._state("saved from", saved[1])

    def origin(self, heading: str | None) -> Origin:
        """What was stated; `heading` is the page's one main heading, if it has one."""
        self.tag("", {})
        for script in self._scripts:
            self._schema(script)
        authors = self._all(_AUTHORS)
        return Origin(
            title=self._first(_TITLES) or named(heading) or named("".join(self._title)),
            author=", ".join(authors[:_MOST_AUTHORS]) or None,
            outlet=self._first(_OUTLETS),
            date=next((found for key in _DAYS for found in self._days(key)), None),
            address=next(
                (words for key in _ADDRESSES for words in self._stated.get(key, ())), None
            ),
        )

    def _state(self, key: str, words: str) -> None:
        if words.strip():
            values = self._stated.setdefault(key.lower(), [])
            if len(values) < _MOST_AUTHORS:
                values.append(words.strip())

    def _days(self, key: str) -> Iterator[str]:
        return (found for words in self._stated.get(key, ()) if (found := day(words)))

    def _first(self, keys: tuple[str, ...]) -> str | None:
        return next(iter(self._all(keys)), None)

    def _all(self, keys: tuple[str, ...]) -> list[str]:
        """All different names stated under the first key that has any."""
        for key in keys:
            found = [words for each in self._stated.get(key, ()) if (words := named(each))]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _schema(self, script: str) -> None:
        """Take in a page's JSON-LD, of which only what describes an article counts."""
        if len(script) > _LONGEST_SCRIPT:
            return
        try:
            nodes = [json.loads(script)]
        except (ValueError, RecursionError):
            return
        for _ in range(_MOST_NODES):
            if not nodes:
                return
            node = nodes.pop(0)
            if isinstance(node, list):
                nodes = [*node, *nodes]
            elif isinstance(node, dict):
                nodes.append(node.get("@graph"))
                if any(_ARTICLE.fullmatch(kind) for kind in _words_in(node.get("@type"))):
                    for key in ("headline", "author", "publisher", "datePublished"):
                        for words in _words_in(node.get(key)):
                            self._state(f"schema:{key}", words)


def _words_in(value: object) -> list[str]:
    """The names in a value of JSON-LD: a string, a thing with a name, or several of them."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        name = value.get("name")
        return [name] if isinstance(name, str) else []
    if isinstance(value, list):
        # In JSON-LD no list stands in a list: one that does is not gone into, however deep it is.
        flat = (each for each in value[:_MOST_AUTHORS] if not isinstance(each, list))
        return [words for each in flat for words in _words_in(each)]
    return []
