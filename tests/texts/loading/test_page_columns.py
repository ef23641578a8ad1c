"""Columns drawn line by line are read one after the other; what only looks like columns is not."""

from __future__ import annotations

from tests.data.pdf_writing import Line, pdf_of
from texts.loading.page_columns import Gap, Row, in_columns
from texts.loading.pdf import read

LEFT = "The council met on Monday and|said that it would close the|bridge before the winter, as|it had been told to do by the|engineers of the county."
RIGHT = "Mara Lindqvist said that the|people on the island had been|left with no other way to get|home, and that nobody so much|as asked them."


def column(words: str, x: float) -> list[Line]:
    return [Line(line, x, 700 - 13 * at) for at, line in enumerate(words.split("|"))]


def text(*lines: Line) -> list[str]:
    return read(pdf_of([lines]), "a.pdf").whole()[0].strip().split("\n\n")


def by_row(one: list[Line], other: list[Line]) -> list[Line]:
    return [line for row in zip(one, other, strict=True) for line in row]


WHOLE = [LEFT.replace("|", " "), RIGHT.replace("|", " ")]


def test_columns_drawn_by_row_read_as_columns_drawn_one_by_one() -> None:
    one, other = column(LEFT, 60), column(RIGHT, 320)
    assert text(*one, *other) == WHOLE
    assert text(*by_row(one, other)) == WHOLE


def test_what_goes_across_stands_where_it_is() -> None:
    head = Line("A headline that goes across both of the columns of the page", 60, 730)
    foot = Line("A line at the end that goes across both of the columns as well.", 60, 600)
    found = text(head, *by_row(column(LEFT, 60), column(RIGHT, 320)), foot)
    assert found == [head.words, *WHOLE, foot.words]


def test_speakers_and_what_they_say_are_no_columns() -> None:
    who = column("MS LEE|MR RAY|MS LEE|MR RAY|MS LEE", 60)
    said = column(RIGHT.replace("nobody so much", "no"), 160)
    found = " ".join(text(*by_row(who, said)))
    assert found.startswith("MS LEE Mara Lindqvist said that the MR RAY people on the island")


def test_wide_spaces_here_and_there_are_no_columns() -> None:
    lines = [Line(line, 60, 700 - 13 * at, spread=15) for at, line in enumerate(LEFT.split("|"))]
    assert " ".join(text(*lines)) == WHOLE[0]


def test_rows_are_parted_where_enough_of_them_are() -> None:
    rows = [
        Row(20 * n, 20 * n + 20, 50, 190, 10, (Gap(20 * n + 10, 20 * n + 11, 100, 140),))
        for n in range(4)
    ]
    assert [segment.row for segment in in_columns(rows)] == [0, 1, 2, 3, 0, 1, 2, 3]
    assert [segment.row for segment in in_columns(rows[:3])] == [0, 1, 2]
    assert in_columns([]) == []
