"""Mails (.eml): the body as text; subject, sender and date; what is attached is named and left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.policy import compat32
from pathlib import Path
from typing import BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.markup import text_of
from annotations.formats.documents.plain import article_with
from annotations.formats.reading.dates import day_of
from annotations.formats.reading.encoding import decode_said
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem, worded
from annotations.text.text import clean

LARGEST = 64 * 2**20  # bytes
PARTS = 1_000  # of a mail, those within others too
LONGEST = 16_000  # bytes of a header that says what a part is
TYPES = re.compile(rb"^content-(?:type|disposition):(?:[^\n]*\n[ \t])*+[^\n]*", re.IGNORECASE | re.MULTILINE)
TOO_LARGE = f"This mail is not read: it is larger than {LARGEST // 2**20} MB. Save its text as .txt."
TOO_MANY = (
    f"This mail is not read: it has more than {PARTS:,} parts, or endless headers. Save its text as .txt."
)
NO_TEXT = "This mail has no text, only what is attached to it."
LEFT_OUT = "The attachment {name} was left out; save it and import it by itself."
SEVEN_BIT = ("iso-2022", "hz-gb", "utf-16", "utf-32")  # charsets that look like others
SENDER = re.compile(r'"?([^"<]*?)"?\s*<([^<>\s]*)>')
FLOWS = re.compile(r"(?<!^--) \n", re.MULTILINE)  # where a line goes on in the next
BODIES = ("text/plain", "text/html")
KINDS = {"message/rfc822": "(a mail within it)"}
META = {"To": "to", "Cc": "cc", "Message-ID": "message_id", "List-Id": "list", "Organization": "source"}


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article, and a notice for each attachment.  UserError when the mail has no text."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UserError(TOO_LARGE)
    if any(len(head[0]) > LONGEST for head in TYPES.finditer(content)) or content.count(b"oundary") > PARTS:
        raise UserError(TOO_MANY)
    try:
        made = message_from_bytes(content, EmailMessage, policy=compat32)  # whose headers cost little
        mail = made if isinstance(made, EmailMessage) else EmailMessage()
        guesses: dict[str, None] = {}
        texts, others = _parted(mail, reading, guesses)
        heads = {name: _head(mail, name) for name in ("Subject", "From", "Date", *META)}
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UserError("This is no mail, or it is damaged; save its text as .txt.") from error
    if not texts:
        raise UserError(NO_TEXT)
    meta = {ours: heads[name] for name, ours in META.items() if heads[name]}
    sender = SENDER.fullmatch(heads["From"])
    name, address = sender.groups() if sender else (heads["From"], "")
    meta |= {
        ours: said for ours, said in (("author", name or address), ("from", address if name else "")) if said
    }
    meta |= {"date": heads["Date"]} if heads["Date"] else {}
    yield article_with(path, "\n\n".join(texts), heads["Subject"], day_of(heads["Date"]), meta)
    yield from (Notice(path, None, said) for said in guesses)
    yield from (Notice(path, None, worded(LEFT_OUT, name=name)) for name in others)


def _parted(mail: MIMEPart, reading: HowRead, guesses: dict[str, None]) -> tuple[list[str], list[str]]:
    """Return the texts of the mail in order, and the names of what is left out.

    Of several ways to say the same the plain one is taken.  What is to be said of encodings that were guessed goes into
    `guesses`.  UserError when there are too many parts.
    """
    texts: list[tuple[str, MIMEPart, tuple[int, ...]]] = []
    others: list[str] = []
    for count, (part, choices) in enumerate(_leaves(mail)):
        if count > PARTS:
            raise UserError(TOO_MANY)
        if part.get_content_type() in BODIES and part.get_content_disposition() != "attachment":
            if said := _of_part(part, reading, guesses):
                texts.append((said, part, choices))
        else:
            others.append(
                _decoded_head(
                    part.get_filename() or KINDS.get(part.get_content_type(), part.get_content_type())
                )
            )
    plain = {
        choice for _, part, choices in texts if part.get_content_type() == BODIES[0] for choice in choices
    }
    taken = (
        said
        for said, part, choices in texts
        if part.get_content_type() == BODIES[0] or plain.isdisjoint(choices)
    )
    return list(taken), others


def _leaves(mail: MIMEPart) -> Iterator[tuple[MIMEPart, tuple[int, ...]]]:
    """Yield the parts that hold something, with the numbers of the choices that they lie in; a mail in a mail is one."""
    todo: list[tuple[MIMEPart, tuple[int, ...]]] = [(mail, ())]
    while todo:
        part, choices = todo.pop()
        inner = part.get_payload()
        if not part.is_multipart() or not isinstance(inner, list) or part.get_content_maintype() == "message":
            yield part, choices
            continue
        within = (*choices[-1:], id(part)) if part.get_content_subtype() == "alternative" else choices
        todo += [(one, within) for one in reversed(inner) if isinstance(one, MIMEPart)]


def _of_part(part: MIMEPart, reading: HowRead, guesses: dict[str, None]) -> str:
    """Return the text of a part, whatever encoding it says that it is in."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return ""
    charset = str(part.get_content_charset() or "")
    text = "" if reading.encoding or not charset.lower().startswith(SEVEN_BIT) else _in(content, charset)
    if not text:
        text, guessed = decode_said(content, reading, charset)
        guesses |= dict.fromkeys(filter(None, (guessed,)))
    text = text.replace("\r\n", "\n")
    return text_of(text) if part.get_content_type() == "text/html" else _unflowed(text, part)


def _in(content: bytes, charset: str) -> str:
    """Return the content in that encoding; "" when it is not."""
    try:
        return clean(content.decode(charset))
    except (ValueError, LookupError):
        return ""


def _unflowed(text: str, part: MIMEPart) -> str:
    """Return the text with lines put together that the mail program broke and marked so (format=flowed)."""
    is_flowed = str(part.get_param("format", "")).lower() == "flowed"
    return FLOWS.sub(" ", text) if is_flowed else text


def _head(mail: EmailMessage, name: str) -> str:
    """Return a header, decoded, on one line; "" when there is none."""
    found = (str(value) for key, value in mail.raw_items() if key.lower() == name.lower())
    return _decoded_head(next(found, ""))


def _decoded_head(raw: str) -> str:
    """Return the words of a header; what cannot be decoded as it is written."""
    content = raw.encode("utf-8", "surrogateescape")
    said = _in(content, "utf-8") or content.decode("cp1252", "replace")
    with suppress(MessageError, LookupError, ValueError):
        said = str(make_header(decode_header(said))) if len(said) <= LONGEST else said
    return clean(" ".join(said.split()))
