"""Outside: the editor at the line, the system's own program, and which addresses are opened."""

from __future__ import annotations

import os
import re
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import Open
from tests.tui.terminal import heard, reader_in_terminal
from texts.document import Origin
from texts.loading import load, read_text
from tui.app import QuothApp
from tui.editing import editor_at, line_at, why_not
from tui.errors import UserError
from tui.outside import address_and_host, hand_over, opener
from tui.screens.keyed import KeyedList
from tui.session import OpenText

needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")


def there(name: str) -> str | None:
    """A machine on which every program is but one."""
    return None if name == "nosuch" else f"/bin/{Path(name).name}"


class TestEditor:
    """Which editor, and how it is told the line."""

    @pytest.mark.parametrize(
        ("environment", "command"),
        [
            ({"EDITOR": "vim"}, ["/bin/vim", "+7", "/a b.txt"]),
            ({"EDITOR": "/usr/bin/nvim -R"}, ["/bin/nvim", "-R", "+7", "/a b.txt"]),
            ({"VISUAL": "emacs -nw", "EDITOR": "vi"}, ["/bin/emacs", "-nw", "+7", "/a b.txt"]),
            ({"VISUAL": " ", "EDITOR": "vi"}, ["/bin/vi", "+7", "/a b.txt"]),
            ({"EDITOR": "code --wait"}, ["/bin/code", "--wait", "-g", "/a b.txt:7"]),
            ({"EDITOR": "hx"}, ["/bin/hx", "/a b.txt:7"]),
            ({"EDITOR": "another"}, ["/bin/another", "/a b.txt"]),
            ({"EDITOR": "'/opt/my editor/vim' -u x"}, ["/bin/vim", "-u", "x", "+7", "/a b.txt"]),
            ({"EDITOR": "vim; rm -rf $HOME"}, ["/bin/vim;", "rm", "-rf", "$HOME", "/a b.txt"]),
            ({}, ["/bin/sensible-editor", "+7", "/a b.txt"]),
        ],
    )
    def test_the_command(self, environment: dict[str, str], command: list[str]) -> None:
        assert editor_at("/a b.txt", 7, environment, there) == command

    @pytest.mark.parametrize(
        ("environment", "words"),
        [
            ({"EDITOR": "nosuch -x"}, "nosuch, which EDITOR names, is not there"),
            ({"VISUAL": "vim 'x"}, "VISUAL has a quotation mark that is not closed"),
        ],
    )
    def test_what_cannot_be_run_is_told(self, environment: dict[str, str], words: str) -> None:
        with pytest.raises(UserError, match=words):
            editor_at("/a.txt", 1, environment, there)

    def test_no_editor_at_all(self) -> None:
        with pytest.raises(UserError, match="name one in the variable EDITOR"):
            editor_at("/a.txt", 1, {}, lambda _: None)

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("One.\n\nTwo here.\n", 3),
            ("One.\r\n\r\nTwo here.\r\n", 3),
            ("One.\r\rTwo here.\r", 3),
            ("One.\r\nA \r stray.\n\nTwo here.\n", 4),
            ("One.\x0b\x0c\u2028\n\nTwo here.\n", 3),
            ("Two here.", 1),
        ],
    )
    def test_lines_are_those_of_the_file(self, text: str, line: int) -> None:
        document = read_text("a.txt", text.encode())
        assert line_at(document, document.text.index("here")) == line

    def test_what_no_editor_can_show(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_text("Words.\n", encoding="utf-8")
        document = load(path)
        assert why_not(document, path, "o") is None
        assert "piped" in (why_not(document, None, "o") or "")
        assert "taken out of a file (PDF); O opens it" in (
            why_not(replace(document, format="PDF"), path, "O") or ""
        )
        path.unlink()
        assert "not there" in (why_not(document, path, "o") or "")


class TestAddresses:
    """A text states its own address, and may lie."""

    @pytest.mark.parametrize(
        ("stated", "address", "host"),
        [
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "example.org"),
            ("http://example.org:8080", "http://example.org:8080", "example.org:8080"),
            ("HTTPS://Example.ORG/A", "https://example.org/A", "example.org"),
            ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4", "xn--bcher-kva.example"),
            ("https://example.org/%7Ea(b)", "https://example.org/%7Ea(b)", "example.org"),
        ],
    )  # fmt: skip
    def test_what_is_opened_looks_like_what_it_is(
        self, stated: str, address: str, host: str
    ) -> None:
        assert address_and_host(stated) == (address, host)

    @pytest.mark.parametrize(
        "stated",
        [
            None,
            "",
            "example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://example.org/",
            "https://",
            "https:///a",
            "https://bank.example@evil.example/",
            "https://bank.example\\@evil.example/",
            "https://evil.example\\.bank.example/",
            "https://example.org/a b",
            "https://example.org/\x1b]0;x\x07",
            "https://example.org/\n--flag",
            "--flag https://example.org",
            "https://exa_mple$(id).org/",
            "https://example.org:99999999/",
            "https://[::1/",
            "https://example.org/" + "a" * 500,
        ],
    )
    def test_what_is_not_opened(self, stated: str | None) -> None:
        assert address_and_host(stated) is None


@pytest.mark.parametrize(
    ("environment", "system", "command"),
    [
        ({}, "linux", None),
        ({"DISPLAY": ":0"}, "linux", ["/bin/xdg-open"]),
        ({"WAYLAND_DISPLAY": "w"}, "linux", ["/bin/xdg-open"]),
        ({"WSL_DISTRO_NAME": "x"}, "linux", ["/bin/wslview"]),
        ({}, "darwin", ["/bin/open"]),
        ({}, "win32", ["startfile"]),
    ],
)
def test_the_systems_own_program(
    environment: dict[str, str], system: str, command: list[str] | None
) -> None:
    assert opener(environment, system, there) == command


def test_where_the_first_is_not_there_the_second_is_taken() -> None:
    only_gio = {"gio": "/bin/gio"}.get
    assert opener({"DISPLAY": ":0"}, "linux", only_gio) == ["/bin/gio", "open"]


def script(path: Path, words: str) -> Path:
    """A program that is a script of the shell."""
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@needs_scripts
async def test_it_is_handed_over_as_one_argument(tmp_path: Path) -> None:
    got = tmp_path / "got"
    good = script(tmp_path / "good", f'echo "$#:$1" > "{got}"')
    assert await hand_over([str(good)], "/a b; $(id)")
    assert got.read_text(encoding="utf-8") == "1:/a b; $(id)\n"
    assert not await hand_over([str(script(tmp_path / "bad", "exit 4"))], "/a")
    assert not await hand_over([str(tmp_path / "none")], "/a")


@needs_scripts
async def test_the_file_is_edited_and_read_again(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("News.\n\n“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    editor = script(
        tmp_path / "vi", f'echo "$1" > "{tmp_path}/line"; echo "\n“Yes,” said Bob." >> "$2"'
    )
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setattr(QuothApp, "suspend", lambda _: nullcontext())
    async with open_reader(OpenText(path)) as stage:
        await stage.press("]", "e")
        assert (tmp_path / "line").read_text(encoding="utf-8") == "+3\n"
        assert stage.screen.document.text.endswith("“Yes,” said Bob.\n")
        assert stage.at.startswith("“The road")


async def test_a_screen_that_cannot_be_left_says_so(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.\n", encoding="utf-8")
    monkeypatch.setenv("VISUAL", sys.executable)
    async with open_reader(OpenText(path)) as stage:
        await stage.press("e")
        assert stage.notices == ["no editor can have this terminal."]


async def test_what_was_piped_has_no_file_to_edit(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("e")
        assert stage.notices == ["what was piped is in no file that an editor could open."]


@needs_scripts
async def test_the_address_is_shown_in_full_before_it_is_opened(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.\n", encoding="utf-8")
    address = "https://example.org/" + "long-" * 70
    document = replace(load(path), origin=Origin(address=address))
    got = tmp_path / "got"
    program = script(tmp_path / "xdg-open", f'echo "$1" > "{got}"')
    monkeypatch.setattr("tui.outside.opener", lambda: [str(program)])
    async with open_reader(OpenText(path, document), size=(58, 20)) as stage:
        await stage.press("o", "down")
        overlay = stage.app.screen
        assert isinstance(overlay, KeyedList)
        assert str(overlay.detail.content).startswith(f"{address}\nIt leads to example.org")
        assert address in re.sub(r"[\s│]", "", stage.seen())
        await stage.press("escape")
        assert not got.exists()
        await stage.press("o", "a")
        assert got.read_text(encoding="utf-8") == f"{address}\n"
        await stage.press("o", "f")
        assert got.read_text(encoding="utf-8") == f"{path}\n"
        assert stage.screen.status.notice == "handed to xdg-open"


async def test_an_address_that_lies_is_not_offered(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.\n", encoding="utf-8")
    document = replace(load(path), origin=Origin(address="file:///etc/passwd"))
    monkeypatch.setattr("tui.outside.opener", lambda: ["/bin/false"])
    async with open_reader(OpenText(path, document)) as stage:
        await stage.press("o", "a")
        overlay = stage.app.screen
        assert isinstance(overlay, KeyedList)
        assert [row.can for row in overlay.listed] == [True, False]


async def test_without_a_desktop_it_says_so(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("o")
        assert stage.notices == ["there is no desktop here that could open a file."]


@needs_scripts
def test_an_editor_has_the_terminal_and_gives_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    editor = script(
        tmp_path / "vi",
        'stty -a | grep -q " icanon" && echo "EDITING $1"; read x; echo "Zebras." >> "$2"',
    )
    monkeypatch.setenv("VISUAL", str(editor))
    with reader_in_terminal(path, tmp_path, (24, 80)) as (reader, screen):
        heard(screen, "Ann")
        os.write(screen, b"e")
        heard(screen, "EDITING +1")
        os.write(screen, b"\x03\n")
        heard(screen, "Zebras")
        os.write(screen, b"Q")
        heard(screen, None)
        assert reader.wait(30) == 0
