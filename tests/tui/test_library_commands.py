"""`quoth add`, `forget`, `library`, `search` and `doctor` on a library: what they say and how they end."""

from __future__ import annotations

import json
import shutil
import signal
import threading
from pathlib import Path

import pytest

from index.kept.lock import held
from tui.cli import main

Captured = pytest.CaptureFixture[str]


def run(library: Path, *arguments: str) -> int:
    return main([*arguments, "--library", str(library)])


def test_what_is_added_is_found_listed_and_forgotten(
    files: Path, library: Path, capsys: Captured
) -> None:
    assert run(library, "add", str(files)) == 0
    assert "3 added" in capsys.readouterr().err
    assert library.stat().st_mode & 0o077 == 0
    assert run(library, "search", "word2") == 0
    assert capsys.readouterr().out == f"{files}/002.txt:1: The harbour board met on day word2.\n"
    assert run(library, "search", "nowhere") == 1
    assert run(library, "library") == 0
    table = capsys.readouterr().out.splitlines()
    assert table[0].split() == ["DATE", "OUTLET", "VOICES", "QUOTATIONS", "TITLE", "PATH"]
    assert [line.split() for line in table[1:]] == [
        ["1", "1", f"{files}/00{number}.txt"] for number in (1, 2, 3)
    ]
    assert run(library, "forget", str(files / "002.txt")) == 0
    assert "1 document forgotten" in capsys.readouterr().err
    assert run(library, "search", "word2") == 1
    assert run(library, "forget", str(files / "002.txt")) == 1
    assert "nothing of that" in capsys.readouterr().err
    assert run(library, "forget", str(files)) == 0
    assert run(library, "library") == 1
    assert len(list(files.iterdir())) == 3


def test_adding_again_looks_at_what_changed(files: Path, library: Path, capsys: Captured) -> None:
    assert run(library, "add", str(files)) == 0
    capsys.readouterr()
    assert run(library, "add") == 0
    assert "3 unchanged" in capsys.readouterr().err
    (files / "001.txt").write_text("Another day, wordnew.\n")
    (files / "002.txt").rename(files / "two.txt")
    (files / "003.txt").unlink()
    assert run(library, "add") == 0
    said = capsys.readouterr().err
    assert "1 read again, having changed, 1 moved" in said
    assert "kept though the file is gone: 1;" in said
    assert f"  {files}/003.txt\n" in said
    assert run(library, "search", "wordnew OR word2") == 0
    assert capsys.readouterr().out.splitlines()[1].startswith(f"{files}/two.txt:1:")
    assert run(library, "search", "word3", "--format", "jsonl") == 0
    assert json.loads(capsys.readouterr().out)["document"] == f"{files}/003.txt"
    run(library, "library")
    assert capsys.readouterr().out.count("(gone)") == 1


def test_what_cannot_be_read_is_told_and_the_rest_added(
    files: Path, library: Path, capsys: Captured
) -> None:
    (files / "002.txt").write_bytes(bytes(range(256)) * 9)
    assert run(library, "add", str(files), str(files / "nowhere.txt"), "--quiet") == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "002.txt" in said[0]
    assert "nowhere.txt" in said[1]
    assert run(library, "search", "word1 OR word2 OR word3") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_quiet_is_quiet(files: Path, library: Path, capsys: Captured) -> None:
    assert run(library, "add", str(files), "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def test_somebody_else_is_adding(
    files: Path, library: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.kept.lock._PATIENCE", 0.0)
    assert run(library, "add", str(files / "001.txt")) == 0
    capsys.readouterr()
    with held(library / "lock"):
        assert run(library, "add", str(files)) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Another quoth (process " in said
    assert run(library, "add", str(files)) == 0


def test_ctrl_c_keeps_what_was_read_and_says_what_is_left(
    files: Path, library: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.kept import making

    make, handler = making.make, signal.getsignal(signal.SIGINT)

    def interrupted(*work: object) -> making.Made:
        made = make(*work)  # type: ignore[arg-type]  # handed on as they come
        if made.work.path.endswith("002.txt"):
            signal.raise_signal(signal.SIGINT)
        return made

    monkeypatch.setattr(making, "make", interrupted)
    assert run(library, "add", str(files)) == 130
    assert "2 added" in (said := capsys.readouterr().err)
    assert "stopped: 1 are left" in said
    assert signal.getsignal(signal.SIGINT) is handler
    monkeypatch.undo()
    assert run(library, "add", str(files)) == 0
    assert "1 added, 2 unchanged" in capsys.readouterr().err


def test_there_is_no_library_yet(library: Path, capsys: Captured) -> None:
    for command in (["search", "word"], ["library"], ["forget", "x"], ["add"]):
        assert run(library, *command) == 2
        no_library = "nothing has been added" if command == ["add"] else "there is no library"
        assert no_library in (said := capsys.readouterr().err)
        assert said.count("\n") == 1
    assert not library.exists()
    assert run(library, "doctor") == 0
    assert "library      none yet" in capsys.readouterr().out


def test_a_folder_of_other_things_is_no_library(
    files: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(files, "add", str(files)) == 2
    assert "holds files that are not a library" in capsys.readouterr().err
    assert sorted(path.name for path in files.iterdir()) == ["001.txt", "002.txt", "003.txt"]
    assert run(files / "001.txt", "add", str(files)) == 2
    assert "File exists" in capsys.readouterr().err
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    assert run(open_to_all, "add", str(files)) == 2
    assert "chmod go-w" in capsys.readouterr().err


def test_a_damaged_index_is_built_again_with_a_notice(
    files: Path, library: Path, capsys: Captured
) -> None:
    run(library, "add", str(files))
    capsys.readouterr()
    segment = next((library / "index").glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:-1] + b"x")
    assert run(library, "doctor") == 2
    assert "doctor --repair mends it" in capsys.readouterr().out
    assert run(library, "search", "word2") == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"{files}/002.txt:1:")
    assert "is not as it was written" in err
    assert "built again with 3 documents" in err
    assert run(library, "doctor") == 0
    segment = next((library / "index").glob("*.seg"))
    segment.write_bytes(b"")
    assert run(library, "doctor", "--repair") == 0
    assert "mended" in capsys.readouterr().out
    segment = next((library / "index").glob("*.seg"))
    segment.unlink()
    assert run(library, "add") == 0
    assert run(library, "search", "word2") == 0


def test_a_lost_reading_is_never_shown_and_comes_back(
    files: Path, library: Path, capsys: Captured
) -> None:
    run(library, "add", str(files))
    for reading in (library / "readings").glob("*/*"):
        reading.write_bytes(reading.read_bytes()[:-1] + b"x")
    capsys.readouterr()
    assert run(library, "search", "word2") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "missing or damaged" in err
    shutil.rmtree(library / "readings")
    assert run(library, "add") == 0
    assert run(library, "search", "word2") == 0
    assert threading.active_count() == 1
