"""Serving: the reader in a browser, for this machine only unless told otherwise."""
