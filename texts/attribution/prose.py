"""Prose: what a stretch of words in one paragraph says, sentence by sentence."""

from __future__ import annotations

from typing import Final

from texts.attribution.beats import beat_of
from texts.attribution.clauses import clause_subject
from texts.attribution.floor import Floor
from texts.attribution.loose import is_pure, loose_words
from texts.attribution.marks import Marked
from texts.attribution.mentions import Mention, mention_of
from texts.attribution.nested import has_hearsay, nested_in
from texts.attribution.phrases import Range
from texts.attribution.relation import CITED, UNBALANCED, Relation
from texts.attribution.relations import Sentence, sentences_in
from texts.attribution.said import Said, said_by
from texts.attribution.thread import Thread
from texts.attribution.tokens import Tokens, tokenize
from texts.attribution.words import QUOTE, SUBJECT
from texts.document import Span
from texts.reading import Mode

__all__ = ["read_prose"]

_BRIEF: Final = 80
"""A turn of so many characters is short, as answers in a conversation are."""


def read_prose(
    text: str, paragraph: int, span: Span, marked: list[Marked], thread: Thread, *, within: bool
) -> None:
    """Add to `thread` what is said in `span` of a paragraph, whose words in marks are `marked`.

    `within` tells that all of it is somebody's words already.
    """
    tokens = tokenize(text, span.start, span.end, marked)
    _Stretch(tokens, paragraph, span, marked, thread).read(within=within)


class _Stretch:
    """One stretch of prose being read."""

    def __init__(
        self, tokens: Tokens, paragraph: int, span: Span, marked: list[Marked], thread: Thread
    ) -> None:
        self._tokens = tokens
        self._paragraph = paragraph
        self._span = span
        self._marked = marked
        self._thread = thread
        self._held: dict[int, Said] = {}
        """The quotation that holds each stretch in marks, by where that begins: the narrowest."""
        self._beat: Mention | None = None
        """Whom the prose tells of, between its quotations."""
        begins = bool(marked) and marked[0].start == span.start
        self._running = thread.open if begins else None
        """The quotation from the paragraph before that goes on here."""
        self._led = thread.lead if begins else None
        """Speaker and cue, where the paragraph before led to the words that begin this one."""
        thread.open = thread.lead = None
        if self._running is not None:
            self._running.spans.append(Span(marked[0].start, marked[0].end))
            self._held[marked[0].start] = self._running

    def read(self, *, within: bool) -> None:
        """Take in every sentence; then what stands in marks inside marks."""
        thread, tokens = self._thread, self._tokens
        before = len(thread.said)
        last: Said | None = None
        sentence: Sentence | None = None
        for sentence in sentences_in(tokens):
            if self._running is not None and sentence.first == 0:
                last = self._goes_on(sentence, self._running)
                if last is not None and sentence.loose and sentence.loose[0] == 0:
                    sentence.loose = sentence.loose[1:]
                    if is_pure(tokens, sentence):
                        continue
            last = self._sentence(sentence, last)
        if sentence is not None and sentence.lead is not None and sentence.lead.source is not None:
            lead_cue = sentence.lead.cue or sentence.lead.source
            mention = mention_of(tokens, sentence.first, sentence.lead.source)
            thread.lead = mention, tokens.span(*lead_cue)
        if not within:
            self._note_manner(thread.said[before:])
        for stretch in self._marked:
            held = stretch.start in self._held
            if held and (stretch.children or has_hearsay(tokens.text, stretch)):
                thread.said += nested_in(tokens.text, self._paragraph, stretch)
        if self._marked and self._marked[-1].continues:
            thread.open = self._held.get(self._marked[-1].start)
        if len(thread.said) == before and self._running is None and not within:
            thread.floor.own_words = True

    def _note_manner(self, new: list[Said]) -> None:
        """Count what the paragraph's speech tells of the text; give it the beat."""
        spoken = [said for said in new if said.mode is Mode.DIRECT]
        if not spoken:
            return
        text = self._tokens.text
        first = spoken[0].spans[0]
        self._thread.manner.note(
            self._paragraph,
            asks=any("?" in span.of(text) for said in spoken for span in said.spans),
            exclaims=any("!" in span.of(text) for said in spoken for span in said.spans),
            begins=first.start == self._span.start,
            brief=first == self._span and len(self._span) < _BRIEF,
        )
        for said in spoken:
            if said.source is None:
                said.beat = self._beat

    def _goes_on(self, sentence: Sentence, running: Said) -> Said | None:
        """Let the first stretch go on from the paragraph before; give it its relation, if any.

        `None` if it is somebody else's: a mark was missing before.
        """
        tokens = self._tokens
        if _has_another_source(tokens, sentence, running):
            running.spans.pop()
            self._doubt_end(running)
            del self._held[self._marked[0].start]
            self._running = None
            return None
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
                    self._hear(running, running.source, sentence)
                running.spans += [tokens.span(*part) for part in relation.content[1:]]
            else:
                kept.append(relation)
        sentence.relations = kept
        return running

    def _doubt_end(self, running: Said) -> None:
        """Credit the last words of `running` no longer: their closing mark is missing after all."""
        if len(running.spans) == 1:
            running.rule = UNBALANCED
            return
        last = running.spans.pop()
        number = self._paragraph - 1
        self._thread.said.append(
            Said(number, [last], running.mode, UNBALANCED, running.source, running.cue)
        )

    def _sentence(self, sentence: Sentence, last: Said | None) -> Said | None:
        """Take in one sentence; gives the quotation that may go on in the next."""
        tokens, thread = self._tokens, self._thread
        said_here: list[Said] = []
        for relation in sentence.relations:
            said = said_by(self._paragraph, tokens, sentence.first, relation)
            if said.attitude:
                thread.attitudes.append(said)
                continue
            said_here.append(said)
            thread.said.append(said)
            for content in relation.content:
                self._hold(said, content)
        latest = said_here[-1] if said_here else None
        pure = bool(sentence.loose) and not said_here and is_pure(tokens, sentence)
        for at in sentence.loose:
            stretch = tokens.marked[at]
            loose = self._going_on(stretch, last, pure=pure)
            if loose is not None:
                loose.spans.append(Span(stretch.start, stretch.end))
            else:
                loose = self._loose(sentence, at, said_here, pure=pure)
            if loose is not None:
                self._held[stretch.start] = loose
                latest = loose
        if pure:
            if latest is not last or last is None:
                thread.floor.since += 1
            return latest
        self._pass_floor(sentence, said_here)
        return _may_go_on(said_here, latest)

    def _going_on(self, stretch: Marked, last: Said | None, *, pure: bool) -> Said | None:
        """The quotation that loose words in marks go on with: `last`, or the turn after a dash."""
        if stretch.astray:
            return None
        if stretch.dashed and not stretch.opening:
            return self._held.get(self._marked[0].start)
        next_to_it = pure and self._thread.floor.since == 0
        if next_to_it and last is not None and last.mode is Mode.DIRECT:
            return None if last.rule == UNBALANCED else last
        return None

    def _hold(self, said: Said, content: Range) -> None:
        """Remember which quotation holds each stretch in marks of `content`."""
        tokens = self._tokens
        if not tokens.marked:
            return
        size = sum(map(len, said.spans))
        for at in range(*content):
            if tokens.tags[at] == QUOTE:
                held = self._held.get(tokens.starts[at])
                if held is None or size < sum(map(len, held.spans)):
                    self._held[tokens.starts[at]] = said

    def _loose(
        self, sentence: Sentence, at: int, said_here: list[Said], *, pure: bool
    ) -> Said | None:
        """Words in marks that no relation has taken; `None` for a term."""
        thread = self._thread
        if pure and self._led is not None and at == 0:
            stretch = self._tokens.marked[at]
            span = Span(stretch.start, stretch.end)
            mention, cue = self._led
            said = Said(self._paragraph, [span], Mode.DIRECT, "colon", mention, cue)
            thread.floor = Floor(said, mention, mention.span)
        else:
            said = loose_words(
                self._paragraph, self._tokens, sentence, at, said_here, thread.floor, pure=pure
            )
        if said.mode is Mode.TERM:
            thread.terms.append(said)
            return None
        thread.said.append(said)
        return said

    def _pass_floor(self, sentence: Sentence, said_here: list[Said]) -> None:
        """After a sentence: the floor is whose words it gave, or whom it told of."""
        tokens, thread = self._tokens, self._thread
        speaking = next((said for said in said_here if said.source is not None), None)
        if speaking is not None and speaking.source is not None:
            on = speaking.carrier if speaking.rule == CITED else None
            self._hear(speaking, on or speaking.source, sentence)
            return
        thread.floor.since += 1
        free = thread.floor.mention is None or thread.floor.own_words
        told = sentence.reports or (not said_here and free)
        beside_words = bool(self._marked) and self._beat is None
        if not (told or beside_words):
            return
        subject = (
            sentence.subject
            or clause_subject(tokens, sentence.first, sentence.end)
            or _beside(tokens, sentence.first, sentence.end)
        )
        if subject is None:
            return
        told_of = mention_of(tokens, sentence.first, subject)
        if beside_words:
            self._beat = beat_of(tokens, told_of, sentence.first, subject)
        if told:
            span = tokens.span(sentence.first, sentence.end)
            thread.floor = Floor(None, told_of, span, spoke=sentence.reports)

    def _hear(self, said: Said, mention: Mention, sentence: Sentence) -> None:
        span = self._tokens.span(sentence.first, sentence.end)
        self._thread.floor = Floor(said, mention, span)


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
