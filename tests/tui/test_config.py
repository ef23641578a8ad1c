"""The configuration: what may be said, what is wrong with what may not, and what `quoth config` prints."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import config
from tui.cli import main
from tui.commands import COMMANDS
from tui.commands.keymap import remapped
from tui.config import Config, parsed
from tui.config_settings import SETTINGS, theme_names
from tui.errors import ConfigError
from tui.headless.config import defaults
from tui.look import Look


def test_nothing_is_configured_at_first() -> None:
    assert config.load() == parsed("", "config.toml") == Config()


def test_what_may_be_said() -> None:
    found = parsed(
        'theme = "nord"\nwidth = 60\nmargin = false\nglyphs = "ascii"\nbidi = "off"\n'
        '[keys]\nfind = "F"\nmove.down = ["J", "down", "PgDn"]\nmargin = []\n'
        '"move.page_down" = "space"\n"result.next" = ["ctrl+n", "é"]\n',
        "config.toml",
    )
    assert found.look == Look("nord", 60, margin=False, plain=True, bidi="off")
    assert found.keys == {
        "find": ("F",),
        "move.down": ("J", "down", "pagedown"),
        "margin": (),
        "move.page_down": ("space",),
        "result.next": ("ctrl+n", "é"),
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\nthem = 1", "line 2: them is no setting; did you mean theme?"),
        ("[key]\n", "line 1: key is no setting; did you mean keys?"),
        ("zzz = 1", "line 1: zzz is no setting."),
        ('theme = "nrod"', 'line 1: theme is none of the {N} there are; did you mean "nord"?'),
        ("theme = 3", "line 1: theme is none of the {N} there are: quoth-dark, quoth-light, "
         "ansi-dark, ansi-light …."),
        ("width = 10", "line 1: width must be from 30 to 120."),
        ('width = "72"', "line 1: width must be a whole number from 30 to 120."),
        ("width = true", "line 1: width must be a whole number from 30 to 120."),
        ("margin = 1", "line 1: margin must be true or false."),
        ('glyphs = "asci"', "line 1: glyphs must be unicode or ascii."),
        ("bidi = []", "line 1: bidi must be terminal or off."),
        ("[theme]\nx = 1", "line 1: theme is a setting, not a table: write theme = … before the "
         "first table."),
        ("keys = 1", "line 1: keys must be a table: write [keys] on a line of its own."),
        ('[keys]\nfnd = "x"', "line 2: keys.fnd is no command; did you mean find?"),
        ('[keys]\n\nmove.dwn = "x"', "line 3: keys.move.dwn is no command; did you mean move.down?"),
        ('[keys]\n"zzz" = "x"', "line 2: keys.zzz is no command."),
        ("[keys]\nfind = 3", 'line 2: keys.find must be a key, as "x", or a list of keys, as '
         '["x", "f5"].'),
        ('[keys]\nfind = ["x", 3]', 'line 2: keys.find must be a key, as "x", or a list of keys, '
         'as ["x", "f5"].'),
        ('[keys]\nfind = "spce"', 'line 2: keys.find has the key "spce", which is no key; did you '
         "mean space?"),
        ('[keys]\nfind = ""', 'line 2: keys.find has the key "", which is no key; write one '
         "character, a name such as space or f5, or ctrl+ and a letter."),
        ('[keys]\nfind = "ctrl+I"', 'line 2: keys.find has the key "ctrl+I", which is the same as '
         "tab in most terminals."),
        ('[keys]\nfind = "ctrl+c"', 'line 2: keys.find has the key "ctrl+c", which always copies '
         "what is selected."),
        ('[keys]\nfind = "shift+a"', 'line 2: keys.find has the key "shift+a", which is written A.'),
        ('[keys]\nfind = "ctrl+shift+a"', 'line 2: keys.find has the key "ctrl+shift+a", which is '
         "not told from other keys by all terminals."),
        ("[keys]\ncount = 'x'", "line 2: keys.count cannot have other keys: what it does is what "
         "its keys say."),
        ("[keys]\nleave = []", "line 2: keys.leave needs a key, for else there is no way out."),
        ("[keys]\nfind = ']'", 'line 2: keys.find has the key "]", which quotation.next has too; give '
         "one of them another."),
    ],
)  # fmt: skip
def test_what_may_not_be_said(text: str, sentence: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parsed(text, "config.toml")
    assert caught.value.args == (
        f"config.toml, {sentence}".replace("{N}", str(len(theme_names()))),
    )


def test_all_that_is_wrong_is_told_in_order() -> None:
    with pytest.raises(ConfigError) as caught:
        parsed("width = 1\nb = 1\na = 1\n[keys]\nfind = ['ctrl+m', 'ctrl+h']\n", "c")
    told = [sentence.partition(":")[0] for sentence in caught.value.args]
    assert told == ["c, line 1", "c, line 2", "c, line 3", "c, line 5", "c, line 5"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("theme = ", "is not sound TOML"),
        ("a = 1\na = 2", "overwrite"),
        ("a = " + "[" * 5_000, "TOML|deeply"),
        ("keys." + ".".join("a" * 3_000) + " = 1", "deeply"),
    ],
)
def test_what_is_no_toml(text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        parsed(text, "config.toml")


def test_keys_can_be_swapped() -> None:
    keys = parsed("[keys]\n'quotation.next' = ['[']\n'quotation.previous' = ']'\n", "c").keys
    assert keys == {"quotation.next": ("[",), "quotation.previous": ("]",)}


@given(st.text(max_size=40))
def test_every_text_is_a_configuration_or_a_mistake(text: str) -> None:
    for whole in (text, f"[keys]\nfind = '{text}'", f'[keys]\n"{text}" = "x"'):
        with suppress(ConfigError):
            parsed(whole, "c")


def test_the_printed_defaults_are_the_defaults() -> None:
    printed = defaults()
    assert parsed(printed, "printed") == Config()
    stated = parsed(re.sub(r"^#(?=\S)", "", printed, flags=re.MULTILINE), "stated")
    assert stated.look == Look()
    assert remapped(COMMANDS, stated.keys) == COMMANDS
    wanted = {command.id for command in COMMANDS if "{key}" not in command.action}
    assert set(stated.keys) == wanted
    for setting in SETTINGS:
        assert f"#{setting.name} = " in printed


def in_file(content: bytes) -> Path:
    path = config.path()
    path.write_bytes(content)
    return path


def test_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    assert capsys.readouterr().out == defaults()
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{config.path()}\n"


def test_it_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--check"]) == 0
    assert "is not there" in capsys.readouterr().out
    path = in_file(b"\xef\xbb\xbfwidth = 60\r\n")
    assert config.load().look.width == 60
    assert config.load(plain=True).look == Look(width=60, plain=True)
    assert main(["config", "--check"]) == 0
    assert capsys.readouterr().out == f"{path}: is sound.\n"
    in_file(b"width = 1\nglyphs = 'x'\n")
    assert main(["config", "--check"]) == 2
    assert capsys.readouterr().err == (
        f"quoth: {path}, line 1: width must be from 30 to 120.\n"
        f"quoth: {path}, line 2: glyphs must be unicode or ascii.\n"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a = 1\n\xff", "line 2: is not UTF-8"),
        (b"#" * 1_000_001, "too large"),
        (b'"\x1b]0;x" = 1', "not sound TOML"),
        (b'"\\u001b]0;x" = 1', "is no setting"),
    ],
)
def test_a_hostile_file_is_told_and_never_obeyed(
    content: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    in_file(content)
    assert main(["config", "--check"]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert "\x1b" not in said


def test_a_file_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    config.path().mkdir(parents=True)
    assert main(["config", "--check"]) == 2
    assert "cannot be read" in capsys.readouterr().err
