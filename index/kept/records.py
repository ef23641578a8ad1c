"""What the judge needs of a paragraph, as bytes in the index: its words, and which are whose.

A query that posting lists cannot decide is decided paragraph by paragraph (`index.matching`). For
that the words are wanted, not the text: so they lie beside the posting lists, and no reading has
to be opened for a paragraph that is not shown. Words hold letters and digits only, so any other
character can part them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from index.passages import BREAK, Passage, Run, Said
from index.subjects import Subjects
from index.tree import Name

__all__ = ["Record", "record_of"]


def record_of(passage: Passage, voices: tuple[str | None, ...]) -> bytes:
    """The record of a paragraph; `voices` names who says each of its quotations. Linear."""
    line = passage.line
    # Each word of a line has one space before it.
    starts = [at for at, sign in enumerate(line) if sign == " "] if passage.said else []
    sections = [line.strip()]
    for said, voice in zip(passage.said, voices, strict=True):
        stretches = ",".join(
            f"{starts[first]}:{starts[last + 1]}" for first, last in _stretches(said.run)
        )
        facts = "\t".join(
            f"{name}={'/'.join(fact.strip() for fact in said.facts[name])}"
            for name in Name
            if name in said.facts
        )
        sections.append(f"{stretches}\v{' '.join((voice or '').split())}\v{facts}")
    return "\n".join(sections).encode("utf-8", "surrogatepass")


def _stretches(run: Run) -> Iterator[tuple[int, int]]:
    first = last = None
    for place in run.places:
        if last is None or place != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last


class Record(Run):
    """A paragraph as the judge sees it, made from its bytes as far as it is asked.

    It knows that something is there, not where: its runs have no places.
    """

    __slots__ = ("_own", "_said", "_sections", "about")

    read = True

    def __init__(self, data: bytes, about: Subjects) -> None:
        line, *self._sections = data.decode("utf-8", "surrogatepass").split("\n")
        self.line = f" {line} "
        self.words, self.places = 0, ()
        self._said: tuple[Said, ...] | None = None
        self._own: Run | None = None
        self.about = about
        """What is known of its document."""

    @property
    def said(self) -> tuple[Said, ...]:
        """The quotations with words in the paragraph, in order."""
        if self._said is None:
            self._said = tuple(map(self._said_in, self._sections))
        return self._said

    @property
    def voices(self) -> tuple[str | None, ...]:
        """Who says each of them, by the name that is shown."""
        return tuple(section.split("\v")[1] or None for section in self._sections)

    @property
    def own(self) -> Run:
        """The words that stand in no quotation. What quotations interrupt is not joined."""
        if self._own is None:
            taken = sorted(place for section in self._sections for place in _places(section))
            pieces, at = [], 0
            for start, end in taken:
                if start > at:
                    pieces.append(self.line[at:start].strip())
                if pieces and pieces[-1] != BREAK:
                    pieces.append(BREAK)
                at = max(at, end)
            pieces.append(self.line[at:].strip())
            self._own = Run(" ".join(filter(None, pieces)).split(), ())
        return self._own

    def _said_in(self, section: str) -> Said:
        words = " ".join(self.line[start:end].strip() for start, end in _places(section))
        return Said(_facts(section.split("\v")[2]), (), Run(words.split(), ()))


def _places(section: str) -> list[tuple[int, int]]:
    stretches = section[: section.index("\v")]
    return [
        (int(start), int(end))
        for start, _, end in (one.partition(":") for one in stretches.split(",") if one)
    ]


@lru_cache(maxsize=4_096)
def _facts(written: str) -> Mapping[Name, tuple[str, ...]]:
    return {
        Name(name): tuple(f" {line} " for line in lines.split("/"))
        for name, _, lines in (fact.partition("=") for fact in written.split("\t") if fact)
    }
