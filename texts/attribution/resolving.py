"""Resolving: from what was said, as it was read, to quotations with voices, chains and certainty."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge
from typing import Final

from texts.attribution.dialogue import Conversation
from texts.attribution.mentions import Mention
from texts.attribution.names import Names
from texts.attribution.nesting import Nest, uncrossed
from texts.attribution.relation import UNBALANCED
from texts.attribution.said import Said
from texts.attribution.stances import stance_of
from texts.attribution.vocatives import called, hearers
from texts.attribution.voices import Resolved, Scene, Voices
from texts.document import Document, ParagraphKind, Span
from texts.reading import Certainty, Evidence, Mode, Quotation, Reading, Stance

__all__ = ["resolve"]

_READ: Final = frozenset((ParagraphKind.PROSE, ParagraphKind.BLOCK_QUOTE, ParagraphKind.FOOTNOTE))
_WEAK: Final = frozenset(("same sentence", "subject of the sentence"))


def resolve(
    document: Document,
    covers: int,
    found: Sequence[Said],
    terms: Sequence[Said],
    attitudes: Sequence[Said],
    marked: Sequence[Span],
    *,
    converses: bool,
    dated: bool,
) -> Reading:
    """The reading of the first `covers` paragraphs, given all that was found in them.

    `marked` are the outermost stretches in marks; `converses` tells that turns alternate,
    `dated` that there are dates, as in reports.
    O(n log n).
    """
    prose = (p.span for p in document.paragraphs[:covers] if p.kind in _READ)
    names = Names(document.text, prose, marked)
    resolver = _Resolver(document, Voices(names, story=converses), names, converses, dated=dated)
    said = _untangled(document, found)
    believed = _apart_from(said, _untangled(document, attitudes))
    quotations: list[Quotation] = []
    held: list[Quotation] = []
    for one in merge(said, believed, key=_place):
        (held if one.attitude else quotations).append(resolver.quotation(one))
    unquoted = tuple(
        Quotation(
            said.paragraph,
            tuple(said.spans),
            Mode.TERM,
            None,
            Certainty.UNRESOLVED,
            Evidence(said.rule),
        )
        for said in terms
    )
    return Reading(
        document, resolver.voices.all(), tuple(quotations), unquoted, covers, tuple(held)
    )


def _untangled(document: Document, found: Sequence[Said]) -> list[Said]:
    """All in order, none crossing another, no words attributed twice alike."""
    owned: dict[int, list[Span]] = {}
    every = ((span, at) for at, said in enumerate(found) for span in said.spans)
    for span, at in uncrossed(document.text, every):
        owned.setdefault(at, []).append(span)
    kept: dict[tuple[Span, ...], Said] = {}
    for at in sorted(owned):
        said = found[at]
        said.spans = sorted(owned[at])
        said.paragraph = document.paragraphs.index_at(said.spans[0].start) + 1
        kept.setdefault(tuple(said.spans), said)
    return sorted(kept.values(), key=_place)


def _place(said: Said) -> tuple[int, int]:
    return said.spans[0].start, -said.spans[-1].end


def _apart_from(said: Sequence[Said], attitudes: Sequence[Said]) -> list[Said]:
    """The attitudes that cross nothing that is said, and are not said in the very same words."""
    spans = sorted(
        (span for one in said for span in one.spans), key=lambda span: (span.start, -span.end)
    )
    nest, taken = Nest(spans), set(spans)
    return [
        held
        for held in attitudes
        if not any(span in taken or nest.crosses(span) for span in held.spans)
    ]


class _Resolver:
    """Takes quotations in order of their first character."""

    def __init__(
        self, document: Document, voices: Voices, names: Names, converses: bool, *, dated: bool
    ) -> None:
        self.voices = voices
        self._names = names
        self._reports = dated
        """Whether speech that is told of may be a report's, and no answer."""
        self._text = document.text
        self._paragraphs = document.paragraphs
        self._conversation = Conversation() if converses else None
        self._known: dict[Span, Resolved] = {}
        self._around: list[tuple[Said, tuple[int, ...]]] = []
        """The quotations that the present one may stand in, with their chains."""

    def quotation(self, said: Said) -> Quotation:
        """The finished quotation."""
        while self._around and not _stands_in(said, self._around[-1][0]):
            self._around.pop()
        outer = self._around[-1][1] if self._around else (0,)
        if said.attitude:
            held = self._speaker(said, outer[-1])
            return _finished(said, held, _chain(outer, held), self._stance(said.cue))
        turn = self._conversation if said.mode is Mode.DIRECT and not self._around else None
        if turn is not None:
            self._take_turn(said, turn)
        resolved = self._speaker(said, outer[-1])
        chain = _chain(outer, resolved)
        self._around.append((said, chain or outer))
        if turn is not None:
            turn.spoke(said.paragraph, resolved.voice, self._called(said))
        elif (
            self._conversation is not None
            and not self._reports
            and len(self._around) == 1
            and resolved.voice
        ):
            self._conversation.reported(said.paragraph, resolved.voice)
        return _finished(said, resolved, chain, self._stance(said.cue))

    def _take_turn(self, said: Said, conversation: Conversation) -> None:
        """In a conversation, look for the speaker in the paragraph, then for whose turn it is."""
        if said.source is not None or said.rule == UNBALANCED:
            return
        carried = said.carried
        if carried is not None and self._number(carried.span) == said.paragraph:
            return
        if said.beat is not None:
            said.carried, said.rule, said.distance = said.beat, "beat", 1
            said.basis, said.lowered = said.beat.span, False
            return
        voice = self._next(said, conversation)
        if voice is not None:
            said.rule, said.turn, said.carried = "turn-taking", voice, None

    def _next(self, said: Said, conversation: Conversation) -> int | None:
        """Whose turn it is: of whom the words before spoke to, or of who spoke before them."""
        to = set(self._called(said))
        for name in conversation.others(said.paragraph, self.voices.name_of):
            if name not in to:
                return self.voices.person(name, said.spans[0])
        return None

    def _speaker(self, said: Said, outer: int) -> Resolved:
        if said.turn is not None:
            return Resolved(said.turn, Certainty.INFERRED)
        mention = said.source or said.carried
        if mention is None or said.rule == UNBALANCED:
            return Resolved(None, Certainty.UNRESOLVED)
        known = self._known.get(mention.span)
        if known is None:
            number = self._number(mention.span)
            where = self._paragraphs[number - 1].span
            known = self.voices.resolve(mention, where, outer, self._scene(said, number))
            if known.voice == outer and self._speaks_of_another(mention):
                sure = Certainty.UNRESOLVED if known.runner_up is None else Certainty.INFERRED
                known = Resolved(known.runner_up, sure)
            self._known[mention.span] = known
        return known

    def _speaks_of_another(self, mention: Mention) -> bool:
        """Whether a pronoun stands in somebody's own words, where it never means the speaker."""
        own_words = bool(self._around) and self._around[-1][0].mode in (Mode.DIRECT, Mode.BLOCK)
        return own_words and mention.pronoun in ("he", "she")

    def _scene(self, said: Said, number: int) -> Scene:
        """Who takes part in the conversation in the paragraph `number`."""
        talk = self._conversation
        if talk is None:
            return Scene()
        return Scene(talk.last(number), frozenset(self._called(said)), talk.asked(number))

    def _called(self, said: Said) -> list[str]:
        """To whom the words of a quotation speak, by their fullest names."""
        heard = called(self._names, said.spans)
        if said.cue is not None:
            heard += hearers(self._names, said.cue)
        return [self._names.identity_of(named) for named in heard]

    def _stance(self, cue: Span | None) -> Stance | None:
        return None if cue is None else stance_of(cue.of(self._text))

    def _number(self, span: Span) -> int:
        return self._paragraphs.index_at(span.start) + 1


def _stands_in(said: Said, outer: Said) -> bool:
    """Whether a quotation is part of what another says: words, source and all."""
    inside = outer.covers(said.spans[0])
    return inside and (said.source is None or outer.covers(said.source.span))


def _chain(outer: tuple[int, ...], resolved: Resolved) -> tuple[int, ...]:
    """The voices from the author inwards, of words that stand in those of `outer`."""
    if resolved.voice is None:
        return ()
    return outer if resolved.voice == outer[-1] else (*outer, resolved.voice)


def _finished(
    said: Said, resolved: Resolved, chain: tuple[int, ...], stance: Stance | None
) -> Quotation:
    certainty, basis = resolved.certainty, resolved.basis
    if said.carried is not None and resolved.voice is not None:
        certainty = Certainty.INFERRED if said.lowered else Certainty.CARRIED
        basis = said.basis
    elif said.rule in _WEAK and certainty is Certainty.EXPLICIT:
        certainty = Certainty.INFERRED
    return Quotation(
        said.paragraph,
        tuple(said.spans),
        said.mode,
        resolved.voice,
        certainty,
        Evidence(said.rule, said.distance, basis, resolved.runner_up),
        said.source.span if said.source is not None else None,
        said.cue,
        chain,
        stance,
        said.attitude,
    )
