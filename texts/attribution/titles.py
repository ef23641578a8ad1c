"""Titles: the words that stand before names, and the sex that some of them tell."""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.nouns import ORGANIZATION_NAMES, PERSON_NOUNS

__all__ = [
    "COURTESY",
    "FEMALE",
    "HONORIFICS",
    "MALE",
    "sex_of_noun",
    "spelled_out",
    "without_honorifics",
]

MALE: Final = frozenset(
    """
    mr sir lord king prince duke father brother uncle monsieur m congressman chairman spokesman
    councilman businessman pope imam rabbi man boy husband son grandfather nephew gentleman emperor
    ayatollah don herr signor abbot monk priest landlord lordship lad
    footman waiter policeman schoolmaster godfather stepfather he him his himself
    """.split()
)
FEMALE: Final = frozenset(
    """
    mrs ms miss lady queen princess duchess mother sister aunt madame madam mme mlle mademoiselle
    congresswoman chairwoman spokeswoman councilwoman businesswoman woman girl wife daughter
    grandmother niece actress empress frau signora nun widow landlady ladyship
    mistress lass waitress hostess governess schoolmistress godmother stepmother she her hers herself
    """.split()
)
COURTESY: Final = frozenset(
    """
    mr mrs ms miss dr sir lady lord dame madame madam mme mlle monsieur mademoiselle m herr frau
    professor prof father sister brother aunt uncle captain capt colonel col major maj master
    mistress count countess baron baroness squire inspector sergeant lieutenant general reverend rev
    """.split()
)
"""Titles that a text goes on using with a bare surname."""
HONORIFICS: Final = COURTESY | frozenset(
    """
    fr st saint hon honourable honorable sen senator rep representative gov governor gen lt adm
    admiral cmdr commander cpl corporal sgt president vice-president chancellor premier minister
    secretary ambassador judge justice congressman congresswoman mayor councillor councilman
    councilwoman alderman king queen prince princess duke duchess emperor pope cardinal archbishop
    bishop rabbi imam ayatollah sheikh sheik mullah grand chief officer detective constable
    superintendent sheriff commissioner attorney deputy former then late prime first vice acting
    interim speaker chairman chairwoman chairperson chair director spokesman spokeswoman
    spokesperson candidate nominee coach doctor messrs sahib memsahib effendi señor senor señora
    senora signor signora
    """.split()
)
_SHORT: Final = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "maj": "major",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
}


_SUFFIXES: Final = frozenset("jr sr ii iii iv".split())
_INNER: Final = frozenset(
    """
    gov governor sen senator rep representative congressman congresswoman president chancellor
    premier minister secretary ambassador mayor councilman councilwoman councillor alderman
    chairman chairwoman chairperson director spokesman spokeswoman spokesperson speaker leader whip
    commissioner attorney candidate nominee coach sheriff superintendent detective inspector
    professor manager strategist adviser advisor editor reporter correspondent advocate justice
    treasurer lawmaker delegate activist economist pollster analyst consultant secretary-general
    chief captain sergeant lieutenant mr mrs ms dr
    """.split()
)
"""Titles that other words may stand before: the Ohio Governor, the Senate Minority Whip."""
_CALLINGS: Final = PERSON_NOUNS - {"dean", "guy", "king", "major"}
"""What a sentence may begin with before a name, Actress Ann Lee, and is no first name itself."""
_PARTIES: Final = frozenset("democrat republican libertarian conservative liberal tory".split())
_JOINED: Final = re.compile(r"[A-Z][\w’']+-[a-z]+")
"""Joined words that are no name: Oscar-winner, London-born."""


def spelled_out(title: str) -> str:
    """A title in small letters as its noun: senator for sen; any other as it is."""
    return _SHORT.get(title, title)


def sex_of_noun(noun: str) -> str | None:
    """ "m" or "f" where a noun, a title or a pronoun in small letters tells it by itself."""
    return "m" if noun in MALE else "f" if noun in FEMALE else None


def without_honorifics(name: str) -> str:
    """The name alone: no titles before it, no sign of possession after it.

    What the words of a name show to be an organization keeps them: Justice Department.
    """
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words.pop(0)
    if words and words[-1][-2:] in ("’s", "'s"):
        words[-1] = words[-1][:-2]
    return " ".join(words[_titles_end(words) :])


def _titles_end(words: list[str]) -> int:
    """How many of the words stand before the name."""
    if len(words) < 2:
        return 0
    lows = [word.rstrip(".").lower() for word in words]
    end = 0
    for at in range(len(words) - 1):
        left = len(words) - at - 1
        inner = lows[at] in _INNER or (lows[at] in _PARTIES and left > 1)
        if inner or _JOINED.fullmatch(words[at]):
            end = at + 1
    while end < len(words) - 1 and (
        lows[end] in HONORIFICS or (lows[end] in _CALLINGS and end < len(words) - 2)
    ):
        end += 1
    rest = lows[end:]
    if end and lows[0] in COURTESY:
        return end
    office = all(low in HONORIFICS or low in _SUFFIXES for low in rest)  # Prime Minister
    return 0 if office or any(low in ORGANIZATION_NAMES for low in rest) else end
