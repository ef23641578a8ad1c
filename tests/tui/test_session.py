"""Several texts, long texts, and leaving: what is read once, kept, given up and never mixed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tests.tui.conftest import Open
from texts.attribution import attribute
from texts.loading import read_text
from texts.reading import Reading
from tui import choosing, state
from tui.errors import UserError
from tui.remembered import Remembered
from tui.session import OpenText, Session, growing_readings
from tui.spots import Spot

LONG = "“It rains,” said Ada Quill.\n\nNothing else happened.\n\n"


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("“Rain,” said Ada Quill.\n\n" + "Nothing else. \n\n" * 40, encoding="utf-8")
    other.write_text("“Snow,” said Tom Arrow.\n\n" + "Rain and rain. \n\n" * 60, encoding="utf-8")
    return one, other


def test_there_is_one_library_for_all_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session([OpenText(None)])
    others: list[Thread] = []
    made = []

    class Slow:
        """While it is being made, another thread asks for it."""

        def __init__(self) -> None:
            made.append(self)
            if not others:
                others.append(Thread(target=lambda: session.library))
                others[0].start()
                others[0].join(0.05)

    monkeypatch.setattr("index.library.Library", Slow)
    _ = session.library
    others[0].join()
    assert len(made) == 1


async def test_a_text_is_added_once(
    open_reader: Open, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    added: list[str] = []
    from index.library import Library

    original = Library.add

    def add(library: Library, reading: Reading, given_up: Callable[[], bool]) -> None:
        added.append(reading.document.name)
        original(library, reading, given_up)

    monkeypatch.setattr(Library, "add", add)
    async with open_reader(*(OpenText(path) for path in two)) as stage:
        await stage.press("/")
        await stage.ask("rain")
        for _ in range(3):
            await stage.press("f2", "down", "enter")
            await stage.press("f2", "up", "enter")
        while len(added) < 2:
            await stage.settle()
        await stage.settle()
    assert sorted(added) == sorted(map(str, two))


async def test_a_search_belongs_to_its_text(open_reader: Open, two: tuple[Path, Path]) -> None:
    async with open_reader(*(OpenText(path) for path in reversed(two))) as stage:
        await stage.press("/")
        await stage.ask("rain")
        assert len(stage.screen.hits) == 120
        await stage.press("f2", "down", "enter")
        assert stage.screen.document.name == str(two[0])
        assert not stage.screen.panel.is_open
        assert not stage.screen.hits
        await stage.press("n")
        assert "/ finds words" in stage.screen.status.notice
        await stage.press("ctrl+o", "n")
        assert "/ finds words" in stage.screen.status.notice


async def test_an_answer_that_comes_after_another_text_is_dropped(
    open_reader: Open, two: tuple[Path, Path]
) -> None:
    async with open_reader(*(OpenText(path) for path in reversed(two))) as stage:
        await stage.press("/")
        stage.screen.panel.line.value = "rain"
        await stage.pilot.pause()
        assert stage.screen.show_text(1)
        await stage.settle()
        assert not stage.screen.hits


async def test_a_list_closes_the_search_where_it_is(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "/")
        await stage.ask("year")
        await stage.press("f4", "enter")
        there = stage.screen.at
        await stage.press("escape")
        assert stage.screen.at == there


async def test_the_place_in_each_text_is_kept(open_reader: Open, two: tuple[Path, Path]) -> None:
    async with open_reader(*(OpenText(path) for path in two)) as stage:
        await stage.press("f2", "down", "enter", "G")
        place, digest = stage.screen.at, stage.screen.document.digest
        kept = stage.app.state_at_end()
    assert kept.texts[digest].place.offset == place
    assert kept.last[0] == str(two[1])
    again = Session([OpenText(path) for path in two], remembered=kept.texts)
    assert again.open(1).offset == place
    assert again.open(0).offset == 0


async def test_a_mark_is_kept_and_found_in_the_edited_file(
    open_reader: Open, two: tuple[Path, Path]
) -> None:
    async with open_reader(OpenText(two[0])) as stage:
        await stage.press("G")
        marks, place = stage.screen.session.text.marks, stage.screen.at
        assert marks == {}
        marks["a"] = place
        stage.screen.session.queries.insert(0, "voice:lee")
        kept = stage.app.state_at_end()
    assert kept.queries == ("voice:lee",)
    two[0].write_text("A new first line.\n\n" + two[0].read_text("utf-8"), encoding="utf-8")
    again = Session([OpenText(two[0])], remembered=kept.texts).open(0)
    assert again.marks == {"a": place + len("A new first line.\n\n")}
    assert again.offset == again.marks["a"]


async def test_what_another_reader_kept_meanwhile_stays(
    open_reader: Open, two: tuple[Path, Path]
) -> None:
    other = state.State(theme="nord", welcomed=True, queries=("theirs",)).with_text(
        "ab", Remembered(Spot(3))
    )
    async with open_reader(OpenText(two[0])) as stage:
        digest = stage.screen.document.digest
        stage.screen.session.queries.insert(0, "mine")
        kept = stage.app.state_at_end(other)
        assert (kept.theme, kept.queries) == ("nord", ("mine", "theirs"))
        assert list(kept.texts) == ["ab", digest]
        await stage.press("T")
        assert stage.app.state_at_end(other).theme == "quoth-light"


def test_an_asked_for_paragraph_goes_before_the_kept_place(two: tuple[Path, Path]) -> None:
    (text,) = choosing.given([f"{two[0]}:1"], None).texts
    digest = text.loaded().digest
    assert Session([text], remembered={digest: Remembered(Spot(99))}).open(0).offset == 0
    (text,) = choosing.given([str(two[0])], None).texts
    assert Session([text], remembered={digest: Remembered(Spot(99))}).open(0).offset == 99


def test_a_paragraph_that_is_not_there(two: tuple[Path, Path]) -> None:
    with pytest.raises(UserError, match="1 to 41; there is no 42"):
        choosing.given([f"{two[0]}:42"], None)


def test_the_last_texts_are_opened_again_and_the_sample_when_they_are_gone(
    two: tuple[Path, Path],
) -> None:
    kept = state.State(last=(str(two[1]), str(two[0])))
    assert [text.path for text in choosing.last_read(kept)] == [two[1], two[0]]
    two[1].unlink()
    assert [text.path for text in choosing.last_read(kept)] == [two[0]]
    two[0].write_bytes(b"")
    (sample,) = choosing.last_read(kept)
    assert sample.offset is not None
    assert sample.loaded().text[sample.offset] == "“"


def test_readings_grow_to_the_whole_text() -> None:
    document = read_text("long.txt", (LONG * 900).encode())
    covers = [reading.covers for reading in growing_readings(document, lambda: False)]
    assert covers == [200, 1600, 1800]


def test_reading_is_given_up_within_a_paragraph() -> None:
    document = read_text("long.txt", (LONG * 900).encode())
    asked, enough = 0, 10**9

    def given_up() -> bool:
        nonlocal asked
        asked += 1
        return asked > enough

    attribute(document, 200, given_up)
    asked, enough = 0, asked + 100
    assert [reading.covers for reading in growing_readings(document, given_up)] == [200]
    assert asked < enough + 10


async def test_the_end_of_what_is_known_is_no_end(open_reader: Open) -> None:
    document = read_text("long.txt", (LONG * 900).encode())
    known = OpenText(None, document, attribute(document, 10), being_read=True)
    async with open_reader(known) as stage:
        for _ in range(7):
            await stage.press("]")
        assert stage.at.startswith("“It rains")
        assert stage.screen.status.notice == "voices are known as far as ¶ 10 of 1,800 so far"
        await stage.press("w")
        assert "so far" in stage.screen.status.notice


async def test_a_notice_goes_with_the_next_move(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "y", "y")
        assert stage.screen.status.notice
        await stage.press("j", "j")
        assert not stage.screen.status.notice
