"""What anybody may check without a secret: encoding, records and their chains, signatures, ids.

Twin of `static/js/wire` (kebab-case files, camelCase names). Imports nothing but the standard library
and `cryptography`; does no input or output and reads no clock. See `docs/protocol.md`.
"""
