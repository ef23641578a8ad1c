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
_CORNER: Final = "corner"
_WHITE_CORNER: Final = "white corner"

_FAMILY: Final = {
    **dict.fromkeys(("“", "”", "„", "‟", "〝", "〞", "＂", '"', "''", "``", "‘‘", "’’"), _DOUBLE),
    **dict.fromkeys("«»", _ANGLE),
    **dict.fromkeys("‹›", _SINGLE_ANGLE),
    **dict.fromkeys("‘’‚'`", _SINGLE),
    **dict.fromkeys("「」｢｣", _CORNER),
    **dict.fromkeys("『』", _WHITE_CORNER),
}
_OPENS: Final = frozenset(("“", "„", "‟", "〝", "``", "‘‘", *"«‹‘‚「｢『"))
_CLOSES: Final = frozenset(("”", "〞", "’’", *"»›’」｣』"))
# Marks whose role some countries turn round: „…“, »…«, ”…”.
_TURNED: Final = {"“": "„", "‘": "‚", "«": "»", "‹": "›", "”": "”"}

# A single mark between two letters is an apostrophe, and is not even looked at. The look ahead at one
# sign lets the search run over all the others at once.
_FINDER: Final = re.compile(
    r"(?=[\"'`‘’‚“”„‟〝〞＂«»‹›「」｢｣『』])"
    r"(?:''|``|‘‘|’’|[^'`‘’‚]|(?<![^\W_])[‘’‚'`]|[‘’'`](?![^\W_]))"
)
_ELISION: Final = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|cos|n|bout|round|nother|neath|fraid|\d0s)\b",
    re.IGNORECASE,
)
# Words that are written without their last letters, so that an apostrophe ends them: goin’, o’, wi’.
_CLIPPED: Final = re.compile(
    r"(?:[^\W\d_]{2}in|[’']n|\b(?:an|o|th|wi|ol|lil|mo|jus|mus|mos|las|fo|t))$", re.IGNORECASE
)
_LONGEST_CLIPPED: Final = 6
_FEET: Final = re.compile(r"\d[’']\s?\d+$")
_BEFORE_OPENING: Final = frozenset("([{—–-/…:*_（，：")
_SAID_BEFORE_CLOSING: Final = frozenset(".,!?…—–")
"""What stands before a mark that surely closes, even if none is open."""
_SENTENCE_END: Final = re.compile(r"[.?!…:]\s+(?=[^\W_])")
_LOOK_BACK: Final = 300
_AFTER_CLOSING: Final = frozenset(".,;:!?)]}—–-/…*_[，。：；！？、）")


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

    @property
    def dashed(self) -> bool:
        """Whether a dash stands before it, or a turn begun with a dash goes on, instead of marks."""
        return self.closed and not self.closing

    @property
    def astray(self) -> bool:
        """Whether its closing mark is wrongly missing, so that where it ends is uncertain."""
        return not (self.closed or self.continues)


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
    closing_ahead = _closing_ahead(text, signs, start, end)
    last_end, last_opened = -1, False
    for place, (at, after, sign) in enumerate(signs):
        seen = _look(text, start, end, at, after, sign, last_opened if at == last_end else None)
        if seen.family == _SINGLE:
            role = _single_role(seen, stack, closing_ahead[place])
        else:
            role = _double_role(seen, stack)
        if role is _OPENING and len(stack) < MAX_DEPTH:
            stack.append(_Open(sign, seen.family, at, []))
        elif role is _CLOSING and any(opened.family == seen.family for opened in stack):
            _close(stack, found, seen)
        elif role is _CLOSING and not stack and seen.before in _SAID_BEFORE_CLOSING:
            begins = _sentence_start(text, found[-1].end if found else start, at)
            if begins < at:
                found.append(Marked(begins, after, closed=False, opening=0, closing=len(sign)))
        last_end, last_opened = after, role is _OPENING
    if stack:
        _close_at_end(text, end, stack, found, following)
    return found


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence of `text[start:end]` begins, as far as is looked back."""
    start = max(start, end - _LOOK_BACK)
    begun = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    if begun:
        return begun[-1]
    while start < end and not text[start].isalnum():
        start += 1
    return start


_OPENING: Final = "opening"
_CLOSING: Final = "closing"


@dataclass(slots=True)
class _Sign:
    """A sign that may be a quotation mark, with its neighbours."""

    sign: str
    family: str
    after: int
    before: str
    beyond: str
    can_open: bool
    can_close: bool
    feet: bool
    """It follows 6'2, so it is inches."""
    elided: bool
    """It stands before what is left of a shortened word: ’tis, ’90s."""
    clipped: bool
    """It stands after what is left of a shortened word: goin’, wi’."""
    doubled: bool
    """A single closing mark follows it, with nothing between but a stop: Hughes’,’"""


def _look(
    text: str, start: int, end: int, at: int, after: int, sign: str, after_opening: bool | None
) -> _Sign:
    """See a sign in its place; `after_opening` tells of a sign that touches it on the left."""
    before = text[at - 1] if at > start else " "
    beyond = text[after] if after < end else " "
    if after_opening is None:
        opens, closes = before.isspace() or before in _BEFORE_OPENING, not before.isspace()
    else:
        opens, closes = after_opening, not after_opening
    single = sign in "‘’'‚"
    apostrophe = single and sign in "’'"
    return _Sign(
        sign,
        _FAMILY[sign],
        after,
        before,
        beyond,
        opens and not beyond.isspace(),
        closes
        and (
            beyond.isspace()
            or beyond in _AFTER_CLOSING
            or beyond in _FAMILY
            or (beyond.isdigit() and before in ".,!?…")  # the number of a note
        ),
        before.isdigit() and _FEET.search(text, max(start, at - 6), at) is not None,
        single and _ELISION.match(text, after, end) is not None,
        apostrophe
        and before.isalpha()
        and _CLIPPED.search(text[max(start, at - _LONGEST_CLIPPED) : at]) is not None,
        apostrophe and beyond in ".,!?" and text[after + 1 : min(after + 2, end)] in ("’", "'"),
    )


def _double_role(seen: _Sign, stack: list[_Open]) -> str | None:
    """Whether a double or angle mark opens, closes, or is none."""
    sign = seen.sign
    is_open = any(opened.family == seen.family for opened in stack)
    turned = _TURNED.get(sign)
    if turned is not None and stack and stack[-1].sign == turned and seen.can_close:
        return _CLOSING
    if sign in _OPENS:
        # “…“: curled the wrong way
        wrong = is_open and sign == "“" and seen.can_close and not seen.can_open
        return _CLOSING if wrong else _OPENING
    if sign in _CLOSES:
        if is_open:
            return _CLOSING
        if seen.can_close:
            return _CLOSING
        return _OPENING if sign in "»”›" and seen.can_open else None
    # Straight: " and '' say nothing by their form.
    if seen.before.isalnum() and seen.beyond.isalnum():
        return None
    if seen.feet or (seen.before.isdigit() and not is_open and not seen.can_open):
        return None
    if seen.can_open is not seen.can_close:
        return _OPENING if seen.can_open else _CLOSING
    return _CLOSING if is_open else _OPENING


def _single_role(seen: _Sign, stack: list[_Open], closing_ahead: bool) -> str | None:
    """Whether a single mark opens, closes, or is an apostrophe."""
    sign = seen.sign
    inside = bool(stack) and stack[-1].family == _SINGLE
    closes = sign not in "‚`" and (sign != "‘" or (inside and stack[-1].sign == "‚"))
    if inside and seen.can_close and closes:
        alone = len(stack) < 2 or stack[-2].family != _SINGLE
        possessive = seen.before in "sS" and (seen.beyond == " " or (seen.doubled and alone))
        return None if (possessive or seen.clipped) and closing_ahead else _CLOSING
    if sign == "`" and inside and stack[-1].sign == "`":
        stack.pop()  # `…` is code
        return None
    if not seen.can_open or sign == "’" or seen.elided:
        return None
    if sign in "'`" and (inside or not (seen.beyond.isalnum() or seen.beyond in '“"—–…-')):
        return None
    return _OPENING


def _close(stack: list[_Open], found: list[Marked], seen: _Sign) -> None:
    """Close the last mark of this family; what was opened inside it and left open was none."""
    while stack[-1].family != seen.family:
        lost = stack.pop()
        (stack[-1].children if stack else found).extend(lost.children)
    opened = stack.pop()
    (stack[-1].children if stack else found).append(
        Marked(
            opened.start,
            seen.after,
            tuple(opened.children),
            opening=len(opened.sign),
            closing=len(seen.sign),
        )
    )


def _closing_ahead(
    text: str, signs: list[tuple[int, int, str]], start: int, end: int
) -> list[bool]:
    """For each sign, whether the next single mark after it could close rather than open."""
    ahead = [False] * len(signs)
    closes = False
    for place in range(len(signs) - 1, -1, -1):
        ahead[place] = closes
        at, after, sign = signs[place]
        if _FAMILY[sign] == _SINGLE:
            spaced = at == start or text[at - 1].isspace()
            if spaced and _ELISION.match(text, after, end) is not None:
                continue
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
