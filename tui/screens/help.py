"""The help: every command with its keys, from the one list, and every sign; typing narrows."""

from __future__ import annotations

from textual.content import Content

from texts.reading import Mode, VoiceKind
from tui.commands import Group, KeyMap, keys_in_words
from tui.screens.narrowing import Choice, NarrowingList
from tui.voice_signs import (
    CERTAINTY_SIGNS,
    CURRENT_SIGN,
    KIND_SIGNS,
    MODE_SIGNS,
    UNRESOLVED_SIGN,
    WITHIN_SIGN,
)
from tui.widgets.ribbon import SIGNS as RIBBON_SIGNS

__all__ = ["A_SIGN", "help_list"]

A_SIGN = -1
"""What the list gives for a row that only explains a sign."""

_SIGNS = {
    "In the margin: the kind of voice": [
        *(sign for kind, sign in KIND_SIGNS.items() if kind is not VoiceKind.AUTHOR),
        WITHIN_SIGN,
    ],
    "In the margin: how sure it is (nothing: explicit)": [
        sign for sign in CERTAINTY_SIGNS.values() if sign.glyph.strip()
    ],
    "Beside the words: how they are given": [
        *(MODE_SIGNS[mode] for mode in (Mode.DIRECT, Mode.MIXED, Mode.INDIRECT)),
        UNRESOLVED_SIGN,
        CURRENT_SIGN,
    ],
    "In the ribbon: the whole text from top to bottom": list(RIBBON_SIGNS),
}


def help_list(
    keymap: KeyMap, begin_at: Group = Group.QUOTATIONS, *, plain: bool = False
) -> NarrowingList:
    """The commands under their groups, then the signs, in ASCII where they are `plain`.

    `begin_at` is the heading whose first command is highlighted. It gives the index of a command among those of the key map, or `A_SIGN`.
    """
    choices = []
    group = None
    for at, command in enumerate(keymap.commands):
        row = Content.assemble((f"  {keys_in_words(command.keys):<22} ", "bold"), command.title)
        prompt = _heading(command.group) + row if command.group != group else row
        group = command.group
        searched = f"{command.group} {command.title} {command.help}"
        choices.append(Choice(prompt, searched, at, command.help))
    for title, signs in _SIGNS.items():
        for at, sign in enumerate(signs):
            row = Content.assemble((f"  {sign.draw(plain=plain):<22} ", "bold"), sign.word)
            prompt = row if at else _heading(title) + row
            choices.append(Choice(prompt, f"signs {title} {sign.word}", A_SIGN, title))
    begin = next(at for at, command in enumerate(keymap.commands) if command.group is begin_at)
    hint = "enter does it · esc closes"
    return NarrowingList("Keys and signs", choices, hint=hint, highlighted=begin)


def _heading(words: str) -> Content:
    return Content(f"{words}\n").stylize("bold $primary")
