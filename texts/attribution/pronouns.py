"""Pronouns: whom "he", "she", "it" and "they" mean, and who else they might."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from texts.attribution.antecedents import GROUNDS, Candidate, Spoke, antecedents
from texts.attribution.callings import is_person_noun
from texts.attribution.mentions import Mention
from texts.attribution.places import SUBJECT_WEIGHT, weight_of_place
from texts.attribution.relatives import KIN
from texts.attribution.speakers import Resolved, Speaker, Speakers
from texts.attribution.things import resolve_thing
from texts.attribution.titles import sex_of_noun
from texts.attribution.trace import Weighed, grounds
from texts.reading import Certainty, VoiceKind

__all__ = ["FIRST_PERSON", "Somebody", "resolve_pronoun"]

FIRST_PERSON: Final = frozenset("i we me us".split())
_SINGULAR: Final = {"he": "m", "him": "m", "she": "f", "her": "f"}
_POSSESSIVE: Final = {"his": "m", "her": "f"}
_EITHER: Final = "either"
_SOMEBODY: Final = frozenset("someone somebody everyone everybody".split())
_UNNAMED: Final = 1.0
"""How much it speaks against somebody to be described, not named."""
_OWN_WORDS: Final = 8.0
"""How much it speaks against somebody that the pronoun stands in their own words."""
_SINGLE: Final = ("a ", "an ", "one ", "another")
_LEADS: Final = 4.0
"""How much it speaks for somebody to have spoken last; half of it to be the last but one."""


def resolve_pronoun(
    speakers: Speakers, mention: Mention, somebody: Callable[[int, str], Resolved]
) -> Resolved:
    """Whom a pronoun means, in a story or in a report.

    "I" is voice 0: whoever the words around it belong to. `somebody` tells whom "he" or "she"
    ("m", "f") at an offset means.
    """
    pronoun, at = mention.pronoun or "", mention.span.start
    if pronoun in FIRST_PERSON:
        return Resolved(0, Certainty.EXPLICIT)
    if pronoun in _SINGULAR:
        return somebody(at, _SINGULAR[pronoun])
    if pronoun in ("it", "they"):
        return resolve_thing(
            speakers, pronoun, at, lambda own, place: somebody(place, _POSSESSIVE[own])
        )
    if pronoun in _SOMEBODY:
        speaker = speakers.described.get(pronoun)
        if speaker is None:
            speaker = speakers.new(mention.words, VoiceKind.ANONYMOUS, mention.span)
            speakers.described[pronoun] = speaker
        return Resolved(speaker.number, Certainty.EXPLICIT)
    return Resolved(None, Certainty.UNRESOLVED)


class Somebody:
    """He, she or who is described: the best of the names and speakers before, and the second."""

    def __init__(self, speakers: Speakers, silent: int | None) -> None:
        """`silent` is the voice that is hardly meant: a report hands no turns."""
        self._speakers = speakers
        self._silent = silent

    def resolve(self, at: int, paragraph: int, want: str) -> Resolved:
        """Whom a pronoun of gender `want` ("m", "f") at an offset of a paragraph means."""
        ranked = self.ranked(at, paragraph, want)
        return self.chosen(ranked) if ranked else Resolved(None, Certainty.UNRESOLVED)

    def ranked(self, at: int, paragraph: int, want: str | None) -> list[Candidate]:
        """Who may be meant at an offset of a paragraph, best first; of either sex for `None`."""
        speakers, gender = self._speakers, self._speakers.gender
        found = antecedents(
            speakers.names,
            at,
            paragraph,
            want or _EITHER,
            gender if want else lambda name: gender(name) and _EITHER,
            speakers.is_person,
            self._spoke(at),
            self._bias,
        )
        if speakers.trace is not None:
            speakers.trace.weigh(
                Weighed(c.name, c.span, c.weight, grounds(GROUNDS, c.parts)) for c in found
            )
        return found

    def chosen(self, ranked: list[Candidate]) -> Resolved:
        """The first of those who may be meant, and which of the others came second."""
        speakers = self._speakers
        chosen = speakers.known(ranked[0].name) or self._introduce(ranked[0])
        if chosen.kind is None:
            chosen.kind = VoiceKind.PERSON
        rival = speakers.first_but(chosen, (candidate.name for candidate in ranked[1:]))
        return Resolved(chosen.number, Certainty.INFERRED, ranked[0].span, rival)

    def _bias(self, name: str) -> float:
        """What speaks against somebody wherever they are named."""
        known = self._speakers.known(name)
        return -_OWN_WORDS if known is not None and known.number == self._silent else 0.0

    def _spoke(self, offset: int) -> Iterator[Spoke]:
        """The last speakers, with what speaks for each going on."""
        speakers, names = self._speakers, self._speakers.names
        for span, noun in speakers.passersby.before(offset):
            words = " ".join(span.of(names.text).split())
            known = speakers.described.get(words.lower())
            if known is None:
                known = Speaker(0, words, VoiceKind.PERSON, span, gender=sex_of_noun(noun))
                speakers.candidates[words.lower()] = known
            yield Spoke(known.name, span, weight_of_place(names.text, span) - _UNNAMED)
        for back, speaker in enumerate(speakers.last(6)):
            if speaker.last is not None and self._may_be_somebody(speaker):
                lead, weight = max(0.0, _LEADS * (2 - back) / 2), SUBJECT_WEIGHT
                if speaker.head in KIN:
                    weight -= _UNNAMED
                    lead = 0.0 if names.breaks(speaker.last.start, offset) else lead
                yield Spoke(speaker.name, speaker.last, weight, lead)

    def _may_be_somebody(self, speaker: Speaker) -> bool:
        """Whether he or she can mean a speaker: a person, a name, or "an employee" at least."""
        if self._speakers.is_named(speaker):
            return not self._speakers.names.is_plural(speaker.name)
        if speaker.kind is VoiceKind.PERSON:
            return True
        single = speaker.name.lower().startswith(_SINGLE)
        return single and (speaker.head is None or is_person_noun(speaker.head))

    def _introduce(self, candidate: Candidate) -> Speaker:
        """A voice for somebody a pronoun means, and who has not spoken yet."""
        speakers = self._speakers
        described = speakers.candidates.get(candidate.name.lower())
        if described is None:
            return speakers.identified(candidate.name, VoiceKind.PERSON, candidate.span)
        speaker = speakers.new(described.name, VoiceKind.PERSON, described.introduced)
        speaker.gender = described.gender
        speakers.described[described.name.lower()] = speaker
        *modifiers, head = described.name.lower().split()[1:]
        speakers.described[" ".join([*sorted(modifiers), head, ""])] = speaker
        return speaker
