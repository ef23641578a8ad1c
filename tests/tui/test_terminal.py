"""The reader in a real terminal: how it ends, and what is kept then."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import heard
from texts.loading import load
from texts.samples import sample_path


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("end", ["q", signal.SIGTERM, signal.SIGHUP])
def test_however_it_ends_the_place_is_kept(end: str | signal.Signals, tmp_path: Path) -> None:
    import termios

    screen, keyboard = os.openpty()
    termios.tcsetwinsize(keyboard, (40, 120))
    environment = os.environ | {"TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tui.cli", str(sample_path())]
    with subprocess.Popen(  # noqa: S603
        command, stdin=keyboard, stdout=keyboard, stderr=keyboard, env=environment
    ) as reader:
        os.close(keyboard)
        try:
            heard(screen, "not prose")
            os.write(screen, b"]")
            heard(screen, "quotation 1 of")
            if isinstance(end, str):
                os.write(screen, end.encode())
            else:
                reader.send_signal(end)
            heard(screen, None)
            assert reader.wait(30) == 0
        finally:
            reader.kill()
    os.close(screen)
    (kept,) = tmp_path.rglob("state.json")
    document = load(sample_path())
    places = json.loads(kept.read_text(encoding="utf-8"))["places"]
    assert document.text[places[document.digest]] == "“"
