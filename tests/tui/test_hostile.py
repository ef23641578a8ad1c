"""A text that means harm is shown whole wherever text can appear, and never obeyed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, OptionList

from tests.data import hostile_bytes
from tests.tui.conftest import Open, Stage
from tests.tui.terminal import heard
from texts.document import Document, Span
from texts.export.passages import folded
from texts.loading import read_text
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice, VoiceKind
from texts.samples import sample_path
from tui.layout import blocks
from tui.layout.wrapping import Lines, wrap
from tui.session import OpenText
from tui.widgets.reader_lines import Drawing

_ORDERS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no terminal may be sent: controls, line ends, bidirectional overrides, broken bytes."""

_UNDRAWN = "\u00ad"
"""The soft hyphen is the one character that is left out on purpose."""

_POINTER = "\x1b]22;default\x07"
"""The one order of this kind that Textual itself gives: the shape of the mouse pointer."""

_LINK = "[@click=app.quit]Press here[/]"


def assert_harmless(stage: Stage) -> None:
    """Nothing on the screen gives the terminal an order, or leads anywhere when it is clicked.

    The driver writes the words of the segments as they are, and between them only colours.
    """
    for line in stage.app.screen._compositor.render_strips():
        for segment in line:
            assert not _ORDERS.search(segment.text), segment.text
            if segment.style is not None:
                assert segment.style.link is None
                assert "@click" not in segment.style.meta


def assert_shows(stage: Stage, *expected: str) -> None:
    """Each of `expected` stands on the screen, to the letter."""
    seen = stage.seen()
    for words in expected:
        assert words in seen, words
    assert_harmless(stage)
    assert stage.app.is_running


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The hostile text as a file, without its very long line."""
    path = tmp_path / "hostile.txt"
    path.write_bytes(hostile_bytes(long_line=False))
    return path


async def searchable(stage: Stage) -> None:
    """Wait until words of the text can be found."""
    while stage.screen.document.name not in stage.screen.session.library.documents:
        await stage.pilot.pause(0.01)
    await stage.settle()


# The text itself.


@pytest.mark.parametrize("width", [40, 58, 80, 160])
async def test_every_character_is_drawn(open_reader: Open, hostile: Path, width: int) -> None:
    async with open_reader(OpenText(hostile), size=(width, 200)) as stage:
        text, drawn = stage.screen.document.text, characters_of(stage)
        for paragraph in stage.screen.document.paragraphs:
            for offset in range(paragraph.span.start, paragraph.span.end):
                if not text[offset].isspace() and text[offset] != _UNDRAWN:
                    assert drawn.get(offset) == text[offset], (offset, text[offset])
        assert_shows(stage, "[sic]", "[/]", "[@click=app.quit]Press", r"\[escaped]", "[[double]]")


def characters_of(stage: Stage) -> dict[int, str]:
    """What the reading pane draws for each offset of the text, on all its rows."""
    view = stage.screen.view
    assert view.virtual_size.height <= view.size.height
    found: dict[int, str] = {}
    for row in range(view.size.height):
        for segment in view.render_line(row):
            if segment.style is not None and "offset" in segment.style.meta:
                at, _ = segment.style.meta["offset"]
                found |= dict(enumerate(segment.text, at))
    return found


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (58, 20), (20, 5)])
async def test_travel_through_it(open_reader: Open, hostile: Path, size: tuple[int, int]) -> None:
    async with open_reader(OpenText(hostile), size=size) as stage:
        for keys in (["]", "]", "enter"], ["*", "y"], ["w", "enter", "a"], ["G", "space", "b"]):
            await stage.press(*keys)
            assert_harmless(stage)
        assert not _ORDERS.search(stage.app.clipboard.replace("\n", ""))


async def test_what_is_copied_is_what_is_written(open_reader: Open, hostile: Path) -> None:
    async with open_reader(OpenText(hostile)) as stage:
        await stage.press("]", "y")
        assert stage.app.clipboard.startswith("“Close the gate [sic] at [/] once,”")
        await stage.press("g", "y")
        assert stage.app.clipboard.startswith("Hostile [b]words[/b] [sic]\n— ")


async def test_a_heading_in_the_title_line(open_reader: Open, hostile: Path) -> None:
    async with open_reader(OpenText(hostile)) as stage:
        await stage.press("]")
        assert_shows(stage, "hostile.txt  ›  Hostile [b]words[/b] [sic] ")


# Finding words in it.


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("press here", _LINK),
        ("escaped double", r"[link=file:///etc/passwd]x[/link] \[escaped] [[double]] [on red]"),
        ("owned colour", "title ␛]0;owned␇, colour ␛[31mred␛[0m"),
        ("money anyone", "“The money was �paid� to �no one� by �anyone�,”"),
        ("tab two tabs", "One tab,  two tabs."),
        ("vertical form", "First second third, vertical␋tab, form␌feed"),
    ],
)
async def test_what_is_found(open_reader: Open, hostile: Path, query: str, row: str) -> None:
    async with open_reader(OpenText(hostile), size=(160, 45)) as stage:
        await searchable(stage)
        await stage.press("/")
        await stage.ask(query)
        rows = stage.screen.panel.rows
        assert rows.option_count == 1
        assert rows.virtual_size.height == 1
        top = rows.region.y
        assert row in stage.seen().splitlines()[top]
        assert_harmless(stage)


@pytest.mark.parametrize(
    "query", ["[sic]:x", "voice:[/", "[@click=app.quit]x[/]:y", '"[b]unclosed']
)
async def test_a_mistaken_query(open_reader: Open, hostile: Path, query: str) -> None:
    async with open_reader(OpenText(hostile), size=(160, 45)) as stage:
        await searchable(stage)
        await stage.press("/")
        await stage.ask(query)
        assert_shows(stage, query)


async def test_a_query_that_is_pasted(open_reader: Open) -> None:
    pasted = "\x1b]0;owned\x07\x9b31mred \u202egnol \x00[/]:x\nrest"
    async with open_reader(size=(160, 45)) as stage:
        for key, shown in (("/", True), ("v", False), ("?", False)):
            await stage.press(key)
            box = stage.app.screen.query_one(Input)
            stage.app.post_message(events.Paste(pasted))
            await stage.settle()
            assert_harmless(stage)
            assert "owned" in box.value
            assert shown is stage.screen.panel.is_open
            await stage.press("escape")


# Names: of voices, files and titles.

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
        chain = f"chain the author › {_NAMES[0]} › {name}"
        for shown in (f"source “{name}”", f"cue “said {name}”", "because [made]", chain):
            assert shown in pane
        assert_shows(stage, f"❝ {name}", f"“{name}”")
        await stage.press("enter", "enter")
        assert_shows(stage, f"{name} is introduced here")
        await stage.press("ctrl+o", "y")
        assert f"— {name}, via {_NAMES[0]} (inferred" in stage.app.clipboard


async def test_voices_called_by_markup_in_the_list(open_reader: Open) -> None:
    async with open_reader(named(), size=(160, 45)) as stage:
        await stage.press("v")
        assert_shows(stage, *(f"1  ❝ {name}" for name in _NAMES), f"also {_NAMES[0]} [sic]")
        await stage.type("acting")
        assert_shows(stage, f"1  ❝ {_NAMES[0]}")
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
        await stage.press("]", "y")
        assert stage.app.clipboard.endswith(f"{_NAME_SHOWN}, ¶ 1")
        await stage.press("1")
        assert_shows(stage, f"1  {_NAME_SHOWN} ", f"2  gone {_NAME_SHOWN} ")
        await stage.press("down", "enter")
        (toast,) = stage.app._notifications
        assert f"gone {_NAME_SHOWN}: no such file" in toast.message
        assert_shows(stage, "[@click=app.quit]x[b]")


async def test_a_file_name_of_broken_bytes(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "broken \udcff.txt"
    try:
        path.write_text("Words.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses such names")
    async with open_reader(OpenText(path), OpenText(sample_path())) as stage:
        assert_shows(stage, "broken \\xff.txt")
        await stage.press("1")
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
        await stage.press("1")
        assert_shows(stage, f"1  {shown} ")
        await stage.press("escape", "y")
        assert f"“{shown}”, [b], " in stage.app.clipboard


async def test_the_palette_is_searched_not_obeyed(open_reader: Open) -> None:
    async with open_reader(named(), size=(120, 40)) as stage:
        await stage.press("ctrl+p")
        for query in ("[/]", "[sic]", "[@click=app.quit]x[/]", "next [b]"):
            stage.app.screen.query_one(Input).value = query
            await stage.settle()
            assert_shows(stage, query)
        stage.app.screen.query_one(Input).value = "next quotation"
        while not stage.app.screen.query_one(OptionList).option_count:
            await stage.pilot.pause(0.01)
        assert_shows(stage, "Next quotation")


# A real terminal.


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_what_a_terminal_is_sent(hostile: Path, tmp_path: Path) -> None:
    import termios

    screen, keyboard = os.openpty()
    termios.tcsetwinsize(keyboard, (100, 160))
    environment = os.environ | {"TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tui.cli", str(hostile)]
    with subprocess.Popen(  # noqa: S603
        command, stdin=keyboard, stdout=keyboard, stderr=keyboard, env=environment
    ) as reader:
        os.close(keyboard)
        try:
            sent = heard(screen, "␛[31mred␛[0m")
            os.write(screen, b"G[")
            sent += heard(screen, "quotation ")
            os.write(screen, b"q")
            sent += heard(screen, None)
            assert reader.wait(30) == 0
        finally:
            reader.kill()
    os.close(screen)
    sent = sent.replace(_POINTER, "")
    for shown in ("␛[31mred␛[0m", "␛]0;owned␇", "␛]8;;file:///etc/passwd", "[link=file:///etc"):
        assert shown in sent
    for order in ("\x1b]0;", "\x1b]8;", "\x1b]52;", "\x1b[31mred", "\x1b[c", "\x1bP+q", "\x07"):
        assert order not in sent
    assert not re.search("[\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", sent)


# A line of a million characters.


async def test_a_line_of_a_million_characters(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(hostile_bytes())
    laid_out: list[int] = []
    drawn: list[int] = []
    monkeypatch.setattr(blocks, "wrap", counting_long_wraps(laid_out))
    monkeypatch.setattr(Drawing, "_draw", counting(Drawing._draw, drawn))
    async with open_reader(OpenText(path), size=(100, 30)) as stage:
        await searchable(stage)
        for key in ["G", "pageup", "b", "k", "[", "]", "enter", "y", "v", "escape", "*", "ctrl+o"]:
            drawn.clear()
            laid_out.clear()
            await stage.press(key)
            assert len(drawn) <= 4 * 30, key
            assert len(laid_out) <= 1, key
            assert len(str(stage.screen.pane.words.content)) < 5_000, key
        await stage.press("/")
        await stage.ask("ono")
        assert stage.screen.panel.rows.option_count == 1
        assert stage.screen.searches_started <= 2
        await stage.press("enter", "n")
        assert stage.screen.status.notice.startswith("hit 1 of 1")
        assert_harmless(stage)


def counting(call: Callable[..., object], calls: list[int]) -> Callable[..., object]:
    def counted(*arguments: object) -> object:
        calls.append(1)
        return call(*arguments)

    return counted


def counting_long_wraps(calls: list[int]) -> Callable[[str, int, int, int], Lines]:
    def counted(text: str, width: int, start: int, end: int) -> Lines:
        if end - start > 1_000_000:
            calls.append(1)
        return wrap(text, width, start, end)

    return counted
