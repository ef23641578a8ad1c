"""Every command is whole, and no key does two things or is one that terminals mix up."""

from __future__ import annotations

from collections import Counter

from tui.commands import COMMANDS, keys_in_words
from tui.commands.bindings import bindings_of
from tui.screens.reader import ReaderScreen


def test_each_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.id
        assert command.title[0].isupper()
        assert command.help.endswith(".")
        assert command.keys


def test_ids_and_keys_are_of_one_command_each() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1
    assert max(Counter(key for command in COMMANDS for key in command.keys).values()) == 1
    assert len(bindings_of(COMMANDS)) == sum(len(command.keys) for command in COMMANDS)


def test_no_key_that_a_terminal_cannot_tell_from_another() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket", "ctrl+["}


def test_every_command_can_be_done() -> None:
    for command in COMMANDS:
        name = command.action.partition("(")[0]
        assert callable(getattr(ReaderScreen, f"action_{name}")), command.id


def test_what_is_done_by_a_letter_can_be_done_without_one_where_it_is_essential() -> None:
    essential = {
        "move.down",
        "move.page_down",
        "quotation.next",
        "voice.next",
        "voices",
        "find",
        "help",
    }
    for command in COMMANDS:
        if command.id in essential:
            assert any(len(key) > 1 or not key.isalnum() for key in command.keys), command.id


def test_keys_are_written_for_people() -> None:
    assert keys_in_words(("full_stop", "ctrl+o", "alt+left", "f1", "space", "+")) == (
        ".  ctrl+o  alt+←  F1  space  +"
    )
