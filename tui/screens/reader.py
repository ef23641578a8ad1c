"""The reader: the page with its travel and its search, and what is done with what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from texts.attribution import explain
from texts.attribution.trace import Weighed
from texts.document import Document
from texts.reading import Certainty, Quotation
from tui.commands import COMMANDS, Command, bindings_of
from tui.screens.gathering import Gathering
from tui.session import Session
from tui.themes import next_in_rotation
from tui.widgets.reader_view import ReaderView
from tui.widgets.welcome import Welcome
from tui.wording import certainty_in_words, citation, paragraph_citation

__all__ = ["ReaderScreen"]

_DEFAULT_WIDTH, _NARROWEST, _WIDEST = 72, 30, 72


class ReaderScreen(Gathering):
    """Everything a reader can do with a text."""

    class Welcomed(Message):
        """The first-run card has done its work."""

    class Left(Message):
        """The reader wants to leave."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMMANDS)

    def __init__(self, session: Session, *, welcome: bool = False, find: str | None = None) -> None:
        super().__init__(session)
        self._welcome = welcome
        self._find = find
        self._explained: Quotation | None = None

    def on_mount(self) -> None:
        # Textual calls the handlers of every class above by itself.
        if self._welcome:
            self.mount(Welcome(), before="StatusLine")
        if self._find is not None:
            # Once the text is shown: a search belongs to it.
            self.call_later(self.find, self._find)

    def commands(self) -> Iterator[tuple[Command, Callable[[], object]]]:
        """Each command with what does it."""
        for command in COMMANDS:
            yield command, partial(self.run_command, command)

    async def run_command(self, command: Command) -> None:
        await self.run_action(command.action)

    def jump(self, offset: int, words: str = "") -> None:
        super().jump(offset, words)
        self._end_welcome()

    def _end_welcome(self) -> None:
        """The first-run card goes with the first jump."""
        if self._welcome:
            self._welcome = False
            self.query(Welcome).remove()
            self.post_message(self.Welcomed())

    # Why.

    def leave_text(self) -> None:
        super().leave_text()
        self._forget_why()

    def follow_cursor(self, _: ReaderView.CursorMoved) -> None:
        super().follow_cursor(_)
        if self._explained is not None and self._explained != self.current_quotation:
            self.put_out_evidence()

    def action_evidence(self) -> None:
        quotation = self.current_quotation
        if quotation is None:
            self.say("no quotation here: ] goes to the next one")
            return
        if self._explained == quotation:
            self._go_to_introduction(quotation)
            return
        self._explained = quotation
        self.view.set_evidence(
            source=quotation.source,
            cue=quotation.cue,
            content=quotation.spans,
            basis=quotation.evidence.basis,
        )
        if quotation.certainty in (Certainty.CARRIED, Certainty.INFERRED):
            self._weigh(self.document, quotation)
        self.say(f"enter again: where introduced · lit: {certainty_in_words(quotation)}")

    @work(thread=True, group="why", exclusive=True, exit_on_error=True)
    def _weigh(self, document: Document, quotation: Quotation) -> None:
        """Find out who else may have said it: the document is read again, with a trace."""
        worker = get_current_worker()
        why = explain(document, quotation.paragraph, lambda: worker.is_cancelled)
        found = (e.weighed for e in why.explanations if e.quotation.spans == quotation.spans)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_weighed, quotation, next(found, ()))

    def _take_weighed(self, quotation: Quotation, weighed: Sequence[Weighed]) -> None:
        if self._explained == quotation:
            self.pane.weigh(quotation, weighed)

    def _go_to_introduction(self, quotation: Quotation) -> None:
        voice = self.reading.voice_of(quotation) if self.reading else None
        if voice is None or voice.introduced is None:
            self.say("the text names nobody here")
            return
        self.jump(voice.introduced.start, f"{voice.name} is introduced here; ctrl+o returns")

    def put_out_evidence(self) -> bool:
        """Put out the lights of the evidence; false if there were none."""
        lit = self._explained is not None
        self._forget_why()
        self.view.set_evidence()
        return lit

    def _forget_why(self) -> None:
        if self._explained is not None:
            self._explained = None
            self.workers.cancel_group(self, "why")
            self.pane.weigh(None)

    def action_step_back(self) -> None:
        self.say("")
        self.give_up_opening()
        if not (self.leave_panel() or self.put_out_evidence() or self.put_out_hits()):
            self.view.focus()

    # Take away.

    def action_copy(self) -> None:
        quotation, reading = self.current_quotation, self.reading
        if quotation and reading:
            words, what = citation(reading, quotation), "the quotation with its citation"
        else:
            paragraph = self.document.paragraphs[self.place_at(self.at).paragraph_index]
            words, what = paragraph_citation(self.document, paragraph), "the paragraph"
        self.app.copy_to_clipboard(words)
        self.say(f"sent {what}, {len(words):,} characters, to the terminal's clipboard")

    # The screen.

    def action_margin(self) -> None:
        self.view.margin = not self.view.margin

    def action_text_width(self, by: int) -> None:
        width = self.view.text_width + by if by else _DEFAULT_WIDTH
        self.view.text_width = max(_NARROWEST, min(_WIDEST, width))
        end = {_WIDEST: ", the widest", _NARROWEST: ", the narrowest"}
        self.say(f"text {self.view.text_width} wide{end.get(self.view.text_width, '')}")

    def action_next_theme(self) -> None:
        self.app.theme = next_in_rotation(self.app.theme)
        self.say(f"theme {self.app.theme}")

    # The list is loaded when it is first asked for: the first screen has none.

    def action_help(self) -> None:
        from tui.screens.help import help_list

        self.leave_for_list()
        self.app.push_screen(help_list(), self._do_command)

    async def _do_command(self, number: int | None) -> None:
        if number is not None and number >= 0:
            await self.run_command(COMMANDS[number])

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_leave(self) -> None:
        if isinstance(self.focused, Input):
            self.action_step_back()
        self.post_message(self.Left())
