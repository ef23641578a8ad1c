"""Quotation marks: which words of a paragraph stand in marks, and inside which other marks.

Marks are never paired by counting. Whether a sign opens or closes follows from its form and its
two neighbours; a stack keeps what is open. What stays open at the end of a paragraph is right when
the next paragraph opens again, and otherwise spoils that paragraph alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Marked", "find_marked", "opens_with_mark"]

MAX_DEPTH: Final = 6
"""Marks nested deeper than this are taken for noise."""

# One family closes another's opening only within itself: “ may be closed by a straight ", as
# mixed typing does, never by a single mark.
_DOUBLE: Final = "double"
_ANGLE: Final = "angle"
_SINGLE: Final = "single"
_SINGLE_ANGLE: Final = "single angle"

_FAMILY: Final = {
    **dict.fromkeys(("“", "”", "„", "‟", "〝", "〞", "＂", '"', "''", "``", "‘‘", "’’"), _DOUBLE),
    **dict.fromkeys("«»", _ANGLE),
    **dict.fromkeys("‹›", _SINGLE_ANGLE),
    **dict.fromkeys("‘’‚'", _SINGLE),
}
_OPENS: Final = frozenset(("“", "„", "‟", "〝", "``", "‘‘", "«", "‹", "‘", "‚"))
_CLOSES: Final = frozenset(("”", "〞", "’’", "»", "›", "’"))
# Marks whose role some countries turn round: „…“, »…«, ”…”.
_TURNED: Final = {"“": "„", "‘": "‚", "«": "»", "‹": "›", "”": "”"}

# A single mark between two letters is an apostrophe, and is not even looked at.
_FINDER: Final = re.compile(r"''|``|‘‘|’’|[\"“”„‟〝〞＂«»‹›]|(?<!\w)[‘’‚']|[‘’'](?!\w)")
_ELISION: Final = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|cos|n|bout|round|nother|neath|fraid|\d0s)\b",
    re.IGNORECASE,
)
_BEFORE_OPENING: Final = frozenset("([{—–-/…:")
_AFTER_CLOSING: Final = frozenset(".,;:!?)]}—–-/…*")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in marks: half-open offsets into the text, marks included."""

    start: int
    end: int
    children: tuple[Marked, ...] = ()
    """What stands in marks inside."""
    closed: bool = True
    """False where the paragraph ends, or goes astray, before a closing mark."""
    continues: bool = False
    """The closing mark is rightly missing: the next paragraph opens again."""
    opening: int = 1
    """How many characters the opening mark has."""
    closing: int = 1
    """How many characters the closing mark has; 0 if it is missing."""


@dataclass(slots=True)
class _Open:
    sign: str
    family: str
    start: int
    children: list[Marked]


def opens_with_mark(text: str, start: int, end: int) -> str | None:
    """The family of the mark that `text[start:end]` begins with, or `None`."""
    sign = text[start : min(start + 2, end)]
    for width in (2, 1):
        family = _FAMILY.get(sign[:width])
        if family is not None and len(sign) >= width:
            return family if sign[:width] not in ("”", "’", "’’") else None
    return None


def find_marked(text: str, start: int, end: int, following: str | None = None) -> list[Marked]:
    """The outermost marked stretches of the paragraph `text[start:end]`, in order.

    `following` is the family of the mark that the next paragraph opens with, if it does: then a
    mark of that family may stay open. Linear in the paragraph.
    """
    found: list[Marked] = []
    stack: list[_Open] = []
    signs = [(m.start(), m.end(), m.group()) for m in _FINDER.finditer(text, start, end)]
    if not signs:
        return found
    ahead = _next_single(text, signs, start, end)
    last_end, last_opened = -1, False
    for place, (at, after, sign) in enumerate(signs):
        family = _FAMILY[sign]
        before = text[at - 1] if at > start else " "
        beyond = text[after] if after < end else " "
        touches = at == last_end
        can_open = (
            last_opened if touches else before.isspace() or before in _BEFORE_OPENING
        ) and not beyond.isspace()
        can_close = (not last_opened if touches else not before.isspace()) and (
            beyond.isspace() or beyond in _AFTER_CLOSING or beyond in _FAMILY or after == end
        )
        is_open = any(o.family == family for o in stack)
        if family is _SINGLE:
            role = _single_role(
                text, sign, after, end, can_open, can_close, stack, before, ahead[place]
            )
        else:
            role = _role(sign, before, beyond, can_open, can_close, is_open, stack)
        if role > 0 and len(stack) < MAX_DEPTH:
            stack.append(_Open(sign, family, at, []))
        elif role < 0 and is_open:
            while stack[-1].family is not family:
                lost = stack.pop()
                (stack[-1].children if stack else found).extend(lost.children)
            opened = stack.pop()
            into = stack[-1].children if stack else found
            into.append(
                Marked(
                    opened.start,
                    after,
                    tuple(opened.children),
                    opening=len(opened.sign),
                    closing=len(sign),
                )
            )
        last_end, last_opened = after, role > 0
    if stack:
        _close_at_end(text, end, stack, found, following)
    return found


def _role(
    sign: str,
    before: str,
    beyond: str,
    can_open: bool,
    can_close: bool,
    is_open: bool,
    stack: list[_Open],
) -> int:
    """1 for an opening double or angle mark, -1 for a closing one, 0 for none."""
    turned = _TURNED.get(sign)
    if turned is not None and stack and stack[-1].sign == turned and can_close:
        return -1
    if sign in _OPENS:
        return 1
    if sign in _CLOSES:
        if is_open:
            return -1
        return 1 if sign in ("»", "”", "›") and can_open and not can_close else 0
    # Straight: " and '' say nothing by their form.
    if before.isalnum() and beyond.isalnum():
        return 0
    if before.isdigit() and (not is_open or beyond in "x×") and not can_open:
        return 0  # inches
    if can_open and not can_close:
        return 1
    if can_close and not can_open:
        return -1
    return -1 if is_open else 1


def _single_role(
    text: str,
    sign: str,
    after: int,
    end: int,
    can_open: bool,
    can_close: bool,
    stack: list[_Open],
    before: str,
    another_closes: bool,
) -> int:
    """1 for an opening single mark, -1 for a closing one, 0 for an apostrophe."""
    inside = bool(stack) and stack[-1].family is _SINGLE
    if inside and can_close and sign != "‚" and (sign != "‘" or stack[-1].sign == "‚"):
        possessive = before in "sS" and text[after : after + 1] == " "
        return 0 if possessive and another_closes else -1
    if can_open and sign != "’" and not _ELISION.match(text, after, end):
        beyond = text[after : after + 1]
        if sign == "'" and (inside or not (beyond.isalnum() or beyond in '“"—–…-')):
            return 0
        return 1
    return 0


def _next_single(text: str, signs: list[tuple[int, int, str]], start: int, end: int) -> list[bool]:
    """For each sign, whether the next single mark after it could close rather than open."""
    ahead = [False] * len(signs)
    closes = False
    for place in range(len(signs) - 1, -1, -1):
        ahead[place] = closes
        at, after, sign = signs[place]
        if _FAMILY[sign] is _SINGLE:
            spaced = at == start or text[at - 1].isspace()
            closes = sign in "’'" and not spaced and not (after < end and text[after].isalnum())
    return ahead


def _close_at_end(
    text: str, end: int, stack: list[_Open], found: list[Marked], following: str | None
) -> None:
    """Deal with what the end of the paragraph found still open."""
    kept: list[_Open] = []
    for opened in stack:
        if opened.family in (_SINGLE, _SINGLE_ANGLE) and not (
            following == opened.family and opened is stack[0]
        ):
            (kept[-1].children if kept else found).extend(opened.children)  # an apostrophe
        else:
            kept.append(opened)
    for place, opened in enumerate(kept):
        last = place == len(kept) - 1
        continues = last and following == opened.family
        children = opened.children
        if not last:
            cut = min(kept[place + 1].start, children[0].start if children else end)
        elif continues or not children or children[-1].end == end:
            cut = end
        else:
            cut = children[0].start
        while cut > opened.start and text[cut - 1].isspace():
            cut -= 1
        inner = tuple(child for child in children if child.end <= cut)
        found.append(
            Marked(
                opened.start,
                cut,
                inner,
                closed=False,
                continues=continues,
                opening=len(opened.sign),
                closing=0,
            )
        )
        found.extend(child for child in children if child.end > cut)
