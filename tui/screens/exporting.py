"""Exporting: what is listed is written to a file, the quotations of a text or what was found."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from texts.loading.controls import harmless_path
from tui.screens.gathering import Gathering

if TYPE_CHECKING:
    from tui.concordance import Saying
    from tui.exporting import Listing, Target

__all__ = ["Exporting"]


class Exporting(Gathering):
    """The page with what writes lists to files."""

    # What writes is loaded when it is first asked for: the first screen has none of it.

    def action_export(self) -> None:
        """Write the paragraphs that are lit as found, or else the quotations of this text."""
        from tui.exporting import of_reading

        if self.hits:
            self._export_found()
        elif self.reading is None or self.reading.covers < len(self.document.paragraphs):
            self.say("still reading; not all quotations are known yet")
        else:
            self._name_file(of_reading(self.reading))

    def export_sayings(self, name: str, sayings: Sequence[Saying]) -> None:
        from tui.exporting import of_sayings

        self._name_file(of_sayings(name, sayings))

    @work(group="exporting", exclusive=True)
    async def _export_found(self) -> None:
        from index.errors import Cancelled, FindingError
        from tui.exporting import found_in, of_found

        line, worker = self.looked_for, get_current_worker()
        try:
            found = await asyncio.to_thread(
                found_in,
                self.session,
                line,
                self.scope,
                self.document.name,
                lambda: worker.is_cancelled,
            )
        except Cancelled:
            return
        except FindingError as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        self._name_file(of_found(line, found, self.session.keymap))

    def _name_file(self, listing: Listing) -> None:
        from tui.screens.export_box import ExportBox

        def write(target: Target | None) -> None:
            if target is not None:
                self._write(listing, target)

        texts = [text.path for text in self.session.texts if text.path is not None]
        self.leave_for_list()
        self.app.push_screen(ExportBox(listing, texts), write)

    @work(group="exporting", exclusive=True, description="an export")
    async def _write(self, listing: Listing, target: Target) -> None:
        from tui.exporting import write

        shown = harmless_path(str(target.path))
        try:
            await asyncio.to_thread(
                write, target.path, listing.pieces(target.form), over=target.over
            )
        except FileExistsError:
            self.notify(
                f"{shown} has come to be there meanwhile; nothing was written.", markup=False
            )
        except OSError as problem:
            sentence = f"{shown} cannot be written: {problem.strerror}."
            self.notify(sentence, severity="error", markup=False)
        else:
            self.notify(f"wrote {listing.what} to {shown}.", markup=False)
