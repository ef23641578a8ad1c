"""Searching: a line, and where to look, become an answer that a screen can show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.content import Content

from texts.document import Span
from tui.filters import About, filters_of
from tui.found import Answer, Row, rows_of, summary_of
from tui.trying import what_to_try
from tui.wording import title_of

if TYPE_CHECKING:
    from index.hits import Counts, Hit, Results
    from index.kept.catalogue import KeptDocument
    from index.kept.library import KeptLibrary
    from index.tree import Query
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
    """What `line` finds in `document`, as it stands; or in all texts, those that are open first,
    then those of the library, best first.

    Its rows are about `width` cells wide; those of all texts stand together by their text. Raises
    what `Library.search` does. May be called off the event loop.
    """
    if scope is Scope.THIS:
        if document.name not in session.library.documents:
            return Answer("opening for search: words are found in a moment", is_final=False)
        results = session.library.search(
            line,
            limit=_MOST_HITS,
            typing=True,
            documents=(document.name,),
            ranked=False,
            cancelled=cancelled,
        )
        places = results.hits.places()
        summary = summary_of(results, len(places))
        if not results.hits:

            def count(query: Query) -> int:
                return session.library.search(
                    query, limit=0, documents=(document.name,), ranked=False, cancelled=cancelled
                ).total

            tried = what_to_try(results.query, session.library.near, count)
            summary = f"nothing found · {tried}" if tried else summary
        return Answer(
            summary,
            rows_of(document, results.hits[:_MOST_ROWS], width),
            {document.name: places},
            results.covered >= results.paragraphs,
            lambda: filters_of([(results.counts(), {document.name: _about(document)})]),
        )
    return _Everywhere(session, line, width, cancelled).answer()


class _Everywhere:
    """A search of all that is open and all that is kept."""

    def __init__(
        self, session: Session, line: str, width: int, cancelled: Callable[[], bool]
    ) -> None:
        self._session = session
        self._line = line
        self._width = width
        self._cancelled = cancelled
        self._rows: list[Row] = []
        self._places: dict[str, Sequence[Span]] = {}
        self._counted: list[Callable[[], tuple[Counts, dict[str, About]]]] = []

    def answer(self) -> Answer:
        library = self._session.library
        # What was met in a search of the library is found there.
        opened = {
            text.document.name: _about(text.document)
            for text in self._session.texts
            if text.document is not None and not text.met
        }
        results = library.search(
            self._line,
            limit=_MOST_ROWS,
            typing=True,
            documents=opened,
            cancelled=self._cancelled,
        )
        for (name, _), hits in _by_document(results.hits).items():
            reading = library.reading(name)
            if reading is not None:
                self._take(reading.document, hits, None)
        self._counted.append(lambda: (results.counts(), opened))
        texts = self._texts()
        kept, lost = self._kept()
        words = summary_of(results, 0, texts) if results.hits or not kept else ""
        if not self._rows and (tried := what_to_try(results.query, library.near, self._count)):
            words = f"nothing found · {tried}"
        return Answer(
            " · ".join(filter(None, (words, kept, lost))),
            self._rows,
            self._places,
            all(text.searchable or text.unreadable for text in self._session.texts if not text.met),
            lambda: filters_of([counted() for counted in self._counted]),
        )

    def _take(self, document: Document, hits: list[Hit], kept: KeptDocument | None) -> None:
        hits.sort(key=lambda hit: hit.paragraph)
        own = rows_of(document, hits, self._width)
        own[0] = replace(own[0], content=_title(document, len(own)) + own[0].content)
        self._rows += [replace(row, kept=kept) for row in own]
        self._places[document.name] = [span for hit in hits for span in hit.spans]

    def _count(self, query: Query) -> int:
        """How many paragraphs of all texts a query finds."""
        opened = [
            text.document.name
            for text in self._session.texts
            if text.document is not None and not text.met
        ]
        total = self._session.library.search(
            query, limit=0, ranked=False, documents=opened, cancelled=self._cancelled
        ).total
        kept = self._session.kept
        if kept is not None:
            is_open = self._session.opened()
            others = [one for one in kept.documents if not is_open(one)]
            found = kept.search(query, limit=0, cancelled=self._cancelled)
            total += _total_in(others, found, kept)
        return total

    def _texts(self) -> str:
        """In how many texts, and how far all of them have been searched."""
        found = len(self._places)
        words = f" in {found:,} text{'s' * (found != 1)}" if found else ""
        texts = [text for text in self._session.texts if not text.met]
        given = [text for text in texts if not text.unreadable]
        done = sum(text.searchable for text in given)
        if done < len(given):
            words += f" · {done:,} of {len(given):,} texts searched so far"
        if lost := len(texts) - len(given):
            words += f" · {lost:,} cannot be read"
        return words

    def _kept(self) -> tuple[str, str]:
        """What the library has beside what is open, in words; and what is wrong with it."""
        from index.errors import BadIndex, DamagedIndex

        try:
            try:
                return self._in_library(), ""
            except DamagedIndex as damage:
                self._session.mend(damage)
                return self._in_library(), ""
        except BadIndex as problem:
            return "", str(problem)

    def _in_library(self) -> str:
        library = self._session.kept
        if library is None or not library.documents:
            return ""
        results = library.search(
            self._line, limit=_MOST_ROWS, typing=True, cancelled=self._cancelled
        )
        is_open = self._session.opened()
        for hits in _by_document(results.hits).values():
            document = library.document(hits[0])
            if document is not None and not is_open(document):
                self._take(library.reading(document).document, hits, document)
        others = [one for one in library.documents if not is_open(one)]

        def counted() -> tuple[Counts, dict[str, About]]:
            abouts = _abouts(others)
            return results.counts(abouts), abouts

        self._counted.append(counted)
        total = _total_in(others, results, library)
        return f"{total:,} in the library’s {len(others):,} other text{'s' * (len(others) != 1)}"


def _total_in(others: Sequence[KeptDocument], results: Results, library: KeptLibrary) -> int:
    """How many paragraphs of some documents of the library are among the results."""
    if len(others) == len(library.documents):
        return results.total
    return sum(results.counts({one.name for one in others}).documents.values())


def _abouts(documents: Sequence[KeptDocument]) -> dict[str, About]:
    return {one.name: About(one.title or PurePath(one.name).name, one.date) for one in documents}


def _about(document: Document) -> About:
    return About(title_of(document), document.origin.date)


def _by_document(hits: Sequence[Hit]) -> dict[tuple[str, str | None], list[Hit]]:
    found: dict[tuple[str, str | None], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.document, hit.address), []).append(hit)
    return found


def _title(document: Document, count: int) -> Content:
    """The line above the rows of a text."""
    origin = document.origin
    facts = [fact for fact in (origin.outlet, origin.date) if fact]
    return Content.assemble(
        (title_of(document), "bold $primary"),
        (f"  {' · '.join([*facts, f'{count:,}'])}\n", "$reader-quiet"),
    )
