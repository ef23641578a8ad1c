"""`quoth search`: the paragraphs that match a query, as grep prints lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from index.hits import Hit, snippet
from index.library import Library
from index.query import parse
from texts.attribution import attribute
from texts.reading import Reading
from tui.errors import UserError
from tui.headless.opening import Opening

__all__ = ["print_hits"]

_WIDTH = 160


def print_hits(line: str, paths: Sequence[str], form: str) -> int:
    """Print the hits of a query, best first; 0 found, 1 none, 2 a file failed.

    Raises `index.errors.QueryError` for a query that cannot be understood, before any file is read.
    """
    query = parse(line)
    if not paths:
        raise UserError("name the files or folders to search: quoth search QUERY PATH …")
    library, opening = Library(), Opening(paths)
    readings: dict[str, Reading] = {}
    for document in opening:
        reading = readings[document.name] = attribute(document)
        library.add(reading)
    results = library.search(query, limit=None)
    for hit in results.hits:
        reading = readings[hit.document]
        write = _object if form == "jsonl" else _line
        sys.stdout.write(write(reading, hit) + "\n")
    return 2 if opening.failed else 0 if results.hits else 1


def _line(reading: Reading, hit: Hit) -> str:
    """``file:paragraph: text``, the text cut to the words around the first place found."""
    cut = snippet(reading.document, hit, _WIDTH)
    before, after = "" if cut.opened else "… ", "" if cut.closed else " …"
    return f"{hit.document}:{hit.paragraph}: {before}{cut.line}{after}"


def _object(reading: Reading, hit: Hit) -> str:
    document = reading.document
    paragraph = document.paragraphs[hit.paragraph - 1].span
    voices = {q.voice for q in reading.in_paragraph(hit.paragraph) if q.voice is not None}
    return json.dumps(
        {
            "document": hit.document,
            "paragraph": hit.paragraph,
            "start": paragraph.start,
            "end": paragraph.end,
            "text": document.words_of(paragraph),
            "spans": [[span.start, span.end] for span in hit.spans],
            "voices": [reading.voices[number].name for number in sorted(voices)],
            "score": round(hit.score, 4),
        },
        ensure_ascii=False,
    )
