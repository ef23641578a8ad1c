"""A text that takes its time to load: keys go on to work, and it can be given up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.kept.adding import add
from index.library import Library
from tests.tui.conftest import Open, Stage
from texts.attribution import attribute
from texts.document import Document
from texts.errors import NotFound
from texts.loading import Limits, load, read_text
from texts.reading import Reading
from tui.screens.reader import ReaderScreen
from tui.searching import Scope, answer
from tui.session import OpenText, Session


class Slow:
    """A loader that takes as long as the test wants."""

    begun: threading.Event
    may_go_on: threading.Event
    ended: threading.Event

    def __init__(self, _: Limits, unwanted: Callable[[], bool]) -> None:
        self._unwanted = unwanted

    def __enter__(self) -> Slow:
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()

    def load(self, path: Path) -> Document:
        self.begun.set()
        while not self.may_go_on.wait(0.01):
            if self._unwanted():
                raise NotFound("it was given up.")
        return load(path)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> type[Slow]:
    for name in ("begun", "may_go_on", "ended"):
        monkeypatch.setattr(Slow, name, threading.Event(), raising=False)
    return Slow


@pytest.fixture
def texts(tmp_path: Path) -> list[OpenText]:
    for name in ("near", "far"):
        words = f"“It is {name},” said Ann Lee.\n\nThe second paragraph.\n"
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    return [OpenText(tmp_path / "near.txt"), OpenText(tmp_path / "far.txt")]


async def begin_to_open(stage: Stage, slow: type[Slow], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.session.Loader", slow)
    await stage.press("f2")
    await stage.pilot.press("down", "enter")
    while not slow.begun.is_set():
        await stage.pilot.pause()
    assert stage.screen.status.notice.startswith("opening far.txt")


async def test_keys_work_while_a_text_is_loaded(
    open_reader: Open, texts: list[OpenText], slow: type[Slow], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(*texts) as stage:
        await begin_to_open(stage, slow, monkeypatch)
        before = stage.screen.at
        await stage.pilot.press("G")
        assert stage.screen.at > before
        assert stage.title == "near.txt"
        slow.may_go_on.set()
        await stage.settle()
        assert stage.title == "far.txt"
        await stage.press("ctrl+o")
        assert stage.title == "near.txt"


@pytest.mark.parametrize("key", ["escape", "s"])
async def test_esc_and_going_elsewhere_give_it_up(
    open_reader: Open,
    texts: list[OpenText],
    slow: type[Slow],
    monkeypatch: pytest.MonkeyPatch,
    key: str,
) -> None:
    monkeypatch.setattr(ReaderScreen, "read_all", lambda _: None)
    async with open_reader(*texts) as stage:
        await begin_to_open(stage, slow, monkeypatch)
        await stage.pilot.press(key, *("x" if key == "s" else ""))
        await stage.settle()
        assert slow.ended.is_set()
        assert stage.title == "near.txt"
        assert not stage.notices


async def test_a_result_in_a_text_that_is_not_loaded_yet(
    open_reader: Open,
    tmp_path: Path,
    library: Path,
    texts: list[OpenText],
    slow: type[Slow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(library, [str(tmp_path / "far.txt")], "test", processes=0)
    monkeypatch.setattr(ReaderScreen, "read_all", lambda _: None)
    async with open_reader(*texts, library=library) as stage:
        monkeypatch.setattr("tui.session.Loader", slow)
        await stage.pilot.press("s")
        stage.screen.panel.line.value = "far"
        while not slow.begun.is_set():
            await stage.pilot.pause()
        assert stage.title == "near.txt"
        await stage.pilot.press("n")
        assert stage.screen.panel.line.value == "farn"
        stage.screen.panel.line.value = "far"
        slow.may_go_on.set()
        await stage.settle()
        assert stage.title == "far.txt"
        assert stage.at.startswith("far")


async def test_a_file_that_has_changed_since_it_was_added(
    open_reader: Open,
    tmp_path: Path,
    library: Path,
    texts: list[OpenText],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(library, [str(tmp_path / "far.txt")], "test", processes=0)
    (tmp_path / "far.txt").write_text("Short.\n", encoding="utf-8")
    monkeypatch.setattr(ReaderScreen, "read_all", lambda _: None)
    async with open_reader(*texts, library=library) as stage:
        await stage.press("s")
        await stage.ask("far")
        assert stage.title == "far.txt"
        assert "has changed since" in stage.screen.status.notice


async def test_words_are_found_before_all_voices_are(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read_text("long.txt", b"A line of a report.\n\n" * 2_000 + b"The heron comes last.")
    added: list[int] = []
    adds = Library.add

    def recorded(library: Library, reading: Reading, given_up: Callable[[], bool]) -> None:
        adds(library, reading, given_up)
        added.append(reading.covers)
        assert library.search("heron").total == 1

    monkeypatch.setattr(Library, "add", recorded)
    async with open_reader(OpenText(None, document)) as stage:
        await stage.until(lambda: stage.screen.session.text.searchable)
    assert added[0] < added[-1] == 2_001


def test_an_answer_about_a_text_that_is_not_there_yet_is_not_final() -> None:
    document = read_text("new.txt", b"The heron comes last.")
    session = Session([OpenText(None, document)])
    found = answer(session, "heron", Scope.THIS, document, 60, lambda: False)
    assert not found.is_final
    assert "in a moment" in found.summary
    session.library.add(attribute(document))
    assert answer(session, "heron", Scope.THIS, document, 60, lambda: False).is_final


async def test_the_text_does_not_change_below_a_list(
    open_reader: Open, texts: list[OpenText], slow: type[Slow], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(*texts) as stage:
        await begin_to_open(stage, slow, monkeypatch)
        await stage.pilot.press("v")
        slow.may_go_on.set()
        await stage.settle()
        assert stage.title == "near.txt"
        assert stage.screen.status.notice == "opening was given up"
