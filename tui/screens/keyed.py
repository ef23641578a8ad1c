"""A small list over the text in which every row has a letter of its own: nothing is a hidden prefix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.widgets.box import Box

__all__ = ["KeyedList", "KeyedRow"]


@dataclass(frozen=True, slots=True)
class KeyedRow:
    """A row: its letter, and what it says."""

    key: str
    words: str
    detail: Callable[[], str] = str
    """What is said below while it is highlighted, asked for then."""
    can: bool = True
    """Whether it can be chosen."""


class KeyedList(ModalScreen[str | None]):
    """Gives the letter of the row that was chosen, by that letter, by enter or by the mouse."""

    # Bindings, and not a handler: a quick second key still goes to the text below, and only bindings
    # of the screen on top are asked then.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False),
        *(Binding(key, f"letter('{key}')", key, show=False) for key in ascii_letters + digits),
        Binding("apostrophe", 'letter("\'")', "'", show=False),
    ]
    DEFAULT_CSS = """
    KeyedList {
        align: center middle;
        background: $background 60%;
        & > Box {
            width: 90%;
            max-width: 76;
            height: auto;
            max-height: 100%;
            overflow-y: auto;
            background: $surface;
            border: round $primary;
            border-title-color: $foreground;
            border-subtitle-color: $reader-quiet;
            padding: 0 1;
        }
        OptionList {
            border: none;
            padding: 0;
            background: $surface;
            height: auto;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        #detail { height: auto; padding: 1 0 0 0; color: $reader-quiet; }
    }
    """
    AUTO_FOCUS = "OptionList"

    rows = query_one(OptionList)
    detail = query_one("#detail", Static)

    def __init__(self, title: str, rows: Sequence[KeyedRow], *, hint: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self.listed = tuple(rows)

    def compose(self) -> ComposeResult:
        with Box(self._title, self._hint):
            yield OptionList(*map(self._option, self.listed), compact=True, markup=False)
            yield Static("", id="detail", markup=False)

    @staticmethod
    def _option(row: KeyedRow) -> Option:
        prompt = Content.assemble((f"{row.key}  ", "bold"), row.words)
        return Option(prompt if row.can else prompt.stylize("$reader-quiet"), disabled=not row.can)

    def takes(self, letter: str) -> bool:
        """Whether a letter, a digit or an apostrophe chooses something."""
        return any(row.key == letter and row.can for row in self.listed)

    def action_letter(self, letter: str) -> None:
        """Choose by a letter; one that chooses nothing does nothing, but ``q`` closes the list."""
        if self.takes(letter):
            self.dismiss(letter)
        elif letter == "q":
            self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def tell_detail(self, event: OptionList.OptionHighlighted) -> None:
        self.detail.update(Content(self.listed[event.option_index].detail()))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.listed[event.option_index].key)

    async def action_dismiss(self, result: str | None = None) -> None:
        self.dismiss(result)
