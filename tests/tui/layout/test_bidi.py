"""Direction, and how paragraphs from right to left are laid out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from rich.style import Style

from tests.tui.made import reading
from texts.document import Document, Span
from texts.loading import read_text
from texts.reading import Certainty, Evidence, Mode, Quotation, Reading
from tui.layout.anchors import Place
from tui.layout.bidi import Directions, is_right_to_left
from tui.layout.blocks import Blocks
from tui.layout.columns import Columns, MarginPlace, arrange
from tui.layout.rows import Rows
from tui.layout.wrapping import BLANKS
from tui.widgets.reader_lines import Drawing, Focus, Lights

HEBREW = "הגשר הישן ייסגר בחודש מאי. ”אין לנו ברירה”, אמרה מהנדסת העיר, ויצאה מן האולם."
ARABIC = "سيغلق الجسر القديم في شهر مايو. «ليس لدينا خيار»، قالت مهندسة المدينة."
ENGLISH = "The bridge will close in May. “We have no choice,” said the engineer, and left."
QUOTED = ("”אין לנו ברירה”,", "«ليس لدينا خيار»،", "“We have no choice,”")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (HEBREW, True),
        (ARABIC, True),
        (ENGLISH, False),
        ("", False),
        ("2019 — 12:30", False),
        ("  «… (12) אבג", True),
        ("- 3. abc אבג", False),
        ("\u200fabc", True),  # a mark that says so
        ("\u0661\u0662 abc", False),  # digits are no letters
        ("\u0661\u0662 \u0627 abc", True),
        ("部长说", False),
        ("\U0001e900", True),  # Adlam, beyond the first plane
        ("." * 999 + "א", True),
        ("." * 1000 + "א", False),
    ],
)
def test_by_the_first_letter(words: str, expected: bool) -> None:
    assert is_right_to_left(words, 0, len(words)) is expected
    assert is_right_to_left(f"x{words}א", 1, 1 + len(words)) is expected


def made(*paragraphs: str) -> Document:
    return read_text("made.txt", "\n\n".join(paragraphs).encode())


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([HEBREW], True),
        ([HEBREW, ENGLISH], False),
        ([HEBREW, ARABIC, ENGLISH], True),
        ([ENGLISH, ENGLISH, ARABIC], False),
        ([*[ENGLISH] * 200, *[HEBREW] * 300], False),
    ],
)
def test_most_of_a_document(paragraphs: list[str], expected: bool) -> None:
    assert Directions(made(*paragraphs)).mostly_right_to_left is expected


def read(document: Document) -> Reading:
    """A reading that credits the quoted words, wherever there are any."""
    quotations: list[Quotation] = []
    for paragraph in document.paragraphs:
        for words in QUOTED:
            at = document.text.find(words, paragraph.span.start, paragraph.span.end)
            if at >= 0:
                quotations.append(
                    Quotation(
                        paragraph.number,
                        (Span(at, at + len(words)),),
                        Mode.DIRECT,
                        2,
                        Certainty.EXPLICIT,
                        Evidence("made", 0, None),
                        chain=(0, 2),
                    )
                )
    return Reading(document, reading().voices, tuple(quotations), covers=len(document.paragraphs))


documents = st.lists(
    st.sampled_from([HEBREW, ARABIC, ENGLISH, "פסקה בלי ציטוט.", "No one’s words.", "12", "א"]),
    min_size=1,
    max_size=6,
).map(lambda paragraphs: made(*paragraphs))
columns = st.builds(
    arrange, st.integers(1, 130), st.integers(1, 80), margin=st.booleans(), narrow=st.booleans()
)


def drawn(blocks: Blocks, width: int) -> Drawing:
    return Drawing(blocks, lambda _: Style(), width, {}, Lights(), plain=False)


@given(documents, columns, st.booleans(), st.booleans())
def test_heights_agree_with_what_is_drawn(
    document: Document, columns: Columns, is_read: bool, turned: bool
) -> None:
    directions = Directions(document) if turned else None
    blocks = Blocks(document, read(document) if is_read else None, columns, directions)
    width = columns.left + columns.margin + columns.text + 1
    drawing = drawn(blocks, width)
    heads = blocks.heads()
    rows = Rows(blocks, {})
    assert rows.total == sum(blocks[index].rows for index in range(len(blocks)))
    for index in range(len(blocks)):
        block = blocks[index]
        assert block.head == blocks.head(index) == heads[index]
        names = drawing.strip(index, 1, Focus()).text if block.head == 2 else ""
        # Room for half a name is not room for "Lindqvist".
        if columns.text > 40:
            assert ("Lindqvist" in names) == (block.head == 2)
        for row in range(block.rows):
            strip = drawing.strip(index, row, Focus(paragraph=True, line=True))
            assert strip.cell_length == width
            if row >= block.head and block.alone:
                start, end = block.lines.bounds(row - block.head)
                words = document.text[start:end].rstrip(BLANKS)
                # Nothing but signs without a direction stands on its row, and the words at the right.
                before, found, after = strip.text.partition(words)
                assert found
                assert not after.strip()
                assert not before.strip("▸┃ ")
                left = columns.left + columns.margin
                assert strip.cell_length - cell_len(after) == left + max(
                    columns.text, cell_len(words)
                )


@given(documents, columns)
def test_each_cell_stands_for_the_character_drawn_in_it(
    document: Document, columns: Columns
) -> None:
    blocks = Blocks(document, read(document), columns, Directions(document))
    rows = Rows(blocks, {})
    for index, paragraph in enumerate(document.paragraphs):
        words = document.text[paragraph.span.start : paragraph.span.end]
        for first, _, size in split_graphemes(words)[0]:
            if size and not words[first].isspace():
                place = Place(index, paragraph.span.start + first)
                _, line = rows.line_of(place)
                assert rows.place_in(index, line, rows.cell_of(place)) == place


def test_left_to_right_and_off_nothing_changes() -> None:
    columns = Columns(0, 18, 60, MarginPlace.BESIDE)
    document = made(ENGLISH, "No one’s words.", ENGLISH)
    for plain, turned in (
        (Blocks(document, read(document), columns), Directions(document)),
        (Blocks(made(HEBREW), read(made(HEBREW)), columns), None),
    ):
        other = Blocks(plain.document, plain.reading, columns, turned)
        for index in range(len(plain)):
            assert plain[index] == other[index]
            assert plain[index].head == 1
            assert plain[index].labels


def test_a_reading_that_adds_names_over_words_changes_heights() -> None:
    columns = Columns(0, 18, 60, MarginPlace.BESIDE)
    for words, same in ((HEBREW, False), (ENGLISH, True)):
        document = made(words)
        directions = Directions(document)
        before = Blocks(document, None, columns, directions)
        after = Blocks(document, read(document), columns, directions)
        assert after.is_as_high_as(before) is same
