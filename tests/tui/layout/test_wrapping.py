"""Wrapping: no character lost, no line too wide, whatever the script."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui.layout import wrapping
from tui.layout.cells import drawn
from tui.layout.wrapping import BLANKS, Lines, count_lines, wrap

SCRIPTS = {
    "ascii": "the minister [sic] said so, twice-removed --- and left\n\t ",
    "latin": "“Größe” – naïve café—œuvre… ‹s’il› \xa0",
    "cjk": "漢字かな混じり文、「引用」。（注）ー ａ",
    "thai": "ภาษาไทยเป็นภาษาที่มีระดับ ก็ ",
    "arabic": "قال مَرحَبًا بِالعالَم «نعم» ",
    "hebrew": "אָמַר הַשַּׂר: „לֹא” — וְהָלַךְ 12 ",
    "devanagari": "उसने कहा, “क्षि त्र ज्ञ” और चला गया। \u200d",
    "flags": "🇩🇪🇫🇷🏴\U000e0067\U000e0062\U000e007f👍🏽👩🏿\u200d🚀 ✊🏻 ",
    "ambiguous": "…“”—·§±×÷→αЖ■○ ",
    "emoji": "👨\u200d👩\u200d👧 🇩🇪⚠️ e\u0301 ok ",
    "odd": "\u00ad\u200b\u2028\r\n\x1b\u202e\u0301\ufe0f\u200d x",
}
texts = st.one_of(
    *(st.text(alphabet=characters, max_size=120) for characters in SCRIPTS.values()),
    st.text(alphabet="".join(SCRIPTS.values()), max_size=160),
)
widths = st.integers(1, 90)


def lines_of(text: str, lines: Lines) -> list[str]:
    return [text[slice(*lines.bounds(at))] for at in range(len(lines))]


def width_on_screen(line: str) -> int:
    words = line.rstrip(BLANKS)
    return sum(cell_len(stretch) for _, stretch in drawn(words, 0, len(words)))


@settings(max_examples=300)
@given(texts, widths)
def test_the_lines_together_are_the_paragraph(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines_of(text, lines)) == text
    assert list(lines.starts) == sorted(set(lines.starts))


@settings(max_examples=300)
@given(texts, widths)
def test_no_line_is_wider_than_the_width_or_one_grapheme(text: str, width: int) -> None:
    for line in lines_of(text, wrap(text, width)):
        if width_on_screen(line) > width:
            assert width == 1
            assert (
                len([size for _, _, size in split_graphemes(line.rstrip(BLANKS))[0] if size]) == 1
            )


@settings(max_examples=200)
@given(texts, widths)
def test_counting_agrees_with_wrapping(text: str, width: int) -> None:
    assert count_lines(text, width, 0, len(text)) == len(wrap(text, width))


@settings(max_examples=100)
@given(texts, texts, texts, widths)
def test_a_paragraph_is_wrapped_by_itself(before: str, text: str, after: str, width: int) -> None:
    shift = len(before)
    within = wrap(before + text + after, width, shift, shift + len(text))
    assert within.end == shift + len(text)
    assert [start - shift for start in within.starts] == list(wrap(text, width).starts)


@settings(max_examples=200)
@given(texts, widths, st.integers(-5, 200))
def test_every_offset_is_in_its_line(text: str, width: int, offset: int) -> None:
    lines = wrap(text, width)
    start, end = lines.bounds(lines.at(offset))
    assert start <= offset < end or not 0 <= offset < len(text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", " three"]),
        ("a line that ends here exactly", 9, ["a line", "that ends", "here", "exactly"]),
        ("no\xa0break here", 8, ["no\xa0break", "here"]),
        ("the Secretary-General spoke", 14, ["the Secretary-", "General spoke"]),
        ("in 2019-2020 it was", 9, ["in", "2019-2020", "it was"]),
        ("he left—never to return", 9, ["he left—", "never to", "return"]),
        ("a\nhard wrapped\r\nline", 8, ["a\nhard", "wrapped", "line"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("漢字です。", 8, ["漢字で", "す。"]),
        ("「漢字」かな", 5, ["「漢", "字」", "かな"]),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 3, ["👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert [line.rstrip(BLANKS) for line in lines_of(text, wrap(text, width))] == [
        line.strip(BLANKS) for line in lines
    ]


def test_what_is_taken_for_one_cell_is_drawn_in_one_at_most() -> None:
    wide = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if wrapping._NOT_ONE_CELL.match(chr(code)) is None
        and sum(cell_len(words) for _, words in drawn(chr(code), 0, 1)) > 1
    ]
    assert wide == []


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_megabyte_in_one_paragraph_is_measured_in_bounded_work(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = 0
    original = wrapping._after_line

    def counting(text: str, width: int, start: int, end: int) -> int:
        nonlocal measured
        measured += 1
        return original(text, width, start, end)

    monkeypatch.setattr(wrapping, "_after_line", counting)
    text = (SCRIPTS[script] * (1_000_000 // len(SCRIPTS[script]))).strip(BLANKS)
    lines = wrap(text, 62)
    assert measured <= wrapping._GRAPHEMES_LINES_AT_MOST
    assert lines.end == len(text)
    assert max(map(width_on_screen, lines_of(text, lines)[-200:])) <= 62
