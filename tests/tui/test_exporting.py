"""Exporting what is listed: the right list, to a file that is asked for, and nothing written over."""

from __future__ import annotations

import csv
import json
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from index.kept.adding import add
from tests.index.kept.made import articles
from tests.tui.conftest import Open, Stage
from tests.tui.made import reading
from texts.attribution import attribute
from texts.export import FORMATS
from texts.loading import load
from texts.samples import sample_path
from tui.commands import COMMANDS, KeyMap
from tui.commands.keymap import remapped
from tui.errors import UserError
from tui.exporting import ENDINGS, format_of, of_found, of_reading, of_sayings, target_of, write
from tui.screens.concordance import ConcordanceList
from tui.screens.export_box import ExportBox
from tui.session import OpenText


@pytest.mark.parametrize("form", FORMATS)
def test_the_quotations_of_a_text_are_those_of_the_command_line(form: str) -> None:
    made = attribute(load(sample_path()))
    listing = of_reading(made)
    export = FORMATS[form]
    assert "".join(listing.pieces(form)) == export.opening() + "".join(export.pieces(made))
    assert listing.what == f"{len(made.quotations)} quotations of this text"
    assert listing.stem == "amnesty-iran-impunity-quotations"


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("impunity", "found-impunity"),
        ('voice:"agnes callamard" ../../x', "found-voice-agnes-callamard-x"),
        ("\x1b]0;a\x07 /etc/passwd", "found-0-a-etc-passwd"),
        ("…", "found"),
        ("Ünï 日本", "found-ünï-日本"),
        ("long " * 50, "found-" + "long-" * 10 + "long"),
    ],
)
def test_no_words_make_a_path(line: str, stem: str) -> None:
    assert of_found(line, [], KeyMap(COMMANDS)).stem == stem
    assert "/" not in of_sayings(line, []).stem


def test_the_way_to_the_other_list_is_told_by_the_keys_of_this_reader() -> None:
    keymap = KeyMap(remapped(COMMANDS, {"export": ("X",), "step_back": ("f8",)}))
    assert "(F8), X writes" in of_found("impunity", [], keymap).instead


def test_a_name_chooses_the_form() -> None:
    assert [format_of(f"a{ending}") for ending in ENDINGS] == ["csv", "jsonl", "markdown"]
    assert format_of(" a.CSV ") == "csv"
    assert format_of("a.txt") is format_of("csv") is format_of("") is None


def test_where_a_name_leads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "folder.csv").mkdir()
    text = tmp_path / "text.md"
    text.write_text("x", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(text)
    assert target_of(" a.csv", []) == tmp_path / "a.csv"
    assert target_of("~/a.md", []) == tmp_path / "home" / "a.md"
    assert target_of("other.md", [text]) == tmp_path / "other.md"
    assert target_of("~nobody-is-called-so.csv", []).parent == tmp_path
    assert target_of(f"{'long' * 100}.csv", []).parent == tmp_path
    for typed, words in {
        "a.txt": "end the name",
        "": "end the name",
        "no/a.csv": "is not there",
        "folder.csv": "is a folder",
        "text.md": "is a text that is open",
        "link.md": "is a text that is open",
        "~nobody-is-called-so/a.csv": "is not there",
        f"{'long' * 2_000}/a.csv": "is not there",
    }.items():
        with pytest.raises(UserError, match=words):
            target_of(typed, [tmp_path / "gone.txt", text])


def failing() -> Iterator[str]:
    """Half of an export, and then a full disk."""
    yield "half\n"
    raise OSError(28, "No space left on device")


def test_nothing_is_written_over_unless_that_was_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write(path, ["one\n", "two €\n"], over=False)
    assert path.read_bytes() == "one\ntwo €\n".encode()
    with pytest.raises(FileExistsError):
        write(path, ["other\n"], over=False)
    assert path.read_text(encoding="utf-8").startswith("one")
    if sys.platform != "win32":
        path.chmod(0o640)
    write(path, ["other\n"], over=True)
    assert path.read_text(encoding="utf-8") == "other\n"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("over", [False, True])
def test_what_fails_half_way_leaves_what_was(in_a_folder: Path, *, over: bool) -> None:
    path = in_a_folder / "a.csv"
    if over:
        path.write_text("before", encoding="utf-8")
    with pytest.raises(OSError, match="No space"):
        write(
            path, (piece for part in (lambda: ["half\n"], failing) for piece in part()), over=over
        )
    assert [each.name for each in in_a_folder.iterdir()] == ["a.csv"] * over
    assert not over or path.read_text(encoding="utf-8") == "before"


def box(stage: Stage) -> ExportBox:
    """The box over the text."""
    shown = stage.app.screen
    assert isinstance(shown, ExportBox)
    return shown


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder is one to write in."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


async def test_the_quotations_of_the_text_are_written(open_reader: Open, in_a_folder: Path) -> None:
    async with open_reader() as stage:
        await stage.press("x")
        assert box(stage).line.value == "bridge-quotations.csv"
        assert "5 quotations of this text" in stage.seen()
        assert str(in_a_folder.parent) in str(box(stage).told.content)
        await stage.press("tab")
        assert box(stage).line.value == "bridge-quotations.jsonl"
        assert "JSON Lines" in stage.seen()
        await stage.press("enter")
        path = in_a_folder / "bridge-quotations.jsonl"
        assert path.read_text(encoding="utf-8") == "".join(FORMATS["jsonl"].pieces(reading()))
        assert stage.notices == [f"wrote 5 quotations of this text to {path}."]


async def test_what_is_there_is_replaced_after_a_second_enter_only(
    open_reader: Open, in_a_folder: Path
) -> None:
    path = in_a_folder / "bridge-quotations.csv"
    path.write_text("mine", encoding="utf-8")
    async with open_reader() as stage:
        await stage.press("x", "enter")
        assert "is there already: enter again replaces it" in str(box(stage).told.content)
        await stage.press("x", "backspace", "enter")  # Another name in between asks anew.
        assert "is there already" in str(box(stage).told.content)
        await stage.press("escape")
        assert path.read_text(encoding="utf-8") == "mine"
        await stage.press("x", "enter", "enter")
        assert path.read_text(encoding="utf-8").startswith("document,paragraph")


async def test_a_wrong_name_is_told_in_the_box(open_reader: Open, in_a_folder: Path) -> None:
    async with open_reader() as stage:
        await stage.press("x")
        for typed, words in (("a.txt", "end the name with"), ("no/a.csv", "is not there")):
            box(stage).query_one(Input).value = typed
            await stage.press("enter")
            assert words in str(box(stage).told.content)
        await stage.press("escape")
        assert not list(in_a_folder.iterdir())


async def test_what_is_lit_as_found_is_written(open_reader: Open, in_a_folder: Path) -> None:
    async with open_reader() as stage:
        await stage.searchable()
        await stage.press("/")
        await stage.ask("voice:lindqvist")
        await stage.press("enter", "x")
        assert "2 paragraphs found by voice:lindqvist" in stage.seen()
        assert "x writes the quotations of the text" in stage.seen()
        await stage.press("enter")
        path = in_a_folder / "found-voice-lindqvist.csv"
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        assert [row["paragraph"] for row in rows] == ["3", "6"]
        assert rows[0]["voices"] == "Mara Lindqvist"
        await stage.press("escape", "x")
        assert "5 quotations of this text" in stage.seen()


async def test_what_is_found_in_all_texts_is_written_whole(
    open_reader: Open, tmp_path: Path, in_a_folder: Path, library: Path
) -> None:
    paths = articles(tmp_path / "files", 4)
    add(library, [str(path) for path in paths[1:]], "test", processes=0)
    async with open_reader(OpenText(paths[0]), OpenText(paths[1]), library=library) as stage:
        await stage.press("s")
        await stage.ask("tide")
        await stage.press("enter", "x", "tab", "enter")
        written = (in_a_folder / "found-tide.jsonl").read_text(encoding="utf-8")
        documents = [json.loads(line)["document"] for line in written.splitlines()]
        assert documents[:2] == [str(path) for path in paths[:2]]
        assert sorted(documents[2:]) == [str(path) for path in paths[2:]]


async def test_what_a_voice_says_is_written_as_it_is_narrowed(
    open_reader: Open, in_a_folder: Path
) -> None:
    async with open_reader() as stage:
        await stage.press("]", "]", "V")
        assert isinstance(stage.app.screen, ConcordanceList)
        await stage.type("year")
        await stage.press("ctrl+x")
        assert "1 quotation of Mara Lindqvist" in stage.seen()
        await stage.press("tab", "enter")
        written = (in_a_folder / "mara-lindqvist-quotations.jsonl").read_text(encoding="utf-8")
        (line,) = written.splitlines()
        assert json.loads(line)["text"] == "the work would take a year"


async def test_a_folder_that_cannot_be_written_to_is_told(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.exporting.write", refuse)
    async with open_reader() as stage:
        await stage.press("x", "enter")
        (notice,) = stage.notices
        assert notice.endswith("cannot be written: Permission denied.")
