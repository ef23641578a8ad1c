"""Finding words while typing, in this text or in all of them, and narrowing what was found."""

from __future__ import annotations

import asyncio
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import partial

from textual import on, work

from tui.found import Answer
from tui.saved import queries_in_order
from tui.screens.stepping import Stepping
from tui.searching import Scope, answer
from tui.session import Session
from tui.widgets.search_panel import SearchPanel

__all__ = ["Finding"]

_PAUSE = 0.07
"""Seconds without a key before a search begins: a quick typist starts one search, not six."""
_MOST_QUERIES = 100
_UNTIL_ANY, _UNTIL_MORE = 0.5, 2.0
"""Seconds between two looks at texts still being read, where nothing or something was found."""
_LEAD = 14
"""Cells of a row that are not words of the text."""
_NARROWEST_ROW = 20


class Finding(Stepping):
    """The page with its search."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.scope = Scope.THIS
        self.looked_for = ""
        self.searches_started = 0
        self._origin = (0, 0)
        """The number of the text from which a search began, and the offset in it."""
        self._began_in = self.view
        self._serial = 0
        self._stop = threading.Event()
        self._stays_for: str | None = None
        """A line at whose first place to stay, without being told to; `None` for no line."""

    # The panel.

    def leave_text(self) -> None:
        """A search of a text belongs to it: no answer to it may be shown in another."""
        super().leave_text()
        if self.scope is Scope.THIS:
            self.forget_search()
            self.panel.close()
        if self.view.document is not None:
            self.light((), None)

    def text_shown(self) -> None:
        super().text_shown()
        if self.scope is Scope.ALL:
            self.light(self.found.places.get(self.document.name, ()), None)

    def leave_for_list(self) -> None:
        if self.give_up_opening():
            # What is chosen from a list is of the text below it, which must not change meanwhile.
            self.say("opening was given up")
        self.panel.close()
        self.view.focus()

    def action_find(self) -> None:
        self.open_search(Scope.THIS)

    def action_search(self) -> None:
        self.open_search(Scope.ALL)

    def find(self, line: str) -> None:
        """Search for a line, in all texts if there are many, and stay at the first place."""
        self._stays_for = line
        self.panel.line.value = line
        self.open_search(Scope.THIS if len(self.session.texts) == 1 else Scope.ALL)

    def open_search(self, scope: Scope) -> None:
        """Open the search, with the query of last time, in a scope."""
        if not self.panel.is_open:
            self._origin = self.session.current, self.at
            self._began_in = self.view
        if scope is not self.scope:
            self.forget_search()
            self.light((), None)
            self.scope = scope
        if scope is Scope.ALL:
            self.read_all()
        self.panel.open(scope)
        if self.panel.line.value:
            self._begin(self.panel.line.value)

    @on(SearchPanel.OtherScope)
    def look_elsewhere(self) -> None:
        self.open_search(self.scope.other)

    @on(SearchPanel.Typed)
    def search_soon(self, event: SearchPanel.Typed) -> None:
        self._begin(event.line)

    def when_searchable(self) -> None:
        if self.panel.is_open:
            self._begin(self.panel.line.value)

    def _begin(self, line: str) -> None:
        self.give_up_opening()
        self._give_up_search()
        self._stop = threading.Event()
        self.looked_for = line
        if line.strip():
            self.panel.show_waiting()
            self._search(line, self._serial, self._stop)
        else:
            self.workers.cancel_group(self, "search")
            self._take(Answer())

    def _give_up_search(self) -> None:
        """Take no answer any more that has not come yet."""
        self._serial += 1
        self._stop.set()

    def forget_search(self) -> None:
        """Hold nothing as found any more: it belongs to what was searched."""
        self._give_up_search()
        self.found = Answer()

    @work(group="search", exclusive=True)
    async def _search(self, line: str, serial: int, stop: threading.Event) -> None:
        """Wait for a pause, then search off the event loop; an old answer is dropped."""
        from index.errors import Cancelled, NothingYet, QueryError

        await asyncio.sleep(_PAUSE)
        self.searches_started += 1
        width = max(_NARROWEST_ROW, (self.panel.room or self.size.width) - _LEAD)
        try:
            found = await asyncio.to_thread(
                answer, self.session, line, self.scope, self.document, width, stop.is_set
            )
        except Cancelled:
            return
        except NothingYet as problem:
            if serial == self._serial:
                self._take(Answer(problem.message))
            return
        except QueryError as problem:
            if serial == self._serial:
                self.panel.show_problem(problem.message, problem.position)
            return
        if serial == self._serial and not stop.is_set():
            self._take(found)

    def _take(self, found: Answer) -> None:
        """Show what was found; the text follows to the place nearest to where the search began."""
        self.found = found
        offset = self._origin[1]
        if self.scope is Scope.THIS:
            places = found.places.get(self.document.name, ())
            first = bisect_left(places, offset, key=lambda place: place.start)
            current = first % len(places) if places else None
            self.light(places, current)
            pointed = None
            if current is not None:
                start = places[current].start
                pointed = max(0, bisect_right(found.rows, start, key=lambda row: row.start) - 1)
                self.go_to(start)
        else:
            pointed = 0 if found.rows else None
        self._row = pointed or 0
        self.panel.show_found(found.summary, [row.content for row in found.rows], pointed)
        if self.scope is Scope.ALL:
            if pointed is None:
                self.light((), None)
            else:
                self.go_to_row(pointed)
        if found.rows and self._stays_for == self.looked_for:
            self.stay()
        elif not found.is_final:
            wait = _UNTIL_MORE if found.rows else _UNTIL_ANY
            self.set_timer(wait, partial(self._look_again, self._serial, pointed))

    def _look_again(self, serial: int, pointed: int | None) -> None:
        """Search for the same once more, for more has been read; not while somebody picks."""
        as_it_was = serial == self._serial and self.panel.rows.highlighted == pointed
        if as_it_was and self.panel.is_open:
            self._search(self.looked_for, self._serial, self._stop)

    @on(SearchPanel.Pointed)
    def preview(self, event: SearchPanel.Pointed) -> None:
        if event.row < len(self.found.rows):
            self.go_to_row(event.row)

    def go_to_row(self, at: int, then: Callable[[], object] = lambda: None) -> None:
        row = self.found.rows[at]
        if self.panel.is_open and not row.kept:
            number = self.session.named(row.document)
            if number is not None and not self.views_of(number):
                self.go_into(self._began_in)
        super().go_to_row(at, then)

    @on(SearchPanel.Accepted)
    def stay(self) -> None:
        self._stays_for = None
        self._remember_query()
        self.panel.close()
        self.view.focus()
        self.session.history.jump(self._origin, (self.session.current, self.view.cursor.offset))
        if self.scope is Scope.ALL and self.found.rows:
            self.tell_row()
        else:
            self.tell_hit()

    # What was searched for before.

    def _remember_query(self) -> None:
        """Put the query first among those of earlier times, if it found anything."""
        if self.found.rows:
            queries, line = self.session.queries, self.looked_for.strip()
            queries[:] = [line, *(query for query in queries if query != line)][:_MOST_QUERIES]

    @on(SearchPanel.Earlier)
    def list_queries(self) -> None:
        from tui.screens.queries import QueriesList

        saved = self.session.saved
        queries = queries_in_order(saved, self.session.queries, self.panel.line.value)

        def take(at: int | None) -> None:
            if at is not None:
                self.panel.line.value = queries[at]

        if queries:
            plain = self.session.look.plain
            self.app.push_screen(QueriesList(queries, saved, plain=plain), take)
        else:
            self.say("nothing was searched for before")

    # Narrowing what was found.

    def action_filter(self) -> None:
        if not self.found.rows:
            find, search, narrow = (self.key(name) for name in ("find", "search", "filter"))
            self.say(
                f"nothing to narrow yet: {find} or {search} finds words, {narrow} narrows them"
            )
        else:
            self._filter(self.looked_for, self.found)

    @work(group="filters", exclusive=True, description="filters")
    async def _filter(self, line: str, found: Answer) -> None:
        from tui.screens.filtering import filters_list

        filters = await asyncio.to_thread(found.filters)

        def narrow(at: int | None) -> None:
            if at is not None:
                self.panel.line.value = f"{line} {filters[at].query}"
                self.open_search(self.scope)

        self.leave_for_list()
        self.app.push_screen(filters_list(line, filters), narrow)

    def leave_panel(self) -> bool:
        """Close the search and return to where it began; false if it was not open."""
        if not self.panel.is_open:
            return False
        self._stays_for = None
        self._give_up_search()
        self.give_up_opening()
        self.panel.close()
        self.view.focus()
        self.go_into(self._began_in)
        number, offset = self._origin
        if number == self.session.current:
            self.go_to(offset)
        else:
            self.show_text(number, offset)
        return True
