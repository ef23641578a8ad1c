"""Kinds: what sort of speaker the text shows somebody to be; `None` where it does not.

Who is described and not named may be anonymous: "a source", "officials", "one swimmer". "The
mayor" is a person, and "the villagers" are a group: the text could name them.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.callings import is_person_noun
from texts.attribution.first_names import sex_of_first_name
from texts.attribution.names import Names
from texts.attribution.nouns import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    ORGANIZATION_NAMES,
    ORGANIZATION_NOUNS,
    PERSON_NOUNS,
    UNNAMED_SOURCES,
)
from texts.attribution.peoples import is_of_a_people
from texts.attribution.phrases import Range
from texts.attribution.titles import FEMALE, HONORIFICS, MALE, without_honorifics
from texts.attribution.tokens import Tokens
from texts.reading import VoiceKind

__all__ = ["kind_of_description", "kind_of_name", "kind_of_named_phrase"]

_INDEFINITE: Final = frozenset("a an one another some several many few two three four five".split())
_PERSONS: Final = PERSON_NOUNS | MALE | FEMALE | {"who", "whose"}


def kind_of_named_phrase(
    tokens: Tokens, head_start: int, name: Range, end: int
) -> VoiceKind | None:
    """By titles, by words that only organizations have in their names, by the apposition."""
    lows, words = tokens.lows, tokens.words
    if any(
        lows[at].rstrip(".") in HONORIFICS or lows[at] in PERSON_NOUNS
        for at in range(head_start, name[0] + 1)
    ) and (name[1] - name[0] > 1 or name[0] > head_start):
        return VoiceKind.PERSON
    written = " ".join(words[at] for at in range(*name))
    if written != without_honorifics(written):
        return VoiceKind.PERSON
    if any(lows[at].rstrip(".") in ORGANIZATION_NAMES for at in range(*name)):
        return VoiceKind.ORGANIZATION
    apposed = any(lows[at] in _PERSONS for at in range(min(name[1], end), end))
    return VoiceKind.PERSON if apposed else None


def kind_of_description(tokens: Tokens, start: int, head: str, core: int) -> VoiceKind | None:
    """By the head noun, and by whether the phrase introduces somebody without a name."""
    lows, words = tokens.lows, tokens.words
    if head in DOCUMENT_NOUNS:
        return VoiceKind.DOCUMENT
    if head in ORGANIZATION_NOUNS:
        return VoiceKind.ORGANIZATION
    named = any(words[at][0].isupper() for at in range(start + 1, core))
    if head in UNNAMED_SOURCES and not named:
        return VoiceKind.ANONYMOUS
    if is_person_noun(head) or lows[start] == "one" or is_of_a_people(head):
        indefinite = lows[start] in _INDEFINITE and core - start > 1
        if indefinite:
            return VoiceKind.ANONYMOUS
        return (
            VoiceKind.PERSON if lows[start] in ("the", "this", "that") or head in _PERSONS else None
        )
    if head in GROUP_NOUNS or (head[-1:] == "s" and head[-2:] not in ("ss", "’s", "'s")):
        return VoiceKind.GROUP
    return None


def kind_of_name(names: Names, full: str) -> VoiceKind | None:
    """By how the text goes on using a name: he, her, the surname alone; by the first name."""
    words = full.split()
    if names.is_plural(full):
        return VoiceKind.GROUP
    if any(word.lower() in ORGANIZATION_NAMES for word in words):
        return VoiceKind.ORGANIZATION
    if len(words) == 1:
        if len(full) > 1 and full.isupper() and not names.shows_sex(full):
            return VoiceKind.ORGANIZATION
        return VoiceKind.PERSON if names.shows_sex(full) else None
    person = (
        names.shows_sex(full)
        or (len(words) < 4 and names.stands_alone(words[-1]))
        or (len(words) < 4 and sex_of_first_name(words[0]) is not None)
    )
    return VoiceKind.PERSON if person else None
