"""The first-run card: three lines that say what to press."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

__all__ = ["Welcome"]

_LINES = (
    ("]", "next quotation", "*", "same voice again"),
    ("enter", "why this voice", "v", "all voices"),
    ("/", "find words", "?", "everything else"),
)


class Welcome(Static):
    """Shown until the first quotation is gone to."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Welcome {
        height: auto;
        width: 1fr;
        background: $panel;
        padding: 0 1;
    }
    """

    def __init__(self) -> None:
        rows = []
        for key, does, other, does_too in _LINES:
            rows.append(
                Content.assemble(
                    (f"{key:>6} ", "bold $accent"),
                    (f"{does:<20}", ""),
                    (f"{other:>3} ", "bold $accent"),
                    (does_too, ""),
                )
            )
        super().__init__(Content("\n").join(rows), markup=False)
