"""Stepping through what was found: from hit to hit in this text, from result to result anywhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from texts.document import Span
from tui.found import Answer, Lights, Row
from tui.screens.travelling import Travelling
from tui.session import Session
from tui.travel import step_along, step_from, step_in_words

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument

__all__ = ["Stepping"]


class Stepping(Travelling):
    """The page with the places that a search found, and their lights."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.found = Answer()
        """What the last search found."""
        self.hits: Sequence[Span] = ()
        """All places found in this text, in order."""
        self.hit: int | None = None
        """Which of them was gone to."""
        self._row = 0
        """Which row of what was found was gone to."""

    # From hit to hit, in this text.

    def action_hit(self, direction: int) -> None:
        step = step_from(self.at, self.hits, direction, self.take_count() or 1)
        if step is None:
            self.say(f"nothing is being looked for: {self.key('find')} finds words")
            return
        self.light(self.hits, step.at)
        self.jump(self.hits[step.at].start)
        self.tell_hit(step_in_words(step, direction, "hit"))

    def tell_hit(self, also: str = "") -> None:
        if self.hit is not None:
            words = f"hit {self.hit + 1:,} of {len(self.hits):,}"
            self.say(f"{words} · {also}" if also else words)

    # From result to result, wherever they are.

    def action_result(self, direction: int) -> None:
        count = self.take_count() or 1
        step = step_along(self._row + direction, len(self.found.rows), direction, count)
        if step is None:
            self.say(f"no results to step through: {self.key('search')} searches all texts")
            return
        left = self.session.current, self.at

        def tell() -> None:
            self.session.history.jump(left, (self.session.current, self.at))
            self.tell_row(step_in_words(step, direction, "result"))

        self.go_to_row(step.at, tell)

    def tell_row(self, also: str = "") -> None:
        words = f"result {self._row + 1:,} of {len(self.found.rows):,}"
        steps = f"{self.key('result.next')} {self.key('result.previous')} next and previous"
        self.say(f"{words} · {also or steps}")

    def light(self, hits: Sequence[Span], current: int | None) -> None:
        self.hits, self.hit = hits, current
        lights = Lights(hits, self.document.paragraphs)
        self.view.set_hits(lights, hits[current] if current is not None else None)
        self.view.ribbon.mark_hits(hits)

    def put_out_hits(self) -> bool:
        """Put out the lights of a search; false if there were none."""
        if not self.hits:
            return False
        self.light((), None)
        self.say("")
        return True

    # To a row.

    def go_to_row(self, at: int, then: Callable[[], object] = lambda: None) -> None:
        """Show the place of a row, in its own text, and do something `then`, if it can be read."""
        row = self.found.rows[at]
        number = self.take_up(row.kept) if row.kept else self.session.named(row.document)
        if number is not None:
            self._row = at
            self.when_loaded(number, lambda: self._show_row(row, number, then))

    def _show_row(self, row: Row, number: int, then: Callable[[], object]) -> None:
        document = self.session.texts[number].document
        if row.kept and document and document.digest != row.kept.digest:
            self.show_text(number)
            again = self.key("read_again")
            self.say(
                f"the file has changed since it was added: {again} brings the library up to date"
            )
            return
        if number == self.session.current:
            self.go_to(row.start)
        elif not self.show_text(number, row.start):
            return
        places = self.found.places.get(row.document, ())
        hit = bisect_left(places, row.start, key=lambda place: place.start)
        self.light(places, hit if hit < len(places) else None)
        then()

    def take_up(self, document: KeptDocument) -> int | None:
        """The number of the text that is a document of the library; `None` if it is damaged."""
        from index.errors import BadIndex

        try:
            return self.session.take_up(document)
        except BadIndex as problem:
            self.notify(str(problem), severity="error", markup=False)
            return None
