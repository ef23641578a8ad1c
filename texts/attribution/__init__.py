"""Attribution: who says what in a document."""

from __future__ import annotations

from texts.attribution.engine import attribute, explain
from texts.attribution.rules import RULES

__all__ = ["RULES", "attribute", "explain"]
