"""Signing up and in: what makes a profile (`docs/protocol.md` sections 2 and 3)."""

from typing import Any

from journal.client.content import common_words
from journal.client.errors import ClientError, Problem
from journal.client.login import LoginKey, parse_asked
from journal.client.outbox import Outbox
from journal.client.store import Log, Store
from journal.client.transport import Server
from journal.client.vault import Device, Vault, open_wrapped, save_device
from journal.protocol import credentials
from journal.protocol.credentials import Credential
from journal.protocol.guessable import is_guessable
from journal.protocol.keys import Identity, KemKey, generate_secret
from journal.protocol.kit import KIT, text_to_kit
from journal.protocol.passphrase import LEAST, normalise_passphrase
from journal.protocol.ring import Epoch, Ring, open_ring, seal_ring
from journal.wire.bundles import build_bundle
from journal.wire.encoding import b64_decode, b64_encode, build_json, parse_json
from journal.wire.errors import Malformed, WrongKey
from journal.wire.handles import normalise_handle
from journal.wire.headers import Head
from journal.wire.ids import log_id
from journal.wire.limits import DIGEST, ID
from journal.wire.records import build_frame, build_record, plain_content, verify_record


def make_account(
    store: Store, handle: str, name: str, role: str, passphrase: str
) -> tuple[Vault, bytes]:
    """A new account in an empty profile, nothing sent yet: its vault and its kit (R, 20 bytes)."""
    if store.get("id_pk"):
        raise ClientError("profile", "Somebody has signed in on this profile already.")
    handle = check_handle(handle)
    check_passphrase(passphrase)
    check_guessable(passphrase, handle, name)
    account_key, kit = generate_secret(), generate_secret(KIT)
    ring = Ring(
        sign=generate_secret(),
        kem=(Epoch(1, generate_secret()),),
        journal=(Epoch(1, generate_secret()),),
        kit=kit,
        name=name,
        role=role,
    )
    id_pk = Identity(ring.sign).public
    salt, pepper = generate_secret(credentials.SALT), credentials.pepper(kit)
    x = credentials.password_secret(passphrase, pepper, salt, handle)
    rows = [
        ("password", x, credentials.password_parameters(salt)),
        ("kit", credentials.kit_secret(kit), b""),
    ]
    made = [
        credentials.make_credential(
            kind, secret, generate_secret(ID), parameters, id_pk, account_key
        )
        for kind, secret, parameters in rows
    ]
    own = made[0]
    device = Device(handle, id_pk, own.id, own.kind, own.parameters, own.wrapped, pepper)
    with store.write():
        save_device(store, device)
        vault = Vault(store, account_key, ring, 1, x)
        vault.save()
        frames = _first_records(store, vault, account_key, ring)
        body = {
            "handle": handle,
            "credentials": [credential_to_json(one) for one in made],
            "records": b64_encode(frames),
        }
        store.put("sign-up", build_json(body))
        # Until the person has seen it: the answer to the sign-up may be lost although the account is made.
        store.put("kit-unseen", b"1")
    return vault, kit


def register(store: Store, server: Server, vault: Vault, code: str | None = None) -> None:
    """Send the account that `make_account` made. After a lost answer it may be sent again."""
    waiting = store.get("sign-up")
    if waiting is None:
        return
    body: dict[str, Any] = parse_json(waiting) | ({"code": code} if code else {})
    try:
        epoch = server.create_account(body)["epoch"]
    except Problem as problem:
        if problem.reason != "handle-taken":
            raise
        # Perhaps by ourselves, when the answer was lost.
        try:
            epoch = sign_in_again(server, vault)["epoch"]
        except Problem as second:
            if second.reason != "sign-in-failed":
                raise
            raise problem from None
    with store.write():
        store.put("epoch", b64_decode(epoch, ID))
        store.put("sign-up", None)


def sign_in(store: Store, server: Server, handle: str, passphrase: str, kit_code: str) -> Vault:
    """Sign this device in with passphrase and kit code. Raises ClientError, or ProtocolError for an answer that does not hold.

    Nothing is ever created by signing in: a ring that does not open is an error.
    """
    handle = check_handle(handle)
    check_passphrase(passphrase)
    pepper = credentials.pepper(text_to_kit_or_fail(kit_code))
    asked = server.challenge({"handle": handle, "kind": "password"})
    id, parameters = parse_asked(asked, "password")
    # Before a single pass of stretching: a server must not choose how the passphrase is stretched.
    salt = credentials.parse_password_parameters(parameters)
    x = credentials.password_secret(passphrase, pepper, salt, handle)
    try:
        answer = LoginKey(id, x).answer(server, asked)
    except Problem as problem:
        if problem.reason == "sign-in-failed":
            message = "Handle, passphrase and kit code do not fit together."
            raise ClientError("sign-in-failed", message) from problem
        raise
    wrapped, id_pk = b64_decode(answer["wrapped"]), b64_decode(answer["id_pk"])
    device = Device(handle, id_pk, id, "password", parameters, wrapped, pepper)
    return open_account(store, device, x, answer)


def sign_in_again(server: Server, vault: Vault) -> dict[str, Any]:
    """After the server ended this device's session: the same account, nothing local is touched."""
    answer = vault.login_key.sign_in(server)
    if b64_decode(answer["id_pk"]) != vault.me:
        raise ClientError("sign-in-failed", "The server signed us in as somebody else.")
    return answer


def check_handle(handle: str) -> str:
    """The handle in its one form."""
    try:
        return normalise_handle(handle.strip())
    except Malformed as error:
        message = (
            "A handle has 3 to 64 letters, digits or . _ @ + - and begins with a letter or digit."
        )
        raise ClientError("handle-invalid", message) from error


def check_passphrase(passphrase: str) -> None:
    """Raises ClientError for a passphrase that is too short."""
    try:
        normalise_passphrase(passphrase)
    except Malformed as error:
        message = f"A passphrase has at least {LEAST} characters."
        raise ClientError("passphrase-short", message) from error


def text_to_kit_or_fail(kit_code: str) -> bytes:
    """R. Raises ClientError for what is no kit code."""
    try:
        return text_to_kit(kit_code)
    except Malformed as error:
        raise ClientError("wrong-kit-code", "That is not a kit code; look for a slip.") from error


def check_guessable(passphrase: str, handle: str, name: str) -> None:
    """Raises ClientError for a new passphrase that is guessed first."""
    if is_guessable(passphrase, [handle, name], common_words()):
        message = "That passphrase is among the first that somebody would try. Six words of your own that do not belong together are a good one."
        raise ClientError("passphrase-guessable", message)


def open_account(store: Store, device: Device, x: bytes, answer: dict[str, Any]) -> Vault:
    """The vault of an account that has just signed in, kept on this profile: a new one, or the account's own. Raises ClientError."""
    try:
        account_key = open_wrapped(device, x)
    except WrongKey as error:
        message = "The server gave an account that this passphrase and kit code do not open."
        raise ClientError("sign-in-failed", message) from error
    generation = answer["ring"]["generation"]
    ring = open_ring(account_key, device.id_pk, generation, b64_decode(answer["ring"]["body"]))
    mine = store.get("id_pk")
    if mine not in (None, device.id_pk):
        raise ClientError("profile", "This profile belongs to another account.")
    seq, hash = answer["head"]["seq"], b64_decode(answer["head"]["hash"], DIGEST)
    with store.write():
        save_device(store, device)
        vault = Vault(store, account_key, ring, generation, x)
        if mine is None:
            vault.save()
            store.put("epoch", b64_decode(answer["epoch"], ID))
            store.put("first", seq.to_bytes(8) + hash)
            Outbox(store).add(log_id(vault.me, vault.me), "device")
        else:
            vault.reload()
    return vault


def _first_records(store: Store, vault: Vault, account_key: bytes, ring: Ring) -> bytes:
    """The `key` and the first `ring` record, kept as standing in the log; answers their frames."""
    me, sign = vault.me, vault.identity.sign
    bundle = build_bundle(sign, me, 1, KemKey(ring.kem[0].secret).public)
    sealed = seal_ring(account_key, me, 1, ring)
    head, frames = Head(), b""
    for type, data, members in (("key", bundle, {}), ("ring", sealed, {"generation": 1})):
        record = build_record(sign, me, me, head, type, plain_content(data), **members)
        verified = verify_record(record, head)
        store.append(record, verified)
        head, frames = verified.head, frames + build_frame(record)
    store.save_log(Log(me, me, head, head.seq))
    return frames


def credential_to_json(credential: Credential) -> dict[str, Any]:
    """As `docs/api.md` has it."""
    fields = credential._asdict()
    return {
        name: b64_encode(one) if isinstance(one, bytes) else one for name, one in fields.items()
    }
