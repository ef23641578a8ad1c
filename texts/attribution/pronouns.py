"""Pronouns: whom "he", "she", "it" and "they" mean, and who else they might."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from texts.attribution.antecedents import GROUNDS, Candidate, Spoke, antecedents
from texts.attribution.callings import is_person_noun
from texts.attribution.mentions import Mention
from texts.attribution.places import SUBJECT_WEIGHT, weight_of_place
from texts.attribution.relatives import KIN
from texts.attribution.speakers import Resolved, Scene, Speaker, Speakers
from texts.attribution.things import resolve_thing
from texts.attribution.titles import sex_of_noun
from texts.attribution.trace import Weighed, grounds
from texts.document import Span
from texts.reading import Certainty, VoiceKind

__all__ = ["FIRST_PERSON", "SINGULAR", "Somebody", "resolve_pronoun"]

FIRST_PERSON: Final = frozenset("i we me us".split())
SINGULAR: Final = {"he": "m", "him": "m", "she": "f", "her": "f"}
_POSSESSIVE: Final = {"his": "m", "her": "f"}
_EITHER: Final = "either"
_SOMEBODY: Final = frozenset("someone somebody everyone everybody".split())
_UNNAMED: Final = 1.0
"""How much it speaks against somebody to be described, not named."""
_JUST_SPOKE: Final = 8.0
"""How much it speaks against somebody in a conversation to have spoken just before."""
_CALLED: Final = 9.0
"""How much it speaks against somebody to be spoken to by name in the very words."""
_ASKED: Final = 4.0
"""How much it speaks for somebody to have been spoken to in the words before."""
_SINGLE: Final = ("a ", "an ", "one ", "another")
_LEADS: Final = 4.0
"""How much it speaks for somebody to have spoken last; half of it to be the last but one."""


def resolve_pronoun(
    speakers: Speakers, mention: Mention, paragraph: Span, scene: Scene
) -> Resolved:
    """Whom a pronoun in `paragraph` means, in a story or in a report.

    "I" is voice 0: whoever the words around it belong to.
    """
    pronoun = mention.pronoun or ""
    if pronoun in FIRST_PERSON:
        return Resolved(0, Certainty.EXPLICIT)
    person, at = Somebody(speakers, scene), mention.span.start
    if pronoun in SINGULAR:
        return person.resolve(at, paragraph.start, SINGULAR[pronoun])
    if pronoun in ("it", "they"):
        return resolve_thing(
            speakers,
            pronoun,
            at,
            lambda own, place: person.resolve(place, paragraph.start, _POSSESSIVE[own]),
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

    def __init__(self, speakers: Speakers, scene: Scene) -> None:
        self._speakers = speakers
        self._scene = scene

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
        rivals = (speakers.known(candidate.name) for candidate in ranked[1:])
        rival = next((s.number for s in rivals if s is not None and s is not chosen), None)
        return Resolved(chosen.number, Certainty.INFERRED, ranked[0].span, rival)

    def _bias(self, name: str) -> float:
        """What the conversation says for or against somebody."""
        known = self._speakers.known(name)
        number = known.number if known is not None else None
        weight = 0.0
        if number and number == self._scene.silent:
            weight -= _JUST_SPOKE
        if name in self._scene.called:
            weight -= _CALLED
        if name in self._scene.asked:
            weight += _ASKED
        return weight

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
