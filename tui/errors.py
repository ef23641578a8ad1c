"""What can go wrong between a person and the program.

    UserError      a command that cannot be carried out as it was given; one clear sentence

Errors of the rooms below (`texts.errors`, `index.errors`) are sentences too and are shown as they are.
"""

from __future__ import annotations

__all__ = ["UserError"]


class UserError(Exception):
    """A command cannot be carried out as it was given. Its text is one clear sentence."""
