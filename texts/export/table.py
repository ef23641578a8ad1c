"""CSV: one row a quotation, for spreadsheets and the people who work in them.

UTF-8 without a byte order mark, comma, a header row, lines end in ``\\n``; quoting as in RFC 4180.
A spreadsheet takes a cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return
for a formula and may run it, so such a cell gets an apostrophe in front. The list is that of
OWASP's page on CSV injection, with the full-width signs that some spreadsheets take alike.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from texts.document import Span
from texts.export.passages import (
    DECISION,
    chain_of,
    decision_facts,
    folded,
    in_order,
    joined,
    name_of,
)
from texts.loading.controls import harmless, harmless_path
from texts.reading import Mode, Quotation, Reading

__all__ = ["COLUMNS", "DECIDED_HEADER", "HEADER", "csv_line", "path_cell", "rows", "words_cell"]

COLUMNS: Final = (
    "document",
    "paragraph",
    "start",
    "end",
    "spans",
    "text",
    "mode",
    "voice",
    "voice_kind",
    "source",
    "cue",
    "stance",
    "attitude",
    "certainty",
    "rule",
    "chain",
)
"""The names of the columns: those of JSON Lines. What is unknown is an empty cell."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# In the words of a text these are folded; a path must keep its spaces.
_IN_A_PATH = str.maketrans("\t\u2028\u2029", "␉␤␤")


def rows(
    reading: Reading, *, terms: bool = False, attitudes: bool = False, decisions: bool = False
) -> Iterator[str]:
    """One row a quotation, in order of its first character.

    Words are harmless and on one line: ``start``, ``end`` and ``spans`` say where they are
    literally. ``chain`` goes from the author inwards, names set apart by `` › ``.
    """
    for quotation in in_order(reading, terms=terms, attitudes=attitudes):
        about = decision_facts(quotation).values() if decisions else ()
        yield csv_line((*_cells(quotation, reading), *(words_cell(fact or "") for fact in about)))


def _cells(quotation: Quotation, reading: Reading) -> Iterator[str | int]:
    document, voice = reading.document, reading.voice_of(quotation)
    certainty = "" if quotation.mode is Mode.TERM else quotation.certainty.value
    yield path_cell(document.name)
    yield quotation.paragraph
    yield quotation.start
    yield quotation.end
    # In brackets, for a spreadsheet takes a bare 3-12 for a date and 3:12 for a time.
    yield json.dumps([[span.start, span.end] for span in quotation.spans])
    yield words_cell(joined(document.text, quotation.spans))
    yield quotation.mode.value
    yield words_cell(name_of(voice, reading) if voice else "")
    yield voice.kind.value if voice and voice.kind else ""
    yield words_cell(_of(quotation.source, document.text))
    yield words_cell(_of(quotation.cue, document.text))
    yield quotation.stance.value if quotation.stance else ""
    yield "true" if quotation.attitude else "false"
    yield certainty
    yield words_cell(quotation.evidence.rule)
    yield words_cell(" › ".join(chain_of(quotation, reading) or ()))


def _of(span: Span | None, text: str) -> str:
    return "" if span is None else span.of(text)


def path_cell(name: str) -> str:
    """A document's name as a cell: harmless, with its spaces."""
    return _harmless_cell(harmless_path(name).translate(_IN_A_PATH))


def words_cell(words: str) -> str:
    """Words of a text as a cell: harmless, on one line, and no formula."""
    return _harmless_cell(folded(harmless(words)))


def _harmless_cell(words: str) -> str:
    return "'" + words if words.startswith(_FORMULA) else words


def csv_line(cells: Iterable[str | int]) -> str:
    """One row of cells that are harmless already."""
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


HEADER: Final = csv_line(COLUMNS)
"""The first line of every table."""
DECIDED_HEADER: Final = csv_line((*COLUMNS, *DECISION))
"""The first line of a table with decisions."""
