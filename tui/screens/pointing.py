"""Pointing at the ribbon: going to where in the whole text the mouse is."""

from __future__ import annotations

from textual import on

from tui.screens.travelling import Travelling
from tui.session import Session
from tui.widgets.reader_view import ReaderView
from tui.widgets.ribbon import Ribbon

__all__ = ["Pointing"]


class Pointing(Travelling):
    """The page with its ribbon."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._has_jumped = False

    @on(Ribbon.Pointed)
    def go_where_pointed(self, event: Ribbon.Pointed) -> None:
        """Go there; a drag is one jump, from where the cursor was when the button went down."""
        if isinstance(event.ribbon.parent, ReaderView):
            self.go_into(event.ribbon.parent)
        if event.dragged and self._has_jumped:
            self.go_to(event.offset)
            return
        left = self.at
        self.jump(event.offset)
        self._has_jumped = self.at != left
