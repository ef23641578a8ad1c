"""Whether anything of the library can be lost: processes killed, disks full, two at once, damage.

Each table counts trials. After every trial the library is opened, every byte of it is checked, and
for every document it claims to have, the word that only that document has is looked for, with the
words around it; and what an earlier run had committed must still be there. "wrong" must be 0.

A full disk is a small file system in memory where this system lets us mount one, and otherwise a
limit on the size of files.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from index.errors import BadIndex, DamagedIndex
from index.kept.adding import add
from index.kept.library import KeptLibrary
from index.kept.repairing import problems_of, repair
from tests.index.kept.made import articles

_KILLS = 100
_FILES = 150
_BATCH = 150  # words: a commit every few files
_FLIPS = 12  # in each file
_SEED = 7

_ADD = """
import sys
from pathlib import Path
from index.errors import BadIndex
from index.kept.adding import add
try:
    add(Path(sys.argv[1]), [sys.argv[2]], "1", batch=int(sys.argv[3]), processes=int(sys.argv[4]))
except BadIndex as problem:
    sys.exit(str(problem))
"""


@dataclass(frozen=True)
class State:
    """What a library turns out to have."""

    documents: frozenset[str]
    faults: tuple[str, ...]
    """What is wrong with it: nothing may be."""


def run() -> str:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        return "\n\n".join([killed(root), filled(root), at_once(root), damaged(root)])


def state_of(library: KeptLibrary, files: Path) -> State:
    """Look at every document of a library made of `articles`."""
    faults = []
    library.refresh()
    for document in library.documents:
        number = int(Path(document.path).stem)
        hits = list(library.search(f"word{number}", limit=None).hits)
        if [(hit.document, hit.paragraph) for hit in hits] != [(document.name, 1)]:
            faults.append(f"word{number} is found in {len(hits)} places")
            continue
        text = library.reading(document).document.text
        if [span.of(text) for span in hits[0].spans] != [f"word{number}"]:
            faults.append(f"the hit of word{number} shows something else")
        if text != (files / f"{number:03}.txt").read_text(encoding="utf-8"):
            faults.append(f"{document.name} is not what was added")
        quoted = library.search(f"voice:lindqvist in:quotes tide word{number}", limit=None).total
        whole = library.search(f'"keeps gauge {number}"', limit=None).total
        if (quoted, whole) != (0, 1):
            faults.append(f"{document.name} is there by half")
    paragraphs = sum(one.paragraphs for one in library.documents)
    if (everything := library.search("-nowhere", limit=0).total) != paragraphs:
        faults.append(f"{everything} paragraphs are found, and there are {paragraphs}")
    return State(frozenset(one.path for one in library.documents), tuple(faults))


def looked_at(folder: Path, files: Path) -> State:
    """The state of the library in a folder, every byte of it checked."""
    library = KeptLibrary(folder)
    try:
        state = state_of(library, files)
        return State(state.documents, (*state.faults, *problems_of(folder)))
    finally:
        library.close()


def killed(root: Path, kills: int = _KILLS, count: int = _FILES, processes: int = 2) -> str:
    """Adding, ended by kill -9 at random moments, a reader being open all the time."""
    files, choose = root / "kill-files", random.Random(_SEED)  # noqa: S311
    articles(files, count)
    tallies: Counter[str] = Counter()
    round_, folder, reader, before = 0, root / "kill-0", None, frozenset[str]()
    length = _seconds_of(root / "kill-whole", files, processes)
    for _ in range(kills):
        process = _adding(folder, files, processes)
        time.sleep(choose.uniform(0, length))
        process.kill()
        _, errors = process.communicate()
        tallies["killed" if process.returncode == -signal.SIGKILL else "had ended before"] += 1
        if process.returncode not in (0, -signal.SIGKILL):
            tallies["wrong"] += 1
            tallies[f"wrong: {errors.strip().splitlines()[-1:]}"] += 1
        state = looked_at(folder, files) if folder.exists() else State(frozenset(), ())
        if state.faults or not before <= state.documents:
            tallies["wrong"] += 1
        tallies["something was committed"] += len(state.documents) > len(before)
        if reader is None:
            reader = KeptLibrary(folder)
        tallies["wrong"] += bool(state_of(reader, files).faults)
        before = state.documents
        if len(before) == count:
            reader.close()
            round_ += 1
            folder, reader, before = root / f"kill-{round_}", None, frozenset()
            tallies["libraries completed"] += 1
    if reader is not None:
        reader.close()
    process = _adding(folder, files, processes)
    process.communicate()
    last = looked_at(folder, files)
    tallies["wrong"] += bool(last.faults) or len(last.documents) != count
    return _table(f"kill -9 at {kills} random moments of adding {count} files", tallies)


def filled(root: Path) -> str:
    """Adding on a disk too small for it; then again, with room."""
    files, place = root / "disk-files", root / "disk"
    articles(files, _FILES)
    place.mkdir()
    tallies: Counter[str] = Counter()
    how = "a limit on the size of files"
    for size in (300, 450, 600, 750, 900, 1_050):
        if _mounted(place, size):
            how = "a file system in memory"
            folder = place / "library"
            process = _adding(folder, files, 1)
            _, errors = process.communicate()
        else:
            folder = root / f"limited-{size}"
            limit = size * 40  # the largest segment has some ten thousand bytes
            process = _adding(folder, files, 1, partial(_limit, limit))
            _, errors = process.communicate()
        tallies["trials"] += 1
        tallies["told in one sentence"] += errors.count("\n") == 1 and "make room" in errors
        tallies["had room enough"] += process.returncode == 0
        state = looked_at(folder, files)
        tallies["something was committed"] += bool(state.documents)
        tallies["wrong"] += bool(state.faults) or "Traceback" in errors
        moved = root / f"moved-{size}"
        shutil.copytree(folder, moved, copy_function=shutil.copy2)
        moved.chmod(0o700)
        _unmount(place)
        _adding(moved, files, 1).communicate()
        last = looked_at(moved, files)
        done = not last.faults and len(last.documents) == _FILES
        tallies["finished by a second run"] += done
        tallies["wrong"] += not done or not state.documents <= last.documents
    return _table(f"a full disk ({how})", tallies)


def at_once(root: Path, rounds: int = 10) -> str:
    """Two adding at the same time."""
    files = root / "twice-files"
    articles(files, _FILES)
    tallies: Counter[str] = Counter()
    for number in range(rounds):
        folder = root / f"twice-{number}"
        both = [_adding(folder, files, 1), _adding(folder, files, 1)]
        said = [process.communicate()[1] for process in both]
        ended = [process.returncode for process in both]
        tallies["pairs"] += 1
        tallies["one waited and found nothing to do"] += ended == [0, 0]
        told = sum("Another quoth (process " in words for words in said)
        tallies["one was told who adds"] += told == 1
        state = looked_at(folder, files)
        whole = not state.faults and len(state.documents) == _FILES
        tallies["wrong"] += not whole or ended not in ([0, 0], [0, 1], [1, 0])
    return _table("two adding at once", tallies)


def damaged(root: Path, flips: int = _FLIPS, count: int = 12) -> str:
    """Bytes flipped, or the end cut off, in each file in turn."""
    files, whole = root / "damage-files", root / "damage"
    articles(files, count)
    add(whole, [str(files)], "1", batch=_BATCH, processes=1)
    choose = random.Random(_SEED)  # noqa: S311
    rows: dict[str, Counter[str]] = {}
    for path in sorted(path for path in whole.rglob("*") if path.is_file()):
        kind = _kind(path)
        row = rows.setdefault(kind, Counter())
        data = path.read_bytes()
        for change in [*[_flip] * flips, _cut, _empty]:
            if not data:
                continue
            path.write_bytes(change(data, choose))
            row["trials"] += 1
            row[_outcome(whole, files, count)] += 1
            path.write_bytes(data)
    lines = [f"damage: {flips} bytes flipped, cut short, emptied, in each file in turn"]
    names = ("trials", "noticed", "harmless", "wrong")
    lines.append(f"{'':12} " + " ".join(f"{name:>10}" for name in names))
    for kind, row in rows.items():
        lines.append(f"{kind:12} " + " ".join(f"{row[name]:>10}" for name in names))
    return "\n".join(lines)


def _outcome(whole: Path, files: Path, count: int) -> str:
    """What comes of opening a damaged library, and of mending it where it is noticed."""
    try:
        library = KeptLibrary(whole)
    except DamagedIndex:
        with tempfile.TemporaryDirectory(dir=whole.parent) as place:
            copy = Path(place, "copy")
            shutil.copytree(whole, copy)
            copy.chmod(0o700)
            repair(copy)
            state = looked_at(copy, files)
            right = not state.faults and len(state.documents) == count
            return "noticed" if right else "wrong"
    except BadIndex:
        return "noticed"
    try:
        shown = 0
        for number in range(1, count + 1):
            for hit in library.search(f"word{number}", limit=None).hits:
                document = library.document(hit)
                if document is None:
                    return "wrong"
                text = library.reading(document).document.text
                if [span.of(text) for span in hit.spans] != [f"word{number}"]:
                    return "wrong"
                shown += 1
        if shown == count:
            return "harmless"
        return "noticed" if library.damaged else "wrong"
    finally:
        library.close()


def _flip(data: bytes, choose: random.Random) -> bytes:
    at = choose.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << choose.randrange(8))]) + data[at + 1 :]


def _cut(data: bytes, choose: random.Random) -> bytes:
    return data[: choose.randrange(len(data))]


def _empty(data: bytes, _: random.Random) -> bytes:
    return data[:0]


def _kind(path: Path) -> str:
    if path.suffix == ".quoth":
        return "readings"
    if path.suffix in (".seg", ".toc"):
        return {".seg": "segments", ".toc": "contents"}[path.suffix]
    return path.name.partition("-")[0]


def _adding(
    folder: Path, files: Path, processes: int, before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", _ADD, str(folder), str(files), str(_BATCH), str(processes)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        preexec_fn=before,
    )


def _seconds_of(folder: Path, files: Path, processes: int) -> float:
    began = time.monotonic()
    _adding(folder, files, processes).communicate()
    return time.monotonic() - began


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _mounted(place: Path, kilobytes: int) -> bool:
    if not sys.platform.startswith("linux") or os.getuid() != 0:
        return False
    line = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "none", str(place)]
    return subprocess.run(line, capture_output=True, check=False).returncode == 0  # noqa: S603


def _unmount(place: Path) -> None:
    if os.path.ismount(place):
        subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607


def _table(title: str, tallies: Counter[str]) -> str:
    tallies["wrong"] += 0
    return "\n".join([title, *(f"  {name:40} {count:>5}" for name, count in tallies.items())])
