"""The concordance of a voice: all that it says in the texts that are open and in the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from texts.attribution.words import DET, TAGS
from texts.reading import Quotation, Reading, Voice, VoiceKind
from texts.words import words

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument
    from tui.session import Session

__all__ = ["Saying", "is_named", "sayings"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation of a voice, and where it stands."""

    reading: Reading
    quotation: Quotation
    kept: KeptDocument | None
    """Its document, where that is one of the library's."""


def is_named(voice: Voice) -> bool:
    """Whether a voice has a name of its own, by which it can be known in other texts.

    “The police” of two texts are not one voice, nor is “their report” or a source that nobody names.
    """
    if voice.kind in (VoiceKind.GROUP, VoiceKind.ANONYMOUS):
        return False
    first, *rest = voice.name.split()
    parts = rest if TAGS.get(first.lower(), 0) & DET else [first, *rest]
    return any(part[0].isupper() for part in parts)


def sayings(
    session: Session, here: Reading, voice: Voice, given_up: Callable[[], bool]
) -> list[Saying]:
    """What `voice` of the reading `here` says, the oldest document first, the undated last.

    The same voice elsewhere is one that is called by the same full name, case and accents aside;
    one that is only described is not looked for elsewhere. May be called off the event loop.
    Raises `index.errors.BadIndex`. The cost is that of opening the readings in which it speaks.
    """
    if not is_named(voice):
        return [Saying(here, here.quotations[at], None) for at in here.of_voice(voice.number)]
    name = _folded(voice.name)
    found = [
        Saying(reading, quotation, kept)
        for reading, kept in _readings(session, voice.name, given_up)
        for number in _same(reading, name)
        for quotation in (reading.quotations[at] for at in reading.of_voice(number))
    ]
    found.sort(key=_when)
    return found


def _when(saying: Saying) -> tuple[bool, str, str, int]:
    document = saying.reading.document
    date = document.origin.date
    return date is None, date or "", document.name, saying.quotation.start


def _readings(
    session: Session, name: str, given_up: Callable[[], bool]
) -> Iterator[tuple[Reading, KeptDocument | None]]:
    """The readings of open texts, and those of the library in which a voice of that name speaks."""
    for text in session.texts:
        if text.reading is not None and not text.met:
            yield text.reading, None
    library = session.kept
    spoken = " ".join(word.folded for word in words(name))
    if library is None or not spoken:
        return
    hits = library.search(f'voice:"{spoken}"', limit=None, cancelled=given_up).hits
    opened = session.opened()
    for document in {hit.address: library.document(hit) for hit in hits}.values():
        if document is not None and not opened(document):
            yield library.reading(document), document


def _same(reading: Reading, name: tuple[str, ...]) -> Iterator[int]:
    """The voices of a reading that go by a name, given as its folded words."""
    for voice in reading.voices[1:]:
        if any(_folded(own) == name for own in (voice.name, *voice.names)):
            yield voice.number


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(name))
