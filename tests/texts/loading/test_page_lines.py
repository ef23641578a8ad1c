"""What printed pages say by their layout, and which hyphens at line ends are taken out."""

from __future__ import annotations

import pytest

from texts.document import ParagraphKind
from texts.loading.extract import Extract
from texts.loading.hyphens import Joiner
from texts.loading.page_lines import Line, add_paragraphs

PROSE, HEADING, FURNITURE, QUOTE, NOTE = ParagraphKind


def line(
    words: str,
    base: float,
    left: float = 72,
    *,
    right: float | None = None,
    size: float = 10,
    page: int = 0,
    bold: bool = False,
) -> Line:
    """A line in letters half as wide as they are high."""
    end = left + len(words) * size / 2 if right is None else right
    return Line(words, page, left, end, base, size, bold)


def read(*lines: Line) -> list[tuple[str, ParagraphKind]]:
    extract = Extract()
    add_paragraphs(lines, extract)
    text, spans, _ = extract.whole()
    return [(text[start:end], kind) for start, end, kind in spans]


FULL = "All the lines of this text are about as long as this one is, more or less."


TEXTS = ("letter", "poem", "record", "story")

FOOT = ("The Ferry Press", "12 Harbour Street", "All rights reserved")


def test_a_gap_parts_paragraphs() -> None:
    found = read(line(FULL, 700), line(FULL, 688), line(FULL, 660), line(FULL, 648))
    assert found == [(f"{FULL} {FULL}", PROSE)] * 2


def test_an_indent_parts_paragraphs() -> None:
    found = read(line(FULL, 700), line(FULL, 688), line(FULL, 676, 84), line(FULL, 664))
    assert found == [(f"{FULL} {FULL}", PROSE)] * 2


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    found = read(line(FULL, 700), line("He left.", 688), line(FULL, 676), line(FULL, 664))
    assert [words for words, _ in found] == [f"{FULL} He left.", f"{FULL} {FULL}"]


def test_columns_are_read_one_after_the_other() -> None:
    narrow = "Lines in a narrow column here"
    left = [line(narrow, 700 - 12 * at) for at in range(4)]
    right = [line(narrow, 700 - 12 * at, 320) for at in range(4)]
    assert read(*left, *right) == [(" ".join([narrow] * 8), PROSE)]


def test_a_paragraph_goes_on_over_a_page_and_its_notes() -> None:
    small = "1 See the log of that night, which is kept in the town hall."
    found = read(
        line(FULL.replace(".", ","), 120),
        line(small, 80, size=8),
        line("2 Ibid.", 70, size=8),
        line("and this is where it ends.", 700, page=1),
    )
    assert found == [
        (f"{FULL.replace('.', ',')} and this is where it ends.", PROSE),
        (small.removeprefix("1 "), NOTE),
        ("Ibid.", NOTE),
    ]


def test_what_is_set_in_at_both_sides_is_a_block_quote() -> None:
    quoted = "These lines are set in on the left and on the right."
    found = read(
        line(FULL, 700), line(quoted, 680, 108), line(quoted, 668, 108), line(FULL, 640)
    )  # fmt: skip
    assert [kind for _, kind in found] == [PROSE, QUOTE, PROSE]


@pytest.mark.parametrize(("size", "bold", "kind"), [(14, False, HEADING), (10, True, HEADING)])
def test_headings_are_large_or_bold(size: float, bold: bool, kind: ParagraphKind) -> None:
    found = read(
        line("What came of it", 730, size=size, bold=bold), line(FULL, 700), line(FULL, 688)
    )
    assert found[0] == ("What came of it", kind)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    lines: list[Line] = []
    for page in range(4):
        lines += [
            line("The Night Ferry", 800, page=page, size=8),
            line(FULL.replace("text", TEXTS[page]), 700, page=page),
            line(f"The {TEXTS[page]} ends.", 688, page=page),
            line(str(page + 7), 30, 300, page=page, size=8),
        ]
    words = [words for words, _ in read(*lines)]
    assert words == [f"{FULL.replace('text', each)} The {each} ends." for each in TEXTS]


def test_as_many_lines_are_left_out_at_the_foot_as_at_the_head() -> None:
    lines: list[Line] = []
    for page in range(4):
        lines += [
            line(FULL.replace("text", TEXTS[page]), 700, page=page),
            *(line(words, 60 - 12 * at, page=page, size=8) for at, words in enumerate(FOOT)),
        ]
    assert [words for words, _ in read(*lines)] == [FULL.replace("text", each) for each in TEXTS]


def test_items_of_a_list_are_paragraphs() -> None:
    found = read(
        line("• " + FULL, 700), line("and so on", 688, 80), line("• Another.", 676), line(FULL, 640)
    )
    assert [words for words, _ in found] == [f"• {FULL} and so on", "• Another.", FULL]


@pytest.mark.parametrize(
    ("lines", "joined", "removed"),
    [
        ([("an organ", True), ("isation here", False)], "an organisation here", (8,)),
        ([("an organ-", False), ("isation here", False)], "an organisation here", (8,)),
        ([("the well", True), ("known well-known man", False)], "the well-known well-known man", ()),
        ([("the well", True), ("known wellknown man", False)], "the wellknown wellknown man", (8,)),
        ([("the Anglo", True), ("Saxon king", False)], "the Anglo-Saxon king", ()),
        ([("UN", True), ("ESCO", False)], "UNESCO", (2,)),
        ([("in 1990", True), ("1995", False)], "in 1990-1995", ()),
        ([("he paused –", False), ("then left", False)], "he paused – then left", ()),
        ([("a", True), ("b", True), ("c", False)], "abc", (1, 2)),
        ([("the end", True)], "the end-", ()),
        ([("-", False), ("an item", False)], "- an item", ()),
        ([("he came", False), ("-", False), ("and left", False)], "he came - and left", ()),
    ],
)  # fmt: skip
def test_hyphens(lines: list[tuple[str, bool]], joined: str, removed: tuple[int, ...]) -> None:
    assert Joiner(lines).joined(lines) == (joined, removed)
