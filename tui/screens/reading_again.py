"""Reading again: the text as its file is by now, with places and marks where their words are."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual import work

from texts.errors import TextsError
from texts.loading import load
from tui import __version__
from tui.again import place_in
from tui.screens.finding import Finding
from tui.session import OpenText

__all__ = ["ReadingAgain"]


class ReadingAgain(Finding):
    """The page whose text may change."""

    def action_read_again(self) -> None:
        if self.session.text.path is None:
            self.say("standard input cannot be read again")
        else:
            self.read_again(self.session.text.path)

    @work(group="again", exclusive=True)
    async def read_again(self, path: Path) -> None:
        """Read the current text again from its file, and keep the place."""
        number, text, old = self.session.current, self.session.text, self.document
        try:
            new = await asyncio.to_thread(load, path)
        except TextsError as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        if new.digest == old.digest:
            self.say("it has not changed since it was read")
            return
        history, marks = self.session.history, text.marks or {}
        places = {*marks.values(), *(at for of, at in history if of == number), self.at}
        moved = await asyncio.to_thread(lambda: {at: place_in(new, old, at) for at in places})
        if self.session.text is not text:
            return  # another text has been gone to meanwhile
        last = new.paragraphs[-1].span.start if new.paragraphs else 0
        history.move(
            lambda place: (
                (place[0], moved.get(place[1], min(place[1], last)))
                if place[0] == number
                else place
            )
        )
        marks = {letter: moved.get(at, min(at, last)) for letter, at in marks.items()}
        offset = moved.get(self.at, min(self.at, last))
        self.forget_search()
        self.session.texts[number] = OpenText(path, new, met=text.met, marks=marks)
        self.show_text(number, offset)
        self.say("read again, and it has changed")
        self._keep_again(path)

    @work(thread=True, group="keeping")
    def _keep_again(self, path: Path) -> None:
        """Bring the library up to date with a file, if it has it."""
        from index.errors import BadIndex
        from index.kept.adding import add

        try:
            library = self.session.kept
            if library is None or str(path.absolute()) not in library.catalogue.by_path:
                return
            add(library.folder, [str(path)], __version__, processes=0)
        except BadIndex as problem:
            self.app.call_from_thread(self.notify, str(problem), severity="error", markup=False)
