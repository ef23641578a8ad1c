"""Outside: the file in an editor, at the line; or in the system's own program, or its address."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported

from texts.loading import file_of
from texts.loading.controls import harmless_path
from tui.errors import UserError
from tui.screens.reading_again import ReadingAgain

__all__ = ["Outside"]


class Outside(ReadingAgain):
    """The page with what leads out of quoth."""

    def action_edit(self) -> None:
        from tui.editing import editor_at, line_at, why_not

        path = self.session.text.path
        problem = why_not(self.document, path, self.key("open_outside"))
        if problem or path is None:
            self.notify(f"{problem}.", markup=False)
            return
        try:
            command = editor_at(str(path.absolute()), line_at(self.document, self.at))
            self._run_here(command)
        except (UserError, OSError) as found:
            self.notify(str(found), severity="error", markup=False)
        except SuspendNotSupported:
            self.notify("no editor can have this terminal.", severity="error", markup=False)
        else:
            self.read_again(path)

    def _run_here(self, command: Sequence[str]) -> None:
        with self.app.suspend(), _ctrl_c_left_alone():
            subprocess.run(command, check=False)  # noqa: S603

    def action_open_outside(self) -> None:
        """List what can be opened, in full: what a text states of itself may lead anywhere."""
        from tui.outside import address_and_host, opener
        from tui.screens.keyed import KeyedList, KeyedRow

        command = opener()
        if command is None:
            self.notify("there is no desktop here that could open a file.", markup=False)
            return
        path, stated = self.session.text.path, self.document.origin.address
        targets: dict[str, str] = {}
        rows = []
        if path is not None and (file := file_of(path).absolute()).is_file():
            targets["f"] = str(file)
            shown = harmless_path(str(file))
            rows.append(KeyedRow("f", "the file, in the program for it", partial(str, shown)))
        if found := address_and_host(stated):
            targets["a"], host = found
            detail = f"{targets['a']}\nIt leads to {host}, as the text states."
            words = "its address, in a browser, which calls it"
            rows.append(KeyedRow("a", words, partial(str, detail)))
        elif stated:
            words = "its address: not one that is safe to open"
            rows.append(KeyedRow("a", words, can=False))
        if not targets:
            self.notify("neither a file nor an address of this text can be opened.", markup=False)
            return

        def hand_over(key: str | None) -> None:
            if key is not None:
                self._hand_over(command, targets[key])

        self.leave_for_list()
        rows_hint = "a letter opens · esc leaves"
        self.app.push_screen(KeyedList("Open outside quoth", rows, hint=rows_hint), hand_over)

    @work(group="outside")
    async def _hand_over(self, command: list[str], target: str) -> None:
        from tui.outside import hand_over

        name = Path(command[0]).name
        if await hand_over(command, target):
            self.say(f"handed to {name}")
        else:
            self.notify(f"{name} cannot open it.", severity="error", markup=False)


@contextmanager
def _ctrl_c_left_alone() -> Iterator[None]:
    """While another program has the terminal, ctrl+c is meant for it and does not end the reader.

    It is not ignored, for the program would inherit that.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
