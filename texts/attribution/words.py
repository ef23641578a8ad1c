"""The small words of English, by what they do in a sentence. Closed classes, and nothing else."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ADVERB", "ANDS", "AUX", "BE", "BREAK", "CONJ", "DASHES", "DET", "NEG", "OBJECT", "POSS", "PREP",
    "PUNCT", "QUESTIONS", "QUOTE", "REL", "SUBJECT", "SUBORD", "TAGS", "TIME", "VERB",
]  # fmt: skip

DET: Final = 1
"""Begins a noun phrase: the, a, some, two."""
SUBJECT: Final = 2
"""A pronoun that can only be, or can well be, a subject: he, she, they, it, who."""
OBJECT: Final = 4
"""A pronoun that is no subject: him, her, them."""
POSS: Final = 8
"""his, their, and the sign ’s."""
PREP: Final = 16
CONJ: Final = 32
SUBORD: Final = 64
"""Begins a subordinate clause: that, because, when."""
REL: Final = 128
"""who, which, whose."""
AUX: Final = 256
"""Stands before a verb: has, will, did, to be in all forms."""
BE: Final = 512
ADVERB: Final = 1024
NEG: Final = 2048
TIME: Final = 4096
"""Monday, yesterday, week."""
PUNCT: Final = 8192
QUOTE: Final = 16384
"""Not a word: a whole stretch in quotation marks, taken as one."""
VERB: Final = 32768
"""The past or present of a common irregular verb: shows that a clause has its verb."""

BREAK: Final = SUBORD | REL | CONJ
"""Where a clause may begin."""

ANDS: Final = frozenset(("and", "or", "&", "nor"))
"""What joins two names, or two nouns."""
DASHES: Final = frozenset(("—", "–", "--", "-"))
"""What an aside stands between, besides commas."""
QUESTIONS: Final = frozenset("how why whether if what where which who when".split())
"""What a question begins with that somebody reports."""

_CLASSES: Final[tuple[tuple[int, str], ...]] = (
    (DET, "the a an this these those some any no many several most few both all each every another "
          "other such more one two three four five six seven eight nine ten dozens hundreds "
          "thousands half neither either what which whatever"),
    (DET | POSS, "my your his its our their whose"),
    (DET | POSS | OBJECT, "her"),
    (SUBJECT, "i he she we they you it who there everyone everybody someone somebody nobody "
              "anyone anybody"),
    (OBJECT, "me him us them himself herself themselves itself myself yourself ourselves whom"),
    (POSS, "’s 's ’ '"),
    (PREP, "in on at for from with of to by about over under against into through amid during "
           "among between without within toward towards upon despite across along around behind "
           "beyond near outside inside throughout via per like unlike except following including "
           "regarding concerning off out up down onto alongside beside besides above below "
           "beneath versus vs. past given"),
    (PREP | SUBORD, "as after before since until till than"),
    (CONJ, "and or but nor yet & so"),
    (SUBORD, "that because when while if although though where whereas unless whether how why "
             "once lest whenever wherever"),
    (REL, "who which whose whom"),
    (AUX, "have has had having will would shall should can cannot could may might must do does did ca wo "
          "sha ’ve ’d ’ll 've 'd 'll"),
    (AUX | BE, "is are was were be been being am ’re ’m 're 'm"),
    (NEG | ADVERB, "not n't n’t never"),
    (ADVERB, "also later then again recently previously repeatedly just even still further already "
             "now reportedly often once soon always ever sometimes simply actually too only "
             "thus therefore instead meanwhile however earlier first finally rather quite almost "
             "perhaps maybe indeed nonetheless nevertheless otherwise moreover furthermore else "
             "hence here long much well there yesterday today tonight tomorrow ago jointly both "
             "all famously twice likewise similarly afterward afterwards"),
    (TIME, "monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. "
           "sun. january february march april may june july august september october november "
           "december jan. feb. mar. apr. aug. sept. oct. nov. dec. yesterday today tonight "
           "tomorrow week weekend month year day night morning afternoon evening noon weeks months "
           "years days hours minutes ago"),
    (VERB, "is are was were be been being am has had have does did do will would can could should "
           "may might must came come went go goes got get gets gave give gives took take takes made "
           "make makes saw see sees knew know knows thought think thinks found find left leave "
           "leaves felt feel feels kept keep keeps began begin begins became become becomes brought "
           "bring brings bought built ran run runs won win wins lost lose loses led lead leads held "
           "hold holds met meet meets paid sent spent stood stand stands sat sits lay lies put puts "
           "set sets let lets cut cuts hit hits rose rise rises fell fall falls grew grow grows "
           "drew draw draws drove drives flew fought sought caught taught heard hears shot sold "
           "spoke speaks broke breaks chose chooses wore wears threw throws hung hurt hurts "
           "wants want needs need seems seem remains remain looks look works lives ’re 're ’ve 've "
           "’ll 'll ’d 'd ’m 'm"),
    (PUNCT, "{ } , ; : . ! ? — – - ( ) [ ] … / * -- ... “ ” „ « »"),
)  # fmt: skip


def _tags() -> dict[str, int]:
    tags: dict[str, int] = {}
    for tag, listed in _CLASSES:
        for word in listed.split():
            tags[word] = tags.get(word, 0) | tag
    return tags


TAGS: Final = _tags()
