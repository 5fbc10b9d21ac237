"""What lets a person in, and how it is replaced: the kit, a new passphrase, a new kit (`docs/protocol.md` section 3, `docs/recovery.md`).

The server comes first and the device after it: where that is cut, the new passphrase is typed and fetched (`renew`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from journal.client.errors import ClientError, Offline, Problem
from journal.client.login import LoginKey, parse_asked
from journal.client.outbox import Outbox
from journal.client.registration import (
    check_guessable,
    check_handle,
    check_passphrase,
    credential_to_json,
    open_account,
    text_to_kit_or_fail,
)
from journal.client.store import Store
from journal.client.transport import Server
from journal.client.vault import Device, Vault, load_device, save_device
from journal.protocol import credentials
from journal.protocol.credentials import Credential
from journal.protocol.keys import generate_secret
from journal.protocol.kit import KIT
from journal.protocol.ring import Ring, open_ring
from journal.wire.encoding import b64_decode
from journal.wire.errors import Malformed, ProtocolError
from journal.wire.ids import log_id
from journal.wire.limits import ID, PUBLIC_KEY

NEW_KIT = "new-kit"
"""Where a kit that was made and may hold is kept, sealed."""


class Made(NamedTuple):
    """A new credential and its secret."""

    credential: Credential
    x: bytes


class ByKit(NamedTuple):
    """An account that its kit R has opened, and that waits for a new passphrase."""

    kit: bytes
    key: LoginKey
    id_pk: bytes
    account_key: bytes
    ring: Ring
    answer: dict[str, Any]


def open_by_kit(server: Server, handle: str, kit_code: str) -> ByKit:
    """What the kit opens; nothing is stored. Raises ClientError `wrong-kit-code`, or `sign-in-failed` whichever does not fit."""
    kit = text_to_kit_or_fail(kit_code)
    asked = server.challenge({"handle": handle, "kind": "kit"})
    id, parameters = parse_asked(asked, "kit")
    key = LoginKey(id, credentials.kit_secret(kit))
    try:
        answer = key.answer(server, asked)
        id_pk, wrapped = b64_decode(answer["id_pk"], PUBLIC_KEY), b64_decode(answer["wrapped"])
        account_key = credentials.open_account_key("kit", key.x, id, parameters, id_pk, wrapped)
        generation, body = answer["ring"]["generation"], b64_decode(answer["ring"]["body"])
        ring = open_ring(account_key, id_pk, generation, body)
    except Problem as problem:
        if problem.reason != "sign-in-failed":
            raise
        raise ClientError("sign-in-failed", _NOT_TOGETHER) from problem
    except ProtocolError as error:
        raise ClientError("sign-in-failed", _NOT_TOGETHER) from error
    return ByKit(kit, key, id_pk, account_key, ring, answer)


def recover(store: Store, server: Server, handle: str, kit_code: str, passphrase: str) -> Vault:
    """In with the kit, and a new passphrase at once, on a new profile or on the account's own. Raises ClientError."""
    handle = check_handle(handle)
    check_passphrase(passphrase)
    found = open_by_kit(server, handle, kit_code)
    if store.get("id_pk") not in (None, found.id_pk):
        raise ClientError("profile", "This profile belongs to another account.")
    check_guessable(passphrase, handle, found.ring.name)
    made = new_password(passphrase, found.kit, handle, found.id_pk, found.account_key)
    replace_credentials(server, found.key, [made], found.id_pk)
    device = _device(handle, found.id_pk, made.credential, found.kit)
    vault = open_account(store, device, made.x, found.answer)
    follow_kit(store, vault, found.kit)
    return vault


def change_passphrase(store: Store, server: Server, passphrase: str, new: str) -> Vault:
    """Replace the passphrase, proved with the present one. Raises ClientError; asked again after a cut, it ends what was begun."""
    vault, device = Vault.unlock(store, passphrase), load_device(store)
    check_passphrase(new)
    check_guessable(new, device.handle, vault.ring.name)
    if not _signs_in(server, vault.login_key):
        # Done before, perhaps, when the answer was lost; else it was changed elsewhere.
        if renew(store, server, new, device.pepper):
            return Vault.unlock(store, new)
        raise changed_elsewhere()
    made = new_password(new, vault.ring.kit, device.handle, vault.me, vault.account_key)
    replace_credentials(server, vault.login_key, [made], vault.me)
    with store.write():
        save_device(store, _device(device.handle, vault.me, made.credential, vault.ring.kit))
    return Vault.unlock(store, new)


class NewKit(NamedTuple):
    """A kit R that holds nowhere yet, and both credentials under it."""

    kit: bytes
    password: Made
    by_kit: Made


def make_kit(store: Store, server: Server, vault: Vault, passphrase: str) -> NewKit:
    """Nothing holds yet. The passphrase is this vault's. Raises ClientError where it was changed elsewhere."""
    if not _signs_in(server, vault.login_key):
        raise changed_elsewhere()
    kit, handle = generate_secret(KIT), load_device(store).handle
    password = new_password(passphrase, kit, handle, vault.me, vault.account_key)
    x = credentials.kit_secret(kit)
    made = credentials.make_credential(
        "kit", x, generate_secret(ID), b"", vault.me, vault.account_key
    )
    return NewKit(kit, password, Made(made, x))


def take_kit(store: Store, server: Server, vault: Vault, new: NewKit) -> None:
    """The new kit holds from now on, and the old one no longer. Raises ClientError."""
    with store.write():
        # First of all: cut off from here on, `settle_kit` finds out which of the two holds.
        store.put(NEW_KIT, vault.local("kit", new.kit))
    replace_credentials(server, vault.login_key, [new.password, new.by_kit], vault.me)
    with store.write():
        handle = load_device(store).handle
        save_device(store, _device(handle, vault.me, new.password.credential, new.kit))
    follow_kit(store, vault, new.kit)


def settle_kit(store: Store, server: Server, vault: Vault, passphrase: str) -> bool:
    """Whether this device took a kit that was replaced: here, and cut off; or elsewhere, as the ring told. Raises Offline."""
    waiting = store.get(NEW_KIT)
    kits = [vault.open_local("kit", waiting)] if waiting else []
    for kit in [*kits, vault.ring.kit]:
        pepper = credentials.pepper(kit)
        if pepper != load_device(store).pepper and renew(store, server, passphrase, pepper):
            follow_kit(store, vault, kit)
            return True
    with store.write():
        store.put(NEW_KIT, None)
    return False


def kit_is_unsettled(store: Store, vault: Vault) -> bool:
    """Whether `settle_kit` has something to find out."""
    pepper = load_device(store).pepper
    return bool(store.get(NEW_KIT)) or credentials.pepper(vault.ring.kit) != pepper


def follow_kit(store: Store, vault: Vault, kit: bytes) -> None:
    """The kit that has just let somebody in is the one that holds, whatever the ring says: it was cut off before it was told."""
    with store.write():
        store.put(NEW_KIT, None)
        if vault.ring.kit != kit:
            vault.change(replace(vault.ring, kit=kit))
            Outbox(store).add(log_id(vault.me, vault.me), "ring")


def renew(store: Store, server: Server, passphrase: str, pepper: bytes) -> bool:
    """Take what stands on the server in the place of this device's credential; False where there is nothing new or it does not fit."""
    device = load_device(store)
    asked = server.challenge({"handle": device.handle, "kind": "password"})
    id, parameters = parse_asked(asked, "password")
    salt = credentials.parse_password_parameters(parameters)
    if parameters == device.parameters:
        return False
    try:
        x = credentials.password_secret(passphrase, pepper, salt, device.handle)
        answer = LoginKey(id, x).answer(server, asked)
        wrapped, id_pk = b64_decode(answer["wrapped"]), b64_decode(answer["id_pk"], PUBLIC_KEY)
        credentials.open_account_key("password", x, id, parameters, device.id_pk, wrapped)
    except Problem as problem:
        if problem.reason != "sign-in-failed":
            raise
        return False
    except ProtocolError:
        return False
    if id_pk != device.id_pk:
        return False
    new = device._replace(id=id, parameters=parameters, wrapped=wrapped, pepper=pepper)
    with store.write():
        save_device(store, new)
    return True


def new_password(
    passphrase: str, kit: bytes, handle: str, id_pk: bytes, account_key: bytes
) -> Made:
    """A new `password` credential under the kit R."""
    salt = generate_secret(credentials.SALT)
    x = credentials.password_secret(passphrase, credentials.pepper(kit), salt, handle)
    parameters = credentials.password_parameters(salt)
    made = credentials.make_credential(
        "password", x, generate_secret(ID), parameters, id_pk, account_key
    )
    return Made(made, x)


def replace_credentials(server: Server, key: LoginKey, made: Sequence[Made], id_pk: bytes) -> None:
    """Returns once the server has been seen to take them: each has signed in, and has brought the very `wrapped` that was sent.

    Raises ClientError: `access-unsure` where the connection broke off and either may stand, `server` for one that lies.
    """
    body = {"credentials": [credential_to_json(one.credential) for one in made]}
    refused: ClientError | None = None
    try:
        key.prove(server, "PUT", "credentials", body)
    except ClientError as error:
        # An answer can be lost, and a request can come twice: what stands is seen by signing in.
        refused = error
    try:
        taken = all(_is_taken(server, one, id_pk) for one in made)
    except ClientError as error:
        raise ClientError("access-unsure", _UNSURE) from error
    if not taken:
        raise (refused if refused and not isinstance(refused, Offline) else _not_done())


def changed_elsewhere() -> Problem:
    """The server does not know this device's credential any more."""
    return Problem("passphrase-changed", _CHANGED)


def _is_taken(server: Server, made: Made, id_pk: bytes) -> bool:
    try:
        answer = LoginKey(made.credential.id, made.x).sign_in(server)
        sent = made.credential.wrapped, id_pk
        return (b64_decode(answer["wrapped"]), b64_decode(answer["id_pk"])) == sent
    except Problem as problem:
        if problem.reason != "sign-in-failed":
            raise
    except Malformed:
        pass
    return False


def _signs_in(server: Server, key: LoginKey) -> bool:
    try:
        key.sign_in(server)
    except Problem as problem:
        if problem.reason != "sign-in-failed":
            raise
        return False
    return True


def _device(handle: str, id_pk: bytes, made: Credential, kit: bytes) -> Device:
    pepper = credentials.pepper(kit)
    return Device(handle, id_pk, made.id, made.kind, made.parameters, made.wrapped, pepper)


def _not_done() -> ClientError:
    return ClientError("server", "The server did not do what it was asked. Nothing was changed.")


_NOT_TOGETHER = "Handle and kit code do not fit together."
_UNSURE = "The connection broke off before the server answered, so it may be done or not. Nothing is lost: try once more."
_CHANGED = (
    "The passphrase or the kit was replaced on another device. Use the new passphrase; "
    "where only the kit is new, run `afterglow recover` with it."
)
