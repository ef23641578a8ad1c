"""Marks: letters for places, in one text or in all, shown before they are used, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open
from tests.tui.made import article, reading, span
from texts.samples import path_of, sample_names
from tui import state
from tui.marks import free_letter, marks_in_reach, set_mark
from tui.remembered import Remembered
from tui.screens.keyed import KeyedList
from tui.session import OpenText, Session
from tui.spots import Spot


def session() -> Session:
    made = Session([OpenText(None, article(), reading())])
    made.open(0)
    return made


def letters(of: Session) -> str:
    return "".join(mark.letter for mark in marks_in_reach(of))


def test_a_mark_is_set_moved_and_taken_away() -> None:
    made = session()
    there, elsewhere = span("Shopkeepers").start, span("“Nobody").start
    assert set_mark(made, "a", there).startswith("mark a set at ¶ 4")
    assert set_mark(made, "a", elsewhere).startswith("mark a moved to ¶ 5")
    assert [mark.offset for mark in marks_in_reach(made)] == [elsewhere]
    assert set_mark(made, "a", elsewhere) == "mark a taken away from ¶ 5"
    assert marks_in_reach(made) == ()


@pytest.mark.parametrize("letter", ["", "'", "ab", "é", " ", "\x1b"])
def test_what_is_no_letter_or_digit_marks_nothing(letter: str) -> None:
    with pytest.raises(ValueError, match="one letter or digit"):
        set_mark(session(), letter, 0)


def test_small_letters_are_of_their_text_and_capitals_of_all() -> None:
    made = session()
    made.texts.append(OpenText(None, article(), reading()))
    for letter in "bAa1":
        set_mark(made, letter, 0)
    assert letters(made) == "ab1A"
    made.current = 1
    made.open(1)
    assert letters(made) == "A"
    assert marks_in_reach(made)[0].text is made.texts[0]
    assert "moved" in set_mark(made, "A", 3)
    assert made.texts[0].marks == {"a": 0, "b": 0, "1": 0}


def test_a_capital_of_a_text_that_is_not_open_can_be_reached(tmp_path: Path) -> None:
    made = session()
    path = str(tmp_path / "far.txt")
    made.remembered = {"digest": Remembered(Spot(0), {"Q": Spot(5), "q": Spot(6)}, path)}
    assert letters(made) == "Q"
    assert marks_in_reach(made)[0].offset is None


def test_the_first_free_letter() -> None:
    made = session()
    assert free_letter(made) == "a"
    for letter in "abcdefghijklmnopqrstuvwxyz":
        set_mark(made, letter, 0)
    assert free_letter(made) is None


async def test_a_mark_is_set_shown_and_gone_to(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "m")
        assert isinstance(stage.app.screen, KeyedList)
        assert "a new mark here: ¶ 2  The old bridge" in stage.seen()
        await stage.press("k")
        assert stage.screen.status.notice.startswith("mark k set at ¶ 2")
        await stage.press("G", "'")
        assert "k  ¶ 2  The old bridge" in stage.seen()
        await stage.press("k")
        assert stage.at.startswith("The old bridge")
        assert stage.screen.status.notice == "mark k"
        await stage.press("ctrl+o")
        assert stage.at.startswith("She said")


async def test_enter_sets_the_first_free_letter(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("m", "enter")
        assert stage.screen.session.text.marks == {"a": 0}


async def test_a_letter_of_the_list_closes_it_once(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("m", "a", "]", "m", "a")
        assert stage.app.screen is stage.screen
        assert stage.screen.session.text.marks == {"a": stage.screen.at}


async def test_twice_the_apostrophe_goes_to_and_fro(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("'")
        assert stage.screen.status.notice == "no marks yet: m sets one"
        await stage.press("]", "G", "'", "'")
        assert stage.at.startswith("The old bridge")
        await stage.press("'", "'")
        assert stage.at.startswith("She said")
        await stage.press("'")
        assert "before the last jump: ¶ 2" in stage.seen()
        await stage.press("escape")
        assert stage.at.startswith("She said")


async def test_a_capital_leads_to_another_text_and_back(open_reader: Open) -> None:
    texts = [OpenText(path_of(name)) for name in sample_names()[:2]]
    async with open_reader(*texts) as stage:
        await stage.press("]", "m", "X")
        place = stage.screen.at
        await stage.press("f2", "down", "enter")
        assert stage.screen.session.current == 1
        await stage.press("'", "X")
        assert (stage.screen.session.current, stage.screen.at) == (0, place)
        await stage.press("ctrl+o")
        assert stage.screen.session.current == 1


async def test_marks_survive_the_end(open_reader: Open) -> None:
    name = sample_names()[0]
    async with open_reader(OpenText(path_of(name))) as stage:
        await stage.press("]", "m", "Z")
        place = stage.screen.at
        assert state.save(stage.app.state_at_end()) is None
    kept, _ = state.load()
    async with open_reader() as stage:
        stage.screen.session.remembered = kept.texts
        await stage.press("'")
        assert "not open yet" in stage.seen()
        await stage.press("Z")
        assert stage.screen.document.name == str(path_of(name))
        assert stage.screen.at == place
        assert stage.screen.status.notice == "mark Z"
