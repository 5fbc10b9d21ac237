"""A copy of everything that anyone can read: `docs/export-format.md`. Twin of `static/js/model/copy`, byte for byte."""
