"""What is delivered to others counts and is limited; an account is new until it is linked or approved."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ZERO = sa.text("0")


def upgrade() -> None:
    op.add_column(
        "account", sa.Column("delivered", sa.BigInteger(), nullable=False, server_default=ZERO)
    )
    # Whoever was here before keeps the whole quota.
    op.add_column(
        "account", sa.Column("approved", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    for name in ("given_since", "given_bytes", "given_records"):
        op.add_column("log", sa.Column(name, sa.BigInteger(), nullable=False, server_default=ZERO))
