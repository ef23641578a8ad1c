"""Readings written out: exact words, harmless characters, and the same reading back."""
