"""Things: whom "it" and "they" mean: organizations, documents and groups told of before.

Weighed are those who spoke, and what the text before the pronoun names: "the researchers",
"Democrats", "an e-mail". A subject is likelier than an object, and near is likelier than far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from texts.attribution.callings import is_person_noun
from texts.attribution.nouns import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANIZATION_WORDS,
)
from texts.attribution.places import weight_of_place
from texts.attribution.speakers import Resolved, Speaker, Speakers
from texts.attribution.trace import Weighed
from texts.attribution.words import TAGS
from texts.document import Span
from texts.reading import Certainty, VoiceKind

__all__ = ["resolve_thing"]

_BACK: Final = 600
"""So many characters before the pronoun are looked at."""
_FADES: Final = 150.0
"""After so many characters a candidate counts one less."""
_SPOKE: Final = 4.0
"""How much it speaks for somebody to have spoken."""
_BREAK: Final = 1.5
"""How much each break between paragraphs speaks against it, up to two."""
_HERE: Final = 3.0
"""How much it speaks for a document to be told of in the same paragraph."""
_LEAST: Final = -2.5
"""With less than this, nobody is meant surely enough."""
_PHRASE: Final = re.compile(
    r"(?:\b(?P<lead>[Tt]he|[Tt]h[eo]se|[Tt]his|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Oo]ther|[Aa]n?"
    r"|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]wo|[Tt]hree|[Ff]our|[A-Z][\w-]+[’']s?)\s)?"
    r"(?P<rest>(?:[A-Za-z-]+\s){0,2}?)(?P<noun>[A-Z]?[a-z-]{3,})\b(?![’'])"
)
_KINDS: Final = {
    "it": frozenset((VoiceKind.ORGANIZATION, VoiceKind.DOCUMENT)),
    "they": frozenset((VoiceKind.GROUP, VoiceKind.ORGANIZATION)),
}


@dataclass(frozen=True, slots=True)
class _Thing:
    weight: float
    span: Span
    speaker: Speaker | None
    kind: VoiceKind | None
    name: str | None = None
    own: str | None = None
    """Whose it is: "his", "her"."""


def resolve_thing(
    speakers: Speakers, pronoun: str, at: int, whose: Callable[[str, int], Resolved]
) -> Resolved:
    """What "it" or "they" at an offset means, and what else it might. Looks a bounded way back.

    `whose` tells whom "his" or "her" at an offset means: in "her letter", she speaks.
    """
    found = sorted(
        (*_spoke(speakers, pronoun, at), *_told(speakers, pronoun, at)),
        key=lambda thing: (-thing.weight, -thing.span.start),
    )
    if speakers.trace is not None:
        speakers.trace.weigh(Weighed(_name(speakers, t), t.span, t.weight) for t in found)
    if not found or found[0].weight < _LEAST:
        return Resolved(None, Certainty.UNRESOLVED)
    chosen = _voice(speakers, found[0])
    rivals = (thing.speaker for thing in found[1:] if thing.speaker is not None)
    rival = next((speaker.number for speaker in rivals if speaker is not chosen), None)
    if found[0].own is not None:
        writer = whose(found[0].own, found[0].span.start)
        chosen.speaks_for = writer.voice
        if writer.voice is not None:
            return Resolved(writer.voice, Certainty.INFERRED, found[0].span, chosen.number)
    return Resolved(chosen.number, Certainty.INFERRED, found[0].span, rival)


def _spoke(speakers: Speakers, pronoun: str, at: int) -> Iterator[_Thing]:
    for speaker in dict.fromkeys(speakers.last(12)):
        if speaker.last is None:
            continue
        many = speaker.kind is VoiceKind.ANONYMOUS and speaker.name.endswith("s")
        if speaker.kind in _KINDS[pronoun] or (many and pronoun == "they"):
            weight = _SPOKE - (at - speaker.last.start) / _FADES / 2
            weight -= _BREAK * min(2, speakers.names.breaks(speaker.last.start, at))
            yield _Thing(weight, speaker.last, speaker, speaker.kind)


def _told(speakers: Speakers, pronoun: str, at: int) -> Iterator[_Thing]:
    names, text = speakers.names, speakers.text
    for match in _PHRASE.finditer(text, max(0, at - _BACK), at):
        noun = match.group("noun")
        kind = _kind(noun, pronoun, match.group("lead"))
        if kind is None or names.in_marks(match.start()):
            continue
        words = match.group("rest").split()
        first = next((n for n, word in enumerate(words) if word not in TAGS), len(words))
        start = match.start("noun") - len(" ".join(words[first:])) - bool(words[first:])
        if match.group("lead") and not first:
            start = match.start()
        span = Span(start, match.end())
        weight = weight_of_place(text, span, many=pronoun == "they") - (at - span.start) / _FADES
        if kind is VoiceKind.DOCUMENT and not names.breaks(span.start, at):
            weight += _HERE
        lead = (match.group("lead") or "").lower()
        own = lead if kind is VoiceKind.DOCUMENT and lead in ("his", "her") else None
        known = speakers.known(_words(span, text))
        yield _Thing(weight, span, known, kind, own=own)
    for named in names.before(at, _BACK)[:12]:
        if named.quoted:
            continue
        full = names.identity_of(named)
        known = speakers.known(full)
        kind = known.kind if known is not None else _kind_of_name(speakers, full)
        if kind in _KINDS[pronoun]:
            weight = (
                weight_of_place(text, named.span, many=pronoun == "they")
                - (at - named.span.start) / _FADES
            )
            yield _Thing(weight, named.span, known, kind, full)


def _kind(noun: str, pronoun: str, lead: str | None) -> VoiceKind | None:
    if pronoun == "it":
        if lead is None:
            return None
        document = noun in DOCUMENT_NOUNS and noun[-1] != "s"
        return VoiceKind.DOCUMENT if document else None
    many = noun in GROUP_NOUNS or (noun[-1] == "s" and is_person_noun(noun[:-1].lower()))
    return VoiceKind.GROUP if many else None


def _kind_of_name(speakers: Speakers, full: str) -> VoiceKind | None:
    if speakers.names.is_plural(full):
        return VoiceKind.GROUP
    if any(word.lower() in ORGANIZATION_WORDS for word in full.split()):
        return VoiceKind.ORGANIZATION
    return None


def _name(speakers: Speakers, thing: _Thing) -> str:
    if thing.speaker is not None:
        return thing.speaker.name
    return thing.name or _words(thing.span, speakers.text)


def _voice(speakers: Speakers, thing: _Thing) -> Speaker:
    if thing.speaker is not None:
        return thing.speaker
    if thing.name is not None:
        return speakers.identified(thing.name, thing.kind, thing.span)
    words = _name(speakers, thing)
    speaker = speakers.new(words, thing.kind, thing.span)
    speakers.described[words.lower()] = speaker
    return speaker


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
