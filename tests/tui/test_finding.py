"""Searching while typing: previews, counts, hits, mistakes, and answers that come too late."""

from __future__ import annotations

from itertools import pairwise

import pytest

from index.query import LONGEST
from tests.tui.conftest import Open, Stage
from tests.tui.made import span
from texts.loading import read_text
from tui.session import OpenText
from tui.widgets.search_panel import LONGEST_QUERY


def summary(stage: Stage) -> str:
    return str(stage.screen.panel.found.content)


async def test_the_text_follows_what_is_typed(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        await stage.ask("will c")
        assert summary(stage).startswith("7 places in 3 paragraphs")
        assert stage.screen.at == span("will close").start
        await stage.press("down")
        assert stage.screen.at == span("will come").start


async def test_enter_stays_and_escape_returns(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "/")
        await stage.ask("come")
        assert stage.screen.at == span("come?").start
        await stage.press("escape")
        assert not stage.screen.panel.is_open
        assert stage.at.startswith("The old")
        await stage.press("/")
        await stage.ask("come")
        await stage.press("enter")
        assert stage.screen.focused is stage.screen.view
        assert stage.screen.status.notice == "hit 1 of 2"
        await stage.press("ctrl+o")
        assert stage.at.startswith("The old")


async def test_from_hit_to_hit_with_a_word_when_it_wraps(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("n")
        assert "/ finds words" in stage.screen.status.notice
        await stage.press("/")
        await stage.ask("come")
        await stage.press("enter", "n")
        assert stage.screen.status.notice == "hit 2 of 2"
        await stage.press("n")
        assert stage.screen.status.notice == "hit 1 of 2 · went on from the top"
        await stage.press("N")
        assert stage.screen.status.notice == "hit 2 of 2 · went on from the end"
        await stage.press("escape")
        assert not stage.screen.hits


async def test_voices_and_phrases_are_understood(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        await stage.ask('voice:lindqvist in:quotes "no choice"')
        assert summary(stage).startswith("1 place in 1 paragraph")
        assert stage.screen.at == span("no choice").start


async def test_a_mistake_is_told_in_place_and_what_was_found_stays(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        await stage.ask("come")
        rows = stage.screen.panel.rows.option_count
        assert rows == 2
        await stage.ask("come colour:red")
        assert stage.screen.panel.found.has_class("-problem")
        assert "colour" in summary(stage)
        assert stage.screen.panel.rows.option_count == rows


async def test_nothing_found_says_what_to_try(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        await stage.ask("zebra")
        assert "nothing found" in summary(stage)
        assert "fewer words" in summary(stage)


async def test_quick_keys_start_few_searches_and_the_last_answer_stays(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        for letter in "bridge":
            stage.screen.panel.line.insert_text_at_cursor(letter)
        await stage.settle()
        assert stage.screen.searches_started <= 2
        assert stage.screen.looked_for == "bridge"
        assert summary(stage).startswith("2 places")


@pytest.mark.parametrize("width", [58, 80, 120])
async def test_a_phrase_is_found_across_a_line_of_the_screen(open_reader: Open, width: int) -> None:
    words = [f"w{number:03}" for number in range(200)]
    document = read_text("long.txt", (" ".join(words) + ".").encode())
    async with open_reader(OpenText(None, document), size=(width, 24)) as stage:
        lines = stage.screen.view.text_width // 5
        await stage.press("/")
        for first, second in pairwise(words[5 : 5 + lines]):
            await stage.ask(f'"{first} {second}"')
            assert summary(stage).startswith("1 place in 1 paragraph"), first
            (hit,) = stage.screen.hits
            assert document.words_of(hit) == f"{first} {second}"


async def test_letters_typed_in_the_box_are_no_commands(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/")
        await stage.type("qv*y")
        assert stage.screen.panel.line.value == "qv*y"
        assert stage.app.is_running


def test_the_box_takes_what_a_query_may_have() -> None:
    assert LONGEST_QUERY == LONGEST


async def test_what_was_searched_for_before_comes_back(open_reader: Open) -> None:
    async with open_reader() as stage:
        for line in ("come", "bridge", "come", "zebra"):
            await stage.press("/")
            await stage.ask(line)
            await stage.press("enter")
        assert stage.screen.session.queries == ["come", "bridge"]
        for key in ("ctrl+r", "up"):
            await stage.press("/", "ctrl+u")
            assert stage.screen.panel.line.value == ""
            await stage.press(key)
            assert "Searched for before: 2" in stage.seen()
            await stage.type("bri")
            await stage.press("enter")
            assert stage.screen.panel.line.value == "bridge"
            assert stage.screen.panel.line.has_focus
            assert summary(stage).startswith("2 places")
            await stage.press("escape")


async def test_the_list_of_earlier_queries_leaves_the_search_as_it_is(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("/", "ctrl+r")
        assert "nothing was searched for before" in stage.screen.status.notice
        stage.screen.session.queries[:] = ["come"]
        await stage.ask("will c")
        await stage.press("ctrl+r", "escape")
        assert stage.screen.panel.line.value == "will c"
        assert stage.screen.panel.is_open
        await stage.press("escape")
        assert stage.screen.at == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("brdige", "nothing found · “bridge”: 2"),
        ("voice:lindqvist zebra", "without zebra: "),
        ("in:quotes zebra come", "without zebra: "),
    ],
)
@pytest.mark.parametrize("key", ["/", "s"])
async def test_nothing_found_says_what_would_be_found_otherwise(
    open_reader: Open, line: str, told: str, key: str
) -> None:
    async with open_reader() as stage:
        await stage.press(key)
        await stage.ask(line)
        assert summary(stage).startswith("nothing found")
        assert told in summary(stage)


async def test_a_search_that_was_to_stay_stays_for_its_own_words_only(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.searchable()
        stage.screen.find("zebra")
        await stage.settle()
        await stage.press("ctrl+u")
        await stage.type("ci")
        assert stage.screen.panel.is_open


async def test_results_are_gone_through_from_the_place_that_was_found(open_reader: Open) -> None:
    document = read_text("a.txt", "\n\n".join(f"The bridge {n}." for n in range(5)).encode())
    async with open_reader(OpenText(None, document)) as stage:
        await stage.searchable()
        await stage.press("3", "G", "/")
        await stage.ask("bridge")
        await stage.press("enter", "J")
        assert stage.at == "bridge 3."
