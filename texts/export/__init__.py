"""Readings written out for other programs and other people, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

from texts.export import jsonl, markdown, table
from texts.reading import Reading

__all__ = ["FORMATS", "Export"]


class _Writer(Protocol):
    def __call__(
        self,
        reading: Reading,
        *,
        terms: bool = False,
        attitudes: bool = False,
        decisions: bool = False,
    ) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class Export:
    """A format: what to write once, and what for each reading, in pieces of text.

    All pieces are complete lines that end in ``\\n``, to be written as UTF-8. None holds a
    control character but ``\\n``.
    """

    pieces: _Writer
    """The lines of one reading; the terms and the attitudes among them where they are asked for,
    and what the reader has decided."""
    header: str = ""
    decided_header: str = ""
    """The header where decisions are asked for."""

    def opening(self, *, decisions: bool = False) -> str:
        """What is written once, before the first reading; empty for most formats."""
        return self.decided_header if decisions else self.header


FORMATS: Final[Mapping[str, Export]] = MappingProxyType(
    {
        "jsonl": Export(jsonl.objects),
        "csv": Export(table.rows, table.HEADER, table.DECIDED_HEADER),
        "markdown": Export(markdown.page),
    }
)
"""The formats by the names the command line gives them, the default first."""
