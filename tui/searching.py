"""Searching: a line, and where to look, become an answer that a screen can show."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.content import Content

from texts.document import Span
from tui.found import Answer, Row, rows_of, summary_of
from tui.wording import title_of

if TYPE_CHECKING:
    from index.hits import Hit, Results
    from texts.document import Document
    from tui.session import Session

__all__ = ["Scope", "answer"]

_MOST_HITS = 20_000
_MOST_ROWS = 200


class Scope(StrEnum):
    """Where words are looked for."""

    THIS = "this text"
    ALL = "all texts"

    @property
    def other(self) -> Scope:
        """The one that is not this."""
        return Scope.ALL if self is Scope.THIS else Scope.THIS


def answer(
    session: Session,
    line: str,
    scope: Scope,
    document: Document,
    width: int,
    cancelled: Callable[[], bool],
) -> Answer:
    """What `line` finds in `document`, as it stands, or, best first, in all texts.

    Its rows are about `width` cells wide; those of all texts stand together by their text. Raises
    what `Library.search` does. May be called off the event loop.
    """
    if scope is Scope.THIS:
        results = session.library.search(
            line,
            limit=_MOST_HITS,
            typing=True,
            documents=(document.name,),
            ranked=False,
            cancelled=cancelled,
        )
        places = results.hits.places()
        return Answer(
            summary_of(results, len(places)),
            rows_of(document, results.hits[:_MOST_ROWS], width),
            {document.name: places},
        )
    results = session.library.search(line, limit=_MOST_ROWS, typing=True, cancelled=cancelled)
    return _of_all(session, results, width)


def _of_all(session: Session, results: Results, width: int) -> Answer:
    found: dict[str, list[Hit]] = {}
    for hit in results.hits:
        found.setdefault(hit.document, []).append(hit)
    rows: list[Row] = []
    places: dict[str, list[Span]] = {}
    for name, hits in found.items():
        reading = session.library.reading(name)
        if reading is None:
            continue
        hits.sort(key=lambda hit: hit.paragraph)
        own = rows_of(reading.document, hits, width)
        rows += [_under_title(reading.document, own[0], len(own)), *own[1:]]
        places[name] = [span for hit in hits for span in hit.spans]
    return Answer(summary_of(results, 0, _texts(session, len(found))), rows, places)


def _texts(session: Session, found: int) -> str:
    """In how many texts, and how far all of them have been searched."""
    words = f" in {found:,} text{'s' * (found != 1)}" if found else ""
    given = [text for text in session.texts if not text.unreadable]
    done = sum(text.searchable for text in given)
    if done < len(given):
        words += f" · {done:,} of {len(given):,} texts searched so far"
    if lost := len(session.texts) - len(given):
        words += f" · {lost:,} cannot be read"
    return words


def _under_title(document: Document, row: Row, count: int) -> Row:
    """The first row of a text has its title above it."""
    origin = document.origin
    facts = " · ".join(fact for fact in (origin.outlet, origin.date) if fact)
    title = Content.assemble(
        (title_of(document), "bold $primary"),
        (f"  {facts}{' · ' * bool(facts)}{count:,}\n", "$reader-quiet"),
    )
    return Row(row.document, row.start, title + row.content)
