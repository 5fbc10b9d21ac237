"""An operator can end a link and close an account."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column(
        "account",
        sa.Column("closed", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
    )
    op.add_column(
        "log", sa.Column("ended", sa.Boolean(), nullable=False, server_default=sa.false())
    )
