"""Finding words in a text while typing, and going from hit to hit."""

from __future__ import annotations

import asyncio
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work

from texts.document import Span
from tui.found import Lights, Row, rows_of, summary_of
from tui.screens.travelling import ENDS, Travelling
from tui.session import Session
from tui.widgets.search_panel import SearchPanel

if TYPE_CHECKING:
    from index.hits import Results

__all__ = ["Finding"]

_PAUSE = 0.07
"""Seconds without a key before a search begins: a quick typist starts one search, not six."""
_MOST_HITS = 20_000
_MOST_ROWS = 200
_LEAD = 14
"""Cells of a row that are not words of the text."""
_NARROWEST_ROW = 20


class Finding(Travelling):
    """The page with its search."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hits: Sequence[Span] = ()
        """All places found, in order."""
        self.hit: int | None = None
        """Which of them was gone to."""
        self.looked_for = ""
        self.searches_started = 0
        self._origin = 0
        self._serial = 0
        self._stop = threading.Event()
        self._rows: list[Row] = []

    # The panel.

    def leave_text(self) -> None:
        """A search belongs to its text: no answer to it may be shown in another."""
        super().leave_text()
        self._serial += 1
        self._stop.set()
        self.panel.close()
        self._rows = []
        if self.view.document is not None:
            self._light((), None)

    def leave_for_list(self) -> None:
        self.panel.close()
        self.view.focus()

    def action_find(self) -> None:
        self._origin = self.at
        self.panel.open()
        if self.panel.line.value:
            self._begin(self.panel.line.value)

    @on(SearchPanel.Typed)
    def search_soon(self, event: SearchPanel.Typed) -> None:
        self._begin(event.line)

    def when_searchable(self) -> None:
        if self.panel.is_open:
            self._begin(self.panel.line.value)

    def _begin(self, line: str) -> None:
        self._serial += 1
        self._stop.set()
        self._stop = threading.Event()
        self.looked_for = line
        if line.strip():
            self.panel.show_waiting()
            self._search(line, self._serial, self._stop)
        else:
            self.workers.cancel_group(self, "search")
            self._search_nothing()

    def _search_nothing(self, words: str = "") -> None:
        self.panel.show_found(words, (), None)
        self._light((), None)

    @work(group="search", exclusive=True)
    async def _search(self, line: str, serial: int, stop: threading.Event) -> None:
        """Wait for a pause, then search off the event loop; an old answer is dropped."""
        from index.errors import Cancelled, NothingYet, QueryError

        await asyncio.sleep(_PAUSE)
        self.searches_started += 1
        try:
            results = await asyncio.to_thread(self._ask, line, self.document.name, stop)
        except Cancelled:
            return
        except NothingYet as problem:
            if serial == self._serial:
                self._search_nothing(problem.message)
            return
        except QueryError as problem:
            if serial == self._serial:
                self.panel.show_problem(problem.message, problem.position)
            return
        if serial == self._serial and not stop.is_set():
            self._take(results)

    def _ask(self, line: str, document: str, stop: threading.Event) -> Results:
        return self.session.library.search(
            line,
            limit=_MOST_HITS,
            typing=True,
            documents=(document,),
            ranked=False,
            cancelled=stop.is_set,
        )

    def _take(self, results: Results) -> None:
        places = results.hits.places()
        self._rows = rows_of(
            self.document, results.hits[:_MOST_ROWS], max(_NARROWEST_ROW, self.size.width - _LEAD)
        )
        first = bisect_left(places, self._origin, key=lambda place: place.start)
        current = first % len(places) if places else None
        self._light(places, current)
        pointed = None
        if current is not None:
            start = places[current].start
            pointed = max(0, bisect_right(self._rows, start, key=lambda row: row.start) - 1)
            self.go_to(start)
        rows = [row.content for row in self._rows]
        self.panel.show_found(summary_of(results, len(places)), rows, pointed)

    @on(SearchPanel.Pointed)
    def preview(self, event: SearchPanel.Pointed) -> None:
        if event.row < len(self._rows):
            start = self._rows[event.row].start
            at = bisect_left(self.hits, start, key=lambda span: span.start)
            self._light(self.hits, at if at < len(self.hits) else None)
            self.go_to(start)

    @on(SearchPanel.Accepted)
    def stay(self) -> None:
        self.panel.close()
        self.view.focus()
        self.remember_jump(self._origin)
        self._tell_hit()

    # From hit to hit.

    def action_hit(self, direction: int) -> None:
        if not self.hits:
            self.say("nothing is being looked for: / finds words")
            return
        if direction > 0:
            at = bisect_right(self.hits, self.at, key=lambda place: place.start)
        else:
            at = bisect_left(self.hits, self.at, key=lambda place: place.start) - 1
        wrapped = not 0 <= at < len(self.hits)
        at %= len(self.hits)
        self._light(self.hits, at)
        self.jump(self.hits[at].start)
        self._tell_hit(ENDS[direction] if wrapped else "")

    def _tell_hit(self, also: str = "") -> None:
        if self.hit is not None:
            words = f"hit {self.hit + 1:,} of {len(self.hits):,}"
            self.say(f"{words} · {also}" if also else words)

    def _light(self, hits: Sequence[Span], current: int | None) -> None:
        self.hits, self.hit = hits, current
        lights = Lights(hits, self.document.paragraphs)
        self.view.set_hits(lights, hits[current] if current is not None else None)

    def put_out_hits(self) -> bool:
        """Put out the lights of a search; false if there were none."""
        if not self.hits:
            return False
        self._light((), None)
        self.say("")
        return True

    def leave_panel(self) -> bool:
        """Close the search and return to where it began; false if it was not open."""
        if not self.panel.is_open:
            return False
        self.panel.close()
        self.view.focus()
        self.go_to(self._origin)
        return True
