"""Decoding of bytes in an unknown encoding: BOM dropped, line ends kept, unpaired surrogates replaced."""

from __future__ import annotations

import codecs

from annotations.errors import UserError
from annotations.text.text import clean

MARKS = (  # the longer first, since one begins with another
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WESTERN = 0.1  # share of letters with accents and typographic quotes that English or French text stays below
FEW, MANY = 8, 0.3  # so many such letters say little about a short text; above that share it is no such text
SAMPLE = 200_000  # bytes that are looked at to tell an encoding


def decode(content: bytes, declared: str = "") -> str:
    """Return the text.  `declared` is the encoding that the file says it is in, tried when it is not UTF-8.

    UserError when the content is empty, binary, or in no plausible encoding.
    """
    if not content:
        raise UserError("The file is empty.")
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), None)
    if encoding in (None, "utf-8-sig") and b"\0" in content:
        raise UserError("This is a binary file, not text.")
    text = _decoded(content, encoding or "utf-8")
    if text is None and encoding is None:
        text = _decoded(content, declared) if declared else None
        text = _decoded(content, _guess(content)) if text is None else text
    if text is None:
        raise UserError("The file's text encoding cannot be told; save it as UTF-8.")
    if not text.strip():
        raise UserError("The file has no text but white space.")
    return clean(text)


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding, "surrogatepass")  # lone surrogates are replaced later
    except (ValueError, LookupError):  # a page may name anything, also a codec that decodes no text
        return None


def _guess(content: bytes) -> str:
    """Return the most likely encoding; for a text of mostly plain letters Windows' western one.

    On such a text guessing goes wrong most often.
    """
    from charset_normalizer import from_bytes

    sample = content[:SAMPLE]
    marks = sum(byte > 127 for byte in sample)
    if (
        marks <= max(len(sample) * WESTERN, FEW)
        and marks < len(sample) * MANY
        and _decoded(content, "cp1252")
    ):
        return "cp1252"
    best = from_bytes(sample).best()
    if best is None or best.encoding.startswith(("utf_16", "utf_32")):  # those begin with a mark
        raise UserError("This is a binary file, or its text encoding cannot be told; save it as UTF-8.")
    return best.encoding
