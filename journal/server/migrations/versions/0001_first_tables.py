"""The first tables, and the server's epoch."""

import os
import time

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", ID, nullable=False),
        sa.Column("id_pk", sa.LargeBinary(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("ring_seq", sa.BigInteger(), nullable=False),
        sa.Column("records", sa.BigInteger(), nullable=False),
        sa.Column("revisions", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("handle"),
        sa.UniqueConstraint("id_pk"),
    )
    op.create_table(
        "challenge",
        sa.Column("challenge", sa.LargeBinary(), nullable=False),
        sa.Column("credential", sa.LargeBinary(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("challenge"),
    )
    op.create_index("ix_challenge_expires", "challenge", ["expires"], unique=False)
    op.create_table(
        "feed",
        sa.Column("account", ID, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("log", ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("account", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.LargeBinary(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "revision",
        sa.Column("id", ID, nullable=False),
        sa.Column("log", ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("row", sa.SmallInteger(), nullable=False),
        sa.Column("item", sa.LargeBinary(), nullable=False),
        sa.Column("rev", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("revision_by_item", "revision", ["log", "item"], unique=False)
    op.create_index("revision_by_place", "revision", ["log", "seq", "row"], unique=True)
    op.create_index("revision_by_rev", "revision", ["log", "rev"], unique=False)
    op.create_table(
        "tombstone",
        sa.Column("log", ID, nullable=False),
        sa.Column("item", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("log", "item"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tombstone_at", "tombstone", ["at"], unique=False)
    op.create_table(
        "credential",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("account", ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("verifier", sa.LargeBinary(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("parameters", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("credential_by_account", "credential", ["account", "kind"], unique=False)
    op.create_table(
        "granted",
        sa.Column("log", ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("row", sa.SmallInteger(), nullable=False),
        sa.Column("revision", ID, nullable=False),
        sa.Column("item", sa.LargeBinary(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"]),
        sa.PrimaryKeyConstraint("log", "seq", "row"),
        sqlite_with_rowid=False,
    )
    op.create_index("granted_by_item", "granted", ["log", "item"], unique=False)
    op.create_table(
        "invite",
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("inviter", ID, nullable=False),
        sa.Column("offer", sa.LargeBinary(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answerer", ID, nullable=True),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["answerer"], ["account.id"]),
        sa.ForeignKeyConstraint(["inviter"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_invite_expires", "invite", ["expires"], unique=False)
    op.create_index("ix_invite_inviter", "invite", ["inviter"], unique=False)
    op.create_table(
        "log",
        sa.Column("id", ID, nullable=False),
        sa.Column("log_id", sa.LargeBinary(), nullable=False),
        sa.Column("author", ID, nullable=False),
        sa.Column("audience", ID, nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["audience"], ["account.id"]),
        sa.ForeignKeyConstraint(["author"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("log_id"),
    )
    op.create_index("ix_log_audience", "log", ["audience"], unique=False)
    op.create_index("ix_log_author", "log", ["author"], unique=False)
    op.create_table(
        "session",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.LargeBinary(), nullable=False),
        sa.Column("account", ID, nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"]),
        sa.PrimaryKeyConstraint("token_hash"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_session_account", "session", ["account"], unique=False)
    op.create_table(
        "record",
        sa.Column("log", ID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("header", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["log"], ["log.id"]),
        sa.PrimaryKeyConstraint("log", "seq"),
    )
    if op.get_bind().dialect.name == "postgresql":
        # Sealed bytes do not get smaller: no time is spent on trying.
        op.execute("ALTER TABLE revision ALTER COLUMN body SET STORAGE EXTERNAL")
        op.execute("ALTER TABLE record ALTER COLUMN body SET STORAGE EXTERNAL")
    op.execute(
        sa.text("INSERT INTO meta (id, epoch, created) VALUES (1, :epoch, :created)").bindparams(
            sa.bindparam("epoch", os.urandom(16), sa.LargeBinary),
            sa.bindparam("created", int(time.time()), sa.BigInteger),
        )
    )
