"""Dialogue: in a conversation the one who is not named is the one whose turn it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from texts.document import Paragraph, ParagraphKind, Span

__all__ = ["Conversation", "Manner", "ends_scene"]

_REPORTING: Final = re.compile(
    r"(?=[MTWFSAap\d])(?:\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|[Aa]ccording to|percent|per cent)\b"
    r"|\d%)"
)
_BREAK: Final = re.compile(r"[^\w\n]+")
_LONGEST_BREAK: Final = 80
_NEAR: Final = 4
"""After so many paragraphs without speech a conversation is over."""
_HEARS: Final = 8.0
"""How much it speaks for somebody's turn that the words before spoke to them."""
_BACK: Final = 7.0
"""That they had the turn before the last; one less for each turn further back."""
_GAP: Final = 1.0
"""How much less it is for each paragraph of narration in between."""
_TURNS: Final = 8
"""How many turns back the other speaker is looked for."""


def ends_scene(paragraph: Paragraph, text: str) -> bool:
    """Whether a paragraph stands between two scenes: a heading, or a line of stars."""
    span = paragraph.span
    return paragraph.kind is ParagraphKind.HEADING or (
        len(span) < _LONGEST_BREAK and _BREAK.fullmatch(text, span.start, span.end) is not None
    )


@dataclass(slots=True)
class Manner:
    """How a text uses quotation marks: whether it tells conversations, as stories do.

    In a news report a paragraph that is nothing but a quotation goes on with the last speaker; in a
    story the other one answers. Stories ask and exclaim, their paragraphs begin with speech, and
    they seldom give dates.
    """

    prose: int = 0
    """Paragraphs read."""
    dated: int = 0
    """Those with a weekday, a year, a share, as reports have them."""
    paragraphs: int = 0
    """Paragraphs with speech in them."""
    asking: int = 0
    """Those in which somebody asks or exclaims."""
    beginning: int = 0
    """Those that begin with a quotation mark."""
    brief: int = 0
    """Those that are a few words in marks and nothing else."""
    answers: int = 0
    """Those that begin with speech right after somebody asked, or are brief after a brief one."""
    _last: tuple[int, bool, bool] = (0, False, False)
    """Of the last with speech its number, whether it asked, whether it was brief."""

    def read(self, text: str, span: Span) -> None:
        """Count one paragraph of prose."""
        self.prose += 1
        self.dated += _REPORTING.search(text, span.start, span.end) is not None

    def note(self, number: int, *, asks: bool, exclaims: bool, begins: bool, brief: bool) -> None:
        """Count one paragraph with speech, the `number`th of the text."""
        before, asked, was_brief = self._last
        self.answers += begins and before == number - 1 and (asked or (brief and was_brief))
        self._last = number, asks and begins, brief
        self.brief += brief
        self.paragraphs += 1
        self.asking += asks or exclaims
        self.beginning += begins

    @property
    def reports(self) -> bool:
        """Whether dates stand in more than one paragraph of twenty."""
        return self.dated * 20 > self.prose

    @property
    def converses(self) -> bool:
        """Whether turns alternate.

        A text too short to tell its manner by shares tells it by one answer and no date.
        """
        if self.beginning * 2 < self.paragraphs:
            return False
        if self.answers and not self.dated:
            return True
        return (
            self.paragraphs >= 4
            and self.dated * 10 <= self.prose
            and (
                self.asking * 4 >= self.paragraphs
                or (not self.reports and self.brief * 5 >= self.paragraphs)
            )
        )


@dataclass(slots=True)
class _Turn:
    paragraph: int
    voice: int | None
    called: tuple[str, ...]
    reported: bool = False
    """The words are not given, only told of: he replied that he had not."""


class Conversation:
    """Who spoke in which paragraph, and to whom, in order."""

    def __init__(self) -> None:
        self._turns: list[_Turn] = []

    def spoke(self, paragraph: int, voice: int | None, called: Sequence[str] = ()) -> None:
        """Note who speaks in a paragraph; the first speaker of a paragraph has the turn.

        `called` are the fullest names of those to whom the words speak.
        """
        if self._turns and self._turns[-1].paragraph == paragraph:
            turn = self._turns[-1]
            if turn.voice is None or turn.voice == voice or turn.reported:
                turn.reported = False
                turn.voice = voice
                turn.called = (*turn.called, *called)
            return
        self._turns.append(_Turn(paragraph, voice, tuple(called)))

    def reported(self, paragraph: int, voice: int) -> None:
        """Note whose answer a paragraph tells of, right after somebody spoke.

        That of another whose words it gives counts more.
        """
        if self._turns and self._turns[-1].paragraph == paragraph - 1:
            self._turns.append(_Turn(paragraph, voice, (), reported=True))

    def end(self) -> None:
        """Note that the scene is over: a heading or a line of stars stands here."""
        self._turns.clear()

    def last(self, paragraph: int) -> int | None:
        """Who had the turn before `paragraph`, if the conversation is still going on."""
        turn = self._before(paragraph, 1)
        if turn is None or paragraph - turn.paragraph > _NEAR:
            return None
        return turn.voice

    def has_turn(self, paragraph: int) -> int | None:
        """Who has spoken in `paragraph` already."""
        turn = self._turns[-1] if self._turns else None
        return turn.voice if turn is not None and turn.paragraph == paragraph else None

    def answers(self, paragraph: int) -> bool:
        """Whether the paragraph right before `paragraph` was somebody's turn."""
        turn = self._before(paragraph, 1)
        return turn is not None and turn.paragraph == paragraph - 1

    def asked(self, paragraph: int) -> frozenset[str]:
        """To whom the words before `paragraph` spoke."""
        turn = self._before(paragraph, 1)
        if turn is None or paragraph - turn.paragraph > _NEAR:
            return frozenset()
        return frozenset(turn.called[-1:])

    def turns(self, paragraph: int, name_of: Callable[[int], str]) -> dict[str, float]:
        """How much the turns so far speak for each taking the one in `paragraph`, by name.

        For whom the words before spoke to; then for all who spoke, the last but one most of all.
        """
        last = self._before(paragraph, 1)
        if last is None or paragraph - last.paragraph > _NEAR:
            return {}
        gap = _GAP * (paragraph - last.paragraph - 1)
        found = dict.fromkeys(last.called, _HEARS - gap)
        near = last.paragraph
        for back in range(2, _TURNS + 1):
            turn = self._before(paragraph, back)
            if turn is None or near - turn.paragraph > _NEAR:
                break
            gap += _GAP * (near - turn.paragraph - 1)
            near = turn.paragraph
            if turn.voice:
                found.setdefault(name_of(turn.voice), _BACK - back + 2 - gap)
        if last.voice:
            found.pop(name_of(last.voice), None)
        return found

    def _before(self, paragraph: int, back: int) -> _Turn | None:
        end = len(self._turns)
        if end and self._turns[-1].paragraph == paragraph:
            end -= 1
        return self._turns[end - back] if back <= end else None
