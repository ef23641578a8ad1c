"""What is not said: speech that a sentence denies, asks about or only supposes.

"Lee never said that …", "if Lee says …", "had Lee said …", "Lee could have said …": whoever stands
there as the speaker is not to be credited.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.forms import Form
from texts.attribution.relation import UNSAID, Relation, Search
from texts.attribution.tokens import Tokens
from texts.attribution.verbs import Verb
from texts.attribution.words import ADVERB, CONJ, NEG, PUNCT, QUOTE

__all__ = ["without_the_unsaid"]

_ALONE: Final = frozenset("only just merely simply".split())
"""Not only to say is to say."""
_SUPPOSING: Final = frozenset("if unless lest".split())
_ASKING: Final = frozenset("did does do had has have".split())
"""What stands before the subject where it is asked or supposed whether somebody speaks."""
_PERHAPS: Final = frozenset("may might could".split())
_IN_VAIN: Final = frozenset("could might should would must".split())
"""With "have": what was not done, or is not known to have been."""
_AVOIDING: Final = frozenset("avoid avoids avoided avoiding deny denies denied denying".split())
"""With "saying" or "having said"."""
_WISHING: Final = frozenset("wish wishes wished wishing".split())
_NOBODY: Final = frozenset("no none neither nobody".split())


def without_the_unsaid(search: Search) -> list[Relation]:
    """The relations of a sentence, those apart whose cue does not tell of speech.

    Words in marks stay, credited to nobody; words of the author's are no quotation then. Linear in
    the relations and their verbs.
    """
    if not search.relations:
        return []
    unsaid = {(verb.at, verb.at + 1) for verb in search.verbs if is_unsaid(search, verb)}
    doubtful = {(verb.at, verb.at + 1) for verb in search.verbs if _is_own_opinion(search, verb)}
    if not unsaid and not doubtful:
        return search.relations
    kept: list[Relation] = []
    for relation in search.relations:
        marked = any(QUOTE in search.tokens.tags[slice(*part)] for part in relation.content)
        if relation.cue in unsaid:
            if marked:
                relation.rule = UNSAID
                kept.append(relation)
        elif marked or relation.cue not in doubtful or relation.rule not in _STATING:
            kept.append(relation)
    return kept


def _is_own_opinion(search: Search, verb: Verb) -> bool:
    """Whether the author says it here and now (I suggest that), or it is what somebody would say.

    "Every night she would say “…”" is said all the same: only words without marks are meant.
    """
    tokens = search.tokens
    lows = tokens.lows[verb.begins : verb.at]
    if "would" in lows or "'d" in lows or "’d" in lows:
        return verb.cue.clause and "later" not in (*lows, *tokens.lows[verb.at + 1 : verb.at + 2])
    if verb.subject is None or verb.turned:
        return False
    own = tokens.lows[verb.subject[0]] in _AUTHOR and verb.subject[1] - verb.subject[0] == 1
    reports = verb.cue.hearer and verb.begins == verb.at  # I tell them it was late
    return own and not reports and verb.cue.form is Form.BASE and _RECOUNTING.isdisjoint(lows)


_STATING: Final = frozenset(("speaker and verb, then clause", "clause, then speaker and verb"))
_AUTHOR: Final = frozenset(("i", "we"))
_RECOUNTING: Final = frozenset(("did", "do"))


def is_unsaid(search: Search, verb: Verb) -> bool:
    """Whether the sentence denies that its verb was said, or only supposes it."""
    tokens = search.tokens
    helping = range(verb.begins, verb.at)
    if any(tokens.tags[at] & NEG and tokens.lows[at + 1] not in _ALONE for at in helping):
        return True
    lows = [tokens.lows[at] for at in helping]
    if not _ALONE.isdisjoint(lows):
        return False
    if not _PERHAPS.isdisjoint(lows) or ("have" in lows and not _IN_VAIN.isdisjoint(lows)):
        return True
    if verb.begins > search.first and tokens.lows[verb.begins - 1] in _AVOIDING:
        return True
    if verb.subject is None or verb.turned or verb.shared:
        return False
    return _is_supposed(tokens, search.first, verb.subject[0])


def _is_supposed(tokens: Tokens, first: int, subject: int) -> bool:
    """Whether nobody is the subject, or what stands before it asks or supposes."""
    lows, tags = tokens.lows, tokens.tags
    if lows[subject] in _NOBODY:
        return lows[subject + 1] not in ("fewer", "less")
    at = subject - 1
    while at > first and tags[at] & ADVERB:
        at -= 1
    if at < first:
        return False
    if lows[at] in _SUPPOSING or lows[at] in _NOBODY or lows[at] in _WISHING:
        return True
    return lows[at] in _ASKING and (at == first or bool(tags[at - 1] & (CONJ | PUNCT)))
