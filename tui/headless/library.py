"""`quoth library` and `quoth forget`: what the library keeps, and letting go of it."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.errors import DamagedIndex
from index.kept.catalogue import KeptDocument
from texts.loading import file_of
from tui.headless.folders import open_library, tell
from tui.library_place import library_folder

__all__ = ["forget_documents", "print_documents"]

_COLUMNS = ("DATE", "OUTLET", "VOICES", "QUOTATIONS", "TITLE", "PATH")
_NUMBERS = (2, 3)
_WIDEST = {1: 24, 4: 48}  # of the columns that may be cut


def print_documents(given: str | None, form: str) -> int:
    """Print the documents of the library; 0 there are some, 1 none.

    Raises `UserError` where there is no library, and `index.errors.BadIndex`.
    """
    library = open_library(library_folder(given))
    try:
        lines = _objects(library.documents) if form == "jsonl" else _table(library.documents)
        for line in lines:
            sys.stdout.write(line + "\n")
        return 0 if library.documents else 1
    finally:
        library.close()


def _objects(documents: Sequence[KeptDocument]) -> Iterator[str]:
    for one in documents:
        yield json.dumps(
            {
                "document": one.name,
                "title": one.title,
                "author": one.author,
                "outlet": one.outlet,
                "date": one.date,
                "format": one.format,
                "paragraphs": one.paragraphs,
                "quotations": one.quotations,
                "voices": one.voices,
                "gone": _is_gone(one),
            },
            ensure_ascii=False,
        )


def _table(documents: Sequence[KeptDocument]) -> Iterator[str]:
    rows = [_COLUMNS, *map(_row, documents)]
    widths = [max(_cells(row[at]) for row in rows) for at in range(len(_COLUMNS) - 1)]
    for row in rows:
        cut = [_filled(text, widths[at], at in _NUMBERS) for at, text in enumerate(row[:-1])]
        yield "  ".join([*cut, row[-1]]).rstrip()


def _row(one: KeptDocument) -> tuple[str, ...]:
    row = (
        (one.date or "")[:10],
        one.outlet or "",
        str(one.voices),
        str(one.quotations),
        one.title or "",
        one.name + ("  (gone)" if _is_gone(one) else ""),
    )
    return tuple(_shortened(text, _WIDEST.get(at)) for at, text in enumerate(row))


def _is_gone(one: KeptDocument) -> bool:
    """Whether its file is not there any more; its reading is."""
    return not os.path.lexists(file_of(Path(one.path)))


def _shortened(text: str, most: int | None) -> str:
    if most is None or _cells(text) <= most:
        return text
    cut = text
    while _cells(cut) > most - 1:
        cut = cut[:-1]
    return cut + "…"


def _filled(text: str, width: int, is_number: bool) -> str:
    space = " " * (width - _cells(text))
    return space + text if is_number else text + space


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def forget_documents(paths: Sequence[str], given: str | None) -> int:
    """Let go of documents, and say how many; 0 there were some, 1 none of these.

    Raises `UserError` where there is no library, and `index.errors.BadIndex`.
    """
    from index.kept.adding import forget
    from index.kept.repairing import mended

    folder = library_folder(given)
    open_library(folder).close()
    try:
        gone = forget(folder, paths)
    except DamagedIndex as damage:
        gone = mended(folder, damage, lambda: forget(folder, paths), tell)
    if not gone:
        tell(f"the library has nothing of that: {', '.join(paths)}")
        return 1
    files = "1 document" if len(gone) == 1 else f"{len(gone):,} documents"
    tell(f"{files} forgotten; the files themselves are as they were")
    return 0
