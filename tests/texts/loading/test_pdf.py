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
