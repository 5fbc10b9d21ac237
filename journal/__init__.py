"""Afterglow: a sealed journal, its server and its command-line client."""

__version__ = "0.1.0"
