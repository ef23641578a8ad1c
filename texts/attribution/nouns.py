"""Nouns that say what sort of speaker somebody is: document, organization, group, person."""

from __future__ import annotations

from typing import Final

__all__ = [
    "DOCUMENT_NOUNS",
    "GROUP_NOUNS",
    "ORGANIZATION_NAMES",
    "ORGANIZATION_NOUNS",
    "ORGANIZATION_WORDS",
    "PERSON_NOUNS",
    "UNNAMED_SOURCES",
]

DOCUMENT_NOUNS: Final = frozenset(
    """
    report statement study document letter poll survey memo memorandum filing paper article review
    analysis audit dossier bulletin lawsuit complaint indictment affidavit petition resolution
    ruling judgment verdict order decree manifesto release website site e-mail copy message post tweet email transcript
    book census figures data results returns records documents polls reports studies findings
    editorial op-ed column history card label note diary minutes leaflet guide brochure communique communiqué notice bill law constitution treaty
    invoice receipt contract agreement
    """.split()
)
ORGANIZATION_NOUNS: Final = frozenset(
    """
    organization organisation group company agency committee party ministry department council
    association union commission court campaign government administration firm bank university
    institute foundation network newspaper paper magazine outlet channel station league federation
    coalition charity nonprofit body board bureau corporation office panel team club school college
    church police army military parliament congress senate house embassy authority watchdog
    think-tank trust publisher broadcaster society center centre
    """.split()
)
ORGANIZATION_NAMES: Final = frozenset(
    """
    international inc corp co ltd llc plc group company foundation institute university college
    committee commission council ministry department agency association organization organisation
    party union bank court office bureau society federation league network times post journal
    gazette herald tribune news press radio tv television magazine observatory watch center centre
    coalition campaign alliance fund trust church school hospital police parliament congress senate
    nations conference board administration service services project
    """.split()
)
"""Words that only names of organizations hold."""
ORGANIZATION_WORDS: Final = ORGANIZATION_NAMES | ORGANIZATION_NOUNS
"""Words that show whoever is called by them to be an organization."""
GROUP_NOUNS: Final = frozenset(
    "people police men women children majority group crowd couple pair".split()
)
UNNAMED_SOURCES: Final = frozenset(
    """
    source sources official officials aide aides adviser advisers advisor advisors insider insiders
    witness witnesses observers critics analysts experts some many others
    """.split()
)
PERSON_NOUNS: Final = frozenset(
    """
    spokesman spokeswoman spokesperson secretary president minister director chairman chairwoman
    chief head leader member founder lawyer attorney officer senator governor mayor professor
    doctor author writer reporter editor analyst economist judge teacher student candidate nominee
    secretary-general ambassador manager executive owner engineer nurse farmer witness resident
    actor actress singer artist athlete boss cashier chef clerk cook critic cop democrat
    republican diplomat dean driver expert guide host justice juror king lawmaker patient pilot
    poet pope priest rabbi retiree survivor user volunteer whistleblower whip agent accountant
    applicant assistant commandant consultant defendant immigrant migrant participant tenant
    veteran delegate advocate graduate associate commissioner commander congressman congresswoman
    creator billionaire businessman businesswoman chairperson detective representative politician
    councilman councilwoman general colonel captain sergeant lieutenant pastor bishop guard
    recruit entrepreneur activist waiter waitress
    """.split()
)
