"""The clipboard: which programs there are, that they get the words and no shell does, what is said."""

from __future__ import annotations

import base64
import os
import re
import signal
import stat
import sys
from pathlib import Path

import pytest

from tests.tui.conftest import Open
from tests.tui.terminal import heard, reader_in_terminal
from texts.loading import read_text
from tui import clipboard
from tui.clipboard import MUCH, Tool, give, kept_aside, sent_in_words, tools
from tui.session import OpenText

_ALL = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux")


@pytest.mark.parametrize(
    ("environment", "system", "installed", "names"),
    [
        ({}, "linux", _ALL, []),
        ({"DISPLAY": ":0"}, "linux", _ALL, ["xclip"]),
        ({"DISPLAY": ":0"}, "linux", ("xsel",), ["xsel"]),
        ({"DISPLAY": ":0"}, "linux", (), []),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", _ALL, ["wl-copy"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", ("xclip",), ["xclip"]),
        ({"DISPLAY": "localhost:10.0", "SSH_TTY": "/dev/pts/1"}, "linux", _ALL, ["xclip"]),
        ({}, "darwin", _ALL, ["pbcopy"]),
        ({"SSH_CONNECTION": "…"}, "darwin", _ALL, []),
        ({}, "win32", _ALL, ["clip.exe"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", _ALL, ["clip.exe"]),
        ({"TMUX": "/a/tmux,1,0"}, "linux", _ALL, ["tmux"]),
        ({"TMUX": "/a/tmux,1,0", "DISPLAY": ":0"}, "linux", _ALL, ["xclip", "tmux"]),
        ({"TMUX": "/a/tmux,1,0"}, "linux", (), []),
    ],
)
def test_which_programs_there_are(
    environment: dict[str, str], system: str, installed: tuple[str, ...], names: list[str]
) -> None:
    found = tools(environment, system, lambda n: f"/bin/{n}" if n in installed else None)
    assert [tool.name for tool in found] == names
    assert all(tool.command[0] == f"/bin/{tool.name}" for tool in found)


@pytest.mark.parametrize(
    ("count", "taken", "said"),
    [
        (1, [], "sent 1 character to the terminal’s clipboard"),
        (1412, [], "sent 1,412 characters to the terminal’s clipboard"),
        (2, ["xclip"], "sent 2 characters to the terminal’s clipboard and to xclip"),
        (
            2,
            ["xclip", "tmux"],
            "sent 2 characters to the terminal’s clipboard, to xclip and to tmux",
        ),
    ],
)
def test_what_is_said(count: int, taken: list[str], said: str) -> None:
    assert sent_in_words(count, taken) == said


needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


def program(folder: Path, name: str, script: str) -> Path:
    """A program of this name that runs a script of the shell."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@needs_scripts
async def test_a_program_gets_the_words_and_nothing_else_does(tmp_path: Path) -> None:
    got = tmp_path / "got"
    tool = program(tmp_path, "xclip", f'cat > "{got}"; echo "$@" > "{got}.arguments"')
    words = "“a” $(touch /tmp/x); `id` 😀\n\ud800"
    assert await give(Tool("xclip", (str(tool), "-selection", "clipboard")), words)
    assert got.read_text(encoding="utf-8") == words.replace("\ud800", "?")
    assert Path(f"{got}.arguments").read_text(encoding="utf-8") == "-selection clipboard\n"


@needs_scripts
async def test_a_program_may_leave_one_running(tmp_path: Path) -> None:
    left = tmp_path / "left"
    script = f'cat > /dev/null; sleep 30 & echo $! > "{left}"'
    try:
        assert await give(Tool("xclip", (str(program(tmp_path, "xclip", script)),)), "words")
    finally:
        os.kill(int(left.read_text(encoding="utf-8")), signal.SIGKILL)


@needs_scripts
@pytest.mark.parametrize("script", ["exit 1", "exec 0<&-; exit 3", "sleep 30"])
async def test_a_program_that_fails_or_hangs_has_not_taken_them(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.2)
    tool = program(tmp_path, "xclip", f"exec {script}" if script.startswith("sleep") else script)
    assert not await give(Tool("xclip", (str(tool),)), "words" * 100_000)


async def test_a_program_that_is_gone_has_not_taken_them(tmp_path: Path) -> None:
    assert not await give(Tool("xclip", (str(tmp_path / "none"),)), "words")


def test_what_is_kept_aside_is_for_the_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "state"
    for words in ("first", "second “€”\n"):
        path = kept_aside(words, folder)
        assert path.read_text(encoding="utf-8") == words
    assert [each.name for each in folder.iterdir()] == ["copied.txt"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_scripts
async def test_the_reader_says_who_took_it(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = program(tmp_path, "good", f'cat > "{tmp_path}/got"')
    bad = program(tmp_path, "bad", "exit 1")
    own = [Tool("xclip", (str(good),)), Tool("tmux", (str(bad),))]
    monkeypatch.setattr(clipboard, "tools", lambda: own)
    async with open_reader() as stage:
        await stage.press("]", "y", "y")
        assert (tmp_path / "got").read_text(encoding="utf-8") == stage.app.clipboard
        assert stage.notices == [
            "the quotation: sent 32 characters to the terminal’s clipboard and to xclip. "
            "tmux did not take it."
        ]


async def test_a_long_copy_is_also_in_a_file(open_reader: Open, state_of_nobody: Path) -> None:
    document = read_text("long.txt", b"word " * (MUCH // 5 + 2))
    async with open_reader(OpenText(None, document)) as stage:
        await stage.press("y", "p")
        (notice,) = stage.notices
        path = state_of_nobody / "copied.txt"
        assert str(path) in notice
        assert path.read_text(encoding="utf-8") == stage.app.clipboard
    document = read_text("long.txt", b"word " * (MUCH // 5 - 1))
    async with open_reader(OpenText(None, document)) as stage:
        await stage.press("y", "p")
        assert "cut off" not in stage.notices[0]


@needs_scripts
def test_what_a_terminal_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "far away")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "a.txt"
    path.write_text("News.\n\n“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    with reader_in_terminal(path, tmp_path, (24, 80)) as (reader, screen):
        heard(screen, "Ann")
        os.write(screen, b"]")
        heard(screen, "quotation 1 of")
        os.write(screen, b"yy")
        sent = heard(screen, "sent 19 characters")
        (order,) = re.findall("\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sent)
        assert base64.b64decode(order).decode() == "“The road is shut,”"
        os.write(screen, b"Q")
        heard(screen, None)
        assert reader.wait(30) == 0
