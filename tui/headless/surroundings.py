"""The surroundings: the terminal, its colours, the ways to a clipboard, and the programs outside."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from texts.loading.controls import harmless_path
from tui.clipboard import Tool, tools
from tui.editing import editor_at
from tui.errors import UserError
from tui.outside import opener

__all__ = ["clipboard_in_words", "colours_in_words", "surroundings", "terminal_in_words"]

_DEPTHS = {"truecolor": "16 million", "256": "256", "standard": "16", "windows": "16"}


def surroundings(environment: Mapping[str, str] = os.environ) -> Iterator[tuple[str, str]]:
    """What each is called and what is there, for a report of an error. Nothing is started."""
    yield "terminal", terminal_in_words(environment)
    yield "colours", colours_in_words(environment, _depth)
    yield "encoding", f"{sys.stdout.encoding}, file names {sys.getfilesystemencoding()}"
    yield "clipboard", clipboard_in_words(environment, tools())
    yield "editor", _editor()
    yield "opener", " ".join(opener() or ["none: there is no desktop here"])


def terminal_in_words(environment: Mapping[str, str]) -> str:
    """What it calls itself, its size, and what lies between it and the reader."""
    size = shutil.get_terminal_size()
    program = " ".join(
        environment[name]
        for name in ("TERM_PROGRAM", "TERM_PROGRAM_VERSION")
        if name in environment
    )
    facts = [
        f"TERM={environment.get('TERM', '')}",
        program,
        f"{size.columns}x{size.lines}",
        "in tmux" if environment.get("TMUX") else "",
        "in screen" if environment.get("STY") else "",
        "over SSH" if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY") else "",
        "" if sys.stdout.isatty() else "(standard output is not a terminal)",
    ]
    return harmless_path(" ".join(filter(None, facts)))


def colours_in_words(environment: Mapping[str, str], depth: Callable[[], str | None]) -> str:
    """How many colours the reader would use; `depth` tells what the terminal is taken to show."""
    if environment.get("NO_COLOR"):
        return "none, as NO_COLOR asks"
    found = depth()
    return _DEPTHS.get(found, found) if found else "none"


def _depth() -> str | None:
    """As the screen's own library finds it out."""
    from rich.console import Console
    from textual.constants import COLOR_SYSTEM

    # What is printed to now may be a file; the reader's own output never is.
    return Console(color_system=COLOR_SYSTEM, force_terminal=True).color_system  # type: ignore[arg-type]


def clipboard_in_words(environment: Mapping[str, str], found: Sequence[Tool]) -> str:
    """The ways by which a copy leaves the reader."""
    words = "OSC 52, if the terminal obeys it"
    for tool in found:
        words += f"; {' '.join(tool.command)}"
    if not found:
        words += "; no local program with a display"
    if environment.get("TMUX"):
        words += "; tmux itself passes OSC 52 on with: set -g set-clipboard on"
    return harmless_path(words)


def _editor() -> str:
    try:
        return harmless_path(" ".join(editor_at("FILE", 1)))
    except UserError as problem:
        return str(problem)
