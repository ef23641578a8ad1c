"""Reading a file again: the words stay under the cursor, whatever happened around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.kept.adding import add
from tests.tui.conftest import Open
from texts.loading import read_text
from texts.samples import sample_path
from tui.again import place_in
from tui.session import OpenText, Session

_TEXT = "The first line.\n\nThe second, which is about a crane.\n\nThe third line.\n"


@pytest.mark.parametrize(
    ("new", "leads_to"),
    [
        (_TEXT, "second"),
        ("A line before.\n\n" + _TEXT, "second"),
        (_TEXT.replace("The first line.\n\n", ""), "second"),
        (_TEXT.replace("about a crane", "about another thing"), "second"),
        (_TEXT + "\n" + _TEXT, "second"),
        ("The first line.\n\nAnother paragraph.\n\nThe third line.\n", "Another"),
        ("One line.\n", "One"),
    ],
)
def test_the_place_is_where_the_words_are(new: str, leads_to: str) -> None:
    old, changed = read_text("a.txt", _TEXT.encode()), read_text("a.txt", new.encode())
    at = place_in(changed, old, _TEXT.index("second"))
    assert changed.text[at:].startswith(leads_to)


async def test_a_changed_file_is_read_again(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    async with open_reader(OpenText(path)) as stage:
        await stage.press("]", "r")
        assert "has not changed" in stage.screen.status.notice
        path.write_text(
            "News.\n\n“The road is shut,” said Bob Ray.\n\n“So it is,” said Ann Lee.\n",
            encoding="utf-8",
        )
        await stage.press("r")
        assert stage.at.startswith("“The road is shut,” said Bob Ray")
        assert stage.screen.status.notice == "read again, and it has changed"
        assert stage.screen.reading is not None
        assert len(stage.screen.reading.quotations) == 2
        await stage.until(lambda: stage.screen.session.text.searchable)
        await stage.press("/")
        await stage.ask("bob")
        assert str(stage.screen.panel.found.content).startswith("1 place")


async def test_a_file_that_is_gone_stays_on_the_screen(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    async with open_reader(OpenText(path)) as stage:
        path.unlink()
        await stage.press("r")
        assert stage.at.startswith("“The road")
        assert stage.app.is_running


async def test_what_was_piped_cannot_be_read_again(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("r")
        assert "standard input" in stage.screen.status.notice


async def test_a_document_of_the_library_is_read_again_there_too(
    open_reader: Open, tmp_path: Path
) -> None:
    path, folder = tmp_path / "a.txt", tmp_path / "library"
    path.write_text("The road is shut.\n", encoding="utf-8")
    add(folder, [str(path)], "test", processes=0)
    session = Session([OpenText(path)], folder=folder)
    library = session.kept
    assert library is not None
    async with open_reader(*session.texts, library=folder) as stage:
        path.write_text("The crane is down.\n", encoding="utf-8")
        await stage.press("r")
        assert library.search("crane").total == 1
        assert library.search("road").total == 0


async def test_the_way_back_and_the_lights_are_of_the_text_as_it_is_now(
    open_reader: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Line.\n\n" * 50 + "The bridge is shut.\n", encoding="utf-8")
    async with open_reader(OpenText(path), OpenText(sample_path())) as stage:
        await stage.searchable()
        await stage.press("s")
        await stage.ask("bridge")
        await stage.press("enter", "G", "g")
        path.write_text("It opened.\n\nThe bridge is open.\n", encoding="utf-8")
        await stage.press("r")
        assert not stage.screen.hits
        await stage.press("ctrl+o")
        assert stage.at == "The bridge is open."
