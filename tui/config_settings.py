"""The settings there are: name, default, what may be said, and a comment. All else derives from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tui.look import BIDI, NARROWEST, WIDEST, Look

__all__ = ["SETTINGS", "Setting", "theme_names"]

_FEW: Final = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the configuration."""

    name: str
    default: str | int | bool
    comment: str
    choices: Callable[[], tuple[str, ...]] | None = None
    """The words it may be, where it is a word."""
    least: int = 0
    most: int = 0
    """What it may be, where it is a number."""

    def fault(self, value: object) -> str | None:
        """What is wrong with a value, as the end of a sentence that begins with it; else `None`."""
        if self.choices is not None:
            choices = self.choices()
            if isinstance(value, str) and value in choices:
                return None
            if len(choices) <= _FEW:
                return f"must be {', '.join(choices[:-1])} or {choices[-1]}"
            return f"is none of the {len(choices)} there are{_nearest(value, choices)}"
        if isinstance(self.default, bool):
            return None if isinstance(value, bool) else "must be true or false"
        if isinstance(value, bool) or not isinstance(value, int):
            return f"must be a whole number from {self.least} to {self.most}"
        if not self.least <= value <= self.most:
            return f"must be from {self.least} to {self.most}"
        return None


def _nearest(value: object, choices: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(str(value), choices, 1)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f": {', '.join(choices[:_FEW])} …"


def theme_names() -> tuple[str, ...]:
    """The themes that can be chosen, quoth's own first."""
    from textual.theme import BUILTIN_THEMES

    from tui.themes import OWN

    own = [theme.name for theme in OWN]
    return (*own, *sorted(name for name in BUILTIN_THEMES if name not in own))


_LOOK: Final = Look()

SETTINGS: Final = (
    Setting(
        "theme",
        _LOOK.theme,
        "The colours: quoth-dark, quoth-light, the terminal's own as ansi-dark or ansi-light, or "
        "another of those that the list of commands has. NO_COLOR=1 in the environment does without.",
        choices=theme_names,
    ),
    Setting(
        "width",
        _LOOK.width,
        f"The most characters in a line of text, from {NARROWEST} to {WIDEST}.",
        least=NARROWEST,
        most=WIDEST,
    ),
    Setting("margin", _LOOK.margin, "Whether the margin names whose words they are."),
    Setting(
        "glyphs",
        "unicode",
        "The signs that quoth draws beside a text and its panes: unicode or ascii. The words of a text "
        "stay what they are.",
        choices=lambda: ("unicode", "ascii"),
    ),
    Setting(
        "bidi",
        _LOOK.bidi,
        "Who turns right-to-left words for the eye: terminal, which gives them rows of their own, or "
        "off. Either way quoth sends them in the order in which they are read.",
        choices=lambda: BIDI,
    ),
)
