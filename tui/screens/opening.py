"""Opening a text that has not been loaded, off the event loop: a PDF takes its time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import work
from textual.worker import get_current_worker

from texts.errors import TextsError
from tui.screens.reading_ahead import ReadingAhead
from tui.session import soon

__all__ = ["Opening"]


class Opening(ReadingAhead):
    """The page with what waits for a text, while keys go on to work."""

    _wanted: object | None = None
    """Another with each text that is waited for; `None` where none is, or is not wanted any more."""

    def when_loaded(self, number: int, then: Callable[[], object]) -> None:
        """Do something once a text of the session is loaded: at once if it is.

        Who goes elsewhere meanwhile, or presses esc, does not want it any more.
        """
        self.give_up_opening()
        if self.session.texts[number].document is not None:
            then()
        else:
            self._wanted = wanted = object()
            self._load(number, then, wanted)

    def give_up_opening(self) -> bool:
        """Wait for no text any more; false if none was waited for."""
        waited = self._wanted is not None
        self._wanted = None
        return waited

    def show_text(self, number: int, offset: int | None = None) -> bool:
        self.give_up_opening()
        return super().show_text(number, offset)

    @work(group="opening", exclusive=True)
    async def _load(self, number: int, then: Callable[[], object], wanted: object) -> None:
        from tui.screens.documents import name_of

        text, worker = self.session.texts[number], get_current_worker()

        def unwanted() -> bool:
            return self._wanted is not wanted or worker.is_cancelled

        self.say(f"opening {name_of(text)} … {self.key('step_back')} gives it up")
        try:
            await asyncio.to_thread(text.loaded, soon(unwanted))
        except TextsError as problem:
            if not unwanted():
                self.give_up_opening()
                self.say("")
                self.notify(str(problem), severity="error", markup=False)
            return
        if not unwanted():
            self.give_up_opening()
            self.say("")
            then()
