"""Commanding: doing a command by its id, from a key, a list, the palette, or a line that is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tui.commands import Command
from tui.screens.counting import Counting

__all__ = ["Commanding"]


class Commanding(Counting):
    """The page with its commands, each of which has an action somewhere on it."""

    def commands(self) -> Iterator[tuple[Command, Callable[[], object]]]:
        """Each command with what does it."""
        for command in self.session.keymap.commands:
            yield command, partial(self.run_command, command)

    async def action_do(self, id: str, key: str = "") -> None:  # noqa: A002
        """Do a command by the id of its entry in the list, and the key that was pressed."""
        await self.run_command(self.session.keymap[id], key)

    async def run_command(self, command: Command, key: str = "") -> None:
        if not command.keeps_count:
            self.drop_count()
        await self.run_action(command.action.format(key=key))
