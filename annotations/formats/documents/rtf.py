"""RTF: the text of paragraphs, a row of a table a line with tabs; pages end with a form feed.

Tracked deletions and hidden text are left out, notes stand at the end; pictures are never looked at.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.given_titles import about_document
from annotations.formats.documents.plain import article
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem
from annotations.text.text import clean

START = b"{\\rtf"
DAMAGED = "This is no RTF file, or it is damaged."
LARGEST = 16 * 2**20  # characters, without pictures
DEEPEST = 2_000  # groups within groups
TOO_MUCH = f"This RTF file is not read: without its pictures it has more than {LARGEST // 2**20} MB. Save it as .txt."
TOKEN = re.compile(r"\\([a-z]+)(-?\d{1,9})?|\\[^a-z]|[{}]")
PAGE_CODE = re.compile(r"\\ansicpg(\d+)")
GROUPS = {
    **dict.fromkeys(("pict", "nonshppict", "objdata", "themedata", "colorschememapping", "datastore", "blipuid"), "picture"),
    **dict.fromkeys(("deleted",), "deleted"),
    **dict.fromkeys(("v",), "hidden"),
    **dict.fromkeys(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), "head"),
    **dict.fromkeys(("annotation",), "comment"),
    **dict.fromkeys(("atnid", "atnauthor", "atnref", "atnicn"), "mark"),
    **dict.fromkeys(("footnote",), "note"),
    **dict.fromkeys(("info",), "info"),
}  # fmt: skip
LEFT = {
    "deleted": "Tracked changes were taken as accepted: what was deleted is left out ({count}).",
    "hidden": "Hidden text was left out ({count}).",
    "comment": "Comments were left out ({count}).",
    "note": "Footnotes and endnotes stand at the end of the text ({count}).",
    "head": "What stands at the head or foot of every page was left out ({count}).",
}
AS_MARKS = (
    (re.compile(r"\\(?:nest)?cell(?![a-z])"), r"\\tab"),
    (re.compile(r"\\page(?![a-z]) ?"), r"\\'0c"),
    (re.compile(r"\\\*\\fldinst"), r"\\*\\fldleft"),  # so that addresses of links do not come into the text
)


class _Group(NamedTuple):
    """A group of the file that is no part of its text: its bounds and kind."""

    start: int
    end: int
    kind: str


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article, then what was left out.  UserError when it is no RTF, too large, or has no text."""
    content = file.read()
    if not content.lstrip()[: len(START)] == START:
        raise UserError(DAMAGED)
    encoding = reading.encoding or _encoding(content)
    written = content.decode(encoding, "replace")
    groups = list(_groups(written))
    own, notes, info = _parted(written, groups)
    if len(own) > LARGEST:
        raise UserError(TOO_MUCH)
    text = "\n".join(
        filter(None, [_plain(own, encoding), *(_plain(note, encoding).strip() for note in notes)])
    )
    if not text.strip():
        raise UserError("This RTF file has no text.")
    title, meta = about_document(_about(info, encoding))
    yield article(path, clean(text), title, meta)
    left = Counter(group.kind for group in groups)
    for kind, said in LEFT.items():
        if left[kind]:
            yield Notice(path, None, said.format(count=f"{left[kind]:,}"))


def _encoding(content: bytes) -> str:
    """Return the encoding that the file names; cp1252 when it names none that is known."""
    head = content[:4096].decode("latin-1")
    named = PAGE_CODE.search(head)
    name = f"cp{named[1]}" if named else "mac_roman" if re.search(r"\\mac(?![a-z])", head) else "cp1252"
    name = {"cp65001": "utf-8", "cp10000": "mac_roman"}.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _groups(text: str) -> Iterator[_Group]:
    """Yield the groups of kinds that are taken apart, in order, none within another."""
    opened: list[tuple[int, str]] = []
    within = 0  # groups that are open and of a kind
    at = 0
    while token := TOKEN.search(text, at):
        at = token.end()
        said, word = token[0], token[1]
        if said == "{":
            opened.append((token.start(), ""))
            if len(opened) > DEEPEST:
                raise UserError(DAMAGED)
        elif said == "}" and opened:
            start, kind = opened.pop()
            within -= bool(kind)
            if kind and not within:
                yield _Group(start, token.end(), kind)
        elif word == "bin":
            at += max(0, int(token[2] or 0)) + 1
        elif word in GROUPS and token[2] != "0" and len(opened) > 1 and not opened[-1][1]:
            opened[-1] = (opened[-1][0], GROUPS[word])
            within += 1


def _parted(text: str, groups: list[_Group]) -> tuple[str, list[str], str]:
    """Return the file without these groups, its notes, each as a file of its own, and what it says of itself."""
    pieces, at, info = list[str](), 0, ""
    fonts = _fonts(text)
    notes = []
    for group in groups:
        pieces.append(text[at : group.start])
        at = group.end
        inside = text[group.start : group.end]
        if group.kind == "note":
            notes.append(
                f"{{\\rtf1{fonts}{inside.replace(chr(92) + 'footnote', ' ', 1).replace(chr(92) + '*', '', 1)}}}"
            )
        elif group.kind == "info":
            info = inside
    return "".join([*pieces, text[at:]]), notes, info


def _fonts(text: str) -> str:
    """Return the table of fonts, which tells encodings."""
    start = text.find("{\\fonttbl")
    end, depth = start, 0
    for token in TOKEN.finditer(text, max(start, 0)) if start >= 0 else ():
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth == 0:
            end = token.end()
            break
    return text[start:end] if end > start else ""


def _plain(written: str, encoding: str) -> str:
    """Return the text of an RTF; a pair of halves, as of an emoji, is one character."""
    from striprtf.striprtf import rtf_to_text

    for pattern, mark in AS_MARKS:
        written = pattern.sub(mark, written)
    try:
        text = rtf_to_text(written, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except (
        ValueError,
        LookupError,
        OverflowError,
    ) as error:  # a number that is none of a character, and the like
        raise UserError(DAMAGED) from error
    text = str(text).translate({0xAD: None, 0x2011: "-"})
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "\n".join(line.rstrip("\t") for line in paired.replace("\x00", "").split("\n")).strip("\n")


def _about(info: str, encoding: str) -> dict[str, str]:
    said = {}
    for ours, theirs in (("title", "title"), ("creator", "author")):
        if found := re.search(rf"\{{\\{theirs}\s((?:\\[{{}}\\]|[^{{}}])*)\}}", info):
            said[ours] = _plain(f"{{\\rtf1 {found[1]}}}", encoding).strip()
    if found := re.search(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})", info):
        said["created"] = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return said
