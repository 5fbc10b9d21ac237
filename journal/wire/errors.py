"""The five kinds of failure (`docs/protocol.md` section 1). Both readings use these names."""


class ProtocolError(Exception):
    """Something received does not hold. `kind` is the name both readings use for it."""

    kind = "protocol"


class Malformed(ProtocolError):
    """Bytes do not parse, or a length or limit is broken."""

    kind = "malformed"


class Unsupported(ProtocolError):
    """A version, type, kind or profile this reader does not know. Never a fallback."""

    kind = "unsupported"


class WrongKey(ProtocolError):
    """The commitment of a sealed body, or the key a grant names, does not fit."""

    kind = "wrong_key"


class Tampered(ProtocolError):
    """A signature, a hash or an authentication fails."""

    kind = "tampered"


class Stale(ProtocolError):
    """A sequence, previous hash, epoch or generation does not follow."""

    kind = "stale"
