"""Marks: letters for places. A small letter or a digit is of one text, a capital of all texts."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from texts.document import Document
from tui.remembered import is_mark
from tui.session import OpenText, Session
from tui.wording import shortened

__all__ = ["Mark", "free_letter", "is_of_all_texts", "marks_in_reach", "set_mark", "words_at"]

_WORDS = 60
_ORDER = string.ascii_lowercase + string.digits + string.ascii_uppercase


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that can be gone to."""

    letter: str
    text: OpenText
    """The text it is in: one of the session, or one that has yet to be opened."""
    offset: int | None
    """Where in that text; `None` before it is opened."""


def is_of_all_texts(letter: str) -> bool:
    """Whether a mark of this letter is found from every text."""
    return letter.isupper()


def marks_in_reach(session: Session) -> tuple[Mark, ...]:
    """The marks that can be gone to from the current text, each letter once, in their order."""
    found: dict[str, Mark] = {}
    for mark in _marks(session):
        found.setdefault(mark.letter, mark)
    return tuple(found[letter] for letter in _ORDER if letter in found)


def _marks(session: Session) -> Iterator[Mark]:
    """All marks, those of the current text first, those of texts that are not open last."""
    for letter, offset in (session.text.marks or {}).items():
        yield Mark(letter, session.text, offset)
    for text in session.texts:
        for letter, offset in (text.marks or {}).items():
            if is_of_all_texts(letter):
                yield Mark(letter, text, offset)
    opened = {text.absolute for text in session.texts if text.marks is not None}
    waiting = {text.absolute: text for text in session.texts if text.marks is None}
    for kept in reversed([*session.remembered.values()]):
        if kept.path is None or kept.path in opened:
            continue
        for letter in filter(is_of_all_texts, kept.marks):
            yield Mark(letter, waiting.get(kept.path) or OpenText(Path(kept.path)), None)


def free_letter(session: Session) -> str | None:
    """The first small letter that is no mark of the current text; `None` if all are."""
    taken = session.text.marks or {}
    return next((letter for letter in string.ascii_lowercase if letter not in taken), None)


def set_mark(session: Session, letter: str, offset: int) -> str:
    """Mark a place of the current text, or take the mark away if it is there already.

    Gives the sentence to be said. Raises `ValueError` where no mark can be called so.
    """
    if not is_mark(letter):
        raise ValueError(f"a mark is one letter or digit, not {letter!r}")
    text = session.text
    marks = {} if text.marks is None else text.marks
    text.marks = marks
    here = f"¶ {text.loaded().paragraphs.index_at(offset) + 1:,}"
    if marks.get(letter) == offset:
        del marks[letter]
        return f"mark {letter} taken away from {here}"
    before = next((mark for mark in marks_in_reach(session) if mark.letter == letter), None)
    if before is not None and before.text.marks is not None:
        del before.text.marks[letter]
    marks[letter] = offset
    return f"mark {letter} {'set at' if before is None else 'moved to'} {here}"


def words_at(document: Document, offset: int) -> str:
    """``¶ 12  The old bridge will close …``: a place in words."""
    index = document.paragraphs.index_at(offset)
    words = document.text[offset : document.paragraphs[index].span.end]
    return f"¶ {index + 1:,}  {shortened(words[: 4 * _WORDS], _WORDS)}"
