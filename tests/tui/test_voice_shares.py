"""Voices in rows: their bars and their one line, by hand and in every width."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.made import reading
from texts.document import Origin
from texts.reading import Reading
from texts.shares import Portion, shares_of
from tui.voice_shares import VoiceRow, bar_of, glance_at, query_of, strip_of, voice_rows


def rows_of(found: Reading) -> list[VoiceRow]:
    return voice_rows(found, shares_of(found))


def words_of(rows: list[VoiceRow], width: int, *, plain: bool = False) -> str:
    return "".join(piece.text for piece in strip_of(rows, width, plain=plain))


def test_voices_come_by_their_words_then_the_author_then_nobody() -> None:
    rows = rows_of(reading())
    assert [(row.name, row.portion.words, row.share) for row in rows] == [
        ("Mara Lindqvist", 14, "29 %"),
        ("the city", 7, "15 %"),
        ("Tom Arrow", 3, "6 %"),
        ("the author", 21, "44–50 %"),
        ("no attribution found", 3, "6 %"),
    ]


def test_the_authors_row_names_the_outlet() -> None:
    found = reading()
    known = replace(found.document, origin=Origin(outlet="Valley Post"))
    assert rows_of(replace(found, document=known))[3].name == "the author, Valley Post"


def test_of_thousands_no_more_are_looked_at_than_could_find_room() -> None:
    first, *others = rows_of(reading())
    many = [first] * 5_000 + others[-2:]
    strip = words_of(many, 80)
    assert strip.startswith("Lindqvist ┃┃┊ 29 · Lindqvist ┃┃┊ 29 · +4,998 · author ")


def test_a_glance_knows_where_each_voice_stands() -> None:
    glance = glance_at(reading())
    for number, at in glance.places.items():
        voice = glance.rows[at].voice
        assert number == (None if voice is None else voice.number)
    assert len(glance.places) == len(glance.rows)


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400), st.integers(1, 30))
def test_a_bar_fits_and_never_hides_words(own: int, reported: int, more: int, width: int) -> None:
    row = replace(rows_of(reading())[0], portion=Portion(own, reported))
    bar = bar_of(row, own + reported + more, width)
    assert len(bar) <= width
    assert bool(bar) == bool(own + reported)
    assert set(bar) <= ({"┃"} if own else set()) | ({"┊"} if reported else set())


@pytest.mark.parametrize("plain", [False, True])
def test_bars_of_all_sorts_are_told_apart_without_colour(plain: bool) -> None:
    rows = rows_of(reading())
    first = rows[0]
    sorts = [
        replace(first, portion=Portion(verbatim=9)),
        replace(first, portion=Portion(paraphrase=9)),
        rows[-2],
        rows[-1],
    ]
    drawn = [bar_of(row, 9, 1, plain=plain)[0] for row in sorts]
    assert len(set(drawn)) == len(sorts)
    assert not plain or all(sign.isascii() for sign in drawn)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", range(130))
def test_a_strip_fits_and_always_has_the_author_and_nobody(width: int, plain: bool) -> None:
    strip = words_of(rows_of(reading()), width, plain=plain)
    assert cell_len(strip) <= width
    if strip:
        assert strip.startswith(("Mara", "Lind", "+3", "author"))
        assert "author" in strip
        assert strip.endswith("6 %")
        assert strip.count("%") == 1
    else:
        assert width < 32


def test_a_wider_strip_shows_no_fewer_voices() -> None:
    rows = rows_of(reading())
    shown = [sum(piece.row is not None for piece in strip_of(rows, width)) for width in range(130)]
    assert shown == sorted(shown)
    assert shown[-1] == len(rows)


def test_what_to_look_for() -> None:
    assert [query_of(row) for row in rows_of(reading())] == [
        'voice:"mara lindqvist"',
        'voice:"the city"',
        'voice:"tom arrow"',
        None,
        "certainty:unresolved",
    ]
