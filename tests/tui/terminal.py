"""A pseudo-terminal to start the reader in, and to listen to."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["heard", "reader_in_terminal"]


@contextmanager
def reader_in_terminal(
    text: Path, home: Path, size: tuple[int, int]
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The reader's process on `text`, and the terminal of `size` rows and columns that it is in.

    It keeps its state in `home`, and is gone in the end however the test went.
    """
    import termios  # Windows has none.

    screen, keyboard = os.openpty()
    termios.tcsetwinsize(keyboard, size)
    environment = os.environ | {"TERM": "xterm-256color", "XDG_STATE_HOME": str(home)}
    command = [sys.executable, "-m", "tui.cli", str(text)]
    with subprocess.Popen(  # noqa: S603
        command, stdin=keyboard, stdout=keyboard, stderr=keyboard, env=environment
    ) as reader:
        os.close(keyboard)
        try:
            yield reader, screen
        finally:
            reader.kill()
    os.close(screen)


def heard(screen: int, awaited: str | None) -> str:
    """What comes to the terminal until it has `awaited`, or to the end."""
    sent = b""
    while awaited is None or awaited.encode() not in sent:
        assert select.select([screen], [], [], 10)[0], f"waited in vain for {awaited}"
        try:
            more = os.read(screen, 65_536)
        except OSError:  # How Linux tells that the other side has closed.
            break
        if not more:
            break
        sent += more
    return sent.decode()
