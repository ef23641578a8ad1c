"""First names: the sex that a first name nearly always has, in any of some eighty countries.

The lists are those that the package `faker` keeps for each country. They speak only where no title
settles it, and only of names that are hardly ever the other sex's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

__all__ = ["sex_of_first_name"]

_CLEAR: Final = 3
"""So many times more countries have it for one sex than for the other."""


def sex_of_first_name(name: str) -> str | None:
    """ "m" or "f" for a first name, whatever its case; `None` if it is rare or either's."""
    return _sexes().get(name.lower())


@cache
def _sexes() -> Mapping[str, str]:
    """Read once, a tenth of a second, when the first name is asked for: some 26,000 names."""
    male: Counter[str] = Counter()
    female: Counter[str] = Counter()
    person = import_module("faker.providers.person")
    for country in iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{country.name}").Provider
        male.update({name.lower() for name in getattr(provider, "first_names_male", ())})
        female.update({name.lower() for name in getattr(provider, "first_names_female", ())})
    sexes = {}
    for name in male.keys() | female.keys():
        as_male, as_female = male.get(name, 0), female.get(name, 0)
        if as_male >= _CLEAR * as_female:
            sexes[name] = "m"
        elif as_female >= _CLEAR * as_male:
            sexes[name] = "f"
    return sexes
