"""The library at 1,000, 20,000 and 100,000 paragraphs, beside SQLite FTS5 and, if installed, tantivy.

The text is that of `tests.benchmarks.typing`, in documents of twenty paragraphs of some 112 words.
Each engine is built and asked in a process of its own, one after the other. A keystroke is two
neighbouring words typed letter by letter, the last a beginning; asked for are the best fifty with
the words around them. "first" is the first time that each line is asked, with whatever has to be
read then; "again" the best of three more. CPU milliseconds. "search" is ours without the words
around; the library also counts all hits, which the others do not. A fresh process is timed on the
clock from its start to the first line that it prints, the best of nine.

Building is from readings, attribution not counted; what reading costs is in the table of adding
1,000 articles of about 4,500 characters by `quoth add`: CPU seconds of all processes, the clock,
and the most memory that any one of them held, and the adding one and two readers together.

Nothing is as durable as anything else here: ours syncs every commit, FTS5 is in WAL mode with
synchronous=normal, tantivy as it comes.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from index.hits import snippet
from index.kept.catalogue import Stamp
from index.kept.library import KeptLibrary
from index.kept.making import Made, Work, made_of
from index.kept.writing import writing
from tests.benchmarks.typing import _reading, _typed
from texts.reading import Reading
from texts.samples import path_of, sample_names

_SIZES = (1_000, 20_000, 100_000)
_PAIRS = 12
_TOP = 50
_IN_DOCUMENT = 20
_ROOT = Path(__file__).parents[2]
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLES = 1_000
_LENGTH = 4_500

Ask = Callable[[str], object]


def run() -> str:
    engines = ["library", "fts5", *(["tantivy"] if find_spec("tantivy") else [])]
    lines = [
        f"{'paragraphs':>10} {'engine':8} {'text MB':>8} {'index MB':>8} {'build s':>8} "
        f"{'peak MB':>8} {'first 50':>9} {'95':>7} {'again 50':>9} {'95':>7} {'search 95':>9} "
        f"{'fresh ms':>9}"
    ]
    with tempfile.TemporaryDirectory() as place:
        for size in _SIZES:
            for engine in engines:
                folder = Path(place, f"{engine}-{size}")
                built = _in_process("build", engine, str(size), str(folder))
                asked = _in_process("ask", engine, str(size), str(folder))
                fresh = _fresh(folder) if engine == "library" else None
                lines.append(
                    f"{size:>10,} {engine:8} {built['text']:>8.1f} {built['index']:>8.1f} "
                    f"{built['cpu']:>8.1f} {built['peak']:>8.0f} "
                    f"{_at(asked['first'], 50):>9.1f} {_at(asked['first'], 95):>7.1f} "
                    f"{_at(asked['again'], 50):>9.1f} {_at(asked['again'], 95):>7.1f} "
                    f"{_at(asked['search'], 95) if asked['search'] else float('nan'):>9.1f} "
                    f"{fresh if fresh is not None else float('nan'):>9.0f}"
                )
                print(lines[-1], file=sys.stderr, flush=True)
        return "\n".join([*lines, "", *_adding(Path(place))])


def _adding(place: Path) -> Iterator[str]:
    files = place / "articles"
    _write_articles(files)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    line = [sys.executable, "-m", "tui.cli", "add", str(files), "--quiet"]
    line += ["--library", str(place / "articles-library")]
    process = subprocess.Popen(line, cwd=_ROOT)  # noqa: S603 - our own interpreter and words
    together = 0.0
    while process.poll() is None:
        together = max(together, _held_by(process.pid))
        time.sleep(0.05)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    yield f"adding {_ARTICLES:,} articles of {_LENGTH:,} characters: {cpu:.1f} CPU s, "
    yield f"{ended - began:.1f} s by the clock, {together:.0f} MB at most in all its processes"


def _held_by(number: int) -> float:
    """Megabytes of memory of a process and of those it started, where the system tells."""
    total = 0.0
    try:
        status = Path(f"/proc/{number}/status").read_text(encoding="ascii")
        if match := re.search(r"VmRSS:\s+(\d+)", status):
            total += int(match[1]) / 1024
        for task in Path(f"/proc/{number}/task").iterdir():
            for child in (task / "children").read_text(encoding="ascii").split():
                total += _held_by(int(child))
    except OSError:
        pass
    return total


def _write_articles(folder: Path) -> None:
    folder.mkdir()
    choose = random.Random(1)  # noqa: S311
    paragraphs = [
        paragraph
        for name in sample_names()
        for paragraph in path_of(name).read_text(encoding="utf-8").split("\n\n")
        if len(paragraph) > 80
    ]
    for number in range(_ARTICLES):
        chosen: list[str] = []
        while sum(map(len, chosen)) < _LENGTH - 200:
            chosen.append(choose.choice(paragraphs)[:900])
        (folder / f"{number:04}.txt").write_text("\n\n".join(chosen)[:_LENGTH], encoding="utf-8")


def _fresh(folder: Path) -> float:
    """Milliseconds of the clock from the start of a process to its first line."""
    spent = []
    line = [sys.executable, "-m", "tui.cli", "search", "impunity tide", "--library", str(folder)]
    for _ in range(9):
        began = time.perf_counter()
        with subprocess.Popen(  # noqa: S603 - our own interpreter and words
            line,
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        ) as process:
            if process.stdout is None or not process.stdout.readline():
                raise RuntimeError("nothing was found")
            spent.append((time.perf_counter() - began) * 1000)
            process.stdout.read()
    return min(spent)


def _in_process(*arguments: str) -> dict[str, Any]:
    run = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "tests.benchmarks.library", *arguments],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def _readings(size: int) -> Iterator[Reading]:
    for number in range(size // _IN_DOCUMENT):
        yield _reading(_IN_DOCUMENT, f"/texts/{number:06}.txt", number)


def _build(engine: str, size: int, folder: Path) -> dict[str, Any]:
    made = list(_readings(size)) if size < 50_000 else None
    source = iter(made) if made is not None else _readings(size)
    text = 0
    spent = 0.0

    def counted() -> Iterator[Reading]:
        # What generating costs is not counted.
        nonlocal text, spent
        while True:
            before = time.process_time()
            one = next(source, None)
            spent += time.process_time() - before
            if one is None:
                return
            text += len(one.document.text.encode())
            yield one

    began = time.process_time()
    _BUILDERS[engine](counted(), folder)
    cpu = time.process_time() - began - spent
    index = folder / "index" if engine == "library" else folder
    size_of = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"text": text / 1e6, "index": size_of / 1e6, "cpu": cpu, "peak": peak}


def _ask(engine: str, size: int, folder: Path) -> dict[str, Any]:
    ask, search = _OPENERS[engine](folder)
    lines = _lines(size)
    first = [_spent(partial(ask, line)) for line in lines]
    again = [min(_spent(partial(ask, line)) for _ in range(3)) for line in lines]
    alone = (
        [min(_spent(partial(search, line)) for _ in range(3)) for line in lines] if search else []
    )
    return {"first": first, "again": again, "search": alone}


def _lines(size: int) -> list[str]:
    choose = random.Random(20)  # noqa: S311
    lines: list[str] = []
    for _ in range(_PAIRS):
        number = choose.randrange(size // _IN_DOCUMENT)
        document = _reading(_IN_DOCUMENT, "", number).document
        found = _WORD.findall(document.words_of(choose.choice(document.paragraphs).span))
        at = choose.randrange(len(found) - 1)
        lines += _typed("", f"{found[at]} {found[at + 1]}".lower())
    return lines


def _build_library(readings: Iterator[Reading], folder: Path) -> None:
    with writing(folder) as session:
        batch: list[Made] = []
        words = 0
        for reading in readings:
            made = made_of(Work(reading.document.name, Stamp(1, 1), "1"), reading)
            batch.append(made)
            words += made.words
            if words > 150_000:
                session.commit(batch)
                batch, words = [], 0
        session.commit(batch)


def _open_library(folder: Path) -> tuple[Ask, Ask | None]:
    library = KeptLibrary(folder)

    def ask(line: str) -> None:
        for hit in library.search(line, typing=True, limit=_TOP).hits:
            document = library.document(hit)
            if document is not None:
                snippet(library.text(document), hit, 80)

    return ask, lambda line: library.search(line, typing=True, limit=_TOP)


def _build_fts5(readings: Iterator[Reading], folder: Path) -> None:
    folder.mkdir()
    connection = sqlite3.connect(folder / "fts")
    connection.execute("pragma journal_mode=wal")
    connection.execute("pragma synchronous=normal")
    connection.execute(
        "create virtual table f using fts5(document unindexed, text, prefix='1 2 3', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    for reading in readings:
        document = reading.document
        connection.executemany(
            "insert into f values (?, ?)",
            [(document.name, document.words_of(one.span)) for one in document.paragraphs],
        )
    connection.commit()
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def _open_fts5(folder: Path) -> tuple[Ask, Ask | None]:
    connection = sqlite3.connect(folder / "fts")

    def ask(line: str) -> object:
        *whole, begun = line.split()
        asked = " AND ".join([*(f'"{word}"' for word in whole), f'"{begun}"*'])
        return connection.execute(
            "select document, snippet(f, 1, '<', '>', '…', 16) from f where f match ? "
            "order by rank limit ?",
            (asked, _TOP),
        ).fetchall()

    return ask, None


def _tantivy() -> Any:
    import importlib

    return importlib.import_module("tantivy")


def _tantivy_schema() -> Any:
    builder = _tantivy().SchemaBuilder()
    builder.add_text_field("document", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", stored=True)
    return builder.build()


def _build_tantivy(readings: Iterator[Reading], folder: Path) -> None:
    folder.mkdir()
    index = _tantivy().Index(_tantivy_schema(), path=str(folder))
    writer = index.writer(heap_size=128 << 20, num_threads=1)
    for reading in readings:
        for one in reading.document.paragraphs:
            document = _tantivy().Document()
            document.add_text("document", reading.document.name)
            document.add_text("text", reading.document.words_of(one.span))
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _open_tantivy(folder: Path) -> tuple[Ask, Ask | None]:
    module = _tantivy()
    index = module.Index.open(str(folder))
    searcher, must, query = index.searcher(), module.Occur.Must, module.Query

    def ask(line: str) -> object:
        *whole, begun = line.split()
        parts = [(must, query.term_query(index.schema, "text", word)) for word in whole]
        parts.append((must, query.regex_query(index.schema, "text", f"{re.escape(begun)}.*")))
        asked = query.boolean_query(parts)
        snippets = module.SnippetGenerator.create(searcher, asked, index.schema, "text")
        return [
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
            for _, address in searcher.search(asked, limit=_TOP).hits
        ]

    return ask, None


_BUILDERS: dict[str, Callable[[Iterator[Reading], Path], None]] = {
    "library": _build_library,
    "fts5": _build_fts5,
    "tantivy": _build_tantivy,
}
_OPENERS: dict[str, Callable[[Path], tuple[Ask, Ask | None]]] = {
    "library": _open_library,
    "fts5": _open_fts5,
    "tantivy": _open_tantivy,
}


def _spent(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1000


def _at(spent: list[float], percent: int) -> float:
    return statistics.quantiles(spent, n=100)[percent - 1]


if __name__ == "__main__":
    what, name, count, where = sys.argv[1:]
    does = {"build": _build, "ask": _ask}[what]
    print(json.dumps(does(name, int(count), Path(where))))
