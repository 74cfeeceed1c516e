"""The titles that programs give documents by themselves, which are no titles."""

from __future__ import annotations

import re
from collections.abc import Mapping

from annotations.formats.reading.dates import iso_date
from annotations.text.text import clean

PROGRAM = re.compile(
    r"(?:microsoft\s+(?:office\s+)?(?:word|powerpoint|excel|outlook)|powerpoint|libreoffice|openoffice(?:\.org)?|pages|writer)\s*[-–:]\s*",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"""(?:(?:new\s+)?(?:microsoft\s+)?(?:word|powerpoint|excel|office|pdf|text|rich\ text)\s+(?:document|presentation|file|worksheet)
    |(?:document|presentation|book|workbook|slide|sheet|page|file|scan|image|img|doc|dokument|documento|unbenannt|untitled)[\s_-]*\d*
    |untitled\s+(?:document|page)?\s*\d*|un(?:named|titled|specified|known)|sans\s+(?:titre|nom)|ohne\s+(?:titel|namen)|sin\s+t[ií]tulo
    |no\s+(?:title|name)|title|titel|titre|none|null|anonymous|print(?:out)?|print\s+job|full\s+page\s+photo|tmp\w*|\(?[\W\d_]*\)?)""",
    re.IGNORECASE | re.VERBOSE,
)
FILE_NAME = re.compile(r"\S*(?:[/\\].*)?\.[a-z][a-z0-9]{1,4}", re.IGNORECASE)
NOBODY = ("", "anonymous", "unknown", "user", "author", "python-docx", "admin", "administrator")
SHORTEST = 3  # code points


def real_title(said: str | None) -> str:
    """Return the title that a document's properties give, or "" when a program or a file's name made it up.

    >>> [real_title(one) for one in ("Word Document", "Microsoft Word - a.doc", "untitled", "Talks in Oslo")]
    ['', '', '', 'Talks in Oslo']
    """
    title = " ".join(clean(said or "").replace("\x00", "").split())
    if PROGRAM.match(title) or FILE_NAME.fullmatch(title) or GENERIC.fullmatch(title):
        return ""
    return title if len(title) >= SHORTEST else ""


def about_document(said: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return a document's title and metadata by what its properties say: title, creator, created."""
    author, created = clean(said.get("creator", "")), said.get("created", "")[:10]
    meta = {"author": author if author.casefold() not in NOBODY else "", "created": iso_date(created)}
    return real_title(said.get("title")), {name: one for name, one in meta.items() if one}
