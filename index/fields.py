"""The fields a query can ask: what they are called, which values they take, what to say if not."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

from index.errors import QueryError
from index.lexing import Token
from index.subjects import days_of
from index.tree import Dated, Name, Subject
from texts.reading import Certainty, Mode, Stance, VoiceKind

__all__ = ["DATE", "EXAMPLES", "VALUES", "dated", "field_name", "is_value", "no_such_value"]

DATE = "date"
_WHOLE = re.compile(r"[\d-]+")

# What people call our fields elsewhere.
_ALSO_CALLED = {
    "by": "voice",
    "speaker": "voice",
    "source": "voice",
    "said": "voice",
    "who": "voice",
    "author": "in",
    "quotes": "in",
    "type": "mode",
    "verb": "cue",
    "sure": "certainty",
    "through": "via",
    "chain": "via",
    "document": "doc",
    "title": "doc",
    "file": "doc",
    "publisher": "outlet",
    "year": "date",
}
EXAMPLES: dict[Name | Subject, str] = {
    Name.VOICE: "voice:smith",
    Name.KIND: "kind:person",
    Name.MODE: "mode:direct",
    Name.CUE: "cue:wrote",
    Name.CERTAINTY: "certainty:inferred",
    Name.VIA: "via:amnesty",
    Name.STANCE: "stance:doubt",
    Subject.DOC: "doc:report",
    Subject.OUTLET: "outlet:guardian",
}
VALUES: dict[Name | Subject, tuple[str, ...]] = {
    Name.KIND: tuple(VoiceKind),
    # A term in marks quotes nobody, so nothing is found by asking who says it.
    Name.MODE: tuple(mode for mode in Mode if mode is not Mode.TERM),
    Name.CERTAINTY: tuple(Certainty),
    Name.STANCE: tuple(Stance),
}


def dated(token: Token, begun: bool) -> Dated | None:
    """The days that ``2021``, ``2021-05..2022``, ``..2021`` name; `None` for what is only begun."""
    value = token.text.strip()
    first, dots, last = value.partition("..")
    ends = [days_of(part) if part else None for part in (first, last)]
    wrong = any(
        part and (days is None or not _WHOLE.fullmatch(part))
        for part, days in zip((first, last), ends, strict=True)
    )
    if wrong or not (first or last):
        if begun:
            return None
        raise QueryError(
            "date: is followed by a year, a month, a day, or two with .. between: "
            "write date:2021 or date:2021-05..2022",
            token.position if not value else token.text_at,
        )
    earliest, latest = ends if dots else (ends[0], ends[0])
    query = Dated(earliest and earliest[0], latest and latest[1])
    if query.first is not None and query.last is not None and query.first > query.last:
        if begun:
            return None
        raise QueryError("The second date is before the first: exchange them", token.text_at)
    return query


def field_name(token: Token) -> Name | Subject:
    typed = token.name.lower()
    if typed in tuple(Name):
        return Name(typed)
    if typed in tuple(Subject):
        return Subject(typed)
    known = [*Name, *Subject, DATE, "in"]
    meant = _ALSO_CALLED.get(typed) or next(iter(get_close_matches(typed, known, 1)), None)
    hint = f"did you mean {meant}:?" if meant else f"there are {_listed(known)}."
    raise QueryError(
        f"There is no field “{token.name}”: {hint} Plain words with a colon go in quotation marks",
        token.position,
    )


def is_value(parts: tuple[str, ...], values: Collection[str], open_: bool) -> bool:
    value = " ".join(parts)
    return any(known.startswith(value) for known in values) if open_ else value in values


def no_such_value(name: Name | Subject, typed: str, values: Collection[str]) -> str:
    if name is Name.MODE and typed == Mode.TERM:
        return "Terms quote nobody, so they have no mode to look for: look for their words"
    near = next(iter(get_close_matches(typed, values, 1)), None)
    hint = f"did you mean {name}:{near}?" if near else f"it is one of {', '.join(values)}"
    return f"{name}: cannot be “{typed}”: {hint}"


def _listed(names: Collection[str]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} and {last}"
