"""`quoth add --watch`: what it takes note of, what it adds, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import pytest

from index.errors import BadIndex
from index.kept import adding
from index.kept.library import KeptLibrary
from index.kept.lock import held
from tests.index.kept.made import articles
from texts.loading import folders_in, may_be_read
from tui.cli import main
from tui.errors import UserError
from tui.headless.add import add_to_library
from tui.headless.watching import Changed, Noted, watched

Captured = pytest.CaptureFixture[str]
Step = Callable[[], Collection[str]]


class Told:
    """What has changed, told step by step: each begins when what was told before has been added."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self.left = False

    def __iter__(self) -> Iterator[list[str]]:
        for step in self._steps:
            yield list(step())


def stay(files: Path, library: Path, *steps: Step) -> int:
    """Watch a folder; after each step, which tells what has changed, that is added."""

    def watch(folders: Sequence[Path], besides: Path, _: Callable[[], bool]) -> Told:
        assert folders == [files]
        assert besides == library
        return Told(steps)

    return add_to_library([str(files)], str(library), quiet=False, stay=True, watch=watch)


def names(library: Path) -> list[str]:
    kept = KeptLibrary(library)
    try:
        return sorted(Path(document.path).name for document in kept.documents)
    finally:
        kept.close()


def test_what_changes_is_added(files: Path, library: Path, capsys: Captured) -> None:
    def change() -> list[str]:
        (files / "new.txt").write_text("“It is new,” said Ann Lee.\n")
        (files / "001.txt").write_text("Another day, wordnew.\n")
        (files / "002.txt").rename(files / "two.txt")
        changed = ["new.txt", "001.txt", "002.txt", "two.txt", "came-and-went.txt"]
        return [str(files / name) for name in changed]

    assert stay(files, library, change) == 0
    said = capsys.readouterr().err
    assert f"watching {files}; ctrl+c ends" in said
    assert "1 added, 1 read again, having changed, 1 moved (" in said
    assert "came-and-went" not in said
    assert names(library) == ["001.txt", "003.txt", "new.txt", "two.txt"]


def test_a_damaged_index_is_mended_here_too(files: Path, library: Path, capsys: Captured) -> None:
    adding.add(library, [str(files)], "1")
    next((library / "index").glob("*.seg")).write_bytes(b"")

    def watch(folders: Sequence[Path], *_: object) -> Told:
        assert folders == [files]
        return Told([])

    assert add_to_library([], str(library), quiet=True, stay=True, watch=watch) == 0
    assert "built again with 3 documents" in capsys.readouterr().err


def test_what_is_deleted_is_kept_and_told(files: Path, library: Path, capsys: Captured) -> None:
    def delete() -> list[str]:
        (files / "003.txt").unlink()
        return [str(files / "003.txt")]

    assert stay(files, library, delete) == 0
    said = capsys.readouterr().err
    assert f"quoth forget lets go of it\n  {files}/003.txt\n" in said
    assert names(library) == ["001.txt", "002.txt", "003.txt"]


def test_what_cannot_be_read_is_told_and_the_watch_goes_on(
    files: Path, library: Path, capsys: Captured
) -> None:
    def spoil() -> list[str]:
        (files / "bad.txt").write_bytes(bytes(range(256)) * 9)
        return [str(files / "bad.txt")]

    def write() -> list[str]:
        (files / "good.txt").write_text("A good day.\n")
        return [str(files)]

    assert stay(files, library, spoil, write) == 2
    assert "bad.txt" in capsys.readouterr().err
    assert names(library) == ["001.txt", "002.txt", "003.txt", "good.txt"]


def test_the_lock_is_free_between_two_batches(files: Path, library: Path) -> None:
    def another() -> list[str]:
        articles(files.parent / "others", 1)
        assert main(["add", str(files.parent / "others"), "--library", str(library)]) == 0
        return []

    assert stay(files, library, another) == 0
    assert names(library) == ["001.txt", "001.txt", "002.txt", "003.txt"]


def test_it_waits_for_another_writer(
    files: Path, library: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.kept.lock._PATIENCE", 0.0)
    tries = []
    real = adding.add

    def busy_at_first(*given: object, **options: object) -> adding.Added:
        tries.append(given[1])
        if len(tries) in (2, 3):
            with held(library / "lock"):
                return real(*given, **options)  # type: ignore[arg-type]  # handed on as they come
        return real(*given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("tui.headless.add.add", busy_at_first)

    def write() -> list[str]:
        (files / "new.txt").write_text("A new day.\n")
        return [str(files / "new.txt")]

    assert stay(files, library, write) == 0
    assert capsys.readouterr().err.count("Another quoth (process ") == 1
    assert len(tries) == 4
    assert "new.txt" in names(library)


def test_what_the_library_refuses_waits_for_the_next_change(
    files: Path, library: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, tries = adding.add, []

    def full_at_first(*given: object, **options: object) -> adding.Added:
        tries.append(given[1])
        if len(tries) == 2:
            raise BadIndex("the disk is full")
        return real(*given, **options)  # type: ignore[arg-type]  # handed on as they come

    monkeypatch.setattr("tui.headless.add.add", full_at_first)

    def write(name: str) -> Step:
        def step() -> list[str]:
            (files / name).write_text(f"A day of {name}.\n")
            return [str(files / name)]

        return step

    assert stay(files, library, write("one.txt"), write("two.txt")) == 0
    assert "the disk is full" in capsys.readouterr().err
    assert {"one.txt", "two.txt"} <= set(names(library))
    tries.clear()
    monkeypatch.setattr("tui.headless.add.add", lambda *_, **__: full_at_first(*_, **__))
    assert stay(files, library, write("three.txt")) == 130


def test_ctrl_c_with_nothing_pending_is_a_good_end(files: Path, library: Path) -> None:
    def stop() -> list[str]:
        signal.raise_signal(signal.SIGINT)
        return []

    def never() -> list[str]:
        return []

    assert stay(files, library, stop, never) == 0


def test_many_changes_become_one_look_at_the_folder() -> None:
    changed = Changed([Path("/a"), Path("/b")])
    assert not changed
    changed.note(f"/a/{number}.txt" for number in range(1_000_000))
    assert changed
    assert changed.take() == ["/a", "/b"]
    assert not changed
    changed.note(["/a/1.txt", "/a/2.txt", "/a/1.txt", "/b"])
    assert changed.take() == ["/b", "/a/1.txt", "/a/2.txt"]
    assert changed.take() == []


def test_what_happens_while_files_are_added_is_noted() -> None:
    told, asked = threading.Event(), threading.Event()

    def watch(*_: object) -> Iterator[Collection[str]]:
        yield ["/a/1.txt"]
        asked.wait()
        yield ["/a/2.txt", "/a/3.txt"]
        yield ["/a/3.txt"]
        told.set()

    noted = Noted([Path("/a")], Path("/a/library"), lambda: False, watch)
    news = iter(noted)
    assert next(news) == ["/a/1.txt"]
    asked.set()
    told.wait()
    assert noted.left
    assert list(news) == [["/a/2.txt", "/a/3.txt"]]


def test_a_watch_that_fails_says_why() -> None:
    def watch(*_: object) -> Iterator[Collection[str]]:
        yield ()
        raise UserError("the folders cannot be watched.")

    with pytest.raises(UserError, match="cannot be watched"):
        list(Noted([Path("/a")], Path("/b"), lambda: False, watch))


def test_only_folders_are_watched_and_none_twice(files: Path) -> None:
    (files / "in").mkdir()
    given = [str(files / "in"), str(files), str(files / "001.txt"), str(files)]
    assert watched(given) == [files]


def test_where_there_is_nothing_to_watch_one_sentence_says_so(
    files: Path, library: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = ["add", "--watch", "--library", str(library)]
    assert main([*watch, str(files / "001.txt")]) == 2
    assert capsys.readouterr().err == (
        "quoth: --watch needs a folder to watch: quoth add --watch FOLDER.\n"
    )
    monkeypatch.setattr("tui.headless.watching.find_spec", lambda _: None)
    assert main([*watch, str(files)]) == 2
    assert capsys.readouterr().err == (
        "quoth: --watch needs the package watchfiles: install it with pip install 'quoth[watch]'.\n"
    )
    assert not library.exists()


def test_links_out_of_a_folder_and_what_is_hidden_do_not_matter(files: Path) -> None:
    outside = files.parent / "outside"
    (outside / "deep").mkdir(parents=True)
    (outside / "secret.txt").write_text("Secret.\n")
    (files / "link").symlink_to(outside)
    (files / "link.txt").symlink_to(outside / "secret.txt")
    (files / ".git").mkdir()
    (files / "in").mkdir()
    assert folders_in(files) == [files, files / "in"]
    assert may_be_read(files / "001.txt", files)
    assert may_be_read(files / "gone.PDF", files)
    for name in ("link.txt", ".001.txt", "001.txt~", "001.py"):
        assert not may_be_read(files / name, files)


def test_with_the_system_in_a_process_of_its_own(files: Path, tmp_path: Path) -> None:
    """The library lies in the folder that is watched, and a link leads out of it."""
    pytest.importorskip("watchfiles")
    outside = tmp_path / "outside"
    outside.mkdir()
    (files / "link").symlink_to(outside)
    library = files / "library"
    command = [sys.executable, "-m", "tui.cli", "add", "--watch", str(files)]
    with subprocess.Popen(  # noqa: S603 - this program
        [*command, "--library", str(library)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stderr is not None
        try:
            lines = process.stderr
            assert next(lines).startswith("3 added")
            assert next(lines).startswith("watching ")
            (outside / "secret.txt").write_text("A secret.\n")
            (files / "new.txt").write_text("A new day.\n")
            assert next(lines).startswith("1 added")
            (files / "within" / "it").mkdir(parents=True)
            (files / "within" / "it" / "deep.txt").write_text("A deep day.\n")
            assert next(lines).startswith("1 added")
            (files / "within" / "it" / "deep.txt").rename(files / "moved.txt")
            assert next(lines).startswith("1 moved")
            (files / "new.txt").unlink()
            assert "though the file is gone: 1;" in next(lines) + next(lines)
            process.send_signal(signal.SIGINT)
            assert process.wait() == 0
        finally:
            process.kill()
    assert names(library) == ["001.txt", "002.txt", "003.txt", "moved.txt", "new.txt"]
