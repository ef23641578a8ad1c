"""The names of keys: as people write them, as Textual calls them, and which of them can be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = ["key_in_words", "key_named", "keys_in_words"]

_DIGITS = tuple("1234567890")
_KEY_WORDS: Final = {
    "comma": ",",
    "full_stop": ".",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "down": "↓",
    "up": "↑",
    "escape": "esc",
    "left": "←",
    "right": "→",
}
_OTHER_NAMES: Final = {
    "esc": "escape",
    "return": "enter",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "del": "delete",
    "ins": "insert",
    **{written: key for key, written in _KEY_WORDS.items() if len(written) == 1},
    " ": "space",
}
_MOVING: Final = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_FUNCTION: Final = tuple(f"f{number}" for number in range(1, 13))
_NAMES: Final = (
    "space", "enter", "tab", "escape", "backspace", "delete", "insert", "comma",
    "full_stop", *_MOVING, *_FUNCTION,
)  # fmt: skip
_SAME: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+[": "escape",
}
_TAKEN: Final = {"ctrl+c": "copies what is selected", "ctrl+z": "puts the reader to sleep"}


def keys_in_words(keys: Iterable[str]) -> str:
    """Keys as they are written for people: ``ctrl+o  H  alt+←``."""
    written = [key_in_words(key) for key in keys]
    return "0…9" if (*written,) == _DIGITS else "  ".join(written)


def key_in_words(key: str) -> str:
    """One key as it is written for people."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    last = _KEY_WORDS.get(last, last.upper() if last in _FUNCTION else last)
    return "+".join([*modifiers, last])


def key_named(written: str) -> str:
    """The key that somebody means, as the commands name it.

    Raises a `ValueError` with what is wrong, and what would be right, where it names no key that
    every terminal tells from all others.
    """
    if len(written) == 1:
        if not (written in _OTHER_NAMES or (written.isprintable() and not written.isspace())):
            raise ValueError("is no key that can be pressed")
        return _OTHER_NAMES.get(written, written)
    *modifiers, last = written.lower().split("+") if written[-1:] != "+" else [written]
    last = _OTHER_NAMES.get(last, last)
    key = "+".join([*modifiers, last])
    if key in _SAME:
        raise ValueError(f"is the same as {key_in_words(_SAME[key])} in most terminals")
    if key in _TAKEN:
        raise ValueError(f"always {_TAKEN[key]}")
    letter = len(last) == 1 and last.isascii() and last.isalpha()
    if modifiers == ["alt"] and letter:
        # Upper case is another key than lower case with alt: it is as it was written.
        return f"alt+{written[-1]}"
    sure = (
        (not modifiers and last in _NAMES)
        or (modifiers == ["ctrl"] and letter)
        or (modifiers in (["ctrl"], ["alt"], ["shift"]) and last in (*_MOVING, *_FUNCTION))
        or key == "shift+tab"
    )
    if not sure:
        raise ValueError(_nearest(modifiers, last))
    return key


def _nearest(modifiers: list[str], last: str) -> str:
    if modifiers and set(modifiers) <= {"ctrl", "alt", "shift"}:
        if modifiers == ["shift"] and len(last) == 1:
            return f"is written {last.upper()}" if last.isalpha() else "is the sign that it types"
        if last in _NAMES or len(last) == 1:
            return "is not told from other keys by all terminals"
    from difflib import get_close_matches

    near = get_close_matches(last, _NAMES, 1)
    if near:
        return f"is no key; did you mean {'+'.join([*modifiers, near[0]])}?"
    return "is no key; write one character, a name such as space or f5, or ctrl+ and a letter"
