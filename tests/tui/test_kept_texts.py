"""The library in the reader: searched with what is open, listed, and gathered by voice."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.kept.adding import add
from tests.tui.conftest import Open, Stage
from texts.reading import Voice, VoiceKind
from tui.concordance import is_named, sayings
from tui.session import OpenText, Session

_KEPT = {
    "first": ("2019-05-02", "The Harbour News", "“The crane is down,” said Ann Lee.\n"),
    "second": ("2021-01-30", "The Mill Post", "Ann Lee said that the mill would reopen.\n"),
    "undated": (None, None, "“Nobody asked me,” said Bob Ray.\n\n“Nor me,” said Ann Lee.\n"),
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder, texts = tmp_path / "library", tmp_path / "texts"
    texts.mkdir()
    for name, (date, outlet, words) in _KEPT.items():
        (texts / f"{name}.txt").write_text(words, encoding="utf-8")
        facts = [f'title = "The {name} text"']
        facts += [f'date = "{date}"', f'outlet = "{outlet}"'] if date else []
        (texts / f"{name}.toml").write_text("\n".join(facts), encoding="utf-8")
    add(folder, [str(texts)], "test", processes=0)
    return folder


@pytest.fixture
def here(tmp_path: Path) -> OpenText:
    path = tmp_path / "here.txt"
    path.write_text("“The road is shut,” said Ann Lee.\n", encoding="utf-8")
    return OpenText(path)


def rows(stage: Stage) -> list[str]:
    return [str(option.prompt) for option in stage.screen.panel.rows.options]


async def test_search_finds_what_is_open_first_then_the_library(
    open_reader: Open, here: OpenText, library: Path
) -> None:
    async with open_reader(here, library=library) as stage:
        await stage.press("s")
        await stage.ask("lee")
        found = str(stage.screen.panel.found.content)
        assert found.startswith("1 paragraph in 1 text · 3 in the library’s 3 other texts")
        assert "here.txt" in rows(stage)[0]
        await stage.ask("mill")
        assert stage.title == "second.txt"
        await stage.press("escape")
        assert stage.title == "here.txt"
        assert [text.met for text in stage.screen.session.texts] == [False, True]


async def test_what_was_only_met_is_not_opened_next_time(
    open_reader: Open, here: OpenText, library: Path
) -> None:
    async with open_reader(here, library=library) as stage:
        await stage.press("s")
        await stage.ask("crane")
        await stage.press("escape")
        (last,) = stage.app.state_at_end().last
        assert Path(last).name == "here.txt"


async def test_the_list_has_the_library_and_sorts_it(
    open_reader: Open, here: OpenText, library: Path
) -> None:
    async with open_reader(here, library=library) as stage:
        await stage.press("f2")
        seen = stage.seen()
        assert "Open texts: 1 · library: 3" in seen
        assert seen.index("The second text") < seen.index("The first text") < seen.index("undated")
        await stage.press("tab")
        seen = stage.seen()
        assert "oldest first" in seen
        assert seen.index("The first text") < seen.index("The second text")
        await stage.type("mill")
        await stage.press("enter")
        assert stage.title == "second.txt"
        await stage.press("ctrl+o")
        assert stage.title == "here.txt"


async def test_texts_of_one_title_are_told_apart_by_their_files(
    open_reader: Open, here: OpenText, library: Path, tmp_path: Path
) -> None:
    for ending in ("txt", "toml"):
        copy = (tmp_path / "texts" / f"first.{ending}").read_text(encoding="utf-8")
        (tmp_path / "texts" / f"copy.{ending}").write_text(copy, encoding="utf-8")
    with (tmp_path / "texts" / "copy.txt").open("a", encoding="utf-8") as file:
        file.write("\nIt was late.\n")
    add(library, [str(tmp_path / "texts")], "test", processes=0)
    async with open_reader(here, library=library) as stage:
        await stage.press("f2")
        seen = stage.seen()
        assert "The first text  copy.txt · 2019-05-02" in seen
        assert "The first text  first.txt · 2019-05-02" in seen
        assert "The second text  2021-01-30" in seen


async def test_all_that_a_voice_says_oldest_first(
    open_reader: Open, here: OpenText, library: Path
) -> None:
    async with open_reader(here, library=library) as stage:
        await stage.press("V")
        assert "Ann Lee: 4 in 4 texts" in stage.seen()
        await stage.type("reopen")
        await stage.press("enter")
        assert stage.title == "second.txt"
        assert stage.at.startswith("the mill would reopen")


def test_sayings_are_in_the_order_of_their_dates(here: OpenText, library: Path) -> None:
    session = Session([here], folder=library)
    (document,) = [one for one in session.kept.documents if one.name.endswith("first.txt")]  # type: ignore[union-attr]
    session.take_up(document)
    reading = session.texts[1].reading
    assert reading is not None
    voice = next(voice for voice in reading.voices if voice.name == "Ann Lee")
    found = sayings(session, reading, voice, lambda: False)
    assert [saying.reading.document.origin.date for saying in found] == [
        "2019-05-02", "2021-01-30", None,
    ]  # fmt: skip


async def test_what_was_found_is_narrowed(open_reader: Open, here: OpenText, library: Path) -> None:
    async with open_reader(here, library=library) as stage:
        await stage.press("f")
        assert "nothing to narrow" in stage.screen.status.notice
        await stage.press("s")
        await stage.ask("said")
        await stage.press("f5")
        seen = stage.seen()
        assert "Voices" in seen
        assert "4  Ann Lee" in seen
        await stage.type("2021")
        await stage.press("enter")
        assert stage.screen.panel.line.value == "said date:2021"
        assert "1 in the library" in str(stage.screen.panel.found.content)
        assert stage.title == "second.txt"


async def test_a_damaged_index_is_built_again_and_the_reader_goes_on(
    open_reader: Open, here: OpenText, library: Path
) -> None:
    for catalogue in (library / "index").glob("catalogue-*"):
        catalogue.write_bytes(b"nothing")
    async with open_reader(here, library=library) as stage:
        await stage.press("s")
        await stage.ask("lee")
        assert "3 in the library’s 3 other texts" in str(stage.screen.panel.found.content)
        assert any("built again" in notice for notice in stage.notices)


async def test_what_is_added_meanwhile_is_found_and_listed(
    open_reader: Open, here: OpenText, library: Path, tmp_path: Path
) -> None:
    async with open_reader(here, library=library) as stage:
        await stage.press("s")
        await stage.ask("weir")
        assert rows(stage) == []
        await stage.press("escape", "f2")
        assert "library: 3" in stage.seen()
        await stage.press("escape")
        (tmp_path / "late.txt").write_text("“The weir held,” said Ann Lee.\n", encoding="utf-8")
        add(library, [str(tmp_path / "late.txt")], "test", processes=0)
        await stage.press("f2")
        assert "library: 4" in stage.seen()
        assert "late.txt" in stage.seen()
        await stage.press("escape", "s")
        await stage.ask("weir held")
        assert "1 in the library’s 4 other texts" in str(stage.screen.panel.found.content)
        assert stage.title == "late.txt"


async def test_a_library_of_somebody_else_is_told_of(
    open_reader: Open, here: OpenText, library: Path
) -> None:
    library.chmod(0o777)
    async with open_reader(here, library=library) as stage:
        await stage.press("s")
        await stage.ask("lee")
        assert str(stage.screen.panel.found.content).startswith("1 paragraph in 1 text · ")
        assert str(library) in str(stage.screen.panel.found.content)
        assert "here.txt" in rows(stage)[0]


async def test_what_is_open_and_kept_is_counted_once(open_reader: Open, library: Path) -> None:
    text = OpenText(library.parent / "texts" / "first.txt")
    async with open_reader(text, library=library) as stage:
        await stage.press("s")
        await stage.ask("lee")
        found = str(stage.screen.panel.found.content)
        assert found.startswith("1 paragraph in 1 text · 2 in the library’s 2 other texts")
        await stage.press("f5")
        assert " 3  Ann Lee" in stage.seen()


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("Ann Lee", VoiceKind.PERSON, True),
        ("The Harbour News", VoiceKind.ORGANIZATION, True),
        ("Amnesty International", None, True),
        ("the fire chief", VoiceKind.PERSON, False),
        ("Their report", VoiceKind.DOCUMENT, False),
        ("a source", VoiceKind.ANONYMOUS, False),
        ("Police", VoiceKind.GROUP, False),
        ("the narrator", VoiceKind.PERSON, False),
    ],
)
def test_who_can_be_known_elsewhere(name: str, kind: VoiceKind | None, named: bool) -> None:
    assert is_named(Voice(1, name, kind)) is named


async def test_who_is_only_described_is_not_gathered_from_elsewhere(
    open_reader: Open, tmp_path: Path
) -> None:
    texts = []
    for name in ("one", "other"):
        path = tmp_path / f"{name}.txt"
        path.write_text("“The road is shut,” said the fire chief.\n", encoding="utf-8")
        texts.append(OpenText(path))
    async with open_reader(*texts) as stage:
        await stage.press("s", "escape")
        await stage.press("V")
        assert "the fire chief: 1 in 1 text, having no name" in stage.seen()


@pytest.mark.parametrize("width", [58, 80, 120])
async def test_the_summary_of_a_search_is_not_cut(
    open_reader: Open, here: OpenText, library: Path, width: int
) -> None:
    async with open_reader(here, library=library, size=(width, 30)) as stage:
        await stage.press("s")
        await stage.ask("said")
        told = str(stage.screen.panel.found.content)
        assert told.startswith("1 paragraph in 1 text · 4 in the library’s 3 other texts")
        assert len(told) <= stage.screen.panel.found.size.width
        assert "enter go" in stage.seen() or width == 58
