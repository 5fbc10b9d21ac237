"""The tables. All the server keeps is here: ids, sizes, order, times of arrival and sealed bytes."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
)

metadata = MetaData()

# SQLite numbers rows by itself only in columns declared exactly INTEGER.
_ID = BigInteger().with_variant(Integer, "sqlite")
_SECONDS = BigInteger()

meta = Table(
    "meta",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("epoch", LargeBinary, nullable=False),
    Column("created", _SECONDS, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("id_pk", LargeBinary, nullable=False, unique=True),
    Column("handle", String, nullable=False, unique=True),
    Column("created", _SECONDS, nullable=False),
    # The last place given out in this account's feed; taken under the lock of this row.
    Column("position", BigInteger, nullable=False, default=0),
    Column("ring_seq", BigInteger, nullable=False, default=0),
    Column("records", BigInteger, nullable=False, default=0),
    Column("revisions", BigInteger, nullable=False, default=0),
    Column("bytes", BigInteger, nullable=False, default=0),
    # Bytes of its records and of granted bodies that were put into other accounts' feeds.
    Column("delivered", BigInteger, nullable=False, default=0),
    # Linked with somebody once, or approved by the operator: it may have the whole quota.
    Column("approved", Boolean, nullable=False, default=False),
    # When the operator closed it, 0 while it is open: nobody signs in to it any more.
    Column("closed", _SECONDS, nullable=False, default=0),
    # When it was last used, to the month: the first second of that month, UTC.
    Column("seen", _SECONDS, nullable=False, default=0),
)

credential = Table(
    "credential",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("account", _ID, ForeignKey("account.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("verifier", LargeBinary, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("parameters", LargeBinary, nullable=False),
    Index("credential_by_account", "account", "kind"),
)

challenge = Table(
    "challenge",
    metadata,
    Column("challenge", LargeBinary, primary_key=True),
    # Those that were answered, until their minute is over. Not a foreign key: also those for credentials that do not exist.
    Column("credential", LargeBinary, nullable=False),
    Column("expires", _SECONDS, nullable=False, index=True),
)

session = Table(
    "session",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("account", _ID, ForeignKey("account.id"), nullable=False, index=True),
    Column("created", _SECONDS, nullable=False),
    Column("seen", _SECONDS, nullable=False),
    # NULL: its device has left none. Sealed, and all of one size.
    Column("label", LargeBinary),
)

log = Table(
    "log",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("log_id", LargeBinary, nullable=False, unique=True),
    Column("author", _ID, ForeignKey("account.id"), nullable=False, index=True),
    Column("audience", _ID, ForeignKey("account.id"), nullable=False, index=True),
    Column("created", _SECONDS, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("generation", BigInteger, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("closed", Boolean, nullable=False),
    # What came to its audience since a second at most a day ago: bytes and records.
    Column("given_since", _SECONDS, nullable=False, default=0),
    Column("given_bytes", BigInteger, nullable=False, default=0),
    Column("given_records", BigInteger, nullable=False, default=0),
    # The operator has ended it: as after a `close`, which only its author could sign.
    Column("ended", Boolean, nullable=False, default=False),
)

record = Table(
    "record",
    metadata,
    Column("log", _ID, ForeignKey("log.id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("type", String, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    # `key`, `ring`, `device`: the payload; `grant`: the box; others: nothing.
    Column("body", LargeBinary, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("log", _ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("row", SmallInteger, nullable=False),
    Column("item", LargeBinary, nullable=False),
    Column("rev", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    # NULL: never sent, or erased some time after a `del`.
    Column("body", LargeBinary),
    Index("revision_by_place", "log", "seq", "row", unique=True),
    Index("revision_by_rev", "log", "rev"),
    Index("revision_by_item", "log", "item"),
)

granted = Table(
    "granted",
    metadata,
    Column("log", _ID, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("row", SmallInteger, primary_key=True),
    Column("revision", _ID, ForeignKey("revision.id"), nullable=False),
    Column("item", LargeBinary, nullable=False),
    # Whether the audience is given the body; off for good after a `revoke`, `del` or `close`.
    Column("live", Boolean, nullable=False),
    Index("granted_by_item", "log", "item"),
    sqlite_with_rowid=False,
)

tombstone = Table(
    "tombstone",
    metadata,
    Column("log", _ID, primary_key=True),
    Column("item", LargeBinary, primary_key=True),
    Column("at", _SECONDS, nullable=False, index=True),
    sqlite_with_rowid=False,
)

feed = Table(
    "feed",
    metadata,
    Column("account", _ID, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("log", _ID, nullable=False),
    Column("seq", BigInteger, nullable=False),
    # Bytes of the frame as this account reads it while nothing is withheld.
    Column("size", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

invite = Table(
    "invite",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("inviter", _ID, ForeignKey("account.id"), nullable=False, index=True),
    Column("offer", LargeBinary, nullable=False),
    Column("expires", _SECONDS, nullable=False, index=True),
    Column("answer", LargeBinary),
    Column("answerer", _ID, ForeignKey("account.id")),
    Column("contested", Boolean, nullable=False),
)

erasure = Table(
    "erasure",
    metadata,
    # Whose owner has asked for it; gone when it was taken back, or done.
    Column("account", _ID, ForeignKey("account.id"), primary_key=True),
    Column("asked", _SECONDS, nullable=False),
    Column("due", _SECONDS, nullable=False),
    # Frames of one signed `close` for each pair log of the account, to be taken when it is due.
    Column("closes", LargeBinary, nullable=False),
)
