"""`quoth search`: the paragraphs that match a query, as grep prints lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from index.hits import Hit, snippet
from index.kept.library import Order
from index.query import parse
from texts.document import Document
from texts.export.jsonl import line_of
from texts.export.paragraphs import FoundParagraph, paragraph_object
from texts.reading import Reading
from tui.headless.folders import open_library, tell_what_is_lost
from tui.library_place import library_folder

__all__ = ["print_hits", "print_kept_hits"]

_WIDTH = 160


def print_hits(line: str, paths: Sequence[str], form: str) -> int:
    """Print the hits of a query, best first; 0 found, 1 none, 2 a file failed.

    Raises `index.errors.QueryError` for a query that cannot be understood, before any file is read.
    """
    # Not needed to search the library, which answers sooner without them.
    from index.library import Library
    from texts.attribution import attribute
    from tui.headless.opening import Opening

    query = parse(line)
    library, opening = Library(), Opening(paths)
    readings: dict[str, Reading] = {}
    for document in opening:
        reading = readings[document.name] = attribute(document)
        library.add(reading)
    results = library.search(query, limit=None)
    for hit in results.hits:
        reading = readings[hit.document]
        told = _line(reading.document, hit) if form == "plain" else _object(reading, hit)
        sys.stdout.write(told + "\n")
    return 2 if opening.failed else 0 if results.hits else 1


def print_kept_hits(line: str, given: str | None, form: str, order: str) -> int:
    """Print the hits of a query in the library; 0 found, 1 none, 2 the library is damaged.

    Raises `QueryError`, `UserError` where there is no library, and `index.errors.BadIndex`.
    """
    query = parse(line)
    library = open_library(library_folder(given))
    try:
        results = library.search(query, limit=None, order=Order(order))
        for hit in results.hits:
            document = library.document(hit)
            if document is not None:
                # The voices of a document take longer to read than its text.
                if form == "plain":
                    told = _line(library.text(document), hit)
                else:
                    told = _object(library.reading(document), hit)
                sys.stdout.write(told + "\n")
        tell_what_is_lost(library)
        return 2 if library.damaged else 0 if results.hits else 1
    finally:
        library.close()


def _line(document: Document, hit: Hit) -> str:
    """``file:paragraph: text``, the text cut to the words around the first place found."""
    cut = snippet(document, hit, _WIDTH)
    before, after = "" if cut.opened else "… ", "" if cut.closed else " …"
    return f"{hit.document}:{hit.paragraph}: {before}{cut.line}{after}"


def _object(reading: Reading, hit: Hit) -> str:
    found = FoundParagraph(reading, hit.paragraph, hit.spans)
    return line_of({**paragraph_object(found), "score": round(hit.score, 4)}).rstrip("\n")
