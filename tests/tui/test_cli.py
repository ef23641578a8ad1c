"""The command line: results, messages and exit statuses, as scripts depend on them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from texts.loading import load
from texts.samples import sample_path
from tui import __version__
from tui.cli import main

ARTICLE = "“We have no choice,” said Mara Lindqvist.\n\nNothing else happened that day.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on standard error; standard output must be empty."""
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith("quoth: ")
    assert errors.count("\n") == 1
    assert "Traceback" not in errors
    return errors


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"quoth {__version__}\n"


@pytest.mark.parametrize(
    "command", [[], ["text"], ["quotes"], ["why"], ["picture"], ["search"], ["doctor"]]
)
def test_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "usage: quoth" in capsys.readouterr().out


def test_text_is_exactly_what_offsets_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(sample_path())]) == 0
    assert capsys.readouterr().out == load(sample_path()).text


def test_quotes(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", str(article), "--format", "jsonl"]) == 0
    output = capsys.readouterr().out
    (line,) = output.splitlines()
    found = json.loads(line)
    assert list(found) == [
        "document", "paragraph", "start", "end", "spans", "text", "mode", "voice", "voice_kind",
        "source", "cue", "stance", "attitude", "certainty", "rule", "chain",
    ]  # fmt: skip
    assert found["document"] == str(article)
    assert ARTICLE[found["start"] : found["end"]] == found["text"] == "“We have no choice,”"
    assert found["voice"] == "Mara Lindqvist"
    assert ARTICLE[found["cue"]["start"] : found["cue"]["end"]] == found["cue"]["text"] == "said"


@pytest.mark.parametrize("form", ["jsonl", "csv", "markdown"])
def test_quotes_of_a_text_without_any(
    form: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text("Nothing happened that day.\n")
    assert main(["quotes", str(article), "--format", form]) == 1
    assert capsys.readouterr().err == ""


def test_terms_only_when_asked_for(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_text("The so-called “friendship bridge” will close.\n", encoding="utf-8")
    assert main(["quotes", str(article)]) == 1
    assert main(["quotes", str(article), "--terms"]) == 0
    assert '"mode": "term"' in capsys.readouterr().out


def test_search(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", '"no choice"', str(article)]) == 0
    assert capsys.readouterr().out == f"{article}:1: “We have no choice,” said Mara Lindqvist.\n"
    assert main(["search", "choice -lindqvist", str(article)]) == 1
    assert main(["search", "in:author choice", str(article)]) == 1
    assert main(["search", "voice:lindqvist in:quotes choice", str(article)]) == 0


def test_search_as_json(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "choice", str(article), "--format", "jsonl"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["document"], found["paragraph"]) == (str(article), 1)
    assert [ARTICLE[start:end] for start, end in found["spans"]] == ["choice"]


def test_a_query_that_cannot_be_parsed(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "colour:red", str(article)]) == 2
    assert "colour" in said(capsys)


def test_a_search_needs_a_path_or_a_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "choice"]) == 2
    assert "PATH" in said(capsys)


@pytest.mark.parametrize("command", ["text", "quotes", "search"])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (Path.exists, "no such file"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(bytes(range(256)) * 9), "binary"),
        (lambda path: path.write_bytes(b"%PDF-1.4 x"), "PDF"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_status_2(
    command: str,
    make: object,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "bad.txt"
    assert callable(make)
    make(path)
    assert main([command, *(["word"] if command == "search" else []), str(path)]) == 2
    assert words in said(capsys)


@pytest.mark.parametrize("command", ["quotes", "search"])
def test_a_folder_without_texts(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *(["word"] if command == "search" else []), str(tmp_path)]) == 2
    assert "holds no texts" in said(capsys)


def test_no_permission(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert main(["quotes", str(article)]) == 2
    assert "permission" in said(capsys)


def test_one_bad_file_does_not_keep_the_others_out(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["quotes", str(article.parent / "no.txt"), str(article)]) == 2
    output, errors = capsys.readouterr()
    assert len(output.splitlines()) == 1
    assert errors.count("\n") == 1


def test_a_mistaken_option_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quotes", "--colour"]) == 2
    assert "--help" in said(capsys)


def test_a_guessed_encoding_is_told(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article.write_bytes("“Déjà vu,” said Mara Lindqvist.\n".encode("cp1252"))
    assert main(["quotes", str(article)]) == 0
    output, errors = capsys.readouterr()
    assert json.loads(output)["text"] == "“Déjà vu,”"
    assert errors == (
        f"quoth: {article}: not UTF-8, so read as Windows-1252; accents may be wrong.\n"
    )


def test_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert main(["quotes", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["document"] == "-"


def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    article.write_text(ARTICLE * 3_000, encoding="utf-8")
    command = [sys.executable, "-m", "tui.cli", "text", str(article)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603
    assert run.stdout is not None
    assert run.stderr is not None
    assert run.stdout.read(10)
    run.stdout.close()
    errors = run.stderr.read()
    run.stderr.close()
    assert run.wait() == 0
    assert errors == b""


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    report = capsys.readouterr().out
    assert "FAILED" not in report
    for word in ("quoth", "python", "textual", "whoosh3", "terminal", "clipboard", "attribution"):
        assert word in report


def test_doctor_tells_what_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("texts.samples.sample_path", lambda: Path("/nowhere.txt"))
    assert main(["doctor"]) == 2
    assert "FAILED: NotFound" in capsys.readouterr().out


def test_a_place_is_no_part_of_the_path_that_is_searched(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = article.read_text(encoding="utf-8").split()[0].strip("“”,.")
    assert main(["--find", word, f"{article}:1", f"{article}#{word}"]) == 0
    assert f"{article}:1: " in capsys.readouterr().out


def test_reading_without_a_terminal_prints_the_text(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([f"{article}:1"]) == 0
    assert capsys.readouterr().out == ARTICLE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("command", ["text", "quotes", "why", "search", None])
def test_a_full_disk_is_one_sentence(command: str | None, article: Path) -> None:
    words = ["mara"] if command == "search" else []
    place = f"{article}:1" if command == "why" else str(article)
    line = [sys.executable, "-m", "tui.cli", *([command] if command else []), *words, place]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert run.returncode == 2
    assert run.stderr == "quoth: the output cannot be written: No space left on device.\n"


def test_closed_streams_are_no_traceback(article: Path) -> None:
    line = f"{sys.executable} -m tui.cli quotes {article} - <&- >&- 2>&1"
    run = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=False)  # noqa: S603
    assert "Traceback" not in run.stdout + run.stderr


def test_names_that_differ_in_broken_bytes_are_two_documents(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [os.fsdecode(b"caf\xe8.txt"), os.fsdecode(b"caf\xe9.txt")]
    try:
        for name, words in zip(names, ("mayor", "clerk"), strict=True):
            (tmp_path / name).write_text(f"The {words} spoke of it at length that day.")
    except OSError:
        pytest.skip("this file system has no such names")
    assert main(["search", "mayor", *(str(tmp_path / name) for name in names)]) == 0
    assert "caf\\xe8.txt:1: The mayor" in capsys.readouterr().out


def test_the_texts_of_a_folder_without_a_terminal(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(article.parent)]) == 0
    assert capsys.readouterr().out == ARTICLE
