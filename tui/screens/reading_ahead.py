"""Reading ahead: the voices of a text, and its words for search, are found while it is read."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import suppress

from textual import work
from textual.worker import get_current_worker

from texts.errors import TextsError
from texts.loading import Loader
from texts.reading import Reading
from tui.collecting import only_young
from tui.screens.page import Page
from tui.session import OpenText, growing_readings

__all__ = ["ReadingAhead"]

_MANY = 1_000
"""Quotations from which on a reading is long."""
_AFTER_FIRST_SCREEN = 0.2
"""Seconds after which reading and indexing begin."""


class ReadingAhead(Page):
    """The page with the threads that read and index its texts."""

    def text_shown(self) -> None:
        super().text_shown()
        text = self.session.text
        if not text.being_read:
            text.being_read = True
            # Not before the first screen is there, for the search engine takes its time to load.
            self.set_timer(_AFTER_FIRST_SCREEN, lambda: self._read(text))

    @work(thread=True, group="reading", exit_on_error=True, description="a text")
    def _read(self, text: OpenText) -> None:
        self._make_searchable(text)

    def read_all(self) -> None:
        """Begin to read the texts that nobody has looked at yet, so that they can be searched."""
        waiting = [text for text in self.session.texts if not text.being_read]
        if waiting:
            self._read_all(waiting)

    @work(thread=True, group="reading", exit_on_error=True, description="all texts")
    def _read_all(self, texts: Sequence[OpenText]) -> None:
        worker = get_current_worker()
        with Loader(unwanted=lambda: worker.is_cancelled) as loader:
            for text in texts:
                if worker.is_cancelled:
                    return
                if not text.being_read:
                    text.being_read = True
                    try:
                        text.loaded(loader.load)
                    except TextsError:
                        text.unreadable = True
                    else:
                        self._make_searchable(text)

    def _make_searchable(self, text: OpenText) -> None:
        """Find the voices of a text, its opening first, then hand it to the library."""
        from index.errors import Cancelled

        worker = get_current_worker()

        def given_up() -> bool:
            return worker.is_cancelled

        with only_young(), suppress(Cancelled):
            worded = False
            if text.reading is None:
                for reading in growing_readings(text.loaded(), given_up):
                    self.session.judge(text, reading)
                    self.app.call_from_thread(self._take_reading, text, reading)
                    if reading.covers < len(reading.document.paragraphs) and not worded:
                        # Words can be found long before all voices are known.
                        self.session.library.add(reading, given_up)
                        worded = True
            if text.reading is None or given_up():
                return
            indexed, is_new = None, not text.searchable
            # The reader may decide something meanwhile.
            while indexed is not text.reading:
                indexed = text.reading
                self.session.library.add(indexed, given_up)
                text.searchable = True
            if is_new and len(text.reading.quotations) > _MANY:
                # Once only, for what is garbage by then stays too. A long reading, and what finds its words, are a million objects that stay.
                gc.freeze()
            self.app.call_from_thread(self.when_searchable)

    def _take_reading(self, text: OpenText, reading: Reading) -> None:
        self.session.take(text, reading)
        self.show_reading(text)

    def index_again(self, text: OpenText) -> None:
        """Let a reading that has changed be found; if it is being indexed, that sees to it."""
        if text.searchable:
            self._read(text)

    def show_reading(self, text: OpenText) -> None:
        """Show a text as it is read by now, wherever it is shown."""
        for view, number in self.views.items():
            if text is self.session.texts[number]:
                view.show(text.loaded(), text.reading)
        if text is self.session.text:
            self.refresh_state()

    def when_searchable(self) -> None:
        """Called when the library has another text; for those who wait for answers."""
