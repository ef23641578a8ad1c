"""Voices: whom a mention means, through names, pronouns and descriptions, and how surely."""

from __future__ import annotations

from dataclasses import replace

from texts.attribution.descriptions import Descriptions
from texts.attribution.mentions import Mention
from texts.attribution.names import Names
from texts.attribution.pronouns import FIRST_PERSON, resolve_pronoun
from texts.attribution.speakers import Resolved, Scene, Speaker, Speakers
from texts.attribution.trace import Trace
from texts.document import Span
from texts.reading import Certainty, Voice, VoiceKind

__all__ = ["Resolved", "Scene", "Voices"]


class Voices:
    """The voices of one text, made as their mentions are resolved in order."""

    def __init__(self, names: Names, *, story: bool = False, trace: Trace | None = None) -> None:
        """`story`: whoever says "I" in the narration is a person of the story.

        `trace` is told who is weighed.
        """
        self._names = names
        self._story = story
        self._narrator: Speaker | None = None
        self._speakers = Speakers(names, trace)
        self._descriptions = Descriptions(self._speakers, story=story)

    def all(self) -> tuple[Voice, ...]:
        """The author first, then everybody in the order in which they were first resolved."""
        return self._speakers.voices()

    def resolve(
        self, mention: Mention, paragraph: Span, outer: int, scene: Scene | None = None
    ) -> Resolved:
        """Whom `mention`, which stands in `paragraph` and in the words of voice `outer`, means.

        `scene` tells who takes part in the conversation that it belongs to.
        """
        scene = scene or Scene()
        if outer and scene.silent is None and self._names.in_marks(mention.span.start):
            scene = replace(scene, silent=outer)  # in her own words, she is somebody else
        found = self._resolve(mention, paragraph, scene)
        if mention.pronoun in FIRST_PERSON and found.voice == 0:
            if self._story and not outer and mention.pronoun == "i":
                return Resolved(self.narrator(), Certainty.EXPLICIT)
            found = Resolved(outer, Certainty.INFERRED if outer else Certainty.EXPLICIT)
        if found.voice:
            speaker = self._speakers[found.voice]
            speaker.last = mention.span
            if mention.name is not None:
                speaker.names.setdefault(" ".join(mention.name.split()))
            elif mention.pronoun is None and mention.kind is not VoiceKind.DOCUMENT:
                speaker.names.setdefault(mention.plain)
            if not (self._story and self._names.in_marks(mention.span.start)):
                self._speakers.spoke(speaker)
        return found

    def narrator(self) -> int:
        """The voice of whoever tells the story as "I"."""
        if self._narrator is None:
            self._narrator = self._speakers.new("the narrator", VoiceKind.PERSON, None)
        return self._narrator.number

    def person(self, name: str, at: Span) -> int:
        """The voice of a person named at a place, by the fullest name."""
        return self._speakers.identified(name, VoiceKind.PERSON, at).number

    def name_of(self, number: int) -> str:
        """What a voice is called."""
        return self._speakers[number].name

    def _resolve(self, mention: Mention, paragraph: Span, scene: Scene) -> Resolved:
        if mention.antecedent is not None:
            found = self._resolve(mention.antecedent, paragraph, scene)
            if found.voice is None:
                return found
            return Resolved(
                found.voice, Certainty.INFERRED, mention.antecedent.span, found.runner_up
            )
        if mention.pronoun is not None:
            return resolve_pronoun(self._speakers, mention, paragraph, scene, story=self._story)
        if mention.name is not None:
            speaker = self._speakers.named(mention.name, mention.kind, mention.name_span)
            self._descriptions.link(speaker, mention)
            return Resolved(speaker.number, Certainty.EXPLICIT)
        return self._descriptions.resolve(mention, scene)
