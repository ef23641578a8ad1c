"""Files of every format in the reader and without it: opened, left out, told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.data.articles import feature, release
from tests.data.hostile_files import HOSTILE
from tests.data.writing import WRITERS
from tests.tui.conftest import Open
from texts.errors import Damaged, TextsError, TooMuch
from texts.loading import Limits, paths_of
from tui import choosing
from tui.cli import main
from tui.session import OpenText


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of four formats, the first file of which is damaged."""
    for name, suffix in [("b", ".docx"), ("c", ".html"), ("d", ".mbox")]:
        (tmp_path / f"{name}{suffix}").write_bytes(WRITERS[suffix](feature()))
    (tmp_path / "a.epub").write_bytes(b"PK\x03\x04")
    return tmp_path


def test_quotes_of_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(folder)]) == 2
    shown = capsys.readouterr()
    names = {json.loads(line)["document"] for line in shown.out.splitlines()}
    assert names == {str(folder / name) for name in ("b.docx", "c.html", "d.mbox/1")}
    told = shown.err.splitlines()
    assert [line.partition(f"{folder}/")[2] for line in told] == [
        "a.epub is damaged: its archive is not whole.",
        "d.mbox/1: 1 attachment left out: well.png",
    ]


def test_offsets_count_what_text_prints(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(folder / "b.docx")
    assert main(["text", path]) == 0
    text = capsys.readouterr().out
    assert main(["quotes", path]) == 0
    for line in capsys.readouterr().out.splitlines():
        quotation = json.loads(line)
        assert text[slice(*quotation["spans"][0])] in quotation["text"]


def test_a_mailbox_asks_which_message(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(folder / "d.mbox")]) == 2
    assert "a mailbox of 2 messages; name one, as" in capsys.readouterr().err
    assert main(["text", str(folder / "d.mbox" / "2")]) == 0


async def test_the_reader_shows_a_message(open_reader: Open, folder: Path) -> None:
    texts = [OpenText(path) for path in paths_of(str(folder)) if path.suffix != ".epub"]
    async with open_reader(*texts) as stage:
        assert stage.screen.document.format == "Word document"
        await stage.press("f2", "down", "down", "enter")
        assert stage.screen.document.name == str(folder / "d.mbox" / "1")
        assert stage.screen.status.notice == "1 attachment left out: well.png"
        await stage.press("]")
        assert stage.screen.current_quotation is not None


async def test_a_damaged_file_costs_a_notice(open_reader: Open, folder: Path) -> None:
    async with open_reader(OpenText(folder / "b.docx"), OpenText(folder / "a.epub")) as stage:
        await stage.press("f2", "down", "enter")
        assert stage.screen.document.format == "Word document"
        (notice,) = stage.notices
        assert "a.epub is damaged" in notice


def test_the_reader_does_not_wait_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.session.PATIENCE", Limits(cpu_seconds=1))
    path = tmp_path / "unended comments.html"
    path.write_bytes(HOSTILE[path.name](0))
    with pytest.raises(TooMuch, match="more than 1 seconds of computing"):
        OpenText(path).loaded()


def test_a_folder_begins_with_the_first_that_can_be_read(folder: Path) -> None:
    texts = choosing.given([str(folder)], None).texts
    number, problem = choosing.first_readable(texts, among_files=True)
    assert texts[number].path == folder / "b.docx"
    assert problem is not None
    assert "a.epub is damaged" in problem
    with pytest.raises(Damaged):
        choosing.first_readable(
            choosing.given([str(folder / "a.epub")], None).texts, among_files=False
        )


def test_a_folder_of_files_that_cannot_be_read_starts_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.odt").write_bytes(WRITERS[".odt"](release())[:300])
    started: list[object] = []
    start_process = subprocess.Popen

    def counted(*words: Any, **settings: Any) -> subprocess.Popen[bytes]:
        started.append(words)
        return start_process(*words, **settings)

    monkeypatch.setattr("texts.loading.worker.subprocess.Popen", counted)
    with pytest.raises(Damaged, match=r"0\.odt"):
        choosing.first_readable(choosing.given([str(tmp_path)], None).texts, among_files=True)
    assert len(started) == 1


def test_a_folder_of_which_nothing_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(WRITERS[".odt"](release())[:300])
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(TextsError, match=r"a\.odt"):
        choosing.first_readable(choosing.given([str(tmp_path)], None).texts, among_files=True)
