"""A session has a label: the sealed name of its device."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("session", sa.Column("label", sa.LargeBinary()))
