"""The palette finds texts and voices too, a few at a time, and shows their names as they are."""

from __future__ import annotations

from pathlib import Path

from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from index.kept.adding import add
from tests.tui.conftest import Open, Stage
from tests.tui.made import article, reading
from texts.loading import read_text
from tui.palette import TextsAndVoices
from tui.session import OpenText


async def offered(stage: Stage, words: str = "") -> list[str]:
    """What the palette offers for words, when it has all of it."""
    palette = stage.app.screen
    assert isinstance(palette, CommandPalette)
    palette.query_one(Input).value = words
    await stage.settle()
    options = palette.query_one(OptionList).options
    return [str(option.prompt).partition("\n")[0] for option in options]


async def test_before_anything_is_typed_a_few_of_each_sort_are_offered(open_reader: Open) -> None:
    other = OpenText(None, read_text("mill.txt", b"The mill stands."))
    async with open_reader(OpenText(None, article(), reading()), other) as stage:
        await stage.press("ctrl+p")
        seen = await offered(stage)
        assert {"Mara Lindqvist", "Tom Arrow", "the city", "mill.txt"} <= set(seen)
        assert "bridge.txt" not in seen


async def test_a_voice_is_gone_to(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("ctrl+p")
        assert (await offered(stage, "arrow"))[0] == "Tom Arrow"
        await stage.press("enter")
        assert stage.at.startswith("“Who will")


async def test_a_text_that_is_open_is_gone_to_by_a_hostile_name(open_reader: Open) -> None:
    other = OpenText(None, read_text("[@click=app.quit]zeal [sic].txt", b"The mill stands."))
    async with open_reader(OpenText(None, article(), reading()), other) as stage:
        await stage.press("ctrl+p")
        assert "[@click=app.quit]zeal [sic].txt" in await offered(stage, "zeal")
        await stage.press("enter")
        assert stage.screen.session.current == 1
        await stage.press("ctrl+o")
        assert stage.screen.session.current == 0


async def test_a_text_of_the_library_is_gone_to(
    open_reader: Open, files: Path, library: Path
) -> None:
    add(library, [str(files)], "test", processes=0)
    async with open_reader(library=library) as stage:
        kept = stage.screen.kept_documents()
        await stage.press("ctrl+p")
        assert len(kept) == 3
        name = kept[1].title or kept[1].name
        assert await offered(stage, name)
        await stage.press("enter")
        assert stage.screen.document.digest in {document.digest for document in kept}


async def test_of_thousands_few_are_offered(open_reader: Open) -> None:
    many = [OpenText(None, read_text(f"zeta {at}.txt", b"A mill.")) for at in range(3_000)]
    async with open_reader(OpenText(None, article(), reading()), *many) as stage:
        provider = TextsAndVoices(stage.screen)
        assert len([hit async for hit in provider.search("zeta")]) == 20
        assert len([hit async for hit in provider.discover()]) < 20
        assert [str(hit.text) async for hit in provider.search("zeta 2999")] == ["zeta 2999.txt"]
