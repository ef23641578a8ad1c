"""The clipboard: by which ways words get there from this machine, and through which local programs.

The terminal's own way, the order OSC 52, is the screen's business; it works over SSH, but not every
terminal obeys it, and none says whether it did. A local program does say. None of them calls anyone.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["MUCH", "Tool", "give", "kept_aside", "sent_in_words", "tools"]

MUCH: Final = 74_994
"""Bytes beyond which some terminals cut a copy off: it would be over 100,000 on the way."""
_PATIENCE: Final = 2.0
"""Seconds that a program may take."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A local program that puts what it is told on standard input on a clipboard."""

    name: str
    """For people."""
    command: tuple[str, ...]
    """The program's path, and its arguments."""
    encoding: str = "utf-8"


def tools(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> list[Tool]:
    """The programs that have a clipboard to put words on: at most one of the desktop, and tmux.

    Over SSH a Mac's or a Windows machine's own clipboard is not the one before the reader's eyes; X
    and Wayland displays are, as far as they are named.
    """
    wanted: list[tuple[str, tuple[str, ...], str]] = []
    remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if environment.get("WAYLAND_DISPLAY"):
        wanted.append(("wl-copy", ("--type", "text/plain;charset=utf-8"), "utf-8"))
    if environment.get("DISPLAY"):
        wanted.append(("xclip", ("-selection", "clipboard"), "utf-8"))
        wanted.append(("xsel", ("--clipboard", "--input"), "utf-8"))
    if system == "darwin" and not remote:
        wanted.append(("pbcopy", (), "utf-8"))
    if (system == "win32" or environment.get("WSL_DISTRO_NAME")) and not remote:
        wanted.append(("clip.exe", (), "utf-16-le"))
    found = [Tool(n, (path, *rest), code) for n, rest, code in wanted if (path := which(n))][:1]
    if environment.get("TMUX") and (path := which("tmux")):
        # With -w tmux hands it on to its own terminal, whatever its set-clipboard says.
        found.append(Tool("tmux", (path, "load-buffer", "-w", "-"), "utf-8"))
    return found


async def give(tool: Tool, words: str) -> bool:
    """Give words to a program; whether it took them.

    It gets them on standard input, never on its command line, and no shell sees them. One that
    takes too long is ended. What it leaves running, as xclip does, goes on without us.
    """
    try:
        program = await asyncio.create_subprocess_exec(
            *tool.command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        await asyncio.wait_for(
            program.communicate(words.encode(tool.encoding, "replace")), _PATIENCE
        )
    except (TimeoutError, asyncio.CancelledError) as ended:
        if program.returncode is None:
            program.kill()
            await program.wait()
        if isinstance(ended, asyncio.CancelledError):
            raise
        return False
    return program.returncode == 0


def sent_in_words(count: int, taken: Sequence[str] = ()) -> str:
    """What is honest to say of a copy of `count` characters that the programs `taken` took.

    Of the terminal no more is known than that it was sent there.
    """
    places = ["the terminal’s clipboard", *taken]
    *before, last = [f"to {place}" for place in places]
    where = f"{', '.join(before)} and {last}" if before else last
    return f"sent {count:,} character{'s' * (count != 1)} {where}"


def kept_aside(words: str, folder: Path) -> Path:
    """A file with what was copied, for the user's eyes only, in place of the one before.

    Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    number, temporary = tempfile.mkstemp(dir=folder, prefix=".copied-")
    path = folder / "copied.txt"
    try:
        with os.fdopen(number, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(words)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
