"""Attribution in plain words: what the reader is told of each quotation, as lines without style.

Kept apart from drawing so that every screen, a plain terminal and a citation say the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePath

from texts.attribution.rules import RULES
from texts.document import Document, Paragraph, ParagraphKind, Span
from texts.export.passages import chain_of, folded, joined
from texts.reading import (
    Certainty,
    Mode,
    ParagraphVoice,
    Quotation,
    Reading,
    Stance,
    Voice,
    VoiceKind,
)
from texts.review.decision import Decision, Opinion, Verdict, decision_of

__all__ = [
    "NOT_FOUND",
    "Reason",
    "attitude_in_words",
    "certainty_for_others",
    "certainty_in_words",
    "chain_in_words",
    "denials_in_words",
    "evidence_in_words",
    "kind_in_words",
    "mode_in_words",
    "opinion_in_words",
    "paragraph_in_words",
    "remainder_in_words",
    "shortened",
    "title_of",
]

NOT_FOUND = "no attribution found"
"""The words for what is nobody's yet: never "the author", never silence."""

_MODES = {
    Mode.DIRECT: "said directly",
    Mode.MIXED: "partly in their own words",
    Mode.INDIRECT: "reported in the author's words",
    Mode.BLOCK: "set apart as verbatim",
    Mode.TERM: "a term, not a quotation",
}

_CERTAINTIES = {
    Certainty.EXPLICIT: "explicit",
    Certainty.CARRIED: "carried over",
    Certainty.INFERRED: "inferred",
    Certainty.UNRESOLVED: "unresolved",
    Certainty.CONFIRMED: "confirmed by you",
}

_STANCES = {
    Stance.DOUBT: "keeps a distance",
    Stance.CONCESSION: "grants something",
    Stance.ENDORSEMENT: "gives it as a fact",
    Stance.EMPHASIS: "adds force",
    Stance.DENIAL: "denies",
    Stance.APPEAL: "asks for something",
    Stance.ATTACK: "finds fault",
    Stance.PRAISE: "praises",
    Stance.MANNER: "tells how it is said",
    Stance.THOUGHT: "tells a thought",
}
"""What a cue does, in neutral words; nothing is worth saying of a neutral one."""

_VERDICTS = {
    Verdict.NOBODY: "nobody is named",
    Verdict.NO_QUOTATION: "no quotation",
}

_PARAGRAPHS = {
    ParagraphVoice.FURNITURE: "not prose",
    ParagraphVoice.HEADING: "heading",
    ParagraphVoice.AUTHOR: "the author's own voice",
    ParagraphVoice.MIXED: "mixed",
    ParagraphVoice.QUOTED: "quoted",
    ParagraphVoice.UNRESOLVED: "unresolved",
}


_FORMS = {
    ParagraphKind.FURNITURE: "not prose: what a site puts around an article",
    ParagraphKind.HEADING: "a heading: no attribution found",
    ParagraphKind.FOOTNOTE: "a footnote: no attribution found",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of evidence: what it is, and what it says."""

    label: str
    words: str


def shortened(words: str, most: int) -> str:
    """`words` on one line; beyond `most` characters cut off after a whole word, with …."""
    line = folded(words)
    if len(line) <= most:
        return line
    cut = line[: max(0, most - 1)]
    whole = cut.rpartition(" ")[0]
    return (whole if len(whole) > most // 2 else cut).rstrip(" ,;:") + "…"


def title_of(document: Document) -> str:
    """What to call a document: its title, else the end of its path."""
    if document.origin.title:
        return document.origin.title
    if document.name == "-":
        return "standard input"
    return PurePath(document.name).name


def mode_in_words(quotation: Quotation) -> str:
    """How the words are given."""
    return _MODES[quotation.mode]


def certainty_in_words(quotation: Quotation) -> str:
    """How sure the attribution is, with the distance where it was carried."""
    words = _CERTAINTIES[quotation.certainty]
    distance = quotation.evidence.distance
    if quotation.certainty is Certainty.CARRIED and distance:
        return f"{words} from {distance} sentence{'s' if distance > 1 else ''} away"
    return words


def certainty_for_others(quotation: Quotation) -> str:
    """How sure the attribution is, in words for those who did not decide it."""
    decision = decision_of(quotation)
    if decision is None or decision.decided is None:
        return certainty_in_words(quotation)
    return f"credited by {decision.who or 'the reader'} on {_day(decision)}"


def _day(decision: Decision) -> str:
    return decision.at.astimezone().strftime("%Y-%m-%d")


def kind_in_words(voice: Voice) -> str:
    """What sort of speaker: ``a person`` is not worth saying, so kinds are bare words."""
    return str(voice.kind) if voice.kind is not None else "kind unknown"


def chain_in_words(reading: Reading, quotation: Quotation, *, plain: bool = False) -> str:
    """The voices from the author inwards, joined by ›, or by > where signs are ASCII."""
    return (" > " if plain else " › ").join(chain_of(quotation, reading) or ())


def evidence_in_words(reading: Reading, quotation: Quotation) -> list[Reason]:
    """What the attribution rests on, a line a reason, in the order a person would give them."""
    document = reading.document
    reasons: list[Reason] = []
    if quotation.source:
        reasons.append(Reason("source", f"“{shortened(document.words_of(quotation.source), 80)}”"))
    if quotation.cue:
        reasons.append(Reason("cue", _cue_in_words(document, quotation.cue, quotation.stance)))
    decision = decision_of(quotation)
    if decision is None or decision.decided is None:
        rule = quotation.evidence.rule
        reasons.append(Reason("because", RULES.get(rule, rule)))
    if decision is not None:
        reasons += _decision_in_words(decision)
    if basis := quotation.evidence.basis:
        number = document.paragraphs.index_at(basis.start) + 1
        words = shortened(document.words_of(basis), 90)
        reasons.append(Reason("rests on", f"“{words}” in ¶ {number}"))
    if quotation.evidence.runner_up is not None:
        name = reading.voices[quotation.evidence.runner_up].name
        reasons.append(Reason("or else", shortened(name, 120)))
    voice = reading.voice_of(quotation)
    if voice is not None:
        if voice.speaks_for is not None:
            link = "issued by" if voice.kind is VoiceKind.DOCUMENT else "speaks for"
            reasons.append(Reason(link, shortened(reading.voices[voice.speaks_for].name, 120)))
        if voice.introduced:
            number = document.paragraphs.index_at(voice.introduced.start) + 1
            reasons.append(Reason("named in", f"¶ {number}"))
    return reasons


def opinion_in_words(opinion: Opinion) -> str:
    """What words are taken for: a name, or why there is none."""
    return opinion.voice or _VERDICTS[opinion.verdict]


def _decision_in_words(decision: Decision) -> Iterator[Reason]:
    """Who decided it and when, what quoth had said, and what was noted."""
    day = _day(decision)
    if decision.decided is not None:
        had = "the same" if decision.agrees else opinion_in_words(decision.had)
        who = decision.who or "You"
        yield Reason("because", f"{who} decided it on {day}; quoth had said {had}.")
    if decision.note:
        yield Reason("note", f"{decision.note} ({', '.join(filter(None, (decision.who, day)))})")


def _cue_in_words(document: Document, cue: Span, stance: Stance | None) -> str:
    words = f"“{shortened(document.words_of(cue), 60)}”"
    does = _STANCES.get(stance) if stance else None
    return f"{words}: {does}" if does else words


def attitude_in_words(reading: Reading, attitude: Quotation) -> str:
    """Who is told to believe, feel or mean what, on one line."""
    document, voice = reading.document, reading.voice_of(attitude)
    who = voice.name if voice else NOT_FOUND
    cue = f" {shortened(document.words_of(attitude.cue), 40)}" if attitude.cue else ""
    return f"{who}{cue}: {shortened(joined(document.text, attitude.spans), 160)}"


def denials_in_words(reading: Reading, paragraph: Paragraph) -> Iterator[str]:
    """What the reader has decided to be no quotation in a paragraph, a line each."""
    at = bisect_left(reading.terms, paragraph.span.start, key=lambda term: term.start)
    terms = (reading.terms[number] for number in range(at, len(reading.terms)))
    for term in takewhile(lambda term: term.start < paragraph.span.end, terms):
        if decision := decision_of(term):
            words = shortened(joined(reading.document.text, term.spans), 80)
            told = " ".join(reason.words for reason in _decision_in_words(decision))
            yield f"✓ no quotation: {words}. {told}" if decision.decided else f"{words}: {told}"


def paragraph_in_words(reading: Reading | None, paragraph: Paragraph) -> str:
    """Whose words a paragraph holds."""
    voice = reading.paragraph_voice(paragraph) if reading else None
    return "not read yet" if voice is None else _PARAGRAPHS[voice]


def remainder_in_words(reading: Reading, paragraph: Paragraph) -> str | None:
    """What the words of a paragraph are that no quotation holds; `None` if it holds them all.

    An absence of attribution is said as such: it is not proof that the author speaks.
    """
    held = reading.in_paragraph(paragraph.number)
    if not held and (form := _FORMS.get(paragraph.kind)):
        return form
    if not held:
        return f"{NOT_FOUND}: taken as the author's own voice"
    taken = [
        span
        for quotation in held
        for span in (*quotation.spans, quotation.source, quotation.cue)
        if span is not None and span.overlaps(paragraph.span)
    ]
    left = any(
        character.isalnum()
        for gap in _gaps(paragraph.span, sorted(taken))
        for character in gap.of(reading.document.text)
    )
    return f"the rest: {NOT_FOUND}" if left else None


def _gaps(whole: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What sorted spans leave of a whole, in order."""
    at = whole.start
    for span in taken:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < whole.end:
        yield Span(at, whole.end)
