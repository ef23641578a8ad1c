"""quoth's own two themes, dark and light; Textual's own stand beside them."""

from __future__ import annotations

from textual.theme import Theme

__all__ = ["DARK", "LIGHT", "OWN", "ROTATION", "next_in_rotation"]

DARK = Theme(
    name="quoth-dark",
    dark=True,
    primary="#8ab4c9",
    secondary="#c9a26d",
    accent="#e0b15a",
    foreground="#dcd7cb",
    background="#181a1b",
    surface="#1f2223",
    panel="#282c2d",
    success="#9dbb7a",
    warning="#e0b15a",
    error="#e0796b",
)

LIGHT = Theme(
    name="quoth-light",
    dark=False,
    primary="#2c5f78",
    secondary="#7a5a1e",
    accent="#8a5a00",
    foreground="#26221b",
    background="#fbf8f1",
    surface="#f3eee2",
    panel="#e8e1d0",
    success="#3f6320",
    warning="#7d5200",
    error="#a3301f",
)

OWN = (DARK, LIGHT)

ROTATION = (
    "quoth-dark",
    "quoth-light",
    "ansi-dark",
    "ansi-light",
    "textual-dark",
    "textual-light",
    "solarized-light",
    "nord",
)
"""The themes that the theme key goes through; all others are in the palette."""


def next_in_rotation(name: str) -> str:
    """The theme after `name`; the first after one that is not in the rotation."""
    at = ROTATION.index(name) if name in ROTATION else -1
    return ROTATION[(at + 1) % len(ROTATION)]
