"""Callings: nouns that name a person by work, office or part: a nurse, the driver, one delegate."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.nouns import PERSON_NOUNS
from texts.attribution.titles import FEMALE, MALE

__all__ = ["is_person_noun"]

_ONES: Final = frozenset(
    """
    another official aide source insider friend neighbor neighbour fan cousin relative rival partner
    lover guest fellow ally colleague native thief victim star
    """.split()
)
"""Who somebody is to others, or in this matter: no calling."""
_AGENTS: Final = re.compile(
    r"[a-z-]+(?:man|woman|person|ologist|onomist|ivist|rnalist|tegist|alist|ician|arian|eer|yer"
    r"|cher|ster|searcher|dater|pporter|tester|eader|ember|orker|armer|oter|yee|itor|utor|ator|tor"
    r"|essor|visor|viser|cer|ger|oner)"
)
_THINGS: Final = frozenset(
    """
    factor motor sector monitor number member-state letter matter center chapter quarter manner
    banner disaster semester master cluster register poster career human order border danger
    finger trigger hunger passenger-plane charger counter meter filter winter shelter
    doctor-patient vector reactor tractor
    """.split()
)


def is_person_noun(noun: str) -> bool:
    """Whether a noun in small letters, in the singular, names somebody by work, office or part."""
    if noun in PERSON_NOUNS or noun in _ONES or noun in MALE or noun in FEMALE:
        return True
    return noun not in _THINGS and _AGENTS.fullmatch(noun) is not None
