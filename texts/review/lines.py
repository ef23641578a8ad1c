"""Decisions written out, one a line, and taken in again: JSON Lines for both, CSV to be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from texts.errors import Damaged
from texts.export.jsonl import line_of
from texts.export.passages import SEAM
from texts.export.table import csv_line, path_cell, words_cell
from texts.reading import Reading
from texts.review.decision import Decision
from texts.review.placing import placed
from texts.review.sidecar import Review, decision_from, object_of

__all__ = ["HEADER", "Line", "lines_of", "merged", "objects", "rows"]

_COLUMNS: Final = (
    "document",
    "paragraph",
    "text",
    "decided",
    "voice",
    "had",
    "had_voice",
    "at",
    "who",
    "note",
)
HEADER: Final = csv_line(_COLUMNS)
"""The first line of the table."""


@dataclass(frozen=True, slots=True)
class Line:
    """A decision that was written out, and of which text: its digest, if the line says so."""

    decision: Decision
    digest: str | None


def objects(reading: Reading, decisions: Iterable[Decision]) -> Iterator[str]:
    """One JSON object a decision, in the order in which they were made, all that is known of it.

    ``spans`` are where the words stood when it was decided; ``paragraph`` is where they stand now,
    ``null`` where they are not found any more.
    """
    document = reading.document
    for decision, paragraph in _with_paragraphs(reading, decisions):
        about = {"document": document.name, "digest": document.digest, "paragraph": paragraph}
        yield line_of(about | object_of(decision))


def rows(reading: Reading, decisions: Iterable[Decision]) -> Iterator[str]:
    """One row of a table a decision, for people; what is unknown is an empty cell."""
    for decision, paragraph in _with_paragraphs(reading, decisions):
        told = object_of(decision)
        told |= {
            "paragraph": paragraph,
            "text": SEAM.join(decision.quoted.words),
        }
        cells = (told[column] for column in _COLUMNS[1:])
        others = ("" if cell is None else words_cell(str(cell)) for cell in cells)
        yield csv_line((path_cell(reading.document.name), *others))


def _with_paragraphs(
    reading: Reading, decisions: Iterable[Decision]
) -> Iterator[tuple[Decision, int | None]]:
    decisions = sorted(decisions, key=lambda decision: decision.at)
    found, _ = placed(reading, decisions)
    index_at = reading.document.paragraphs.index_at
    places = {decision: index_at(spans[0].start) + 1 for spans, decision in found.items()}
    for decision in decisions:
        yield decision, places.get(decision)


def lines_of(data: bytes) -> Iterator[Line]:
    """The decisions that were written out as JSON Lines.

    Raises `Damaged` with the number of the line that is none.
    """
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                found = json.loads(line)
                digest = found.get("digest") if isinstance(found, dict) else None
                yield Line(decision_from(found), digest if isinstance(digest, str) else None)
            except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as problem:
                raise Damaged(f"line {number} is no decision") from problem


def merged(review: Review, others: Iterable[Decision]) -> Review:
    """A review with the decisions of others; of two on the same words the later stays."""
    kept = {decision.quoted: decision for decision in review.decisions}
    for other in others:
        mine = kept.get(other.quoted)
        if mine is None or mine.at < other.at:
            kept[other.quoted] = other
    return Review(tuple(kept.values()), review.digests, review.paths)
