"""Hostile texts at random, by hand: `python -m tests.texts.attribution.fuzz --texts N --seed N`.

A grammar of marks, cues, names, labels, dashes, white space of every kind, control and direction
characters, emoji, lone surrogates and huge tokens makes short texts. Each is read, whole and in part,
and every promise of a reading is checked, as is each format it is written in. A text that breaks one is
printed with what broke, cut down to the least pieces that still do.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import traceback
from collections.abc import Sequence
from typing import Final

from tests.texts.attribution.soundness import check_opening, check_reading
from texts.attribution import attribute
from texts.errors import TextsError
from texts.export import FORMATS
from texts.loading import read_text

MARKS: Final = (
    *"“”„‟‘’‚\"'`«»‹›「」『』＂", "''", "``", "‘‘", "’’", "”,", ",”", ".”", "“‘", "’”", "s’", "in’",
)  # fmt: skip
CUES: Final = (
    "said says told asked wrote added read reads called according claims claimed warned urged denied "
    "insisted replied cried whispered thinks hopes fears quoted described reported"
).split()
SMALL: Final = (
    "that to of the a an he she they I it we who which whose and but or in on at by as for with from "
    "not n't was is were had has have been will would if when while because so-called known dubbed "
    "word term his her their its my our this there what how"
).split()
NOUNS: Final = (
    "report company experts officials man woman doctor king road statement letter book mother spokesman "
    "police court claim warning view words"
).split()
NAMES: Final = (
    "Ann", "Lee", "Ann Lee", "Bob Ray", "Dr. Poe", "Mrs. Lee", "Sir Tom", "Amnesty", "PMOI/MEK", "(AP)",
    "U.N.", "O’Neill", "McDonald", "Trust", "The Harbour Trust", "Monday", "A.", "Ana María", "Иван",
    "محمد", "名", "É", "ǅ",
)  # fmt: skip
LABELS: Final = (
    "Q:", "A:", "Q.", "A.", "ANN:", "BOB:", "Ann Lee:", "**Ann:**", "[00:01] ANN:", "NOTE:", "> ", ">> ",
    "# ", "- ", "* ", "1. ", "—", "— ", "--", "    ", "\t", "CHAPTER I", "LONDON (AP) —", "Home > A > B",
)  # fmt: skip
STOPS: Final = (
    *".,;:!?…()[]{}—–-/*_=&#@%$|\\^~+<>",
    "...",
    " . ",
    ", ",
    ". ",
    "?!",
    "[7]",
    "7",
    "²",
    "6'2\"",
)
SPACES: Final = (" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", "\u00a0", "\u2003",
    "\u2028", "\u2029", "\u200b", "\u3000", "\x0b", "\x0c", "\x85", "\n \n", "\n    ")  # fmt: skip
ODD: Final = (
    "\x00", "\x01", "\x1b[31m", "\x7f", "\x9b", "\u202e", "\u202c", "\u2066", "\u2069", "\u061c", "\ufeff",
    "\ufffd", "\ufffe", "\ud800", "\udfff", "e\u0301", "\u0301", "\u200d", "😀", "👩‍👩‍👧", "𝒳", "ﬁ", "ß", "İ", "ı",
    "ŉ", "\U000e0041", "\u00ad", "نعم", "שלום", "١٢", "Ⅷ",
)  # fmt: skip
KINDS: Final = (MARKS, CUES, SMALL, NOUNS, NAMES, LABELS, STOPS, SPACES, ODD)


def pieces(chance: random.Random) -> list[str]:
    """The pieces of one text, some kinds of them likelier in one text than in another."""
    weights = [chance.choice((0, 1, 1, 2, 4)) for _ in KINDS]
    weights[0] += 1
    made: list[str] = []
    for _ in range(chance.choice((3, 8, 20, 45))):
        made.append(chance.choice(chance.choices(KINDS, weights)[0]))
        if chance.random() < 0.004:
            made.append(made[-1] * chance.choice((50, 400)))
        if chance.random() < 0.6:
            made.append(chance.choice((" ", " ", " ", " ", chance.choice(SPACES))))
    if chance.random() < 0.15:
        made *= chance.choice((2, 3))
    return made


def check(text: str) -> int:
    """Read a text, whole and in part, and check what must hold. Raises what breaks.

    Gives the number of quotations and terms found.
    """
    found = 0
    data = text.encode("utf-8", "surrogatepass")
    for name in ("text.txt", "text.md")[: 1 + (len(text) % 4 == 0)]:
        try:
            document = read_text(name, data)
        except TextsError:
            continue
        reading = attribute(document)
        check_reading(reading)
        found += len(reading.quotations) + len(reading.terms)
        count = len(document.paragraphs)
        if count > 1:
            check_opening(attribute(document, count // 2), count // 2)
        for format_ in FORMATS.values():
            for piece in format_.pieces(reading, terms=True, attitudes=True):
                assert piece.endswith("\n")
        for line in FORMATS["jsonl"].pieces(reading, terms=True, attitudes=True):
            for told in map(json.loads, line.splitlines()):
                assert told["spans"][0][0] == told["start"]
    return found


def breaks(made: Sequence[str]) -> str | int:
    """What breaks on a text; else how many quotations and terms it holds."""
    try:
        return check("".join(made))
    except Exception:  # whatever it is, it is a find
        return traceback.format_exc()


def least(made: list[str]) -> list[str]:
    """The fewest of the pieces that still break something, as far as dropping them singly goes."""
    size = max(1, len(made) // 2)
    while size:
        at = 0
        while at < len(made):
            fewer = made[:at] + made[at + size :]
            if fewer and isinstance(breaks(fewer), str):
                made = fewer
            else:
                at += size
        size //= 2
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    chance = random.Random(given.seed)  # noqa: S311  no secrets are made
    begun, finds, characters, found = time.process_time(), 0, 0, 0
    for _ in range(given.texts):
        made = pieces(chance)
        characters += sum(map(len, made))
        broken = breaks(made)
        if isinstance(broken, int):
            found += broken
        else:
            finds += 1
            made = least(made)
            print(ascii("".join(made)), breaks(made), sep="\n", flush=True)
    print(
        f"seed {given.seed}: {given.texts:,} texts, {characters:,} characters, {found:,} quotations and terms, "
        f"{finds} finds, {time.process_time() - begun:.0f} CPU s"
    )
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
