"""Dashes: dialogue without quotation marks, where each turn is a paragraph that begins with a dash.

So it is written in French and Spanish books, and in some English ones. A dash counts only where
several paragraphs begin with one, and where some of them ask, exclaim or say who speaks: a list is
no conversation. What the narration puts between is found by its verb ("—No, she said, not yet.") or, as
Spanish writes it, stands between dashes of its own ("—No —she said—, not yet."). In French a
conversation may open with « and close with » many turns later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from texts.attribution.cues import CUES
from texts.attribution.forms import Form
from texts.attribution.marks import Marked
from texts.attribution.words import AUX, TAGS, VERB
from texts.document import Paragraph, ParagraphKind, Span

__all__ = ["find_dashed", "has_dashes"]

_LEAST: Final = 3
"""So many paragraphs with a dash make a dialogue."""
_OPENING: Final = re.compile(r"(?:--|[—―–]|«(?=[^»]*$))\s?(?=[\w¿¡‘'’…(])")
_INSERTED: Final = re.compile(r"(?<=\s)[—―–](?=[^\W\d_])")
_INSERTED_END: Final = re.compile(r"(?<=\S)[—―–](?=[\s.,;:?!…]|$)[.,;:]?\s*")
_NAME: Final = r"[A-Z][\w.’'-]+(?:\s(?:(?:de|van|von|of)\s)?[A-Z][\w’'-]+){0,3}"
_SUBJECT: Final = rf"(?:he|she|I|they|we|(?:the|his|her|my)\s(?:[a-z-]+\s)?[a-z-]+|{_NAME})"
_BETWEEN: Final = re.compile(
    rf"(?<=[,?!…—])\s+(?:{_SUBJECT}\s(?:had\s)?(?:[a-z]+ly\s)?(?P<after>[a-z]+)\b"
    rf"|(?P<before>[a-z]+)\s{_SUBJECT})"
)
_CLOSE: Final = re.compile(r"(?:\s[a-z]+ly|\sto\s[A-Z]\w+)?,\s+")
_SENTENCE_END: Final = re.compile(r"[.?!:…](?=\s+|$)")
_TOLD: Final = re.compile(rf"(He|She|They|{_NAME})\s([a-z]+)\b")


def has_dashes(text: str, paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a text gives its dialogue with dashes. Linear."""
    begun = lively = marked = 0
    for paragraph in paragraphs:
        span = paragraph.span
        if paragraph.kind is not ParagraphKind.PROSE:
            continue
        if _OPENING.match(text, span.start, span.end) is None:
            marked += text[span.start] in '“"«‘'
            continue
        begun += 1
        asks = (
            text.find("?", span.start, span.end) >= 0 or text.find("!", span.start, span.end) >= 0
        )
        lively += asks or any(_insertions(text, span.start, span.end))
    return begun >= _LEAST and lively * 4 >= begun and begun > marked


def find_dashed(text: str, span: Span) -> list[Marked] | None:
    """What is said in a paragraph that begins with a dash; `None` for any other. Linear."""
    opening = _OPENING.match(text, span.start, span.end)
    if opening is None:
        return None
    found: list[Marked] = []
    start, at, mark = span.start, opening.end(), opening.end() - opening.start()
    insertions = _insertions(text, at, span.end)
    while at < span.end:
        told = next(insertions, None)
        end = told[0] if told is not None else span.end
        while text[end - 1].isspace():
            end -= 1
        if any(sign.isalnum() for sign in text[at:end]):
            found.append(Marked(start, end, opening=mark, closing=0))
        if told is None or told[1] >= span.end:
            break
        start = at = told[1]
        mark = 0
        tale = _TOLD.match(text, at, span.end)
        if tale is not None and _is_past(tale.group(2)) and _is_somebody(tale.group(1)):
            break
    return found


def _insertions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the narration says who speaks, each time, and where the speech goes on. Linear."""
    at = set_off = start
    while at < end:
        if set_off <= at:
            set_off = _next_set_off(text, at, end)
        told = _told(text, at, set_off)
        if told is None:
            if set_off == end:
                return
            close = _INSERTED_END.search(text, set_off + 1, end)
            told = set_off, close.end() if close is not None else end
        yield told
        at = told[1]


def _next_set_off(text: str, start: int, end: int) -> int:
    """Where the next dash stands that narration begins small after; `end` if none does.

    So narration is set off between dashes of its own: —No —she said—, not yet.
    """
    for match in _INSERTED.finditer(text, start, end):
        if match.start() > start and text[match.end()].islower():
            return match.start()
    return end


def _told(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What is told with a verb of speech and set off by nothing: —No, she said, not yet."""
    for match in _BETWEEN.finditer(text, start, end):
        group = "after" if match.group("after") else "before"
        cue = CUES.get(match.group(group))
        if cue is None or not cue.quote or cue.form not in (Form.PAST, Form.THIRD):
            continue
        close = _CLOSE.match(text, match.end(), end)
        if close is not None:
            return match.start(), close.end()
        stop = _SENTENCE_END.search(text, match.end(), end)
        after = stop.end() if stop is not None else end
        while after < end and text[after].isspace():
            after += 1
        return match.start(), after
    return None


def _is_somebody(subject: str) -> bool:
    return subject in ("He", "She", "They") or subject.split()[0].lower() not in TAGS


def _is_past(word: str) -> bool:
    return word.endswith("ed") or bool(TAGS.get(word, 0) & (AUX | VERB)) or word in CUES
