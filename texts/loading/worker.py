"""A process that reads files, from the side of the one who asks: started late, ended, replaced."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from texts.errors import Damaged, TextsError, TooMuch
from texts.loading.answers import LARGEST_ANSWER
from texts.loading.child import ANSWER, REQUEST
from texts.loading.formats import Format
from texts.loading.limits import Limits

__all__ = ["Worker"]

_START = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from texts.loading.child import serve; serve()"
)
_ROOT = str(Path(__file__).resolve().parents[2])
_LOOK = 0.1
"""Seconds between two looks at whether a file is still wanted."""
_MOST_FILES = 500
"""A process is replaced after as many files, so that what a library leaks does not add up."""


class Worker:
    """One process that answers one request at a time; it begins with the first.

    Not for several threads at once. A process that is ended, by a limit or by its own fault, is
    replaced when the next file comes.
    """

    def __init__(self, limits: Limits, unwanted: Callable[[], bool] = lambda: False) -> None:
        """`unwanted` is asked several times a second; once it says so, a file is given up."""
        self._limits = limits
        self._unwanted = unwanted
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0
        self._ended_by: int | None = None
        self.started = 0
        """How many processes have been started."""

    def ask(self, data: bytes, shown: str, form: Format) -> bytes:
        """The answer on the bytes of a file called `shown`, as `texts.loading.answers` reads it.

        Raises `TooMuch` when it took too long and `Damaged` when the process broke. Comes back
        after `Limits.seconds`, or twice as long at the very worst, and leaves no process that still
        works on the file.
        """
        is_fresh = self._process is None
        answer, given_up = self._exchange(data, shown, form)
        if answer is None and not (given_up or is_fresh or self._used_up):
            # It may have been ended for what it did before: each file is judged by itself.
            answer, given_up = self._exchange(data, shown, form)
        if answer is None:
            raise self._why(shown, form, given_up=given_up)
        return answer

    def _exchange(self, data: bytes, shown: str, form: Format) -> tuple[bytes | None, bool]:
        """The answer, or `None` where the process ended; and whether we ended it for its time."""
        process = self._running()
        requests, answers = _pipes(process)
        given_up, done = threading.Event(), threading.Event()

        def watch() -> None:
            until = time.monotonic() + self._limits.seconds
            while not done.wait(min(_LOOK, max(0.0, until - time.monotonic()))):
                if time.monotonic() >= until or self._unwanted():
                    given_up.set()
                    process.kill()
                    return

        request = {"shown": shown, "format": form.words, "module": form.module, "size": len(data)}
        threading.Thread(target=watch, daemon=True).start()
        answer, goes_on = None, False
        try:
            _send(requests, request, data)
            answer, goes_on = _received(answers)
        finally:
            done.set()
            self._files += 1
            # Interrupted between request and answer, its next answer would be this file's.
            if not goes_on or given_up.is_set() or self._files >= _MOST_FILES:
                self._end()
        return answer, given_up.is_set()

    def close(self) -> None:
        """End the process, if there is one."""
        self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        # Isolated, and without the site's own start-up: nothing of where the user happens to be.
        paths = [_ROOT, *(path for path in sys.path if path and path != _ROOT)]
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-I", "-S", "-B", "-c", _START, json.dumps(paths)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # ctrl+c is for us: we end it when we have to.
            process_group=0 if sys.platform != "win32" else None,
        )
        self.started += 1
        self._files = 0
        _send(_pipes(self._process)[0], asdict(self._limits), b"")
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in _pipes(process):
            # What it was still to be told.
            with suppress(BrokenPipeError):
                pipe.close()
        self._ended_by = process.wait()

    @property
    def _used_up(self) -> bool:
        """Whether the last process was ended for its computing time."""
        return sys.platform != "win32" and self._ended_by == -signal.SIGXCPU

    def _why(self, shown: str, form: Format, *, given_up: bool) -> TextsError:
        limits = self._limits
        if given_up and self._unwanted():
            return TooMuch(f"{shown} was given up.")
        if given_up:
            return TooMuch(
                f"{shown} took longer than {limits.seconds:g} seconds to read; it was given up."
            )
        if self._used_up:
            return TooMuch(
                f"{shown} took more than {limits.cpu_seconds} seconds of computing to read; "
                "it was given up."
            )
        return Damaged(
            f"{shown} cannot be read as {form.words}: its reader broke, as it does on damaged files "
            f"and on those that need more than {limits.memory >> 20} MB of memory."
        )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise LookupError("the process was started without pipes")
    return process.stdin, process.stdout


def _send(pipe: IO[bytes], header: Mapping[str, object], data: bytes) -> None:
    packed = json.dumps(header).encode()
    # A process that ended before it read all tells so by having no answer.
    with suppress(BrokenPipeError):
        pipe.write(REQUEST.pack(len(packed)) + packed)
        pipe.write(data)
        pipe.flush()


def _received(pipe: IO[bytes]) -> tuple[bytes | None, bool]:
    """The next answer, `None` if the process ended before it was whole; and whether it goes on."""
    start = pipe.read(ANSWER.size)
    if len(start) < ANSWER.size:
        return None, False
    length, is_last = ANSWER.unpack(start)
    if length > LARGEST_ANSWER:
        return None, False
    answer = pipe.read(length)
    return (answer, not is_last) if len(answer) == length else (None, False)
