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
    r"[a-z-]+(?:man|woman|person|ician|arian|yee|eer|eader|ember"
    r"|[aeiou]tor|essor|visor|viser|[cgky]er|armer|[aeo]ter|rter|ster|[cr]her|oner"
    r"|mmer|nner|pper|bber|dder)"
)
"""Endings that most often tell who does something, and seldom a thing."""
_NOBODY: Final = frozenset(
    """
    anger banner beaker bigger bladder blister bolster burger calculator cancer career charter
    cheer cluster copper cracker crater danger darker dagger december decker dimmer dinner disaster
    eager easter elevator escalator faster finger fodder forefinger generator ginger glimmer greater
    hamburger hammer header heater hunger indicator inner ladder larger layer locker longer
    manner master meter monitor motor november pepper plaster poker poster prayer
    quarter quicker refrigerator register roster rubber saucer scanner semester september sheer
    shorter sinister slipper smarter soccer sooner steer sticker stronger summer supper sweater
    theater thicker thinner toaster trigger upper warmer water weaker younger zipper
    """.split()
)
"""What ends so and names nobody: things, months, adjectives compared."""
_ACTS: Final = frozenset(
    """
    assist blacklist checklist coexist consist desist enlist insist persist playlist preexist
    resist shortlist subsist
    """.split()
)
"""What ends like a novelist and is none."""


def is_person_noun(noun: str) -> bool:
    """Whether a noun in small letters, in the singular, names somebody by work, office or part."""
    if noun in PERSON_NOUNS or noun in _ONES or noun in MALE or noun in FEMALE:
        return True
    if noun[-3:] == "ist" and len(noun) > 5:
        return noun not in _ACTS
    return noun not in _NOBODY and _AGENTS.fullmatch(noun) is not None


def is_common(word: str) -> bool:
    """Whether a word in small letters is a plural that names nobody: analysts, polls, people."""
    if word in UNNAMED_SOURCES or word in GROUP_NOUNS:
        return True
    return word[-1:] == "s" and (word in DOCUMENT_NOUNS or word[:-1] in PERSON_NOUNS)
