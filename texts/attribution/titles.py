"""Titles: the words that stand before names, and the sex that some of them tell."""

from __future__ import annotations

from typing import Final

__all__ = ["COURTESY", "FEMALE", "HONORIFICS", "MALE", "without_honorifics"]

MALE: Final = frozenset(
    """
    mr sir lord king prince duke father brother uncle monsieur m congressman chairman spokesman
    councilman businessman pope imam rabbi man boy husband son grandfather nephew gentleman emperor
    ayatollah don herr signor abbot monk father priest he him his himself
    """.split()
)
FEMALE: Final = frozenset(
    """
    mrs ms miss lady queen princess duchess mother sister aunt madame madam mme mlle mademoiselle
    congresswoman chairwoman spokeswoman councilwoman businesswoman woman girl wife daughter
    grandmother niece actress empress frau signora nun widow she her hers herself
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
HONORIFICS: Final = frozenset(
    """
    mr mrs ms miss dr sir lady lord dame madame madam mme mlle monsieur mademoiselle m herr frau
    prof professor rev reverend fr father sister brother aunt uncle st saint hon honourable honorable
    sen senator rep representative gov governor gen general lt lieutenant col colonel capt captain
    sgt sergeant maj major adm admiral cmdr commander cpl corporal president vice-president
    chancellor premier minister secretary ambassador judge justice congressman congresswoman mayor
    councillor councilman councilwoman alderman king queen prince princess duke duchess count
    countess baron baroness emperor pope cardinal archbishop bishop rabbi imam ayatollah sheikh
    sheik mullah grand chief officer detective inspector constable superintendent sheriff
    commissioner attorney deputy former then late prime first vice acting interim speaker chairman
    chairwoman chairperson chair director spokesman spokeswoman spokesperson candidate nominee coach
    doctor master mistress squire messrs
    """.split()
)


def without_honorifics(name: str) -> str:
    """The name alone: no titles before it, no sign of possession after it."""
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words.pop(0)
    while len(words) > 1 and words[0].rstrip(".").lower() in HONORIFICS:
        words.pop(0)
    if words and words[-1][-2:] in ("’s", "'s"):
        words[-1] = words[-1][:-2]
    return " ".join(words)
