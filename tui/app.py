"""The application: it holds the session, the themes and the state, and opens the reader."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import App, SystemCommand
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.theme import Theme

from texts.loading.controls import harmless
from tui import state as kept
from tui.commands import COMMANDS, KeyMap
from tui.commands.keymap import remapped
from tui.config import Config
from tui.look import chosen, remembering, settled
from tui.remembered import remember
from tui.saved import merged
from tui.screens.reader import ReaderScreen
from tui.session import Session
from tui.themes import DARK, OWN
from tui.typing_ahead import TypingAhead
from tui.widgets.reader_colours import theme_variables

if TYPE_CHECKING:
    from textual.command import Provider

__all__ = ["QuothApp"]

_ENDS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))


def _texts_and_voices() -> type[Provider]:
    # Not before the palette is asked for: the first screen has none.
    from tui.palette import TextsAndVoices

    return TextsAndVoices


class QuothApp(TypingAhead):
    """The reader as a whole."""

    TITLE = "quoth"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = App.COMMANDS | {_texts_and_voices}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-tiny"),
        (30, "-narrow"),
        (60, "-normal"),
        (120, "-wide"),
        (160, "-vast"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (6, "-short"),
        (20, "-tall"),
    ]

    def __init__(
        self,
        session: Session,
        state: kept.State | None = None,
        config: Config = Config(),  # noqa: B008
        *,
        notice: str | None = None,
        on_ready: Callable[[QuothApp], None] | None = None,
        find: str | None = None,
    ) -> None:
        """`find` is a query to begin with; `on_ready` is called once the first screen is there."""
        # Without colours an ANSI theme is drawn as it is; through Textual's grey filter, which it
        # chooses here once and for all, it would be black on black. With colours the theme decides.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.session = session
        session.told = self._tell
        self.state = settled(config.look, state or kept.State())
        session.keymap = KeyMap(remapped(COMMANDS, config.keys))
        session.usual = config.look
        session.look = self._look_at_first = chosen(config.look, self.state)
        self.set_class(session.look.plain, "-ascii")
        self._notice = notice
        self._on_ready = on_ready
        self._find = find
        # Before the first style is computed, so that none is computed twice.
        for theme in OWN:
            self.register_theme(theme)
        self.theme = (
            session.look.theme if session.look.theme in self.available_themes else DARK.name
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of voices, hits and evidence, to suit the theme."""
        return theme_variables(self.current_theme)

    def get_default_screen(self) -> ReaderScreen:
        return ReaderScreen(self.session, welcome=not self.state.welcomed, find=self._find)

    def on_mount(self) -> None:
        for number in _ENDS:
            # A closed window and a polite end keep the place as leaving does.
            asyncio.get_running_loop().add_signal_handler(number, self.leave)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        if self._notice:
            self.notify(self._notice, markup=False)
        if self._on_ready:
            self.call_after_refresh(self._on_ready, self)

    @on(ReaderScreen.Welcomed)
    def remember_welcome(self) -> None:
        self.state = replace(self.state, welcomed=True)

    async def on_event(self, event: events.Event) -> None:
        """What is pasted becomes harmless here, before any box has it: the palette's too."""
        if isinstance(event, events.Paste):
            event.text = harmless(event.text)
        await super().on_event(event)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """As Textual's, and the words are kept, for a notice goes from the screen by itself."""
        self.session.messages.add(message)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def _tell(self, sentence: str) -> None:
        """From any thread."""
        self.notify(harmless(sentence), markup=False)

    def _remember_theme(self, theme: Theme) -> None:
        self.session.look = replace(self.session.look, theme=theme.name)

    @on(ReaderScreen.Left)
    def leave(self) -> None:
        """End; what is to be kept is kept by who started the app."""
        self.exit()

    def action_help_quit(self) -> None:
        """ctrl+c, where nothing is selected that could be copied."""
        self.notify(
            f"{self.session.keymap.key('leave')} leaves; ctrl+c copies what is selected.",
            markup=False,
        )

    def state_at_end(self, meanwhile: kept.State | None = None) -> kept.State:
        """What is to be kept, on top of what another reader may have kept `meanwhile`."""
        state = settled(self.session.usual, meanwhile or self.state)
        state = remembering(state, self._look_at_first, self.session.look)
        state = replace(state, welcomed=state.welcomed or self.state.welcomed)
        state = state.with_queries([*self.session.queries, *state.queries])
        state = replace(state, saved=merged(self.state.saved, self.session.saved, state.saved))
        texts = self.session.texts
        for text in texts:
            if text.document is not None and text.offset is not None and text.marks is not None:
                one = remember(text.document, text.absolute, text.offset, text.marks)
                state = state.with_text(text.document.digest, one)
        order = [*texts[self.session.current :], *texts[: self.session.current]]
        current = self.session.text
        last = tuple(
            str(text.path.absolute())
            for text in order
            if text.path is not None and (text is current or not text.met)
        )
        return replace(state, last=last or state.last)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the reader's own commands, then the themes; nothing that quoth has not."""
        if isinstance(screen, ReaderScreen):
            for command, act in screen.commands():
                yield SystemCommand(command.title, command.help, act)
        for name in sorted(self.available_themes):
            yield SystemCommand(f"Theme: {name}", "Changes the colours.", self._theme_setter(name))

    def _theme_setter(self, name: str) -> Callable[[], None]:
        def set_theme() -> None:
            self.theme = name

        return set_theme
