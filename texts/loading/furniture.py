"""Telling what a site puts around an article from the article: breadcrumbs, menus, buttons."""

from __future__ import annotations

import re

from texts.loading.headings import ends_a_sentence

__all__ = ["LONGEST", "is_furniture"]

LONGEST = 250
"""Furniture's most characters; what is longer is prose."""

# "NewsWorld": two labels of a menu run together when the markup between them was lost. Both
# halves have three letters or more, so that "McDonald", "iPhone" and "eBay" are left alone.
_GLUED = re.compile(r"(?<![^\W_])[A-Z]?[a-z]{2,}(?=[A-Z][a-z]{2,})|[a-z]{3}(?=[A-Z][a-z]{2,})")
_TRAIL = re.compile(r"\s(?:[>»›|•·→]|::)\s")
_CUT_OFF = re.compile(r"(?:\.\.\.|…)$")
_LABELS = re.compile(
    r"(?:advertisement|sponsored(?: content)?|read (?:more|also|next)\b.*|related(?: (?:articles?|stor(?:y|ies)|posts?))?"
    r"|see also|share(?: (?:this|on)\b.*)?|tweet|print(?: this)?|e-?mail(?: this)?|save|follow us\b.*"
    r"|subscribe\b.*|sign (?:in|up)\b.*|log ?in|menu|search|skip to (?:main )?content|back to top"
    r"|comments?(?: \(\d+\))?|leave a (?:comment|reply)|\d+ comments?|tags?:.*|filed under:.*|next(?: article)?"
    r"|previous(?: article)?|we use cookies\b.*|accept(?: all)?(?: cookies)?|cookie (?:policy|settings)"
    r"|(?:©|\(c\)|copyright\b).*|all rights reserved\.?|terms (?:of use|and conditions)|privacy policy)",
    re.IGNORECASE,
)


def is_furniture(text: str) -> bool:
    """Whether a short paragraph is site furniture.

    Either one of the labels that sites put on their buttons, or a trail of labels: separated by
    ``>`` and the like at least twice, or run together ("NewsWorldEurope") at least twice. A trail does
    not end like a sentence, save for the dots that cut it off.
    """
    if len(text) > LONGEST:
        return False
    if len(text) <= 80 and _LABELS.fullmatch(text):
        return True
    if ends_a_sentence(text) and not _CUT_OFF.search(text):
        return False
    return len(_TRAIL.findall(text)) >= 2 or len(_GLUED.findall(text)) >= 2
