"""An account can be erased, and is known to be unused: the month in which it was last used."""

import time

import sqlalchemy as sa
from alembic import op

from journal.server.principal import month_of

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column(
        "account",
        sa.Column("seen", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
    )
    # Sessions are forgotten after 30 days, so nobody knows who was there before: from now on it counts.
    month = month_of(int(time.time()))
    op.execute(sa.text("UPDATE account SET seen = :at").bindparams(at=month))
    op.create_table(
        "erasure",
        sa.Column(
            "account",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.ForeignKey("account.id"),
            primary_key=True,
        ),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("closes", sa.LargeBinary(), nullable=False),
    )
