"""First names: the sex that a first name nearly always has, from the counts of a census.

The counts are those of the United States of 1990, as the package `names` brings them. They speak
only where a text itself shows nothing, and only of names that are hardly ever the other sex's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["sex_of_first_name"]

_CLEAR: Final = 5.0
"""So many times more often for one sex than for the other."""


def sex_of_first_name(name: str) -> str | None:
    """ "m" or "f" for a first name, whatever its case; `None` if it is rare or either's."""
    return _sexes().get(name.lower())


@cache
def _sexes() -> Mapping[str, str]:
    """Read once, when the first name is asked for: some 5,000 names."""
    male, female = _counts("male"), _counts("female")
    sexes = {}
    for name in male.keys() | female.keys():
        his, hers = male.get(name, 0.0), female.get(name, 0.0)
        if his > _CLEAR * hers:
            sexes[name] = "m"
        elif hers > _CLEAR * his:
            sexes[name] = "f"
    return sexes


def _counts(sex: str) -> dict[str, float]:
    """How common each name is, in per cent of all of that sex."""
    listed = files("names").joinpath(f"dist.{sex}.first").read_text(encoding="ascii")
    rows = (line.split() for line in listed.splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if len(row) > 1}
