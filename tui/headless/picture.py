"""`quoth picture`: whose words a text holds, drawn for those who look rather than read."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from texts.attribution import attribute
from texts.loading import STANDARD_INPUT, load, load_stream
from texts.loading.controls import harmless_path
from texts.loading.decoding import guess_in_words
from tui.errors import UserError
from tui.picture import BEGINNINGS, FORMATS, picture_of

__all__ = ["draw_picture"]

_BEGINNING = 200
"""Bytes of a file that are looked at: more than any picture's beginning."""


def draw_picture(
    path: str, output: str | None, form: str | None, *, decisions: bool = False
) -> int:
    """Draw a text into the file `output`, or to standard output; 0, or 1 if it has no quotations.

    `form` is a name in `FORMATS`; without it, the ending of `output` decides. Neither the text's own
    file nor any file but an earlier picture is ever written over; a picture comes whole or not at
    all. With `decisions` the reader's own are applied. Raises a `UserError` or a `TextsError`.
    """
    output = None if output == STANDARD_INPUT else output
    form = form or _form_of(output)
    if output is not None:
        _see_that_nothing_is_lost(path, Path(output))
    document = load_stream(sys.stdin.buffer) if path == STANDARD_INPUT else load(Path(path))
    for caution in (guess_in_words(document), document.left_out):
        if caution:
            print(f"quoth: {harmless_path(document.name)}: {caution}", file=sys.stderr)
    reading = attribute(document)
    if decisions:
        # What keeps them is loaded for nothing else.
        from tui.headless.decisions import decided

        reading = decided(reading)
    drawn = FORMATS[form](picture_of(reading))
    if output is None:
        sys.stdout.writelines(drawn)
    else:
        _write(Path(output), drawn)
    return 0 if reading.quotations else 1


def _form_of(output: str | None) -> str:
    if output is None:
        return next(iter(FORMATS))
    ending = Path(output).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise UserError(
            f"{harmless_path(output)}: a picture's name ends in {' or '.join(map('.{}'.format, FORMATS))};"
            " for another, say --format."
        )
    return ending


def _see_that_nothing_is_lost(path: str, output: Path) -> None:
    name = harmless_path(str(output))
    try:
        if path != STANDARD_INPUT and output.exists() and output.samefile(path):
            raise UserError(f"{name}: this is the text itself; name another file for its picture.")
        if output.exists() and not output.is_file():
            raise UserError(f"{name}: nothing can be drawn there: it is no file.")
        with output.open("rb") as file:
            opening = file.read(_BEGINNING)
    except FileNotFoundError:
        return
    except OSError as problem:
        raise UserError(f"{name}: nothing can be drawn there: {problem.strerror}.") from None
    # A picture that was drawn earlier may be drawn anew; any other file is somebody's, and stays.
    if not opening.startswith(tuple(map(str.encode, BEGINNINGS))):
        raise UserError(f"{name}: this file is there already, and no picture; name another one.")


def _write(output: Path, drawn: Iterable[str]) -> None:
    try:
        number, temporary = tempfile.mkstemp(dir=output.parent, prefix=".quoth-")
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
                file.writelines(drawn)
            # As any new file would be: a temporary one is for its owner alone.
            mask = os.umask(0)
            os.umask(mask)
            Path(temporary).chmod(0o666 & ~mask)
            Path(temporary).replace(output)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as problem:
        name = harmless_path(str(output))
        raise UserError(f"{name}: the picture cannot be written: {problem.strerror}.") from None
