"""The list of messages: what was told, the latest first."""

from __future__ import annotations

from textual.content import Content

from tui.messages import Messages
from tui.screens.narrowing import Choice, NarrowingList
from tui.wording import shortened

__all__ = ["messages_list"]

_ROW = 70


def messages_list(messages: Messages) -> NarrowingList:
    """The messages, each whole while it is highlighted. It gives nothing to be done."""
    choices = [
        Choice(
            Content.assemble(
                (f"{told.at:%H:%M:%S}  ", "$reader-quiet"), shortened(told.words, _ROW)
            ),
            told.words,
            at,
            told.words,
        )
        for at, told in enumerate(messages.latest_first())
    ]
    return NarrowingList("Messages, the latest first", choices, hint="esc closes")
