"""`quoth quotes`: the quotations of documents, for people and for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from texts.attribution import attribute
from texts.export import FORMATS
from tui.headless.opening import Opening

__all__ = ["print_quotes"]


def print_quotes(
    paths: Sequence[str], form: str, *, terms: bool, attitudes: bool, decisions: bool
) -> int:
    """Print the quotations in the export format named `form`; 0 found, 1 none, 2 a file failed.

    Documents are printed one by one as they are read, so that a long list begins at once. With
    `decisions` the reader's own are applied; without, the same files give the same lines anywhere.
    """
    export = FORMATS[form]
    opening = Opening(paths)
    found = False
    sys.stdout.write(export.opening(decisions=decisions))
    for document in opening:
        reading = attribute(document)
        if decisions:
            # What keeps them is loaded for nothing else.
            from tui.headless.decisions import decided

            reading = decided(reading)
        found = found or bool(
            reading.quotations or (terms and reading.terms) or (attitudes and reading.attitudes)
        )
        for piece in export.pieces(reading, terms=terms, attitudes=attitudes, decisions=decisions):
            sys.stdout.write(piece)
    return 2 if opening.failed else 0 if found else 1
