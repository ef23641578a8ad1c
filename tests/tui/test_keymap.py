"""Keys of one's own: they work, the old ones do not, and everything that names a key names them."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tui.commands import COMMANDS, KeyMap
from tui.commands.keymap import clashes, remapped
from tui.commands.naming import key_in_words, key_named
from tui.config import Config

_KEYS = Config(
    keys={
        "quotation.next": ("ä", "alt+n"),
        "find": ("ctrl+e",),
        "help": ("ctrl+y",),
        "concordance": (),
        "leave": ("X",),
    }
)


async def test_a_key_of_ones_own_works_and_the_old_one_does_nothing(open_reader: Open) -> None:
    async with open_reader(config=_KEYS) as stage:
        await stage.press("]", "full_stop")
        assert stage.screen.at == 0
        await stage.press("ä")
        there = stage.screen.at
        assert there > 0
        await stage.press("alt+n")
        assert stage.screen.at > there
        await stage.press("slash", "V", "question_mark")
        assert stage.app.screen is stage.screen
        assert not stage.screen.panel.display
        await stage.press("X")
        assert not stage.app.is_running


async def test_footer_help_palette_card_and_hints_name_it(open_reader: Open) -> None:
    async with open_reader(config=_KEYS, welcome=True) as stage:
        seen = stage.seen()
        footer = seen.splitlines()[-1]
        assert "ä quote" in footer
        assert "ctrl+e find" in footer
        assert "ctrl+y help" in footer
        card = next(line for line in seen.splitlines() if "next quotation" in line)
        assert card.split()[0] == "ä"
        await stage.press("enter")
        assert stage.screen.status.notice == "no quotation here: ä goes to the next one"
        await stage.press("n")
        assert stage.screen.status.notice == "nothing is being looked for: ctrl+e finds words"
        await stage.press("ctrl+y")
        shown = stage.seen()
        row = next(line for line in shown.splitlines() if "Next quotation" in line)
        assert "ä  alt+n" in row
        assert "]" not in row
        await stage.press("escape")
        done = [command.title for command, _ in stage.screen.commands()]
        assert "Same voice, everywhere" in done


async def test_the_narrow_reader_names_the_key_of_the_help(open_reader: Open) -> None:
    async with open_reader(config=_KEYS, size=(50, 18)) as stage:
        assert "ctrl+y help" in stage.seen()


async def test_how_to_count_is_told_with_ones_own_key(open_reader: Open) -> None:
    async with open_reader(config=_KEYS) as stage:
        await stage.press("ctrl+y")
        await stage.type("count")
        await stage.press("enter")
        assert "3ä leads three quotations on" in stage.screen.status.notice


async def test_what_belongs_to_every_screen_still_works(open_reader: Open) -> None:
    async with open_reader(config=_KEYS) as stage:
        await stage.press("ctrl+c")
        assert any(said.startswith("X leaves") for said in stage.notices)


def test_a_sentence_names_the_first_key_or_else_the_command() -> None:
    keymap = KeyMap(remapped(COMMANDS, _KEYS.keys))
    assert keymap.key("quotation.next") == "ä"
    assert keymap.key("concordance") == "“Same voice, everywhere”"
    assert keymap.key("voices") == "v"


def test_clashes() -> None:
    assert not clashes(COMMANDS)
    assert clashes(remapped(COMMANDS, {"find": ("s", "s", "]")})) == {
        "]": ["quotation.next", "find"],
        "s": ["find", "search"],
    }


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("x", "x"), ("X", "X"), ("ж", "ж"), ("]", "]"), (",", "comma"), (".", "full_stop"),
        (" ", "space"), ("Space", "space"), ("ESC", "escape"), ("PgDn", "pagedown"),
        ("pagedown", "pagedown"), ("↓", "down"), ("F5", "f5"), ("Ctrl+O", "ctrl+o"),
        ("alt+←", "alt+left"), ("alt+x", "alt+x"), ("ctrl+down", "ctrl+down"), ("+", "+"),
        ("return", "enter"), ("shift+tab", "shift+tab"),
    ],
)  # fmt: skip
def test_keys_are_understood_as_people_write_them(written: str, key: str) -> None:
    assert key_named(written) == key


@pytest.mark.parametrize(
    "written",
    ["", "  ", "ctrl+i", "ctrl+m", "ctrl+h", "ctrl+[", "ctrl+j", "ctrl+c", "ctrl+z", "ctrl+1",
     "ctrl+space", "f13", "super+a", "ctrl+", "+x", "ctrl++", "\x1b", "\n", "ab", "ctrl+alt+a"],
)  # fmt: skip
def test_keys_that_not_every_terminal_tells_apart_are_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        key_named(written)


def test_every_key_of_ours_is_written_so_that_it_is_understood() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert key_named(key) == key
            assert key_named(key_in_words(key)) == key
