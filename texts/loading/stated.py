"""What a file states about itself, made into the facts of an `Origin`: a name, a day."""

from __future__ import annotations

import datetime
import re

__all__ = ["LONGEST", "day", "named"]

LONGEST = 300
"""A fact's most characters."""

_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{4})(\d{2})(\d{2})(?!\d)")


def named(words: str | None) -> str | None:
    """A name or title on one line; `None` if there is none, or if it is no name but an address."""
    line = " ".join((words or "").split())
    if not line or line.startswith(("http://", "https://")):
        return None
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def day(stated: str | None) -> str | None:
    """The day that a machine-written date begins with, as ``2024-05-01``; `None` if it is none.

    The day is as stated: nothing is reckoned from one time zone to another.
    """
    found = _DAY.match((stated or "").strip())
    if found is None:
        return None
    year, month, date = (int(part) for part in found.groups() if part is not None)
    try:
        return datetime.date(year, month, date).isoformat()
    except ValueError:
        return None
