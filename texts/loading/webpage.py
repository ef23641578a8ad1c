"""Web pages: the article of a saved page, without what its site puts around it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from html import unescape

from texts.document import ParagraphKind
from texts.errors import NoText, NotText, TooMuch
from texts.loading.decoding import MARKS, refuse_what_is_no_text
from texts.loading.extract import Extract
from texts.loading.furniture import is_furniture
from texts.loading.headings import ends_a_sentence
from texts.loading.limits import LARGEST_PAGE
from texts.loading.markup import Block, walk
from texts.loading.page_facts import PageFacts

__all__ = ["decoded_page", "read"]

_DECLARED = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4_096
_BEGINS = re.compile(r"<html\b", re.IGNORECASE)
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_KNOWN = re.compile(
    r"(?:iso-?8859|windows-?\d|cp\d|koi8|gb|big5|euc|shift|utf-?8|mac|latin|us-ascii|ascii|tis)",
    re.IGNORECASE,
)
_A_PARAGRAPH = 80
"""From so many characters on, a block is likely prose rather than a label."""
_LABEL = 0.1
_LINKED = 0.6
_HALF = 0.5
_SHINGLE = 4
_ALIKE = 0.5


def read(data: bytes, shown: str) -> Extract:
    """The article of a web page. Raises `TooMuch`, `NotText` or `NoText`.

    Which blocks of the page are the article's is told by its structure, else by trafilatura where that
    is installed. The words are always those of the page itself.
    """
    html, encoding = decoded_page(data, shown)
    facts = PageFacts()
    blocks = [block for block in walk(html, shown, facts) if not block.where.silent]
    if not blocks:
        raise NoText(f"{shown} holds no words that are shown; there is nothing to read in it.")
    first = [block.words for block in blocks if block.where.level == 1]
    extract = Extract(
        encoding=encoding,
        origin=facts.origin(first[0] if len(first) == 1 else None),
        left_out="the page seems to be cut off: it has no end" if _is_cut_off(html) else None,
    )
    for block in _article(blocks, html):
        extract.add(block.words, block.where.kind)
    return extract


def _is_cut_off(html: str) -> bool:
    """Whether a page that begins as a whole one ends in a tag, or without the tag that ends pages."""
    if html.rfind("<") > html.rfind(">"):
        return True
    return _BEGINS.search(html, 0, _DECLARED_WITHIN) is not None and not _ENDS.search(html)


def decoded_page(data: bytes, shown: str) -> tuple[str, str]:
    """The text of a page and in words how it was decoded: by mark, by what it declares, else UTF-8.

    Raises `TooMuch` or `NotText`.
    """
    if len(data) > LARGEST_PAGE:
        raise TooMuch(f"{shown} is larger than {LARGEST_PAGE >> 20} MB, too large for a web page.")
    for mark, codec, words in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, errors="replace"), words
    refuse_what_is_no_text(data, shown)
    if b"<" not in data:
        raise NotText(f"{shown} is no web page: there is no tag in it.")
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    name = declared[1].decode("ascii", errors="replace") if declared else ""
    # As browsers do: what calls itself Latin-1 or ASCII is Windows-1252.
    if _KNOWN.match(name) and not re.match(r"iso-?8859-?1$|latin-?1$|(?:us-)?ascii$", name.lower()):
        try:
            return data.decode(name, errors="replace"), name
        except LookupError:
            pass
    return data.decode("cp1252", errors="replace"), "Windows-1252"


def _article(blocks: list[Block], html: str) -> list[Block]:
    """The blocks that make the article."""
    own = [block for block in blocks if not block.where.apart]
    named = [block for block in own if not block.where.apart_by_name]
    # Where a name would take away nearly everything, it means something else.
    region = _best_region(named)
    if region is None and _prose(named) < _HALF * _prose(own):
        region = _best_region(own)
    else:
        own = named
    inside = [block for block in own if region is None or region in block.where.regions]
    article = [block for block in inside if not _is_label(block)]
    # Where the page's structure does not tell its article, its words have to.
    if region is None and (chosen := _shingles_chosen(html)):
        article = _around(article, [_alike(block, chosen) for block in article])
    return _with_headline(blocks, article or inside or own or blocks)


def _prose(blocks: Iterable[Block]) -> float:
    """How much prose stands in blocks: characters that are in no link, those of labels for a tenth."""
    return sum(
        (len(block.words) - block.linked) * (1.0 if len(block.words) >= _A_PARAGRAPH else _LABEL)
        for block in blocks
        if block.where.kind is not ParagraphKind.HEADING
    )


def _best_region(blocks: list[Block]) -> int | None:
    """The innermost ``article`` or ``main`` that holds at least half of the prose, if there is one."""
    prose: defaultdict[int, float] = defaultdict(float)
    for block in blocks:
        for region in block.where.regions:
            prose[region] += _prose([block])
    whole = _prose(blocks)
    # Inner regions have higher numbers.
    return max((region for region, size in prose.items() if size > _HALF * whole), default=None)


def _is_label(block: Block) -> bool:
    """Whether a block is a label or a list of links rather than words to be read."""
    where, words = block.where, block.words
    if where.kind in (ParagraphKind.BLOCK_QUOTE, ParagraphKind.FOOTNOTE):
        return False
    if is_furniture(words):
        return True
    linked = block.linked > _LINKED * len(words)
    return linked and where.level == 0 and not ends_a_sentence(words)


def _with_headline(blocks: list[Block], article: list[Block]) -> list[Block]:
    """The article under the page's one main heading, should that stand outside of it."""
    headlines = [block for block in blocks if block.where.level == 1]
    if len(headlines) != 1 or headlines[0] in article:
        return article
    return [*headlines, *article]


def _around(article: list[Block], is_chosen: list[bool]) -> list[Block]:
    """The blocks chosen, the headings right above them, and what stands among them but for labels.

    A label may be a button; a paragraph that somebody wrote is rather read once too often than lost.
    """
    if True not in is_chosen:
        return article
    first = is_chosen.index(True)
    last = len(is_chosen) - is_chosen[::-1].index(True)
    while first and article[first - 1].where.kind is ParagraphKind.HEADING:
        first -= 1
    return [
        block
        for block, chosen in zip(article[first:last], is_chosen[first:last], strict=True)
        if chosen or block.where.kind is not ParagraphKind.PROSE or len(block.words) >= _A_PARAGRAPH
    ]


def _shingles_chosen(html: str) -> frozenset[tuple[str, ...]] | None:
    """Every few words in a row of what trafilatura takes for the article; `None` without it."""
    try:
        # Half a second, and most pages do not need it.
        from trafilatura import extract
    except ImportError:
        return None
    chosen = extract(html, output_format="xml", include_comments=False, favor_recall=True)
    return frozenset(_shingles(unescape(_TAG.sub(" ", chosen or "")))) or None


def _shingles(words: str) -> list[tuple[str, ...]]:
    each = re.findall(r"\w+", words)
    return [tuple(each[at : at + _SHINGLE]) for at in range(max(1, len(each) - _SHINGLE + 1))]


def _alike(block: Block, chosen: frozenset[tuple[str, ...]]) -> bool:
    shingles = _shingles(block.words)
    return sum(shingle in chosen for shingle in shingles) >= _ALIKE * len(shingles)
