"""Copying: the words at the cursor with their citation, to the terminal's clipboard."""

from __future__ import annotations

from tui.screens.page import Page
from tui.wording import citation, paragraph_citation

__all__ = ["Copying"]


class Copying(Page):
    """The page with what takes words away."""

    def action_copy(self) -> None:
        quotation, reading = self.current_quotation, self.reading
        if quotation and reading:
            words, what = citation(reading, quotation), "the quotation with its citation"
        else:
            paragraph = self.document.paragraphs[self.place_at(self.at).paragraph_index]
            words, what = paragraph_citation(self.document, paragraph), "the paragraph"
        self.app.copy_to_clipboard(words)
        self.say(f"sent {what}, {len(words):,} characters, to the terminal's clipboard")
