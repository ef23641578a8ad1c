"""The palette's texts and voices: found by any of their words, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from texts.words import words
from tui.screens.documents import name_of
from tui.screens.reader import ReaderScreen
from tui.wording import shortened

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument

__all__ = ["TextsAndVoices"]

_MOST = 20
"""So many are offered at once, of however many there are."""
_FIRST = 5
"""So many of each sort are offered before anything is typed."""
_NAME = 80
_LEAST = 0.1
"""The score of a name whose words were typed in another order."""


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    sort: str
    go: Callable[[], object]


class TextsAndVoices(Provider):
    """Leads to the voices of the text, to the texts that are open, and to those of the library."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._kept: Sequence[KeptDocument] = ()

    async def startup(self) -> None:
        screen = self._reader
        if screen is not None:
            self._kept = await asyncio.to_thread(screen.kept_documents)

    @property
    def _reader(self) -> ReaderScreen | None:
        return self.screen if isinstance(self.screen, ReaderScreen) else None

    async def discover(self) -> Hits:
        for places in self._sorts():
            for place in islice(places, _FIRST):
                yield DiscoveryHit(Content(place.name), place.go, text=place.name, help=place.sort)

    async def search(self, query: str) -> Hits:
        typed = [word.folded for word in words(query)]
        # A library has thousands of names to look at.
        matcher = self.matcher(query)
        for place in await asyncio.to_thread(self._found, typed):
            yield Hit(
                max(matcher.match(place.name), _LEAST),
                Content(place.name),
                place.go,
                text=place.name,
                help=place.sort,
            )

    def _found(self, typed: Sequence[str]) -> list[_Place]:
        """The first places that have all typed words; none before a word is typed."""
        places = (place for sort in self._sorts() for place in sort if _has(place.name, typed))
        return list(islice(places, _MOST if typed else 0))

    def _sorts(self) -> Iterator[Iterable[_Place]]:
        screen = self._reader
        if screen is not None:
            yield self._voices(screen)
            yield self._open(screen)
            yield self._in_library(screen)

    @staticmethod
    def _voices(screen: ReaderScreen) -> Iterator[_Place]:
        reading = screen.reading
        for voice in reading.voices if reading else ():
            if reading and reading.of_voice(voice.number):
                go = partial(screen.go_to_voice, voice)
                yield _Place(shortened(voice.name, _NAME), "A voice of this text.", go)

    @staticmethod
    def _open(screen: ReaderScreen) -> Iterator[_Place]:
        for number, text in enumerate(screen.session.texts):
            if number != screen.session.current:
                go = partial(screen.go_to_text, number)
                yield _Place(shortened(name_of(text), _NAME), "A text that is open.", go)

    def _in_library(self, screen: ReaderScreen) -> Iterator[_Place]:
        is_open = screen.session.opened()
        for document in self._kept:
            if not is_open(document):
                go = partial(screen.go_to_kept, document)
                name = shortened(document.title or document.name, _NAME)
                yield _Place(name, "A text of the library.", go)


def _has(name: str, typed: Sequence[str]) -> bool:
    """Whether every typed word begins one of the name's."""
    own = [word.folded for word in words(name)]
    return all(any(word.startswith(start) for word in own) for start in typed)
