"""Voices: whom a mention means, through names, pronouns and descriptions, and how surely."""

from __future__ import annotations

from dataclasses import replace

from texts.attribution.cast import Cast
from texts.attribution.descriptions import Descriptions
from texts.attribution.mentions import Mention
from texts.attribution.names import Names
from texts.attribution.namesakes import Namesakes
from texts.attribution.persons import Persons
from texts.attribution.pronouns import FIRST_PERSON, Somebody, resolve_pronoun
from texts.attribution.speakers import Resolved, Scene, Speaker, Speakers
from texts.attribution.titles import without_honorifics
from texts.attribution.trace import Trace
from texts.document import Span
from texts.reading import Certainty, Voice, VoiceKind

__all__ = ["Resolved", "Scene", "Voices"]


class Voices:
    """The voices of one text, made as their mentions are resolved in order."""

    def __init__(
        self,
        names: Names,
        *,
        persons: Persons | None = None,
        narrator: str | None = None,
        trace: Trace | None = None,
    ) -> None:
        """`persons` are those whom a story describes, `narrator` is the name of who tells it.

        Without them the text is a report. `trace` is told who is weighed.
        """
        self._names = names
        self._story = persons is not None
        self._speakers = Speakers(names, trace)
        self._descriptions = Descriptions(self._speakers, story=self._story)
        self._namesakes: Namesakes | None = None
        self._cast: Cast | None = None
        if persons is not None:
            self._cast = Cast(self._speakers, self._descriptions, persons, narrator)

    def all(self) -> tuple[Voice, ...]:
        """The author first, then everybody in the order in which they were first resolved."""
        return self._speakers.voices(story=self._story)

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
            if self._cast is not None and not outer and mention.pronoun == "i":
                return Resolved(self._cast.narrator(), Certainty.EXPLICIT)
            found = Resolved(outer, Certainty.INFERRED if outer else Certainty.EXPLICIT)
        if found.voice:
            speaker = self._speakers[found.voice]
            speaker.last = mention.span
            if mention.name is not None:
                speaker.names.setdefault(" ".join(mention.name.split()))
            elif mention.pronoun is None and mention.kind is not VoiceKind.DOCUMENT:
                speaker.names.setdefault(mention.plain)
            if self._cast is not None:
                self._cast.settle(mention, speaker)
            if not (self._story and self._names.in_marks(mention.span.start)):
                self._speakers.spoke(speaker)
        return found

    def turn(self, words: Span, paragraph: Span, scene: Scene) -> int | None:
        """Whose turn it is in a conversation to say `words`, from all that tells of it."""
        return None if self._cast is None else self._cast.turn(words, paragraph, scene)

    def end_scene(self) -> None:
        """Let those who spoke so far be no likelier to speak next: another scene begins."""
        if self._cast is not None:
            self._cast.end_scene()

    def full_name(self, mention: Mention) -> str:
        """The fullest name of whom a mention names."""
        return self._speakers.full_name(mention.name or "")

    def name_of(self, number: int) -> str:
        """What a voice is called."""
        return self._speakers[number].name

    def _named(self, mention: Mention, name: str, speaker: Speaker) -> Resolved:
        """A speaker by name: in a report not for sure, if somebody else just named is called so."""
        if self._story or " " in without_honorifics(name):
            return Resolved(speaker.number, Certainty.EXPLICIT)
        if self._namesakes is None:
            self._namesakes = Namesakes(self._names)
        other = self._namesakes.of(name, speaker.name, mention.span.start)
        if other is None:
            return Resolved(speaker.number, Certainty.EXPLICIT)
        rival = self._speakers.identified(other, VoiceKind.PERSON, None)
        return Resolved(speaker.number, Certainty.INFERRED, speaker.introduced, rival.number)

    def _resolve(self, mention: Mention, paragraph: Span, scene: Scene) -> Resolved:
        if mention.antecedent is not None:
            found = self._resolve(mention.antecedent, paragraph, scene)
            if found.voice is None:
                return found
            return Resolved(
                found.voice, Certainty.INFERRED, mention.antecedent.span, found.runner_up
            )
        if mention.pronoun is not None:
            return resolve_pronoun(
                self._speakers,
                mention,
                lambda at, want: self._somebody(at, paragraph, want, scene),
            )
        if mention.name is not None:
            speaker = self._speakers.named(mention.name, mention.kind, mention.name_span)
            self._descriptions.link(speaker, mention)
            return self._named(mention, mention.name, speaker)
        if self._cast is not None:
            named = self._cast.epithet(mention, paragraph, scene)
            if named is not None:
                return named
        return self._descriptions.resolve(mention, scene)

    def _somebody(self, at: int, paragraph: Span, want: str, scene: Scene) -> Resolved:
        """Whom he or she ("m", "f") at an offset of a paragraph means."""
        if self._cast is not None:
            return self._cast.somebody(at, paragraph, want, scene)
        return Somebody(self._speakers, scene.silent).resolve(at, paragraph.start, want)
