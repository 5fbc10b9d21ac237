"""A copy of everything that anyone can read: `docs/export-format.md`. Twin of `static/js/domain/copy`, byte for byte."""
