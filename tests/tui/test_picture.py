"""`quoth picture`: where it draws, and what it never writes over."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.tui.test_cli import ARTICLE, said
from tui.cli import main


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_without_a_name_it_is_printed(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["picture", str(article)]) == 0
    assert capsys.readouterr().out.startswith("<svg ")
    assert main(["picture", str(article), "--format", "html", "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "begins"), [("a.svg", "<svg "), ("a.HTML", "<!DOCTYPE html>"), ("b c.svg", "<svg ")]
)
def test_the_ending_decides(
    name: str, begins: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = article.parent / name
    assert main(["picture", str(article), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith(begins)
    assert capsys.readouterr() == ("", "")
    assert sorted(path.name for path in article.parent.iterdir()) == sorted(["bridge.txt", name])


def test_a_text_without_quotations_is_drawn_and_told_by_the_status(article: Path) -> None:
    article.write_text("Nothing happened that day.\n")
    out = article.parent / "a.svg"
    assert main(["picture", str(article), "-o", str(out)]) == 1
    assert "No quotations" in out.read_text()


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert main(["picture", "-"]) == 0
    assert "Mara Lindqvist" in capsys.readouterr().out


def test_an_earlier_picture_is_drawn_anew(article: Path) -> None:
    out = article.parent / "a.svg"
    assert main(["picture", str(article), "-o", str(out)]) == 0
    first = out.read_text()
    article.write_text("“Go,” said Tom Arrow.\n", encoding="utf-8")
    assert main(["picture", str(article), "-o", str(out)]) == 0
    assert "Tom Arrow" in out.read_text() != first
    assert main(["picture", str(article), "--format", "html", "-o", str(out)]) == 0
    assert out.read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "theirs", ["", "<svg></svg>", "<!DOCTYPE html>\n<html lang='en'></html>", "words"]
)
def test_any_other_file_stays(
    theirs: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = article.parent / "theirs.svg"
    out.write_text(theirs)
    assert main(["picture", str(article), "-o", str(out)]) == 2
    assert "there already" in said(capsys)
    assert out.read_text() == theirs


@pytest.mark.parametrize("way", ["itself", "link", "hard link", "other path"])
def test_the_text_itself_is_never_written_over(
    way: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = article.parent / "out.svg"
    if way == "link":
        out.symlink_to(article)
    elif way == "hard link":
        os.link(article, out)
    elif way == "other path":
        out = article.parent / ".." / article.parent.name / article.name
    else:
        out = article
    assert main(["picture", str(article), "-o", str(out), "--format", "svg"]) == 2
    assert "the text itself" in said(capsys)
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_a_picture_of_a_picture_is_not_drawn_over_it(article: Path) -> None:
    """A picture is a file that is read, too: a page is HTML."""
    page = article.parent / "a.html"
    assert main(["picture", str(article), "-o", str(page)]) == 0
    drawn = page.read_bytes()
    assert main(["picture", str(page), "-o", str(page)]) == 2
    assert page.read_bytes() == drawn


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("a.png", ".svg or .html"),
        ("a", ".svg or .html"),
        ("none/a.svg", "cannot be written"),
        ("folder.svg", "nothing can be drawn there"),
    ],
)
def test_mistakes(out: str, words: str, article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article.parent / "folder.svg").mkdir()
    before = sorted(article.parent.iterdir())
    assert main(["picture", str(article), "-o", str(article.parent / out)]) == 2
    assert words in said(capsys)
    assert sorted(article.parent.iterdir()) == before


def test_what_is_no_file_is_not_waited_for(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = article.parent / "pipe.svg"
    os.mkfifo(pipe)
    assert main(["picture", str(article), "-o", str(pipe)]) == 2
    assert "no file" in said(capsys)


def test_a_folder_has_no_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["picture", str(tmp_path)]) == 2
    assert "folder" in said(capsys)


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["picture", str(tmp_path / "no.txt"), "-o", str(tmp_path / "a.svg")]) == 2
    assert "no such file" in said(capsys)
    assert not list(tmp_path.iterdir())


def test_a_picture_that_cannot_be_finished_leaves_the_earlier_one(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = article.parent / "a.svg"
    assert main(["picture", str(article), "-o", str(out)]) == 0
    before = out.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["picture", str(article), "-o", str(out)]) == 2
    assert "No space left" in said(capsys)
    assert out.read_bytes() == before
    assert len(list(article.parent.iterdir())) == 2


def test_a_picture_may_be_read_by_whom_any_new_file_may(article: Path) -> None:
    out, other = article.parent / "a.svg", article.parent / "other"
    other.touch()
    assert main(["picture", str(article), "-o", str(out)]) == 0
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
