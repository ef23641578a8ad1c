"""What an engine has to do, whatever it is made of: narrow a library down to candidates.

An engine is never the judge. It is asked our own query tree and answers with paragraphs among
which are **all** for which the query holds; `index.matching` then looks at our own text and
keeps those for which it does. So engines may differ in what they can express (a phrase, one and
the same quotation, an interruption) and no answer differs; a better engine is only faster. That
is also why nothing here takes a limit: how many candidates make fifty hits is known only to who
judges them. An engine far away may hand them over page by page, best first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from index.tree import Name, Query

__all__ = ["Candidate", "Engine", "Entry", "number_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph as an engine keeps it: folded words and what is known of its quotations."""

    paragraph: int
    """Its number in its document, from 1."""
    fingerprint: int
    """64 bits over everything below: the same entry has the same fingerprint, ever."""
    words: Sequence[str]
    """All its words, in order."""
    said: Sequence[str] = ()
    """Those inside quotations, in order; a word that two quotations share twice."""
    facts: Mapping[Name, Collection[str]] = field(default_factory=dict)
    """The words of what can be asked of its quotations: voices' names, modes, cues …"""


class Candidate(NamedTuple):
    """A paragraph that may be a hit. A tuple, since a common word has thousands."""

    document: str
    paragraph: int
    score: float
    """How well it fits; higher is better. 0 where nobody asked for a rank."""


def number_of(address: str) -> int:
    """What stands for the address of a kept reading in an index: its first 64 bits."""
    return int(address[:16], 16)


class Engine(Protocol):
    """Safe to use from several threads; changes are made by one thread at a time.

    Every method may raise `index.errors.BadIndex` where the index is kept in a folder.
    """

    def put(
        self,
        document: str,
        entries: Iterable[Entry],
        gone: Collection[int] = (),
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Add paragraphs of a document, in place of those of the same numbers; drop `gone`.

        All of it is seen at once, by every search begun after this returns. Each entry is asked
        for once and need not be kept, so they may be made as they are asked for. What making
        them raises is passed on, and nothing is changed then; so it is with
        `index.errors.Cancelled`, which is raised once `cancelled`, asked often, says yes.
        """

    def forget(self, document: str) -> None:
        """Drop all paragraphs of a document. Not knowing it is no error."""

    def fingerprints(self, document: str) -> dict[int, int]:
        """Of each paragraph kept of a document, by number, the fingerprint."""

    def candidates(
        self,
        query: Query,
        documents: Collection[str] | None,
        ranked: bool,
        cancelled: Callable[[], bool],
    ) -> Iterable[Candidate]:
        """Every paragraph for which the query holds, and maybe some others, in no order.

        Only from `documents`, if given. `cancelled` is asked often; once it says yes,
        `index.errors.Cancelled` is raised.
        """

    def near(self, word: str) -> Collection[str]:
        """Other words kept that are spelled nearly like a folded word, in no order.

        None where the engine cannot tell.
        """

    def count(self) -> int:
        """How many paragraphs are kept."""

    def close(self) -> None:
        """Let go of files and memory. Nothing may be asked afterwards."""
