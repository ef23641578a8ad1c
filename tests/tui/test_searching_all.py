"""Searching all texts: results by text, a preview that follows, stepping on without the panel."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open
from tests.tui.made import article, reading
from tui.session import OpenText

_TEXTS = {
    "harbour.txt": "The harbour is shut.\n\n“The crane is down,” said Ann Lee.\n\nNobody was hurt.",
    "mill.txt": "The mill stands by the river.\n\nA crane brought the wheel, and a crane took it away.",
    "school.txt": "The school opens in May.",
}


@pytest.fixture
def given(tmp_path: Path) -> list[OpenText]:
    texts = []
    for name, words in _TEXTS.items():
        path = tmp_path / name
        path.write_text(words, encoding="utf-8")
        texts.append(OpenText(path))
    return texts


async def test_texts_that_nobody_has_looked_at_are_found(
    open_reader: Open, given: list[OpenText]
) -> None:
    async with open_reader(*given) as stage:
        await stage.press("s")
        await stage.ask("crane")
        found = str(stage.screen.panel.found.content)
        assert found.startswith("2 paragraphs in 2 texts")
        assert all(text.searchable for text in given)
        assert "mill.txt" in stage.seen()


async def test_the_preview_follows_and_escape_returns(
    open_reader: Open, given: list[OpenText]
) -> None:
    async with open_reader(*given) as stage:
        await stage.press("s")
        await stage.ask("wheel")
        assert stage.title == "mill.txt"
        assert stage.at.startswith("wheel")
        await stage.press("escape")
        assert stage.title == "harbour.txt"
        assert stage.screen.at == 0
        assert not stage.screen.hits


async def test_results_are_stepped_through_without_the_panel(
    open_reader: Open, given: list[OpenText]
) -> None:
    async with open_reader(*given) as stage:
        await stage.press("s")
        await stage.ask("crane")
        await stage.press("enter")
        assert not stage.screen.panel.is_open
        first = stage.title
        await stage.press("J")
        assert {first, stage.title} == {"harbour.txt", "mill.txt"}
        assert stage.screen.status.notice.startswith("result 2 of 2")
        assert stage.screen.hits
        await stage.press("J")
        assert stage.title == first
        assert "went on from the top" in stage.screen.status.notice
        await stage.press("ctrl+o")
        assert stage.title != first


async def test_without_a_search_there_is_nothing_to_step_through(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("J")
        assert "s searches" in stage.screen.status.notice


async def test_tab_looks_in_this_text_and_back(open_reader: Open, given: list[OpenText]) -> None:
    async with open_reader(*given) as stage:
        await stage.press("/")
        await stage.ask("crane")
        assert str(stage.screen.panel.found.content).startswith("1 place in 1 paragraph")
        await stage.press("tab")
        assert str(stage.screen.panel.found.content).startswith("2 paragraphs in 2 texts")
        await stage.press("tab")
        assert "in 1 paragraph" in str(stage.screen.panel.found.content)


async def test_what_cannot_be_read_is_told(open_reader: Open, given: list[OpenText]) -> None:
    given.append(OpenText(Path("/nowhere/at/all.txt")))
    async with open_reader(*given) as stage:
        await stage.press("s")
        await stage.ask("crane")
        assert "1 cannot be read" in str(stage.screen.panel.found.content)


async def test_a_link_leads_to_the_first_place(open_reader: Open, given: list[OpenText]) -> None:
    async with open_reader(given[0], find='"crane is"') as stage:
        await stage.until(lambda: given[0].searchable)
        assert stage.at.startswith("crane is down")
        assert not stage.screen.panel.is_open
        assert stage.screen.status.notice == "hit 1 of 1"


async def test_a_link_leads_to_another_text(open_reader: Open, given: list[OpenText]) -> None:
    async with open_reader(*given, find="wheel") as stage:
        await stage.until(lambda: all(text.searchable for text in given))
        assert stage.title == "mill.txt"
        assert stage.at.startswith("wheel")


async def test_a_link_to_words_that_are_not_there_says_so(open_reader: Open) -> None:
    text = OpenText(None, article(), reading())
    async with open_reader(text, find="zebra") as stage:
        await stage.until(lambda: text.searchable)
        assert stage.screen.panel.is_open
        assert "nothing found" in str(stage.screen.panel.found.content)


async def test_an_answer_that_comes_after_leaving_moves_nothing(
    open_reader: Open, given: list[OpenText]
) -> None:
    async with open_reader(*given) as stage:
        await stage.press("s")
        stage.screen.panel.line.value = "wheel"
        await stage.press("escape")
        assert stage.title == "harbour.txt"
        assert not stage.screen.hits
