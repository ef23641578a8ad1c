"""A list over the text that typing narrows: the shape that voices, documents and help share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from texts.words import words
from tui.widgets.box import Box
from tui.widgets.line import Line

__all__ = ["Choice", "NarrowingList", "Row"]

_MOST_ROWS = 300
"""A library has thousands of documents; what is shown of them at once costs no more than this."""


class Row(Protocol):
    """A row that can be chosen. Of thousands only a few are shown, so each may be made late."""

    @property
    def prompt(self) -> Content:
        """What is shown."""

    @property
    def searched(self) -> str:
        """What typing is compared with."""

    @property
    def value(self) -> int:
        """What choosing gives."""

    @property
    def detail(self) -> str:
        """What is said below the rows while this one is highlighted."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that is made at once."""

    prompt: Content
    searched: str
    value: int
    detail: str = ""


class NarrowingList(ModalScreen[int | None]):
    """A title, an input and rows; the rows that have all typed words stay. Gives `Choice.value`.

    Words are compared as search compares them: without case and accents, from their beginning.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False),
        Binding("f1", "dismiss", "close", show=False),
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("pagedown", "move(10)", "down", show=False, priority=True),
        Binding("pageup", "move(-10)", "up", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    NarrowingList {
        align: center middle;
        background: $background 60%;
        & > Box {
            width: 90%;
            max-width: 84;
            height: auto;
            max-height: 90%;
            background: $surface;
            border: round $primary;
            border-title-color: $foreground;
            border-subtitle-color: $reader-quiet;
            padding: 0 1;
        }
        Input { margin: 0 0 1 0; background: $panel; }
        OptionList {
            border: none;
            padding: 0;
            background: $surface;
            height: auto;
            max-height: 60vh;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        #empty, #more { display: none; color: $reader-quiet; }
        #detail { height: auto; padding: 1 0 0 0; color: $reader-quiet; }
        &.-empty #empty { display: block; }
        &.-more #more { display: block; }
        &.-empty OptionList { display: none; }
    }
    """
    AUTO_FOCUS = "Input"

    rows = query_one(OptionList)
    more = query_one("#more", Static)
    detail = query_one("#detail", Static)

    def __init__(
        self, title: str, choices: Sequence[Row], *, hint: str, highlighted: int = 0
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._highlighted = highlighted
        self._typed: list[str] = []
        self._hold(choices)

    def _hold(self, choices: Sequence[Row]) -> None:
        self._choices = tuple(choices)
        self._searched: list[list[str]] = []
        self.shown: tuple[Row, ...] = self._choices

    def put(self, choices: Sequence[Row], hint: str) -> None:
        """Put other rows, or the same in another order, in place of those that are there."""
        self._hold(choices)
        self.query_one(Box).hint = hint
        self._show_narrowed()

    def compose(self) -> ComposeResult:
        with Box(self._title, self._hint):
            yield Line(placeholder="type to narrow", select_on_focus=False, compact=True)
            yield OptionList(*self._options(), compact=True, markup=False)
            yield Static("", id="more", markup=False)
            yield Static("nothing by these words; take some away", id="empty", markup=False)
            yield Static("", id="detail", markup=False)

    def on_mount(self) -> None:
        self.rows.can_focus = False
        self.detail.display = False
        if self._choices:
            self.rows.highlighted = min(self._highlighted, self._listed - 1)
        self._tell_how_many()

    @property
    def _listed(self) -> int:
        """How many rows there are to go through."""
        return min(len(self.shown), _MOST_ROWS)

    def _options(self) -> list[Option]:
        return [Option(choice.prompt) for choice in self.shown[:_MOST_ROWS]]

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._typed = [word.folded for word in words(event.value)]
        self._show_narrowed()

    def _show_narrowed(self) -> None:
        if self._typed:
            self._narrow()
        else:
            self.shown = self._choices
        self.rows.set_options(self._options())
        if self.shown:
            self.rows.highlighted = 0
        self._tell_how_many()

    def _narrow(self) -> None:
        if not self._searched:
            self._searched = [[word.folded for word in words(c.searched)] for c in self._choices]
        self.shown = tuple(
            choice
            for choice, searched in zip(self._choices, self._searched, strict=True)
            if all(any(word.startswith(start) for word in searched) for start in self._typed)
        )

    def _tell_how_many(self) -> None:
        hidden = len(self.shown) - self._listed
        self.more.update(Content(f"… and {hidden:,} more; type to narrow"))
        self.set_class(hidden > 0, "-more")
        self.set_class(not self.shown, "-empty")

    def action_move(self, by: int) -> None:
        if self.shown:
            at = self.rows.highlighted or 0
            self.rows.highlighted = max(0, min(self._listed - 1, at + by))

    @on(OptionList.OptionHighlighted)
    def tell_detail(self) -> None:
        # What is highlighted now: quick keys may have narrowed the rows since this was sent.
        at = self.rows.highlighted
        detail = self.shown[at].detail if at is not None and at < len(self.shown) else ""
        self.detail.update(Content(detail))
        self.detail.display = bool(detail)

    @on(Input.Submitted)
    def choose_highlighted(self) -> None:
        if self.shown and self.rows.highlighted is not None:
            self.dismiss(self.shown[self.rows.highlighted].value)

    @on(OptionList.OptionSelected)
    def choose_clicked(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self.shown):
            self.dismiss(self.shown[event.option_index].value)

    async def action_dismiss(self, result: int | None = None) -> None:
        self.dismiss(result)
