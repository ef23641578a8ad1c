"""What can go wrong when something is looked for, as sentences a reader can act on.

FindingError
├── QueryError        the line cannot be understood: what, where, what to do
│   └── NothingYet    it says nothing to look for, or not yet: no fault, only wait
├── Cancelled         whoever asked no longer wants the answer
└── BadIndex          the folder of an index cannot be used
    ├── DamagedIndex  it is damaged: delete it, and it is built again from the documents
    │   └── OutdatedIndex  nothing is damaged, another version wrote it: it is built again too
    └── NotOurs       somebody else could have written it, so it is not opened
"""

from __future__ import annotations

__all__ = [
    "BadIndex",
    "Cancelled",
    "DamagedIndex",
    "FindingError",
    "NotOurs",
    "NothingYet",
    "OutdatedIndex",
    "QueryError",
]


class FindingError(Exception):
    """Any failure of this package that is not a defect. Its text is one clear sentence."""


class QueryError(FindingError):
    """A line that cannot be understood.

    `message` says what is wrong and what to do, for display under the box; ``str()`` adds where.
    `position` is the offset into the line, from 0, of the character to point at; it may be the
    length of the line, where something is missing at the end.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} (at character {position + 1})")
        self.message = message
        self.position = position


class NothingYet(QueryError):
    """The line names nothing to look for, or, while it is typed, not enough yet."""


class Cancelled(FindingError):
    """The search was given up because its `cancelled` said so."""


class BadIndex(FindingError):
    """The folder of an index cannot be used."""


class DamagedIndex(BadIndex):
    """The index is damaged. It is a cache: delete the folder and add the documents again."""


class OutdatedIndex(DamagedIndex):
    """The index is of another version of this program, which this one cannot read."""


class NotOurs(BadIndex):
    """The folder belongs to somebody else or may be written by others.

    An index file is trusted when it is read, so one that others can write is never opened.
    """
