"""What lies in a file, also where the file packs it: SQLite, LevelDB, gzip, snappy, Firefox's session."""

import gzip
import re
import sqlite3
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SQLITE = b"SQLite format 3\0"
_LEVELDB = bytes.fromhex("57fb808b247547db")
"""Magic number at the end of a LevelDB table (table_format.md)."""
_MOZLZ4 = b"mozLz40\0"


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder by its name: as it lies there, and unpacked where it is packed."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        yield name, name.encode()
        try:
            data = path.read_bytes()
        except (IsADirectoryError, FileNotFoundError):
            continue  # or a link to nothing, or gone while a browser that runs tidies up
        yield name, data
        for inside in unpacked(path, data):
            yield f"{name} (unpacked)", inside


def unpacked(path: Path, data: bytes) -> Iterator[bytes]:
    """What a file of a known kind holds, piece by piece."""
    if data.startswith(_SQLITE):
        yield from _sqlite_values(path)
    elif data.endswith(_LEVELDB):
        yield from _leveldb_blocks(data)
    elif data.startswith(_MOZLZ4):
        yield lz4(data[12:])
    for match in re.finditer(b"\x1f\x8b\x08", data):
        with suppress(OSError, EOFError, zlib.error):
            yield gzip.decompress(data[match.start() :])


def _sqlite_values(path: Path) -> Iterator[bytes]:
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    database.text_factory = bytes
    try:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in database.execute(f'SELECT * FROM "{table.decode()}"'):
                for value in row:
                    if isinstance(value, bytes):
                        yield value
                        # Firefox keeps values of IndexedDB so.
                        with suppress(ValueError):
                            yield snappy(value)
    except sqlite3.DatabaseError:
        pass  # a virtual table, or one in the middle of being written: the file itself was searched
    finally:
        database.close()


def _leveldb_blocks(data: bytes) -> Iterator[bytes]:
    footer = data[-48:]
    position = _varint(footer, _varint(footer, 0)[1])[1]
    offset, position = _varint(footer, position)
    size, _ = _varint(footer, position)
    for handle in _block_values(_block(data, offset, size)):
        start, position = _varint(handle, 0)
        length, _ = _varint(handle, position)
        yield _block(data, start, length)


def _block(data: bytes, offset: int, size: int) -> bytes:
    body = data[offset : offset + size]
    return snappy(body) if data[offset + size] == 1 else body


def _block_values(block: bytes) -> Iterator[bytes]:
    """Values of a block's entries: shared, unshared and value lengths, then key and value."""
    restarts = struct.unpack("<I", block[-4:])[0]
    position, end = 0, len(block) - 4 * (restarts + 1)
    while position < end:
        _shared, position = _varint(block, position)
        unshared, position = _varint(block, position)
        length, position = _varint(block, position)
        position += unshared
        yield block[position : position + length]
        position += length


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if position >= len(data):
            raise ValueError("the number does not end")
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
        shift += 7


def snappy(data: bytes) -> bytes:
    """Raw snappy (format_description.txt). Raises ValueError for anything else."""
    size, position = _varint(data, 0)
    if size > 64 * len(data) + 64:
        raise ValueError("not snappy")
    out = bytearray()
    while position < len(data):
        tag = data[position]
        position += 1
        if tag & 3 == 0:
            length = tag >> 2
            if length >= 60:
                more = length - 59
                length = int.from_bytes(data[position : position + more], "little")
                position += more
            out += data[position : position + length + 1]
            position += length + 1
            continue
        width = (0, 1, 2, 4)[tag & 3]
        distance = int.from_bytes(data[position : position + width], "little")
        length = (tag >> 2) + 1
        if width == 1:
            distance, length = distance | (tag >> 5) << 8, ((tag >> 2) & 7) + 4
        position += width
        _repeat(out, distance, length)
    if len(out) != size:
        raise ValueError("not snappy")
    return bytes(out)


def lz4(data: bytes) -> bytes:
    """One block of LZ4 (lz4_Block_format.md)."""
    out, position = bytearray(), 0
    while position < len(data):
        token = data[position]
        literal, position = _length(data, position + 1, token >> 4)
        out += data[position : position + literal]
        position += literal
        if position >= len(data):
            break
        distance = int.from_bytes(data[position : position + 2], "little")
        length, position = _length(data, position + 2, token & 15)
        _repeat(out, distance, length + 4)
    return bytes(out)


def _length(data: bytes, position: int, length: int) -> tuple[int, int]:
    if length < 15:
        return length, position
    while True:
        byte = data[position]
        position += 1
        length += byte
        if byte < 255:
            return length, position


def _repeat(out: bytearray, distance: int, length: int) -> None:
    if not 0 < distance <= len(out):
        raise ValueError("a copy from before the beginning")
    pattern = out[-distance:]
    out += (pattern * (length // distance + 1))[:length]
