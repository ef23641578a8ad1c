"""What can go wrong between a person and the program.

    UserError          a command that cannot be carried out as it was given; one clear sentence
     └─ ConfigError    what is wrong in the configuration; a sentence for each fault

Errors of the rooms below (`texts.errors`, `index.errors`) are sentences too and are shown as they are.
"""

from __future__ import annotations

__all__ = ["ConfigError", "UserError"]


class UserError(Exception):
    """A command cannot be carried out as it was given. Its text is one clear sentence."""


class ConfigError(UserError):
    """The configuration is wrong. Each of its arguments is one clear sentence."""

    def __str__(self) -> str:
        return " ".join(map(str, self.args))
