"""Typing ahead: letters that come before a list or a box is there to take them are not lost."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.screen import ModalScreen
from textual.widgets import Input

__all__ = ["TypingAhead"]

Result = TypeVar("Result")


class TypingAhead(ModalScreen[Result], Generic[Result]):
    """A screen with one input, which also takes what was typed while the screen was being made.

    Quick keys still go to what lies below; the app hands them on to `type_ahead`.
    """

    _ahead: str | None = ""
    """What was typed before there was an input; `None` since there is one."""

    def type_ahead(self, character: str) -> None:
        """Type a character that went elsewhere."""
        if self._ahead is None:
            self.query_one(Input).insert_text_at_cursor(character)
        else:
            self._ahead += character

    def on_mount(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead:
            self.query_one(Input).insert_text_at_cursor(ahead)
