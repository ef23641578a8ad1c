"""The key map: the commands with the keys that this reader wants, and the first key of each in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tui.commands.command import Command
from tui.commands.naming import key_in_words

__all__ = ["KeyMap", "clashes", "remapped"]


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The commands, and what to call their keys in a sentence."""

    commands: tuple[Command, ...]
    _by_id: Mapping[str, Command] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {command.id: command for command in self.commands})

    def __getitem__(self, id: str) -> Command:  # noqa: A002
        return self._by_id[id]

    def key(self, id: str) -> str:  # noqa: A002
        """The key of a command as a sentence has it: ``]``; its name in the palette if it has none."""
        command = self._by_id[id]
        return key_in_words(command.keys[0]) if command.keys else f"“{command.title}”"


def remapped(
    commands: Iterable[Command], keys: Mapping[str, tuple[str, ...]]
) -> tuple[Command, ...]:
    """The commands, those named in `keys` by their ids with these keys instead of their own."""
    return tuple(replace(command, keys=keys.get(command.id, command.keys)) for command in commands)


def clashes(commands: Iterable[Command]) -> dict[str, list[str]]:
    """The keys that more than one command would have, with the ids of those commands."""
    by_key: dict[str, list[str]] = {}
    for command in commands:
        for key in dict.fromkeys(command.keys):
            by_key.setdefault(key, []).append(command.id)
    return {key: ids for key, ids in by_key.items() if len(ids) > 1}
