"""Beside: two texts side by side, and where the words quoted in one stand in the other."""

from __future__ import annotations

import asyncio

from textual import events, on, work
from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.worker import get_current_worker

from texts.comparing import Passage, find_passage
from texts.document import Document
from texts.reading import Quotation
from texts.verbatim import verbatim_spans
from tui.layout.anchors import Place
from tui.parallels import passage_in_words
from tui.screens.documents import name_of
from tui.screens.gathering import Gathering
from tui.session import Session
from tui.widgets.reader_view import ReaderView

__all__ = ["Beside"]


class Beside(Gathering):
    """The page with a second text beside the first."""

    both = query_one("#texts", Container)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._sought: Quotation | None = None

    @property
    def other(self) -> ReaderView | None:
        """The view that the reader is not in, if there are two."""
        return next((view for view in self.views if view is not self.view), None)

    def action_beside(self) -> None:
        """Lay another text beside this one, or put away the one that the reader is not in."""
        if not self.put_away_other():
            self.choose_text(
                lambda number: self.when_loaded(number, lambda: self._lay(number)), beside=True
            )

    def put_away_other(self) -> bool:
        """Put away the text that the reader is not in; false if there is no other."""
        other = self.other
        if other is not None:
            self._put_away(other)
        return other is not None

    @work(group="beside", exclusive=True)
    async def _lay(self, number: int) -> None:
        # While a text was waited for, another may have been laid here.
        self.put_away_other()
        first, view = self.view, self.made_view()
        text = self.made_ready(number)
        same = number == self.session.current
        self.views[view] = number
        self.add_class("-beside")
        await self.both.mount(view)
        if view not in self.views:
            return  # put away meanwhile
        offset = first.cursor.offset if same else text.offset or 0
        view.show(text.loaded(), text.reading)
        paragraphs = text.loaded().paragraphs
        view.go_to(Place(paragraphs.index_at(offset), offset))
        self.go_into(view)
        self._name_views()
        self.say(
            f"{self.key('pane.previous')} goes to the other text; {self.key('beside')} puts it away"
        )

    def _put_away(self, view: ReaderView) -> None:
        name = name_of(self.session.texts[self.views.pop(view)])
        view.remove()
        self.remove_class("-beside")
        self.make_room()
        self._name_views()
        self.say(f"put away: {name}")

    @on(events.DescendantFocus)
    def follow_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, ReaderView):
            self.go_into(event.widget)

    def text_shown(self) -> None:
        super().text_shown()
        self._name_views()

    def _name_views(self) -> None:
        """Name each text over its view, where there are two; a sign tells which one is read."""
        two = len(self.views) > 1
        for view, number in self.views.items():
            sign = "▸ " if view is self.view else "  "
            name = Content(f"{sign}{name_of(self.session.texts[number])}")
            # As markup, even escaped, some names would be another's, and some an error.
            view.border_title = name if two else None
            view.set_class(two and view is self.view, "-read")

    # The same words in the other text.

    def follow_cursor(self) -> None:
        super().follow_cursor()
        quotation = self.current_quotation if self.other is not None else None
        if quotation is not self._sought:
            self._sought = quotation
            self.workers.cancel_group(self, "beside the same words")
            if self.other is not None:
                self.other.set_evidence()
                if quotation is not None:
                    self._seek(quotation, self.other)

    def leave_text(self) -> None:
        super().leave_text()
        self._sought = None
        for view in self.views:
            view.set_evidence()

    @work(group="beside the same words", exclusive=True, description="the same words")
    async def _seek(self, quotation: Quotation, other: ReaderView) -> None:
        """Find the quoted words in the other text, off the event loop, and show them there."""
        document, there = other.document, other.reading
        spans = verbatim_spans(self.document.text, quotation)
        if document is None or document is self.document or not spans:
            return
        worker = get_current_worker()
        passage = await asyncio.to_thread(
            find_passage,
            self.document.text,
            spans,
            document,
            there,
            lambda: worker.is_cancelled,
        )
        is_wanted = not worker.is_cancelled and self._sought is quotation
        if is_wanted and other is self.other and other.document is document:
            self._show_passage(passage, document, other)

    def _show_passage(self, passage: Passage | None, document: Document, other: ReaderView) -> None:
        words = passage_in_words(passage, document, other.reading)
        if passage is not None:
            start = passage.span.start
            other.go_to(Place(document.paragraphs.index_at(start), start))
            other.set_evidence(content=passage.shared)
        self.say(f"{self.status.notice} · {words}" if self.status.notice else words)
