"""The library's opening, with a word on what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from index.errors import DamagedIndex
from index.kept.folder import Folder
from index.kept.library import KeptLibrary
from tui.errors import UserError

__all__ = ["open_library", "tell", "tell_what_is_lost"]


def open_library(folder: Path) -> KeptLibrary:
    """The library in a folder, mended if its index was damaged, which standard error says.

    Raises `UserError` where there is none yet, and `index.errors.BadIndex`.
    """
    if not Folder(folder).exists:
        raise UserError(
            f"there is no library in {folder} yet; quoth add FOLDER begins one, and "
            "quoth search QUERY PATH … searches files without."
        )
    try:
        return KeptLibrary(folder)
    except DamagedIndex as damage:
        # Seldom needed, and all of attribution comes with it.
        from index.kept.repairing import mended

        return mended(folder, damage, lambda: KeptLibrary(folder), tell)


def tell(sentence: str) -> None:
    """Say something on standard error."""
    from texts.loading.controls import harmless_path

    print(f"quoth: {harmless_path(sentence)}", file=sys.stderr)


def tell_what_is_lost(library: KeptLibrary) -> None:
    """Say of which documents the readings were wanted and could not be used, if any."""
    lost = [one.name for one in library.documents if one.address in library.damaged]
    if lost:
        tell(
            f"kept readings that are missing or damaged, of which nothing is shown: {len(lost):,} "
            f"({lost[0]}{' …' if len(lost) > 1 else ''}); "
            "quoth doctor --repair takes them out, quoth add puts them back"
        )
