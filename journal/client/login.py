"""The login key of one credential: it signs in, and it proves what a session alone does not open (`docs/protocol.md` section 3)."""

from typing import Any, NamedTuple

from journal.client.transport import Server
from journal.protocol.credentials import login_signature, proof_signature
from journal.wire.encoding import b64_decode, b64_encode, build_json
from journal.wire.errors import Malformed
from journal.wire.limits import DIGEST, ID


class LoginKey(NamedTuple):
    """Credential id (16) and its secret x (32)."""

    id: bytes
    x: bytes

    def sign_in(self, server: Server) -> dict[str, Any]:
        """Ask for a challenge and answer it. Raises as `answer` does."""
        return self.answer(server, self._ask(server))

    def answer(self, server: Server, asked: dict[str, Any]) -> dict[str, Any]:
        """`POST sessions` with a challenge that the server has given: what it says of the account.

        Raises Problem `sign-in-failed` where the server does not know this key, Malformed for another's challenge.
        """
        challenge = self._challenge(asked)
        signature = login_signature(self.x, self.id, server.origin, challenge)
        return server.sign_in(self.id, challenge, signature)

    def prove(self, server: Server, method: str, path: str, body: dict[str, Any]) -> bytes:
        """A request that wants a proof. Raises as `answer_with_proof` does."""
        return self.answer_with_proof(server, self._ask(server), method, path, body)

    def answer_with_proof(
        self, server: Server, asked: dict[str, Any], method: str, path: str, body: dict[str, Any]
    ) -> bytes:
        """A request that wants a proof, `path` below `/api/v1/`: the bytes of its answer. Raises Problem `proof-needed`.

        The transport may send a request twice, and a proof serves once: the caller looks what stands on the server.
        """
        data = build_json(body)
        challenge = self._challenge(asked)
        act = f"{method} /api/v1/{path}"
        signature = proof_signature(self.x, self.id, server.origin, challenge, act, data)
        proof = ".".join(b64_encode(part) for part in (self.id, challenge, signature))
        return server.proved(method, path, data, proof)

    def _ask(self, server: Server) -> dict[str, Any]:
        return server.challenge({"credential": b64_encode(self.id)})

    def _challenge(self, asked: dict[str, Any]) -> bytes:
        if asked["id"] != b64_encode(self.id):
            raise Malformed("a challenge for another credential")
        return b64_decode(asked["challenge"], DIGEST)


def parse_asked(asked: dict[str, Any], kind: str) -> tuple[bytes, bytes]:
    """Id and parameters of the credential of this kind that the server names. Raises Malformed for another kind."""
    if asked["kind"] != kind:
        raise Malformed("a challenge for another kind")
    return b64_decode(asked["id"], ID), b64_decode(asked["parameters"])
