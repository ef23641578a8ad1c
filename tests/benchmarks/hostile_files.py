"""Hostile files as a table: what quoth says of each, how long it takes, how much memory at its peak.

Each is opened by a `quoth text` of its own; the peak is that of all its processes, with the interpreter.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.data.hostile_files import HOSTILE, good, make_special, truncated, wrong_endings
from texts.loading.controls import harmless_path

_MEGABYTES = 1_500
_WIDTH = 100


def run() -> str:
    """The table."""
    lines = [f"{'seconds':>8}{'peak MB':>9}{'exit':>6}  what is said"]
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        for name, make in HOSTILE.items():
            _write(folder / name, make)
        for name, data in (*truncated(), *wrong_endings(), ("good.docx", good())):
            (folder / name).write_bytes(data)
        make_special(folder)
        lines += [_opened(path) for path in sorted(folder.iterdir())]
    return "\n".join(lines)


def _write(path: Path, make: Callable[[int], bytes]) -> None:
    """Make a file in a process of its own, whose memory is not counted with that of its readers."""
    maker = os.fork()
    if not maker:
        path.write_bytes(make(_MEGABYTES))
        os._exit(0)
    os.waitpid(maker, 0)


def _opened(path: Path) -> str:
    said = path.parent / ".said"
    begun = time.monotonic()
    with said.open("wb") as output:
        pid = os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", "tui.cli", "text", str(path)],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, output.fileno(), 2),
            ],
        )
        _, status, used = os.wait4(pid, 0)
    seconds = time.monotonic() - begun
    words = said.read_text(encoding="utf-8").replace(f"{path.parent}/", "").strip()
    said.unlink()
    shown = words or f"({harmless_path(path.name)} is read)"
    cut = shown if len(shown) <= _WIDTH else shown[:_WIDTH] + "…"
    code = os.waitstatus_to_exitcode(status)
    return f"{seconds:8.1f}{used.ru_maxrss / 1024:9.0f}{code:6}  {cut}"
