"""Runs migrations on the connection lent by `Database.upgrade`, inside its transaction."""

from alembic import context

from journal.server.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
