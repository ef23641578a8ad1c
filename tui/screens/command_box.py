"""The command line: a box at the foot of the screen with what could be meant, and what is wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.orders import Suggestion
from tui.widgets.line import Line

__all__ = ["CommandBox", "Deed"]

_LONGEST = 1_000
Deed = Callable[[], object]
"""What an order comes to, to be done once the box is closed."""


class CommandBox(ModalScreen[Deed | None]):
    """Gives what the line that was typed comes to; what is wrong with one is said in place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False),
        Binding("tab", "complete", "complete", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("up", "move(-1)", "up", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CommandBox {
        align: center bottom;
        background: $background 30%;
        & > Vertical {
            width: 1fr; height: auto; background: $surface; padding: 0 1;
            border-top: solid $primary;
        }
        OptionList {
            border: none; padding: 0; background: $surface; height: auto; max-height: 8;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        Horizontal { height: 1; }
        #colon { width: 2; text-style: bold; }
        Input { width: 1fr; background: $panel; }
        #problem { height: auto; max-height: 3; color: $text-error; display: none; }
        &.-problem #problem { display: block; }
    }
    """
    AUTO_FOCUS = "Input"

    line = query_one(Input)
    rows = query_one(OptionList)
    problem = query_one("#problem", Static)

    def __init__(
        self,
        suggest: Callable[[str], Sequence[Suggestion]],
        prepare: Callable[[str], Awaitable[Deed | str]],
        takes_time: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`prepare` gives what a line comes to, or a sentence that says what is wrong with it.

        Where it `takes_time` to find out what to suggest for a line, that is done in a thread.
        """
        super().__init__()
        self._suggest = suggest
        self._prepare = prepare
        self._takes_time = takes_time
        self._suggested: Sequence[Suggestion] = ()
        self._looking = self._completes = False
        """Whether suggestions are yet to come, and whether the first is to be taken then."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield OptionList(compact=True, markup=False)
            yield Static("", id="problem", markup=False)
            with Horizontal():
                yield Static(":", id="colon", markup=False)
                yield Line(
                    placeholder="42 · open PATH · theme NAME · messages · quit   tab completes",
                    max_length=_LONGEST,
                    compact=True,
                    select_on_focus=False,
                )

    def on_mount(self) -> None:
        self.rows.can_focus = False
        self._show_suggestions("")

    @on(Input.Changed)
    def follow_typing(self, event: Input.Changed) -> None:
        self.workers.cancel_group(self, "order")
        self._tell("")
        self._show_suggestions(event.value)

    def _show_suggestions(self, line: str) -> None:
        self.workers.cancel_group(self, "suggestions")
        self._looking, self._completes = self._takes_time(line), False
        if self._looking:
            self._look(line)
        else:
            self._show(self._suggest(line))

    @work(group="suggestions")
    async def _look(self, line: str) -> None:
        found = await asyncio.to_thread(self._suggest, line)
        self._looking = False
        self._show(found)
        if self._completes:
            self.action_complete()

    def _show(self, found: Sequence[Suggestion]) -> None:
        self._suggested = found
        self.rows.set_options([Option(_row(one)) for one in self._suggested])
        self.rows.highlighted = 0 if self._suggested else None

    def _tell(self, problem: str) -> None:
        self.set_class(bool(problem), "-problem")
        self.problem.update(Content(problem))

    def action_move(self, by: int) -> None:
        if self._suggested:
            at = self.rows.highlighted or 0
            self.rows.highlighted = max(0, min(len(self._suggested) - 1, at + by))

    def action_complete(self) -> None:
        """Take the suggestion that is lit into the line."""
        at = self.rows.highlighted
        if self._looking:
            self._completes = True
        elif at is not None and at < len(self._suggested):
            line = self._suggested[at].line
            self.line.value = line if line.endswith("/") else f"{line} "
            self.line.cursor_position = len(self.line.value)

    @on(OptionList.OptionSelected)
    def take_clicked(self, event: OptionList.OptionSelected) -> None:
        self.rows.highlighted = event.option_index
        self.action_complete()

    @on(Input.Submitted)
    def obey(self, event: Input.Submitted) -> None:
        self._obey(event.value)

    @work(group="order", exclusive=True)
    async def _obey(self, line: str) -> None:
        """Find out what a line comes to, which for a file may take a while: esc gives it up."""
        found = await self._prepare(line)
        if isinstance(found, str):
            self._tell(found)
        else:
            self.dismiss(found)

    async def action_dismiss(self, result: Deed | None = None) -> None:
        self.dismiss(result)


def _row(suggestion: Suggestion) -> Content:
    return Content.assemble((suggestion.line, "bold"), (f"  {suggestion.words}", "$reader-quiet"))
