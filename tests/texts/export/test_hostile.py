"""A hostile text in every format: each word is there, and nothing that could be obeyed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.data import hostile_bytes, hostile_text
from tests.texts.export.made import document, written
from texts.document import Document, Origin
from texts.export import FORMATS
from texts.export.passages import folded
from texts.loading import read_text
from texts.reading import (
    AUTHOR,
    Certainty,
    Evidence,
    Mode,
    Quotation,
    Reading,
    Voice,
)

OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def all_quoted(opened: Document) -> Reading:
    """A reading in which each paragraph is a quotation by a voice named after itself."""
    voices = tuple(
        Voice(paragraph.number, opened.words_of(paragraph.span)[:60], None)
        for paragraph in opened.paragraphs
    )
    quotations = tuple(
        Quotation(
            paragraph.number,
            (paragraph.span,),
            Mode.BLOCK,
            paragraph.number,
            Certainty.EXPLICIT,
            Evidence("each paragraph"),
            paragraph.span,
            paragraph.span,
            (0, paragraph.number),
        )
        for paragraph in opened.paragraphs
    )
    return Reading(opened, (AUTHOR, *voices), quotations, covers=len(opened.paragraphs))


def obeyed(output: str) -> set[str]:
    """The characters of `output` that a terminal, an editor or a script may take for an order."""
    return {
        character
        for character in set(output) - {"\n"}
        if unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs")
        or unicodedata.bidirectional(character) in OVERRIDES
    }


@pytest.mark.parametrize(
    "words",
    [
        "[sic]",
        "[/]",
        "[@click=app.quit]Press here[/]",
        "\x1b]0;owned\x07",
        "\x1b[31m",
        "\x1b]52;",
        "\u202e",
        "\u2066",
        "\0",
        "\t",
        "\u2028",
        "\u2029",
        "\u00ad",
        "\x85",
        "\x9b",
        "\x7f",
        "\r",
        "=2+5+cmd|",
        "<script>",
        "javascript:",
        "said Ada Quill",
    ],
)
def test_the_hostile_text_holds_what_it_is_for(words: str) -> None:
    assert words in hostile_text(long_line=False)


def test_the_hostile_text_ends_with_a_very_long_line() -> None:
    assert hostile_text().startswith(hostile_text(long_line=False))
    assert max(map(len, hostile_text().split("\n"))) > 999_990
    assert hostile_bytes().decode("utf-8") == hostile_text()


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_a_hostile_text_can_be_obeyed(form: str) -> None:
    opened = read_text("hostile.txt", hostile_bytes())
    assert obeyed(opened.decoded) > {"\x1b", "\0", "\u202e", "\u2028"}
    assert obeyed(written(form, all_quoted(opened), terms=True)) == set()


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_a_hostile_origin_or_path_can_be_obeyed(form: str) -> None:
    words = hostile_text(long_line=False)
    origin = Origin(*[words] * 6)
    opened = document(
        "Calm words.", name="\ta\x1b]0;b\x07\n\r\u202e\u2028\udcff.txt", origin=origin
    )
    assert obeyed(written(form, all_quoted(opened), terms=True)) == set()


@pytest.mark.parametrize("form", FORMATS)
def test_markup_of_the_screen_is_kept_as_words(form: str) -> None:
    opened = read_text("hostile.txt", hostile_bytes(long_line=False))
    unescaped = re.sub(r"\\([^\w\s])", r"\1", written(form, all_quoted(opened), terms=True))
    for words in ("gate [sic] at [/] once", "[@click=app.quit]Press here[/]", "[[double]]"):
        assert words in unescaped


@pytest.mark.parametrize("form", FORMATS)
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_nothing_of_any_text_can_be_obeyed(form: str, text: str) -> None:
    opened = document("x" + text.replace("\n\n", "\n") + "x")
    pieces = list(FORMATS[form].pieces(all_quoted(opened)))
    assert obeyed("".join(pieces)) == set()
    assert all(piece.endswith("\n") for piece in pieces)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_folded_words_are_the_same_words_on_one_line(text: str) -> None:
    assert folded(text).split() == text.split()
    assert len(folded(text).splitlines()) <= 1
