"""Exporting what is listed: what there is to write, what its file may be called, and writing it."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from texts.export import FORMATS
from texts.export.paragraphs import PARAGRAPH_FORMATS, FoundParagraph
from texts.loading import file_of
from texts.loading.controls import harmless_path
from texts.reading import Reading
from texts.review.decision import decision_of
from tui.commands import KeyMap
from tui.concordance import Saying
from tui.errors import UserError
from tui.searching import Scope

if TYPE_CHECKING:
    from tui.session import Session

__all__ = [
    "ENDINGS",
    "Listing",
    "Target",
    "format_of",
    "found_in",
    "of_found",
    "of_reading",
    "of_sayings",
    "target_of",
    "write",
]

ENDINGS: Final = {".csv": "csv", ".jsonl": "jsonl", ".md": "markdown"}
"""The formats by the ending of the file that is written, in the order in which they are offered."""
_UNFIT: Final = re.compile(r"[^\w-]+")
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed, and can be written."""

    what: str
    """In words, with how many there are."""
    stem: str
    """What its file might be called, without an ending."""
    pieces: Callable[[str], Iterator[str]]
    """Complete lines in a format."""
    instead: str = ""
    """How to come to another list, in words, where there is one."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an export goes."""

    path: Path
    form: str
    over: bool
    """Whether a file that is there is to be replaced."""


def of_reading(reading: Reading) -> Listing:
    """The quotations of a text."""
    name = "" if reading.document.name == "-" else PurePath(reading.document.name).stem
    return Listing(
        _counted(len(reading.quotations), "quotation") + " of this text",
        _stem(name, "quotations"),
        lambda form: _written([reading], form),
    )


def of_sayings(name: str, sayings: Sequence[Saying]) -> Listing:
    """What a voice says in many texts, in the order given."""
    readings = [
        replace(own[0].reading, quotations=tuple(saying.quotation for saying in own))
        for own in (list(group) for _, group in groupby(sayings, lambda saying: id(saying.reading)))
    ]
    return Listing(
        _counted(len(sayings), "quotation") + f" of {name}",
        _stem(name, "quotations"),
        lambda form: _written(readings, form),
    )


def of_found(line: str, found: Sequence[FoundParagraph], keymap: KeyMap) -> Listing:
    """The paragraphs that a query found."""
    out, again = keymap.key("step_back"), keymap.key("export")
    return Listing(
        _counted(len(found), "paragraph") + f" found by {line.strip()}",
        _stem("found", line),
        lambda form: PARAGRAPH_FORMATS[form](found),
        f"without the lights ({out}), {again} writes the quotations of the text",
    )


def _written(readings: Sequence[Reading], form: str) -> Iterator[str]:
    """Decisions are told of where there are any."""
    export = FORMATS[form]
    decisions = any(decision_of(held) for reading in readings for held in reading.quotations)
    if opening := export.opening(decisions=decisions):
        yield opening
    for reading in readings:
        yield from export.pieces(reading, decisions=decisions)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"


def _stem(*parts: str) -> str:
    """Letters, digits and hyphens: what a text or a query says never makes a path."""
    words = "-".join(filter(None, (_UNFIT.sub("-", part).strip("-_") for part in parts)))
    return words[:_LONGEST].strip("-_").lower() or "quotations"


def found_in(
    session: Session, line: str, scope: Scope, name: str, given_up: Callable[[], bool]
) -> list[FoundParagraph]:
    """All paragraphs that a search found, as they stand: in the text called `name`, or in all.

    May be called off the event loop. Raises what searching raises. Its cost is that of opening every
    reading in which something is found.
    """
    library, kept = session.library, session.kept
    names = [name]
    if scope is Scope.ALL:
        texts = [text for text in session.texts if text.document is not None and not text.met]
        names = [text.document.name for text in texts if text.document is not None]
    hits = library.search(
        line, limit=None, typing=True, documents=names, ranked=False, cancelled=given_up
    ).hits
    found = [
        FoundParagraph(reading, hit.paragraph, hit.spans)
        for hit in hits
        if (reading := library.reading(hit.document)) is not None
    ]
    # The library has them in the order in which they happened to be read.
    order = {name: at for at, name in enumerate(names)}
    found.sort(key=lambda one: order[one.reading.document.name])
    if scope is Scope.THIS or kept is None:
        return found
    is_open = session.opened()
    others = kept.search(line, limit=None, typing=True, cancelled=given_up).hits
    by_address = groupby(sorted(others, key=lambda hit: hit.address or ""), lambda hit: hit.address)
    for _, group in by_address:
        own = sorted(group, key=lambda hit: hit.paragraph)
        document = kept.document(own[0])
        if document is not None and not is_open(document):
            reading = kept.reading(document)
            found += [FoundParagraph(reading, hit.paragraph, hit.spans) for hit in own]
    return found


def format_of(typed: str) -> str | None:
    """The format that the ending of a file's name chooses; `None` for another ending."""
    return ENDINGS.get(PurePath(typed.strip()).suffix.lower())


def target_of(typed: str, texts: Iterable[Path]) -> Path:
    """The file that a typed name means, from the current folder; ``~`` is the home folder.

    Raises `UserError` for a name without one of the endings, in a folder that is not there, and for
    one of `texts`: a text that is read is never written over.
    """
    # Of os.path, for no name makes these raise: not one that is too long, nor ~NAME of nobody.
    path = Path(os.path.abspath(os.path.expanduser(typed.strip())))  # noqa: PTH100, PTH111
    shown = harmless_path(str(path))
    if format_of(typed) is None:
        raise UserError(f"end the name with {', '.join(ENDINGS)}: that chooses the form.")
    if not os.path.isdir(path.parent):
        raise UserError(f"the folder {harmless_path(str(path.parent))} is not there.")
    if os.path.isdir(path):
        raise UserError(f"{shown} is a folder.")
    if os.path.exists(path) and any(_is(path, file_of(text)) for text in texts):
        raise UserError(f"{shown} is a text that is open: choose another name.")
    return path


def _is(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def write(path: Path, pieces: Iterable[str], *, over: bool) -> None:
    """Write a file whole or not at all; only with `over` in place of one that is there.

    Raises `FileExistsError` and other `OSError`.
    """
    if over:
        number, name = tempfile.mkstemp(dir=path.parent, prefix=".quoth-")
        os.close(number)
        place = Path(name)
    else:
        place = path
    with place.open("w" if over else "x", encoding="utf-8", errors="replace", newline="\n") as file:
        try:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
            if over:
                shutil.copymode(path, place)
                place.replace(path)
        except BaseException:
            place.unlink(missing_ok=True)
            raise
