"""``quoth serve``: the reader in a browser."""

from __future__ import annotations

import ipaddress
import os
import shlex
import socket
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from tui.errors import UserError

__all__ = ["reading_command", "serve"]

_LOOPBACK = "127.0.0.1"


def serve(
    paths: Sequence[str], host: str = _LOOPBACK, port: int = 8000, library: str | None = None
) -> int:
    """Serve the reader on `paths`, or on the last place read, until ctrl+c. Gives the exit status.

    Each window has a process of its own. Raises a `UserError` where that cannot be, and a
    `TextsError` where a path leads nowhere.
    """
    if find_spec("textual_serve") is None:
        raise UserError(
            "quoth serve needs the package textual-serve: "
            "install it with pip install 'quoth[serve]'."
        )
    host = _checked(host, port)
    if paths:
        from tui.following import followed

        for path in paths:
            followed(path, library)
    from tui.serving.server import ReaderServer

    if not ipaddress.ip_address(host).is_loopback:
        print(
            f"quoth: whoever reaches {host} and has the key can read these texts, "
            "and what is sent is not encrypted",
            file=sys.stderr,
        )
    ReaderServer(reading_command(paths, library), host, port).serve()
    return 0


def _checked(host: str, port: int) -> str:
    """The address as browsers write it, at which this port is free."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        raise UserError(f"--host {host}: give an address in numbers, as {_LOOPBACK}.") from None
    if address.is_unspecified:
        raise UserError(f"--host {host}: name the one address by which it will be reached.")
    if not 1 <= port <= 65_535:
        raise UserError(f"--port {port}: a port is a number from 1 to 65535.")
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((str(address), port))
        except OSError as problem:
            why = os.strerror(problem.errno) if problem.errno else str(problem)
            raise UserError(f"{host}:{port}: {why}; choose another by --port.") from None
    return str(address)


def reading_command(paths: Sequence[str], library: str | None) -> str:
    """The reader's command line, for a shell; a folder served from cannot bring code of its own."""
    options = [] if library is None else ["--library", library]
    return shlex.join([sys.executable, "-P", "-m", "tui.cli", *options, "--", *paths])
