"""The help: every command with its keys, from the one list; typing narrows, enter does it."""

from __future__ import annotations

from textual.content import Content

from tui.commands import COMMANDS, keys_in_words
from tui.screens.narrowing import Choice, NarrowingList

__all__ = ["help_list"]


def help_list() -> NarrowingList:
    """The commands under their groups. It gives the index of a command in `COMMANDS`."""
    choices = []
    group = None
    for at, command in enumerate(COMMANDS):
        heading = Content(f"{command.group}\n").stylize("bold $primary")
        row = Content.assemble((f"  {keys_in_words(command.keys):<22} ", "bold"), command.title)
        prompt = heading + row if command.group != group else row
        group = command.group
        searched = f"{command.group} {command.title} {command.help}"
        choices.append(Choice(prompt, searched, at, command.help))
    return NarrowingList("What the keys do", choices, hint="enter does it · esc closes")
