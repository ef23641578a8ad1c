"""The search panel: a line to type in, what was found with its words, and what is wrong with a query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.widgets.line import Line

__all__ = ["LONGEST_QUERY", "SearchPanel"]

LONGEST_QUERY = 256


class SearchPanel(Vertical):
    """Shown above the text while searching. It searches nothing itself: it tells, and is told."""

    class Typed(Message):
        """The query changed."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class Pointed(Message):
        """The highlight is on a row: the text should follow."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Answered(Message):
        """What is shown as found has changed."""

    class Accepted(Message):
        """Enter: stay at what was found."""

    class Earlier(Message):
        """What was searched for before is asked for."""

    class OtherScope(Message):
        """Tab: look elsewhere, in this text or in all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_scope", "this text or all", show=False, priority=True),
        Binding("ctrl+r", "earlier", "searched for before", show=False, priority=True),
        Binding("ctrl+u", "clear", "clear", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("pagedown", "move(8)", "down", show=False, priority=True),
        Binding("pageup", "move(-8)", "up", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    SearchPanel {
        display: none;
        height: auto;
        background: $surface;
        padding: 0 1;
        & > Horizontal { height: 1; }
        & #scope { width: auto; padding: 0 1 0 0; text-style: bold; }
        & Input { width: 1fr; background: $panel; }
        & > #found { height: auto; max-height: 2; color: $reader-quiet; }
        & > #found.-problem { color: $text-error; height: auto; max-height: 3; }
        & > OptionList {
            border: none; padding: 0; height: auto; max-height: 8; background: $surface;
            text-wrap: nowrap; text-overflow: ellipsis;
        }
        & > OptionList.-stale { text-opacity: 60%; }
        &.-open { display: block; }
    }
    """

    line = query_one(Input)
    scope = query_one("#scope", Static)
    found = query_one("#found", Static)
    rows = query_one(OptionList)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("", id="scope", markup=False)
            yield Line(
                placeholder='words  "a phrase"  OR  -not  word*  voice:  mode:  cue:  in:quotes',
                max_length=LONGEST_QUERY,
                compact=True,
            )
        yield Static("", id="found", markup=False)
        rows = OptionList(compact=True, markup=False)
        rows.can_focus = False
        yield rows

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    @property
    def room(self) -> int:
        """The cells there are for a row, in the one line or the two that it may take."""
        is_beside = self.screen.has_class("-vast") and not self.screen.has_class("-turned")
        return self.content_size.width * (2 if is_beside else 1)

    def open(self, scope: str) -> None:
        """Show the panel with the query of last time selected, ready to be typed over.

        `scope` says where words are looked for.
        """
        self.add_class("-open")
        self.scope.update(Content(f"in {scope}"))
        if not self.line.value:
            self.show_found("", (), None)
        # At once: the keys that come next are of the query.
        self.screen.set_focus(self.line)
        self.line.action_select_all()

    def close(self) -> None:
        self.remove_class("-open")

    def show_found(self, summary: str, rows: Sequence[Content], highlighted: int | None) -> None:
        """Show what was found: the whole count in words, and a row for each of the first places."""
        self.found.remove_class("-problem")
        self.found.update(Content(summary))
        self.rows.remove_class("-stale")
        with self.rows.prevent(OptionList.OptionHighlighted):
            self.rows.set_options([Option(row) for row in rows])
            self.rows.highlighted = highlighted
        self.post_message(self.Answered())

    def show_problem(self, problem: str, position: int) -> None:
        """Say what is wrong with the query, and point at where; what was found stays, dimmed."""
        self.found.add_class("-problem")
        lead = max(0, self.line.region.x - self.found.region.x)
        at = " " * (lead + cell_len(self.line.value[:position]))
        self.found.update(Content(f"{at}↑ {problem}"))
        self.rows.add_class("-stale")

    def show_waiting(self) -> None:
        """Dim what was found for an earlier query until the answer is there."""
        self.rows.add_class("-stale")

    def rows_on_screen(self) -> Iterator[tuple[Offset, int]]:
        """Of each row that can be seen, where it begins on the screen, and its number."""
        region = self.rows.region
        if not self.is_open or not self.rows.display:
            return
        told = -1
        for y in range(region.y, region.bottom):
            row = self.screen.get_style_at(region.x, y).meta.get("option")
            if row is not None and row > told:
                told = row
                yield Offset(region.x, y), row

    def action_other_scope(self) -> None:
        self.post_message(self.OtherScope())

    def action_earlier(self) -> None:
        self.post_message(self.Earlier())

    def action_clear(self) -> None:
        """Take all words away, wherever in them the cursor is."""
        self.line.value = ""

    def action_move(self, by: int) -> None:
        if by < 0 and not self.line.value:
            self.action_earlier()
            return
        count = self.rows.option_count
        if count and not self.rows.has_class("-stale"):
            at = self.rows.highlighted or 0
            self.rows.highlighted = max(0, min(count - 1, at + by))

    @on(Input.Changed)
    def tell_typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def tell_accepted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    @on(OptionList.OptionHighlighted)
    def tell_pointed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Pointed(event.option_index))

    @on(OptionList.OptionSelected)
    def tell_clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Pointed(event.option_index))

    def on_click(self, event: events.Click) -> None:
        """A click shows a row in the text; a second one stays there."""
        if event.widget is self.rows and event.chain == 2:
            self.post_message(self.Accepted())
