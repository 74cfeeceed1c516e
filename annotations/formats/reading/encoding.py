"""Decoding of bytes in an unknown encoding: BOM dropped, line ends kept, unpaired surrogates replaced."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotations.errors import UserError
from annotations.formats.reading.guess import SAMPLE, likely, sample
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice
from annotations.text.text import clean

MARKS = (  # the longer first, since one begins with another
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HEAD = 4_096  # bytes in which NUL bytes tell UTF-16 and UTF-32 without a mark; a multiple of 4
FEW_NULS = 0.02  # share of the bytes of a place that are NUL although the encoding is another
BLOCK = 1 << 20
CONTROLS = bytes({*range(1, 9), *range(14, 27), *range(28, 32), 127})
MOST_CONTROLS = 0.02  # share of control characters in what is text
ESCAPES = (
    "",
    "unicode_escape",
    "unicode-escape",
    "raw_unicode_escape",
    "utf-7",
)  # no page is in those, whatever it says
WHOLE = 4  # so many times more characters of UTF-8 than bytes that are not make damaged UTF-8
GUESSED = "The encoding was taken to be"
BINARY = "This is a binary file, not text."
UNKNOWN = "The file's text encoding cannot be told; save it as UTF-8, or name it with --encoding."


class Coded(NamedTuple):
    """The encoding of a file, how bytes that are not of it are decoded, and what is to be said of it, or ""."""

    encoding: str
    errors: str = "strict"
    said: str = ""


def decode(content: bytes, declared: str = "", reading: HowRead = AS_IT_IS) -> str:
    """Return the text, as `decode_said` has it."""
    return decode_said(content, reading, declared)[0]


def decode_said(content: bytes, reading: HowRead = AS_IT_IS, declared: str = "") -> tuple[str, str]:
    """Return the text, and a sentence on its encoding when that was guessed, else "".

    `declared` is the encoding that the file says it is in, tried when it is not UTF-8.  UserError when the content is
    empty, binary, in no plausible encoding, or not in the one that is asked for.
    """
    if not content:
        raise UserError("The file is empty.")
    told = _told(content, reading.encoding, declared)
    text = _decoded(content, told)
    if text is None:
        raise UserError(_not_in(reading.encoding) if reading.encoding else UNKNOWN)
    if not text.strip():
        raise UserError("The file has no text but white space.")
    return clean(text), told.said


def encoding_of(content: bytes, reading: HowRead = AS_IT_IS) -> str:
    """Return the encoding as `decode_said` tells it.  UserError as there."""
    return _told(content, reading.encoding, "").encoding


def opened(file: BinaryIO, reading: HowRead = AS_IT_IS) -> tuple[io.TextIOWrapper, str]:
    """Return the file as a stream of text with its line ends, and a sentence on its encoding as above.

    The file may be large: it is looked through, not held.  Whoever reads it detaches it.  UserError as above, but NUL bytes
    are let through where all is UTF-8.
    """
    head = file.read(HEAD)
    file.seek(0)
    told = _marked(head, reading.encoding, strict=False) or (Coded("utf-8") if _is_utf8(file) else None)
    if told is None:
        file.seek(0)
        told = _guessed(file.read(SAMPLE) if _is_short(file) else b"".join(_lines_of(file)), "")
    file.seek(0)
    errors = "surrogatepass" if told.errors == "strict" and told.encoding.startswith("utf") else told.errors
    return io.TextIOWrapper(file, told.encoding, errors, newline=""), told.said


def json_encoding(file: BinaryIO, reading: HowRead = AS_IT_IS) -> Coded:
    """Return the encoding of a file of JSON: it is never guessed, since JSON is UTF-8.

    Bytes that are not of it are decoded as lone surrogates, or in UTF-16 and UTF-32 replaced.
    """
    head = file.read(HEAD)
    file.seek(0)
    told = _marked(head, reading.encoding, strict=False) or Coded("utf-8")
    wide = "16" in told.encoding or "32" in told.encoding
    return told._replace(errors="replace" if wide else "surrogateescape")


def decode_json(content: bytes, reading: HowRead = AS_IT_IS) -> tuple[str, str]:
    """Return a whole file of JSON as text, and a sentence on what of it is not of its encoding, or ""."""
    encoding = json_encoding(io.BytesIO(content), reading).encoding
    if (text := _decoded(content, Coded(encoding))) is not None:
        return text, ""
    text = content.decode(encoding, "replace").removeprefix("\ufeff")
    return text, _of_bad(
        text.count("\ufffd") - content.count("\ufffd".encode()), codecs.lookup(encoding).name
    )


def said_of(path: Path, said: str) -> Iterator[Notice]:
    """Yield the notice of a sentence, if there is one."""
    if said:
        yield Notice(path, None, said)


def is_wide(head: bytes) -> str:
    """Return which of UTF-16 and UTF-32 a file with that beginning is in, by its mark or its NUL bytes, or ""."""
    told = _marked(head[:HEAD], "", strict=False)
    return told.encoding if told and told.encoding.startswith(("utf-16", "utf-32")) else ""


def head_of(head: bytes, asked: str = "") -> str:
    """Return the text of a file's beginning as detection looks at it: never refused, without its mark."""
    encoding = asked or is_wide(head) or "utf-8"
    with suppress(LookupError):
        return head.decode(encoding, "replace").removeprefix("\ufeff")
    return head.decode("utf-8", "replace")


def _told(content: bytes, asked: str, declared: str) -> Coded:
    if told := _marked(content[:HEAD], asked):
        return told
    if b"\0" in content:
        raise UserError(BINARY)
    if _decoded(content, Coded("utf-8")) is not None:
        return Coded("utf-8")
    if declared.lower() not in ESCAPES and _decoded(content, Coded(declared)) is not None:
        return Coded(declared)
    return _guessed(content, declared)


def _marked(head: bytes, asked: str, *, strict: bool = True) -> Coded | None:
    """Return the encoding that is asked for, or that the file's mark or its NUL bytes name."""
    mark = next((name for mark, name in MARKS if head.startswith(mark)), "")
    if asked:
        same = mark and codecs.lookup(mark.removesuffix("-sig")).name == codecs.lookup(asked).name
        return Coded(mark if same else asked)
    if mark == "utf-8-sig" and b"\0" in head and strict:
        raise UserError(BINARY)
    if mark:
        return Coded(mark)
    if b"\0" not in head:
        return None
    if wide := _by_nuls(head):
        return Coded(wide, said=_taken(wide))
    if strict:
        raise UserError(BINARY)
    return None


def _by_nuls(head: bytes) -> str:
    """Return the encoding of two or four bytes a character whose text would have NUL bytes where the head has them."""
    head = head[: len(head) // 4 * 4] or head
    shares = [head[n::4].count(0) / max(1, len(head[n::4])) for n in range(4)]
    nul = [share > 1 - FEW_NULS for share in shares]
    none = [share < FEW_NULS for share in shares]
    if nul[:2] == [True, True] and none[3]:
        return _if_text(head, "utf-32-be")
    if nul[2:] == [True, True] and none[0]:
        return _if_text(head, "utf-32-le")
    even, odd = (shares[0] + shares[2]) / 2, (shares[1] + shares[3]) / 2
    if even < FEW_NULS < odd or (len(head) < 4 and head[1:2] == b"\0"):
        return _if_text(head, "utf-16-le")
    if odd < FEW_NULS < even or (len(head) < 4 and head[:1] == b"\0"):
        return _if_text(head, "utf-16-be")
    return ""


def _if_text(head: bytes, encoding: str) -> str:
    """Return the encoding if the head is text in it: characters that there are, and hardly a control character."""
    text = _decoded(head[: len(head) // 2 * 2], Coded(encoding, "replace")) or ""
    bad = sum(not (char.isprintable() or char.isspace()) or char == "\ufffd" for char in text)
    return encoding if bad <= len(text) * MOST_CONTROLS + (len(head) == HEAD) else ""


def _decoded(content: bytes, told: Coded) -> str | None:
    try:  # lone surrogates are replaced later
        text = content.decode(told.encoding, "surrogatepass" if told.errors == "strict" else told.errors)
    except (ValueError, LookupError):  # a page may name anything, also a codec that decodes no text
        return None
    return text.removeprefix("\ufeff") if told.encoding.endswith(("le", "be")) else text


def _is_utf8(file: BinaryIO) -> bool:
    """Return whether the file is in UTF-8 throughout; NUL bytes are of it."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
    try:
        while block := file.read(BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_short(file: BinaryIO) -> bool:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return size <= SAMPLE


def _lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield the blocks of a file that hold more than ASCII, as many as are needed to tell an encoding."""
    size = 0
    while size <= SAMPLE and (block := file.read(BLOCK)):
        if not block.isascii():
            yield (found := sample(block))
            size += len(found)


def _guessed(content: bytes, declared: str) -> Coded:
    """Return the most likely encoding of what is not UTF-8.  UserError when there is none, or it is no text."""
    if b"\0" in content or len(content.translate(None, CONTROLS)) < len(content) * (1 - MOST_CONTROLS):
        raise UserError(BINARY)
    if damaged := _damaged(content):
        return damaged
    for encoding in likely(content):
        if _decoded(content, Coded(encoding)) is not None:
            return Coded(encoding, said=_taken(encoding))
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE]).best()
    if best is None or best.encoding.startswith(("utf_16", "utf_32")):  # those are told by their NUL bytes
        raise UserError(UNKNOWN)
    return Coded(best.encoding, said=_taken(best.encoding))


def _damaged(content: bytes) -> Coded | None:
    """Return UTF-8 when nearly all of what is not ASCII is of it, as where a file was cut or a byte was changed."""
    text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd") - content.count("\ufffd".encode())
    good = sum(char > "\x7f" for char in text) - bad
    if good < WHOLE * bad:
        return None
    return Coded("utf-8", "replace", _of_bad(bad, "UTF-8"))


def _of_bad(count: int, encoding: str) -> str:
    counted = "A byte in it is" if count == 1 else f"{count:,} places in it are"
    return f"{counted} not {encoding}, as the rest is; a � stands there."


def _taken(encoding: str) -> str:
    return f"{GUESSED} {codecs.lookup(encoding).name}; --encoding names another."


def _not_in(encoding: str) -> str:
    return f"The file is not in {encoding}, the encoding that was asked for."
