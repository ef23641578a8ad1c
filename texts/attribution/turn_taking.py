"""Turn-taking: what the conversations of a text tell of whoever speaks next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from texts.attribution.dialogue import Conversation, ends_scene
from texts.attribution.names import Names
from texts.attribution.relation import CREDIT_NOBODY
from texts.attribution.said import Said
from texts.attribution.trace import Trace
from texts.attribution.vocatives import called, hearers
from texts.attribution.voices import Scene, Voices
from texts.document import Document, Paragraph, ParagraphKind, Span
from texts.reading import Mode

__all__ = ["READ", "TurnTaking"]

READ: Final = frozenset((ParagraphKind.PROSE, ParagraphKind.BLOCK_QUOTE, ParagraphKind.FOOTNOTE))
"""What a text tells, and whose names count: no headings, and nothing that a site adds."""
_BEFORE: Final = 80
"""A question that words may answer is asked so many characters before them."""
_STOP: Final = re.compile(r"(?<!Mr)(?<!Mrs)(?<!Dr)[.?!]\s")


class TurnTaking:
    """The conversations of one text, as its quotations are resolved in order."""

    def __init__(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        voices: Voices,
        names: Names,
        trace: Trace | None,
        *,
        reports: bool,
    ) -> None:
        """`reports`: there are dates, so that speech that is told of may be no answer."""
        self._text = document.text
        self._number_at = document.paragraphs.index_at
        self._paragraphs = paragraphs
        self._voices = voices
        self._names = names
        self._trace = trace
        self._reports = reports
        self._conversation = Conversation()
        self._come_to = 0
        """The paragraph of the quotation before."""
        self._following: dict[int, str] = {}
        """Who is named as the next speaker, by where a quotation begins."""

    def look_ahead(self, ordered: list[Said]) -> None:
        """Note which turns are followed by somebody else's, who is named."""
        after: Said | None = None
        for said in reversed(ordered):
            if said.mode is not Mode.DIRECT:
                continue
            named = after.source if after is not None else None
            follows = after is not None and after.paragraph == said.paragraph + 1
            if follows and named is not None and named.name is not None:
                self._following[said.spans[0].start] = self._voices.full_name(named)
            if after is None or said.paragraph != after.paragraph or said.source is not None:
                after = said

    def come(self, number: int) -> None:
        """Go on to a paragraph: a conversation does not outlast its scene."""
        between = range(self._come_to, number - 1)
        if any(ends_scene(self._paragraphs[at], self._text) for at in between):
            self._conversation.end()
            self._voices.end_scene()
        self._come_to = max(self._come_to, number)

    def take(self, said: Said) -> None:
        """Look for the speaker of words without one in their paragraph, then for whose turn it is."""
        if said.source is not None or said.rule in CREDIT_NOBODY:
            return
        carried = said.carried
        here = carried is not None and self._paragraph_of(carried.span) == said.paragraph
        if here and carried is not None and carried.may_be_person:
            return
        if said.beat is not None:
            said.carried, said.rule, said.distance = said.beat, "beat", 1
            said.basis, said.lowered = said.beat.span, False
            return
        voice = self._conversation.has_turn(said.paragraph)
        if voice is None or not here:
            voice = self._next(said)
        if voice is not None or self._conversation.answers(said.paragraph):
            said.rule, said.turn, said.carried = "turn-taking", voice, None

    def _next(self, said: Said) -> int | None:
        """Whose turn it is: of whom the words before spoke to, or of who spoke before them."""
        number = said.paragraph
        turns = self._conversation.turns(number, self._voices.name_of)
        if not turns and (self._reports or self._conversation.last(number) is None):
            return None
        if self._trace is not None:
            self._trace.about(said.spans[0])
        scene = replace(self.scene(said, number), turns=turns)
        return self._voices.turn(said.spans[0], self._paragraphs[number - 1].span, scene)

    def spoke(self, said: Said, voice: int | None) -> None:
        """Note whose turn `said` was."""
        self._conversation.spoke(said.paragraph, voice, self._called(said))

    def reported(self, said: Said, voice: int) -> None:
        """Note who says `said`, which is told of: in a report it may be no answer."""
        if not self._reports:
            self._conversation.reported(said.paragraph, voice)

    def scene(self, said: Said, number: int) -> Scene:
        """Who takes part in the conversation in the paragraph `number`."""
        talk, near = self._conversation, self._near(number)
        return Scene(
            talk.last(number),
            frozenset(self._called(said)),
            talk.asked(number),
            self._following.get(said.spans[0].start),
            near=near,
        )

    def _near(self, number: int) -> int:
        """Where the narration begins that leads to the words of a paragraph."""
        start = self._paragraphs[number - 1].span.start
        if number == 1 or self._paragraphs[number - 2].kind not in READ:
            return start
        before = self._paragraphs[number - 2].span
        marked = self._names.last_mark(before)
        if marked is None:
            return before.start
        stop = _STOP.search(self._names.text, marked, before.end)
        return stop.end() if stop is not None else start

    def _called(self, said: Said) -> list[str]:
        """To whom the words of a quotation speak, by their fullest names."""
        first = said.spans[0].start
        since = self._paragraphs[max(0, said.paragraph - 2)].span.start
        asked = self._text.find("?", max(since, first - _BEFORE), first) >= 0
        heard = called(self._names, said.spans, answers=asked)
        if said.cue is not None:
            heard += hearers(self._names, said.cue)
        return [self._names.identity_of(named) for named in heard]

    def _paragraph_of(self, span: Span) -> int:
        return self._number_at(span.start) + 1
