"""What is kept between two sessions: the last text, the place in each, the theme.

One JSON file in the platform's state folder, never beside a document. It holds no word of any text
but file names and digests.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

__all__ = ["State", "folder", "load", "save"]

_SCHEMA = 1
_MOST_PLACES = 500


@dataclass(frozen=True, slots=True)
class State:
    """A snapshot of what is kept."""

    last: tuple[str, ...] = ()
    """The absolute paths that were open at the end, the one being read first."""
    places: Mapping[str, int] = field(default_factory=dict)
    """By a document's digest, the offset of the cursor in its text; the latest last."""
    theme: str | None = None
    """The name of the theme that was chosen; `None` for the default."""
    welcomed: bool = False
    """Whether the first-run card has done its work."""

    def at(self, digest: str, offset: int) -> Self:
        """This state with the place in a document noted, the oldest forgotten beyond 500."""
        places = {key: value for key, value in self.places.items() if key != digest}
        places[digest] = offset
        kept = list(places.items())[-_MOST_PLACES:]
        return replace(self, places=dict(kept))


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
    except (ValueError, TypeError, RecursionError):
        aside = path.with_suffix(".broken.json")
        try:
            path.replace(aside)
        except OSError:
            return State(), f"{path.name} is damaged; starting afresh."
        return State(), f"{path.name} is damaged; it was set aside as {aside.name}."


def _parsed(raw: bytes) -> State:
    kept = json.loads(raw)
    if not isinstance(kept, dict) or kept.get("schema") != _SCHEMA:
        raise ValueError("not a state of this schema")
    last, places, theme = kept["last"], kept["places"], kept["theme"]
    sound = (
        isinstance(last, list)
        and all(isinstance(path, str) for path in last)
        and isinstance(places, dict)
        and all(isinstance(offset, int) for offset in places.values())
        and isinstance(theme, str | None)
    )
    if not sound:
        raise TypeError("a value of another type")
    return State(tuple(last), places, theme, bool(kept.get("welcomed")))


def save(state: State) -> str | None:
    """Keep it, whole or not at all; a sentence if that failed. Only the user can read it."""
    path = folder() / "state.json"
    kept = {
        "schema": _SCHEMA,
        "last": list(state.last),
        "places": dict(state.places),
        "theme": state.theme,
        "welcomed": state.welcomed,
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        number, temporary = tempfile.mkstemp(dir=path.parent, prefix=".state-")
        try:
            with os.fdopen(number, "w", encoding="utf-8", errors="surrogateescape") as file:
                json.dump(kept, file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as problem:
        return f"Your place could not be kept: {problem.strerror}."
    return None
