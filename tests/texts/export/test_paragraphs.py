"""Paragraphs that were found, in every format: exact, harmless, and with who speaks in them."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from tests.data import hostile_bytes
from texts.attribution import attribute
from texts.export.paragraphs import PARAGRAPH_FORMATS, FoundParagraph
from texts.export.table import HEADER
from texts.loading import load, read_text
from texts.reading import Reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    text = "=A *bridge*.\n\n“It is not safe,” said Mara Lindqvist.\n"
    return attribute(read_text("a.txt", text.encode()))


def found(reading: Reading) -> list[FoundParagraph]:
    """All paragraphs, the whole of each lit."""
    return [FoundParagraph(reading, p.number, [p.span]) for p in reading.document.paragraphs]


def test_objects(reading: Reading) -> None:
    first, second = map(json.loads, PARAGRAPH_FORMATS["jsonl"](found(reading)))
    assert first["voices"] == []
    assert second == {
        "document": "a.txt",
        "paragraph": 2,
        "start": 14,
        "end": 52,
        "text": "“It is not safe,” said Mara Lindqvist.",
        "spans": [[14, 52]],
        "voices": ["Mara Lindqvist"],
    }


def test_a_table(reading: Reading) -> None:
    header, first, second = csv.reader(StringIO("".join(PARAGRAPH_FORMATS["csv"](found(reading)))))
    assert set(header) - {"voices"} <= set(HEADER.strip().split(","))
    assert dict(zip(header, first, strict=True))["text"] == "'=A *bridge*."
    assert dict(zip(header, second, strict=True))["voices"] == "Mara Lindqvist"


def test_a_page(reading: Reading) -> None:
    page = "".join(PARAGRAPH_FORMATS["markdown"](found(reading)))
    assert page.count("# a\\.txt\n") == 1
    assert "> \\=A \\*bridge\\*.\n\nparagraph 1\n" in page
    assert "paragraph 2 · voices in it: Mara Lindqvist\n" in page


@pytest.mark.parametrize("form", PARAGRAPH_FORMATS)
def test_nothing_of_a_hostile_text_is_live(form: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(hostile_bytes(long_line=False))
    written = "".join(PARAGRAPH_FORMATS[form](found(attribute(load(path)))))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
