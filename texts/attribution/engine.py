"""The engine: goes through a document once, collects what is said, and resolves who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from texts.attribution.marks import find_marked, opens_with_mark
from texts.attribution.mentions import Mention, mention_of
from texts.attribution.names import Names
from texts.attribution.phrases import clause_subject
from texts.attribution.relations import Relation, Sentence, relations_in
from texts.attribution.terms import term_rule
from texts.attribution.tokens import Tokens, cut_sentences, tokenize
from texts.attribution.voices import Resolved, Voices
from texts.attribution.words import PUNCT, QUOTE
from texts.document import Document, Paragraph, ParagraphKind, Span
from texts.reading import Certainty, Evidence, Mode, Quotation, Reading

__all__ = ["attribute"]

_LONG: Final = 4
"""From so many words on, words in marks are taken for speech even without a cue."""


_READ: Final = frozenset((ParagraphKind.PROSE, ParagraphKind.BLOCK_QUOTE))


@dataclass(slots=True)
class _Said:
    """A quotation in the making."""

    paragraph: int
    spans: list[Span]
    mode: Mode
    rule: str
    source: Mention | None = None
    cue: Span | None = None
    carried: Mention | None = None
    """Who goes on speaking, where the sentence itself has no source."""
    basis: Span | None = None
    distance: int = 0
    lowered: bool = False
    """Carried across the author's own words: less sure."""


@dataclass(slots=True)
class _Floor:
    """Who has the floor: what a later sentence without a speaker may carry on."""

    said: _Said | None = None
    mention: Mention | None = None
    sentence: Span | None = None
    since: int = 0
    """Sentences since then."""
    own_words: bool = False
    """Whether a paragraph in the author's own voice came between."""


def attribute(document: Document, paragraphs: int | None = None) -> Reading:
    """Read `document`, or its first `paragraphs` paragraphs: who says what in it.

    Pure and deterministic; never raises, whatever the text. Linear in the text read.
    """
    count = len(document.paragraphs)
    covers = count if paragraphs is None else max(0, min(paragraphs, count))
    reader = _Reader(document, covers)
    for at in range(covers):
        reader.read(document.paragraphs[at])
    return reader.finish()


class _Reader:
    def __init__(self, document: Document, covers: int) -> None:
        self._document = document
        self._covers = covers
        self._text = document.text
        self._said: list[_Said] = []
        self._terms: list[_Said] = []
        self._floor = _Floor()
        self._open: _Said | None = None
        """The quotation whose marks are still open at the end of the paragraph before."""

    # ---------------------------------------------------------------- reading

    def read(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph."""
        if paragraph.kind is ParagraphKind.FURNITURE:
            return
        if paragraph.kind is ParagraphKind.HEADING:
            self._floor = _Floor()
            self._open = None
        span = paragraph.span
        following: str | None = None
        if paragraph.number < len(self._document.paragraphs):
            beyond = self._document.paragraphs[paragraph.number].span
            following = opens_with_mark(self._text, beyond.start, beyond.end)
        marked = find_marked(self._text, span.start, span.end, following)
        tokens = tokenize(self._text, span.start, span.end, marked)
        before = len(self._said)
        running = self._open
        self._open = None
        if running is not None and marked and marked[0].start == span.start:
            running.spans.append(Span(marked[0].start, marked[0].end))
        else:
            running = None
        cue_at = 0
        last: _Said | None = None
        for first, end in cut_sentences(tokens):
            cues = []
            while cue_at < len(tokens.cues) and tokens.cues[cue_at][0] < end:
                cues.append(tokens.cues[cue_at])
                cue_at += 1
            sentence = relations_in(tokens, first, end, cues)
            if running is not None and first == 0:
                last = self._goes_on(tokens, sentence, running)
                if sentence.loose and sentence.loose[0] == 0:
                    sentence.loose = sentence.loose[1:]
                    if _pure(tokens, first, end):
                        self._floor.since += 1
                        continue
            last = self._sentence(paragraph, tokens, sentence, last)
        if marked and marked[-1].continues:
            holder = running if running is not None and len(marked) == 1 else None
            if holder is None:
                for said in reversed(self._said[before:]):
                    if said.spans[-1].end == marked[-1].end:
                        holder = said
                        break
            self._open = holder
        if paragraph.kind is ParagraphKind.HEADING:
            self._floor = _Floor()
        elif len(self._said) == before and running is None:
            self._floor.own_words = True

    def _goes_on(self, tokens: Tokens, sentence: Sentence, running: _Said) -> _Said:
        """The first stretch of the paragraph goes on from the one before: give it one relation."""
        kept: list[Relation] = []
        for relation in sentence.relations:
            if relation.content and relation.content[0] == (0, 1):
                # “… and so on,” she said: the cue comes at the very end
                if running.source is None and relation.source is not None:
                    running.source = mention_of(tokens, sentence.first, relation.source)
                    running.rule = relation.rule
                    running.carried = None
                    if relation.cue is not None:
                        running.cue = tokens.span(*relation.cue)
                    self._hear(running, running.source, tokens, sentence)
                running.spans += [tokens.span(*part) for part in relation.content[1:]]
            else:
                kept.append(relation)
        sentence.relations = kept
        return running

    def _sentence(
        self, paragraph: Paragraph, tokens: Tokens, sentence: Sentence, last: _Said | None
    ) -> _Said | None:
        """Take in one sentence; gives the quotation that may go on in the next."""
        said_here: list[_Said] = []
        for relation in sentence.relations:
            said = self._from_relation(paragraph, tokens, sentence, relation)
            said_here.append(said)
            self._said.append(said)
        latest = said_here[-1] if said_here else None
        pure = bool(sentence.loose) and not said_here and _pure(tokens, sentence.first, sentence.end)
        for at in sentence.loose:
            stretch = tokens.marked[at]
            if pure and last is not None and last.mode is Mode.DIRECT and self._floor.since == 0:
                last.spans.append(Span(stretch.start, stretch.end))
                latest = last
                continue
            loose = self._loose(paragraph, tokens, sentence, at, said_here, pure)
            if loose is not None:
                latest = loose
        if pure:
            if latest is not last or last is None:
                self._floor.since += 1
            return latest
        speaking = next((said for said in said_here if said.source is not None), None)
        if speaking is not None and speaking.source is not None:
            self._hear(speaking, speaking.source, tokens, sentence)
        else:
            subject = sentence.subject or clause_subject(tokens, sentence.first, sentence.end)
            if subject is not None and (sentence.reports or not said_here):
                self._floor.since += 1
                if sentence.reports or self._floor.mention is None or self._floor.own_words:
                    self._floor = _Floor(
                        None,
                        mention_of(tokens, sentence.first, subject),
                        tokens.span(sentence.first, sentence.end),
                    )
            else:
                self._floor.since += 1
        return latest if latest is not None and latest.mode is Mode.DIRECT else None

    def _hear(self, said: _Said, mention: Mention, tokens: Tokens, sentence: Sentence) -> None:
        self._floor = _Floor(said, mention, tokens.span(sentence.first, sentence.end))

    def _from_relation(
        self, paragraph: Paragraph, tokens: Tokens, sentence: Sentence, relation: Relation
    ) -> _Said:
        marks = [tokens.tags[at] for part in relation.content for at in range(*part)]
        inside = sum(tag == QUOTE for tag in marks)
        bare = sum(not tag & PUNCT for tag in marks) - inside
        mode = Mode.INDIRECT if not inside else Mode.MIXED if bare else Mode.DIRECT
        spans = [
            piece for part in relation.content for piece in [tokens.span(*part)]
        ]
        return _Said(
            paragraph.number,
            spans,
            mode,
            relation.rule,
            mention_of(tokens, sentence.first, relation.source) if relation.source else None,
            tokens.span(*relation.cue) if relation.cue else None,
        )

    def _loose(
        self,
        paragraph: Paragraph,
        tokens: Tokens,
        sentence: Sentence,
        at: int,
        said_here: list[_Said],
        pure: bool,
    ) -> _Said | None:
        """Words in marks that no relation has taken."""
        stretch = tokens.marked[at]
        span = Span(stretch.start, stretch.end)
        size = self._text.count(" ", stretch.start, stretch.end) + 1
        term = None if pure and size >= _LONG else term_rule(tokens, sentence.first, at)
        if term is not None and not (pure and self._floor.mention is not None and size > 1):
            self._terms.append(_Said(paragraph.number, [span], Mode.TERM, term))
            return None
        said = _Said(paragraph.number, [span], Mode.DIRECT, "no speaker")
        speaking = [s for s in said_here if s.source is not None]
        if not stretch.closed and not stretch.continues:
            said.rule = "unbalanced marks"
        elif speaking:
            nearest = min(speaking, key=lambda s: abs(s.spans[0].start - stretch.start))
            said.source, said.cue, said.rule = nearest.source, nearest.cue, "same sentence"
        elif pure:
            self._carry(said)
        elif sentence.subject is not None or (
            subject := clause_subject(tokens, sentence.first, at)
        ):
            found = sentence.subject or subject
            said.source, said.rule = mention_of(tokens, sentence.first, found), "subject of the sentence"
        else:
            self._carry(said)
        self._said.append(said)
        return said

    def _carry(self, said: _Said) -> None:
        floor = self._floor
        if floor.mention is None:
            return
        said.carried, said.basis = floor.mention, floor.mention.span
        said.distance = floor.since + 1
        said.lowered = floor.own_words
        same = floor.said is not None and floor.said.paragraph == said.paragraph
        same = same or floor.since == 0 and not floor.own_words
        said.rule = "sentence before" if same else "paragraph before"

    # ---------------------------------------------------------------- finishing

    def finish(self) -> Reading:
        """Resolve the speakers and put everything in order."""
        document = self._document
        prose = (p.span for p in document.paragraphs[: self._covers] if p.kind in _READ)
        voices = Voices(Names(self._text, prose))
        self._said.sort(key=lambda said: (said.spans[0].start, -said.spans[-1].end))
        known: dict[Span, Resolved] = {}
        quotations = []
        for said in self._said:
            mention = said.source or said.carried
            resolved = Resolved(None, Certainty.UNRESOLVED)
            if mention is not None:
                earlier = known.get(mention.span)
                if earlier is None:
                    number = document.paragraphs.index_at(mention.span.start)
                    resolved = voices.resolve(mention, document.paragraphs[number].span)
                    known[mention.span] = resolved
                else:
                    resolved = earlier
            quotations.append(_quotation(said, resolved))
        terms = [
            Quotation(
                said.paragraph,
                tuple(said.spans),
                Mode.TERM,
                None,
                Certainty.UNRESOLVED,
                Evidence(said.rule),
            )
            for said in self._terms
        ]
        return Reading(document, voices.all(), tuple(quotations), tuple(terms), self._covers)


def _quotation(said: _Said, resolved: Resolved) -> Quotation:
    certainty, basis = resolved.certainty, resolved.basis
    if said.carried is not None and resolved.voice is not None:
        certainty = Certainty.INFERRED if said.lowered else Certainty.CARRIED
        basis = said.basis
    elif said.rule in ("same sentence", "subject of the sentence"):
        if certainty is Certainty.EXPLICIT:
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
        () if resolved.voice is None else (0, resolved.voice) if resolved.voice else (0,),
    )


def _pure(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a sentence is words in marks and nothing else."""
    return all(tokens.tags[at] & (QUOTE | PUNCT) for at in range(first, end))
