"""Resolving: from what was said, as it was read, to quotations with voices, chains and certainty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice, takewhile
from typing import Final

from texts.attribution.certainty import certainty_of
from texts.attribution.mentions import Mention
from texts.attribution.names import Names
from texts.attribution.narrators import narrators_name
from texts.attribution.persons import Persons
from texts.attribution.relation import CITED, CREDIT_NOBODY
from texts.attribution.said import Said
from texts.attribution.stances import stance_of
from texts.attribution.thread import Thread
from texts.attribution.trace import Trace
from texts.attribution.turn_taking import READ, TurnTaking
from texts.attribution.untangling import apart_from, place_of, untangled
from texts.attribution.voices import Resolved, Scene, Voices
from texts.document import Document, Paragraph, Span
from texts.reading import Certainty, Evidence, Mode, Quotation, Reading

__all__ = ["resolve"]

_DEEPEST: Final = 16
"""So many quotations are asked whether the present one stands in them, the innermost first."""


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
    prose = (paragraph.span for paragraph in going_on if paragraph.kind in READ)
    names = Names(document.text, prose, found.marked)
    converses = found.manner.converses
    said = untangled(document, found.said, given_up, trace)
    held = apart_from(said, untangled(document, found.attitudes, given_up, trace), trace)
    voices = Voices(names, trace=trace)
    if converses and not given_up():
        nouns = {one.source.head for one in said if one.source and one.source.name is None}
        persons = Persons(names, nouns, paragraphs[-1].span.end)
        voices = Voices(names, persons=persons, narrator=narrators_name(names, said), trace=trace)
    talk: TurnTaking | None = None
    if converses:
        reports = found.manner.reports
        talk = TurnTaking(document, paragraphs, voices, names, trace, reports=reports)
        talk.look_ahead(said)
    resolver = _Resolver(document, paragraphs, voices, talk, trace)
    finished = [_term(term) for term in found.terms]
    if given_up():
        covers = 0
    for one in merge(said, held, key=place_of):
        if given_up():
            covers = min(covers, one.paragraph - 1)
            break
        quotation = resolver.quotation(one)
        if quotation is not None:
            finished.append(quotation)
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
        talk: TurnTaking | None,
        trace: Trace | None,
    ) -> None:
        """`talk` tells whose turn it is, in a text that converses."""
        self.voices = voices
        self._talk = talk
        self._trace = trace
        self._text = document.text
        self._number_at = document.paragraphs.index_at
        self._paragraphs = paragraphs
        self._known: dict[Span, Resolved] = {}
        self._around: list[tuple[Said, tuple[int, ...]]] = []
        """The quotations that the present one may stand in, with their chains."""
        self._blocks: dict[Said, tuple[int, ...]] = {}
        """The block quotations so far, with their chains."""
        self._within: tuple[Said, tuple[int, ...]] | None = None
        """The innermost of those that it does stand in."""

    def quotation(self, said: Said) -> Quotation | None:
        """The finished quotation; `None` for hearsay from nobody known, which stays its teller's."""
        outer, nested = self._chain_around(said)
        if said.attitude:
            return self._finished(said, self._speaker(said, outer[-1]), outer)
        talk, takes_turn = self._talk, said.mode is Mode.DIRECT and not nested
        if talk is not None:
            talk.come(said.paragraph)
            if takes_turn:
                talk.take(said)
        outer = self._carried(said, outer)
        resolved = self._speaker(said, outer[-1])
        if said.hearsay and resolved.voice is None:
            if self._trace is not None:
                self._trace.drop(said, "Nobody is known who told it: it stays with its teller.")
            return None
        quotation = self._finished(said, resolved, outer)
        self._around.append((said, quotation.chain or outer))
        if said.mode is Mode.BLOCK:
            self._blocks[said] = quotation.chain or outer
        if talk is not None and takes_turn:
            talk.spoke(said, resolved.voice)
        elif talk is not None and not nested and resolved.voice:
            talk.reported(said, resolved.voice)
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
        if self._within is not None:
            return self._within[1], True
        block = self._blocks.get(said.quoted_in) if said.quoted_in is not None else None
        return ((0,), False) if block is None else (block, True)

    def _carried(self, said: Said, outer: tuple[int, ...]) -> tuple[int, ...]:
        """The voices around a quotation, with whoever says that its source said it."""
        if said.carrier is None or said.source is None or said.rule in CREDIT_NOBODY:
            return outer
        carrier = self._voice_of(said.carrier, said, outer[-1]).voice
        return outer if carrier is None or carrier in outer else (*outer, carrier)

    def _speaker(self, said: Said, outer: int) -> Resolved:
        if said.turn is not None:
            return Resolved(said.turn, Certainty.INFERRED)
        mention = said.source or said.carried
        if mention is None or said.rule in CREDIT_NOBODY or self._is_too_far(said):
            return Resolved(None, Certainty.UNRESOLVED)
        resolved = self._voice_of(mention, said, outer)
        if said.rule == CITED and outer and resolved.runner_up is None:
            return replace(resolved, runner_up=outer)
        return resolved

    def _voice_of(self, mention: Mention, said: Said, outer: int) -> Resolved:
        known = self._known.get(mention.span)
        if known is None:
            number = self._number(mention.span)
            where = self._paragraphs[number - 1].span
            if self._trace is not None:
                self._trace.about(mention.span)
            scene = self._talk.scene(said, number) if self._talk is not None else Scene()
            known = self.voices.resolve(mention, where, outer, scene)
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
        return said.lowered and weak and self._talk is None

    def _finished(self, said: Said, resolved: Resolved, outer: tuple[int, ...]) -> Quotation:
        certainty, sure = certainty_of(said, resolved, story=self._talk is not None)
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
