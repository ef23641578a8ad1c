"""PDFs: hyphens with their map, and what cannot be read said in a sentence."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from tests.data.pdf_writing import Line, assembled, pdf_of
from texts.errors import Damaged, Locked, NoText, NotInstalled, NotText, TextsError
from texts.loading import load
from texts.loading.pdf import read

EMPTY = pdf_of([[]])
LOCKED = assembled(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >>",
    ],
    trailer=b"/Encrypt 3 0 R /ID [<41> <41>]",
)


def test_the_offsets_of_hyphens_that_were_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    lines = [
        Line("It was the harbour authority that at once organ-", 72, 700),
        Line("ised it.", 72, 687),
    ]
    path.write_bytes(pdf_of([lines]))
    document = load(path)
    assert document.text == "It was the harbour authority that at once organised it.\n"
    (hyphen,) = document.hyphens
    assert document.text[hyphen - 5 : hyphen + 4] == "organised"


def test_a_note_has_its_hyphens_too(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    foot = [Line("1 See the log of the harbour author-", 72, 60, 8), Line("ity.", 72, 50, 8)]
    body = [Line("He says so, and he says it so often that all know it.", 72, 700)]
    path.write_bytes(pdf_of([[*body, *foot]]))
    document = load(path)
    assert document.text == f"{body[0].words}\n\nSee the log of the harbour authority.\n"
    assert [document.text[at - 6 : at + 3] for at in document.hyphens] == ["authority"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([Line("It is so.\x001", 72, 700)], "It is so."),
        ([Line("so it is\x002", 72, 700), Line("2 See there.", 72, 60, 8)], "so it is"),
        ([Line("A field of 40 km\x002", 72, 700)], "A field of 40 km2"),
        ([Line("It was 1984", 72, 700)], "It was 1984"),
    ],
)
def test_marks_of_notes_are_left_out_and_powers_stay(lines: list[Line], text: str) -> None:
    assert read(pdf_of([lines]), "a.pdf").whole()[0].splitlines()[0] == text


def signs_mapped(mapping: bytes) -> bytes:
    """A page that prints ``xAyBz``, of which a table says what the signs are."""
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n" + mapping + b" endcmap end end"
    )
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>",
            stream(b"BT /F1 10 Tf 72 700 Td (xAyBz so it is said) Tj ET"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
            stream(table),
        ]
    )


def stream(data: bytes) -> bytes:
    return b"<< /Length " + str(len(data)).encode() + b" >>\nstream\n" + data + b"\nendstream"


@pytest.mark.parametrize(
    ("mapping", "start"),
    [
        (b"1 beginbfchar <41> <D835DC4E> endbfchar", "x\U0001d44eyBz so it is said"),
        (b"1 beginbfchar <41> <00660069> endbfchar", "xfiyBz so it is said"),
        (b"1 beginbfchar <41> <D835> endbfchar", "x\ufffdyBz so it is said"),
    ],
)
def test_signs_of_two_units_and_two_signs_in_one(mapping: bytes, start: str) -> None:
    assert read(signs_mapped(mapping), "a.pdf").whole()[0].startswith(start)


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (EMPTY, NoText, "has no text layer"),
        (LOCKED, Locked, "locked with a password"),
        (EMPTY[:200], Damaged, "no whole PDF"),
        (b"He said so.", NotText, "is no PDF"),
    ],
)
def test_what_cannot_be_read(data: bytes, kind: type[TextsError], said: str) -> None:
    with pytest.raises(kind) as error:
        read(data, "a.pdf")
    assert said in str(error.value)


def test_the_sentence_where_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    module = importlib.import_module("texts.loading.pdf")
    with pytest.raises(NotInstalled, match=r"pip install '\.\[pdf\]'"):
        module.read(EMPTY, "a.pdf")
