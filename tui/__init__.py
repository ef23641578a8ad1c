"""Showing whose words they are: the reader and the command line."""

__version__ = "0.1.0"
