"""The size of what a zlib stream of MessagePack would become, found out without building it: a thousandth may be on disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

CHUNK = 1 << 20  # bytes unpacked at a time
FIXED = {0xCA: 4, 0xCB: 8}  # bytes behind the first byte of a value
FIXED |= {0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8}
FIXED |= {0xD4: 2, 0xD5: 3, 0xD6: 5, 0xD7: 9, 0xD8: 17, 0xDC: 2, 0xDD: 4, 0xDE: 2, 0xDF: 4}
COUNTED = {
    0xC4: 1,
    0xC5: 2,
    0xC6: 4,
    0xD9: 1,
    0xDA: 2,
    0xDB: 4,
    0xC7: 1,
    0xC8: 2,
    0xC9: 4,
}  # bytes of the length
EXTRA = {0xC7: 1, 0xC8: 1, 0xC9: 1}  # the type of an extension, between its length and its bytes
LONGEST = 5  # bytes of a first byte and a length


def unpacked(content: bytes, most: int) -> Iterator[bytes]:
    """Yield the unpacked stream in chunks.  OverflowError beyond `most` bytes, zlib.error when it is none."""
    stream, size = zlib.decompressobj(), 0
    while content and not stream.eof:
        chunk = stream.decompress(content, CHUNK)
        content, size = stream.unconsumed_tail, size + len(chunk)
        if size > most:
            raise OverflowError(size)
        yield chunk


def check(content: bytes, *, most: int, values: int) -> None:
    """OverflowError when the stream unpacks to more than `most` bytes, or holds more than so many values."""
    held, skip, count = b"", 0, 0
    for chunk in unpacked(content, most):
        held, at = held + chunk, skip
        end = len(held) - LONGEST
        while at <= end:
            first = held[at]
            count += 1
            if first in COUNTED:
                wide = COUNTED[first]
                at += 1 + wide + EXTRA.get(first, 0) + int.from_bytes(held[at + 1 : at + 1 + wide])
            else:
                at += 1 + (first & 0x1F if 0xA0 <= first < 0xC0 else FIXED.get(first, 0))
        if count > values:
            raise OverflowError(count)
        held, skip = held[at:], max(0, at - len(held))
