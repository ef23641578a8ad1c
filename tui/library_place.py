"""Where the library is, as a command line says."""

from __future__ import annotations

import os
from pathlib import Path

from tui.errors import UserError

__all__ = ["library_folder"]


def library_folder(given: str | None) -> Path:
    """The folder that ``--library`` names, absolute; without it, this platform's own."""
    if given is None:
        from index.kept.folder import default_folder

        return default_folder()
    if not given:
        raise UserError("--library is empty; name a folder.")
    return Path(os.path.abspath(given))  # noqa: PTH100 - links are left as they are
