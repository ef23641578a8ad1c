"""Nothing is lost and nothing wrong is shown, whatever ends the program or happens to the files.

`tests.benchmarks.safety` does the same with more of everything, and with processes killed at random.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.engines.whoosh_schema import NAME
from index.errors import BadIndex, DamagedIndex, OutdatedIndex
from index.kept.adding import add
from index.kept.folder import Folder
from index.kept.library import KeptLibrary
from index.kept.repairing import mended, problems_of, repair
from tests.benchmarks import safety
from tests.index.kept.made import VERSION, articles, found, keep
from tests.index.readings import plain

needs_forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks on this system")

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree"}
_KILLED = 77


def dies_at(change: int, work: Callable[[], None]) -> bool:
    """Do something in a process that ends, as by kill -9, right before its n-th change to files.

    Whether it was ended: it is not, where it makes fewer.
    """
    child = os.fork()
    if child == 0:
        left = change

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
            if writes or event in _CHANGES:
                left -= 1
                if left == 0:
                    os._exit(_KILLED)

        try:
            sys.addaudithook(count)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, _KILLED)
    return code == _KILLED


_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@needs_forks
@pytest.mark.parametrize(("start", "step"), [("nothing", 3), ("two documents", 1)])
def test_killed_before_any_change_it_is_what_it_was_or_what_it_was_to_be(
    tmp_path: Path, start: str, step: int
) -> None:
    change = 1 - step
    died = True
    states = set()
    while died:
        change += step
        folder = tmp_path / f"{change}"
        if start != "nothing":
            keep(folder, plain("a", "word1 free"), plain("b", "word2 free"))
        before = found(folder, "free")

        def work(folder: Path = folder) -> None:
            keep(folder, plain("b", "word3 free"), plain("c", "word4 free"), gone=["a"])

        died = dies_at(change, work)
        after = found(folder, "free")
        assert after in (before, [("b", 1), ("c", 1)])
        assert problems_of(folder) == []
        states.add(tuple(after))
        # The next one finishes what was begun, and takes away what was left.
        keep(folder, plain("b", "word3 free"), plain("c", "word4 free"), gone=["a"])
        assert found(folder, "free") == [("b", 1), ("c", 1)]
        assert found(folder, "word2") == []
        keep(folder, plain("d", "free"))
        readings = list(Folder(folder).readings.glob("*/*"))
        assert len(readings) == 3
        assert len(list(Folder(folder).index.iterdir())) <= 3 + 3 + 1 + 1
    assert len(states) == 2
    assert change > 12


@needs_forks
def test_killed_while_it_is_mended_it_can_still_be_mended(tmp_path: Path) -> None:
    change = -1
    died = True
    while died:
        change += 2
        folder = tmp_path / f"{change}"
        keep(folder, plain("a", "free"), plain("b", "free"))
        keep(folder, plain("c", "free"), gone=["a"])
        for segment in Folder(folder).index.glob("*.seg"):
            segment.write_bytes(b"x")

        def work(folder: Path = folder) -> None:
            repair(folder)

        died = dies_at(change, work)
        if problems_of(folder):
            with pytest.raises(DamagedIndex):
                KeptLibrary(folder)
            assert repair(folder).lost == ()
        assert found(folder, "free") == [("b", 1), ("c", 1)]
        keep(folder, plain("d", "free"))
        assert len(found(folder, "free")) == 3
    assert change > 10


@needs_forks
@pytest.mark.parametrize("size", [0, 300, 1_000, 2_500])
def test_what_cannot_be_written_is_one_sentence_and_changes_nothing(
    tmp_path: Path, size: int
) -> None:
    files, folder = tmp_path / "files", tmp_path / "library"
    articles(files, 3)
    add(folder, [str(files / "001.txt")], VERSION)
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            add(folder, [str(files)], VERSION)
        except BadIndex as problem:
            os.write(tell, str(problem).encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(tell)
    with os.fdopen(told) as pipe:
        assert "make room and run it again" in pipe.read()
    assert found(folder, "word1 OR word2 OR word3") == [(f"{files}/001.txt", 1)]
    assert problems_of(folder) == []
    add(folder, [str(files)], VERSION)
    assert safety.looked_at(folder, files).faults == ()


def test_all_of_a_commit_is_on_the_disk_before_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[tuple[int, int]] = set()
    sync, replace = os.fsync, Path.replace
    published: list[str] = []

    def syncing(number: int) -> None:
        status = os.fstat(number)
        synced.add((status.st_ino, status.st_size))
        sync(number)

    def publishing(path: Path, target: Path) -> Path:
        if str(target).endswith(".toc"):
            published.append(target.name)
            for file in tmp_path.rglob("*"):
                status = file.stat()
                lasting = file.is_dir() or "LOCK" in file.name or file.name.endswith("_0.toc")
                if file.name != "lock" and not lasting:
                    assert (status.st_ino, status.st_size) in synced, file
            for folder in (target.parent, *Folder(target.parents[1]).readings.iterdir()):
                assert any(folder.stat().st_ino == number for number, _ in synced), folder
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(Path, "replace", publishing)
    keep(tmp_path / "l", plain("a", "free"), plain("b", "free"))
    keep(tmp_path / "l", plain("a", "bound"), gone=["b"])
    assert published == [f"_{NAME}_{number}.toc" for number in range(3)]


def test_damage_is_noticed_or_harmless(tmp_path: Path) -> None:
    table = safety.damaged(tmp_path, flips=2, count=3)
    rows = [line.split() for line in table.splitlines()[2:]]
    assert {row[0] for row in rows} >= {"segments", "contents", "catalogue", "readings", "lock"}
    for kind, *counts in rows:
        trials, noticed, harmless, wrong = map(int, counts)
        assert wrong == 0, table
        assert trials == noticed + harmless
        if kind in ("segments", "contents", "readings"):
            assert harmless == 0


@pytest.mark.parametrize("lost", ["index", "index/*.toc", "index/*.seg", "index/catalogue-*"])
def test_what_is_lost_is_built_again_from_the_readings(tmp_path: Path, lost: str) -> None:
    folder = tmp_path / "l"
    keep(folder, plain("a", "free"), plain("b", "free"))
    keep(folder, plain("c", "free"))
    for path in folder.glob(lost):
        if path.is_dir():
            path.rename(tmp_path / "elsewhere")
        else:
            path.unlink()
    assert problems_of(folder)
    with pytest.raises(DamagedIndex):
        KeptLibrary(folder)
    with pytest.raises(DamagedIndex):
        keep(folder, plain("d", "free"))
    assert repair(folder).documents == 3
    assert sorted(found(folder, "free")) == [("a", 1), ("b", 1), ("c", 1)]


def test_the_index_of_another_version_is_built_again_and_called_no_damage(tmp_path: Path) -> None:
    folder = tmp_path / "l"
    keep(folder, plain("b", "free"), plain("a", "free"))
    keep(folder, plain("b", "free at last"))
    for path in list(Folder(folder).index.iterdir()):
        path.rename(path.with_name(path.name.replace(NAME, "quoth3")))
    with pytest.raises(OutdatedIndex, match="another version"):
        problems_of(folder)
    told: list[str] = []
    documents = mended(
        folder, OutdatedIndex("Of another"), lambda: found(folder, "free"), told.append
    )
    # In their order, and nothing that the last commit had no more.
    assert sorted(documents) == [("a", 1), ("b", 1)]
    assert found(folder, "free -last") == [("a", 1)]
    assert told[1] == "The index was built again with 2 documents"
    assert not Folder(folder).damaged.exists()


def test_an_index_that_is_being_built_is_not_taken_for_complete(tmp_path: Path) -> None:
    folder = tmp_path / "l"
    keep(folder, plain("a", "free"), plain("b", "free"))
    shutil.rmtree(folder / "index")
    opened = []

    def meanwhile(*_: object) -> None:
        with pytest.raises(DamagedIndex):
            KeptLibrary(folder)
        opened.append(folder)

    assert repair(folder, meanwhile).documents == 2
    assert opened
    assert len(found(folder, "free")) == 2


def test_a_damaged_catalogue_brings_back_nothing_that_was_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "l"
    keep(folder, plain("a", "free"), plain("b", "free"))
    keep(folder, gone=["a"])
    for path in Folder(folder).index.glob("catalogue-*"):
        path.write_bytes(b"")
    repair(folder)
    assert found(folder, "free") == [("b", 1)]


def test_what_is_damaged_in_a_reading_is_left_out_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "l"
    keep(folder, plain("a", "free"), plain("b", "free"), plain("c", "free"))
    first, second, _ = sorted(Folder(folder).readings.glob("*/*"))
    first.write_bytes(b"x")
    second.unlink()
    library = KeptLibrary(folder)
    results = library.search("free")
    assert (len(results.hits), results.total, len(library.damaged)) == (1, 1, 2)
    assert library.search("-bound", limit=1).total <= 3
    library.close()
    assert len(problems_of(folder)) == 2
    repaired = repair(folder)
    assert (repaired.documents, len(repaired.lost)) == (1, 2)
    assert problems_of(folder) == []
    assert len(found(folder, "free")) == 1


def test_random_bytes_are_no_catalogue() -> None:
    from index.kept.catalogue import Catalogue

    choose = random.Random(3)  # noqa: S311
    data = Catalogue(3, (), ("/x",), {"a": 1}).to_bytes()
    assert Catalogue.from_bytes(data) == Catalogue(3, (), ("/x",), {"a": 1})
    for at in range(len(data)):
        changed = data[:at] + bytes([data[at] ^ (1 << choose.randrange(8))]) + data[at + 1 :]
        with pytest.raises(DamagedIndex):
            Catalogue.from_bytes(changed)
    with pytest.raises(DamagedIndex):
        Catalogue.from_bytes(choose.randbytes(400))
