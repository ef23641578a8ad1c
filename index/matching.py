"""Whether a query holds of a paragraph, and where: decided on our own text, never by an engine.

An engine narrows a library down to candidates; this decides. `index.tree` says what a query
means, and this is the one place that means it.

A query is compiled once into nested functions, since it is asked of thousands of passages at
every keystroke. Asking tells only *that* and *what* was found; the offsets are worked out by
`places`, for those passages that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.passages import Passage, Run, Said
from index.subjects import Subjects
from index.tree import (
    About,
    And,
    Dated,
    Field,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Term,
    Within,
    asks_for_voices,
)

__all__ = ["Finding", "Judged", "Matcher", "places"]


class Judged(Protocol):
    """A paragraph of which something can be asked: a `Passage`, or what is kept of one."""

    line: str
    """Its words, folded, with a space around each."""
    places: Sequence[int]
    words: int

    @property
    def about(self) -> Subjects:
        """What is known of its document."""

    @property
    def read(self) -> bool:
        """Whether it has been read for voices."""

    @property
    def said(self) -> tuple[Said, ...]:
        """The quotations with words in it, in order."""

    @property
    def own(self) -> Run:
        """The words that stand in no quotation."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that were looked for and are in a run."""

    run: Run | Judged
    needle: str
    count: int


Finding = Sequence[_Words | Said]
"""What was found: words, and the quotations that a field or a scope asked for."""


class _Unit:
    """What a query is asked of: a paragraph, the author's part of it, or one quotation."""

    __slots__ = ("passage", "run", "said")

    def __init__(
        self, passage: Judged, run: Run | Judged, said: tuple[Said, ...] | None = None
    ) -> None:
        self.passage = passage
        self.run = run
        self.said = said
        """The quotations a field asks about; `None` for all of the passage."""


_Ask = Callable[[_Unit], Finding | None]
_Test = Callable[[Said], bool]


class Matcher:
    """A query, ready to be asked of passages."""

    def __init__(self, query: Query) -> None:
        self._needs_voices = asks_for_voices(query)
        self._ask = _compiled(query)

    def ask(self, passage: Judged) -> Finding | None:
        """What the query finds in a passage, or `None` if it does not hold of it.

        Linear in the passage.
        """
        if self._needs_voices and not passage.read:
            return None
        return self._ask(_Unit(passage, passage))


def places(passage: Passage, finding: Finding) -> list[tuple[int, int]]:
    """Where a finding stands: half-open offsets into the document's text, in order, apart.

    That is where the words are; if no words were looked for, the content of the quotations. A
    phrase that goes on over an interruption has a place on either side of it. What only excludes
    has none. Linear in the passage.

    Bare pairs, since a common word has a hundred thousand places and objects cost more than
    finding them.
    """
    if len(finding) == 1 and isinstance(finding[0], _Words) and finding[0].count == 1:
        return _at(passage, finding[0])
    words = [part for part in finding if isinstance(part, _Words)]
    found = [place for part in words for place in _at(passage, part)]
    if not words:
        found = [
            (span.start, span.end)
            for part in finding
            if isinstance(part, Said)
            for span in part.content
        ]
    return _merged(found)


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, and one in place of those that overlap."""
    merged: list[tuple[int, int]] = []
    end = -1
    for place in sorted(places):
        if place[0] < end:
            end = max(end, place[1])
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append(place)
            end = place[1]
    return merged


def _at(passage: Passage, found: _Words) -> list[tuple[int, int]]:
    line, needle, last = found.run.line, found.needle, found.count - 1
    numbers, borders, start = found.run.places, passage.borders, passage.start
    ends = len(passage)  # from there on, borders are ends
    found_at: list[tuple[int, int]] = []
    word = begin = 0
    at = line.find(needle)
    while at >= 0:
        # Each word of a line has one space before it, so counting spaces counts words.
        word += line.count(" ", begin, at)
        begin = at
        first = numbers[word]
        if numbers[word + last] == first + last:
            found_at.append((start + borders[first], start + borders[ends + first + last]))
        else:  # the run has gaps, and the phrase goes on over one
            found_at += [
                (start + borders[stretch[0]], start + borders[ends + stretch[-1]])
                for stretch in _stretches(numbers[word : word + last + 1])
            ]
        at = line.find(needle, begin + 1)
    return found_at


def _stretches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Numbers, cut where one does not follow the one before."""
    start = 0
    for at in range(1, len(numbers) + 1):
        if at == len(numbers) or numbers[at] != numbers[at - 1] + 1:
            yield numbers[start:at]
            start = at


def _compiled(query: Query) -> _Ask:
    match query:
        case Term(word):
            return _words(f" {word} ", 1)
        case Prefix(start):
            return _words(f" {start}", 1)
        case Phrase(words, open_):
            return _words(_needle(words, open_), len(words))
        case Field() | And():
            return _all(query)
        case Or(parts):
            return _either([_compiled(part) for part in parts])
        case Not(part):
            return _without(_compiled(part))
        case About() | Dated():
            return _about(query)
        case Within(Scope.QUOTES, part):
            return _in_quotes(_compiled(part))
        case Within(Scope.AUTHOR, part):
            return _by_author(_compiled(part))
    raise TypeError(f"{query!r} is no query")


def _needle(words: tuple[str, ...], open_: bool) -> str:
    return f" {' '.join(words)}" if open_ else f" {' '.join(words)} "


def _words(needle: str, count: int) -> _Ask:
    def ask(unit: _Unit) -> Finding | None:
        run = unit.run
        return (_Words(run, needle, count),) if needle in run.line else None

    return ask


def _all(query: And | Field) -> _Ask:
    parts = query.parts if isinstance(query, And) else (query,)
    tests = [test for part in parts if (test := _test(part))]
    asks = [_compiled(part) for part in parts if not _test(part)]
    if not tests and len(asks) == 1:
        return asks[0]

    def ask(unit: _Unit) -> Finding | None:
        found: list[_Words | Said] = []
        # Words first: they fail fastest.
        for asked in asks:
            if (part := asked(unit)) is None:
                return None
            found += part
        if tests:
            said = unit.passage.said if unit.said is None else unit.said
            asked_for = [one for one in said if all(test(one) for test in tests)]
            if not asked_for:
                return None
            found += asked_for
        return found

    return ask


def _test(query: Query) -> _Test | None:
    """What a quotation must pass, if the query is a field or a choice of fields."""
    match query:
        case Field(name, words, open_):
            needle = _needle(words, open_)

            def has(said: Said) -> bool:
                return any(needle in fact for fact in said.facts.get(name, ()))

            return has
        case Or(parts):
            tests = [test for part in parts if (test := _test(part))]
            if len(tests) == len(parts):
                return lambda said: any(test(said) for test in tests)
    return None


def _either(asks: list[_Ask]) -> _Ask:
    def ask(unit: _Unit) -> Finding | None:
        held = [found for asked in asks if (found := asked(unit)) is not None]
        return [part for found in held for part in found] if held else None

    return ask


def _without(asked: _Ask) -> _Ask:
    def ask(unit: _Unit) -> Finding | None:
        return () if asked(unit) is None else None

    return ask


def _about(query: About | Dated) -> _Ask:
    def ask(unit: _Unit) -> Finding | None:
        return () if unit.passage.about.holds(query) else None

    return ask


def _in_quotes(asked: _Ask) -> _Ask:
    def ask(unit: _Unit) -> Finding | None:
        found: list[_Words | Said] = []
        for said in unit.passage.said:
            part = asked(_Unit(unit.passage, said.run, (said,)))
            if part is not None:
                found += part
                found.append(said)
        return found or None

    return ask


def _by_author(asked: _Ask) -> _Ask:
    def ask(unit: _Unit) -> Finding | None:
        own = unit.passage.own
        return asked(_Unit(unit.passage, own, unit.said)) if own.words else None

    return ask
