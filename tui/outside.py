"""Opening a file or an address in the system's own program: which program, and which addresses."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit

__all__ = ["address_and_host", "hand_over", "opener"]

_LONGEST: Final = 400
"""Characters: what is opened must be shown in full, also in a small window."""
_HOST: Final = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_KEPT: Final = "/?#:@!$&()*+,;=~%-._[]"
_BY_SYSTEM: Final = "startfile"
"""Not a program, but a call of Windows."""
_PATIENCE: Final = 3.0
"""Seconds for a program to say that it cannot."""


def opener(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> list[str] | None:
    """The command that hands a file or an address to the desktop; `None` where there is no desktop."""
    if system == "win32":
        return [_BY_SYSTEM]
    wanted: list[tuple[str, tuple[str, ...]]]
    if system == "darwin":
        wanted = [("open", ())]
    elif environment.get("WSL_DISTRO_NAME"):
        wanted = [("wslview", ())]
    elif environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        wanted = [("xdg-open", ()), ("gio", ("open",))]
    else:
        wanted = []
    return next(([path, *rest] for name, rest in wanted if (path := which(name))), None)


def address_and_host(stated: str | None) -> tuple[str, str] | None:
    """An address that a text states, as it would be opened, and the host it leads to.

    A text is not to be trusted: only ``http`` and ``https`` are taken, no name and password that may
    look like a host, and nothing but ASCII is in the result, so that it looks like what it is. `None`
    for anything else.
    """
    if stated is None or re.search(r"[\s\x00-\x20\x7f-\x9f\\\"<>^`{|}']", stated):
        return None
    try:
        parts = urlsplit(stated)
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    where = host if port is None else f"{host}:{port}"
    path, query, fragment = (
        quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment)
    )
    address = SplitResult(parts.scheme, where, path, query, fragment).geturl()
    return (address, where) if len(address) <= _LONGEST else None


async def hand_over(command: list[str], target: str) -> bool:
    """Give a file or an address to the desktop's command; false where it says that it cannot.

    It runs apart from this terminal. One that goes on running is taken for one that can.
    """
    if sys.platform == "win32" and command == [_BY_SYSTEM]:
        try:
            await asyncio.to_thread(os.startfile, target)
        except OSError:
            return False
        return True
    try:
        program = await asyncio.create_subprocess_exec(
            *command,
            target,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return await asyncio.wait_for(program.wait(), _PATIENCE) == 0
    except TimeoutError:
        return True
