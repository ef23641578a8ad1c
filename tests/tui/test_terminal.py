"""The reader in a real terminal: what it is sent, how it ends, and what is kept then."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import heard, in_terminal, reader_in_terminal, silent_for
from texts.loading import load
from texts.samples import sample_path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

_POINTER = "\x1b]22;default\x07"
"""The one order of this kind that Textual itself gives: the shape of the mouse pointer."""


@pytest.mark.parametrize("end", ["q", signal.SIGTERM, signal.SIGHUP])
def test_however_it_ends_the_place_is_kept(end: str | signal.Signals, tmp_path: Path) -> None:
    with reader_in_terminal(sample_path(), tmp_path, (40, 120)) as (reader, screen):
        heard(screen, "not prose")
        os.write(screen, b"]")
        heard(screen, "quotation 1 of")
        if isinstance(end, str):
            os.write(screen, end.encode())
        else:
            reader.send_signal(end)
        heard(screen, None)
        assert reader.wait(30) == 0
    (kept,) = tmp_path.rglob("state.json")
    document = load(sample_path())
    texts = json.loads(kept.read_text(encoding="utf-8"))["texts"]
    offset, *_ = texts[document.digest]["place"]
    assert document.text[offset] == "“"


def test_letters_of_a_query_are_no_commands_however_quick(tmp_path: Path) -> None:
    with reader_in_terminal(sample_path(), tmp_path, (40, 120)) as (reader, screen):
        heard(screen, "not prose")
        # As commands they would leave the reader.
        os.write(screen, b"/Quoth")
        assert "nothing found" in heard(screen, "nothing found")
        os.write(screen, b"\x1b")
        heard(screen, "next quotation")
        os.write(screen, b":3\r")
        heard(screen, "3 of")
        os.write(screen, b"q")
        heard(screen, None)
        assert reader.wait(30) == 0


def test_what_a_hostile_text_sends(hostile: Path, tmp_path: Path) -> None:
    with reader_in_terminal(hostile, tmp_path, (100, 160)) as (reader, screen):
        sent = heard(screen, "␛[31mred␛[0m")
        os.write(screen, b"G[")
        sent += heard(screen, "quotation ")
        os.write(screen, b"q")
        sent += heard(screen, None)
        assert reader.wait(30) == 0
    sent = sent.replace(_POINTER, "")
    for shown in ("␛[31mred␛[0m", "␛]0;owned␇", "␛]8;;file:///etc/passwd", "[link=file:///etc"):
        assert shown in sent
    for order in ("\x1b]0;", "\x1b]8;", "\x1b]52;", "\x1b[31mred", "\x1b[c", "\x1bP+q", "\x07"):
        assert order not in sent
    assert not re.search("[\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", sent)


_STILL = 0.5
"""Seconds without a byte after which all that a key does has come. Silence takes time to hear."""
_KINDS = [
    ((20, 58), {"TERM": "linux"}),
    ((24, 80), {"TERM": "screen", "TEXTUAL_FPS": "30"}),
    ((40, 120), {"TERM": "xterm-256color", "NO_COLOR": "1"}),
    ((60, 200), {"TERM": "tmux-256color"}),
]


def test_nothing_is_sent_while_nobody_does_anything(tmp_path: Path) -> None:
    with reader_in_terminal(sample_path(), tmp_path, (24, 80)) as (reader, screen):
        heard(screen, "not prose")
        silent_for(screen, 3 * _STILL)
        assert silent_for(screen, 3 * _STILL) == b""
        os.write(screen, b"/")
        assert silent_for(screen, _STILL)
        # Not even a cursor blinks where something is typed.
        assert silent_for(screen, 2 * _STILL) == b""
        os.write(screen, b"\x1b")
        silent_for(screen, _STILL)
        os.write(screen, b"Q")
        heard(screen, None)
        assert reader.wait(30) == 0


@pytest.mark.parametrize(("size", "kind"), _KINDS)
def test_in_terminals_of_every_kind(
    size: tuple[int, int], kind: dict[str, str], tmp_path: Path
) -> None:
    with in_terminal([str(sample_path())], tmp_path, size, kind) as (reader, screen):
        heard(screen, "Amnesty")
        silent_for(screen, _STILL)
        os.write(screen, b"]")
        heard(screen, "Amnesty International")
        silent_for(screen, _STILL)
        os.write(screen, b"j")
        # A line of the text, the cursor's sign and the lines of state: not the whole screen.
        assert 0 < len(silent_for(screen, _STILL)) < 16_000
        os.write(screen, b"Q")
        assert "Traceback" not in heard(screen, None)
        assert reader.wait(30) == 0
