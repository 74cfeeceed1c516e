"""The bytes that a PDF may unpack to: each part is weighed before it is unpacked."""

from __future__ import annotations

import zlib
from contextlib import suppress

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import literal_name

from annotations.errors import UserError

LARGEST, RATIO = 6 * 2**20, 12  # bytes of drawing that any file may have, and how many for each of its own
PART = (
    24 * 2**20
)  # bytes that one part may have, and RATIO for each of the file's: tables of fonts and letters
GRAIN = 64  # bytes of damaged data that are unpacked at a time
WORN = 1 << 18  # bytes of a part that is packed as nobody has packed since 1996, which is slow to unpack
TOO_MUCH = (
    f"This PDF is not read: unpacked, its pages are more than {LARGEST // 2**20} MB of drawing, and more than {RATIO} times "
    "the file. Divide it, or save its text as .txt."
)


class Budget:
    """The bytes that may still be unpacked."""

    def __init__(self, size: int) -> None:
        self.drawing = max(LARGEST, RATIO * size)
        self.part = max(PART, RATIO * size)

    def spend(self, count: int) -> None:
        """Count what is drawn.  UserError when it is more than the file may have."""
        self.drawing -= count
        if self.drawing < 0:
            raise UserError(TOO_MUCH)

    def weigh(self, stream: PDFStream, data: bytes) -> None:
        """Mend what is damaged.  UserError when what is packed unpacks to more than a part may have; pictures stay packed."""
        if stream.get("Subtype") is not None and literal_name(stream.get("Subtype")) == "Image":
            return
        for number, (kind, _) in enumerate(stream.get_filters()):
            name = literal_name(kind)
            if name in ("FlateDecode", "Fl"):
                data, is_whole = self._inflated(data)
                if not is_whole and number == 0:
                    stream.rawdata, stream.decipher = zlib.compress(data, 1), None
            elif name in ("ASCII85Decode", "A85"):
                data = ascii85decode(data)
            elif name in ("ASCIIHexDecode", "AHx"):
                data = asciihexdecode(data)
            elif name in ("LZWDecode", "LZW", "RunLengthDecode", "RL") and len(data) > WORN:
                raise UserError(TOO_MUCH)
            else:
                return

    def _inflated(self, data: bytes) -> tuple[bytes, bool]:
        """Return the data unpacked, as far as it goes, and whether that is to its end."""
        unpacking = zlib.decompressobj()
        try:
            found = unpacking.decompress(data, self.part + 1)
        except zlib.error:
            found = self._mended(data)
        if len(found) > self.part:
            raise UserError(TOO_MUCH)
        return found, unpacking.eof

    def _mended(self, data: bytes) -> bytes:
        """Return what can be unpacked of damaged data: pdfminer takes time with the square of its length for that."""
        unpacking, pieces, size = zlib.decompressobj(), list[bytes](), 0
        with suppress(zlib.error):
            for start in range(0, len(data), GRAIN):
                pieces.append(unpacking.decompress(data[start : start + GRAIN]))
                size += len(pieces[-1])
                if size > self.part:
                    raise UserError(TOO_MUCH)
        return b"".join(pieces)
