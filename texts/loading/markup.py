"""Walking HTML: its paragraphs in order, each with where it stands in the page.

Tags are taken as browsers take them where it matters to the words: missing end tags are implied,
stray ones ignored, white space folded. Nothing is fetched, run or laid out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Protocol

from texts.document import ParagraphKind
from texts.errors import Damaged, TooMuch
from texts.loading.extract import LINE_BREAK, folded
from texts.loading.limits import DEEPEST

__all__ = ["Attributes", "Block", "Listener", "Where", "walk"]

Attributes = dict[str, str]

_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_SILENT = frozenset(
    "audio button canvas datalist head iframe map math noframes noscript object script select style "
    "svg template textarea title video".split()
)
"""What a reader of the page does not read there, or not as text."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead title tr ul".split()
)
_IN_HEAD = frozenset("base link meta noscript script style template title".split())
_BARE = frozenset("abbr b bdi bdo big code em font i ins kbd s samp small strong tt u var".split())
"""Tags that change nothing that is looked at here, and are often not closed."""
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ENDED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
}
"""Which open elements a start tag ends, up to the list or table that they stand in."""
_SCOPES = frozenset("ul ol dl table menu".split())

_APART = frozenset("aside footer form dialog menu nav".split())
_ROLES_APART = frozenset(
    "alert alertdialog banner complementary contentinfo dialog menu menubar navigation search "
    "toolbar".split()
)
_NAMES_APART = re.compile(
    r"(?!(?:has|is|no|with)[-_])(?:[a-z]+[-_])*"
    r"(?:ads?|advert(?:isement)?s?|banners?|breadcrumbs?|comments?|consent|cookies?|disqus|gdpr|menu|modal|"
    r"most[-_]?read|nav(?:bar|igation)?|newsletter|outbrain|overlay|pag(?:er|ination)|popup|promo(?:tion)?s?|"
    r"pull[-_]?quotes?|recommend(?:ed|ations)?|related|respond|shar(?:e|ing)|side[-_]?bar|sign[-_]?up|skip|social|"
    r"sponsor(?:ed)?|subscri(?:be|ption)|taboola|tags?|toolbar|trending)"
    r"(?:[-_](?:area|bar|block|box|buttons?|container|content|form|inner|items?|links?|list|module|notice|"
    r"outer|panel|posts?|section|stories|widget|wrap(?:per)?))*"
)
_NAMES_ARTICLE = re.compile(
    r"(?:[a-z]+[-_]+)*(?:article|entry|post|story)[-_]*(?:body|content|text)"
)
_LONGEST_NAME = 60
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTES = re.compile(r"(?:[a-z]+-)?(?:footnotes?|endnotes?|rearnotes?)|references")
_NOTE_MARK = re.compile(
    r"(?:[a-z]+-)?(?:noteref|(?:foot|end)note(?:-?ref|-?back(?:ref|link)?)?|backlink|backref)"
)
_MARKS = (("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class Where:
    """In what the words of a block stand."""

    kind: ParagraphKind = ParagraphKind.PROSE
    silent: bool = False
    """Not shown, or not text."""
    apart: bool = False
    """By its tag or role not the page's own matter: navigation, forms, what stands beside."""
    apart_by_name: bool = False
    """The same, by its class or name only."""
    regions: tuple[int, ...] = ()
    """The numbers of the elements around it that call themselves the article, outermost first."""
    level: int = 0
    """Of a heading."""
    linked: bool = False
    points_inside: bool = False
    """In a link to another place of the same page."""
    raised: bool = False
    quotes: int = 0
    """In how many ``q`` elements."""
    verbatim: bool = False
    """Line ends are the page's own."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page."""

    words: str
    where: Where
    linked: int
    """How many of its characters are in links."""


class Listener(Protocol):
    """Who wants to hear what a page says of itself, beside its text."""

    def tag(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""

    def unshown(self, tag: str, words: str) -> None:
        """Words in a ``title`` or ``script``, in pieces."""

    def comment(self, words: str) -> None:
        """A comment."""


def walk(html: str, shown: str, listener: Listener | None = None) -> list[Block]:
    """The blocks of a page that are text, in order. Raises `TooMuch` where it is nested too deeply.

    Raises `Damaged` where no tags can be told. Linear in the page but for what `html.parser` makes of it.
    """
    walker = _Walker(shown, listener)
    try:
        walker.feed(html)
        walker.close()
    except AssertionError:
        # What html.parser says of declarations that it cannot make out.
        raise Damaged(f"{shown} is damaged: its tags cannot be made out.") from None
    walker.flush()
    return walker.blocks


class _Walker(HTMLParser):
    def __init__(self, shown: str, listener: Listener | None) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._shown = shown
        self._listener = listener
        self._open: list[tuple[str, Where]] = []
        self._count: Counter[str] = Counter()
        self._where = Where()
        self._pieces: list[str] = []
        self._linked = 0
        self._regions = 0

    # What html.parser tells.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in reversed(attrs)}
        if self._listener is not None:
            self._listener.tag(tag, attributes)
        if self._count["head"] and tag not in _IN_HEAD:
            self.handle_endtag("head")
        if tag == "br":
            self._pieces.append(LINE_BREAK)
            return
        if tag in _BLOCKS:
            self._end_implied(tag)
            self.flush()
        elif tag in _BARE:
            return
        if tag in _VOID:
            return
        if len(self._open) >= DEEPEST:
            raise TooMuch(f"{self._shown} is nested too deeply: more than {DEEPEST:,} elements.")
        self._open.append((tag, self._where))
        self._count[tag] += 1
        self._where = self._inside(tag, attributes)
        if tag == "q" and not self._where.silent:
            self._pieces.append(_MARKS[(self._where.quotes - 1) % 2][0])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and tag not in _BARE:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._count[tag]:
            return
        while self._open:
            if self._open[-1][0] in _BLOCKS:
                self.flush()
            top, before = self._open.pop()
            self._count[top] -= 1
            if top == "q" and not self._where.silent:
                self._pieces.append(_MARKS[(self._where.quotes - 1) % 2][1])
            self._where = before
            if top == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._where.silent:
            top = self._open[-1][0]
            if self._listener is not None and top in ("title", "script"):
                self._listener.unshown(top, data)
            return
        if self._where.verbatim:
            data = data.replace("\n", LINE_BREAK)
        self._pieces.append(data)
        if self._where.linked:
            self._linked += len(data)

    def handle_comment(self, data: str) -> None:
        if self._listener is not None:
            self._listener.comment(data)

    def flush(self) -> None:
        """What has been read since the last block is one."""
        if self._pieces:
            words = folded("".join(self._pieces))
            if words:
                self.blocks.append(Block(words, self._where, self._linked))
            self._pieces.clear()
        self._linked = 0

    def _end_implied(self, tag: str) -> None:
        """End what a block's start tag ends by itself."""
        if self._count["p"]:
            for top, _ in reversed(self._open):
                if top == "p":
                    self.handle_endtag("p")
                    break
                if top in _BLOCKS:
                    break
        ended = _ENDED_BY.get(tag)
        if ended is None or not any(self._count[other] for other in ended):
            return
        for top, _ in reversed(self._open):
            if top in _SCOPES:
                return
            if top in ended:
                self.handle_endtag(top)
                if tag != "tr":
                    return

    def _inside(self, tag: str, attributes: Attributes) -> Where:
        where = self._where
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
        names = [name for name in names if len(name) <= _LONGEST_NAME]
        roles = f"{attributes.get('role', '')} {attributes.get('epub:type', '')}".lower().split()
        kind, level = _kind(where, tag, [*names, *roles])
        is_note = kind is ParagraphKind.FOOTNOTE
        regions = where.regions
        if (
            tag in ("article", "main")
            or "main" in roles
            or attributes.get("itemprop", "").lower() == "articlebody"
            or any(map(_NAMES_ARTICLE.fullmatch, names))
        ):
            self._regions += 1
            regions = (*regions, self._regions)
        is_apart = tag in _APART or any(role in _ROLES_APART for role in roles)
        is_quoted = where.kind is ParagraphKind.BLOCK_QUOTE
        # What surrounds everything is called by what it may hold: "single comments-open".
        is_named_apart = tag not in ("html", "body", "main", "article") and any(
            map(_NAMES_APART.fullmatch, names)
        )
        inside = replace(
            where,
            kind=kind,
            level=level,
            apart=where.apart or (is_apart and not is_note and not is_quoted),
            apart_by_name=where.apart_by_name or (is_named_apart and not is_note),
            regions=regions,
            linked=where.linked or tag == "a",
            points_inside=where.points_inside
            or (tag == "a" and attributes.get("href", "").startswith("#")),
            raised=where.raised or tag == "sup",
            quotes=where.quotes + (tag == "q"),
            verbatim=where.verbatim or tag == "pre",
        )
        is_silent = (
            where.silent
            or tag in _SILENT
            or "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
            # The number that points to a note is no word of the sentence it hangs on.
            or (inside.points_inside and inside.raised)
            or (tag in ("a", "sup") and any(map(_NOTE_MARK.fullmatch, [*names, *roles])))
        )
        return replace(inside, silent=is_silent) if is_silent else inside


def _kind(where: Where, tag: str, names: list[str]) -> tuple[ParagraphKind, int]:
    """What the words in an element are, and the level if that is a heading."""
    if where.kind is ParagraphKind.FOOTNOTE:
        return where.kind, 0
    if tag in _BLOCKS and any(map(_NOTES.fullmatch, names)):
        return ParagraphKind.FOOTNOTE, 0
    if tag in _HEADINGS:
        return ParagraphKind.HEADING, int(tag[1])
    if tag == "blockquote":
        return ParagraphKind.BLOCK_QUOTE, 0
    if tag == "footer" and where.kind is ParagraphKind.BLOCK_QUOTE:
        # Where a block quotation says whom it is from: no words of theirs.
        return ParagraphKind.PROSE, 0
    return where.kind, where.level
