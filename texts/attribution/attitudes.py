"""Attitudes: what somebody believes, feels or means to do, told without words of theirs.

They stand in the frames of speech and are no speech: "Lee believes that …", "the council wants to
…". So their verbs have a table of their own, in the form of that of the cues, and are looked for
after everything that is said; what has words in marks is left to speech.
"""

from __future__ import annotations

from typing import Final

from texts.attribution.cues import Cue, cues_of
from texts.attribution.frames import before_content
from texts.attribution.relation import Relation, Search
from texts.attribution.tokens import Tokens
from texts.attribution.verbs import find_verbs
from texts.attribution.words import QUOTE
from texts.reading import Stance

__all__ = ["ATTITUDES", "attitudes_in"]

_TABLE: Final[tuple[tuple[Stance, str], ...]] = (
    (
        Stance.THOUGHT,
        """
        think=cb/-/thought/thinking believe=cb feel=cb/-/felt/feeling hope=cbin fear=cbon
        want=iao/-/wanted/wanting wish=cbin expect=cbiao intend=i plan=in/-/planned/planning aim=in
        prefer=io/-/preferred/preferring decide=ci refuse=i hesitate=i
        dare=i know=cb/-/knew+known/- worry=cbn doubt=cbon suspect=cbon assume=cb
        presume=cb suppose=cb imagine=cb reckon=cb guess=cbn realize=cb realise=cb
        understand=cb/-/understood/understanding consider=o trust=cbn regret=con/-/regretted/regretting hate=i love=in
        favor=on favour=on dislike=on distrust=on fancy=o desire=ion crave=on yearn=i long=i
        """,
    ),
    (Stance.PRAISE, "support=on admire=o respect=on endorse=o embrace=on"),
    (Stance.ATTACK, "oppose=o resent=o detest=o despise=o"),
)

ATTITUDES: Final = cues_of(_TABLE)
"""Every form of every verb of believing, feeling and meaning."""
_RULE: Final = "belief, feeling or wish"
_MOST: Final = 24
"""More of them in a sentence are not looked at."""


def attitudes_in(search: Search) -> list[Relation]:
    """The attitudes that the sentence tells of, which `search` has found the speech of."""
    if ATTITUDES.keys().isdisjoint(search.words):
        return []
    tokens, first, stop = search.tokens, search.first, search.stop
    verbs = find_verbs(tokens, first, stop, _cues_in(tokens, first, stop))
    if not verbs:
        return []
    held = Search(tokens, first, stop, search.quotes, verbs, search.words)
    held.verbs = sorted([*verbs, *search.verbs], key=lambda verb: verb.at)
    for verb in verbs:
        if not verb.passive:
            before_content(held, verb)
    return [
        Relation(relation.content, relation.source, relation.cue, _RULE, attitude=True)
        for relation in held.relations
        if not any(QUOTE in tokens.tags[slice(*part)] for part in relation.content)
    ]


def _cues_in(tokens: Tokens, first: int, stop: int) -> list[tuple[int, Cue]]:
    lows, cues = tokens.lows, []
    for at in range(first, stop):
        if lows[at] in ATTITUDES:
            cues.append((at, ATTITUDES[lows[at]]))
            if len(cues) == _MOST:
                break
    return cues
