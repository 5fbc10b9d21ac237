"""Having one's account erased, and taking that back: `docs/protocol.md` section 3."""

from typing import Any

from journal.client.errors import ClientError, Problem
from journal.client.login import LoginKey, parse_asked
from journal.client.profile import Profile
from journal.client.transport import Server
from journal.client.vault import load_device
from journal.protocol.credentials import kit_secret
from journal.protocol.kit import text_to_kit
from journal.wire.encoding import b64_decode, b64_encode, parse_json
from journal.wire.errors import Malformed, ProtocolError, Tampered
from journal.wire.ids import erased_mark
from journal.wire.records import build_frame, build_record
from journal.wire.signatures import verify

_PATH = "erasure"
_MOST = 2**37
"""More than any count, and in seconds a year that has four digits."""


class Erasure:
    """What the server has been asked for, and asking it."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def state(self) -> dict[str, Any]:
        """`GET erasure`; while it is pending, the server is also left what ends the links as they stand now."""
        state = _read(self._profile.server.erasure())
        if state["due"] is not None:
            self._profile.server.renew_closes(self._closes())
        return state

    def ask(self) -> int:
        """Ask for it with the passphrase's login key: when it is due, in seconds since 1970."""
        body = {"closes": self._closes()}
        self._profile.vault.login_key.prove(self._profile.server, "POST", _PATH, body)
        return _whole(self._profile.server.erasure().get("due"))

    def take_back(self) -> None:
        """Nothing is erased."""
        self._profile.server.take_back_erasure()

    def now(self, kit_code: str) -> dict[str, Any]:
        """Erase what was asked for at once: the text of the receipt. Raises ClientError for a wrong kit code, ProtocolError for a receipt that does not hold."""
        key = str(self._profile.server.erasure().get("key"))
        try:
            x = kit_secret(text_to_kit(kit_code))
        except Malformed as error:
            message = "That is not a kit code; look for a slip."
            raise ClientError("wrong-kit-code", message) from error
        handle = load_device(self._profile.store).handle
        server = self._profile.server
        asked = server.challenge({"handle": handle, "kind": "kit"})
        id, _ = parse_asked(asked, "kit")
        try:
            body = {"closes": self._closes()}
            LoginKey(id, x).answer_with_proof(server, asked, "POST", f"{_PATH}/now", body)
        except Problem as problem:
            # The answer may have been lost after the account was gone, and the request sent once more.
            if problem.reason not in ("proof-needed", "sign-in-needed"):
                raise
        receipt = receipt_of(self._profile.server, self._profile.vault.me, key)
        if receipt is None:
            raise ClientError("wrong-kit-code", "That is not the kit code of this account.")
        return {"at": _whole(receipt.get("at")), **_counts(receipt)}

    def _closes(self) -> str:
        """Frames of a `close` for each open pair log of one's own, b64."""
        me = self._profile.vault.me
        own = [
            log for log in self._profile.store.logs().values() if me == log.author != log.audience
        ]
        sign = self._profile.vault.identity.sign
        closes = (
            build_record(sign, me, log.audience, log.head, "close")
            for log in own
            if log.head.seq and not log.head.closed
        )
        return b64_encode(b"".join(build_frame(close) for close in closes))


def _read(answer: dict[str, Any]) -> dict[str, Any]:
    """Whatever the server says: numbers that can be shown."""
    due = answer.get("due")
    return {
        "due": None if due is None else _whole(due),
        "wait": _whole(answer.get("wait")),
        "backups": _whole(answer.get("backups")),
        "counts": _counts(answer.get("counts")),
    }


def _counts(said: Any) -> dict[str, Any]:
    counts = said if isinstance(said, dict) else {}
    kept = counts.get("kept")
    kept = kept if isinstance(kept, dict) else {}
    names = ("records", "revisions", "bytes", "credentials", "sessions", "invites")
    found: dict[str, Any] = {name: _whole(counts.get(name)) for name in names}
    return found | {
        "kept": {name: _whole(kept.get(name)) for name in ("accounts", "records", "rows")}
    }


def _whole(value: Any) -> int:
    """Seconds or a count, 0 for what is neither."""
    return value if type(value) is int and 0 <= value <= _MOST else 0


def receipt_of(server: Server, id_pk: bytes, key: str | None = None) -> dict[str, Any] | None:
    """What the server says it has erased of this account, None where it says nothing of that.

    `key`: what signed receipts on this server before. Raises ProtocolError for a receipt that does not hold. It proves
    that the server has said so, and not that it did.
    """
    mark = b64_encode(erased_mark(id_pk))
    try:
        receipt = server.receipt(mark)
    except Problem as problem:
        if problem.reason == "not-found":
            return None
        raise
    text, signature = (str(receipt.get(name)) for name in ("text", "signature"))
    signer = key or str(receipt.get("key"))
    verify(b64_decode(signer), b64_decode(signature), "receipt", text.encode())
    told = parse_json(text.encode())
    if not isinstance(told, dict) or told.get("mark") != mark:
        raise Tampered("a receipt of another account")
    return told


def erased_error(server: Server, id_pk: bytes) -> ClientError | None:
    """For an account that cannot sign in any more: the sentence that says so, where the server says it was erased."""
    try:
        receipt = receipt_of(server, id_pk)
    except (ClientError, ProtocolError):
        return None
    if receipt is None:
        return None
    message = "This account was erased on its server. What is on this device stays readable, and is not backed up any more."
    return ClientError("erased", message)
