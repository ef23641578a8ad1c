"""The lists of marks: one to set a mark by its letter, one to go to it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.marks import Mark, words_at
from tui.remembered import is_mark
from tui.screens.documents import name_of
from tui.screens.keyed import KeyedList, KeyedRow
from tui.session import OpenText

__all__ = ["BEFORE", "MarkSetter", "marks_list"]

BEFORE = "'"
"""The key of the place before the last jump."""


class MarkSetter(KeyedList):
    """The marks there are; any letter or digit gives itself, whether it is one of them or not."""

    def __init__(
        self, marks: Sequence[Mark], here: OpenText, offset: int, free: str | None
    ) -> None:
        place = words_at(here.loaded(), offset)
        new = [KeyedRow(free, f"a new mark here: {place}")] if free else []
        rows = [*new, *(_row(mark, here) for mark in marks)]
        hint = "a–z 0–9 for this text · A–Z for all · its own place takes it away · esc"
        super().__init__("Set a mark: type its letter", rows, hint=hint)

    def takes(self, letter: str) -> bool:
        return is_mark(letter)


def marks_list(
    marks: Sequence[Mark], here: OpenText, before: tuple[OpenText, int] | None
) -> KeyedList:
    """The marks that can be gone to, and where the last jump began. It gives a letter or `BEFORE`."""
    rows = [_row(mark, here) for mark in marks]
    if before is not None:
        text, offset = before
        rows.insert(0, KeyedRow(BEFORE, f"before the last jump: {_place(text, offset, here)}"))
    return KeyedList("Go to a mark: type its letter", rows, hint="enter goes there · esc closes")


def _row(mark: Mark, here: OpenText) -> KeyedRow:
    return KeyedRow(mark.letter, _place(mark.text, mark.offset, here))


def _place(text: OpenText, offset: int | None, here: OpenText) -> str:
    name = "" if text is here else f"{name_of(text)}  "
    return name + (words_at(text.loaded(), offset) if offset is not None else "not open yet")
