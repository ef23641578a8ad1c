"""The reader: the page with its travel and its search, and what is done with what is found."""

from __future__ import annotations

from textual.binding import BindingsMap
from textual.message import Message
from textual.widgets import Input

from tui.commands.bindings import bindings_of
from tui.hints import group_for
from tui.screens.asking import Asking
from tui.screens.beside import Beside
from tui.screens.command_line import CommandLine
from tui.screens.contents import Contents
from tui.screens.exporting import Exporting
from tui.screens.hinting import Hinting
from tui.screens.jumping import Jumping
from tui.screens.looks import Looks
from tui.screens.outside import Outside
from tui.screens.pointing import Pointing
from tui.screens.reviewing import Reviewing
from tui.screens.taking import Taking
from tui.session import Session
from tui.widgets.welcome import Welcome

__all__ = ["ReaderScreen"]


class ReaderScreen(
    Jumping,
    Hinting,
    Asking,
    Reviewing,
    Contents,
    CommandLine,
    Taking,
    Exporting,
    Outside,
    Pointing,
    Looks,
    Beside,
):
    """Everything a reader can do with a text."""

    class Welcomed(Message):
        """The first-run card has done its work."""

    class Left(Message):
        """The reader wants to leave."""

    def __init__(self, session: Session, *, welcome: bool = False, find: str | None = None) -> None:
        super().__init__(session)
        # A class has its bindings before any configuration is read, and App.set_keymap changes the
        # key of a binding without what the binding says of that key.
        own = BindingsMap(bindings_of(session.keymap.commands)).key_to_bindings
        self._bindings = BindingsMap.from_keys({**self._bindings.key_to_bindings, **own})
        self._welcome = welcome
        self._find = find

    def on_mount(self) -> None:
        # Textual calls the handlers of every class above by itself.
        if self._welcome:
            self.mount(
                Welcome(self.session.keymap, plain=self.session.look.plain), before="StatusLine"
            )
        if self._find is not None:
            # Once the text is shown: a search belongs to it.
            self.call_later(self.find, self._find)

    def jump(self, offset: int, words: str = "") -> None:
        super().jump(offset, words)
        self._end_welcome()

    def _end_welcome(self) -> None:
        """The first-run card goes with the first jump."""
        if self._welcome:
            self._welcome = False
            self.query(Welcome).remove()
            self.post_message(self.Welcomed())

    def action_step_back(self) -> None:
        if not self._step_back():
            self.view.focus()

    def action_out(self) -> None:
        if not (self._step_back() or self.put_away_other()):
            self.action_leave()

    def _step_back(self) -> bool:
        """Leave the innermost of what is open or lit; false if there is nothing."""
        self.give_up_opening()
        levels = (
            self.drop_count,
            self.leave_panel,
            self.put_together,
            self.put_out_evidence,
            self.put_out_hits,
        )
        left = any(leave() for leave in levels)
        self.say("")
        return left

    # The list is loaded when it is first asked for: the first screen has none.

    def action_help(self) -> None:
        from tui.screens.help import help_list

        begin_at = group_for(self.doing)
        self.leave_for_list()
        listed = help_list(self.session.keymap, begin_at, plain=self.session.look.plain)
        self.app.push_screen(listed, self._do_command)

    async def _do_command(self, number: int | None) -> None:
        if number is not None and number >= 0:
            await self.run_command(self.session.keymap.commands[number])

    def action_messages(self) -> None:
        if not self.session.messages:
            self.say("no messages in this session")
            return
        from tui.screens.messages import messages_list

        self.leave_for_list()
        self.app.push_screen(messages_list(self.session.messages))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_leave(self) -> None:
        if isinstance(self.focused, Input):
            self.action_step_back()
        self.post_message(self.Left())
