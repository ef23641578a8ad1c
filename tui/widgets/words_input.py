"""A line to type words in, harmless whatever is pasted into it."""

from __future__ import annotations

from textual.widgets import Input

from texts.loading.controls import harmless_path

__all__ = ["WordsInput"]


class WordsInput(Input):
    """An input on one row. Control characters of what is pasted become visible signs."""

    def __init__(
        self, *, placeholder: str, max_length: int = 0, select_on_focus: bool = True
    ) -> None:
        super().__init__(
            placeholder=placeholder,
            max_length=max_length,
            select_on_focus=select_on_focus,
            compact=True,
        )

    def validate_value(self, value: str) -> str:
        """One sign for one character, so the cursor stays where it is."""
        return harmless_path(value)
