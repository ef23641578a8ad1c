"""Voices: whom a mention means, through names, pronouns and descriptions, and how surely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from texts.attribution.antecedents import (
    SUBJECT_WEIGHT,
    Candidate,
    antecedents,
    weight_of_place,
)
from texts.attribution.mentions import FEMALE, MALE, Mention, without_honorifics
from texts.attribution.names import Names
from texts.attribution.words import DET, TAGS
from texts.document import Span
from texts.reading import AUTHOR, Certainty, Voice, VoiceKind

__all__ = ["Resolved", "Scene", "Voices"]

_FIRST_PERSON: Final = frozenset("i we me us".split())
_SINGULAR: Final = {"he": "m", "him": "m", "she": "f", "her": "f"}
_SOMEBODY: Final = frozenset("someone somebody everyone everybody".split())
_KIN: Final[dict[str, str | None]] = {
    "wife": "mrs",
    "husband": "mr",
    "mother": "mrs",
    "father": "mr",
    "sister": None,
    "brother": None,
    "daughter": None,
    "son": None,
    "aunt": None,
    "uncle": None,
    "lady": "mrs",
}
"""Words of kinship, and the title by which a text may call that relative."""
_UNNAMED: Final = 1.0
"""How much it speaks against somebody to be described, not named."""
_JUST_SPOKE: Final = 8.0
"""How much it speaks against somebody in a conversation to have spoken just before."""
_CALLED: Final = 9.0
"""How much it speaks against somebody to be spoken to by name in the very words."""
_ASKED: Final = 4.0
"""How much it speaks for somebody to have been spoken to in the words before."""
_DESCRIBED_BACK: Final = 700
_BACK: Final = 3000
"""How far back, in characters, a description looks for what it describes."""
_PLACES: Final = 12
"""And at how many places."""
_OWNED: Final = re.compile(
    r"[A-Z][\w-]*(?:\s(?:(?:of|and|for)\s)?[A-Z][\w-]*)*[’']s?\s(?:[\w-]+\s){0,2}$"
)
_POSSESSIVE: Final = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}\S*$")
_WORD: Final = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a conversation tells of whoever speaks next."""

    silent: int | None = None
    """The voice that has just spoken, and should rather not be meant."""
    called: frozenset[str] = frozenset()
    """The fullest names of those to whom the words speak."""
    asked: frozenset[str] = frozenset()
    """Those to whom the words before spoke."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a mention means."""

    voice: int | None
    certainty: Certainty
    basis: Span | None = None
    runner_up: int | None = None


@dataclass(slots=True, eq=False)
class _Speaker:
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

    def voice(self, forms: Iterable[str]) -> Voice:
        """The finished voice; `forms` are the ways in which the text writes its name."""
        names = tuple(dict.fromkeys(n for n in (*forms, *self.names) if n != self.name))
        return Voice(self.number, self.name, self.kind, names, self.introduced, self.speaks_for)


class Voices:
    """The voices of one text, made as their mentions are resolved in order."""

    def __init__(self, names: Names, *, story: bool = False) -> None:
        """`story`: whoever says "I" in the narration is a person of the story."""
        self._names = names
        self._story = story
        self._narrator: _Speaker | None = None
        self._text = names.text
        self._speakers: list[_Speaker] = []
        self._by_name: dict[str, _Speaker] = {}
        self._described: dict[str, _Speaker] = {}
        self._history: list[_Speaker] = []
        self._roles: dict[str, _Speaker] = {}
        """Relatives known by name, by the word of kinship that meant them last."""
        self._scene = Scene()
        self._candidates: dict[str, _Speaker] = {}
        """Persons described in the narration, by their description; no voices yet."""

    def all(self) -> tuple[Voice, ...]:
        """The author first, then everybody in the order in which they were first resolved."""
        forms = self._names.forms()
        return AUTHOR, *(speaker.voice(forms.get(speaker.name, ())) for speaker in self._speakers)

    def resolve(
        self, mention: Mention, paragraph: Span, outer: int, scene: Scene | None = None
    ) -> Resolved:
        """Whom `mention`, which stands in `paragraph` and in the words of voice `outer`, means.

        `scene` tells who takes part in the conversation that it belongs to.
        """
        self._scene = scene or Scene()
        found = self._resolve(mention, paragraph)
        if mention.pronoun in _FIRST_PERSON and found.voice == 0:
            if self._story and not outer and mention.pronoun == "i":
                return Resolved(self.narrator(), Certainty.EXPLICIT)
            found = Resolved(outer, Certainty.INFERRED if outer else Certainty.EXPLICIT)
        if found.voice:
            speaker = self._speakers[found.voice - 1]
            speaker.last = mention.span
            if mention.name is not None:
                speaker.names.setdefault(" ".join(mention.name.split()))
            elif mention.pronoun is None and mention.kind is not VoiceKind.DOCUMENT:
                speaker.names.setdefault(_tidy(mention))
            if not (self._story and self._names.in_marks(mention.span.start)):
                self._history.append(speaker)
        return found

    def narrator(self) -> int:
        """The voice of whoever tells the story as "I"."""
        if self._narrator is None:
            self._narrator = self._new("the narrator", VoiceKind.PERSON, None)
        return self._narrator.number

    def person(self, name: str, at: Span) -> int:
        """The voice of a person named at a place, by the fullest name."""
        return self._identified(name, VoiceKind.PERSON, at).number

    def name_of(self, number: int) -> str:
        """What a voice is called."""
        return self._speakers[number - 1].name

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
        written = " ".join(name.split())
        plain = without_honorifics(written)
        title = written[: len(written) - len(plain)].strip() if written.endswith(plain) else ""
        return self._identified(self._names.identity(plain, title), kind, at)

    def _identified(self, full: str, kind: VoiceKind | None, at: Span | None) -> _Speaker:
        speaker = self._by_name.get(full.lower())
        if speaker is None:
            speaker = self._new(full, kind, self._names.first_place(full) or at)
            self._by_name[full.lower()] = speaker
        if speaker.kind is None:
            speaker.kind = kind
        return speaker

    def _new(self, name: str, kind: VoiceKind | None, at: Span | None) -> _Speaker:
        speaker = _Speaker(len(self._speakers) + 1, name, kind, at)
        self._speakers.append(speaker)
        return speaker

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
        if pronoun in _SOMEBODY:
            speaker = self._described.get(pronoun)
            if speaker is None:
                speaker = self._new(mention.words, VoiceKind.ANONYMOUS, mention.span)
                self._described[pronoun] = speaker
            return Resolved(speaker.number, Certainty.EXPLICIT)
        return Resolved(None, Certainty.UNRESOLVED)

    def _person(self, mention: Mention, paragraph: Span, want: str) -> Resolved:
        """He or she: the best of the names and speakers before it, and the one that came second."""
        ranked = antecedents(
            self._names,
            mention.span.start,
            paragraph.start,
            want,
            self._gender,
            self._is_person,
            self._spoke(mention.span.start),
            self._bias,
        )
        if not ranked:
            return Resolved(None, Certainty.UNRESOLVED)
        chosen = self._known(ranked[0].name) or self._introduce(ranked[0])
        rivals = (self._known(candidate.name) for candidate in ranked[1:])
        rival = next((s.number for s in rivals if s is not None and s is not chosen), None)
        return Resolved(chosen.number, Certainty.INFERRED, ranked[0].span, rival)

    def _bias(self, name: str) -> float:
        """What the conversation says for or against somebody."""
        known = self._known(name)
        number = known.number if known is not None else None
        weight = 0.0
        if number and number == self._scene.silent:
            weight -= _JUST_SPOKE
        if name in self._scene.called:
            weight -= _CALLED
        if name in self._scene.asked:
            weight += _ASKED
        return weight

    def _spoke(self, offset: int) -> Iterator[tuple[str, Span, float]]:
        """The last speakers, with what speaks for each going on."""
        for span, noun, sex in self._names.described_before(offset, _DESCRIBED_BACK)[:3]:
            words = " ".join(span.of(self._text).split())
            known = self._described.get(words.lower())
            holder = self._names.holder(noun) if self._story else None
            if holder is None and known is None:
                known = _Speaker(0, words, VoiceKind.PERSON, span, gender=sex)
                self._candidates[words.lower()] = known
            name = holder or (known.name if known is not None else words)
            yield name, span, weight_of_place(self._text, span) - _UNNAMED
        for back, speaker in enumerate(reversed(self._history[-6:])):
            if speaker.last is not None and self._may_be_somebody(speaker):
                yield speaker.name, speaker.last, SUBJECT_WEIGHT + max(0.0, 4.0 - 2 * back)

    def _may_be_somebody(self, speaker: _Speaker) -> bool:
        """Whether he or she can mean a speaker: a person, a name, or "an employee" at least."""
        low = speaker.name.lower()
        known = speaker.kind is VoiceKind.PERSON or low in self._by_name
        return known or low.startswith(("a ", "an "))

    def _by_office(self, noun: str) -> _Speaker | None:
        """Dr Lee, where "the doctor" can mean nobody else."""
        holder = self._names.holder(noun) if self._story else None
        return self._identified(holder, VoiceKind.PERSON, None) if holder is not None else None

    def _introduce(self, candidate: Candidate) -> _Speaker:
        """A voice for somebody a pronoun means, and who has not spoken yet."""
        described = self._candidates.get(candidate.name.lower())
        if described is None:
            return self._identified(candidate.name, VoiceKind.PERSON, candidate.span)
        speaker = self._new(described.name, VoiceKind.PERSON, described.introduced)
        speaker.gender = described.gender
        self._described[described.name.lower()] = speaker
        *modifiers, head = described.name.lower().split()[1:]
        self._described[" ".join([*sorted(modifiers), head, ""])] = speaker
        return speaker

    def _known(self, name: str) -> _Speaker | None:
        low = name.lower()
        return self._by_name.get(low) or self._described.get(low)

    def _gender(self, name: str) -> str | None:
        known = self._known(name) or self._candidates.get(name.lower())
        return (known.gender if known is not None else None) or self._names.gender(name)

    def _is_person(self, name: str) -> bool | None:
        known = self._known(name)
        if known is None or known.kind is None:
            return None
        return known.kind is VoiceKind.PERSON

    def _sex(self, speaker: _Speaker) -> str | None:
        return speaker.gender or self._names.gender(speaker.name)

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
        alone = mention.definite and mention.owner is None and mention.own is None
        if mention.kind is VoiceKind.DOCUMENT and mention.definite:
            issued = self._issuer(mention, head)
            if issued is not None:
                return issued
        if alone and mention.kind is VoiceKind.ORGANIZATION:
            found = self._nearest_organization()
            if found is not None:
                return found
        if alone and not mention.modifiers:
            holder = self._by_office(head)
            if holder is not None:
                return Resolved(holder.number, Certainty.INFERRED, holder.introduced)
        if mention.own in ("his", "her") and head in _KIN:
            relative = self._kin(mention, head)
            if relative is not None:
                return Resolved(relative.number, Certainty.INFERRED, relative.introduced)
        key = " ".join([*sorted(mention.modifiers), head, mention.owner or mention.own or ""])
        known = self._described.get(key)
        if known is not None:
            return Resolved(known.number, Certainty.INFERRED, known.introduced)
        speaker: _Speaker | None = None
        certainty, basis = Certainty.EXPLICIT, None
        if alone and mention.modifiers:
            basis = self._earlier_phrase(mention, head)
            if basis is not None:
                speaker = self._phrase(basis, mention.kind)
                certainty = Certainty.INFERRED
        if speaker is None:
            speaker = self._new(_tidy(mention), mention.kind, mention.span)
            speaker.gender = "m" if head in MALE else "f" if head in FEMALE else None
            self._described[speaker.name.lower()] = speaker
            self._link(speaker, mention)
        self._described[key] = speaker
        return Resolved(speaker.number, certainty, basis)

    def _kin(self, mention: Mention, head: str) -> _Speaker | None:
        """ "his wife": Mrs Lee, where he is Mr Lee; otherwise the wife of whoever he is."""
        sex = "m" if mention.own == "his" else "f"
        role = "wife" if head == "lady" else head
        owner = self._owner(mention, sex, role)
        if owner is None:
            return self._roles.get(role)
        words = owner.name.split()
        titles = _KIN[role]
        courteous = len(words) == 2 and words[0].rstrip(".").lower() in ("mr", "mrs")
        if titles is not None and (courteous or role in ("mother", "father")):
            full = self._names.titled(words[-1], titles)
            if full is not None:
                self._roles[role] = self._identified(full, VoiceKind.PERSON, mention.span)
                return self._roles[role]
        key = f"{role} of {owner.number}"
        speaker = self._described.get(key) or self._roles.get(role)
        if speaker is None:
            speaker = self._new(_tidy(mention), VoiceKind.PERSON, mention.span)
            speaker.gender = "m" if head in MALE else "f" if head in FEMALE else None
            self._described[key] = speaker
        return speaker

    def _owner(self, mention: Mention, sex: str, role: str) -> _Speaker | None:
        """Whose wife she is: of whom she speaks to, of who spoke before, of who is told of."""
        for name in self._scene.called:
            if self._gender(name) == sex:
                return self._identified(name, VoiceKind.PERSON, None)
        last = self._scene.silent
        silent = [self._speakers[last - 1]] if last else []
        for speaker in (*silent, *reversed(self._history[-12:])):
            if self._sex(speaker) == sex and speaker is not self._roles.get(role):
                return speaker
        for named in self._names.before(mention.span.start)[:_PLACES]:
            name = self._names.identity_of(named)
            if not named.quoted and self._names.gender(name) == sex:
                return self._identified(name, VoiceKind.PERSON, named.span)
        return None

    def _issuer(self, mention: Mention, head: str) -> Resolved | None:
        """The organisation that issued "the report": that whose report was spoken of last."""
        if mention.owner is not None:
            owner, basis = self._named(mention.owner, None, None), None
        else:
            basis = self._last_owner(mention.span.start, head)
            if basis is None:
                return None
            owner = self._named(_POSSESSIVE.sub("", basis.of(self._text)), None, None)
        if owner.kind is None:
            owner.kind = VoiceKind.ORGANIZATION
        self._document(mention, head).speaks_for = owner.number
        return Resolved(owner.number, Certainty.INFERRED, basis or owner.introduced)

    def _last_owner(self, before: int, head: str) -> Span | None:
        """ "Amnesty’s annual report", the last before an offset, for the head "report"."""
        for at in self._places(head, before):
            start = max(0, at - 80)
            owned = _OWNED.search(self._text, start, at)
            if owned is not None:
                return Span(owned.start(), at + len(head))
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

    def _document(self, mention: Mention, head: str) -> _Speaker:
        document = self._described.get("document " + head)
        if document is None:
            document = self._new(_tidy(mention), VoiceKind.DOCUMENT, mention.span)
            self._described["document " + head] = document
        else:
            document.names.setdefault(_tidy(mention))
        return document

    def _nearest_organization(self) -> Resolved | None:
        rivals = [s for s in reversed(self._history[-20:]) if s.kind is VoiceKind.ORGANIZATION]
        if not rivals:
            return None
        other = next((s.number for s in rivals if s is not rivals[0]), None)
        return Resolved(rivals[0].number, Certainty.INFERRED, rivals[0].last, other)

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
            if keep[-1].group().lower() in ("the", "these", "those", "this", "that"):
                continue
            return Span(keep[-1].start(), at + len(head))
        return None

    def _phrase(self, span: Span, kind: VoiceKind | None) -> _Speaker:
        name = " ".join(span.of(self._text).split())
        speaker = self._described.get("phrase " + name.lower())
        if speaker is None:
            speaker = self._new(name, kind, span)
            self._described["phrase " + name.lower()] = speaker
        return speaker


def _tidy(mention: Mention) -> str:
    return " ".join(mention.words.split())
