"""Relatives: whom "his wife" and "her brother" mean, by name where the text gives one."""

from __future__ import annotations

from typing import Final

from texts.attribution.mentions import Mention
from texts.attribution.speakers import Scene, Speaker, Speakers
from texts.reading import VoiceKind

__all__ = ["KIN", "Relatives"]

KIN: Final[dict[str, str | None]] = {
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
_PLACES: Final = 12
"""So many names before it are looked at for whose wife she is."""


class Relatives:
    """Relatives of the speakers of one text."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._roles: dict[str, Speaker] = {}
        """Relatives known by name, by the word of kinship that meant them last."""

    def resolve(self, mention: Mention, head: str, scene: Scene) -> Speaker | None:
        """ "his wife": Mrs Lee, where he is Mr Lee; otherwise the wife of whoever he is."""
        speakers = self._speakers
        sex = "m" if mention.own == "his" else "f"
        role = "wife" if head == "lady" else head
        owner = self._owner(mention, sex, role, scene)
        if owner is None:
            return self._roles.get(role)
        words = owner.name.split()
        titles = KIN[role]
        courteous = len(words) == 2 and words[0].rstrip(".").lower() in ("mr", "mrs")
        if titles is not None and (courteous or role in ("mother", "father")):
            full = speakers.names.titled(words[-1], titles)
            if full is not None:
                self._roles[role] = speakers.identified(full, VoiceKind.PERSON, mention.span)
                return self._roles[role]
        key = f"{role} of {owner.number}"
        speaker = speakers.described.get(key) or self._roles.get(role)
        if speaker is None:
            speaker = speakers.new(mention.plain, VoiceKind.PERSON, mention.span)
            speaker.described_as(head)
            speakers.described[key] = speaker
            speakers.described.setdefault(speaker.name.lower(), speaker)
        return speaker

    def _owner(self, mention: Mention, sex: str, role: str, scene: Scene) -> Speaker | None:
        """Whose wife she is: of whom she speaks to, of who spoke before, of who is told of."""
        speakers, names = self._speakers, self._speakers.names
        for name in scene.called:
            if speakers.gender(name) == sex:
                return speakers.identified(name, VoiceKind.PERSON, None)
        silent = [speakers[scene.silent]] if scene.silent else []
        for speaker in (*silent, *speakers.last(12)):
            known = speaker.gender or names.gender(speaker.name)
            if known == sex and speaker is not self._roles.get(role):
                return speaker
        for named in names.before(mention.span.start)[:_PLACES]:
            name = names.identity_of(named)
            if not named.quoted and names.gender(name) == sex:
                return speakers.identified(name, VoiceKind.PERSON, named.span)
        return None
