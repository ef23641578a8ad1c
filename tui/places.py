"""Places on the command line: ``report.txt:212`` is paragraph 212 of report.txt."""

from __future__ import annotations

import os
import re
from typing import Final

from texts.document import Document, Paragraph
from tui.errors import UserError

__all__ = ["paragraph_of", "split_place"]

_WITH_PARAGRAPH: Final = re.compile(r"(?P<path>.+):(?P<number>\d{1,9})", re.DOTALL)


def split_place(given: str) -> tuple[str, int | None]:
    """The path, and the number of the paragraph if there is one.

    A file that is called just ``report.txt:212`` goes before paragraph 212 of another.
    """
    match = _WITH_PARAGRAPH.fullmatch(given)
    if match is None or os.path.exists(given):
        return given, None
    return match["path"], int(match["number"])


def paragraph_of(document: Document, number: int) -> Paragraph:
    """The paragraph with a number, from 1; a `UserError` if there is none."""
    if not 1 <= number <= len(document.paragraphs):
        raise UserError(
            f"{document.name} has paragraphs 1 to {len(document.paragraphs)}; there is no {number}."
        )
    return document.paragraphs[number - 1]
