"""What is kept between two sessions: places, marks, queries, and how the reader should look.

One JSON file in the platform's state folder, never beside a document, and only for the user's eyes.
It holds no word of any text; what the reader typed into the search box is kept as it was typed.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Self

from tui.remembered import Remembered, is_mark
from tui.spots import Spot

__all__ = ["State", "folder", "load", "save"]

_SCHEMA: Final = 2
_MOST_TEXTS: Final = 500
_MOST_QUERIES: Final = 100
_LONGEST_QUERY: Final = 256


@dataclass(frozen=True, slots=True)
class State:
    """A snapshot of what is kept."""

    last: tuple[str, ...] = ()
    """The absolute paths that were open at the end, the one being read first."""
    texts: Mapping[str, Remembered] = field(default_factory=dict)
    """What is remembered of each text by its digest, the one read last at the end."""
    queries: tuple[str, ...] = ()
    """What was searched for, the latest first."""
    saved: tuple[str, ...] = ()
    """The queries that the reader saved, in the order of saving."""
    theme: str | None = None
    """The name of the theme that was chosen in the reader; `None` for none."""
    width: int | None = None
    """The width of the text that was chosen in the reader, in cells; `None` for none."""
    margin: bool | None = None
    """Whether the margin was shown, where that was chosen in the reader; `None` where not."""
    configured: Mapping[str, str | int | bool] = field(default_factory=dict)
    """What the configuration said of these three at the time, by their names."""
    welcomed: bool = False
    """Whether the first-run card has done its work."""

    def with_text(self, digest: str, text: Remembered) -> Self:
        """This state with one more text remembered, the oldest forgotten beyond 500."""
        texts = {key: value for key, value in self.texts.items() if key != digest}
        texts[digest] = text
        return replace(self, texts=dict(list(texts.items())[-_MOST_TEXTS:]))

    def with_queries(self, latest_first: Iterable[str]) -> Self:
        """This state with these queries: each once, at most 100, none longer than a query may be."""
        queries = dict.fromkeys(q for q in latest_first if q.strip() and len(q) <= _LONGEST_QUERY)
        return replace(self, queries=tuple(queries)[:_MOST_QUERIES])


def folder() -> Path:
    """Where it is kept; it may not exist yet."""
    import platformdirs

    return platformdirs.user_state_path("quoth", appauthor=False)


def load() -> tuple[State, str | None]:
    """What was kept, and a sentence if it could not be used; then it was set aside, not lost."""
    path = folder() / "state.json"
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return State(), None
    except OSError as problem:
        return State(), f"Your last place cannot be read ({problem.strerror}); starting afresh."
    try:
        return _parsed(raw), None
    except _Newer:
        return State(), _set_aside(path, "newer", "was written by a newer quoth")
    except (ValueError, TypeError, LookupError, RecursionError):
        return State(), _set_aside(path, "broken", "is damaged")


def _set_aside(path: Path, why: str, in_words: str) -> str:
    aside = path.with_suffix(f".{why}.json")
    try:
        path.replace(aside)
    except OSError:
        return f"{path.name} {in_words}; starting afresh."
    return f"{path.name} {in_words}; it was set aside as {aside.name}."


class _Newer(Exception):
    """A schema that this version does not know."""


def _parsed(raw: bytes) -> State:
    kept = json.loads(raw)
    schema = _is(int, _is(dict, kept)["schema"])
    if schema > _SCHEMA:
        raise _Newer
    last = tuple(_is(str, path) for path in _is(list, kept["last"]))
    theme = _if_any(str, kept["theme"])
    welcomed = bool(kept.get("welcomed"))
    if schema == 1:
        places = _is(dict, kept["places"])
        texts = {digest: Remembered(Spot(_is(int, at))) for digest, at in places.items()}
        return State(last, texts, theme=theme, welcomed=welcomed)
    return State(
        last,
        {digest: _text(one) for digest, one in _is(dict, kept["texts"]).items()},
        theme=theme,
        width=_if_any(int, kept["width"]),
        margin=_if_any(bool, kept["margin"]),
        configured={
            name: _is((str, int, bool), value)
            for name, value in _is(dict, kept["configured"]).items()
        },
        welcomed=welcomed,
        saved=tuple(_is(str, query) for query in _is(list, kept.get("saved", []))),
    ).with_queries(_is(str, query) for query in _is(list, kept["queries"]))


def _text(kept: Any) -> Remembered:
    marks = {letter: _spot(spot) for letter, spot in _is(dict, kept["marks"]).items()}
    if not all(map(is_mark, marks)):
        raise ValueError("a mark that is no letter")
    return Remembered(_spot(kept["place"]), marks, _if_any(str, kept["path"]))


def _spot(kept: Any) -> Spot:
    offset, paragraph, character, before, own, after = _is(list, kept)
    return Spot(
        _at_least_0(offset),
        None if paragraph is None else _at_least_0(paragraph),
        _at_least_0(character),
        (_is(str, before), _is(str, own), _is(str, after)),
    )


def _at_least_0(value: Any) -> int:
    number: int = _is(int, value)
    return max(0, number)


def _is(kind: Any, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"not of the type {kind}")
    return value


def _if_any(kind: Any, value: Any) -> Any:
    return None if value is None else _is(kind, value)


def save(state: State) -> str | None:
    """Keep it, whole or not at all; a sentence if that failed. Only the user can read it."""
    path = folder() / "state.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=".state-")
        try:
            with os.fdopen(number, "w", encoding="utf-8", errors="surrogateescape") as file:
                json.dump(_as_json(state), file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as problem:
        return f"Your place could not be kept: {problem.strerror}."
    return None


def _as_json(state: State) -> dict[str, object]:
    return {
        "schema": _SCHEMA,
        "last": list(state.last),
        "texts": {
            digest: {
                "path": text.path,
                "place": _spot_as_json(text.place),
                "marks": {letter: _spot_as_json(spot) for letter, spot in text.marks.items()},
            }
            for digest, text in state.texts.items()
        },
        "queries": list(state.queries),
        "saved": list(state.saved),
        "theme": state.theme,
        "width": state.width,
        "margin": state.margin,
        "configured": dict(state.configured),
        "welcomed": state.welcomed,
    }


def _spot_as_json(spot: Spot) -> list[object]:
    return [spot.offset, spot.paragraph, spot.character, *spot.prints]
