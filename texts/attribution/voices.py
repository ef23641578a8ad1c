"""Voices: whom a mention means, through names, pronouns and descriptions, and how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from texts.attribution.mentions import Mention, without_honorifics
from texts.attribution.names import Names
from texts.attribution.words import DET, TAGS
from texts.document import Span
from texts.reading import AUTHOR, Certainty, Voice, VoiceKind

__all__ = ["Resolved", "Voices"]

_FIRST_PERSON: Final = frozenset("i we me us".split())
_SINGULAR: Final = {"he": "m", "him": "m", "she": "f", "her": "f"}
_BACK: Final = 3000
"""How far back, in characters, a description looks for what it describes."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a mention means."""

    voice: int | None
    certainty: Certainty
    basis: Span | None = None
    runner_up: int | None = None


@dataclass(slots=True)
class _Speaker:
    """A voice in the making."""

    number: int
    name: str
    kind: VoiceKind | None
    introduced: Span | None
    names: dict[str, None] = field(default_factory=dict)
    speaks_for: int | None = None
    last: Span | None = None


class Voices:
    """The voices of one text, made as their mentions are resolved in order."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._text = names.text
        self._speakers: list[_Speaker] = []
        self._by_name: dict[str, _Speaker] = {}
        self._described: dict[str, tuple[int, _Speaker]] = {}
        self._history: list[_Speaker] = []

    def all(self) -> tuple[Voice, ...]:
        """The author first, then everybody in the order in which they were first resolved."""
        return (
            AUTHOR,
            *(
                Voice(
                    s.number,
                    s.name,
                    s.kind,
                    tuple(name for name in s.names if name != s.name),
                    s.introduced,
                    s.speaks_for,
                )
                for s in self._speakers
            ),
        )

    def resolve(self, mention: Mention, paragraph: Span, outer: int) -> Resolved:
        """Whom `mention`, which stands in `paragraph` and in the words of voice `outer`, means."""
        found = self._resolve(mention, paragraph)
        if mention.pronoun in _FIRST_PERSON and found.voice == 0:
            found = Resolved(outer, Certainty.INFERRED if outer else Certainty.EXPLICIT)
        if found.voice:
            speaker = self._speakers[found.voice - 1]
            speaker.last = mention.span
            if mention.name is not None:
                speaker.names.setdefault(" ".join(mention.name.split()))
            elif mention.pronoun is None and mention.kind is not VoiceKind.DOCUMENT:
                speaker.names.setdefault(_tidy(mention))
            self._history.append(speaker)
        return found

    def _resolve(self, mention: Mention, paragraph: Span) -> Resolved:
        if mention.pronoun is not None:
            return self._pronoun(mention, paragraph)
        if mention.name is not None:
            speaker = self._named(mention.name, mention.kind, mention.name_span)
            self._link(speaker, mention)
            return Resolved(speaker.number, Certainty.EXPLICIT)
        return self._description(mention)

    # -------------------------------------------------------------- names

    def _named(self, name: str, kind: VoiceKind | None, at: Span | None) -> _Speaker:
        plain = without_honorifics(" ".join(name.split()))
        full = self._names.fullest(plain)
        speaker = self._by_name.get(full.lower())
        if speaker is None:
            speaker = self._new(full, kind, self._first_place(full) or at)
            self._by_name[full.lower()] = speaker
        if speaker.kind is None:
            speaker.kind = kind
        if plain != full:
            speaker.names.setdefault(plain)
        return speaker

    def _new(self, name: str, kind: VoiceKind | None, at: Span | None) -> _Speaker:
        speaker = _Speaker(len(self._speakers) + 1, name, kind, at)
        self._speakers.append(speaker)
        return speaker

    def _first_place(self, name: str) -> Span | None:
        at = self._text.find(name)
        return Span(at, at + len(name)) if at >= 0 else None

    def _link(self, speaker: _Speaker, mention: Mention) -> None:
        if mention.owner is not None and speaker.speaks_for is None and mention.head is not None:
            owner = self._named(mention.owner, None, None)
            if owner is not speaker:
                speaker.speaks_for = owner.number

    # -------------------------------------------------------------- pronouns

    def _pronoun(self, mention: Mention, paragraph: Span) -> Resolved:
        pronoun = mention.pronoun or ""
        if mention.antecedent is not None:
            found = self._resolve(mention.antecedent, paragraph)
            if found.voice is None:
                return found
            return Resolved(
                found.voice, Certainty.INFERRED, mention.antecedent.span, found.runner_up
            )
        if pronoun in _FIRST_PERSON:
            return Resolved(0, Certainty.EXPLICIT)
        if pronoun in _SINGULAR:
            return self._person(mention, paragraph, _SINGULAR[pronoun])
        if pronoun in ("it", "they"):
            return self._thing(pronoun)
        return Resolved(None, Certainty.UNRESOLVED)

    def _person(self, mention: Mention, paragraph: Span, want: str) -> Resolved:
        names = self._names
        ranked: list[tuple[str, Span | None]] = []

        def fits(name: str) -> bool:
            gender = names.gender(name)
            return gender is None or gender == want

        here = [
            named
            for named in names.between(paragraph.start, mention.span.start)
            if fits(named.name) and self._may_be_person(named.name)
        ]
        sure = [named for named in here if names.gender(named.name) == want]
        earlier = [s for s in reversed(self._history[-12:]) if self._speaks_as(s, want)]
        ranked += [(named.name, named.span) for named in sure[:1]]
        if earlier and not (here and sure):
            ranked += [(s.name, s.last) for s in earlier[:2]]
        ranked += [(named.name, named.span) for named in here[:2]]
        if len(ranked) < 2:
            ranked += [
                (named.name, named.span)
                for named in names.before(paragraph.start)
                if names.gender(named.name) == want
            ][:2]
        if not ranked:
            return Resolved(None, Certainty.UNRESOLVED)
        chosen = self._named(ranked[0][0], VoiceKind.PERSON, ranked[0][1])
        rival: int | None = None
        for name, _ in ranked[1:]:
            known = self._by_name.get(names.fullest(without_honorifics(name)).lower())
            if known is not None and known is not chosen:
                rival = known.number
                break
        return Resolved(chosen.number, Certainty.INFERRED, ranked[0][1], rival)

    def _may_be_person(self, name: str) -> bool:
        known = self._by_name.get(self._names.fullest(name).lower())
        return known is None or known.kind in (None, VoiceKind.PERSON)

    def _speaks_as(self, speaker: _Speaker, want: str) -> bool:
        if speaker.kind not in (None, VoiceKind.PERSON):
            return False
        gender = self._names.gender(speaker.name)
        return gender is None or gender == want

    def _thing(self, pronoun: str) -> Resolved:
        kinds = (
            (VoiceKind.ORGANIZATION, VoiceKind.DOCUMENT)
            if pronoun == "it"
            else (VoiceKind.GROUP, VoiceKind.ORGANIZATION, VoiceKind.ANONYMOUS)
        )
        rivals = [s for s in reversed(self._history[-12:]) if s.kind in kinds]
        if not rivals:
            return Resolved(None, Certainty.UNRESOLVED)
        other = next((s.number for s in rivals if s is not rivals[0]), None)
        return Resolved(rivals[0].number, Certainty.INFERRED, rivals[0].last, other)

    # -------------------------------------------------------------- descriptions

    def _description(self, mention: Mention) -> Resolved:
        head = mention.head or mention.words.lower()
        key = " ".join([*sorted(mention.modifiers), head, mention.owner or ""])
        if mention.kind is VoiceKind.DOCUMENT and mention.definite:
            issued = self._issuer(mention, head)
            if issued is not None:
                return issued
        if mention.definite and mention.owner is None and mention.own is None:
            if mention.kind is VoiceKind.ORGANIZATION:
                found = self._nearest_organization()
                if found is not None:
                    return found
            earlier = self._earlier_phrase(mention, head)
            if earlier is not None:
                return earlier
        known = self._described.get(key)
        if known is not None:
            return Resolved(known[1].number, Certainty.INFERRED, known[1].introduced)
        speaker = self._new(_tidy(mention), mention.kind, mention.span)
        self._described[key] = (mention.span.start, speaker)
        self._link(speaker, mention)
        if mention.own is not None or mention.head is None:
            return Resolved(speaker.number, Certainty.EXPLICIT)
        return Resolved(speaker.number, Certainty.EXPLICIT)

    def _issuer(self, mention: Mention, head: str) -> Resolved | None:
        """The organisation that issued "the report": that whose report was spoken of last."""
        document = self._document(mention, head)
        if mention.owner is not None:
            owner = self._named(mention.owner, None, None)
            if owner.kind is None:
                owner.kind = VoiceKind.ORGANIZATION
            document.speaks_for = owner.number
            return Resolved(owner.number, Certainty.INFERRED, owner.introduced)
        start = max(0, mention.span.start - _BACK)
        window = self._text[start : mention.span.start]
        owned: re.Match[str] | None = None
        pattern = rf"((?:[A-Z][\w-]*\s)*[A-Z][\w-]*)[’']s?\s(?:[\w-]+\s){{0,2}}?{re.escape(head)}\b"
        for match in re.finditer(pattern, window):
            owned = match
        if owned is not None:
            owner = self._named(owned.group(1), None, None)
            if owner.kind in (None, VoiceKind.ORGANIZATION):
                owner.kind = VoiceKind.ORGANIZATION
            document.speaks_for = owner.number
            basis = Span(start + owned.start(), start + owned.end())
            return Resolved(owner.number, Certainty.INFERRED, basis)
        return None

    def _document(self, mention: Mention, head: str) -> _Speaker:
        known = self._described.get("document " + head)
        if known is not None:
            known[1].names.setdefault(_tidy(mention))
            return known[1]
        document = self._new(_tidy(mention), VoiceKind.DOCUMENT, mention.span)
        self._described["document " + head] = (mention.span.start, document)
        return document

    def _nearest_organization(self) -> Resolved | None:
        rivals = [
            s for s in reversed(self._history[-20:]) if s.kind in (VoiceKind.ORGANIZATION, None)
        ]
        sure = [s for s in rivals if s.kind is VoiceKind.ORGANIZATION]
        chosen = sure[0] if sure else None
        if chosen is None:
            return None
        other = next((s.number for s in sure if s is not chosen), None)
        return Resolved(chosen.number, Certainty.INFERRED, chosen.last, other)

    def _earlier_phrase(self, mention: Mention, head: str) -> Resolved | None:
        """ "the UN experts" after "seven UN human rights experts"."""
        start = max(0, mention.span.start - _BACK)
        window = self._text[start : mention.span.start]
        best: re.Match[str] | None = None
        pattern = re.compile(rf"((?:[\w-]+\s){{0,6}}){re.escape(head)}\b", re.IGNORECASE)
        for match in pattern.finditer(window):
            around = {word.lower() for word in match.group(1).split()}
            if mention.modifiers <= around:
                best = match
        if best is None or not mention.modifiers:
            return None
        words = best.group(1).split()
        keep: list[str] = []
        for word in reversed(words):
            tag = TAGS.get(word.lower(), 0)
            if tag and not tag & DET:
                break
            keep.append(word)
            if tag & DET:
                break
        keep.reverse()
        if not keep:
            return None
        phrase_start = best.end() - len(head)
        offset = window.rindex(keep[0], best.start(), phrase_start)
        span = Span(start + offset, start + best.end())
        name = " ".join(self._text[span.start : span.end].split())
        if keep[0].lower() in ("the", "these", "those", "this", "that"):
            return None
        key = "phrase " + name.lower()
        known = self._described.get(key)
        if known is None:
            speaker = self._new(name, mention.kind, span)
            self._described[key] = (span.start, speaker)
        else:
            speaker = known[1]
        return Resolved(speaker.number, Certainty.INFERRED, span)


def _tidy(mention: Mention) -> str:
    return " ".join(mention.words.split())
