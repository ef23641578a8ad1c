"""The engine: goes through a document once, collects what is said, and resolves who says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from texts.attribution.content import last_sign
from texts.attribution.dashes import find_dashed, has_dashes
from texts.attribution.dialogue import Manner
from texts.attribution.frames import OF_A_THING
from texts.attribution.marks import Marked, find_marked, opens_with_mark
from texts.attribution.mentions import Mention, label_mention, mention_of
from texts.attribution.phrases import Range, clause_subject
from texts.attribution.relation import Relation
from texts.attribution.relations import Sentence, relations_in
from texts.attribution.resolving import resolve
from texts.attribution.said import Floor, Said
from texts.attribution.terms import term_rule
from texts.attribution.tokens import Tokens, cut_sentences, tokenize
from texts.attribution.turns import find_labels, is_stage_direction
from texts.attribution.words import AUX, PUNCT, QUOTE, SUBJECT
from texts.document import Document, Paragraph, ParagraphKind, Span
from texts.reading import Mode, Reading

__all__ = ["attribute"]

_LONG: Final = 4
"""From so many words on, words in marks are taken for speech even without a cue."""
_SENTENCE_ENDS: Final = frozenset(".?!—–…")
_BRIEF: Final = 80
"""A turn of so many characters is short, as answers in a conversation are."""
_DEEPEST: Final = 3
"""Voices inside voices are followed so far."""


def attribute(
    document: Document,
    paragraphs: int | None = None,
    given_up: Callable[[], bool] | None = None,
) -> Reading:
    """Read `document`, or its first `paragraphs` paragraphs: who says what in it.

    `given_up` is asked before each paragraph; once it says so, the reading covers what has been
    read by then. Deterministic; never raises, whatever the text. Linear in the text read.
    """
    count = len(document.paragraphs)
    covers = count if paragraphs is None else max(0, min(paragraphs, count))
    reader = _Reader(document, covers)
    for at in range(covers):
        if given_up is not None and given_up():
            covers = at
            break
        reader.read(document.paragraphs[at])
    return resolve(
        document,
        covers,
        reader.said,
        reader.terms,
        reader.marked,
        converses=reader.manner.converses,
        dated=reader.manner.reports,
    )


class _Reader:
    def __init__(self, document: Document, covers: int) -> None:
        self._document = document
        self._text = document.text
        self.said: list[Said] = []
        self.terms: list[Said] = []
        self.marked: list[Span] = []
        """Every outermost stretch in marks, in order."""
        self._floor = Floor()
        self._held: dict[int, Said] = {}
        """The quotation that holds each stretch in marks of the paragraph being read."""
        self._open: Said | None = None
        """The quotation whose marks are still open at the end of the paragraph before."""
        self._led: tuple[Mention, Span] | None = None
        """The same, for the paragraph being read."""
        self._lead: tuple[Mention, Span] | None = None
        """Speaker and cue of a paragraph that ended with a colon."""
        self._block: Said | None = None
        """The block quotation that the next paragraph may go on with."""
        self.manner = Manner()
        self._beat: Mention | None = None
        """Whom the paragraph being read tells of, between its quotations."""
        paragraphs = [document.paragraphs[at] for at in range(covers)]
        self._labels = find_labels(document.text, paragraphs)
        self._dashes = has_dashes(document.text, paragraphs)

    # ---------------------------------------------------------------- reading

    def read(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph."""
        kind = paragraph.kind
        if kind is ParagraphKind.FURNITURE:
            return
        label = self._labels.get(paragraph.number)
        if kind is ParagraphKind.HEADING and label is None:
            self._floor, self._open, self._lead, self._block = Floor(), None, None, None
            self._words(paragraph, paragraph.span, None)
            self._floor, self._open, self._lead = Floor(), None, None
        elif label is not None:
            self._turn(paragraph, label)
        elif kind is ParagraphKind.BLOCK_QUOTE:
            self._block_quote(paragraph)
        elif self._labels and self._block is not None:
            if not is_stage_direction(self._text, paragraph.span):
                self._block.spans.append(paragraph.span)
                self._words(paragraph, paragraph.span, self._block)
        else:
            self._block = None
            self._words(paragraph, paragraph.span, None)

    def _turn(self, paragraph: Paragraph, label: Span) -> None:
        """A transcript's turn: the label is the source, the words after it the content."""
        start = label.end
        while start < paragraph.span.end and (
            self._text[start] in ":." or self._text[start].isspace()
        ):
            start += 1
        content = Span(start, paragraph.span.end)
        if not len(content):
            return
        mention = label_mention(self._text, label)
        turn = Said(paragraph.number, [content], Mode.BLOCK, "transcript", mention)
        self.said.append(turn)
        self._block = turn
        self._floor = Floor()
        self._words(paragraph, content, turn)

    def _block_quote(self, paragraph: Paragraph) -> None:
        before = self._block
        if before is not None and before.paragraph + len(before.spans) == paragraph.number:
            before.spans.append(paragraph.span)
            self._words(paragraph, paragraph.span, before)
            return
        block = Said(paragraph.number, [paragraph.span], Mode.BLOCK, "block quote")
        if self._lead is not None:
            block.source, block.cue = self._lead
        else:
            self._carry(block)
            block.rule = "block quote"
        self.said.append(block)
        self._block = block
        self._words(paragraph, paragraph.span, block)

    def _words(self, paragraph: Paragraph, span: Span, within: Said | None) -> None:
        """Find what is said in `span` of `paragraph`, which is all inside `within`, if anything."""
        following: str | None = None
        if paragraph.number < len(self._document.paragraphs):
            beyond = self._document.paragraphs[paragraph.number].span
            following = opens_with_mark(self._text, beyond.start, beyond.end)
        marked = find_dashed(self._text, span) if self._dashes else None
        if marked is None:
            marked = find_marked(self._text, span.start, span.end, following)
        self.manner.read(self._text, span)
        self.marked += [Span(stretch.start, stretch.end) for stretch in marked]
        tokens = tokenize(self._text, span.start, span.end, marked)
        before = len(self.said)
        self._held.clear()
        self._beat = None
        running, self._open = self._open, None
        if running is not None and marked and marked[0].start == span.start:
            running.spans.append(Span(marked[0].start, marked[0].end))
            self._held[marked[0].start] = running
        else:
            running = None
        lead, self._lead = self._lead, None
        if lead is not None and marked and marked[0].start == span.start:
            self._led = lead
        else:
            self._led = None
        cue_at = 0
        last: Said | None = None
        sentence: Sentence | None = None
        for first, end in cut_sentences(tokens):
            cues = []
            while cue_at < len(tokens.cues) and tokens.cues[cue_at][0] < end:
                cues.append(tokens.cues[cue_at])
                cue_at += 1
            sentence = relations_in(tokens, first, end, cues)
            if (
                running is not None
                and first == 0
                and _has_another_source(tokens, sentence, running)
            ):
                # A mark was missing before: this is somebody else's, not the same going on.
                running.spans.pop()
                del self._held[marked[0].start]
                running = None
            if running is not None and first == 0:
                last = self._goes_on(tokens, sentence, running)
                if sentence.loose and sentence.loose[0] == 0:
                    sentence.loose = sentence.loose[1:]
                    if _pure(tokens, first, end):
                        continue
            last = self._sentence(paragraph, tokens, sentence, last)
        if sentence is not None and sentence.lead is not None and sentence.lead.source is not None:
            lead_cue = sentence.lead.cue or sentence.lead.source
            mention = mention_of(tokens, sentence.first, sentence.lead.source)
            self._lead = mention, tokens.span(*lead_cue)
        new = self.said[before:]
        spoken = [said for said in new if said.mode is Mode.DIRECT]
        if spoken and within is None:
            self.manner.note(
                asks=any(
                    "?" in span.of(self._text) or "!" in span.of(self._text)
                    for said in spoken
                    for span in said.spans
                ),
                begins=spoken[0].spans[0].start == span.start,
                brief=spoken[0].spans[0] == span and len(span) < _BRIEF,
            )
            for said in spoken:
                if said.source is None:
                    said.beat = self._beat
        for stretch in marked:
            if stretch.children and stretch.start in self._held:
                self._nested(paragraph, stretch, 1)
        if marked and marked[-1].continues:
            self._open = self._held.get(marked[-1].start)
        if len(self.said) == before and running is None and within is None:
            self._floor.own_words = True

    def _hold(self, said: Said, tokens: Tokens, content: Range) -> None:
        """Remember which quotation holds each stretch in marks: the narrowest."""
        size = sum(map(len, said.spans))
        for at in range(*content):
            if tokens.tags[at] == QUOTE:
                held = self._held.get(tokens.starts[at])
                if held is None or size < sum(map(len, held.spans)):
                    self._held[tokens.starts[at]] = said

    def _nested(self, paragraph: Paragraph, stretch: Marked, depth: int) -> None:
        """Words in marks inside marks, where the words between them say who speaks."""
        start, end = stretch.start + stretch.opening, stretch.end - stretch.closing
        inner = [child for child in stretch.children if start <= child.start and child.end <= end]
        tokens = tokenize(self._text, start, end, inner)
        cue_at = 0
        for first, last in cut_sentences(tokens):
            cues = []
            while cue_at < len(tokens.cues) and tokens.cues[cue_at][0] < last:
                cues.append(tokens.cues[cue_at])
                cue_at += 1
            sentence = relations_in(tokens, first, last, cues)
            for relation in sentence.relations:
                said = self._from_relation(paragraph, tokens, sentence, relation)
                if said.mode is Mode.INDIRECT or said.source is None:
                    continue
                self.said.append(said)
                for child in inner:
                    if (
                        child.children
                        and depth < _DEEPEST
                        and said.covers(Span(child.start, child.end))
                    ):
                        self._nested(paragraph, child, depth + 1)

    def _goes_on(self, tokens: Tokens, sentence: Sentence, running: Said) -> Said:
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
        self,
        paragraph: Paragraph,
        tokens: Tokens,
        sentence: Sentence,
        last: Said | None,
    ) -> Said | None:
        """Take in one sentence; gives the quotation that may go on in the next."""
        said_here: list[Said] = []
        for relation in sentence.relations:
            said = self._from_relation(paragraph, tokens, sentence, relation)
            said_here.append(said)
            self.said.append(said)
            for content in relation.content:
                self._hold(said, tokens, content)
        latest = said_here[-1] if said_here else None
        pure = (
            bool(sentence.loose) and not said_here and _pure(tokens, sentence.first, sentence.end)
        )
        for at in sentence.loose:
            stretch = tokens.marked[at]
            if pure and last is not None and last.mode is Mode.DIRECT and self._floor.since == 0:
                last.spans.append(Span(stretch.start, stretch.end))
                self._held[stretch.start] = last
                latest = last
                continue
            loose = self._loose(paragraph, tokens, sentence, at, said_here, pure)
            if loose is not None:
                self._held[stretch.start] = loose
                latest = loose
        if pure:
            if latest is not last or last is None:
                self._floor.since += 1
            return latest
        speaking = next((said for said in said_here if said.source is not None), None)
        if speaking is not None and speaking.source is not None:
            self._hear(speaking, speaking.source, tokens, sentence)
        else:
            subject = (
                sentence.subject
                or clause_subject(tokens, sentence.first, sentence.end)
                or _beside(tokens, sentence.first, sentence.end)
            )
            if subject is not None and self._beat is None:
                beat = mention_of(tokens, sentence.first, subject)
                self._beat = beat if beat.may_be_person else None
            if subject is not None and (sentence.reports or not said_here):
                self._floor.since += 1
                if sentence.reports or self._floor.mention is None or self._floor.own_words:
                    self._floor = Floor(
                        None,
                        mention_of(tokens, sentence.first, subject),
                        tokens.span(sentence.first, sentence.end),
                    )
            else:
                self._floor.since += 1
        return _may_go_on(said_here, latest)

    def _hear(self, said: Said, mention: Mention, tokens: Tokens, sentence: Sentence) -> None:
        self._floor = Floor(said, mention, tokens.span(sentence.first, sentence.end))

    def _from_relation(
        self, paragraph: Paragraph, tokens: Tokens, sentence: Sentence, relation: Relation
    ) -> Said:
        marks = [tokens.tags[at] for part in relation.content for at in range(*part)]
        inside = sum(tag == QUOTE for tag in marks)
        bare = sum(not tag & PUNCT for tag in marks) - inside
        part = bare or relation.rule == OF_A_THING
        mode = Mode.INDIRECT if not inside else Mode.MIXED if part else Mode.DIRECT
        return Said(
            paragraph.number,
            [tokens.span(*part) for part in relation.content],
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
        said_here: list[Said],
        pure: bool,
    ) -> Said | None:
        """Words in marks that no relation has taken."""
        stretch = tokens.marked[at]
        span = Span(stretch.start, stretch.end)
        size = self._text.count(" ", stretch.start, stretch.end) + 1
        if pure and self._led is not None and at == 0:
            mention, cue = self._led
            said = Said(paragraph.number, [span], Mode.DIRECT, "colon", mention, cue)
            self._floor = Floor(said, mention, mention.span)
            self.said.append(said)
            return said
        whole = pure and (size >= _LONG or last_sign(tokens, at) in _SENTENCE_ENDS)
        term = None if whole else term_rule(tokens, sentence.first, at)
        if term is not None and not (pure and self._floor.mention is not None and size > 1):
            self.terms.append(Said(paragraph.number, [span], Mode.TERM, term))
            return None
        said = Said(paragraph.number, [span], Mode.DIRECT, "no speaker")
        speaking = [s for s in said_here if s.source is not None]
        if not stretch.closed and not stretch.continues:
            said.rule = "unbalanced marks"
        elif speaking:
            nearest = min(speaking, key=lambda s: abs(s.spans[0].start - stretch.start))
            said.source, said.cue, said.rule = nearest.source, nearest.cue, "same sentence"
        elif pure:
            self._carry(said)
        elif at == sentence.first and tokens.tags[at + 1] & AUX:
            said.rule = "no speaker"  # “…” is a saying here: the words themselves are the subject
        else:
            found = sentence.subject or clause_subject(tokens, sentence.first, at)
            if found is not None:
                said.source = mention_of(tokens, sentence.first, found)
                said.rule = "subject of the sentence"
            else:
                self._carry(said)
        self.said.append(said)
        return said

    def _carry(self, said: Said) -> None:
        floor = self._floor
        if floor.mention is None:
            return
        said.carried, said.basis = floor.mention, floor.mention.span
        said.distance = floor.since + 1
        said.lowered = floor.own_words
        same = floor.said is not None and floor.said.paragraph == said.paragraph
        same = same or (floor.since == 0 and not floor.own_words)
        said.rule = "sentence before" if same else "paragraph before"


def _may_go_on(said_here: list[Said], latest: Said | None) -> Said | None:
    """The quotation that the next sentence may go on with, if it is in marks and nothing else.

    The last one; or, after “…,” she said, adding that …, the one before what she added.
    """
    if latest is None or latest.mode is Mode.DIRECT:
        return latest
    spoken = [said for said in said_here if said.mode is Mode.DIRECT and said.source is not None]
    if spoken and latest.source is not None and spoken[-1].source is not None:
        same = spoken[-1].source.span == latest.source.span
        return spoken[-1] if same else None
    return None


def _beside(tokens: Tokens, first: int, end: int) -> Range | None:
    """Who does something beside the words: "…,” as she came in."""
    for at in range(first, min(end - 2, first + 6)):
        if tokens.tags[at] == QUOTE and tokens.lows[at + 1] in ("as", "while", "when"):
            subject = at + 2
            return (subject, subject + 1) if tokens.tags[subject] & SUBJECT else None
    return None


def _pure(tokens: Tokens, first: int, end: int) -> bool:
    """Whether a sentence is words in marks and nothing else."""
    return all(tokens.tags[at] & (QUOTE | PUNCT) for at in range(first, end))


def _has_another_source(tokens: Tokens, sentence: Sentence, running: Said) -> bool:
    """Whether the words that would go on from `running` are credited to another name right here."""
    if running.source is None:
        return False
    for relation in sentence.relations:
        if relation.content and relation.content[0] == (0, 1) and relation.source is not None:
            source = mention_of(tokens, sentence.first, relation.source)
            known = set(running.source.words.casefold().split())
            return source.name is not None and known.isdisjoint(source.name.casefold().split())
    return False
