"""From a file to what the library keeps of it; done in parallel, in processes of their own.

Reading a text takes a few milliseconds a page, twice what indexing it takes. What a process makes
depends on the file alone, and results come in the order in which the files were given: so the same
files give the same library however many processes there are.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path

from index.kept.catalogue import KeptDocument, Stamp, listed
from index.kept.coding import bytes_of
from index.kept.readings import address_of
from index.kept.records import record_of
from index.passages import Passage
from texts.attribution import attribute
from texts.errors import TextsError
from texts.loading import Loader
from texts.loading.controls import harmless_path
from texts.reading import Quotation, Reading

__all__ = ["Made", "Work", "kept_as", "made_of", "make", "make_all"]

_FEW = 8  # files, for which no process is worth its start
_AHEAD = 4  # files for each process, that may be waiting or lie ready
_MOST_AHEAD = 32_000_000  # bytes of files beyond which none waits or lies ready
_WAIT = 0.2  # seconds between two looks at `stopped`


@dataclass(frozen=True, slots=True)
class Work:
    """A file to be read."""

    path: str
    stamp: Stamp
    made: str
    """By which version it is to be read."""
    digest: str | None = None
    """The digest of what is kept of it; where that is still so, there is nothing to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a file."""

    work: Work
    problem: str | None = None
    """Why it is left out, in one sentence."""
    document: KeptDocument | None = None
    """`None` too where it is as it was."""
    data: bytes = b""
    """Of the reading."""
    records: tuple[bytes, ...] = ()
    """Of each paragraph, in order, what the index keeps of it, and is told of it too."""
    words: int = 0


def make(work: Work, loader: Loader) -> Made:
    """Read a file. Raises nothing for what is in it, or for its being gone."""
    try:
        document = loader.load(Path(work.path))
    except TextsError as problem:
        return Made(work, problem=str(problem))
    if document.digest == work.digest:
        return Made(work)
    return made_of(work, attribute(document))


def made_of(work: Work, reading: Reading) -> Made:
    """What is kept of a reading. Linear."""
    data = bytes_of(reading)
    document = listed(reading, address_of(data), work.path, work.stamp, work.made)
    return kept_as(work, document, data, reading)


def kept_as(work: Work, document: KeptDocument, data: bytes, reading: Reading) -> Made:
    """What is kept of a reading whose bytes are there already. Linear."""
    records, words = [], 0
    for paragraph in reading.document.paragraphs:
        passage = Passage(reading, paragraph)
        quotations = reading.in_paragraph(paragraph.number) if passage.read else ()
        voices = tuple(_name_of(reading, quotation) for quotation in quotations)
        records.append(record_of(passage, voices))
        words += len(passage)
    return Made(work, None, document, data, tuple(records), words)


def _name_of(reading: Reading, quotation: Quotation) -> str | None:
    voice = reading.voice_of(quotation)
    return None if voice is None else voice.name


def make_all(works: Iterable[Work], processes: int, stopped: Callable[[], bool]) -> Iterator[Made]:
    """What comes of files, in their order; nothing more once `stopped` says so.

    A file whose reading ends its process is told as a problem, and the others are read.
    """
    waiting = iter(works)
    first = list(islice(waiting, _FEW + 1))
    if len(first) <= _FEW or processes <= 1:
        with Loader() as loader:
            for work in (*first, *waiting):
                if stopped():
                    return
                yield make(work, loader)
        return
    left: deque[Work] = deque(first)
    left.extend(waiting)
    while left:
        suspects = yield from _in_pool(left, processes, stopped)
        # One of those that were being read has ended its process: each gets one of its own.
        for work in suspects:
            if stopped():
                return
            if (yield from _in_pool(deque([work]), 1, stopped)):
                yield Made(
                    work,
                    problem=f"{harmless_path(work.path)} ended the process that read it; "
                    "it is left out.",
                )


def _in_pool(
    left: deque[Work], processes: int, stopped: Callable[[], bool]
) -> Generator[Made, None, list[Work]]:
    """Read what is left; gives back what was being read when a process ended."""
    running: deque[tuple[Work, Future[Made]]] = deque()
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        while left or running:
            while left and _has_room(running, left[0], processes):
                # It is left until it is taken: the pool refuses it once a process has ended.
                running.append((left[0], pool.submit(_make, left[0])))
                left.popleft()
            while True:
                if stopped():
                    left.clear()
                    return []
                try:
                    made = running[0][1].result(_WAIT)
                except TimeoutError:
                    continue
                break
            running.popleft()
            yield made
    except BrokenProcessPool:
        return [work for work, _ in running]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return []


def _has_room(running: Collection[tuple[Work, Future[Made]]], work: Work, processes: int) -> bool:
    """Whether another file may be begun: one for each process, and others if they are small."""
    size = work.stamp.size + sum(other.stamp.size for other, _ in running)
    return len(running) < processes or (len(running) < processes * _AHEAD and size <= _MOST_AHEAD)


@cache
def _loader() -> Loader:
    """The one of this process; what it starts ends with it."""
    return Loader()


def _make(work: Work) -> Made:
    return make(work, _loader())


def _begin() -> None:
    """In a new process: ctrl+c is for who started it, and it ends when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    # A process that was killed leaves its children waiting for ever.
    parent.join()
    os._exit(1)
