"""Bytes of unknown encoding to text: BOM dropped, line ends kept, unpaired surrogates replaced."""

from __future__ import annotations

import codecs

from annotations.errors import UserError
from annotations.text import clean

MARKS = (  # the longer first, since one begins with another
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 200_000  # bytes that are looked at to tell an encoding


def decode(content: bytes) -> str:
    """The text.  UserError when it is empty, binary, or in no plausible encoding."""
    if not content:
        raise UserError("The file is empty.")
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), None)
    if encoding is None and b"\0" in content:
        raise UserError("This is a binary file, not text.")
    text = _decoded(content, encoding or "utf-8")
    if text is None and encoding is None:
        text = _decoded(content, _guess(content))
    if text is None:
        raise UserError("The file's text encoding cannot be told; save it as UTF-8.")
    if not text.strip():
        raise UserError("The file has no text but white space.")
    return clean(text)


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE]).best()
    if best is None:
        raise UserError("This is a binary file, or its text encoding cannot be told; save it as UTF-8.")
    return best.encoding
