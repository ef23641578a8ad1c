"""The editor at a line: which program it is, and how it is told the line. It changes files, not quoth."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import Final

from texts.document import Document
from texts.loading.controls import harmless_path
from texts.loading.formats import PLAIN
from tui.errors import UserError

__all__ = ["editor_at", "line_at", "why_not"]

_USUAL: Final = ("sensible-editor", "editor", "nano", "vim", "vi")
"""Looked for where neither variable names one."""
_PLUS: Final = frozenset(
    "sensible-editor editor vi vim nvim gvim view vis nano pico rnano emacs emacsclient micro joe jed "
    "mg ne kak gedit".split()
)
"""Editors that take ``+12 FILE``."""
_COLON: Final = frozenset(("hx", "helix", "subl", "sublime_text", "zed"))
"""Editors that take ``FILE:12``."""
_GO_TO: Final = frozenset(("code", "code-insiders", "codium", "vscodium", "cursor"))
"""Editors that take ``-g FILE:12``."""


def editor_at(
    path: str,
    line: int,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The command that opens the file at an absolute `path` at a line, counted from 1.

    It is what ``VISUAL`` or else ``EDITOR`` says, cut into words as a shell would, but no shell sees
    it. An editor whose way of being told the line is not known opens the file at its beginning.
    Raises `UserError`.
    """
    for variable in ("VISUAL", "EDITOR"):
        if environment.get(variable, "").strip():
            words = _words(variable, environment[variable])
            program = which(words[0])
            if program is None:
                named = harmless_path(words[0])
                raise UserError(f"{named}, which {variable} names, is not there or cannot be run.")
            return [program, *words[1:], *_place(words[0], path, line)]
    for name in _USUAL:
        if program := which(name):
            return [program, *_place(name, path, line)]
    raise UserError("there is no editor here: name one in the variable EDITOR.")


def _words(variable: str, command: str) -> list[str]:
    try:
        return shlex.split(command, posix=os.name != "nt")
    except ValueError:
        raise UserError(f"{variable} has a quotation mark that is not closed.") from None


def _place(program: str, path: str, line: int) -> list[str]:
    name = PurePath(program).stem.lower()
    if name in _PLUS:
        return [f"+{line}", path]
    if name in _COLON:
        return [f"{path}:{line}"]
    if name in _GO_TO:
        return ["-g", f"{path}:{line}"]
    return [path]


def line_at(document: Document, offset: int) -> int:
    """The line of the file, from 1, that has the character at `offset`, as editors count lines."""
    before = document.decoded[:offset]
    ends = before.count("\n") if "\n" in document.decoded else before.count("\r")
    return ends + 1


def why_not(document: Document, path: Path | None, open_key: str) -> str | None:
    """Why no editor can show the words of a document; `None` where one can.

    `open_key` is the key that opens it in the program for it.
    """
    if path is None:
        return "what was piped is in no file that an editor could open"
    if document.format not in PLAIN.values():
        return (
            "an editor cannot show these words: they were taken out of a file "
            f"({document.format}); {open_key} opens it"
        )
    if not path.is_file():
        return "the file is not there any more"
    return None
