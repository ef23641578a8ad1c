"""Files made to hurt who opens them: one sentence each, in bounded time, and the others are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.data.articles import feature
from tests.data.hostile_files import HOSTILE, good, make_special, truncated, wrong_endings
from tests.data.writing import WRITERS
from texts.errors import Damaged, NotFound, NotText, TextsError, TooMuch
from texts.loading import Limits, Loader, paths_of
from tui.cli import main

BOMB = 80
"""Megabytes: more than any part of a file may have, and soon made."""

CALM = {"billion laughs.html", "unended tag.html", "nested facts.html", "endless header.eml"}
"""What is hostile to others: here it is text, and nothing more."""

SAID = {
    "zip bomb.docx": (TooMuch, "unpacks to more than is safely read"),
    "lying zip bomb.docx": (Damaged, "cannot be unpacked"),
    "bomb of chapters.epub": (TooMuch, "unpacks to more"),
    "billion laughs.docx": (Damaged, "declares a document type"),
    "external entity.docx": (Damaged, "declares a document type"),
    "nested elements.docx": (TooMuch, "nested too deeply"),
    "one long line.html": (TooMuch, "larger than 10 MB"),
    "nested tags.html": (TooMuch, "nested too deeply"),
    "unended marks.html": (Damaged, "its tags cannot be made out"),
    "unended comments.html": (TooMuch, "took more than 2 seconds"),
    "nested groups.rtf": (TooMuch, "nested too deeply"),
    "nested parts.eml": (TooMuch, "nested too deeply"),
    "stream bomb.pdf": (TextsError, "."),
    "text bomb.pdf": (TextsError, "."),
    "cyclic pages.pdf": (Damaged, "none of its pages can be read"),
    "a million pages.pdf": (TooMuch, "more than 10,000 pages"),
    "gzip bomb.txt.gz": (TooMuch, "more than 64 MB"),
    "\x1b]0;owned\x07\nname \u202e.docx": (Damaged, "␛]0;owned␇␊name �.docx is damaged"),
}


@pytest.fixture(scope="module")
def loader() -> Iterator[Loader]:
    with Loader(Limits(seconds=30, cpu_seconds=2)) as loader:
        yield loader


def test_every_hostile_file_is_accounted_for() -> None:
    assert set(SAID) | CALM == set(HOSTILE)


@pytest.mark.parametrize("name", SAID)
def test_one_sentence(name: str, tmp_path: Path, loader: Loader) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name](BOMB))
    kind, said = SAID[name]
    with pytest.raises(kind, match=said) as error:
        loader.load(path)
    assert str(error.value).isprintable()


@pytest.mark.parametrize("name", CALM)
def test_what_is_only_odd_is_read(name: str, tmp_path: Path, loader: Loader) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name](BOMB))
    assert "o" in loader.load(path).text


@pytest.mark.parametrize(("name", "data"), list(truncated()))
def test_half_a_file(name: str, data: bytes, tmp_path: Path, loader: Loader) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Damaged, match=r"not whole|no whole"):
        loader.load(tmp_path / name)


@pytest.mark.parametrize("suffix", [".html", ".xhtml", ".eml"])
def test_half_a_file_of_which_half_can_be_read(suffix: str, tmp_path: Path, loader: Loader) -> None:
    whole, half = WRITERS[suffix](feature()), tmp_path / f"half{suffix}"
    half.write_bytes(whole)
    assert "cut off" not in (loader.load(half).left_out or "")
    half.write_bytes(whole[: int(len(whole) * 0.6)])
    assert "seems to be cut off" in (loader.load(half).left_out or "")


@pytest.mark.parametrize(("name", "data"), list(wrong_endings()))
def test_a_wrong_ending(name: str, data: bytes, tmp_path: Path, loader: Loader) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises((NotText, Damaged), match=r" is no |not plain text") as error:
        loader.load(tmp_path / name)
    assert name in str(error.value)


def test_what_is_no_file(tmp_path: Path, loader: Loader) -> None:
    for path in make_special(tmp_path):
        with pytest.raises((NotText, NotFound)) as error:
            loader.load(path)
        assert str(error.value).isprintable()


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.docx"
    outside.write_bytes(good())
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "in.docx").write_bytes(good())
    (folder / "out.docx").symlink_to(outside)
    (folder / "all").symlink_to(tmp_path)
    assert [path.name for path in paths_of(str(folder))] == ["in.docx"]


def test_the_rest_of_a_folder_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], quick: Callable[[], dict[str, bytes]]
) -> None:
    files = quick()
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    make_special(tmp_path)
    (tmp_path / "z good.docx").write_bytes(good())
    assert main(["quotes", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert shown.out.count("z good.docx") > 20
    lines = shown.err.splitlines()
    assert all(line.startswith("quoth: ") and line.isprintable() for line in lines)
    assert len(lines) >= len(files) + 2
    for name in files:
        assert sum(name in line for line in lines) >= name.isprintable()


@pytest.fixture
def quick() -> Callable[[], dict[str, bytes]]:
    """Those that are soon made and soon told."""
    named = ("billion laughs.docx", "nested groups.rtf", "cyclic pages.pdf", "nested parts.eml")
    return lambda: {
        **{name: HOSTILE[name](BOMB) for name in (*named, list(HOSTILE)[-1])},
        **dict(truncated()),
        **dict(wrong_endings()),
    }
