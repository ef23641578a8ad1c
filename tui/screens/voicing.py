"""Voices at hand: the list of them, the pane of them, and whose words the text holds."""

from __future__ import annotations

from textual import on, work
from textual.worker import get_current_worker

from texts.document import ParagraphKind, Span
from texts.reading import Reading
from texts.shares import Shares, shares_of
from tui.screens.finding import Finding
from tui.searching import Scope
from tui.session import OpenText, Session
from tui.travel import step_from, step_in_words
from tui.voice_shares import VoiceRow, query_of, voice_rows
from tui.widgets.voices_pane import VoicesPane

__all__ = ["Voicing"]

_AT_ONCE = 30_000
"""Characters of a text whose words are counted before the first screen; others in a thread."""

_ROOMY = 28
"""Rows of the screen from which the pane of a paragraph spares some for the voices of the text."""


class Voicing(Finding):
    """The page with what shows all voices of its text, and leads to them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._being_counted: Reading | None = None
        self._rows: tuple[Reading, Shares | None, list[VoiceRow]] | None = None

    # Whose words.

    def refresh_state(self) -> None:
        super().refresh_state()
        text, reading = self.session.text, self.reading
        if reading is None:
            rows: list[VoiceRow] = []
        else:
            if text.shares is None:
                self._find_shares(text, reading)
            rows = self._rows_of(reading, text.shares)
        whole = text.shares is not None and text.shares.whole
        title = "Voices in this text" if whole else "Voices in this text so far"
        hues = self.view.hues
        self.voices_pane.set_class(self.app.size.height < _ROOMY, "-cramped")
        self.voices_pane.show(rows, hues, self._current_row(rows), title)
        self.pane.tell_shares(() if self.is_shown(self.voices_pane) else rows, hues)

    def _rows_of(self, reading: Reading, shares: Shares | None) -> list[VoiceRow]:
        """Made once for a reading and its shares, for the cursor moves much more often."""
        if self._rows is None or self._rows[:2] != (reading, shares):
            self._rows = reading, shares, voice_rows(reading, shares)
        return self._rows[2]

    def _current_row(self, rows: list[VoiceRow]) -> int | None:
        quotation = self.current_quotation
        voice = 0 if quotation is None else quotation.voice
        numbers = [None if row.voice is None else row.voice.number for row in rows]
        return numbers.index(voice) if voice in numbers else None

    def _find_shares(self, text: OpenText, reading: Reading) -> None:
        if len(reading.document.text) <= _AT_ONCE:
            text.count(shares_of(reading))
        elif self._being_counted is not reading:
            self._being_counted = reading
            self._find_shares_in_thread(text, reading)

    @work(thread=True, group="shares", exclusive=True, exit_on_error=True)
    def _find_shares_in_thread(self, text: OpenText, reading: Reading) -> None:
        worker = get_current_worker()
        shares = shares_of(reading, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_shares, text, reading, shares)

    def _take_shares(self, text: OpenText, reading: Reading, shares: Shares) -> None:
        if text.reading is reading:
            text.count(shares)
            self.refresh_state()

    # To a voice.

    def action_voices(self) -> None:
        if self.reading is None:
            self.say("still reading; the voices are not known yet")
            return
        # Lists are loaded when they are first asked for: the first screen has none.
        from tui.screens.voices import VoicesList

        rows = self._rows_of(self.reading, self.session.text.shares)
        self.leave_for_list()
        start = self._current_row(rows) if self.current_quotation else None
        voices = VoicesList(rows, self.session.text.shares, self.view.hues, start, self.find_row)
        self.app.push_screen(voices, lambda at: None if at is None else self.go_to_row_of(rows[at]))

    @on(VoicesPane.Chosen)
    def go_to_clicked(self, event: VoicesPane.Chosen) -> None:
        self.view.focus()
        self.go_to_row_of(event.row)

    def go_to_row_of(self, row: VoiceRow) -> None:
        """Go to the next words of a voice, of nobody, or of the author."""
        if self.reading is None:
            return
        if row.portion.quotations:
            self.go_to_voice(None if row.voice is None else row.voice.number)
        elif row.is_author:
            self._go_to_authors_words(self.reading)
        else:
            self.say(f"{row.name}: none")

    def _go_to_authors_words(self, reading: Reading) -> None:
        """Go to the next paragraph in which nobody is quoted."""
        stops = self._own_paragraphs(reading)
        step = step_from(self.at, stops, 1)
        if step is None:
            self.say("no paragraph without somebody's words")
        else:
            self.jump(stops[step.at].start, step_in_words(step, 1, "paragraph"))

    def _own_paragraphs(self, reading: Reading) -> list[Span]:
        """The paragraphs in which nobody is quoted."""
        return [
            paragraph.span
            for paragraph in reading.document.paragraphs[: reading.covers]
            if paragraph.kind is ParagraphKind.PROSE and not reading.in_paragraph(paragraph.number)
        ]

    def find_row(self, row: VoiceRow) -> None:
        """Find all words of a voice in this text, to be gone through as any words found."""
        query = query_of(row)
        if query is None:
            self.say(f"{row.name}: no words to be found by name")
            return
        self.panel.line.value = query
        self.open_search(Scope.THIS)
