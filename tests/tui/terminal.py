"""A pseudo-terminal to start the reader in, and to listen to."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

__all__ = ["heard", "in_terminal", "reader_in_terminal", "silent_for"]


def reader_in_terminal(
    text: Path, home: Path, size: tuple[int, int]
) -> AbstractContextManager[tuple[subprocess.Popen[bytes], int]]:
    """The reader on `text` in a terminal as most are: see `in_terminal`."""
    return in_terminal([str(text)], home, size, {"TERM": "xterm-256color"})


@contextmanager
def in_terminal(
    arguments: Sequence[str], home: Path, size: tuple[int, int], variables: Mapping[str, str]
) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The process of `quoth ARGUMENTS`, and the terminal of `size` rows and columns that it is in.

    It keeps its state in `home`, and is gone in the end however the test went.
    """
    import termios  # Windows has none.

    screen, keyboard = os.openpty()
    termios.tcsetwinsize(keyboard, size)
    environment = os.environ | {"XDG_STATE_HOME": str(home), **variables}
    command = [sys.executable, "-m", "tui.cli", *arguments]
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
    # What was heard may end within a character.
    return sent.decode(errors="replace")


def silent_for(screen: int, seconds: float) -> bytes:
    """What comes to the terminal until nothing has come for `seconds`, or for ten times as long."""
    sent = b""
    end = time.monotonic() + 10 * seconds
    while time.monotonic() < end and select.select([screen], [], [], seconds)[0]:
        sent += os.read(screen, 65_536)
    return sent
