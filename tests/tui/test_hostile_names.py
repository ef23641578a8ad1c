"""A name that means harm, of a voice, a file or a title, is shown to the letter, and never obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from tests.tui.conftest import Open
from tests.tui.harmless import assert_harmless, assert_shows
from texts.document import Document, Span
from texts.export.passages import folded
from texts.loading import read_text
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice, VoiceKind
from texts.samples import sample_path
from tui.session import OpenText

_NAMES = (
    "The [acting] minister",
    "[/]",
    "[@click=app.quit]Ada[/]",
    "[bold red]Staff[/bold red]",
    "[$primary]Ops",
)


def named() -> OpenText:
    """A text whose voices are called by markup, each quoted through the first of them."""
    lines = [f"“I said so,” said {name}." for name in _NAMES]
    document = read_text("named.txt", "\n\n".join(["It began.", *lines]).encode())
    voices = [AUTHOR]
    quotations = []
    for number, (name, paragraph) in enumerate(
        zip(_NAMES, document.paragraphs[1:], strict=True), 1
    ):
        source = span_of(name, document)
        voices.append(Voice(number, name, VoiceKind.PERSON, (f"{name} [sic]",), source, 1))
        quotations.append(
            Quotation(
                paragraph=paragraph.number,
                spans=(Span(paragraph.span.start, paragraph.span.start + len("“I said so,”")),),
                mode=Mode.DIRECT,
                voice=number,
                certainty=Certainty.INFERRED,
                evidence=Evidence("[made]", 1, source, runner_up=1),
                source=source,
                cue=span_of(f"said {name}", document),
                chain=(0, 1, number),
            )
        )
    reading = Reading(document, tuple(voices), tuple(quotations), covers=len(document.paragraphs))
    return OpenText(None, document, reading)


def span_of(words: str, document: Document) -> Span:
    start = document.text.rindex(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize("number", [1, 2, 3])
async def test_a_voice_called_by_markup(open_reader: Open, number: int) -> None:
    name = _NAMES[number - 1]
    async with open_reader(named(), size=(160, 45)) as stage:
        await stage.press(*"]" * number)
        pane = folded(str(stage.screen.pane.words.content))
        chain = f"chain │ the author └ ❝ {_NAMES[0]} └ ❝ {name}"
        for shown in (f"source “{name}”", f"cue “said {name}”", "because [made]", chain):
            assert shown in pane
        assert_shows(stage, f"❝ {name}", f"“{name}”")
        await stage.press("enter", "enter")
        assert_shows(stage, f"{name} is introduced here")
        await stage.press("ctrl+o", "y", "c")
        assert f"— {name}, via {_NAMES[0]} (inferred" in stage.app.clipboard


async def test_voices_called_by_markup_in_the_list(open_reader: Open) -> None:
    async with open_reader(named(), size=(160, 45)) as stage:
        await stage.press("v")
        assert_shows(stage, *(f"❝ {name}" for name in _NAMES))
        await stage.type("acting")
        assert_shows(stage, f"❝ {_NAMES[0]}", f"also {_NAMES[0]} [sic]")
        await stage.press("enter")
        assert stage.at.startswith("“I said so,” said The [acting]")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (160, ("The [acting] minister ❝~", "[/] ❝~", "[@click=app.quit]Ada… ❝~", "[$primary]Ops ❝~")),
        (120, ("[acting]… ❝~", "[/] ❝~", "[@click=ap… ❝~", "[$primary]… ❝~")),
    ],
)  # fmt: skip
async def test_voices_called_by_markup_in_the_margin(
    open_reader: Open, width: int, shown: tuple[str, ...]
) -> None:
    async with open_reader(named(), size=(width, 45)) as stage:
        margins = [line[: width // 5] for line in stage.seen().splitlines()]
        for name in shown:
            assert any(name in margin for margin in margins), (name, margins)
        assert_harmless(stage)


async def test_voices_called_by_markup_in_one_line(open_reader: Open) -> None:
    async with open_reader(named(), size=(58, 20)) as stage:
        for name in _NAMES:
            await stage.press("]")
            line = stage.seen().splitlines()[stage.screen.one_line.region.y]
            assert line.startswith(f" ❝ {name} · said directly · inferred")
            assert_harmless(stage)


_NAME = "[sic] [@click=app.quit]x[b] \x1b[31m\x07\u202e\u2028.txt"
_NAME_SHOWN = "[sic] [@click=app.quit]x[b] ␛[31m␇��.txt"


async def test_a_file_called_by_markup(open_reader: Open, tmp_path: Path) -> None:
    path, gone = tmp_path / _NAME, tmp_path / f"gone {_NAME}"
    path.write_text("“Yes,” said Ada Quill.\n", encoding="utf-8")
    async with open_reader(OpenText(path), OpenText(gone), size=(160, 45)) as stage:
        assert_shows(stage, f" {_NAME_SHOWN} ")
        await stage.press("]", "y", "c")
        assert f"{_NAME_SHOWN}, ¶ 1\n" in stage.app.clipboard
        await stage.press("f2")
        assert_shows(stage, f"1  {_NAME_SHOWN} ", f"2  gone {_NAME_SHOWN} ")
        await stage.press("down", "enter")
        notice = stage.notices[-1]
        assert f"gone {_NAME_SHOWN}: no such file" in notice
        assert_shows(stage, "[@click=app.quit]x[b]")


async def test_a_file_name_of_broken_bytes(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "broken \udcff.txt"
    try:
        path.write_text("Words.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    async with open_reader(OpenText(path), OpenText(sample_path())) as stage:
        assert_shows(stage, "broken \\xff.txt")
        await stage.press("f2")
        assert_shows(stage, "1  broken \\xff.txt")
        await stage.press("escape", "q")


async def test_a_title_made_of_markup(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "titled.txt"
    path.write_text("“Yes,” said Ada Quill.\n", encoding="utf-8")
    title = r"[sic] [/] [@click=app.quit]x[/] \u001b[31m\u0007\u202e\u2028\n\tend"
    path.with_suffix(".toml").write_text(f'title = "{title}"\nauthor = "[b]"\n', encoding="utf-8")
    async with open_reader(OpenText(path), size=(160, 45)) as stage:
        shown = "[sic] [/] [@click=app.quit]x[/] ␛[31m␇� end"
        assert_shows(stage, f" {shown} ")
        await stage.press("f2")
        assert_shows(stage, f"1  {shown} ")
        await stage.press("escape", "y", "c")
        assert f"“{shown}”, [b], " in stage.app.clipboard


async def test_the_palette_is_searched_not_obeyed(open_reader: Open) -> None:
    async with open_reader(named(), size=(120, 40)) as stage:
        await stage.press("ctrl+p")
        for query in ("[/]", "[sic]", "[@click=app.quit]x[/]", "next [b]"):
            stage.app.screen.query_one(Input).value = query
            await stage.settle()
            assert_shows(stage, query)
        stage.app.screen.query_one(Input).value = "next quotation"
        rows = stage.app.screen.query_one(OptionList)
        await stage.until(lambda: rows.option_count > 0)
        assert_shows(stage, "Next quotation")
