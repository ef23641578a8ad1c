"""A reader of a format that does what the file tells it: for what must come of it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from texts.loading.extract import Extract
from texts.loading.formats import Format

__all__ = ["MISBEHAVING", "read"]

MISBEHAVING = Format("misbehaving", __name__)


def read(data: bytes, shown: str) -> Extract:
    """Do what `data` says, then give its words as a paragraph."""
    word = data.decode()
    if word == "loop":
        while True:
            pass
    elif word == "wait":
        time.sleep(3600)
    elif word == "eat":
        return _said(str(len(bytearray(1 << 40))))
    elif word == "die":
        os._exit(3)
    elif word == "fail":
        raise ValueError(shown)
    elif word == "deep":
        return read(data, shown)
    elif word == "print":
        print("x" * 100, flush=True)
        print(sys.stdin.read(), file=sys.stderr)
    elif word == "pid":
        return _said(str(os.getpid()))
    elif word == "write":
        (Path(__file__).parent / "written").touch()
    elif word == "connect":
        socket.create_connection(("localhost", 9))
    elif word == "run":
        subprocess.run([sys.executable, "--version"], check=True)
    elif word == "half":
        return _said("a\ud800b")
    return _said(word)


def _said(words: str) -> Extract:
    extract = Extract()
    extract.add(words)
    return extract
