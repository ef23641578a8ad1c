"""Texts in many manners, each with what a careful reader marked in it.

They were written for quoth; their people, places and institutions are invented. A file of
``marked/`` begins with ``# genre`` and a line ``@K Fullest Name | other name | …`` for everybody who
speaks, then an empty line and the text. In the text, ``[[7K|words]]`` are words of quotation 7, said
by K (by nobody who is named: ``7-``; a belief, not speech: ``7K*``; verbatim without quotation
marks: ``7K!``); ``[[7s|words]]`` and
``[[7v|words]]`` are its source and its cue, and ``[[t|words]]`` is a term. Marks may nest, and one
stretch may bear several, ``[[7s,8s|words]]``. Quotation marks may stand inside or outside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from texts.document import Span

__all__ = ["MarkedQuotation", "MarkedText", "marked_names", "marked_text"]

_FOLDER: Final = Path(__file__).parent / "marked"
_MARK: Final = re.compile(r"\[\[([^|\[\]]+)\||\]\]")
_TAG: Final = re.compile(r"(\d+)([sv]|[A-Z]+|-)(\*?)!?")


@dataclass(slots=True)
class MarkedQuotation:
    """Words that somebody says, and who: every name the text has for them, the fullest first."""

    content: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    speaker: tuple[str, ...] = ()
    speech: bool = True


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, and what they say. Quotations are in order of their numbers."""

    genre: str
    text: str
    speakers: tuple[tuple[str, ...], ...]
    quotations: tuple[MarkedQuotation, ...]
    terms: tuple[Span, ...]


def marked_names() -> tuple[str, ...]:
    """The names of all marked texts, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


@cache
def marked_text(name: str) -> MarkedText:
    """The marked text `name`. A mark that is not closed or not known is an error."""
    head, body = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n\n", 1)
    genre, *listed = head.split("\n")
    speakers = {}
    for line in listed:
        code, names = line.removeprefix("@").split(" ", 1)
        speakers[code] = tuple(name.strip() for name in names.split("|"))
    text, spans = _unmarked(body)
    quotations: dict[int, MarkedQuotation] = {}
    terms = []
    for tag, span in spans:
        if tag == "t":
            terms.append(span)
            continue
        parts = _TAG.fullmatch(tag)
        if parts is None:
            raise ValueError(f"{name}: no such mark: {tag}")
        quotation = quotations.setdefault(int(parts[1]), MarkedQuotation())
        if parts[2] in "sv":
            (quotation.source if parts[2] == "s" else quotation.cue).append(span)
            continue
        quotation.content.append(span)
        quotation.speaker = speakers[parts[2]] if parts[2] != "-" else ()
        quotation.speech = quotation.speech and not parts[3]
    return MarkedText(
        genre.removeprefix("# "),
        text,
        tuple(speakers.values()),
        tuple(quotations[number] for number in sorted(quotations)),
        tuple(sorted(terms, key=lambda span: span.start)),
    )


def _unmarked(body: str) -> tuple[str, list[tuple[str, Span]]]:
    """The text without marks, and every mark with its span, in the order of their ends."""
    text = ""
    at = 0
    opened: list[tuple[str, int]] = []
    spans: list[tuple[str, Span]] = []
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        at = mark.end()
        if mark[1] is not None:
            opened.append((mark[1], len(text)))
            continue
        tags, start = opened.pop()
        spans += [(tag, Span(start, len(text))) for tag in tags.split(",")]
    if opened:
        raise ValueError(f"a mark is not closed: {opened[-1][0]}")
    return text + body[at:], spans
