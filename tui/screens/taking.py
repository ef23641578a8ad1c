"""Taking words away: the list of forms, and the ways to the clipboard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from textual import work
from textual.actions import SkipAction

from tui import state
from tui.screens.page import Page
from tui.taking import Taken, forms
from tui.wording import shortened

__all__ = ["Taking"]

_PREVIEW = 300
_LONG = 100_000
"""Characters from which on a form is not written only to show how it begins."""


class Taking(Page):
    """The page with what copies words."""

    def action_take(self) -> None:
        """Copy what the mouse has selected; else list what can be copied here."""
        selected = self.get_selected_text()
        if selected:
            self.take(selected, "the selection")
            return
        paragraph = self.document.paragraphs[self.place_at(self.at).paragraph_index]
        quotation, path = self.current_quotation, self.session.text.path
        found = forms(self.document, paragraph, self.reading, quotation, path)
        span = quotation or paragraph.span
        self._choose(found, max(len(paragraph.span), span.end - span.start))

    def action_copy_text(self) -> None:
        """ctrl+c: what is selected goes the same ways."""
        selected = self.get_selected_text()
        if not selected:
            raise SkipAction
        self.take(selected, "the selection")

    def _choose(self, found: Sequence[Taken], length: int) -> None:
        """List the forms of what has a `length` in characters."""
        # The list is loaded when it is first asked for: the first screen has none.
        from tui.screens.keyed import KeyedList, KeyedRow

        rows = [
            KeyedRow(
                form.key,
                form.what if form.write else f"{form.what}: {form.lacking}",
                partial(_preview, form, length),
                can=form.write is not None,
            )
            for form in found
        ]

        def copy(key: str | None) -> None:
            chosen = next((form for form in found if form.key == key), None)
            if chosen and chosen.write:
                self._send(chosen.write, chosen.what)

        self.app.push_screen(KeyedList("Copy", rows, hint="a letter copies · esc leaves"), copy)

    def take(self, words: str, what: str) -> None:
        """Send words to the terminal's clipboard, and give them to the local programs."""
        self._send(lambda: words, what)

    @work(group="copying", exclusive=True, description="a copy")
    async def _send(self, write: Callable[[], str], what: str) -> None:
        from tui.clipboard import MUCH, give, kept_aside, sent_in_words, tools

        # Off the event loop, for what is taken may be a whole book.
        words = await asyncio.to_thread(write)
        if not words:
            return
        self.app.copy_to_clipboard(words)
        self.say(f"sent {len(words):,} character{'s' * (len(words) != 1)}")
        own = tools()
        took = await asyncio.gather(*(give(tool, words) for tool in own))
        taken = [tool.name for tool, did in zip(own, took, strict=True) if did]
        failed = [tool.name for tool, did in zip(own, took, strict=True) if not did]
        told = [f"{what}: {sent_in_words(len(words), taken)}."]
        told += [f"{name} did not take it." for name in failed]
        if len(words.encode(errors="replace")) > MUCH:
            try:
                path = await asyncio.to_thread(kept_aside, words, state.folder())
            except OSError as problem:
                told.append(
                    f"A terminal may cut off so long a copy, and no file could be written: {problem.strerror}."
                )
            else:
                told.append(f"A terminal may cut off so long a copy; all of it is in {path}.")
        self.notify(" ".join(told), markup=False)


def _preview(form: Taken, length: int) -> str:
    if length > _LONG and form.key != "l":
        return f"of {length:,} characters, too long to show here"
    return shortened((form.words or "")[: 4 * _PREVIEW], _PREVIEW)
