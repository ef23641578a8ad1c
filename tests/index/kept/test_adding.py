"""Adding files: what is new, changed, moved, gone, left out; in parallel, in batches, once."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import signal
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path

import pytest

from index.engines import whoosh_kept
from index.errors import BadIndex, NotOurs
from index.kept import making
from index.kept.adding import Added, Progress, add, forget
from index.kept.catalogue import Catalogue, Stamp, listed
from index.kept.finding import is_in
from index.kept.folder import Folder
from index.kept.library import KeptLibrary
from index.kept.lock import Busy, held
from index.kept.making import Made, Work
from index.kept.repairing import problems_of, repair
from tests.benchmarks import safety
from tests.index.kept.made import VERSION, articles, found, keep
from tests.index.readings import plain
from texts.loading import Loader


@pytest.fixture
def files(tmp_path: Path) -> Path:
    articles(tmp_path / "files", 4)
    return tmp_path / "files"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def counts(added: Added) -> tuple[int, int, int, int, int]:
    return added.new, added.changed, added.moved, added.unchanged, len(added.gone)


def names(folder: Path) -> list[str]:
    library = KeptLibrary(folder)
    library.close()
    return [Path(one.path).name for one in library.documents]


def no_reading(*_: object) -> Made:
    raise AssertionError("a file was read")


def test_unchanged_files_are_only_looked_at(
    files: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert counts(add(folder, [str(files)], VERSION)) == (4, 0, 0, 0, 0)
    kept = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    monkeypatch.setattr(making, "make", no_reading)
    assert counts(add(folder, [str(files)], VERSION)) == (0, 0, 0, 4, 0)
    assert counts(add(folder, [], VERSION)) == (0, 0, 0, 4, 0)
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    del kept[folder / "lock"], after[folder / "lock"]
    assert after == kept


def test_a_file_that_was_only_touched_is_read_and_not_attributed_again(
    files: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(folder, [str(files)], VERSION)
    os.utime(files / "001.txt", ns=(1, 1))
    monkeypatch.setattr(making, "attribute", no_reading)
    assert counts(add(folder, [], VERSION)) == (0, 0, 0, 4, 0)
    monkeypatch.setattr(making, "make", no_reading)
    assert counts(add(folder, [], VERSION)) == (0, 0, 0, 4, 0)
    assert safety.looked_at(folder, files).faults == ()


def test_what_changed_moved_went_and_came(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    (files / "001.txt").write_text("Only wordnew is here.\n")
    (files / "sub").mkdir()
    (files / "002.txt").rename(files / "sub" / "two.txt")
    (files / "003.txt").unlink()
    (files / "new.txt").write_text("Here is wordother.\n")
    added = add(folder, [], VERSION)
    assert counts(added) == (1, 1, 1, 1, 1)
    assert [Path(one.path).name for one in added.gone.values()] == ["003.txt"]
    assert names(folder) == ["001.txt", "003.txt", "004.txt", "new.txt", "two.txt"]
    assert found(folder, "word1") == []
    assert set(found(folder, "wordnew OR word2 OR word3 OR word4 OR wordother")) == {
        (str(files / name), 1)
        for name in ("001.txt", "003.txt", "004.txt", "new.txt", "sub/two.txt")
    }


def test_what_is_gone_is_told_once(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    (files / "003.txt").unlink()
    added = add(folder, [str(files), str(files / "003.txt"), str(files)], VERSION)
    assert list(added.gone) == [str(files / "003.txt")]


def test_what_is_within_a_path() -> None:
    paths = ["/a/b.txt", "/a/b/c", "/a/b/d/e", "/a/b-c", "/a/b0", "/a", "/ab", "/a/b"]
    documents = tuple(listed(plain(path, "x"), path, path, None, "") for path in paths)
    catalogue = Catalogue(1, documents)
    for place in (*paths, "/", "/a/", "/x", "/a/b/d"):
        within = [one.path for one in catalogue.within(place)]
        assert sorted(within) == sorted(path for path in paths if is_in(path, place))


def test_a_copy_is_no_move(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    (files / "copy.txt").write_bytes((files / "001.txt").read_bytes())
    assert counts(add(folder, [], VERSION)) == (1, 0, 0, 4, 0)
    assert len(found(folder, "word1")) == 2


def test_what_is_known_beside_a_text_counts(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    (files / "001.toml").write_text('title = "Tide"\noutlet = "The Gull"\ndate = 2022-05-01\n')
    assert counts(add(folder, [], VERSION)) == (0, 1, 0, 3, 0)
    library = KeptLibrary(folder)
    one = library.documents[0]
    assert (one.title, one.outlet, one.date) == ("Tide", "The Gull", "2022-05-01")
    library.close()


def test_another_version_reads_all_again(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    assert counts(add(folder, [str(files)], "2.0")) == (0, 4, 0, 0, 0)
    assert counts(add(folder, [], "2.0")) == (0, 0, 0, 4, 0)


def test_a_file_of_its_own_is_looked_at_again_too(files: Path, folder: Path) -> None:
    add(folder, [str(files / "002.txt")], VERSION)
    (files / "002.txt").write_text("Now wordnew.\n")
    assert counts(add(folder, [], VERSION)) == (0, 1, 0, 0, 0)
    assert names(folder) == ["002.txt"]


def test_what_cannot_be_read_any_more_is_kept_as_it_was(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    (files / "001.txt").write_bytes(b"")
    added = add(folder, [], VERSION)
    assert "001.txt" in added.problems[0]
    assert len(found(folder, "word1")) == 1


def test_mailboxes_give_their_messages(folder: Path, tmp_path: Path) -> None:
    letter = (
        "From a@b Mon Nov  1 10:00:00 2021\nFrom: Anna <a@example.org>\nSubject: Tide {0}\n\n"
        "The harbour was closed on day word{0}.\n\n"
    )
    box = tmp_path / "letters.mbox"
    box.write_text(letter.format(1) + letter.format(2))
    assert counts(add(folder, [str(box)], VERSION)) == (2, 0, 0, 0, 0)
    assert [name.partition("letters.mbox")[2] for name, _ in found(folder, "word2")] == ["/2"]
    box.write_text(letter.format(1))
    assert counts(add(folder, [], VERSION))[4] == 1


def test_compressed_and_plain_files_go_together(folder: Path, files: Path) -> None:
    (files / "five.txt.gz").write_bytes(gzip.compress(b"The harbour on day word5.\n"))
    assert counts(add(folder, [str(files)], VERSION)) == (5, 0, 0, 0, 0)
    assert len(found(folder, "word5")) == 1


def test_processes_change_nothing_but_the_time(tmp_path: Path) -> None:
    files = tmp_path / "files"
    articles(files, 12)
    (files / "005.txt").write_bytes(bytes(range(256)) * 9)
    seen: list[Progress] = []
    added = add(tmp_path / "a", [str(files)], VERSION, processes=2, batch=60, progress=seen.append)
    assert counts(added) == (11, 0, 0, 0, 0)
    assert len(added.problems) == 1
    assert [one.done for one in seen] == sorted(one.done for one in seen)
    assert (seen[-1].done, seen[-1].files, seen[-1].committed) == (12, 12, 12)
    assert seen[-1].read == seen[-1].size > 0
    assert any(0 < one.committed < one.done for one in seen)
    add(tmp_path / "b", [str(files)], VERSION, processes=1)
    first, second = KeptLibrary(tmp_path / "a"), KeptLibrary(tmp_path / "b")
    assert first.documents == second.documents
    for line in ("harbour tide OR day", "in:quotes tide"):
        assert list(first.search(line).hits) == list(second.search(line).hits)
    first.close()
    second.close()
    assert multiprocessing.active_children() == []


def test_a_file_that_ends_its_process_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tmp_path / "files"
    paths = articles(files, 11)
    monkeypatch.setattr(making, "_make", _deadly)
    added = add(tmp_path / "l", [str(files)], VERSION, processes=2)
    assert counts(added) == (10, 0, 0, 0, 0)
    assert added.problems == [f"{paths[3]} ended the process that read it; it is left out."]
    assert "004.txt" not in names(tmp_path / "l")


class _Pool:
    """A pool that reads at once, and has broken by the second time a file is given to it."""

    def __init__(self, *_: object, **__: object) -> None:
        self.given = 0

    def submit(self, make: Callable[[Work], Made], work: Work) -> Future[Made]:
        self.given += 1
        if self.given == 2:
            raise BrokenProcessPool
        future: Future[Made] = Future()
        future.set_result(make(work))
        return future

    def shutdown(self, **_: object) -> None:
        pass


def test_a_file_that_a_broken_pool_refuses_is_read_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles(tmp_path / "files", 11)
    monkeypatch.setattr(making, "ProcessPoolExecutor", _Pool)
    added = add(tmp_path / "l", [str(tmp_path / "files")], VERSION, processes=2)
    assert (counts(added), added.left, added.problems) == ((11, 0, 0, 0, 0), 0, [])


@pytest.mark.parametrize(("size", "most"), [(1, 8), (15_000_000, 2), (90_000_000, 2)])
def test_few_large_files_are_read_ahead(size: int, most: int) -> None:
    works = [Work(f"{number}", Stamp(size, 0), VERSION) for number in range(20)]
    running: list[tuple[Work, Future[Made]]] = []
    for work in works:
        if making._has_room(running, work, 2):
            running.append((work, Future()))
    assert len(running) == most


def _deadly(work: Work) -> Made:
    if work.path.endswith("004.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    with Loader() as loader:
        return making.make(work, loader)


def test_it_stops_when_asked_and_goes_on_later(files: Path, folder: Path) -> None:
    for stop_at in (2, 3):
        asked = 0

        def stopped(stop_at: int = stop_at) -> bool:
            nonlocal asked
            asked += 1
            return asked >= stop_at

        added = add(folder, [str(files)], VERSION, stopped=stopped, processes=1)
        assert added.left == 4 - added.unchanged - (stop_at - 1)
    assert len(names(folder)) == 3
    assert add(folder, [str(files)], VERSION).new == 1


def test_forgetting_a_file_a_folder_and_all(files: Path, folder: Path) -> None:
    add(folder, [str(files)], VERSION)
    assert [Path(one.path).name for one in forget(folder, [str(files / "001.txt")])] == ["001.txt"]
    assert found(folder, "word1") == []
    assert len(list(Folder(folder).readings.glob("*/*"))) == 3
    assert forget(folder, [str(files) + "x", str(files / "00")]) == []
    # The folder is still one to look through: the file comes back.
    assert add(folder, [], VERSION).new == 1
    assert len(forget(folder, [str(files)])) == 4
    assert list(Folder(folder).readings.glob("*/*")) == []
    assert counts(add(folder, [], VERSION)) == (0, 0, 0, 0, 0)
    assert names(folder) == []


def test_no_word_of_what_is_forgotten_stays_in_the_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = [plain(f"/secret {number}", f"secret {number}") for number in range(3)]
    for number, one in enumerate(secret):
        keep(folder, one, *[plain(f"{number} {other}", "free tide") for other in range(9)])
    repair(folder)
    keep(folder, plain("other", "free"))
    keep(folder, plain("/secret 0", "secret, changed"))
    monkeypatch.setattr(whoosh_kept, "_FULL", 20)  # words, so that it takes several commits
    for kind in ("readings/*/*", "index/*.seg", "index/catalogue-*", "damaged/*.seg"):
        assert b"secret" in everything_of(folder.glob(kind)), kind
    assert len(forget(folder, [f"/secret {number}" for number in range(3)])) == 3
    assert b"secret" not in everything_of(folder.rglob("*"))
    assert len(found(folder, "free")) == 28
    assert problems_of(folder) == []


def everything_of(paths: Iterable[Path]) -> bytes:
    """The names and all bytes of files, also unpacked wherever that can be."""
    read = []
    for path in paths:
        data = path.read_bytes() if path.is_file() else b""
        read.append(path.name.encode() + data)
        for at in range(len(data)):
            if data[at] == 0x78:  # where something compressed may begin
                with suppress(zlib.error):
                    read.append(zlib.decompressobj().decompress(data[at:]))
    return b"".join(read)


def test_segments_stay_few(folder: Path) -> None:
    for number in range(30):
        keep(folder, plain(f"{number}", f"free word{number}"))
    assert len(list(Folder(folder).index.glob("*.seg"))) < 12
    assert len(found(folder, "free")) == 30


def test_one_writer_at_a_time(files: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.kept.lock._PATIENCE", 0.0)
    add(folder, [str(files / "001.txt")], VERSION)
    with held(folder / "lock"):
        with pytest.raises(Busy, match=rf"process {os.getpid()}\)"):
            add(folder, [str(files)], VERSION)
        assert len(found(folder, "word1")) == 1  # reading needs no lock
    assert add(folder, [str(files)], VERSION).new == 3


def test_the_lock_of_who_died_is_nobodys(
    files: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.kept.lock._PATIENCE", 0.0)
    add(folder, [str(files / "001.txt")], VERSION)
    (folder / "lock").write_text("1")
    assert add(folder, [str(files)], VERSION).new == 3


needs_owners = pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners on this system")


@needs_owners
def test_the_folder_is_for_its_owner_alone(
    files: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0)
    try:
        add(folder, [str(files)], VERSION)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(found(folder, "word1")) == 1
    for permission in (0o020, 0o002):
        folder.chmod(0o700 | permission)
        with pytest.raises(NotOurs, match="chmod go-w"):
            KeptLibrary(folder)
        with pytest.raises(NotOurs, match="chmod go-w"):
            add(folder, [str(files)], VERSION)
    folder.chmod(0o755)
    index = Folder(folder).index
    for permission in (0o777, 0o755):  # and others may write to the files in it
        index.chmod(permission)
        with pytest.raises(NotOurs, match="chmod go-w"):
            KeptLibrary(folder)
    index.chmod(0o700)
    KeptLibrary(folder).close()
    somebody = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: somebody)
    with pytest.raises(NotOurs, match="another user"):
        KeptLibrary(folder)


def test_what_is_no_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadIndex, match="are not a library"):
        add(tmp_path, [], VERSION)
    with pytest.raises(BadIndex, match="cannot be used"):
        add(tmp_path / "file", [], VERSION)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
