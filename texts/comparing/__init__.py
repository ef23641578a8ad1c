"""Comparing: where words that one document quotes stand in another, and how they differ there."""

from __future__ import annotations

from texts.comparing.differences import Difference
from texts.comparing.passages import Passage, find_passage

__all__ = ["Difference", "Passage", "find_passage"]
