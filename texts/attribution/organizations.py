"""Organizations: which of those told of before is meant by "the organization", "the council".

A noun that stands in a name means whose name it is: the Ferry Council is the council. A noun that
many may go by means the nearest; any other means nobody told of by name.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.nouns import ORGANIZATION_WORDS
from texts.attribution.speakers import Resolved, Speakers
from texts.attribution.trace import Weighed
from texts.document import Span
from texts.reading import Certainty, VoiceKind

__all__ = ["nearest_organization"]

_ANY: Final = frozenset(
    """
    organization organisation group company agency firm body charity nonprofit watchdog corporation
    association network foundation institute outlet publisher broadcaster newspaper
    """.split()
)
_FIRMS: Final = frozenset("company firm corporation publisher broadcaster newspaper".split())
"""Those whose names need not tell that they are organizations."""
_NAMES: Final = 16
"""So many names before are looked at."""
_SPOKE: Final = 300
"""To have spoken brings somebody so many characters nearer."""
_CALLED_SO: Final = 10_000


def nearest_organization(speakers: Speakers, head: str, before: int) -> Resolved | None:
    """Whom the noun `head` means at an offset, and who else; `None` for nobody told of."""
    found: dict[str, tuple[int, Span]] = {}

    def add(name: str, kind: VoiceKind | None, span: Span, bonus: int) -> None:
        words = {word.lower() for word in name.split()}
        if head in words:
            bonus += _CALLED_SO
        elif head not in _ANY or not _is_one(speakers, name, kind, words, head):
            return
        known = found.get(name)
        if known is None or span.start + bonus > known[0]:
            found[name] = span.start + bonus, span

    for speaker in speakers.last(20):
        if speaker.last is not None and speakers.is_named(speaker):
            add(speaker.name, speaker.kind, speaker.last, _SPOKE)
    for named in speakers.names.before(before)[:_NAMES]:
        if not named.quoted:
            full = speakers.names.identity_of(named)
            known = speakers.known(full)
            add(full, known.kind if known is not None else None, named.span, 0)
    ranked = sorted(found.items(), key=lambda item: -item[1][0])
    if speakers.trace is not None:
        speakers.trace.weigh(
            Weighed(name, span, words="called so" if near >= _CALLED_SO else "told of most lately")
            for name, (near, span) in ranked
        )
    if not ranked:
        return None
    name, (_, span) = ranked[0]
    chosen = speakers.identified(name, VoiceKind.ORGANIZATION, span)
    rival = speakers.identified(ranked[1][0], None, ranked[1][1][1]) if len(ranked) > 1 else None
    return Resolved(
        chosen.number, Certainty.INFERRED, span, rival.number if rival is not None else None
    )


def _is_one(
    speakers: Speakers, name: str, kind: VoiceKind | None, words: set[str], head: str
) -> bool:
    if kind is not None:
        return kind is VoiceKind.ORGANIZATION
    if not words.isdisjoint(ORGANIZATION_WORDS) or speakers.names.has_acronym(name):
        return True
    return head in _FIRMS and speakers.known(name) is not None and speakers.gender(name) is None
