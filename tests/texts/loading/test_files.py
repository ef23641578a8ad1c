"""Each mistake with a file gives one clear sentence of its own kind."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from texts.document import Origin
from texts.errors import BadMetadata, NotAllowed, NoText, NotFound, NotText, TextsError, TooMuch
from texts.loading import files, load, load_stream, paths_of
from texts.loading.controls import harmless_path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("He said so.\n")
    return path


def sentence(error: TextsError) -> str:
    words = str(error)
    assert words.endswith(".") or "quoth -" in words
    assert "\n" not in words
    return words


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as error:
        load(tmp_path / "no.txt")
    assert "no such file" in sentence(error.value)


def test_a_file_taken_for_a_folder(text: Path) -> None:
    with pytest.raises(NotFound):
        load(text / "b.txt")


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_an_empty_file(text: Path, content: bytes) -> None:
    text.write_bytes(content)
    with pytest.raises(NoText) as error:
        load(text)
    assert "empty" in sentence(error.value)


def test_no_permission(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NotAllowed) as error:
        load(text)
    assert "permission" in sentence(error.value)


def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(NotText) as error:
        load(pipe)
    sentence(error.value)


def test_a_name_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(TextsError) as error:
        load(tmp_path / "a\x00b.txt")
    assert "\x00" not in sentence(error.value)


def test_too_large(text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 3)
    with pytest.raises(TooMuch, match="larger"):
        load(text)


def test_a_hostile_name_is_shown_harmless(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;owned\x07\nb.txt"
    path.write_text("He said so.")
    assert load(path).name.endswith("a␛]0;owned␇␊b.txt")


def test_standard_input() -> None:
    document = load_stream(io.BytesIO("“So,” he said.".encode()))
    assert (document.name, document.text) == ("-", "“So,” he said.")
    with pytest.raises(NoText):
        load_stream(io.BytesIO(b""))


def test_the_texts_of_a_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    home = tmp_path / "home"
    (home / "inner" / ".hidden").mkdir(parents=True)
    for name in ("b.TXT", "a.md", "c.xyz", ".d.txt", "inner/e.txt", "inner/.hidden/f.txt"):
        (home / name).write_text("x")
    (home / "out.txt").symlink_to(outside)
    (home / "in.txt").symlink_to(home / "a.md")
    (home / "round").symlink_to(home)
    found = [str(path.relative_to(home)) for path in paths_of(str(home))]
    assert found == ["a.md", "b.TXT", "in.txt", "inner/e.txt"]


def test_a_folder_without_texts(tmp_path: Path) -> None:
    with pytest.raises(NoText) as error:
        paths_of(str(tmp_path))
    assert "holds no texts" in sentence(error.value)


def test_the_origin_beside_a_text(text: Path) -> None:
    assert load(text).origin == Origin()
    beside = text.with_suffix(".toml")
    beside.write_text('title = "A  title\\u001b"\ndate = 2024-05-01\nother = 3\n')
    assert load(text).origin == Origin(title="A title␛", date="2024-05-01")


@pytest.mark.parametrize(
    "content",
    [b"title = ", b"title = 3", b"\xff\xfe", b"#" * 70_000, b"title = " + b"1" * 5_000],
)
def test_an_origin_that_cannot_be_used(text: Path, content: bytes) -> None:
    text.with_suffix(".toml").write_bytes(content)
    with pytest.raises(BadMetadata) as error:
        load(text)
    assert "a.toml" in sentence(error.value)


def test_a_named_pipe_beside_a_text_does_not_hang(text: Path) -> None:
    os.mkfifo(text.with_suffix(".toml"))
    assert load(text).origin == Origin()


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", "\u00a0 \u00a0".encode()])
def test_a_file_without_a_word(text: Path, content: bytes) -> None:
    text.write_bytes(content)
    with pytest.raises(NoText):
        load(text)


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He said so.")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    assert [path.name for path in paths_of(str(tmp_path))] in (["a.txt"], ["a.txt", "round.txt"])


@pytest.mark.parametrize("given", ["", "x" * 300 + ".txt"])
def test_names_that_no_file_can_have(given: str) -> None:
    with pytest.raises(NotFound) as error:
        [load(path) for path in paths_of(given)]
    sentence(error.value)


def test_names_with_broken_bytes_stay_two() -> None:
    assert harmless_path("caf\udce8.txt") != harmless_path("caf\udce9.txt")
    assert harmless_path("caf\udce8.txt") == "caf\\xe8.txt"
