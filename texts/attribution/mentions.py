"""Mentions: the words that name a source, taken apart into name, description, owner and kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from texts.attribution.callings import is_common, is_person_noun
from texts.attribution.kinds import kind_of_description, kind_of_named_phrase
from texts.attribution.nouns import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    UNNAMED_SOURCES,
)
from texts.attribution.parts import (
    closing_name,
    core_end,
    for_whom,
    head_end,
    name_range,
    office_of,
    owner_of,
)
from texts.attribution.peoples import is_of_a_people
from texts.attribution.phrases import Range
from texts.attribution.subjects import subject_before
from texts.attribution.tokens import Tokens
from texts.attribution.words import DET, OBJECT, POSS, PUNCT, QUOTE, REL, SUBJECT
from texts.document import Span
from texts.reading import VoiceKind

__all__ = ["Mention", "can_speak", "is_thing", "label_mention", "mention_of"]


@dataclass(frozen=True, slots=True)
class Mention:
    """What the words of a source say of whom they name."""

    span: Span
    words: str
    pronoun: str | None = None
    """The pronoun in small letters, if it is nothing else."""
    name: str | None = None
    """The proper name that is the head of the phrase, honorifics and all."""
    name_span: Span | None = None
    head: str | None = None
    """The head noun of a description, in small letters."""
    modifiers: frozenset[str] = frozenset()
    """The other words of a description, in small letters."""
    definite: bool = False
    owner: str | None = None
    """The name in "Amnesty’s report", "a spokesman for Amnesty"."""
    own: str | None = None
    """The possessive pronoun in "his lawyer"."""
    kind: VoiceKind | None = None
    antecedent: Mention | None = None
    """What a relative pronoun stands for."""

    @property
    def plain(self) -> str:
        """Its words on one line."""
        return " ".join(self.words.split())

    @property
    def describes(self) -> bool:
        """Whether it points at somebody without a name: the boy, his mother."""
        return self.pronoun is None and self.name is None and self.definite

    @property
    def may_be_person(self) -> bool:
        """Whether it can be a single person: he, Ann Lee, the boy."""
        if self.pronoun is not None:
            return self.pronoun in ("he", "she", "i", "who")
        if self.kind is VoiceKind.PERSON:
            return True
        if self.kind is VoiceKind.ANONYMOUS and self.head is not None:
            return is_person_noun(self.head)
        return self.name is not None and self.kind is None


def mention_of(tokens: Tokens, first: int, found: Range) -> Mention:
    """Take the source range `found` apart; its sentence begins at token `first`."""
    start, end = found
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    span = tokens.span(start, end)
    if end - start > 1 and lows[end - 1] in ("'s", "'"):
        end -= 1  # Lee’s, in "Lee’s claim that": the voice is Lee
    text = tokens.text[span.start : tokens.ends[end - 1]]
    if end - start == 1 and tags[start] & (SUBJECT | OBJECT | REL) and not tags[start] & QUOTE:
        antecedent: Mention | None = None
        if tags[start] & REL:
            edge = start - 1 if start > first and lows[start - 1] in (",", "—", "–") else start
            before = subject_before(tokens, first, edge)
            if before is not None and before[0] > first + 2 and lows[before[0] - 1] == "not":
                # it was Ann Lee, not Bob Ray, who said
                before = subject_before(tokens, first, before[0] - 2)
            if before is not None and before[1] <= start:
                antecedent = mention_of(tokens, first, before)
        return Mention(span, text, lows[start], antecedent=antecedent)
    if end - start == 1 and lows[start] in _OWNERS:
        return Mention(span, text, _OWNERS[lows[start]])
    core = core_end(tokens, start, end)
    owner, own, head_start = owner_of(tokens, start, core)
    close = head_end(tokens, head_start, core)
    named = name_range(tokens, head_start, close, core)
    if named is None and core < end and lows[core] == ",":
        # "a spokesman, John Lee": the apposition has the name
        following = core + 1
        if following < end and words[following][0].isupper():
            apposed = core_end(tokens, following, end)
            named = name_range(tokens, following, head_end(tokens, following, apposed), apposed)
    if named is not None and named == (start, core) and start == first and is_common(lows[start]):
        named = None  # "Analysts say": a capital only since it begins the sentence
    if named == (start + 1, core) and lows[start] == "the" and is_of_a_people(lows[core - 1]):
        named = None  # "the Norwegian" tells what somebody is
    if named is None:
        named = closing_name(tokens, close, core)
    name = name_span = None
    if named is not None:
        name_span = tokens.span(*named)
        name = tokens.text[name_span.start : name_span.end]
    if named is None:
        close = _head_close(tokens, head_start, close)
    head = lows[close - 1] if close > head_start else None
    modifiers = frozenset(
        lows[at] for at in range(head_start, close - 1) if not tags[at] & (DET | POSS | PUNCT)
    )
    definite = head_start > start or lows[start] in ("the", "this", "that", "these", "those")
    if owner is None and name is None:
        owner = for_whom(tokens, close, core)
        if owner is None and core + 1 < end and lows[core + 1] == "by":
            owner = for_whom(tokens, core + 1, end)  # the report, by the surveyors Lee and Ray
    if owner is None and name is not None:
        owner = office_of(tokens, core, end)
    if named is not None:
        kind = kind_of_named_phrase(tokens, head_start, named, end)
    else:
        kind = kind_of_description(tokens, start, head or lows[head_start].rstrip("."), core)
    return Mention(span, text, None, name, name_span, head, modifiers, definite, owner, own, kind)


_OWNERS: Final = {
    "his": "he",
    "her": "she",
    "their": "they",
    "its": "it",
    "my": "i",
    "our": "we",
}
"""Whose claim it is, where the source is "her" in "her claim that"."""


def label_mention(text: str, label: Span) -> Mention:
    """A transcript's label as a mention: a name, or Q and A."""
    words = label.of(text)
    bracket = words.find("(")
    name = words[:bracket].rstrip() if bracket > 0 else words
    spelled = " ".join(
        "-".join(
            part if len(part) < 2 or not part.isupper() else part[0] + part[1:].lower()
            for part in word.split("-")
        )
        for word in name.split()
    )
    return Mention(
        label, words, name=spelled, name_span=label, definite=True, kind=VoiceKind.PERSON
    )


def _head_close(tokens: Tokens, start: int, close: int) -> int:
    """The end of the head before what describes it: a source close to, a report published by."""
    lows = tokens.lows
    if close - start > 1 and not _speaks(lows[close - 1]) and _speaks(lows[close - 2]):
        return (
            close - 1 if lows[close - 1][-2:] == "ed" or lows[close - 1] in _AFTER_NOUN else close
        )
    return close


def _speaks(noun: str) -> bool:
    return noun in UNNAMED_SOURCES or noun in DOCUMENT_NOUNS or is_person_noun(noun)


_AFTER_NOUN: Final = frozenset("close familiar involved present briefed responsible seen".split())


def can_speak(tokens: Tokens, found: Range) -> bool:
    """Whether a phrase names somebody, or a document, rather than a thing."""
    start, end = found
    if tokens.tags[start] & (SUBJECT | REL):
        return True
    core = core_end(tokens, start, end)
    _, _, head_start = owner_of(tokens, start, core)
    close = head_end(tokens, head_start, core)
    known = DOCUMENT_NOUNS | ORGANIZATION_NOUNS | PERSON_NOUNS | UNNAMED_SOURCES | GROUP_NOUNS
    return (
        any(
            tokens.lows[at] in known or (tokens.words[at][0].isupper() and at > start)
            for at in range(head_start, close)
        )
        or tokens.words[close - 1][0].isupper()
    )


def is_thing(tokens: Tokens, found: Range) -> bool:
    """Whether the head of a phrase ends like a noun for a thing or a state, and cannot speak."""
    start, end = found
    head = tokens.lows[head_end(tokens, start, core_end(tokens, start, end)) - 1]
    return head.endswith(_OF_THINGS) and not can_speak(tokens, found) and not is_person_noun(head)


_OF_THINGS: Final = ("ine", "ines", "ness", "ism", "ware", "ometer")
