"""Letters over the screen: the one that is pressed is gone to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.jumping import Label, narrowed

__all__ = ["JumpLetters", "Letters"]


class Letters(Static):
    """The letters of one label, in the cells they were given."""

    def __init__(self, label: Label) -> None:
        super().__init__(label.letters, markup=False)
        self.label = label
        self.styles.offset = (label.x, label.y)
        self.styles.width = len(label.letters)


class JumpLetters(ModalScreen[int | None]):
    """Lies over a screen without moving anything. Gives the goal of a label, or `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False),
        Binding("backspace", "take_back", "take back", show=False),
    ]
    DEFAULT_CSS = """
    JumpLetters {
        background: $background 35%;
        Letters {
            position: absolute;
            height: 1;
            color: $background;
            background: $warning;
            text-style: bold;
        }
        Letters:nocolor, Letters:ansi { text-style: bold reverse; }
        Letters.-out { display: none; }
    }
    """

    def __init__(self, labels: Sequence[Label]) -> None:
        """`labels` stand where they say, in cells of the screen."""
        super().__init__()
        self._labels = labels
        self._typed = ""
        self._width = 0

    def compose(self) -> ComposeResult:
        for label in self._labels:
            yield Letters(label)

    def on_key(self, event: events.Key) -> None:
        if event.character is None or not event.character.isalpha():
            return
        event.stop()
        self._narrow(self._typed + event.character.lower())

    def _narrow(self, typed: str) -> None:
        """Show what can still be meant; letters that nothing begins with change nothing."""
        meant = narrowed(self._labels, typed)
        if not meant:
            return
        self._typed = typed
        if meant[0].letters == typed:
            self.dismiss(meant[0].goal)
            return
        for letters in self.query(Letters):
            letters.set_class(letters.label not in meant, "-out")

    def on_click(self, event: events.Click) -> None:
        chosen = event.widget.label.goal if isinstance(event.widget, Letters) else None
        self.dismiss(chosen)

    def on_resize(self, event: events.Resize) -> None:
        """What they stood for is elsewhere then."""
        if self._width not in (0, event.size.width):
            self.dismiss(None)
        self._width = event.size.width

    def action_take_back(self) -> None:
        self._narrow(self._typed[:-1])

    async def action_dismiss(self, result: int | None = None) -> None:
        self.dismiss(result)
