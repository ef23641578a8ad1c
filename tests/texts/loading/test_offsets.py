"""Offsets are those of the file as it decodes, whatever is in it, and nothing harmful gets in."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from texts.document import Document
from texts.loading import read_text

PIECES = st.sampled_from(
    [
        "word", " ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", "\u00a0", "“said”", "e\u0301",
        "محمد رضا", "דנה", "漢字", "👩‍👩‍👧", "𝒳", "\u00ad", "\u200d", "\u2028", "\u2029", "\x1b[31m", "\x07",
        "\x7f", "\u0085", "\u009b", "\u202e", "\u2066", "# ", "> ", "- ", "[sic]", "'", '"', "CHAPTER I", "Home > A > B",
        "x" * 90, "\ufeff",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
LONG = "So much that stray control signs are not taken for a program's. " * 300 + "\n"
NAMES = st.sampled_from(["a.txt", "a.md"])


def whole(document: Document, decoded: str) -> None:
    """What must hold of every document made from a file that decodes to `decoded`."""
    assert document.decoded == decoded
    assert len(document.text) == len(decoded)
    position = 0
    for paragraph in document.paragraphs:
        span = paragraph.span
        assert position <= span.start < span.end <= len(decoded)
        between = decoded[position : span.start]
        assert not between.replace(">", "").strip() or document.name.endswith(".md")
        words = document.words_of(span)
        assert words == words.strip()
        for shown, written in zip(words, span.of(decoded), strict=True):
            assert shown == written or is_harmful(written)
            assert not is_harmful(shown) or shown in "\n\t\r"
        position = span.end


def is_harmful(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or character in "\u202a\u202b\u202c\u202d\u202e" or (
        "\u2066" <= character <= "\u2069"
    )  # fmt: skip


@given(name=NAMES, text=TEXTS)
def test_spans_are_literally_in_the_file(name: str, text: str) -> None:
    text = LONG + text
    data = text.encode()
    whole(read_text(name, data), data.decode())


@given(text=TEXTS)
def test_a_byte_order_mark_is_no_part_of_the_text(text: str) -> None:
    text = LONG + text
    whole(read_text("a.txt", text.encode("utf-8-sig")), text)


@given(text=st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    text = LONG + text
    data = text.encode(errors="replace")
    whole(read_text("a.txt", data), data.decode())


def test_a_carriage_return_may_not_overwrite_a_line() -> None:
    document = read_text("a.txt", b"He said yes.\rHe said no! \r\nNext.\r\n")
    assert document.text == "He said yes.␍He said no! \r\nNext.\r\n"
    assert [document.words_of(p.span) for p in document.paragraphs] == [
        "He said yes.␍He said no!",
        "Next.",
    ]


def test_a_harmless_text_is_not_copied() -> None:
    document = read_text("a.txt", b"Nothing to see.")
    assert document.text is document.decoded
