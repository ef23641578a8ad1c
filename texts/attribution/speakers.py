"""Speakers: the voices of one text in the making, by name and by description, and who spoke last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from texts.attribution.kinds import kind_of_name
from texts.attribution.name_forms import forms_of, usual_forms
from texts.attribution.names import Names
from texts.attribution.passersby import Passersby
from texts.attribution.titles import sex_of_noun, without_honorifics
from texts.attribution.trace import Trace
from texts.document import Span
from texts.reading import AUTHOR, Certainty, Voice, VoiceKind

__all__ = ["Resolved", "Scene", "Speaker", "Speakers"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a conversation tells of whoever speaks next."""

    silent: int | None = None
    """The voice that has just spoken, and should rather not be meant."""
    called: frozenset[str] = frozenset()
    """The fullest names of those to whom the words speak."""
    asked: frozenset[str] = frozenset()
    """Those to whom the words before spoke."""
    following: str | None = None
    """Who is named as the speaker of the turn after this."""
    turns: Mapping[str, float] | None = None
    """By name, how much the order of the turns so far speaks for somebody."""
    near: int | None = None
    """Where the paragraph begins, or the narration that leads to it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a mention means."""

    voice: int | None
    certainty: Certainty
    basis: Span | None = None
    runner_up: int | None = None


@dataclass(slots=True, eq=False)
class Speaker:
    """A voice in the making."""

    number: int
    name: str
    kind: VoiceKind | None
    introduced: Span | None
    names: dict[str, None] = field(default_factory=dict)
    speaks_for: int | None = None
    last: Span | None = None
    gender: str | None = None
    """Of a description: "the woman"; a name's is known from the text."""
    head: str | None = None
    """The noun of a description."""

    def voice(self, forms: Iterable[str], name: str) -> Voice:
        """The finished voice, called `name`; `forms` are the ways in which the text writes it."""
        names = tuple(dict.fromkeys(n for n in (self.name, *forms, *self.names) if n != name))
        return Voice(self.number, name, self.kind, names, self.introduced, self.speaks_for)

    def described_as(self, head: str) -> None:
        """Takes the noun, and the sex that it tells: the woman, his son."""
        self.head = head
        self.gender = sex_of_noun(head)


class Speakers:
    """Everybody who has been resolved so far, in order; numbers count from 1."""

    def __init__(self, names: Names, trace: Trace | None = None) -> None:
        self.names = names
        self.trace = trace
        """Takes notes of who is weighed, if anybody wants to know."""
        self.text = names.text
        self.passersby = Passersby(names.text)
        self._all: list[Speaker] = []
        self._by_name: dict[str, Speaker] = {}
        self.described: dict[str, Speaker] = {}
        """Those whom the text describes and does not name, by keys of their descriptions."""
        self.candidates: dict[str, Speaker] = {}
        """Persons described in the narration, by their description; no voices yet."""
        self._history: list[Speaker] = []

    def __getitem__(self, number: int) -> Speaker:
        return self._all[number - 1]

    def voices(self, *, story: bool) -> tuple[Voice, ...]:
        """The author first, then everybody in the order in which they were first resolved.

        In a story they bear the names that it mostly uses.
        """
        forms = forms_of(self.names)
        for speaker in self._by_name.values():
            if speaker.kind is None:
                speaker.kind = kind_of_name(self.names, speaker.name)
        usual = usual_forms(self.names) if story else {}
        return AUTHOR, *(
            speaker.voice(forms.get(speaker.name, ()), usual.get(speaker.name, speaker.name))
            for speaker in self._all
        )

    def new(self, name: str, kind: VoiceKind | None, at: Span | None) -> Speaker:
        """One more, first met at a place."""
        speaker = Speaker(len(self._all) + 1, name, kind, at)
        self._all.append(speaker)
        return speaker

    def named(self, name: str, kind: VoiceKind | None, at: Span | None) -> Speaker:
        """Whom the text calls `name` at a place, titles and all."""
        return self.identified(self.full_name(name), kind, at)

    def full_name(self, name: str) -> str:
        """The fullest name that the text has for whom it calls `name`, titles and all."""
        written = " ".join(name.split())
        plain = without_honorifics(written)
        title = written[: len(written) - len(plain)].strip() if written.endswith(plain) else ""
        return self.names.identity(plain, title)

    def identified(self, full: str, kind: VoiceKind | None, at: Span | None) -> Speaker:
        """Who has this fullest name."""
        speaker = self._by_name.get(full.lower())
        if speaker is None:
            speaker = self.new(full, kind, self.names.first_place(full) or at)
            self._by_name[full.lower()] = speaker
        if speaker.kind is None:
            speaker.kind = kind
        return speaker

    def known(self, name: str) -> Speaker | None:
        """Who has this name or description, if they are a voice already."""
        low = name.lower()
        return self._by_name.get(low) or self.described.get(low)

    def first_but(self, chosen: Speaker, names: Iterable[str]) -> int | None:
        """The first voice of those with these names or descriptions that is not `chosen`."""
        known = map(self.known, names)
        return next((s.number for s in known if s is not None and s is not chosen), None)

    def is_named(self, speaker: Speaker) -> bool:
        """Whether a speaker has a name."""
        return speaker.name.lower() in self._by_name

    def gender(self, name: str) -> str | None:
        """ "m" or "f" for a name or a description, if anything shows it."""
        low = name.lower()
        known = self._by_name.get(low) or self.described.get(low) or self.candidates.get(low)
        return (known.gender if known is not None else None) or self.names.gender(name)

    def is_person(self, name: str) -> bool | None:
        """Whether a name or a description is a person's, if that is known."""
        known = self.known(name)
        if known is None or known.kind in (None, VoiceKind.ANONYMOUS):
            return None
        return known.kind is VoiceKind.PERSON

    def spoke(self, speaker: Speaker) -> None:
        """Notes who speaks now."""
        self._history.append(speaker)

    def spoken(self) -> int:
        """How often anybody has spoken."""
        return len(self._history)

    def last(self, count: int) -> list[Speaker]:
        """Who spoke the last `count` times, the latest first."""
        return self._history[: -count - 1 : -1]
