"""Typing ahead: a key goes to what has the keys when its turn comes, not to what had them before.

Keys come quicker than a list or a box is made, above all from a slow line or a script. Without this
the letters of ``/quit`` in one go would be commands of the text below.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen

__all__ = ["TypingAhead"]


class TypingAhead(App[None]):
    """An app that loses no key while the keys change hands."""

    class ScreenIsMade(Message):
        """What a screen holds is there, and one of it has the keys."""

        def __init__(self, made: Screen[object]) -> None:
            super().__init__()
            self.made = made

    _made: Screen[object] | None = None
    """The screen that was there, or was asked, when a key last came."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._ahead: list[events.Key] = []
        """Keys that came before there was something to take them."""
        self._sent_to: WeakKeyDictionary[events.Key, DOMNode] = WeakKeyDictionary()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._send_or_keep(event)
        else:
            await super().on_event(event)

    async def _send_or_keep(self, event: events.Key) -> None:
        if self._is_made() and not self._ahead:
            await self._send(event)
        else:
            self._ahead.append(event)

    def _is_made(self) -> bool:
        """Whether the screen can take keys; one that was not there before is asked to tell."""
        screen = self.screen
        if screen is self._made:
            return True
        self._made = screen
        # The screen does this after all that makes it.
        screen.call_later(self.post_message, self.ScreenIsMade(screen))
        return False

    async def on_typing_ahead_screen_is_made(self, event: ScreenIsMade) -> None:
        if event.made is not self.screen:
            return
        # Some had been sent elsewhere, and come late.
        self._ahead.sort(key=lambda event: event.time)
        while self._ahead and self._is_made():
            await self._send(self._ahead.pop(0))

    async def _send(self, event: events.Key) -> None:
        self._sent_to[event] = self._taker
        await super().on_event(event)

    @property
    def _taker(self) -> DOMNode:
        """What has the keys."""
        return self.focused or self.screen

    async def on_key(self, event: events.Key) -> None:
        """Nobody on its way took it; where it was sent has not the keys any more, it is sent again."""
        if self._sent_to.get(event, self._taker) is self._taker:
            return
        event.prevent_default()
        again = events.Key(event.key, event.character)
        again.time = event.time
        await self._send_or_keep(again)
