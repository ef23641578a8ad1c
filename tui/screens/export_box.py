"""The box in which the file of an export is named; its ending chooses the form."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from texts.loading.controls import harmless_path
from tui.errors import UserError
from tui.exporting import ENDINGS, Listing, Target, format_of, target_of
from tui.widgets.box import Box
from tui.widgets.line import Line

__all__ = ["ExportBox"]

_FORMS = {
    "csv": "CSV, a table for spreadsheets",
    "jsonl": "JSON Lines, one object a line, for programs",
    "markdown": "Markdown, to be read and pasted",
}


class ExportBox(ModalScreen[Target | None]):
    """Gives where to write, or `None`. A file that is there is replaced after a second enter only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False),
        Binding("tab", "next_form", "next form", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ExportBox {
        align: center middle;
        background: $background 60%;
        & > Box {
            width: 90%;
            max-width: 76;
            height: auto;
            background: $surface;
            border: round $primary;
            border-title-color: $foreground;
            border-subtitle-color: $reader-quiet;
            padding: 0 1;
        }
        Input { background: $panel; }
        #told { height: auto; padding: 1 0 0 0; color: $reader-quiet; }
    }
    """
    AUTO_FOCUS = "Input"

    line = query_one(Input)
    told = query_one("#told", Static)

    def __init__(self, listing: Listing, texts: Sequence[Path]) -> None:
        super().__init__()
        self._listing = listing
        self._texts = texts
        self._over: Path | None = None

    def compose(self) -> ComposeResult:
        with Box(f"Export {self._listing.what}", "enter writes · tab other form · esc leaves"):
            yield Line(f"{self._listing.stem}.csv", select_on_focus=False, compact=True)
            yield Static("", id="told", markup=False)

    @on(Input.Changed)
    def tell_form(self) -> None:
        self._over = None
        form = format_of(self.line.value)
        words = _FORMS[form] if form else f"end the name with {', '.join(ENDINGS)}"
        lines = [words, f"in {harmless_path(str(Path.cwd()))}", self._listing.instead]
        self.told.update(Content("\n".join(filter(None, lines))))

    def action_next_form(self) -> None:
        """Change the ending of the name."""
        name = PurePath(self.line.value)
        endings = list(ENDINGS)
        known = name.suffix.lower() in endings
        at = endings.index(name.suffix.lower()) if known else -1
        stem = self.line.value[: -len(name.suffix)] if known else self.line.value
        self.line.value = stem + endings[(at + 1) % len(endings)]
        self.line.cursor_position = len(self.line.value)

    @on(Input.Submitted)
    def choose(self) -> None:
        form = format_of(self.line.value)
        try:
            path = target_of(self.line.value, self._texts)
        except UserError as problem:
            self.told.update(Content(str(problem)))
            return
        if os.path.exists(path) and self._over != path:
            self._over = path
            shown = harmless_path(path.name)
            self.told.update(Content(f"{shown} is there already: enter again replaces it."))
        elif form is not None:
            self.dismiss(Target(path, form, over=self._over == path))

    async def action_dismiss(self, result: Target | None = None) -> None:
        self.dismiss(result)
