"""What can be asked of a document as a whole: its title and file, its outlet, its date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from index.tree import About, Dated, Subject
from texts.words import words

__all__ = ["Subjects", "days_of", "subjects_of"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Subjects:
    """What is known of one document."""

    lines: Mapping[Subject, tuple[str, ...]]
    """Folded words with a space around each."""
    days: tuple[str, str] | None
    """The first and the last day its date may mean, as ``2021-05-01``; `None` if not known."""

    def holds(self, query: About | Dated) -> bool:
        """Whether a query is true of the document.

        A date that is known by its year only lies in 2021..2022, and not in May 2021: it may have
        been June. What is not known lies nowhere.
        """
        if isinstance(query, About):
            needle = f" {' '.join(query.words)}{'' if query.open else ' '}"
            return any(needle in line for line in self.lines.get(query.subject, ()))
        if self.days is None:
            return False
        return (query.first or "") <= self.days[0] and (
            query.last is None or self.days[1] <= query.last
        )


@lru_cache(maxsize=16_384)
def subjects_of(name: str, title: str | None, outlet: str | None, date: str | None) -> Subjects:
    """What is known of a document of that name and origin. Linear in the words, and remembered."""
    return Subjects(
        {
            Subject.DOC: tuple(_line(text) for text in (title, name) if text),
            Subject.OUTLET: (_line(outlet),) if outlet else (),
        },
        days_of(date) if date else None,
    )


def days_of(date: str) -> tuple[str, str] | None:
    """The first and the last day that ``2021``, ``2021-05`` or ``2021-05-03 …`` may mean.

    `None` for what begins with no such date, or with one that there is not.
    """
    match = _DATE.match(date)
    if match is None or match[1] == "0000":
        return None
    year, month, day = match[1], match[2], match[3]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    last = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{last}"
    return (f"{year}-{month}-{day}",) * 2 if 1 <= int(day) <= last else None


def _line(text: str) -> str:
    return f" {' '.join(word.folded for word in words(text))} "
