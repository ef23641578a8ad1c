"""Descriptions: whom "the organization", "the report", "the experts" mean, of those told of before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from texts.attribution.callings import is_person_noun
from texts.attribution.epithets import called_so, is_other, somebody_else
from texts.attribution.mentions import Mention
from texts.attribution.offices import AGE, PAST, Offices
from texts.attribution.organizations import nearest_organization
from texts.attribution.peoples import is_of_a_people
from texts.attribution.relatives import KIN, Relatives
from texts.attribution.speakers import Resolved, Scene, Speaker, Speakers
from texts.attribution.words import DET, TAGS
from texts.document import Span
from texts.reading import Certainty, VoiceKind

__all__ = ["Descriptions"]

_BACK: Final = 3000
"""How far back, in characters, a description looks for what it describes."""
_PLACES: Final = 12
"""And at how many places."""
_OWNED: Final = re.compile(
    r"[A-Z][\w-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w-]*)*[’']s?\s(?:[\w-]+\s){0,2}$"
)
_ISSUED: Final = re.compile(
    r"\s(?:[a-z]+\s)?by\s(?:the\s)?([A-Z][\w-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w-]*)*)"
)
"""A report published by the Harbour Trust."""
_POSSESSIVE: Final = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}\S*$")
_WORD: Final = re.compile(r"[\w’'-]+")


class Descriptions:
    """Descriptions of the speakers of one text, resolved in order."""

    def __init__(self, speakers: Speakers, *, story: bool) -> None:
        self._speakers = speakers
        self._text = speakers.text
        self._story = story
        self._relatives = Relatives(speakers)
        self._offices: Offices | None = None

    def resolve(self, mention: Mention, scene: Scene) -> Resolved:
        """Whom a description means: somebody told of before, or a voice of its own."""
        speakers = self._speakers
        head = mention.head or mention.words.lower()
        alone = mention.definite and mention.owner is None and mention.own is None
        if mention.kind is VoiceKind.DOCUMENT and mention.definite:
            issued = self._issuer(mention, head)
            if issued is not None:
                return issued
        if alone and mention.kind is VoiceKind.ORGANIZATION:
            found = nearest_organization(speakers, head, mention.span.start)
            if found is not None:
                return found
        person = is_person_noun(head) or AGE.fullmatch(head) or is_of_a_people(head)
        single = person and not self._story and (alone or mention.own in ("his", "her"))
        if single and not is_other(mention):
            held = self._by_part(mention, head)
            if held is not None:
                return held
        if alone and not mention.modifiers:
            holder = self._by_office(head)
            if holder is not None:
                return Resolved(holder.number, Certainty.INFERRED, holder.introduced)
        if mention.own in ("his", "her") and head in KIN:
            relative = self._relatives.resolve(mention, head, scene)
            if relative is not None:
                return Resolved(relative.number, Certainty.INFERRED, relative.introduced)
        key = " ".join([*sorted(mention.modifiers), head, mention.owner or mention.own or ""])
        known = speakers.described.get(key)
        if known is not None:
            first = known.introduced == mention.span
            sure = Certainty.EXPLICIT if first else Certainty.INFERRED
            return Resolved(known.number, sure, None if first else known.introduced)
        speaker: Speaker | None = None
        certainty, basis = Certainty.EXPLICIT, None
        apart = mention.modifiers or ((single or head[-1:] == "s") and not self._story)
        if alone and apart:
            basis = self._earlier_phrase(mention, head)
            if basis is not None:
                speaker = self._phrase(basis, mention.kind)
                certainty = Certainty.INFERRED
        doubt: Speaker | None = None
        if speaker is None and single and alone:
            called = called_so(speakers, self._known_offices(), mention, head, scene.silent)
            if called is not None:
                return called
            certainty, doubt = somebody_else(speakers, mention, head, scene.silent)
        if speaker is None:
            speaker = speakers.new(mention.plain, mention.kind, mention.span)
            speaker.described_as(head)
            speakers.described[speaker.name.lower()] = speaker
            self.link(speaker, mention)
        speakers.described[key] = speaker
        return Resolved(speaker.number, certainty, basis, doubt.number if doubt else None)

    def link(self, speaker: Speaker, mention: Mention) -> None:
        """Notes for whom somebody speaks, if the mention tells."""
        if mention.owner is not None and speaker.speaks_for is None and mention.head is not None:
            owner = self._speakers.named(mention.owner, None, None)
            if owner is not speaker:
                speaker.speaks_for = owner.number

    def _known_offices(self) -> Offices:
        if self._offices is None:
            self._offices = Offices(self._speakers.names)
        return self._offices

    def _by_part(self, mention: Mention, head: str) -> Resolved | None:
        """Ann Lee, where "the senator" follows on "Senator Ann Lee"."""
        past = not mention.modifiers.isdisjoint(PAST)
        holders = self._known_offices().holders(head, past, mention.span.start)
        if not holders or (mention.own is not None and (len(holders) > 1 or head in KIN)):
            return None
        person = self._speakers.identified(holders[0][0], VoiceKind.PERSON, None)
        rival = self._speakers.known(holders[1][0]) if len(holders) > 1 else None
        second = rival.number if rival is not None else None
        return Resolved(person.number, Certainty.INFERRED, holders[0][1], second)

    def _by_office(self, noun: str) -> Speaker | None:
        """Dr Lee, where "the doctor" can mean nobody else."""
        holder = self._speakers.names.holder(noun) if self._story else None
        if holder is None:
            return None
        return self._speakers.identified(holder, VoiceKind.PERSON, None)

    def _issuer(self, mention: Mention, head: str) -> Resolved | None:
        """The organisation that issued "the report": that whose report was spoken of last."""
        if mention.owner is not None:
            owner, basis = self._speakers.named(mention.owner, None, None), None
        else:
            basis = self._last_owner(mention.span.start, head)
            if basis is None:
                return None
            name = _POSSESSIVE.sub("", basis.of(self._text))
            owner = self._speakers.named(name, None, None)
        if owner.kind is None:
            owner.kind = VoiceKind.ORGANIZATION
        self._document(mention, head).speaks_for = owner.number
        return Resolved(owner.number, Certainty.INFERRED, basis or owner.introduced)

    def _last_owner(self, before: int, head: str) -> Span | None:
        """ "Amnesty’s annual report", the last before an offset, for the head "report"."""
        for at in self._places(head, before):
            owned = _OWNED.search(self._text, max(0, at - 80), at)
            if owned is not None:
                return Span(owned.start(), at + len(head))
            issued = _ISSUED.match(self._text, at + len(head), before)
            if issued is not None:
                return Span(*issued.span(1))
        return None

    def _places(self, word: str, before: int) -> Iterator[int]:
        """Where a word stands before an offset, nearest first: a few places, not far."""
        text, end = self._text, before
        for _ in range(_PLACES):
            at = text.rfind(word, max(0, before - _BACK), end)
            if at < 0:
                return
            end = at
            after = at + len(word)
            whole = not (at and text[at - 1].isalnum()) and not text[after : after + 1].isalnum()
            if whole:
                yield at

    def _document(self, mention: Mention, head: str) -> Speaker:
        document = self._speakers.described.get("document " + head)
        if document is None:
            document = self._speakers.new(mention.plain, VoiceKind.DOCUMENT, mention.span)
            self._speakers.described["document " + head] = document
        else:
            document.names.setdefault(mention.plain)
        return document

    def _earlier_phrase(self, mention: Mention, head: str) -> Span | None:
        """ "the UN experts" after "seven UN human rights experts": the longer phrase."""
        for at in self._places(head, mention.span.start):
            start = self._text.rfind("\n", max(0, at - 80), at) + 1 or max(0, at - 80)
            words = list(_WORD.finditer(self._text, start, at))
            keep: list[re.Match[str]] = []
            for word in reversed(words):
                if keep and self._text[word.end() : keep[-1].start()].strip():
                    break
                tag = TAGS.get(word.group().lower(), 0)
                if (tag and not tag & DET) or len(keep) == 6:
                    break
                keep.append(word)
                if tag & DET:
                    break
            spoken = {word.group().lower() for word in keep}
            if not keep or not mention.modifiers <= spoken:
                continue
            first = keep[-1].group().lower()
            if first in ("the", "these", "those", "this", "that"):
                continue
            if head[-1:] != "s" and not mention.modifiers and first not in ("a", "an", "one"):
                continue
            return Span(keep[-1].start(), at + len(head))
        return None

    def _phrase(self, span: Span, kind: VoiceKind | None) -> Speaker:
        name = " ".join(span.of(self._text).split())
        speaker = self._speakers.described.get("phrase " + name.lower())
        if speaker is None:
            speaker = self._speakers.new(name, kind, span)
            self._speakers.described["phrase " + name.lower()] = speaker
            self._speakers.described.setdefault(name.lower(), speaker)
        return speaker
