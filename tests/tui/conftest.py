"""What the reader's tests share: an app on an article, no state of the user's, no waiting."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.message import Message
from textual.notifications import Notify
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tests.data import hostile_bytes
from tests.index.kept.made import articles
from tests.tui.made import article, reading
from tui import config, state
from tui.app import QuothApp
from tui.config import Config
from tui.screens.reader import ReaderScreen
from tui.session import OpenText, Session


class Stage:
    """A running reader, and every message that it sent."""

    def __init__(self, app: QuothApp, pilot: Pilot[None], messages: list[Message]) -> None:
        self.app = app
        self.pilot = pilot
        self.messages = messages

    @property
    def screen(self) -> ReaderScreen:
        """The reading screen, whatever lies over it."""
        found = next(s for s in self.app.screen_stack if isinstance(s, ReaderScreen))
        assert isinstance(found, ReaderScreen)
        return found

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until nothing is left to do."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words as a person would, and wait for the answer."""
        names = {" ": "space", '"': "quotation_mark", ":": "colon", "-": "minus", "*": "asterisk"}
        await self.pilot.press(*(names.get(character, character) for character in words))
        await self.settle()

    async def ask(self, line: str) -> None:
        """Put a whole line into the search box, and wait for the answer."""
        self.screen.panel.line.value = line
        await self.settle()

    async def settle(self) -> None:
        """Wait for workers and for the screen, not for a clock."""
        await self.pilot.pause()
        while True:
            try:
                await self.app.workers.wait_for_complete()
                break
            except WorkerCancelled:
                # By a newer one of its group, for which it is waited now.
                await self.pilot.pause()
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something that begins by a timer of the reader's own."""
        while not condition():
            await self.pilot.pause(0.01)
        await self.settle()

    async def searchable(self) -> None:
        """Wait until words of the text can be found."""
        library = self.screen.session.library
        await self.until(lambda: self.screen.document.name in library.documents)

    @property
    def at(self) -> str:
        """The words at the cursor, up to the end of the line."""
        text = self.screen.document.text
        return text[self.screen.at :].partition("\n")[0]

    @property
    def title(self) -> str:
        """The name of the file that is read, without its folder."""
        return Path(self.screen.document.name).name

    @property
    def notices(self) -> list[str]:
        """What was told in notices, from the first one on."""
        return [sent.notification.message for sent in self.messages if isinstance(sent, Notify)]

    def seen(self) -> str:
        """The words of the screen as a terminal without colours would show them."""
        screen = self.app.screen
        lines = screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line) for line in lines)


Open = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture(autouse=True)
def state_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of the user's is read or written, nor put on a clipboard, nor opened."""
    place = tmp_path / "kept"
    monkeypatch.setattr(state, "folder", lambda: place)
    monkeypatch.setattr("tui.reviews.folder", lambda: tmp_path / "reviews of nobody")
    monkeypatch.setattr(config, "path", lambda: tmp_path / "config.toml")
    monkeypatch.setattr("index.kept.folder.default_folder", lambda: tmp_path / "library of nobody")
    monkeypatch.setattr("tui.clipboard.tools", list)
    monkeypatch.setattr("tui.outside.opener", lambda: None)
    return place


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where a library may be made; nothing is there yet."""
    return tmp_path / "library"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder of three articles that are no part of a library."""
    articles(tmp_path / "files", 3)
    return tmp_path / "files"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The hostile text as a file, without its very long line."""
    path = tmp_path / "hostile.txt"
    path.write_bytes(hostile_bytes(long_line=False))
    return path


@pytest.fixture
def open_reader() -> Open:
    """Opens the reader on the made article, or on other texts."""

    @asynccontextmanager
    async def opened(
        *texts: OpenText,
        size: tuple[int, int] = (120, 40),
        welcome: bool = False,
        find: str | None = None,
        library: Path | None = None,
        config: Config | None = None,
        toasts: bool = False,
    ) -> AsyncIterator[Stage]:
        made = texts or (OpenText(None, article(), reading()),)
        messages: list[Message] = []
        session = Session(list(made), folder=library)
        app = QuothApp(session, state.State(welcomed=not welcome), config or Config(), find=find)
        running = app.run_test(size=size, message_hook=messages.append, notifications=toasts)
        async with running as pilot:
            stage = Stage(app, pilot, messages)
            await stage.settle()
            yield stage

    return opened
