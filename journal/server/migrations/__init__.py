"""Alembic migrations of the server's tables, run by `journal.server.database`."""
