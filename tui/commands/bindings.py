"""Bindings: what makes the screen do a command when one of its keys is pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.binding import Binding, BindingType

from tui.commands.command import Command
from tui.commands.naming import key_in_words

__all__ = ["bindings_of"]


def bindings_of(commands: Iterable[Command]) -> list[BindingType]:
    """A binding a key, by which the screen's `action_do` does the command that has the key's id.

    The line of keys is `tui.hints`, so none asks to be shown.
    """
    return list(_bindings(commands))


def _bindings(commands: Iterable[Command]) -> Iterator[Binding]:
    for command in commands:
        for at, key in enumerate(command.keys):
            yield Binding(
                key,
                f"do({command.id!r}, {key!r})",
                command.title,
                show=False,
                key_display=key_in_words(key),
                tooltip=command.help,
                id=command.id if at == 0 else f"{command.id}.{at}",
                priority=command.priority,
            )
