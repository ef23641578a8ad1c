"""Epithets: whom a report means by "the Norwegian", "the Rovers manager", where nothing says it.

A report names somebody and then calls them by what they are, to tell it in passing. Whoever would
be meant by "he" or "she" is meant, if nothing tells that they are something else.
"""

from __future__ import annotations

import re
from typing import Final

from texts.attribution.antecedents import Candidate
from texts.attribution.callings import is_person_noun
from texts.attribution.mentions import Mention
from texts.attribution.offices import AGE, PAST, Offices
from texts.attribution.peoples import is_of_a_people
from texts.attribution.pronouns import Somebody
from texts.attribution.speakers import Resolved, Speaker, Speakers
from texts.attribution.titles import sex_of_noun
from texts.reading import Certainty

__all__ = ["called_so", "is_other", "somebody_else"]

_BREAKS: Final = 1
"""Over so many breaks between paragraphs an epithet means somebody."""
_LEAST: Final = 4.0
"""With less weight than this nobody is meant."""
_OTHER: Final = frozenset("other another second next".split())
_ALSO: Final = frozenset(
    """
    author billionaire candidate contender front-runner frontrunner hopeful man millionaire mogul
    native nominee star teenager veteran victim winner woman
    """.split()
)
"""What somebody may be beside their work."""
_ANYBODY: Final = frozenset("man woman boy girl".split())
"""What also those are who have no name."""
_INTRODUCED: Final = re.compile(r"(?:^|(?<=[.!?,]\s)|(?<=\n))[Aa]n?((?:\s[a-z-]+){1,4})")
_BACK: Final = 600
_ON_THE_SCENE: Final = frozenset(
    """
    attorney chairman chairwoman chief conductor coroner defendant director doctor driver governor guard
    guide host interviewer judge king lawyer magistrate mayor minister moderator officer police
    policeman pope porter premier president presenter priest prosecutor queen reporter secretary
    servant sheriff source speaker spokesman spokesperson spokeswoman stranger waiter waitress witness
    """.split()
)
"""Who is there in a matter anyhow, and may come in with "the" and no name."""


def called_so(
    speakers: Speakers, offices: Offices, mention: Mention, head: str, silent: int | None
) -> Resolved | None:
    """Who is called by the noun `head` of a description; `None` for nobody told of."""
    also = head in _ALSO or is_of_a_people(head) or AGE.fullmatch(head) is not None
    past = not mention.modifiers.isdisjoint(PAST)
    if is_other(mention) or (head in _ON_THE_SCENE and not past):
        return None
    names, at = speakers.names, mention.span.start

    anybody = head in _ANYBODY
    since = _last_introduced(speakers, at) if anybody else -1

    def may_be(candidate: Candidate) -> bool:
        name, start = candidate.name, candidate.span.start
        if candidate.weight < _LEAST or names.breaks(start, at) > _BREAKS or start < since:
            return False
        if names.first_place(name) is None:  # who is only described
            return anybody
        person = names.gender(name) is not None or speakers.is_person(name)
        return (
            bool(person)
            and not is_of_a_people(name.lower())
            and (also or not offices.has_any(name))
        )

    somebody = Somebody(speakers, silent)
    ranked = [
        c for c in somebody.ranked(at, names.paragraph_at(at), sex_of_noun(head)) if may_be(c)
    ]
    if not ranked:
        return None
    found = somebody.chosen(ranked)
    if found.voice is not None and not anybody:
        offices.learn(head, speakers[found.voice].name)
    return found


def _last_introduced(speakers: Speakers, before: int) -> int:
    """Where somebody without a name comes in last before an offset: a middle-aged cashier."""
    text, names = speakers.text, speakers.names
    last = -1
    for match in _INTRODUCED.finditer(text, max(0, before - _BACK), before):
        person = any(is_person_noun(word) for word in match.group(1).split())
        if person and not names.in_marks(match.start()):
            last = match.start()
    return last


def is_other(mention: Mention) -> bool:
    """Whether a description is of another than the one told of before: the other driver."""
    return not _OTHER.isdisjoint(mention.words.lower().split()[:3])


def somebody_else(
    speakers: Speakers, mention: Mention, head: str, silent: int | None
) -> tuple[Certainty, Speaker | None]:
    """How sure it is that a description means none of those named before, and who it might."""
    at = mention.span.start
    ranked = Somebody(speakers, silent).ranked(
        at, speakers.names.paragraph_at(at), sex_of_noun(head)
    )
    if not ranked:
        return Certainty.EXPLICIT, None
    return Certainty.INFERRED, speakers.known(ranked[0].name)
