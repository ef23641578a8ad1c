"""Resolving: from what was said, as it was read, to quotations with voices, chains and certainty."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice, takewhile
from typing import Final

from texts.attribution.certainty import certainty_of
from texts.attribution.dialogue import Conversation, ends_scene
from texts.attribution.mentions import Mention
from texts.attribution.names import Names
from texts.attribution.narrators import narrators_name
from texts.attribution.persons import Persons
from texts.attribution.relation import CREDIT_NOBODY
from texts.attribution.said import Said
from texts.attribution.stances import stance_of
from texts.attribution.thread import Thread
from texts.attribution.trace import Trace
from texts.attribution.untangling import apart_from, place_of, untangled
from texts.attribution.vocatives import called, hearers
from texts.attribution.voices import Resolved, Scene, Voices
from texts.document import Document, Paragraph, ParagraphKind, Span
from texts.reading import Certainty, Evidence, Mode, Quotation, Reading

__all__ = ["resolve"]

_DEEPEST: Final = 16
"""So many quotations are asked whether the present one stands in them, the innermost first."""
_READ: Final = frozenset((ParagraphKind.PROSE, ParagraphKind.BLOCK_QUOTE, ParagraphKind.FOOTNOTE))
_BEFORE: Final = 80
"""A question that words may answer is asked so many characters before them."""
_STOP: Final = re.compile(r"(?<!Mr)(?<!Mrs)(?<!Dr)[.?!]\s")


def resolve(
    document: Document,
    paragraphs: Sequence[Paragraph],
    found: Thread,
    given_up: Callable[[], bool],
    trace: Trace | None = None,
) -> Reading:
    """The reading of the first `paragraphs`, given all that was found in them.

    `given_up` is asked again and again; once it says so, the reading covers the paragraphs whose
    quotations all have been resolved by then. `trace` takes notes. O(n log n).
    """
    covers = len(paragraphs)
    going_on = takewhile(lambda _: not given_up(), paragraphs)
    prose = (paragraph.span for paragraph in going_on if paragraph.kind in _READ)
    names = Names(document.text, prose, found.marked)
    converses = found.manner.converses
    said = untangled(document, found.said, given_up, trace)
    held = apart_from(said, untangled(document, found.attitudes, given_up, trace), trace)
    voices = Voices(names, trace=trace)
    if converses and not given_up():
        nouns = {one.source.head for one in said if one.source and one.source.name is None}
        persons = Persons(names, nouns, paragraphs[-1].span.end)
        voices = Voices(names, persons=persons, narrator=narrators_name(names, said), trace=trace)
    resolver = _Resolver(
        document, paragraphs, voices, names, converses, found.manner.reports, trace
    )
    resolver.look_ahead(said)
    finished = [_term(term) for term in found.terms]
    if given_up():
        covers = 0
    for one in merge(said, held, key=place_of):
        if given_up():
            covers = min(covers, one.paragraph - 1)
            break
        finished.append(resolver.quotation(one))
    read = [quotation for quotation in finished if quotation.paragraph <= covers]
    return Reading(
        document,
        voices.all(),
        tuple(q for q in read if q.mode is not Mode.TERM and not q.attitude),
        tuple(q for q in read if q.mode is Mode.TERM),
        covers,
        tuple(q for q in read if q.attitude),
    )


def _term(said: Said) -> Quotation:
    spans, unknown = tuple(said.spans), Certainty.UNRESOLVED
    return Quotation(said.paragraph, spans, Mode.TERM, None, unknown, Evidence(said.rule))


class _Resolver:
    """Takes quotations in order of their first character."""

    def __init__(
        self,
        document: Document,
        paragraphs: Sequence[Paragraph],
        voices: Voices,
        names: Names,
        converses: bool,
        dated: bool,
        trace: Trace | None,
    ) -> None:
        """`converses`: turns alternate; `dated`: there are dates, as in reports."""
        self.voices = voices
        self._names = names
        self._trace = trace
        self._reports = dated
        """Whether speech that is told of may be a report's, and no answer."""
        self._text = document.text
        self._number_at = document.paragraphs.index_at
        self._paragraphs = paragraphs
        self._conversation = Conversation() if converses else None
        self._come_to = 0
        """The paragraph of the quotation before."""
        self._following: dict[int, str] = {}
        """Who is named as the next speaker, by where a quotation begins."""
        self._known: dict[Span, Resolved] = {}
        self._around: list[tuple[Said, tuple[int, ...]]] = []
        """The quotations that the present one may stand in, with their chains."""
        self._within: tuple[Said, tuple[int, ...]] | None = None
        """The innermost of those that it does stand in."""

    def look_ahead(self, ordered: list[Said]) -> None:
        """Note which turns are followed by somebody else's, who is named."""
        after: Said | None = None
        for said in reversed(ordered):
            if said.mode is not Mode.DIRECT:
                continue
            named = after.source if after is not None else None
            follows = after is not None and after.paragraph == said.paragraph + 1
            if follows and named is not None and named.name is not None:
                self._following[said.spans[0].start] = self.voices.full_name(named)
            if after is None or said.paragraph != after.paragraph or said.source is not None:
                after = said

    def quotation(self, said: Said) -> Quotation:
        """The finished quotation."""
        outer, nested = self._chain_around(said)
        if said.attitude:
            return self._finished(said, self._speaker(said, outer[-1]), outer)
        self._come(said.paragraph)
        turn = self._conversation if said.mode is Mode.DIRECT and not nested else None
        if turn is not None:
            self._take_turn(said, turn)
        resolved = self._speaker(said, outer[-1])
        quotation = self._finished(said, resolved, outer)
        self._around.append((said, quotation.chain or outer))
        if turn is not None:
            turn.spoke(said.paragraph, resolved.voice, self._called(said))
        elif self._conversation is not None and not self._reports and not nested and resolved.voice:
            self._conversation.reported(said.paragraph, resolved.voice)
        return quotation

    def _chain_around(self, said: Said) -> tuple[tuple[int, ...], bool]:
        """The voices around a quotation, and whether it stands in what another says."""
        around, start = self._around, said.spans[0].start
        while around and around[-1][0].spans[-1].end <= start:
            around.pop()
        self._within = next(
            (outer for outer in islice(reversed(around), _DEEPEST) if _stands_in(said, outer[0])),
            None,
        )
        return ((0,), False) if self._within is None else (self._within[1], True)

    def _come(self, number: int) -> None:
        """Go on to a paragraph: a conversation does not outlast its scene."""
        if self._conversation is not None:
            between = range(self._come_to, number - 1)
            if any(ends_scene(self._paragraphs[at], self._text) for at in between):
                self._conversation.end()
                self.voices.end_scene()
        self._come_to = max(self._come_to, number)

    def _take_turn(self, said: Said, conversation: Conversation) -> None:
        """In a conversation, look for the speaker in the paragraph, then for whose turn it is."""
        if said.source is not None or said.rule in CREDIT_NOBODY:
            return
        carried = said.carried
        if (
            carried is not None
            and carried.may_be_person
            and self._number(carried.span) == said.paragraph
        ):
            return
        if said.beat is not None:
            said.carried, said.rule, said.distance = said.beat, "beat", 1
            said.basis, said.lowered = said.beat.span, False
            return
        voice = conversation.has_turn(said.paragraph)
        if voice is None or carried is None or self._number(carried.span) != said.paragraph:
            voice = self._next(said, conversation)
        if voice is not None or conversation.answers(said.paragraph):
            said.rule, said.turn, said.carried = "turn-taking", voice, None

    def _next(self, said: Said, conversation: Conversation) -> int | None:
        """Whose turn it is: of whom the words before spoke to, or of who spoke before them."""
        number = said.paragraph
        turns = conversation.turns(number, self.voices.name_of)
        if not turns and (self._reports or conversation.last(number) is None):
            return None
        if self._trace is not None:
            self._trace.about(said.spans[0])
        scene = replace(self._scene(said, number), turns=turns)
        return self.voices.turn(said.spans[0], self._paragraphs[number - 1].span, scene)

    def _speaker(self, said: Said, outer: int) -> Resolved:
        if said.turn is not None:
            return Resolved(said.turn, Certainty.INFERRED)
        mention = said.source or said.carried
        if mention is None or said.rule in CREDIT_NOBODY or self._is_too_far(said):
            return Resolved(None, Certainty.UNRESOLVED)
        known = self._known.get(mention.span)
        if known is None:
            number = self._number(mention.span)
            where = self._paragraphs[number - 1].span
            if self._trace is not None:
                self._trace.about(mention.span)
            known = self.voices.resolve(mention, where, outer, self._scene(said, number))
            if known.voice == outer and self._speaks_of_another(mention):
                sure = Certainty.UNRESOLVED if known.runner_up is None else Certainty.INFERRED
                known = Resolved(known.runner_up, sure)
            self._known[mention.span] = known
        return known

    def _speaks_of_another(self, mention: Mention) -> bool:
        """Whether a pronoun stands in somebody's own words, where it never means the speaker."""
        within = self._within
        own_words = within is not None and within[0].mode in (Mode.DIRECT, Mode.BLOCK)
        return own_words and mention.pronoun in ("he", "she")

    def _is_too_far(self, said: Said) -> bool:
        """Whether a report has said too much since to credit whoever was told of before."""
        weak = not said.spoke or (said.carried is not None and said.carried.describes)
        return said.lowered and weak and self._conversation is None

    def _scene(self, said: Said, number: int) -> Scene:
        """Who takes part in the conversation in the paragraph `number`."""
        talk = self._conversation
        if talk is None:
            return Scene()
        near = self._near(number)
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
        if number == 1 or self._paragraphs[number - 2].kind not in _READ:
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

    def _finished(self, said: Said, resolved: Resolved, outer: tuple[int, ...]) -> Quotation:
        certainty, sure = certainty_of(said, resolved, story=self._conversation is not None)
        carried = said.carried is not None and resolved.voice is not None
        basis = said.basis if carried else resolved.basis
        quotation = Quotation(
            said.paragraph,
            tuple(said.spans),
            said.mode,
            resolved.voice,
            certainty,
            Evidence(said.rule, said.distance, basis, resolved.runner_up),
            said.source.span if said.source is not None else None,
            said.cue,
            _chain(outer, resolved),
            stance_of(said.cue.of(self._text)) if said.cue is not None else None,
            said.attitude,
        )
        if self._trace is not None:
            self._trace.credited(quotation, _asked(said), sure)
        return quotation

    def _number(self, span: Span) -> int:
        return self._number_at(span.start) + 1


def _stands_in(said: Said, outer: Said) -> bool:
    """Whether a quotation is part of what another says: words, source and all."""
    inside = outer.covers(said.spans[0])
    return inside and (said.source is None or outer.covers(said.source.span))


def _chain(outer: tuple[int, ...], resolved: Resolved) -> tuple[int, ...]:
    """The voices from the author inwards, of words that stand in those of `outer`."""
    if resolved.voice is None:
        return ()
    return outer if resolved.voice == outer[-1] else (*outer, resolved.voice)


def _asked(said: Said) -> Span | None:
    """The mention that decides who says it; where whose turn it is decides, the words themselves."""
    if said.turn is not None:
        return said.spans[0]
    mention = said.source or said.carried
    return None if mention is None else mention.span
