"""Gathering from many texts: the list of them, and all that a voice says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from tui.concordance import Saying, sayings
from tui.screens.voicing import Voicing
from tui.wording import shortened

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument
    from texts.reading import Reading, Voice

__all__ = ["Gathering"]


class Gathering(Voicing):
    """The page with what leads to other texts."""

    def action_documents(self) -> None:
        self.choose_text(self.go_to_text)

    def choose_text(self, then: Callable[[int], None], *, beside: bool = False) -> None:
        """Let a text be chosen, of those that are open and of the library, and do something `then`.

        What is done is given the number of the text in the session. `beside` tells that it is laid
        beside this one.
        """
        # Lists are loaded when they are first asked for: the first screen has none.
        from tui.screens.documents import DocumentsList

        kept = self.kept_documents()
        count = len(self.session.texts)

        def take(chosen: int | None) -> None:
            if chosen is None:
                return
            number = chosen if chosen < count else self.take_up(kept[chosen - count])
            if number is not None:
                self.session.texts[number].met = False
                then(number)

        self.leave_for_list()
        self.app.push_screen(DocumentsList(self.session, kept, beside=beside), take)

    def kept_documents(self) -> Sequence[KeptDocument]:
        """The documents of the library as it is now; a notice tells if it cannot be read."""
        from index.errors import BadIndex

        try:
            library = self.session.kept
            if library is None:
                return ()
            library.refresh()
        except BadIndex as problem:
            self.notify(str(problem), severity="error", markup=False)
            return ()
        return library.documents

    def go_to_kept(self, document: KeptDocument) -> None:
        """Go to a document of the library."""
        number = self.take_up(document)
        if number is not None:
            self.session.texts[number].met = False
            self.go_to_text(number)

    def go_to_text(self, number: int, offset: int | None = None) -> None:
        """Go to a text, at its own place or at `offset`, in a way that can be undone."""
        self.when_loaded(number, lambda: self._arrive(number, offset))

    def _arrive(self, number: int, offset: int | None) -> None:
        left = self.session.current, self.at
        if number == self.session.current and offset is not None:
            self.jump(offset)
        elif number != self.session.current and self.show_text(number, offset):
            self.session.history.jump(left, (number, self.at))

    def action_concordance(self) -> None:
        here, quotation = self.reading, self.current_quotation
        voice = here.voice_of(quotation) if here and quotation else None
        if here is None or voice is None:
            self.say("no voice here to gather: go to a quotation first")
            return
        self.read_all()
        self.say(f"gathering what {shortened(voice.name, 60)} says…")
        self._gather(here, voice)

    @work(group="gathering", exclusive=True, description="a concordance")
    async def _gather(self, here: Reading, voice: Voice) -> None:
        from index.errors import BadIndex, Cancelled
        from tui.screens.concordance import concordance_list

        worker = get_current_worker()
        try:
            found = await asyncio.to_thread(
                sayings, self.session, here, voice, lambda: worker.is_cancelled
            )
        except Cancelled:
            return
        except BadIndex as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        self.say("")
        self.leave_for_list()
        self.app.push_screen(
            concordance_list(
                voice,
                found,
                self.session.unread,
                lambda numbers: self.export_sayings(voice.name, [found[at] for at in numbers]),
                plain=self.session.look.plain,
            ),
            lambda at: self._go_to_saying(at, found),
        )

    def export_sayings(self, name: str, sayings: Sequence[Saying]) -> None:
        """Called to write what a voice says to a file; what writes comes with a subclass."""

    def _go_to_saying(self, at: int | None, found: Sequence[Saying]) -> None:
        if at is None:
            return
        saying = found[at]
        name = saying.reading.document.name
        number = self.take_up(saying.kept) if saying.kept else self.session.named(name)
        if number is not None:
            self.go_to_text(number, saying.quotation.start)
