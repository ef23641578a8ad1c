"""Asking for a voice: a click on its name in the margin lists what can be done with it."""

from __future__ import annotations

from functools import partial

from textual import on

from texts.reading import Voice
from tui.screens.commanding import Commanding
from tui.screens.evidence import Evidence
from tui.screens.voicing import Voicing
from tui.widgets.reader_view import ReaderView
from tui.wording import kind_in_words, shortened

__all__ = ["Asking"]

_NAME = 48


class Asking(Evidence, Commanding, Voicing):
    """The page with what a click on a voice's name offers; each can be done by a key of its own."""

    @on(ReaderView.VoiceClicked)
    def offer(self, event: ReaderView.VoiceClicked) -> None:
        voice = self.reading.voice_of(event.quotation) if self.reading else None
        if event.reader is not self.view or voice is None:
            return
        # The list is loaded when it is first asked for: the first screen has none.
        from tui.screens.keyed import KeyedList, KeyedRow

        rows = [
            KeyedRow("n", "its next quotation"),
            KeyedRow("p", "its quotation before"),
            KeyedRow("V", "all that it says, in all texts"),
            KeyedRow("f", "find all that it says in this text"),
            KeyedRow("i", "where it is introduced", can=voice.introduced is not None),
        ]
        title = f"{shortened(voice.name, _NAME)} · {kind_in_words(voice)}"
        menu = KeyedList(title, rows, hint="type the letter · esc closes")
        self.leave_for_list()
        self.app.push_screen(menu, partial(self._take_answer, voice))

    async def _take_answer(self, voice: Voice, key: str | None) -> None:
        if key == "i":
            self.go_to_introduction(voice)
        elif key == "f":
            self._find_all(voice)
        elif key is not None:
            await self.action_do(_COMMANDS[key])

    def _find_all(self, voice: Voice) -> None:
        glance = self.session.text.glance
        if glance is not None and voice.number in glance.places:
            self.find_row(glance.rows[glance.places[voice.number]])


_COMMANDS = {"n": "voice.next", "p": "voice.previous", "V": "concordance"}
