"""A reading: a document with its quotations and the voices they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from texts.document import Document, Paragraph, ParagraphKind, Span

__all__ = [
    "AUTHOR",
    "Certainty",
    "Evidence",
    "Mode",
    "ParagraphVoice",
    "Quotation",
    "Reading",
    "Stance",
    "Voice",
    "VoiceKind",
]


class Mode(StrEnum):
    """How the words of a quotation are given."""

    DIRECT = "direct"
    """A whole statement in quotation marks: the source's own words."""
    MIXED = "mixed"
    """Partly in marks: only the marked words are verbatim."""
    INDIRECT = "indirect"
    """No marks: the author's wording of the source's claim."""
    BLOCK = "block"
    """Verbatim words set apart by layout: a block quote, a transcript's turn."""
    TERM = "term"
    """Words in marks that quote nobody: so-called, a title, a name."""


class Certainty(StrEnum):
    """How an attribution is known. Never a percentage."""

    EXPLICIT = "explicit"
    """Source and cue stand in the sentence."""
    CARRIED = "carried"
    """Taken over from a cue in an earlier (or the next) sentence."""
    INFERRED = "inferred"
    """The source is a pronoun, an alias or a description that had to be resolved."""
    UNRESOLVED = "unresolved"
    """Nobody is named who could be credited."""
    CONFIRMED = "confirmed"
    """Decided by the reader."""


class Stance(StrEnum):
    """What the choice of the cue says about the author's view. Described, never judged."""

    NEUTRAL = "neutral"
    DOUBT = "doubt"
    CONCESSION = "concession"
    ENDORSEMENT = "endorsement"
    EMPHASIS = "emphasis"
    DENIAL = "denial"
    APPEAL = "appeal"
    ATTACK = "attack"
    PRAISE = "praise"
    MANNER = "manner"
    THOUGHT = "thought"


class VoiceKind(StrEnum):
    """What sort of speaker a voice is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    AUTHOR = "author"


class ParagraphVoice(StrEnum):
    """Whose words a paragraph holds, in one word."""

    FURNITURE = "furniture"
    HEADING = "heading"
    AUTHOR = "author"
    """Nothing verbatim: the document's own voice, which may report what others say."""
    MIXED = "mixed"
    """Someone's words inside the author's sentences."""
    QUOTED = "quoted"
    """A whole statement in someone's own words, introduced by the author or not."""
    UNRESOLVED = "unresolved"
    """Words in marks, and no attribution found for any of them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A resolved speaker of one document."""

    number: int
    """Index into `Reading.voices`. 0 is always the author."""
    name: str
    """The fullest name the text itself gives: its words, in its spelling."""
    kind: VoiceKind | None
    """`None` where the text does not show it."""
    names: tuple[str, ...] = ()
    """The other words the text calls it by, in order of appearance."""
    introduced: Span | None = None
    """Where the text first names it. `None` for the author."""
    speaks_for: int | None = None
    """The voice a spokesperson speaks for, or the organisation that issued a document."""


AUTHOR = Voice(0, "the author", VoiceKind.AUTHOR)
"""The document's own voice."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an attribution rests on, besides source and cue."""

    rule: str
    """The name of the rule that decided: a key of `texts.attribution.rules`, which explains it."""
    distance: int = 0
    """How many sentences away the deciding words are; 0 for the same sentence."""
    basis: Span | None = None
    """The words elsewhere that decide: the antecedent of "she", the sentence carried from."""
    runner_up: int | None = None
    """The voice that came second, when two competed."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Attributed content: **source – cue – content**, and the voice it belongs to.

    All spans are half-open offsets into `Document.text`. Where there are quotation marks the
    content spans include them.
    """

    paragraph: int
    """Number, from 1, of the paragraph in which it begins."""
    spans: tuple[Span, ...]
    """The content, in order; more than one where it is interrupted or runs over paragraphs."""
    mode: Mode
    voice: int | None
    """Index into `Reading.voices`; `None` when unresolved, and for terms."""
    certainty: Certainty
    evidence: Evidence
    source: Span | None = None
    cue: Span | None = None
    chain: tuple[int, ...] = ()
    """Voices from the author inwards, the quotation's own voice last; empty when unresolved."""
    stance: Stance | None = None
    """What the choice of the cue says; `None` without a cue, or where it says nothing."""
    attitude: bool = False
    """Whether it tells what somebody believes, feels or means to do, not what they say."""

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """A document, its voices and its quotations, in order of their first character.

    A reading may cover only the opening of a long document: the first `covers` paragraphs.
    """

    document: Document
    voices: tuple[Voice, ...]
    quotations: tuple[Quotation, ...]
    """Everything attributed, and what is unresolved; no terms. Sorted by (start, -end)."""
    terms: tuple[Quotation, ...] = ()
    """Words in marks that quote nobody, sorted likewise."""
    covers: int = 0
    """How many paragraphs have been read, from the first."""
    attitudes: tuple[Quotation, ...] = ()
    """What the author tells of beliefs, feelings and intentions, sorted likewise: no speech."""
    _by_paragraph: dict[int, tuple[int, ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _by_voice: dict[int | None, list[int]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _weights: dict[int | None, int] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _certainties: dict[Certainty, int] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        places: dict[int, list[int]] = {}
        paragraphs = self.document.paragraphs
        for at, quotation in enumerate(self.quotations):
            numbers = {paragraphs.index_at(span.start) + 1 for span in quotation.spans}
            for number in numbers:
                places.setdefault(number, []).append(at)
            self._by_voice.setdefault(quotation.voice, []).append(at)
            alike = self._certainties.get(quotation.certainty, 0)
            self._certainties[quotation.certainty] = alike + 1
            weight = self._weights.get(quotation.voice, 0)
            self._weights[quotation.voice] = weight + sum(map(len, quotation.spans))
        self._by_paragraph.update({number: tuple(at) for number, at in places.items()})

    def __repr__(self) -> str:
        """Short: whatever logs or names a call has this made of its arguments."""
        return f"Reading({self.document!r}, {len(self.quotations):,} quotations)"

    @property
    def weights(self) -> Mapping[int | None, int]:
        """The characters credited to each voice that has any; under `None` the unresolved ones."""
        return self._weights

    @property
    def certainties(self) -> Mapping[Certainty, int]:
        """How many quotations there are of each certainty that occurs."""
        return self._certainties

    @property
    def quoted_paragraphs(self) -> Collection[int]:
        """The numbers of the paragraphs that have words of quotations, in no order."""
        return self._by_paragraph.keys()

    def in_paragraph(self, number: int) -> tuple[Quotation, ...]:
        """The quotations that have words in paragraph `number`, in order. O(1)."""
        return tuple(self.quotations[at] for at in self._by_paragraph.get(number, ()))

    def attitudes_in(self, number: int) -> Sequence[Quotation]:
        """The attitudes told of in paragraph `number`, in order. O(log n)."""
        first = bisect_left(self.attitudes, number, key=lambda q: q.paragraph)
        return self.attitudes[
            first : bisect_right(self.attitudes, number, key=lambda q: q.paragraph)
        ]

    def of_voice(self, voice: int | None) -> Sequence[int]:
        """Where in `quotations` those of a voice stand, or, for `None`, the unresolved. O(1)."""
        return self._by_voice.get(voice, ())

    def position(self, quotation: Quotation) -> int:
        """Where in `quotations` one of them stands. O(log n)."""
        key = (quotation.start, -quotation.end)
        at = bisect_left(self.quotations, key, key=lambda q: (q.start, -q.end))
        return self.quotations.index(quotation, at)

    def voice_of(self, quotation: Quotation) -> Voice | None:
        """Who says it, or `None` when that is unresolved."""
        return None if quotation.voice is None else self.voices[quotation.voice]

    def after(self, offset: int) -> Sequence[Quotation]:
        """The quotations that begin after `offset`, nearest first."""
        return self.quotations[bisect_right(self.quotations, offset, key=lambda q: q.start) :]

    def before(self, offset: int) -> Sequence[Quotation]:
        """The quotations that begin before `offset`, nearest first."""
        found = self.quotations[: bisect_left(self.quotations, offset, key=lambda q: q.start)]
        return found[::-1]

    def paragraph_voice(self, paragraph: Paragraph) -> ParagraphVoice | None:
        """Whose words the paragraph holds in one word; `None` if it has not been read yet."""
        if paragraph.number > self.covers:
            return None
        if paragraph.kind is ParagraphKind.FURNITURE:
            return ParagraphVoice.FURNITURE
        if paragraph.kind is ParagraphKind.HEADING:
            return ParagraphVoice.HEADING
        verbatim = [q for q in self.in_paragraph(paragraph.number) if q.mode is not Mode.INDIRECT]
        if not verbatim:
            return ParagraphVoice.AUTHOR
        if all(q.certainty is Certainty.UNRESOLVED for q in verbatim):
            return ParagraphVoice.UNRESOLVED
        if any(q.mode in (Mode.DIRECT, Mode.BLOCK) for q in verbatim):
            return ParagraphVoice.QUOTED
        return ParagraphVoice.MIXED
