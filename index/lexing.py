"""A query line cut into its pieces: words, phrases, fields, operators, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

__all__ = ["Kind", "Token", "tokens"]

_MARKS = '"“”„‟«»'
_FIELD = re.compile(r"([^\W\d_]+):")
_RUN = re.compile(rf"[^\s(){_MARKS}]*")
_PHRASE = re.compile(rf"[{_MARKS}]([^{_MARKS}]*)([{_MARKS}]?)")


class Kind(Enum):
    """What a piece of the line is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    MINUS = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}
_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE, "-": Kind.MINUS, "−": Kind.MINUS}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line. Positions are offsets into the line, from 0."""

    kind: Kind
    position: int
    end: int
    text: str = ""
    """The words as typed: of a word, a phrase, or the value of a field."""
    text_at: int = 0
    """Where they begin."""
    marked: bool = False
    """Whether they stand in quotation marks."""
    closed: bool = True
    """Whether the marks are closed."""
    name: str = ""
    """The field's name as typed."""


def tokens(line: str) -> list[Token]:
    """The pieces of a line, in order. Any line can be cut. Linear."""
    found: list[Token] = []
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
        else:
            found.append(_token(line, at))
            at = found[-1].end
    return found


def _token(line: str, at: int) -> Token:
    if sign := _SIGNS.get(line[at]):
        return Token(sign, at, at + 1)
    if phrase := _PHRASE.match(line, at):
        return _marked(Kind.PHRASE, at, phrase)
    field = _FIELD.match(line, at)
    name, start = (field[1], field.end()) if field else ("", at)
    if field and (phrase := _PHRASE.match(line, start)):
        return _marked(Kind.FIELD, at, phrase, name)
    end = _end_of_run(line, start)
    text = line[start:end]
    kind = Kind.FIELD if field else _OPERATORS.get(text, Kind.WORD)
    return Token(kind, at, end, text, start, name=name)


def _end_of_run(line: str, start: int) -> int:
    run = _RUN.match(line, start)
    return run.end() if run else start


def _marked(kind: Kind, position: int, phrase: re.Match[str], name: str = "") -> Token:
    return Token(
        kind,
        position,
        phrase.end(),
        phrase[1],
        phrase.start(1),
        marked=True,
        closed=bool(phrase[2]),
        name=name,
    )
