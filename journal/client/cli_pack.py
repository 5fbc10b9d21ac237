"""`afterglow pack key | check | sign | install`: an operator's own programme packs (`docs/packs.md`). Needs no account and no server."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from journal.client.errors import ClientError
from journal.packs import folder, signing
from journal.packs.check import faults
from journal.wire.encoding import b64_decode, b64_encode
from journal.wire.errors import ProtocolError, Tampered

Answer = tuple[dict[str, Any], str]
BUILT_IN = Path(__file__).parents[2] / "static" / "content" / "packs"


def add_commands(commands: Any, adder: Callable[[Any], Any]) -> None:
    """Adds `pack` to the commands; `adder` makes of a group what adds one command: `add(name, run, help)`."""
    group = commands.add_parser("pack", help="programme packs of your own server")
    add = adder(group.add_subparsers(required=True, metavar="COMMAND"))
    key = add("key", make_key, "make the key with which packs are signed, or put it on a server")
    _secret(key)
    _data(key)
    _pack(add("check", check, "say what is wrong with a pack, or that nothing is"))
    sign = add("sign", sign_file, "check a pack and sign it: PACK.sig beside it")
    _pack(sign)
    _secret(sign)
    install = add("install", install_file, "put a signed pack on a server")
    _pack(install)
    _data(install)


def _pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help="a pack’s JSON file")


def _secret(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--secret", type=Path, required=True, metavar="FILE", help="the signing secret; keep it"
    )


def _data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="the server’s DATA_DIR"
    )


def make_key(options: argparse.Namespace) -> Answer:
    """The secret, made where it is missing, and its public key in DATA_DIR/packs."""
    if not options.secret.exists():
        secret_text = b64_encode(signing.new_secret()) + "\n"
        folder.write(options.secret, secret_text, mode=0o600)
    key = b64_encode(signing.public_key(_read_secret(options.secret)))
    before = folder.read_key(options.data)
    if before not in (None, key):
        raise ClientError(
            "pack-key",
            f"{options.data} has another key. Packs signed with that one would no longer be accepted: "
            f"remove {folder.FOLDER}/{folder.KEY} there first if that is what you want.",
        )
    place = folder.write_key(options.data, key)
    return {"key": key, "file": str(place)}, f"{place} holds the key {key}."


def check(options: argparse.Namespace) -> Answer:
    """What is wrong with a pack. Raises ClientError where anything is."""
    pack = _checked(options.pack)
    measures = [one["id"] for one in pack.get("measures", [])]
    said = f"{pack['title']} ({pack['id']}, version {pack['version']}) is as it should be."
    return {"id": pack["id"], "version": pack["version"], "measures": measures}, said


def sign_file(options: argparse.Namespace) -> Answer:
    """Signs a pack that has no fault."""
    pack = _checked(options.pack)
    signature = signing.sign_pack(_read_secret(options.secret), options.pack.read_bytes())
    place = folder.signature_path(options.pack)
    folder.write(place, signature + "\n")
    return {"id": pack["id"], "signature": signature}, f"{place} holds the signature."


def install_file(options: argparse.Namespace) -> Answer:
    """Puts a pack and its signature on a server, after checking both."""
    pack = _checked(options.pack)
    _verify(options)
    text = options.pack.read_text("utf-8")
    signature = folder.signature_path(options.pack).read_text("ascii").strip()
    place = folder.put(options.data, pack["id"], text, signature)
    said = f"{place} is there. Devices take it when they next have a network."
    return {"id": pack["id"], "version": pack["version"], "file": str(place)}, said


def _verify(options: argparse.Namespace) -> None:
    key = folder.read_key(options.data)
    if key is None:
        raise ClientError(
            "pack-key", f"{options.data} has no key yet: afterglow pack key makes one."
        )
    place = folder.signature_path(options.pack)
    if not place.exists():
        raise ClientError("pack-unsigned", f"{options.pack} is not signed: {place} is missing.")
    signature = place.read_text("ascii", errors="replace").strip()
    try:
        signing.open_pack(b64_decode(key), options.pack.read_bytes(), signature)
    except Tampered as error:
        raise ClientError(
            "pack-changed",
            f"{options.pack} was changed after it was signed, or signed with another key.",
        ) from error
    except ProtocolError as error:
        raise ClientError("pack-unreadable", f"{options.pack} cannot be read: {error}.") from error


def _checked(path: Path) -> dict[str, Any]:
    try:
        pack = signing.read_pack(path.read_bytes())
        signing.canonical(pack)
    except FileNotFoundError as error:
        raise ClientError("pack-missing", f"There is no file {path}.") from error
    except ProtocolError as error:
        raise ClientError("pack-unreadable", f"{path} cannot be read: {error}.") from error
    found = faults(pack)
    if isinstance(pack, dict) and (BUILT_IN / f"{pack.get('id')}.json").exists():
        found.append(f"The id “{pack['id']}” is that of a pack of the program.")
    if found:
        raise ClientError("pack-refused", "\n".join([f"{path} is refused:", *found]))
    checked: dict[str, Any] = pack
    return checked


def _read_secret(path: Path) -> bytes:
    try:
        return b64_decode(path.read_text("ascii").strip(), 32)
    except (FileNotFoundError, UnicodeDecodeError, ProtocolError) as error:
        raise ClientError("pack-key", f"{path} holds no signing secret.") from error
