"""What a search found, as the reader needs it: lights by paragraph, rows in context, a count in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.content import Content

from texts.document import Paragraphs, Span

if TYPE_CHECKING:
    from index.hits import Hit, Results
    from index.kept.catalogue import KeptDocument
    from texts.document import Document
    from tui.filters import Filter

__all__ = ["Answer", "Lights", "Row", "rows_of", "summary_of"]


class Lights(Mapping[int, Sequence[Span]]):
    """The places of a search by paragraph index, looked up when a paragraph is drawn.

    A common word has thousands of places, of which a screen shows forty: O(log n) for each.
    """

    def __init__(self, places: Sequence[Span], paragraphs: Paragraphs) -> None:
        """`places` are in order; each lies in one of `paragraphs`."""
        self._places = places
        self._paragraphs = paragraphs

    def __getitem__(self, index: int) -> Sequence[Span]:
        paragraph = self._paragraphs[index].span
        first = bisect_left(self._places, paragraph.start, key=_start)
        after = bisect_left(self._places, paragraph.end, first, key=_start)
        if first == after:
            raise KeyError(index)
        return self._places[first:after]

    def __iter__(self) -> Iterator[int]:
        last = None
        for place in self._places:
            index = self._paragraphs.index_at(place.start)
            if index != last:
                yield index
            last = index

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph that was found, with the words around the first place in it."""

    document: str
    """The name of its document."""
    start: int
    """Where it leads: an offset into the document's text."""
    content: Content
    kept: KeptDocument | None = None
    """Its document, where that was found in the library."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found: the whole count in words, the first rows, and what to light where."""

    summary: str = ""
    rows: Sequence[Row] = field(default=(), repr=False)
    places: Mapping[str, Sequence[Span]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    """What to light, in order, by the name of the document."""
    is_final: bool = True
    """Whether everything has been searched that there is to search."""
    filters: Callable[[], list[Filter]] = list
    """Ways to narrow it. Linear in all that was found; asked for off the event loop."""


def rows_of(document: Document, hits: Sequence[Hit], width: int) -> list[Row]:
    """A row for each of `hits`, about `width` cells wide."""
    from index.hits import snippet

    rows = []
    for hit in hits:
        cut = snippet(document, hit, width)
        lead = f"¶ {hit.paragraph:<6,}{'  ' if cut.opened else '… '}"
        content = Content(lead).stylize("$reader-quiet") + Content(cut.line)
        if not cut.closed:
            content = content + Content(" …").stylize("$reader-quiet")
        for span in cut.spans:
            content = content.stylize("bold $accent", len(lead) + span.start, len(lead) + span.end)
        place = hit.spans[0] if hit.spans else document.paragraphs[hit.paragraph - 1].span
        rows.append(Row(hit.document, place.start, content))
    return rows


def summary_of(results: Results, places: int, texts: str = "") -> str:
    """How much was found, how far it was looked for, or what to try next.

    `places` is how many are lit, where that is known; `texts` says in which texts, if in many.
    """
    covered, count = results.covered, results.paragraphs
    so_far = texts
    if covered < count:
        so_far += f" · {covered:,} of {count:,} paragraphs searched so far"
    if not results.hits:
        return f"nothing found{so_far or '; try fewer words, or word* for its endings'}"
    found = f"{results.total:,} paragraph{'s' * (results.total != 1)}"
    if places:
        found = f"{places:,} place{'s' * (places != 1)} in {found}"
    shown = (
        f", the first {len(results.hits):,}" if texts and len(results.hits) < results.total else ""
    )
    return f"{found}{shown}{so_far}"


def _start(span: Span) -> int:
    return span.start
