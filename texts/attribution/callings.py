"""Callings: nouns that name a person by work, office or part: a nurse, the driver, one delegate."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.nouns import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    UNNAMED_SOURCES,
)
from texts.attribution.titles import FEMALE, MALE

__all__ = ["is_common", "is_person_noun"]

_ONES: Final = frozenset(
    """
    another official aide source insider friend neighbor neighbour fan cousin relative rival partner
    lover guest fellow ally colleague native thief victim star
    """.split()
)
"""Who somebody is to others, or in this matter: no calling."""
_AGENTS: Final = re.compile(
    r"[a-z-]+(?:man|woman|person|ologist|onomist|ivist|alist|egist|ician|arian|yee|eer|eader|ember"
    r"|[aeiou]tor|itor|essor|visor|viser|[cgky]er|orker|armer|[aeo]ter|ester|rter|ster|[cr]her|oner"
    r"|mmer|nner|pper|bber|gger|dder)"
)
"""Endings that most often tell who does something, and seldom a thing."""
_THINGS: Final = frozenset(
    """
    banner bladder border butter career center charter chapter cluster computer copper
    counter danger decker dinner disaster filter finger hammer hunger ladder letter
    master matter meter monitor order paper pepper poster quarter reactor register
    rubber semester shelter slipper summer supper theater tractor trigger upper
    water winter
    """.split()
)


_ACTS: Final = frozenset(
    """
    assist blacklist checklist coexist consist desist enlist exist insist persist playlist preexist
    resist shortlist subsist twist waist whist wrist
    """.split()
)
"""What ends like a novelist and is none."""


def is_person_noun(noun: str) -> bool:
    """Whether a noun in small letters, in the singular, names somebody by work, office or part."""
    if noun in PERSON_NOUNS or noun in _ONES or noun in MALE or noun in FEMALE:
        return True
    if noun[-3:] == "ist" and len(noun) > 5:
        return noun not in _ACTS
    return noun not in _THINGS and _AGENTS.fullmatch(noun) is not None


def is_common(word: str) -> bool:
    """Whether a word in small letters is a plural that names nobody: analysts, polls, people."""
    if word in UNNAMED_SOURCES or word in GROUP_NOUNS:
        return True
    return word[-1:] == "s" and (word in DOCUMENT_NOUNS or word[:-1] in PERSON_NOUNS)
