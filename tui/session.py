"""The texts that are open, the one being read, and the library that finds words in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from texts.attribution import attribute
from texts.document import Document
from texts.loading import Limits, Loader
from texts.reading import Reading
from tui.commands import COMMANDS, KeyMap
from tui.history import History
from tui.look import Look
from tui.messages import Messages
from tui.remembered import Recalled, Remembered, recall

if TYPE_CHECKING:
    from index.errors import DamagedIndex
    from index.kept.catalogue import KeptDocument
    from index.kept.library import KeptLibrary
    from index.library import Library
    from texts.review.sidecar import Review
    from tui.reviews import Reviews
    from tui.voice_shares import Glance

__all__ = ["PATIENCE", "OpenText", "Session", "at_once", "growing_readings", "soon"]

PATIENCE = Limits(seconds=15, cpu_seconds=15)
"""What a file may take while somebody waits for it: before the screen is there, and at a text gone to."""
_AT_ONCE = 30_000
_OPENING = 200
_GROWTH = 8


@dataclass(slots=True)
class OpenText:
    """One text of the session. It is loaded when it is first gone to."""

    path: Path | None
    """`None` for standard input, which cannot be loaded again."""
    document: Document | None = None
    reading: Reading | None = None
    """How far it has been read; `None` before the first words are attributed."""
    offset: int | None = None
    """Where the cursor is, or was when another text was gone to; `None` before that is known."""
    marks: dict[str, int] | None = None
    """The reader's marks, offsets by their letters; `None` before the text is opened."""
    being_read: bool = False
    """Whether its voices have been found, or are being found, and its words indexed."""
    searchable: bool = False
    """Whether the library has it."""
    unreadable: bool = False
    """Whether it could not be read, when all texts were to be searched."""
    _glance: tuple[Reading, Glance] | None = None
    _judged: tuple[Reading, Review | None, Reading, int] | None = None
    """A reading, the decisions that were applied to it, and what came of that."""
    met: bool = False
    """Whether nobody asked for it: it was met in a search of the library."""
    own: Reading | None = None
    """quoth's own reading, which `reading` is once the reader's decisions are applied to it."""
    reviewed: bool = False
    """Whether it is known if there are decisions."""
    review: Review | None = None
    """What the reader has decided; `None` where there is nothing."""
    astray: int = 0
    """How many decisions do not find their words any more."""

    def judge(self, own: Reading) -> None:
        """Apply the decisions to a reading of quoth's own, so that to take it costs nothing.

        May be called off the event loop; linear in the reading.
        """
        review, reading, astray = self.review, own, 0
        if review is not None and review.decisions:
            from texts.review.applying import apply

            reviewed = apply(own, review.decisions)
            reading = reviewed.reading
            if own.covers == len(own.document.paragraphs):
                astray = len(reviewed.astray)
        self._judged = own, review, reading, astray

    def take(self, own: Reading) -> None:
        """Take a reading of quoth's own, or a fuller one, with the decisions applied to it."""
        held = self._judged
        while held is None or held[0] is not own or held[1] is not self.review:
            self.judge(own)
            held = self._judged
        self.own, _, self.reading, self.astray = held

    @property
    def absolute(self) -> str | None:
        """The file's absolute path; `None` for standard input."""
        return None if self.path is None else str(self.path.absolute())

    @property
    def glance(self) -> Glance | None:
        """Whose words its reading holds; `None` while the words of that are not counted."""
        return self._glance[1] if self._glance and self._glance[0] is self.reading else None

    @glance.setter
    def glance(self, glance: Glance) -> None:
        if self.reading is not None:
            self._glance = self.reading, glance

    def loaded(self, load: Callable[[Path], Document] | None = None) -> Document:
        """The document, loaded now if it was not: by `load`, or else by one who will not wait long.

        Raises a `TextsError`.
        """
        if self.document is None:
            if self.path is None:
                raise LookupError("standard input is loaded before the session begins")
            self.document = (load or soon())(self.path)
        return self.document


def soon(unwanted: Callable[[], bool] = lambda: False) -> Callable[[Path], Document]:
    """What loads a file for somebody who will not wait long, nor once it is `unwanted`."""

    def load(path: Path) -> Document:
        with Loader(PATIENCE, unwanted=unwanted) as loader:
            return loader.load(path)

    return load


@dataclass(slots=True)
class Session:
    """Everything the screens share. There is always at least one text."""

    texts: list[OpenText]
    current: int = 0
    history: History[tuple[int, int]] = field(default_factory=History)
    """Places before jumps: the number of the text, and the offset in it."""
    remembered: Mapping[str, Remembered] = field(default_factory=dict)
    """What is remembered of texts of earlier times, by their digests."""
    queries: list[str] = field(default_factory=list)
    """What was searched for, also in earlier times, the latest first."""
    saved: list[str] = field(default_factory=list)
    """The queries that the reader saved."""
    messages: Messages = field(default_factory=Messages)
    """What was told in notices."""
    look: Look = field(default_factory=Look)
    """How each text is shown."""
    usual: Look = field(default_factory=Look)
    """How it would be shown if nothing had been chosen in the reader: as configured."""
    keymap: KeyMap = field(default_factory=lambda: KeyMap(COMMANDS))
    """The commands with their keys."""
    folder: Path | None = None
    """Where the library is that is kept; `None` for none."""
    reviews: Reviews | None = None
    """Where the reader's decisions are kept; `None` for nowhere."""
    told: Callable[[str], None] = print
    """Called from any thread with a sentence for the reader on what was done to the library."""
    _library: Library | None = None
    _kept: KeptLibrary | None = None
    _making: Lock = field(default_factory=Lock, repr=False)
    _deciding: Lock = field(default_factory=Lock, repr=False)

    def open(self, number: int) -> OpenText:
        """A text of the session, loaded, and at its place. Raises a `TextsError`."""
        text = self.texts[number]
        document = text.loaded()
        if text.offset is None or text.marks is None:
            recalled = recall(self.remembered, document, text.absolute) or Recalled()
            text.offset = recalled.offset if text.offset is None else text.offset
            text.marks = recalled.marks if text.marks is None else text.marks
        if text.reading is not None and not text.reviewed:
            self.take(text, text.reading)
        return text

    def judge(self, text: OpenText, own: Reading) -> None:
        """Apply what the reader has decided on a text to a reading of it, off the event loop."""
        self._look_for_decisions(text)
        text.judge(own)

    def take(self, text: OpenText, own: Reading) -> None:
        """Take a reading of a text, with what the reader has decided on it."""
        self._look_for_decisions(text)
        text.take(own)

    def _look_for_decisions(self, text: OpenText) -> None:
        if not text.reviewed:
            if self.reviews is not None:
                text.review, problem = self.reviews.of(text.loaded(), text.path)
                if problem is not None:
                    self.told(problem)
            text.reviewed = True

    def decide(self, text: OpenText, change: Callable[[Review], Review]) -> None:
        """Change what is decided on a text, keep it, and apply it to its reading, which `take` takes.

        May be called off the event loop: it writes to the disk, and is linear in the reading. Raises
        `tui.reviews.NotKept`; then nothing has changed.
        """
        with self._deciding:
            if self.reviews is not None:
                text.review = self.reviews.change(text.loaded(), text.path, change)
            else:
                from texts.review.sidecar import Review

                text.review = change(text.review or Review())
        if text.own is not None:
            text.judge(text.own)

    @property
    def text(self) -> OpenText:
        return self.texts[self.current]

    def named(self, name: str) -> int | None:
        """The number of the text whose document has a name; `None` where none has been loaded."""
        for number, text in enumerate(self.texts):
            if text.document is not None and text.document.name == name:
                return number
        return None

    @property
    def unread(self) -> int:
        """How many texts have not been read for voices yet, but can be."""
        return sum(text.reading is None and not text.unreadable for text in self.texts)

    @property
    def library(self) -> Library:
        """What finds words in the texts of this session, one for all threads.

        The search engine is imported when it is first asked for.
        """
        with self._making:
            if self._library is None:
                from index.library import Library

                self._library = Library()
            return self._library

    @property
    def kept(self) -> KeptLibrary | None:
        """The library that is kept, one for all threads; `None` where there is none yet.

        Raises `index.errors.BadIndex` where it cannot be opened: `DamagedIndex` until it is mended.
        """
        with self._making:
            if self._kept is None and self.folder is not None and self.folder.is_dir():
                from index.kept.library import KeptLibrary

                self._kept = KeptLibrary(self.folder)
            return self._kept

    def mend(self, damage: DamagedIndex) -> None:
        """Build the index of the library again from the readings that are kept.

        `told` is told of it. Takes as long as adding without reading; raises `BadIndex`.
        """
        with self._making:
            if self.folder is None:
                return
            from index.kept.library import KeptLibrary
            from index.kept.repairing import mended

            if self._kept is not None:
                self._kept.close()
            folder, self._kept = self.folder, None
            self._kept = mended(folder, damage, lambda: KeptLibrary(folder), self.told)

    def opened(self) -> Callable[[KeptDocument], bool]:
        """Tells of a kept document whether it is one of the texts that were asked for, or a copy.

        Made once for many documents: O(1) for each.
        """
        asked = [text for text in self.texts if text.document is not None and not text.met]
        paths = {str(text.path.absolute()) for text in asked if text.path is not None}
        digests = {text.document.digest for text in asked if text.document is not None}
        return lambda document: document.digest in digests or document.path in paths

    def take_up(self, document: KeptDocument) -> int:
        """The number of the text that is a kept document, opened as it is kept if it was not.

        Raises `index.errors.DamagedIndex` if its reading is not as it was written.
        """
        for number, text in enumerate(self.texts):
            if text.path is not None and str(text.path.absolute()) == document.path:
                return number
        kept = self.kept
        if kept is None:
            raise LookupError("there is no library that this document could be kept in")
        reading = kept.reading(document)
        self.texts.append(OpenText(Path(document.path), reading.document, reading, met=True))
        return len(self.texts) - 1


def at_once(document: Document) -> Reading | None:
    """The whole reading of a short text, so that its first screen is complete; else `None`."""
    return attribute(document) if len(document.text) <= _AT_ONCE else None


def growing_readings(document: Document, given_up: Callable[[], bool]) -> Iterator[Reading]:
    """Readings of the opening of a long document, each eight times longer, the last of it all.

    So the first screen has its voices soon, and the whole costs a seventh more than at one go.
    Nothing comes any more once `given_up` says so.
    """
    covered = _OPENING
    while True:
        reading = attribute(document, covered, given_up)
        if given_up():
            return
        yield reading
        if reading.covers == len(document.paragraphs):
            return
        covered *= _GROWTH
