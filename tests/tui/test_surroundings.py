"""What `quoth doctor` says of the terminal, its colours, the clipboard and the programs outside."""

from __future__ import annotations

import pytest

from tui.clipboard import Tool
from tui.headless.surroundings import (
    clipboard_in_words,
    colours_in_words,
    surroundings,
    terminal_in_words,
)


def test_all_of_it_is_said() -> None:
    said = dict(surroundings({"TERM": "xterm-256color"}))
    assert list(said) == ["terminal", "colours", "encoding", "clipboard", "editor", "opener"]
    assert all(said.values())
    assert said["terminal"].startswith("TERM=xterm-256color ")


def test_what_lies_between_the_terminal_and_the_reader() -> None:
    environment = {
        "TERM": "tmux-256color",
        "TERM_PROGRAM": "tmux\x1b[31m",
        "TERM_PROGRAM_VERSION": "3.3a",
        "TMUX": "a",
        "SSH_TTY": "b",
    }
    said = terminal_in_words(environment)
    assert said.startswith("TERM=tmux-256color tmux␛[31m 3.3a ")
    assert " in tmux over SSH" in said
    bare = terminal_in_words({})
    assert bare.startswith("TERM= ")
    assert "SSH" not in bare


@pytest.mark.parametrize(
    ("environment", "depth", "said"),
    [
        ({"NO_COLOR": "1"}, "truecolor", "none, as NO_COLOR asks"),
        ({"NO_COLOR": ""}, "truecolor", "16 million"),
        ({}, "256", "256"),
        ({}, "standard", "16"),
        ({}, None, "none"),
    ],
)
def test_colours(environment: dict[str, str], depth: str | None, said: str) -> None:
    assert colours_in_words(environment, lambda: depth) == said


def test_the_colours_are_those_that_the_screen_would_use(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for kind, said in (("xterm-256color", "256"), ("linux", "16"), ("dumb", "none")):
        monkeypatch.setenv("TERM", kind)
        assert dict(surroundings())["colours"] == said
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert dict(surroundings())["colours"] == "16 million"


def test_the_ways_to_a_clipboard() -> None:
    bare = clipboard_in_words({}, [])
    assert bare == "OSC 52, if the terminal obeys it; no local program with a display"
    tool = Tool("xclip", ("/usr/bin/xclip", "-selection", "clipboard"))
    both = clipboard_in_words({"TMUX": "a"}, [tool])
    assert "; /usr/bin/xclip -selection clipboard; tmux itself passes OSC 52 on with" in both
