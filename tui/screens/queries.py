"""The list of what was searched for before: what was saved, then the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.saved import turned
from tui.screens.narrowing import Choice, NarrowingList
from tui.voice_signs import SAVED_SIGN

__all__ = ["QueriesList"]

_HINT = "enter takes it into the box · tab saves it or lets it go · esc closes"


class QueriesList(NarrowingList):
    """The queries as they were written. It gives the place of one.

    What is saved and let go is seen in `saved`, at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn", "save", show=False, priority=True),
    ]

    def __init__(self, queries: Sequence[str], saved: list[str], *, plain: bool = False) -> None:
        self._queries = queries
        self._saved = saved
        self._plain = plain
        super().__init__(f"Searched for before: {len(queries):,}", self._rows(), hint=_HINT)

    def _rows(self) -> list[Choice]:
        sign = SAVED_SIGN.draw(plain=self._plain)
        return [
            Choice(Content(f"{sign if query in self._saved else ' '} {query}"), query, at)
            for at, query in enumerate(self._queries)
        ]

    def action_turn(self) -> None:
        """Save the query pointed at, or let it go."""
        at = self.rows.highlighted
        if at is None or at >= len(self.shown):
            return
        self._saved[:] = turned(self._saved, self._queries[self.shown[at].value])
        self.put(self._rows(), _HINT)
        self.rows.highlighted = at
