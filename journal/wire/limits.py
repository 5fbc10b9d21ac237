"""Sizes that both readings hold (`docs/protocol.md` sections 4 and 5). Bytes unless named otherwise."""

ID = 16
DIGEST = 32
PUBLIC_KEY = 32
SIGNATURE = 64
KEM_PUBLIC_KEY = 1216
BUNDLE = 1316

SAFE_INTEGER = 2**53 - 1
JSON_DEPTH = 64
"""Objects and lists in one another, the outermost counted."""
U32 = 2**32 - 1

SEALED_BODY = 262_144
HEADER = 16_384
PUT_ROWS = 1_024
PUT_PAYLOAD = 1_048_576
GRANT_ROWS = 64
ITEMS = 64
RING = 1_048_576
DEVICE = 16_384
LABEL = 168
CAPTURE = 131_072
PUSH = 4_194_304
PUSH_RECORDS = 256
PAGE = 8_388_608

BOX_ENC = 1_120
CEK = 32
TAG = 16


def box_length(count: int) -> int:
    """Length of the box of a grant that covers `count` revisions."""
    return BOX_ENC + CEK * count + TAG
