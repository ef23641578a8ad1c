"""The command line in the reader: orders are done, wrong ones explained where they were typed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.tui.conftest import Open, Stage
from tests.tui.made import article, reading
from texts.samples import path_of, sample_names
from tui.messages import Messages
from tui.screens.command_box import CommandBox
from tui.screens.narrowing import NarrowingList
from tui.session import OpenText


async def order(stage: Stage, line: str) -> None:
    """Type a line after a colon, and wait for what comes of it."""
    await stage.press(":")
    box = stage.app.screen
    assert isinstance(box, CommandBox)
    box.line.value = line
    await stage.press("enter")


async def test_a_number_is_a_paragraph_and_the_jump_can_be_undone(open_reader: Open) -> None:
    async with open_reader() as stage:
        await order(stage, "4")
        assert stage.at.startswith("Shopkeepers")
        await stage.press("ctrl+o")
        assert stage.at.startswith("Bridge")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("99", "paragraphs 1 to 6; there is no 99"),
        ("opne x", "near it: open"),
        ("open no-such-file.txt", "no such file or folder"),
        ("theme quoth-drak", "near it: quoth-dark"),
        ("voice Lindqvist", "near it: Mara Lindqvist"),
        ("mark ab", "one letter"),
        ("marks k", "there is no mark 'k'"),
    ],
)
async def test_what_is_wrong_is_said_in_place_and_nothing_is_lost(
    open_reader: Open, line: str, said: str
) -> None:
    async with open_reader() as stage:
        await order(stage, line)
        box = stage.app.screen
        assert isinstance(box, CommandBox)
        assert said in stage.seen()
        assert box.line.value == line
        await stage.press("backspace")
        assert not box.has_class("-problem")
        await stage.press("escape")
        assert stage.app.screen is stage.screen
        assert stage.at.startswith("Bridge")


async def test_orders_with_names(open_reader: Open) -> None:
    async with open_reader() as stage:
        await order(stage, "theme nord")
        assert stage.app.theme == "nord"
        await order(stage, "voice tom arrow")
        assert stage.at.startswith("“Who will")
        await order(stage, "mark k")
        await order(stage, "1")
        await order(stage, "marks k")
        assert stage.at.startswith("“Who will")
        await order(stage, "quotation.next")
        assert stage.at.startswith("“Nobody")


async def test_a_file_is_opened_at_a_paragraph_and_only_once(open_reader: Open) -> None:
    path = path_of(sample_names()[0])
    async with open_reader() as stage:
        await order(stage, f"open {path}:3")
        session = stage.screen.session
        assert stage.screen.document.name == str(path)
        assert stage.screen.title_line.heading.paragraph == 3
        await stage.press("ctrl+o")
        assert session.current == 0
        await order(stage, f"open {path}")
        assert (session.current, len(session.texts)) == (1, 2)


async def test_a_folder_is_opened_whole(open_reader: Open, files: Path) -> None:
    async with open_reader() as stage:
        await order(stage, f"open {files}")
        assert len(stage.screen.session.texts) == 4
        assert stage.screen.session.current == 1


async def test_tab_takes_what_is_lit_and_the_hint_says_what_it_does(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press(":")
        await stage.type("the")
        assert "Changes the colours." in stage.seen()
        await stage.press("tab")
        await stage.type("nor")
        await stage.press("tab", "enter")
        assert stage.app.theme == "nord"


async def test_leaving_and_help(open_reader: Open) -> None:
    async with open_reader() as stage:
        await order(stage, "help")
        assert "Keys and signs" in stage.seen()
        await stage.press("escape")
        await order(stage, "q")
        assert not stage.app.is_running


async def test_no_notice_is_the_only_copy_of_its_words(open_reader: Open, tmp_path: Path) -> None:
    texts = OpenText(None, article(), reading()), OpenText(tmp_path / "gone.txt")
    async with open_reader(*texts) as stage:
        await stage.press("M")
        assert stage.screen.status.notice == "no messages in this session"
        await stage.press("f2", "down", "enter")
        stage.app.notify("a second one [sic]", markup=False)
        await order(stage, "messages")
        assert "a second one [sic]" in stage.seen()
        overlay = stage.app.screen
        assert isinstance(overlay, NarrowingList)
        assert "gone.txt: no such file or folder" in overlay.shown[1].detail
        await stage.press("enter")
        assert stage.app.screen is stage.screen


def test_messages_are_bounded() -> None:
    messages = Messages()
    for number in range(500):
        messages.add(str(number))
    assert len(messages) == 200
    assert next(messages.latest_first()).words == "499"


async def test_a_slow_folder_holds_nothing_up_and_tab_waits_for_it(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, may_go_on = threading.Event(), threading.Event()

    def slow(_: str) -> list[str]:
        assert threading.current_thread() is not threading.main_thread()
        seen.set()
        may_go_on.wait(10)
        return ["found.txt"]

    monkeypatch.setattr("tui.orders.paths_like", slow)
    async with open_reader() as stage:
        await stage.press(":")
        box = stage.app.screen
        assert isinstance(box, CommandBox)
        box.line.value = "open f"
        while not seen.is_set():
            await stage.pilot.pause()
        box.action_complete()
        assert box.line.value == "open f"
        may_go_on.set()
        await stage.settle()
        assert box.line.value == "open found.txt "
