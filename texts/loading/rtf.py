"""Rich text: paragraphs with what their styles say they are, notes apart, deleted text left out.

After the Rich Text Format specification 1.9.1. What is not understood is skipped, as it asks.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Final

from texts.document import Origin, ParagraphKind
from texts.errors import Damaged, NotText, TooMuch
from texts.loading.extract import LINE_BREAK, Extract, folded
from texts.loading.limits import DEEPEST
from texts.loading.stated import day, named

__all__ = ["read"]

_TOKEN: Final = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|[\r\n]+|(?P<words>[^\\{}\r\n]+)|\\"
)
_SKIPPED: Final = frozenset(
    "aftncn aftnsep aftnsepc annotation atnauthor atnid bkmkend bkmkstart buptim category colortbl "
    "comment datafield doccomm docvar falt fldinst filetbl fname footerf footerl footerr footer "
    "ftncn ftnsep ftnsepc generator header headerf headerl headerr hlinkbase keycode keywords "
    "listtable listtext manager mmathPr nonshppict object operator pict pntext printim private "
    "revtbl rxe shpinst subject tc template txe userprops xe xmlnstbl".split()
)
_FACTS: Final = {"title": "title", "author": "author", "company": "company"}
_SIGNS: Final = {
    "tab": " ",
    "line": LINE_BREAK,
    "lbr": LINE_BREAK,
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_CHARACTERS: Final = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\n": "", "\r": ""}
_ENDS: Final = frozenset("par sect page column cell row nestcell nestrow".split())
_CHARSETS: Final = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_PAGES: Final = {10000: "mac_roman", 65001: "utf-8"}
_HEADING: Final = re.compile(r"(?:heading \d|title|subtitle)$", re.IGNORECASE)
_QUOTE: Final = re.compile(r"(?:block text|(?:intense |block )?quot\w*)$", re.IGNORECASE)
_BODY_LEVEL: Final = 9
_INDENTED: Final = 400
"""Twentieths of a point, about 7 mm: set in so far at both sides, a paragraph is set apart."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a group can change, and what is as before when it ends."""

    destination: str = "text"
    fallback: int = 1
    """How many characters after a Unicode one are for those who do not know it."""
    font: int | None = None
    silent: bool = False
    style: int | None = None
    left: int = 0
    right: int = 0
    level: int = _BODY_LEVEL


@dataclass(slots=True)
class _Rtf:
    extract: Extract
    shown: str
    state: _State = _State()
    stack: list[_State] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """Of the paragraph that is being read; below it in `waiting` the one that a note hangs on."""
    waiting: list[list[str]] = field(default_factory=list)
    undecoded: bytearray = field(default_factory=bytearray)
    to_skip: int = 0
    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    day: dict[str, int] = field(default_factory=dict)
    asked_to_skip: bool = False


def read(data: bytes, shown: str) -> Extract:
    """The text of a rich text file. Raises `NotText`, `Damaged` or `TooMuch`. Linear in the data."""
    if not data.startswith(b"{\\rtf"):
        raise NotText(f"{shown} is no rich text: it does not begin as one.")
    rtf = _Rtf(Extract(encoding="as the file declares"), shown)
    text, at = data.decode("latin-1"), 0
    while (token := _TOKEN.match(text, at)) is not None:
        at = token.end()
        if words := token["words"]:
            _take_words(rtf, words)
        elif token["byte"]:
            _take_byte(rtf, int(token["byte"], 16))
        elif brace := token["brace"]:
            _decode(rtf)
            if brace == "}" and not rtf.stack:
                break
            _open(rtf) if brace == "{" else _close(rtf)
            if not rtf.stack:
                break
        elif sign := token["sign"]:
            _take_sign(rtf, sign)
        elif token["word"] == "bin":
            # So many bytes of a picture, whatever they look like.
            at += max(0, int(token["number"] or 0))
        elif word := token["word"]:
            _take_word(rtf, word, token["number"])
    else:
        raise Damaged(f"{shown} is damaged: it is not whole.")
    _end_paragraph(rtf)
    rtf.extract.origin = _origin(rtf)
    return rtf.extract


def _origin(rtf: _Rtf) -> Origin:
    begun = "{yr:04}-{mo:02}-{dy:02}".format_map({"yr": 0, "mo": 0, "dy": 0} | rtf.day)
    return Origin(
        title=named(rtf.facts.get("title")), author=named(rtf.facts.get("author")), date=day(begun)
    )


def _open(rtf: _Rtf) -> None:
    if len(rtf.stack) >= DEEPEST:
        raise TooMuch(f"{rtf.shown} is nested too deeply: more than {DEEPEST:,} groups.")
    rtf.stack.append(rtf.state)


def _close(rtf: _Rtf) -> None:
    before = rtf.stack.pop()
    if rtf.state.destination == "footnote" and before.destination != "footnote":
        _end_paragraph(rtf)
        rtf.pieces = rtf.waiting.pop()
    rtf.state = before
    rtf.to_skip = 0
    rtf.asked_to_skip = False


def _take_words(rtf: _Rtf, words: str) -> None:
    skipped = min(rtf.to_skip, len(words))
    rtf.to_skip -= skipped
    if words := words[skipped:]:
        # Bytes that are not ASCII are in the codec of the font, as escaped ones are.
        if words.isascii():
            _decode(rtf)
            _add(rtf, words)
        else:
            rtf.undecoded += words.encode("latin-1")


def _take_byte(rtf: _Rtf, byte: int) -> None:
    if rtf.to_skip:
        rtf.to_skip -= 1
    else:
        rtf.undecoded.append(byte)


def _decode(rtf: _Rtf) -> None:
    """Read the bytes that wait in the codec of the font."""
    if rtf.undecoded:
        codec = (
            rtf.fonts.get(rtf.state.font, rtf.codec) if rtf.state.font is not None else rtf.codec
        )
        words = bytes(rtf.undecoded).decode(codec, errors="replace")
        rtf.undecoded.clear()
        _add(rtf, words)


def _add(rtf: _Rtf, words: str) -> None:
    state = rtf.state
    if state.silent:
        return
    if state.destination in ("text", "footnote"):
        rtf.pieces.append(words)
    elif state.destination in _FACTS:
        rtf.facts[state.destination] = rtf.facts.get(state.destination, "") + words
    elif state.destination == "stylesheet":
        number = state.style or 0
        rtf.styles[number] = rtf.styles.get(number, "") + words


def _take_sign(rtf: _Rtf, sign: str) -> None:
    _decode(rtf)
    if sign == "*":
        rtf.asked_to_skip = True
    elif sign in "\r\n":
        _end_paragraph(rtf)
    elif rtf.to_skip:
        rtf.to_skip -= 1
    else:
        _add(rtf, _CHARACTERS.get(sign, sign if sign in "\\{}" else ""))


def _take_word(rtf: _Rtf, word: str, digits: str | None) -> None:
    number = int(digits) if digits else None
    if word == "u" and number is not None:
        _decode(rtf)
        _add(rtf, chr(number & 0xFFFF))
        rtf.to_skip = rtf.state.fallback
        return
    _decode(rtf)
    rtf.to_skip = 0
    state = rtf.state
    if rtf.asked_to_skip or word in _SKIPPED:
        rtf.asked_to_skip = False
        rtf.state = replace(state, destination="skipped")
    elif word == "footnote":
        if state.destination != "footnote":
            rtf.waiting.append(rtf.pieces)
            rtf.pieces = []
        rtf.state = replace(state, destination="footnote")
    elif word in _FACTS or word in ("fonttbl", "stylesheet", "info", "creatim", "revtim"):
        rtf.state = replace(state, destination=word)
    elif word in ("yr", "mo", "dy"):
        if state.destination == "creatim" and number is not None and 0 <= number <= 9999:
            rtf.day[word] = number
    elif word == "fcharset":
        if state.destination == "fonttbl" and state.font is not None and number in _CHARSETS:
            rtf.fonts[state.font] = _CHARSETS[number]
    elif state.destination not in ("text", "footnote", "stylesheet", "fonttbl"):
        return
    elif word in _ENDS:
        _end_paragraph(rtf)
    elif word in _SIGNS:
        _add(rtf, _SIGNS[word])
    elif word == "ansicpg" and number is not None:
        rtf.codec = _codec(number)
    else:
        rtf.state = _changed(state, word, number)


def _changed(state: _State, word: str, number: int | None) -> _State:
    """The state after a word that changes the form of what follows."""
    if word == "pard":
        return replace(state, style=None, left=0, right=0, level=_BODY_LEVEL)
    if word == "plain":
        return replace(state, silent=False)
    if word in ("v", "deleted"):
        return replace(state, silent=number != 0)
    if number is None:
        return state
    match word:
        case "uc":
            return replace(state, fallback=max(0, min(number, 99)))
        case "f":
            return replace(state, font=number)
        case "s":
            return replace(state, style=number)
        case "li" | "lin":
            return replace(state, left=number)
        case "ri" | "rin":
            return replace(state, right=number)
        case "outlinelevel":
            return replace(state, level=number)
    return state


def _codec(page: int) -> str:
    try:
        return codecs.lookup(_PAGES.get(page, f"cp{page}")).name
    except LookupError:
        return "cp1252"


def _end_paragraph(rtf: _Rtf) -> None:
    _decode(rtf)
    if rtf.state.destination not in ("text", "footnote"):
        return
    # Characters beyond the first plane come as two halves.
    words = "".join(rtf.pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    rtf.pieces.clear()
    rtf.extract.add(folded(words), _kind(rtf))


def _kind(rtf: _Rtf) -> ParagraphKind:
    state = rtf.state
    if state.destination == "footnote":
        return ParagraphKind.FOOTNOTE
    style = rtf.styles.get(state.style, "") if state.style is not None else ""
    style = style.strip().rstrip(";")
    if state.level < _BODY_LEVEL or _HEADING.match(style):
        return ParagraphKind.HEADING
    if min(state.left, state.right) >= _INDENTED or _QUOTE.match(style):
        return ParagraphKind.BLOCK_QUOTE
    return ParagraphKind.PROSE
