"""Tokens and sentences of a paragraph, in which words in quotation marks are a single token.

Rules about speech speak of the words around a quotation; what stands inside the marks must not
disturb them. So the outer text of a paragraph is cut into words, and each outermost marked stretch
becomes one token, `QUOTED`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import compress, count, repeat
from typing import Final

from texts.attribution.cues import CUES, Cue
from texts.attribution.forms import Form
from texts.attribution.marks import Marked
from texts.attribution.words import (
    ADVERB,
    CONJ,
    DET,
    NEG,
    PREP,
    PUNCT,
    QUOTE,
    SUBJECT,
    SUBORD,
    TAGS,
    TIME,
)
from texts.document import Span

__all__ = ["QUOTED", "STRAY", "Tokens", "cut_sentences", "tokenize"]

QUOTED: Final = "“”"
"""The word of a token that is a stretch in marks."""
STRAY: Final = frozenset("“”„«»")
"""Marks that are no part of a stretch in marks: the other one of the pair is missing."""
MAX_SENTENCE: Final = 240
"""Longer sentences are cut, so that work stays linear whatever the text."""

# Most tokens are small words before a space: they are tried first, and the abbreviations only where
# a full stop follows. What has matched is never tried again in a shorter form.
_TOKEN: Final = re.compile(
    r"[a-z]++(?=[\s,])"
    r"|(?=[A-Zaeipv]\w{0,5}\.)"
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Hon|Rev|Fr|St|Jr|Sr|Inc|Corp|Co|Ltd"
    r"|No|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Messrs|Mlle|Mmes|Mme|Ill"
    r"|Pa|Fla|Calif|Mass|Conn|Mich|Minn|Wis|Tenn|Va|Ga|Ala|Ariz|Ark|Colo|Del|Ind|Kan|Ky|La|Md|Miss"
    r"|Mo|Mont|Neb|Nev|Okla|Ore|Tex|Vt|Wash|Wyo|[ap]\.m|i\.e|e\.g|etc)\."
    r"|(?:[A-Z]\.)+|\d{1,3}(?:,\d{3})+\b|\w++(?:[-.&’'‑]\w++)*+|\.\.\.|--|[’'](?=s?\b)s?|[^\w\s]"
)
# What is no word of the sentence: the number of a note ("so.”7", "”[7]"), signs of emphasis,
# an address behind a name.
# The look ahead at one sign lets the search run over all the others at once.
_ASIDE: Final = re.compile(
    r"""(?=[<\[\d¹²³⁰⁴-⁹*_]) (?:
        (?<=[.,;:!?”’"'»›)\]]) (?: \[\d{1,3}\] | [¹²³⁰⁴-⁹]{1,3} ) (?![\w.])
      | (?: (?<=[a-z]{2}[.,;:!?]) | (?<=[”’"'»›]) ) \d{1,3} (?![\w.])
      | <[^<>\s]{1,60}@[^<>\s]{1,60}>
      | (?<![^\W_]) (?:\*{1,3}|_{1,3}) (?=[^\s*_]|$)
      | (?<=[^\s*_]) (?:\*{1,3}|_{1,3}) (?![^\W_])
    )""",
    re.VERBOSE,
)
_DASH: Final = re.compile(r"\s*[—―–]")
_CLITIC: Final = re.compile(r"(?:n[’']t|[’'](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token. Offsets are of the whole text."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]
    tags: list[int]
    cues: list[tuple[int, Cue]]
    """The tokens that may be cues, in order."""
    marked: dict[int, Marked]
    """The stretch in marks behind each `QUOTED` token."""

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The offsets of the tokens `[first, last)`; there must be one."""
        return Span(self.starts[first], self.ends[last - 1])

    def last_inside(self, at: int) -> str:
        """The last sign inside the marks of the `QUOTED` token `at`: a comma in “so,”."""
        stretch = self.marked[at]
        return self.text[stretch.end - stretch.closing - 1]


def tokenize(text: str, start: int, end: int, marked: list[Marked]) -> Tokens:
    """Cut `text[start:end]` into tokens; `marked` are its outermost stretches in marks."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    at = start
    quoted: dict[int, Marked] = {}
    for stretch in marked:
        _words_of(text, at, stretch.start, starts, ends, words)
        quoted[len(starts)] = stretch
        starts.append(stretch.start)
        ends.append(stretch.end)
        words.append(QUOTED)
        at = stretch.end
        if stretch.dashed and (dash := _DASH.match(text, at, end)) is not None:
            at = dash.end()
    _words_of(text, at, end, starts, ends, words)
    lows = list(map(str.lower, words))
    if text.find("’", start, end) >= 0:
        lows = [low.replace("’", "'") if "’" in low else low for low in lows]
    tags = list(map(TAGS.get, lows, repeat(0)))
    for place in quoted:
        tags[place] = QUOTE
    cues = [(place, CUES[lows[place]]) for place in compress(count(), map(CUES.__contains__, lows))]
    tokens = Tokens(text, starts, ends, words, lows, tags, cues, quoted)
    for place, cue in cues:
        _name_beside(tokens, place, cue)
    return tokens


_NAMES: Final = frozenset("April May June August Will Rose".split())
"""First names that are months or small words too."""


def _name_beside(tokens: Tokens, place: int, cue: Cue) -> None:
    """Let a month or a small word be a name beside a verb of speech: June said, “…,” said Will.

    Not in "in June said Lee" nor in "said June 5". A verb that has its subject names none after it.
    """
    words, tags, size = tokens.words, tokens.tags, len(tokens)
    if cue.noun or not (cue.form is Form.PAST or cue.form is Form.THIRD):
        return
    if place and words[place - 1] in _NAMES:
        before = tags[place - 2] if place > 1 else PUNCT
        if (before == QUOTE or before & (PUNCT | CONJ)) and not (
            place > 1 and words[place - 2] == "/"
        ):
            tags[place - 1] = 0
    elif place + 1 < size and words[place + 1] in _NAMES and place:
        turned = tags[place - 1] == QUOTE or words[place - 1] in (",", "—", "–")
        if turned and (place + 2 == size or words[place + 2] in (",", ".", "—", "–", ":", ";")):
            tags[place + 1] = 0


def _words_of(
    text: str, start: int, end: int, starts: list[int], ends: list[int], words: list[str]
) -> None:
    for aside in _ASIDE.finditer(text, start, end):
        _cut_words(text, start, aside.start(), starts, ends, words)
        start = aside.end()
    _cut_words(text, start, end, starts, ends, words)


def _cut_words(
    text: str, start: int, end: int, starts: list[int], ends: list[int], words: list[str]
) -> None:
    shortened = text.find("’", start, end) >= 0 or text.find("'", start, end) >= 0
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        at, after = match.span()
        if shortened and len(word) > 2 and ("’" in word or "'" in word):
            clitic = _CLITIC.search(word)
            if clitic and clitic.start():
                starts.append(at)
                at += clitic.start()
                ends.append(at)
                words.append(word[: clitic.start()])
                word = clitic.group()
        starts.append(at)
        ends.append(after)
        words.append(word)


def cut_sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """The sentences of a paragraph as half-open token ranges that cover it all. Linear."""
    found: list[tuple[int, int]] = []
    words, tags, size = tokens.words, tokens.tags, len(tokens)
    first = 0
    for at in range(size):
        tag = tags[at]
        if tag == QUOTE:
            stop = _quote_ends_sentence(tokens, at, first)
        elif words[at] in ".!?…" or words[at] == "...":
            stop = at + 1 >= size or _may_begin(tokens, at + 1)
        else:
            stop = at - first >= MAX_SENTENCE
            if not stop and words[at][-1] == "." and at + 1 < size and len(words[at]) > 2:
                # "in the U.S. The": an abbreviation can end a sentence too
                stop = words[at + 1] in _CLEAR_BEGINNINGS and at > first
        if stop and not (at + 1 < size and words[at + 1] in ".!?)]"):
            found.append((first, at + 1))
            first = at + 1
    if first < size:
        found.append((first, size))
    return found


_CLEAR_BEGINNINGS: Final = frozenset(
    "The He She It They We But And In A An This That His Her".split()
)


def _may_begin(tokens: Tokens, at: int) -> bool:
    """Whether a sentence may begin with this token."""
    word = tokens.words[at]
    return not word[0].islower() and word not in ",;:)]}"


def _quote_ends_sentence(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a sentence ends with the stretch in marks at this token."""
    stretch = tokens.marked[at]
    if at + 1 >= len(tokens) or (stretch.astray and not stretch.closing):
        return True
    inner_end = stretch.end - stretch.closing
    text = tokens.text
    final = text[inner_end - 1] if inner_end > stretch.start else ""
    if final in ")]*" or final in "’'”\"":
        final = text[inner_end - 2] if inner_end - 1 > stretch.start else ""
    if final == "":
        return False
    follows = tokens.words[at + 1]
    if final not in ".!?…—–-":
        # “Yes” “No”: nothing but marks between them
        return tokens.tags[at + 1] == QUOTE and final in ",;" and at == first
    if tokens.tags[at + 1] == QUOTE:
        return final in ".!?…"
    if not follows[0].isupper():
        return bool(tokens.tags[at + 1] & PUNCT) and follows in "—–[(" and final in ".!?"
    if final in "—–-":
        return False
    return not _cue_follows(tokens, at + 1, strict=final == ".")


def _cue_follows(tokens: Tokens, at: int, *, strict: bool) -> bool:
    """Whether "Smith said" comes next, so that the quotation's full stop ends no sentence."""
    lows, tags, size = tokens.lows, tokens.tags, len(tokens)
    if tags[at] & (CONJ | PREP | SUBORD | ADVERB) and not tags[at] & DET:
        return False
    place = at
    while place < min(at + 9, size):
        cue = CUES.get(lows[place])
        if cue is not None and place > at and cue.quote and not (cue.gerund or cue.noun):
            if place + 1 >= size:
                return True
            after = tokens.words[place + 1]
            if strict:
                return after in ".,"
            told = cue.hearer or cue.appeal
            tag = tags[place + 1]
            return (
                bool(tag & (PUNCT | PREP | TIME | ADVERB)) or lows[place + 1][-2:] == "ly" or told
            )
        word = tokens.words[place]
        if not (
            word[0].isupper()
            or word[0] == "’"
            or lows[place] in ("'s", "of", "the", "a", "an", "de", "for", ",")
            or tags[place] & (ADVERB | NEG | SUBJECT)
            or lows[place].endswith(("man", "woman", "or", "er", "ist"))
        ):
            return False
        if word == "," and strict:
            return False
        place += 1
    return False
