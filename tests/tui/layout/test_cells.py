"""Cells: each stands for one character, and nothing a terminal obeys is drawn."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tui.layout.test_wrapping import texts
from tui.layout.cells import cell_of, drawn, offset_at


@settings(max_examples=300)
@given(texts)
def test_each_stretch_stands_for_its_characters(text: str) -> None:
    for offset, words in drawn(text, 0, len(text)):
        for at, (shown, meant) in enumerate(zip(words, text[offset:], strict=False)):
            assert shown == meant or shown in " \ufffd", (offset, at)


@given(st.text())
def test_no_control_character_is_drawn(text: str) -> None:
    shown = "".join(words for _, words in drawn(text, 0, len(text)))
    assert not [c for c in shown if unicodedata.category(c) == "Cc" or "\u202a" <= c <= "\u202e"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\r\ntwo", "one two"),
        ("tab\there", "tab here"),
        ("extra\u00adordinary", "extraordinary"),
        ("\u2028[sic] [/]\u2029", " [sic] [/] "),
        ("\x1b]0;owned\x07\u202e", "\ufffd]0;owned\ufffd\ufffd"),
    ],
)
def test_what_stands_for_what(text: str, shown: str) -> None:
    assert "".join(words for _, words in drawn(text, 0, len(text))) == shown


@settings(max_examples=300)
@given(texts.filter(lambda text: text.isprintable() and bool(text)), st.data())
def test_a_cell_leads_back_to_its_character(text: str, data: st.DataObject) -> None:
    cell = data.draw(st.integers(0, 200))
    offset = offset_at(text, 0, len(text), cell)
    assert 0 <= offset < len(text)
    assert cell_of(text, 0, offset) <= cell
    assert offset_at(text, 0, len(text), cell_of(text, 0, offset)) == offset


def test_cells_outside_the_line_give_its_ends() -> None:
    assert offset_at("a line of words", 2, 6, -4) == 2
    assert offset_at("a line of words", 2, 6, 99) == 5
