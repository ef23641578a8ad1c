"""The first-run card: what stands beside the words, and what to press; less where rows are few."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from texts.reading import Certainty, Mode
from tui.commands import KeyMap
from tui.voice_signs import CERTAINTY_SIGNS, MODE_SIGNS, UNRESOLVED_SIGN

__all__ = ["Welcome"]

_ROWS = (
    (("quotation.next", "next quotation"), ("voice.next", "same voice again")),
    (("evidence", "why this voice"), ("voices", "all voices")),
    (("find", "find words"), ("help", "everything else")),
)
"""Commands by their ids, and what they do in two words."""
_FEW, _ROOMY = 24, 32
"""Rows of the screen from which the card takes two of them, and from which it takes five."""


class Welcome(Widget):
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

    def __init__(self, keymap: KeyMap, *, plain: bool = False) -> None:
        """`plain` draws signs in ASCII."""
        super().__init__()
        self._plain = plain
        self._rows = [[(keymap.key(id_), does) for id_, does in row] for row in _ROWS]

    def render(self) -> RenderResult:
        rows = self.app.size.height
        if rows >= _ROOMY:
            keys = [
                Content("").join(
                    Content.assemble((f"{key:>6}  ", "bold $accent"), f"{does:<18}")
                    for key, does in row
                )
                for row in self._rows
            ]
            return Content("\n").join(
                (_told(_rules(self._plain)), _told(_sureness(self._plain)), *keys)
            )
        keys = [_told([row[0] for row in self._rows[:2]] + [self._rows[2][1]])]
        return Content("\n").join((_told(_rules(self._plain)), *keys) if rows >= _FEW else keys)


def _rules(plain: bool) -> Sequence[tuple[str, str]]:
    """What the lines beside the words mean."""
    nobodys = UNRESOLVED_SIGN, CERTAINTY_SIGNS[Certainty.UNRESOLVED]
    return (
        (MODE_SIGNS[Mode.DIRECT].draw(plain=plain), "own words"),
        (MODE_SIGNS[Mode.INDIRECT].draw(plain=plain), "reported"),
        ("no line", "the author's"),
        (" ".join(sign.draw(plain=plain) for sign in nobodys), "nobody's yet"),
    )


def _sureness(plain: bool) -> Sequence[tuple[str, str]]:
    """What the signs after a name mean."""
    return (
        (CERTAINTY_SIGNS[Certainty.CARRIED].draw(plain=plain), "carried over"),
        (CERTAINTY_SIGNS[Certainty.INFERRED].draw(plain=plain), "inferred"),
        ("no sign", "explicit"),
    )


def _told(signs: Sequence[tuple[str, str]]) -> Content:
    """Signs or keys in one line, each with what it means."""
    return Content("   ").join(
        Content.assemble((sign, "bold $accent"), f" {words}") for sign, words in signs
    )
