"""Paragraphs that were found, written out: whose words they hold, and where what was looked for stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from texts.document import Span
from texts.export.jsonl import line_of
from texts.export.markdown import escaped
from texts.export.passages import name_of
from texts.export.table import csv_line, path_cell, words_cell
from texts.loading.controls import harmless_path
from texts.reading import Reading

__all__ = ["PARAGRAPH_FORMATS", "FoundParagraph", "paragraph_object"]


@dataclass(frozen=True, slots=True)
class FoundParagraph:
    """A paragraph, and where in it what was looked for stands."""

    reading: Reading
    number: int
    """From 1."""
    spans: Sequence[Span]
    """Half-open offsets into the document's text."""


def paragraph_object(found: FoundParagraph) -> dict[str, object]:
    """What a line of JSON says of it. Its ``text`` is harmless, as it is on the screen."""
    document = found.reading.document
    span = document.paragraphs[found.number - 1].span
    return {
        "document": document.name,
        "paragraph": found.number,
        "start": span.start,
        "end": span.end,
        "text": document.words_of(span),
        "spans": [[span.start, span.end] for span in found.spans],
        "voices": _voices(found),
    }


def _voices(found: FoundParagraph) -> list[str]:
    reading = found.reading
    numbers = {q.voice for q in reading.in_paragraph(found.number) if q.voice is not None}
    return [name_of(reading.voices[number], reading) for number in sorted(numbers)]


def _objects(found: Iterable[FoundParagraph]) -> Iterator[str]:
    for one in found:
        yield line_of(paragraph_object(one))


def _rows(found: Iterable[FoundParagraph]) -> Iterator[str]:
    yield csv_line(("document", "paragraph", "start", "end", "spans", "text", "voices"))
    for one in found:
        document = one.reading.document
        span = document.paragraphs[one.number - 1].span
        yield csv_line(
            (
                path_cell(document.name),
                one.number,
                span.start,
                span.end,
                json.dumps([[place.start, place.end] for place in one.spans]),
                words_cell(document.words_of(span)),
                words_cell(" · ".join(_voices(one))),
            )
        )


def _page(found: Iterable[FoundParagraph]) -> Iterator[str]:
    before = None
    for one in found:
        document = one.reading.document
        if document is not before:
            yield f"# {escaped(document.origin.title or harmless_path(document.name))}\n\n"
            yield f"{escaped(harmless_path(document.name))} · SHA-256 {document.digest}\n\n"
        before = document
        words = document.words_of(document.paragraphs[one.number - 1].span)
        voices = ", ".join(escaped(name) for name in _voices(one))
        facts = f"paragraph {one.number}" + (f" · voices in it: {voices}" if voices else "")
        yield f"> {escaped(words)}\n\n{facts}\n\n"


PARAGRAPH_FORMATS: Final[Mapping[str, Callable[[Iterable[FoundParagraph]], Iterator[str]]]] = (
    MappingProxyType({"jsonl": _objects, "csv": _rows, "markdown": _page})
)
"""The formats, by the names of `texts.export.FORMATS`: each gives complete lines, the first one the
header where there is one."""
