"""Forms of names: the ways in which a text writes each name, and what it mostly calls somebody."""

from __future__ import annotations

from collections import Counter

from texts.attribution.identities import USUAL
from texts.attribution.names import Names

__all__ = ["forms_of", "usual_forms"]


def forms_of(names: Names) -> dict[str, tuple[str, ...]]:
    """For each fullest name, the ways in which the text writes it, in order. Linear."""
    found: dict[str, dict[str, None]] = {}
    places = dict.fromkeys(
        (named.name, named.title, named.span.of(names.text)) for named in names.all
    )
    for name, title, words in places:
        found.setdefault(names.identity(name, title), {}).setdefault(" ".join(words.split()))
    return {full: tuple(forms) for full, forms in found.items()}


def usual_forms(names: Names) -> dict[str, str]:
    """For each fullest name, what the narration mostly calls its bearer, if nobody else. Linear.

    Only what stands there often, and four times as often as any other form; no bare surname.
    """
    told: dict[str, Counter[str]] = {}
    shared: dict[str, set[str]] = {}
    for name, title in {(named.name, named.title) for named in names.all}:
        full = names.identity(name, title)
        for word in (*name.split(), *full.split()):
            shared.setdefault(word, set()).add(full)
    in_narration = Counter((named.name, named.title) for named in names.all if not named.quoted)
    for (name, title), count in in_narration.items():
        told.setdefault(names.identity(name, title), Counter())[f"{title} {name}".strip()] += count
    found = {}
    for full, forms in told.items():
        (form, count), *others = forms.most_common(2)
        rival = others[0][1] if others else 0
        alone = " " in form or (
            len(shared[form]) == 1 and (form != full.split()[-1] or form == full)
        )
        single = " " not in form and " " not in full  # Kitty, who is Catherine once
        if count >= USUAL and (count >= 4 * rival or single) and alone:
            found[full] = form
    return found
