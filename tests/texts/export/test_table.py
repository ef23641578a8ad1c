"""CSV: one row a quotation, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from tests.texts.export.made import document, ferry, written
from texts.document import Origin, Span
from texts.export import FORMATS
from texts.export.table import COLUMNS
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading


def read_again(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(output, newline=""), strict=True))


def test_a_table_in_full() -> None:
    assert written("csv", ferry(Origin(outlet="The Post")), terms=True) == (
        "document,paragraph,start,end,spans,text,mode,voice,voice_kind,source,cue,"
        "stance,attitude,certainty,rule,chain\n"
        'ferry.txt,1,0,65,"[[0, 12], [47, 65]]","“We waited,” […] “and nobody came.”",direct,'
        "Ada Quill,person,Ada Quill,said,neutral,false,explicit,source beside cue,The Post › Ada Quill\n"
        'ferry.txt,2,89,125,"[[89, 125]]","“Fog. ‘Turn back,’ says the master.”",direct,'
        "the log,document,the log,,,false,explicit,colon,The Post › Ada Quill › the log\n"
        'ferry.txt,2,95,107,"[[95, 107]]","‘Turn back,’",direct,the master,,the master,says,'
        ",false,explicit,source beside cue,The Post › Ada Quill › the log › the master\n"
        'ferry.txt,3,131,144,"[[131, 144]]",“all-weather”,term,,,,,,false,,name in marks,\n'
        'ferry.txt,3,162,184,"[[162, 184]]",“a [sic] *rare* event”,mixed,'
        "The “all-weather” line,organization,The “all-weather” line,called,,false,explicit,"
        "source beside cue,The Post › The “all-weather” line\n"
        'ferry.txt,3,195,207,"[[195, 207]]",it would pay,indirect,The “all-weather” line,'
        "organization,,said,,false,carried,same subject,The Post › The “all-weather” line\n"
        'ferry.txt,4,210,221,"[[210, 221]]",“Who pays?”,direct,,,,,,false,unresolved,'
        "no source in reach,\n"
    )


def test_rows_and_objects_say_the_same() -> None:
    rows = read_again(written("csv", ferry(), terms=True, attitudes=True))
    objects = [
        json.loads(line) for line in FORMATS["jsonl"].pieces(ferry(), terms=True, attitudes=True)
    ]
    assert tuple(rows[0]) == COLUMNS == tuple(objects[0])
    for row, item in zip(rows, objects, strict=True):
        for key in ("document", "mode", "voice", "voice_kind", "certainty", "rule"):
            assert row[key] == (item[key] or "")
        for key in ("paragraph", "start", "end", "spans"):
            assert json.loads(row[key]) == item[key]
        for key in ("source", "cue"):
            assert row[key] == (item[key]["text"] if item[key] else "")
        assert row["stance"] == (item["stance"] or "")
        assert json.loads(row["attitude"]) is item["attitude"]
        assert row["chain"] == " › ".join(item["chain"] or ())
        assert row["text"] == item["text"]


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=2+5", "'=2+5"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1;1)", "'@SUM(1;1)"),
        ("＝1", "'＝1"),
        ("\t=1", "'=1"),
        ("\r=1", "␍=1"),
        ("a\t=1", "a =1"),
        ("two\r\nlines", "two lines"),
        ('"straight", he said', '"straight", he said'),
        ("1 = 1", "1 = 1"),
    ],
)
def test_no_cell_begins_a_formula(words: str, cell: str) -> None:
    opened = document(words, name="=x.csv")
    quotation = Quotation(
        1,
        (Span(0, len(words)),),
        Mode.INDIRECT,
        0,
        Certainty.INFERRED,
        Evidence("=1"),
        Span(0, len(words)),
        Span(0, len(words)),
        (0,),
    )
    (row,) = read_again(written("csv", Reading(opened, (AUTHOR,), (quotation,), covers=1)))
    assert (row["text"], row["source"], row["cue"]) == (cell, cell, cell)
    assert row["document"] == "'=x.csv"
    assert row["rule"] == "'=1"
