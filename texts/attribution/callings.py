"""Callings: nouns that name a person by work, office or part: a nurse, the driver, one delegate."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.nouns import PERSON_NOUNS
from texts.attribution.titles import FEMALE, MALE

__all__ = ["is_person_noun"]

_MORE_PERSONS: Final = frozenset(
    """
    actor actress singer artist athlete boss cashier chef clerk cook critic cop democrat republican
    diplomat dean driver expert fan guest guide head host judge justice juror king lawmaker lover
    nurse partner patient pilot poet pope priest rabbi relative retiree rival star student survivor
    thief user victim volunteer whistleblower whip agent accountant applicant assistant commandant
    consultant defendant immigrant migrant participant resident tenant veteran colleague delegate
    advocate graduate associate commissioner commander congressman congresswoman creator billionaire
    businessman businesswoman chairperson friend neighbor neighbour fellow cousin detective ally
    executive representative relative native politician governor mayor councilman councilwoman
    general colonel captain sergeant lieutenant pastor bishop guard recruit entrepreneur activist
    another official aide source insider
    """.split()
)
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
    if noun in PERSON_NOUNS or noun in _MORE_PERSONS or noun in MALE or noun in FEMALE:
        return True
    return noun not in _THINGS and _AGENTS.fullmatch(noun) is not None
