"""Mentions: the words that name a source, taken apart into name, description, owner and kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from texts.attribution.phrases import Range
from texts.attribution.subjects import subject_before
from texts.attribution.tokens import Tokens
from texts.attribution.words import DET, OBJECT, POSS, PREP, PUNCT, QUOTE, REL, SUBJECT
from texts.document import Span
from texts.reading import VoiceKind

__all__ = [
    "COURTESY",
    "DOCUMENT_NOUNS",
    "FEMALE",
    "HONORIFICS",
    "MALE",
    "ORGANIZATION_NAMES",
    "ORGANIZATION_NOUNS",
    "Mention",
    "can_speak",
    "label_mention",
    "mention_of",
    "without_honorifics",
]  # fmt: skip

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
DOCUMENT_NOUNS: Final = frozenset(
    """
    report statement study document letter poll survey memo memorandum filing paper article review
    analysis audit dossier bulletin lawsuit complaint indictment affidavit petition resolution
    ruling judgment verdict order decree manifesto release website site post tweet email transcript
    book survey census figures data results returns records documents polls reports studies findings
    editorial op-ed column history card label note diary minutes leaflet guide brochure communique communiqué notice bill law constitution treaty
    """.split()
)
ORGANIZATION_NOUNS: Final = frozenset(
    """
    organization organisation group company agency committee party ministry department council
    association union commission court campaign government administration firm bank university
    institute foundation network newspaper paper magazine outlet channel station league federation
    coalition charity nonprofit body board bureau corporation office panel team club school college
    church police army military parliament congress senate house embassy authority watchdog
    think-tank publisher broadcaster society center centre
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
_GROUP_NOUNS: Final = frozenset(
    "people police men women children majority group crowd couple pair".split()
)
_SOURCES: Final = frozenset(
    """
    source sources official officials aide aides adviser advisers advisor advisors insider insiders
    witness witnesses observers critics analysts experts some many others
    """.split()
)
_PERSON_NOUNS: Final = frozenset(
    """
    spokesman spokeswoman spokesperson secretary president minister director chairman chairwoman
    chief head leader member founder lawyer attorney officer senator governor mayor professor doctor
    author writer reporter editor analyst economist judge teacher student candidate nominee
    secretary-general ambassador manager executive owner engineer nurse farmer witness resident
    """.split()
)
_JOINERS: Final = frozenset(
    "of de la van von der den al el bin ibn da di du le the and & for".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What the words of a source say of whom they name."""

    span: Span
    words: str
    pronoun: str | None
    """The pronoun in small letters, if it is nothing else."""
    name: str | None
    """The proper name that is the head of the phrase, honorifics and all."""
    name_span: Span | None
    head: str | None
    """The head noun of a description, in small letters."""
    modifiers: frozenset[str]
    """The other words of a description, in small letters."""
    definite: bool
    owner: str | None
    """The name in "Amnesty’s report", "a spokesman for Amnesty"."""
    own: str | None
    """The possessive pronoun in "his lawyer"."""
    kind: VoiceKind | None
    antecedent: Mention | None = None
    """What a relative pronoun stands for."""

    @property
    def may_be_person(self) -> bool:
        """Whether it can be a single person: he, Ann Lee, the boy."""
        if self.pronoun is not None:
            return self.pronoun in ("he", "she", "i", "who")
        if self.kind is VoiceKind.PERSON:
            return True
        return self.name is not None and self.kind is None


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


def mention_of(tokens: Tokens, first: int, found: Range) -> Mention:
    """Take the source range `found` apart; its sentence begins at token `first`."""
    start, end = found
    tags, lows, words = tokens.tags, tokens.lows, tokens.words
    span = tokens.span(start, end)
    text = tokens.text[span.start : span.end]
    if end - start == 1 and tags[start] & (SUBJECT | OBJECT | REL) and not tags[start] & QUOTE:
        antecedent: Mention | None = None
        if tags[start] & REL:
            edge = start - 1 if start > first and lows[start - 1] in (",", "—", "–") else start
            before = subject_before(tokens, first, edge)
            if before is not None and before[1] <= start:
                antecedent = mention_of(tokens, first, before)
        return _pronoun(span, text, lows[start], antecedent)
    if end - start == 1 and lows[start] in _OWNERS:
        return _pronoun(span, text, _OWNERS[lows[start]])
    core_end = _core_end(tokens, start, end)
    owner, own, head_start = _owner(tokens, start, core_end)
    head_end = _head_end(tokens, head_start, core_end)
    name_range = _name_range(tokens, head_start, head_end, core_end)
    if name_range is None and core_end < end and lows[core_end] == ",":
        # "a spokesman, John Lee": the apposition has the name
        following = core_end + 1
        if following < end and words[following][0].isupper():
            close = _core_end(tokens, following, end)
            inner = _head_end(tokens, following, close)
            name_range = _name_range(tokens, following, inner, close)
    name = name_span = None
    if name_range is not None:
        name_span = tokens.span(*name_range)
        name = tokens.text[name_span.start : name_span.end]
    head = lows[head_end - 1] if head_end > head_start else None
    modifiers = frozenset(
        lows[at] for at in range(head_start, head_end - 1) if not tags[at] & (DET | POSS | PUNCT)
    )
    definite = head_start > start or lows[start] in ("the", "this", "that", "these", "those")
    if owner is None and name is None:
        owner = _for_whom(tokens, head_end, core_end)
        if owner is None and core_end + 1 < end and lows[core_end + 1] == "by":
            owner = _for_whom(tokens, core_end + 1, end)  # the report, by the surveyors Lee and Ray
    if owner is None and name is not None:
        owner = _office_of(tokens, core_end, end)
    kind = _kind(tokens, start, head_start, head_end, core_end, end, name_range)
    return Mention(span, text, None, name, name_span, head, modifiers, definite, owner, own, kind)


_OWNERS: Final = {
    "his": "he",
    "her": "she",
    "their": "they",
    "its": "it",
    "my": "i",
    "our": "we",
}
"""Whose claim it is, where the source is "her" in "her claim that"."""


def _pronoun(span: Span, words: str, pronoun: str, antecedent: Mention | None = None) -> Mention:
    return Mention(
        span, words, pronoun, None, None, None, frozenset(), False, None, None, None, antecedent
    )


def label_mention(text: str, label: Span) -> Mention:
    """A transcript's label as a mention: a name, or Q and A."""
    words = label.of(text)
    bracket = words.find("(")
    name = words[:bracket].rstrip() if bracket > 0 else words
    spelled = " ".join(
        word if len(word) < 2 or not word.isupper() else word[0] + word[1:].lower()
        for word in name.split()
    )
    return Mention(
        label, words, None, spelled, label, None, frozenset(), True, None, None, VoiceKind.PERSON
    )


def _core_end(tokens: Tokens, start: int, end: int) -> int:
    depth = 0
    for at in range(start, end):
        low = tokens.lows[at]
        if low == "(":
            depth += 1
        elif low == ")":
            depth -= 1
        elif (
            at > start
            and depth <= 0
            and (
                low in (",", ";", "—", "–")
                or (tokens.tags[at] & REL and not tokens.tags[at] & POSS)
            )
        ):
            return at
    return end


def _owner(tokens: Tokens, start: int, end: int) -> tuple[str | None, str | None, int]:
    """Whose it is, and where the phrase goes on after that."""
    for at in range(end - 1, start, -1):
        if tokens.lows[at] in ("'s", "'") and at + 1 < end:
            low = start
            while low < at - 1 and not tokens.words[low][0].isupper():
                low += 1
            if tokens.words[low][0].isupper():
                span = tokens.span(low, at)
                return tokens.text[span.start : span.end], None, at + 1
            return None, None, at + 1
    tag = tokens.tags[start]
    if tag & POSS and tag & DET and start + 1 < end:
        return None, tokens.lows[start], start + 1
    return None, None, start


def _office_of(tokens: Tokens, comma: int, end: int) -> str | None:
    """Whose office it is in "Ann Lee, Amnesty’s director"."""
    if comma >= end or tokens.lows[comma] != ",":
        return None
    start, close = comma + 1, _core_end(tokens, comma + 1, end)
    if start >= close:
        return None
    owner, _, head = _owner(tokens, start, close)
    office = any(tokens.lows[at] in _PERSON_NOUNS for at in range(head, close))
    return owner if office else None


def _head_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of the phrase's head, before "of", "for", brackets."""
    at = start
    while at < end:
        tag = tokens.tags[at]
        if at > start and (tag & PREP or tokens.lows[at] == "(" or tag == QUOTE):
            break
        at += 1
    while at > start + 1 and tokens.tags[at - 1] & PUNCT:
        at -= 1
    return at


def _name_range(tokens: Tokens, start: int, end: int, core_end: int) -> Range | None:
    """The run of capitals that the head ends with."""
    words, lows = tokens.words, tokens.lows
    at = end
    while at > start and (
        words[at - 1][0].isupper()
        or (at < end and lows[at - 1] in _JOINERS and at - 1 > start and words[at - 2][0].isupper())
        or (words[at - 1][0].isdigit() and at - 1 > start and words[at - 2][0].isupper())
    ):
        if tokens.tags[at - 1] & DET and at - 1 == start:
            break
        at -= 1
    if at == end:
        return None
    while at < end - 1 and tokens.tags[at] & DET:
        at += 1
    last = lows[end - 1]
    if last in ORGANIZATION_NAMES and end + 1 < core_end and lows[end] in ("of", "for"):
        stop = end + 1
        while stop < core_end and (words[stop][0].isupper() or lows[stop] in ("the", "and", "of")):
            stop += 1
        while stop > end + 1 and not words[stop - 1][0].isupper():
            stop -= 1
        if stop > end + 1:
            end = stop
    return at, end


def _for_whom(tokens: Tokens, start: int, end: int) -> str | None:
    """The name after "for", "of", "at" in "a spokesman for Amnesty"."""
    at = start
    if at + 1 >= end or tokens.lows[at] not in ("for", "of", "at", "from", "by", "with"):
        return None
    at += 1
    while at < end and (tokens.tags[at] & DET or tokens.words[at][0].islower()):
        if tokens.tags[at] & (PREP | PUNCT):
            return None
        at += 1
    low = at
    while at < end and (
        tokens.words[at][0].isupper()
        or (tokens.lows[at] in ("and", "&") and at + 1 < end and tokens.words[at + 1][0].isupper())
    ):
        at += 1
    if at == low:
        return None
    span = tokens.span(low, at)
    return tokens.text[span.start : span.end]


def can_speak(tokens: Tokens, found: Range) -> bool:
    """Whether a phrase names somebody, or a document, rather than a thing."""
    start, end = found
    if tokens.tags[start] & (SUBJECT | REL):
        return True
    core = _core_end(tokens, start, end)
    _, _, head_start = _owner(tokens, start, core)
    head_end = _head_end(tokens, head_start, core)
    known = DOCUMENT_NOUNS | ORGANIZATION_NOUNS | _PERSON_NOUNS | _SOURCES | _GROUP_NOUNS
    return (
        any(
            tokens.lows[at] in known or (tokens.words[at][0].isupper() and at > start)
            for at in range(head_start, head_end)
        )
        or tokens.words[head_end - 1][0].isupper()
    )


def _kind(
    tokens: Tokens,
    start: int,
    head_start: int,
    head_end: int,
    core_end: int,
    end: int,
    name: Range | None,
) -> VoiceKind | None:
    lows, words = tokens.lows, tokens.words
    first = lows[head_start].rstrip(".")
    if name is not None:
        if any(
            lows[at].rstrip(".") in HONORIFICS or lows[at] in _PERSON_NOUNS
            for at in range(head_start, name[0] + 1)
        ) and (name[1] - name[0] > 1 or name[0] > head_start):
            return VoiceKind.PERSON
        if any(lows[at].rstrip(".") in ORGANIZATION_NAMES for at in range(*name)):
            return VoiceKind.ORGANIZATION
        apposed = {lows[at] for at in range(min(name[1], end), end)}
        if apposed & _PERSON_NOUNS or apposed & (MALE | FEMALE):
            return VoiceKind.PERSON
        if apposed & {"who", "whose"}:
            return VoiceKind.PERSON
        return None
    head = lows[head_end - 1] if head_end > head_start else first
    if head in DOCUMENT_NOUNS:
        return VoiceKind.DOCUMENT
    if head in ORGANIZATION_NOUNS:
        return VoiceKind.ORGANIZATION
    if head in _SOURCES and not any(words[at][0].isupper() for at in range(start, core_end)):
        return VoiceKind.ANONYMOUS
    if head in _PERSON_NOUNS or head in MALE or head in FEMALE:
        return VoiceKind.PERSON
    if head in _GROUP_NOUNS or (head.endswith("s") and not head.endswith("ss")):
        return VoiceKind.GROUP
    return None
