"""Going through XML element by element, holding none of it: no document types, no entities, no depths."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from texts.errors import Damaged, TooMuch
from texts.loading.limits import DEEPEST

__all__ = ["Attributes", "Element", "Statements", "go_through"]

Attributes = dict[str, str]


class Element:
    """What hears of the elements of a file. Names are ``prefix:local`` as `go_through` was told."""

    def start(self, name: str, attributes: Attributes, /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def words(self, words: str, /) -> None:
        """Characters between tags, in pieces."""


class Statements(Element):
    """The words in each element, by its name: for small files of facts."""

    def __init__(self) -> None:
        self._stated: dict[str, list[str]] = {}
        self._current: str | None = None

    def start(self, name: str, attributes: Attributes, /) -> None:
        # OpenDocument's own facts have a name each.
        self._current = attributes.get("meta:name", name)
        self._stated.setdefault(self._current, []).append("")

    def end(self, _name: str, /) -> None:
        self._current = None

    def words(self, words: str, /) -> None:
        if self._current is not None:
            self._stated[self._current][-1] += words

    def all(self, name: str) -> list[str]:
        """What each element of that name holds."""
        return self._stated.get(name, [])

    def first(self, *names: str) -> str | None:
        """What the first element holds that has one of the names and holds anything."""
        return next((words for name in names for words in self.all(name) if words.strip()), None)


def go_through(
    data: bytes, element: Element, prefixes: dict[str, str], shown: str, part: str
) -> None:
    """Tell `element` what is in a well-formed XML file. Linear in the data.

    `prefixes` gives the short name of each namespace that matters; names of others keep their
    address. `part` names the file in the archive `shown`. Raises `Damaged` or `TooMuch`; a document
    type, in which entities could be declared, is refused.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = 0

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = f"{prefixes.get(space, space)}:{local}" if space else local
            names[name] = known
        return known

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise TooMuch(
                f"{shown} is nested too deeply: more than {DEEPEST:,} elements in {part}."
            )
        element.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        element.end(short(name))

    def refuse(*_: object) -> None:
        raise Damaged(f"{shown} is refused: {part} declares a document type, which is not safe.")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = element.words
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = _nothing
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        reason = expat.ErrorString(problem.code)
        raise Damaged(
            f"{shown} is damaged: what should be {part} is not whole ({reason})."
        ) from None


_nothing: Callable[..., int] = lambda *_: 0  # noqa: E731
