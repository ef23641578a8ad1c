"""The cast: whom a story means by "he", by "the old man", and by words that name no speaker.

Those whom the narration tells of and those who spoke last are weighed, each by what speaks for
them: how they were mentioned and how long ago, what sex they are, whose turn it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from texts.attribution.antecedents import Candidate
from texts.attribution.descriptions import Descriptions
from texts.attribution.mentions import Mention
from texts.attribution.nouns import ORGANIZATION_NAMES
from texts.attribution.persons import EPITHETS, Persons
from texts.attribution.places import SUBJECT_WEIGHT
from texts.attribution.speakers import Resolved, Scene, Speaker, Speakers
from texts.attribution.telling import HERE, Place, Telling, faded
from texts.attribution.titles import COURTESY, sex_of_noun
from texts.attribution.trace import Weighed, grounds
from texts.document import Span
from texts.reading import Certainty, VoiceKind

__all__ = ["Cast"]

_NARRATOR: Final = "the narrator"
"""What whoever tells the story as "I" is called."""
_SEX: Final = 4.5
"""How much it speaks for somebody that the sex is known, and fits."""
_PERSON: Final = 2.0
"""That it is surely a person."""
_UNNAMED: Final = 1.0
"""How much it speaks against somebody to be described, not named."""
_VAGUE: Final = 3.0
"""The same, where the noun does not even tell the sex."""
_OF_HIS: Final = 3.0
"""The same of "his brother": he is likelier than his brother to be meant by "he"."""
_OWNERS: Final = {"his": "m", "her": "f"}
_TOLD: Final = 1.0
"""That whoever tells the story is there."""
_JUST_SPOKE: Final = 8.0
"""To have spoken just before."""
_JUST_SPOKE_HERE: Final = 2.0
"""The same, if the narration has told of them since."""
_CALLED: Final = 12.0
"""To be spoken to by name in the very words."""
_FOLLOWS: Final = 5.0
"""To be named as the speaker of the turn after this."""
_ASKED: Final = 2.0
"""How much it speaks for somebody that the words before spoke to them."""
_TALKS: Final = 4.0
"""To be the last who spoke; half of it to be the last but one."""
_TALKED: Final = 2.0
"""The same, if narration has come in between."""


_GROUNDS: Final = (
    ("told of as one who acts, or spoke lately", "told of in passing"),
    ("took turns here", "took few turns here"),
    ("", "just spoke"),
    ("", "spoken to in these very words"),
    ("spoken to just before", ""),
    ("", "named as the speaker of the next turn"),
    ("surely a person", "described vaguely, or no person’s name"),
    ("of a sex that the text shows", ""),
    ("in the same paragraph", ""),
    ("", "distance"),
)
"""The parts of a weight, in words: where each speaks for somebody, and where against."""


class Cast:
    """The persons of one story."""

    def __init__(
        self,
        speakers: Speakers,
        descriptions: Descriptions,
        persons: Persons,
        narrators_name: str | None,
    ) -> None:
        self._speakers = speakers
        self._descriptions = descriptions
        self._persons = persons
        self._telling = Telling(speakers, persons)
        self._narrators_name = narrators_name
        self._narrator: Speaker | None = None
        self._before = 0
        """How often anybody spoke in the scenes before."""

    def narrator(self) -> int:
        """The voice of whoever tells the story as "I"."""
        if self._narrator is None:
            name = self._narrators_name
            if name is not None:
                self._narrator = self._speakers.identified(name, VoiceKind.PERSON, None)
                self._narrator.names.setdefault(_NARRATOR)
            else:
                self._narrator = self._speakers.new(_NARRATOR, VoiceKind.PERSON, None)
                self._speakers.described[_NARRATOR] = self._narrator
        return self._narrator.number

    def end_scene(self) -> None:
        """Nobody goes on talking from one scene into the next."""
        self._before = self._speakers.spoken()

    def settle(self, mention: Mention, speaker: Speaker) -> None:
        """Take in whom a source means."""
        self._telling.settle(mention.span.start, speaker.name)

    def turn(self, words: Span, paragraph: Span, scene: Scene) -> int | None:
        """Whose turn it is to say these words; `None` if only the last speaker is known."""
        found = self.somebody(words.start, paragraph, None, scene).voice
        return None if found == scene.silent else found

    def epithet(self, mention: Mention, paragraph: Span, scene: Scene) -> Resolved | None:
        """Who is meant by "the old man", if that is somebody who has a name."""
        if mention.head not in EPITHETS or not (mention.definite or mention.own):
            return None
        if self._telling.has_described(mention):
            return None
        sex = self._persons.sex(mention.head)
        for candidate in self._rank(mention.span.start, paragraph, sex, scene):
            named = self._telling.described(candidate.name) is None
            if named and self._speakers.names.gender(candidate.name) is not None:
                speaker = self._voice(candidate, scene)
                return Resolved(speaker.number, Certainty.INFERRED, candidate.span)
        return None

    def somebody(self, at: int, paragraph: Span, want: str | None, scene: Scene) -> Resolved:
        """Whom he or she ("m", "f"; `None` for either) at an offset means, and who else it might."""
        ranked = self._rank(at, paragraph, want, scene)
        if not ranked:
            return Resolved(None, Certainty.UNRESOLVED)
        chosen = self._voice(ranked[0], scene)
        rival = self._speakers.first_but(chosen, (candidate.name for candidate in ranked[1:]))
        return Resolved(chosen.number, Certainty.INFERRED, ranked[0].span, rival)

    def _rank(self, at: int, paragraph: Span, want: str | None, scene: Scene) -> list[Candidate]:
        """Who may be meant at an offset, best first; of sex `want`, if that is known."""
        near = paragraph.start if scene.near is None else scene.near
        best: dict[str, tuple[float, Place, tuple[float, ...]]] = {}
        by_name: dict[tuple[str, bool], tuple[float, ...] | None] = {}
        for place in self._places(at, scene, paragraph):
            name, here = place.name, place.start >= near
            if (name, here) not in by_name:
                by_name[name, here] = self._about(name, want, scene, here=here)
            about = by_name[name, here]
            if about is None:
                continue
            parts = (
                place.weight,
                *about,
                HERE if here else 0.0,
                -faded(at - place.start),
            )
            weight = sum(parts)
            known = best.get(name)
            if known is None or weight > known[0]:
                best[name] = weight, place, parts
        candidates = [
            Candidate(name, Span(place.start, place.end), weight, parts)
            for name, (weight, place, parts) in best.items()
        ]
        ranked = sorted(candidates, key=lambda c: (-c.weight, -c.span.start))
        if self._speakers.trace is not None:
            self._speakers.trace.weigh(
                Weighed(c.name, c.span, c.weight, grounds(_GROUNDS, c.parts)) for c in ranked
            )
        return ranked

    def _places(self, at: int, scene: Scene, paragraph: Span) -> Iterator[Place]:
        """Who may be meant, with every place that may speak for them. Bounded."""
        yield from self._telling.before(at)
        for name in scene.asked:
            yield Place(name, at, at, 0.0)
        if scene.turns is not None:
            own = self._telling.own(at)
            if own is not None:
                yield Place(self._narrators_name or _NARRATOR, own, own + 1, _TOLD)
            for name in scene.turns:
                known = self._speakers.known(name)
                last = known.last if known is not None else None
                yield Place(name, *((last.start, last.end) if last else (at, at)), 0.0)
            return
        talks = _TALKS if scene.near is None or scene.near >= paragraph.start else _TALKED
        for back, speaker in enumerate(self._speakers.last(6)):
            named = speaker.kind is VoiceKind.PERSON or self._speakers.is_named(speaker)
            if speaker.last is not None and named:
                weight = 0.0
                if self._speakers.spoken() - back > self._before:
                    weight = SUBJECT_WEIGHT + max(0.0, talks - back * talks / 2)
                yield Place(speaker.name, speaker.last.start, speaker.last.end, weight)

    def _about(
        self, name: str, want: str | None, scene: Scene, *, here: bool
    ) -> tuple[float, ...] | None:
        """What speaks for a name at any place of the paragraph; `None` if it cannot be meant."""
        own = name in (self._narrators_name, _NARRATOR)
        if (own and want is not None) or self._speakers.is_person(name) is False:
            return None
        sex = self._telling.sex(name)
        if want is not None and sex not in (None, want):
            return None
        known_sex = _SEX if own or sex is not None else 0.0
        return (*self._standing(name, scene, here=here), self._form(name), known_sex)

    def _standing(
        self, name: str, scene: Scene, *, here: bool
    ) -> tuple[float, float, float, float, float]:
        """What the conversation says for and against somebody."""
        known = self._speakers.known(name)
        just_spoke = known is not None and known.number == scene.silent
        return (
            scene.turns.get(name, 0.0) if scene.turns is not None else 0.0,
            -(_JUST_SPOKE_HERE if here else _JUST_SPOKE) if just_spoke else 0.0,
            -_CALLED if name in scene.called else 0.0,
            _ASKED if name in scene.asked else 0.0,
            -_FOLLOWS if name == scene.following else 0.0,
        )

    def _form(self, name: str) -> float:
        """What a name or a description says of whom it means."""
        told = self._telling.described(name)
        if told is not None:
            plain = told.own != "their" and sex_of_noun(told.noun) is not None
            weight = _PERSON - (_UNNAMED if plain else _VAGUE)
            owners = _OWNERS.get(told.own or "")
            same = owners is not None and owners == self._persons.sex(told.noun)
            return weight - (_OF_HIS if same else 0.0)
        words = name.split()
        if any(word.lower() in ORGANIZATION_NAMES for word in words):
            return -_SEX
        titled = len(words) > 1 and words[0].rstrip(".").lower() in COURTESY
        called_so = titled or (
            len(words) in (2, 3) and self._speakers.names.stands_alone(words[-1])
        )
        return _PERSON if called_so or self._speakers.is_person(name) else 0.0

    def _voice(self, candidate: Candidate, scene: Scene) -> Speaker:
        """The voice of a candidate, who may not have spoken yet."""
        speakers = self._speakers
        if candidate.name in (_NARRATOR, self._narrators_name):
            return speakers[self.narrator()]
        told = self._telling.described(candidate.name)
        if told is None:
            known = speakers.known(candidate.name)
            return known or speakers.identified(candidate.name, VoiceKind.PERSON, candidate.span)
        found = self._descriptions.resolve(told.mention(speakers.text), scene)
        speaker = speakers[found.voice or 0]
        self._telling.introduce(candidate.name, speaker.name)
        return speaker
