"""Voices at hand: the list of them, the pane of them, and whose words the text holds."""

from __future__ import annotations

from textual import on, work
from textual.worker import get_current_worker

from texts.document import ParagraphKind, Span
from texts.reading import Reading
from tui.screens.finding import Finding
from tui.searching import Scope
from tui.session import OpenText, Session
from tui.travel import step_from, step_in_words
from tui.voice_shares import Glance, VoiceRow, glance_at, query_of
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

    # Whose words.

    def refresh_state(self) -> None:
        super().refresh_state()
        text = self.session.text
        if text.reading is not None and text.glance is None:
            self._count_words(text, text.reading)
        glance, hues = text.glance, self.view.hues
        rows = glance.rows if glance else ()
        whole = glance is not None and glance.shares.whole
        title = "Voices in this text" if whole else "Voices in this text so far"
        self.voices_pane.set_class(self.app.size.height < _ROOMY, "-cramped")
        self.voices_pane.show(rows, hues, self._place_in(glance), title)
        self.pane.tell_shares(() if self.is_shown(self.voices_pane) else rows, hues)

    def _place_in(self, glance: Glance | None) -> int | None:
        """Which row is that of the voice at the cursor."""
        quotation = self.current_quotation
        voice = 0 if quotation is None else quotation.voice
        return glance.places.get(voice) if glance else None

    def _count_words(self, text: OpenText, reading: Reading) -> None:
        if len(reading.document.text) <= _AT_ONCE:
            text.glance = glance_at(reading)
        elif self._being_counted is not reading:
            self._being_counted = reading
            self._count_in_thread(text, reading)

    @work(
        thread=True, group="glance", exclusive=True, exit_on_error=True, description="word shares"
    )
    def _count_in_thread(self, text: OpenText, reading: Reading) -> None:
        worker = get_current_worker()
        glance = glance_at(reading, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_glance, text, reading, glance)

    def _take_glance(self, text: OpenText, reading: Reading, glance: Glance) -> None:
        if text.reading is reading:
            text.glance = glance
            self.refresh_state()

    # To a voice.

    def action_voices(self) -> None:
        glance = self.session.text.glance
        if glance is None:
            self.say("still reading; the voices are not known yet")
            return
        # Lists are loaded when they are first asked for: the first screen has none.
        from tui.screens.voices import VoicesList

        self.leave_for_list()
        start = self._place_in(glance) if self.current_quotation else None
        rows = glance.rows
        voices = VoicesList(
            rows,
            glance.shares,
            self.view.hues,
            start,
            self.find_row,
            plain=self.session.look.plain,
            narrow=self.has_class("-narrow"),
        )
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
            self.go_to_voice(row.voice)
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
