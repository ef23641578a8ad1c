"""The process that reads what is no plain text: one file after another, held to its limits.

It is given the bytes of a file and gives back what `texts.loading.answers` describes. It opens no
connection, starts no program and writes no file, and it is ended from outside when a file takes
too long, so nothing in it needs to be trusted.

A request is a length (four bytes, big end first), as many bytes of JSON, and the bytes of the file.
An answer is a length, whether this process ends with it (a byte), and as many bytes of JSON.
"""

from __future__ import annotations

import importlib
import json
import os
import struct
import sys
from typing import Any, BinaryIO

from texts.errors import Damaged, TextsError, TooMuch
from texts.loading.answers import packed, packed_error
from texts.loading.extract import Extract
from texts.loading.limits import Limits

__all__ = ["ANSWER", "REQUEST", "serve"]

REQUEST = struct.Struct(">I")
ANSWER = struct.Struct(">I?")
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.kill",
    "shutil.",
    "urllib.",
    "ftplib.",
    "http.",
    "smtplib.",
    "webbrowser.",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(Exception):
    """A reader wanted to call out, to start a program or to write."""


def serve() -> None:
    """Answer requests on standard input until there are no more."""
    requests, answers = _own_streams()
    settings = _header(requests)
    if settings is None:
        return
    limits = Limits(**settings)
    limits.hold()
    sys.addaudithook(_forbid)
    while (request := _header(requests)) is not None:
        data = requests.read(request["size"])
        limits.begin()
        answer, is_last = _answer(request, data, limits)
        del data
        answers.write(ANSWER.pack(len(answer), is_last) + answer)
        answers.flush()
        if is_last:
            return


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, taken away from whatever a library may print or read."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return requests, answers


def _header(requests: BinaryIO) -> dict[str, Any] | None:
    length = requests.read(REQUEST.size)
    if len(length) < REQUEST.size:
        return None
    header: dict[str, Any] = json.loads(requests.read(*REQUEST.unpack(length)))
    return header


def _answer(request: dict[str, Any], data: bytes, limits: Limits) -> tuple[bytes, bool]:
    """The answer, and whether this process had better be replaced after it."""
    shown, words = str(request["shown"]), str(request["format"])
    try:
        read = importlib.import_module(request["module"]).read
        extract: Extract = read(data, shown)
        return packed(extract, shown), False
    except TextsError as told:
        return packed_error(told), False
    except MemoryError:
        problem: TextsError = TooMuch(
            f"{shown} needs more than {limits.memory >> 20} MB of memory to be read; it was given up."
        )
    except RecursionError:
        problem = TooMuch(f"{shown} is nested too deeply to be read.")
    except Exception as defect:
        # A reader's defect or a library's: of this file, not of the next ones.
        reason = type(defect).__name__
        problem = Damaged(f"{shown} cannot be read as {words}: it is damaged ({reason}).")
    return packed_error(problem), True


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITES:
            raise Forbidden(event)
    elif event.startswith(_FORBIDDEN):
        raise Forbidden(event)
