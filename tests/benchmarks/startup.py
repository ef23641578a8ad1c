"""How long the reader takes to come up, beside a minimal Textual app with the same widgets.

Both run in a pseudo-terminal of 120 × 40 and leave by themselves once the first screen is painted.
"""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading

_RUNS = 7

_MINIMAL = """
from textual.app import App
from textual.containers import Container, Vertical, VerticalScroll
from textual.scroll_view import ScrollView
from textual.widgets import Footer, Input, OptionList, Static

class Minimal(App):
    CSS = "#body { layout: horizontal; height: 1fr; } #panel { display: none; }"
    BINDINGS = [(key, "bell", "word") for key in "abcde"]

    def compose(self):
        yield Static("title")
        with Vertical(id="panel"):
            yield Input()
            yield Static("found")
            yield OptionList("row")
        with Container(id="body"):
            yield ScrollView()
            with VerticalScroll():
                yield Static("voices")
        yield Static("line")
        yield Static("status")
        yield Static("card")
        yield Footer(show_command_palette=False)

    def on_ready(self):
        self.call_after_refresh(self.exit)

Minimal().run()
"""

_READER = """
import sys
from tui import start

start.read([], on_ready=lambda app: app.exit())
"""


def run() -> str:
    _seconds([sys.executable, "-c", _READER])  # so that every module is compiled
    minimal, reader, help_ = [], [], []
    for _ in range(_RUNS):
        minimal.append(_seconds([sys.executable, "-c", _MINIMAL]))
        reader.append(_seconds([sys.executable, "-c", _READER]))
        help_.append(_seconds([sys.executable, "-m", "tui.cli", "--help"]))
    ratios = [ours / theirs for ours, theirs in zip(reader, minimal, strict=True)]
    return "\n".join(
        [
            f"a minimal Textual app     {statistics.median(minimal):.2f} CPU s",
            f"the reader on the sample  {statistics.median(reader):.2f} CPU s"
            f"  {statistics.median(ratios):.2f} × the minimal app (median of {_RUNS} pairs)",
            f"quoth --help              {statistics.median(help_):.2f} CPU s",
        ]
    )


def _seconds(command: list[str]) -> float:
    """CPU seconds of a process in a pseudo-terminal, from its start to its end."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "TERM": "xterm-256color", "HOME": home}
        environment |= {"XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}
        # An installed program has its modules compiled, as the installed Textual has.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            command, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=environment
        )
        os.close(theirs)
        drain = threading.Thread(target=_drain, args=(ours,), daemon=True)
        drain.start()
        _, errors = process.communicate(timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    os.close(ours)
    if process.returncode:
        raise RuntimeError(errors.decode(errors="replace"))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 65_536):
            pass
    except OSError:
        return
