"""Looks that a text has without saying what it is: mail, base64, subtitles, tables, wiki text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice

from annotations.formats.reading.heads import ENDS, OLE, Head

HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?\S?")
MAIL_HEADERS = {
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "content-type",
}
BASE64_LINE = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
BASE64_LEAST = 120  # signs
SOFT = re.compile(r"=[0-9A-F]{2}")
CUE = re.compile(r"(\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{1,3}")
LOOKED_AT = 200  # lines of a table
FEWEST = 3  # lines of a table with tabs; of one with other signs two more
YAML_LINE = re.compile(r"\s*(- |#|[\w\"'][\w \"'.-]{0,40}:(\s|$)|-$|\.\.\.$|---$)")
NESTED = re.compile(r"\s+[\w\"'-]{1,40}:(\s|$)")
FRONT = re.compile(
    r"---[ \t]*\r?\n(?:[A-Za-z_][\w -]{0,40}:[^\n]*\n|[ \t][^\n]*\n|- [^\n]*\n){1,60}(?:---|\.\.\.)[ \t]*\r?\n"
)
STRINGS = re.compile(r'\[\s*"(?:[^"\\]|\\.)*+"\s*,\s*"')
NUMBER = re.compile(r"[\d.,:/%€$-]+")
COLUMN = re.compile(r"[a-z_][\w.-]{0,30}")
CELL = 60  # signs that the cells of a table have on average, at most


def is_ole(head: Head) -> bool:
    return head.content.startswith(OLE)


def is_mail(head: Head) -> bool:
    """Return whether the text begins with the headers of a mail: three of them at least, and an empty line after."""
    names, broken = set[str](), False
    for line in head.begin.split("\n")[:200]:
        if not line.strip():
            break
        if line[:1] in " \t" and names:
            continue
        if not HEADER.match(line):
            broken = True
            break
        names.add(line.partition(":")[0].lower())
    return not broken and len(names & MAIL_HEADERS) >= 3


def is_mhtml(head: Head) -> bool:
    """Return whether a browser or Word packed a page as a mail: one that nobody sent."""
    begin = head.begin[:4000].lower()
    sent = re.search(r"^(to|cc|message-id|received|return-path|x-mailer):", begin, re.MULTILINE)
    return (
        "multipart/related" in begin
        and HEADER.match(begin) is not None
        and ("<saved by" in begin or "snapshot-content-location:" in begin or not sent)
    )


def is_base64(head: Head) -> bool:
    """Return whether all is base64: long lines of its signs alone, as letters of a language are not."""
    if head.begin.startswith("data:") and ";base64," in head.begin[:200]:
        return True
    lines = [line.strip() for line in head.lines]
    joined = "".join(lines)
    if len(joined) < BASE64_LEAST or not all(map(BASE64_LINE.fullmatch, lines)):
        return False
    kinds = (any(map(test, joined)) for test in (str.isupper, str.islower, str.isdigit))
    return all(kinds) and max(map(len, lines)) >= min(60, len(joined))


def is_quoted_printable(head: Head) -> bool:
    coded, broken = len(SOFT.findall(head.text)), sum(line.endswith("=") for line in head.lines)
    return coded >= 3 and (broken >= 2 or coded >= 8) and "://" not in head.text[:200]


def is_subtitles(head: Head) -> bool:
    if head.begin.startswith("WEBVTT") or head.ending in (".srt", ".vtt"):
        return True
    return sum(CUE.search(line) is not None for line in head.lines[:30]) >= 2


def is_wiki(head: Head) -> bool:
    """Return whether the text is dense with the links and templates of a wiki."""
    text = head.text
    return (
        text.count("[[") >= 3 and text.count("]]") >= 3 and (text.count("{{") >= 2 or text.count("'''") >= 2)
    )


def is_yaml(head: Head) -> bool:
    if head.ending in (".yaml", ".yml"):
        return True
    lines = head.lines
    marked = bool(lines) and lines[0].strip() == "---"
    nested = bool(lines) and lines[0].startswith("- ") and any(map(NESTED.match, lines))
    keyed = sum(":" in line for line in lines)
    return (
        (marked or nested)
        and len(lines) >= 4
        and keyed >= 0.5 * len(lines)
        and all(map(YAML_LINE.match, lines))
    )


def has_front_matter(head: Head) -> bool:
    """Return whether settings of an article stand above it between lines of three hyphens, and more than settings below."""
    found = FRONT.match(head.text)
    below = head.text[found.end() :] if found else ""
    return any(not YAML_LINE.match(line) for line in ENDS.split(below) if line.strip())


def is_bare_json(head: Head) -> bool:
    """Return whether the text is JSON and has no record in it: a list of texts or numbers, a number, a text."""
    named = head.ending in (".json", ".jsonl", ".ndjson")
    if not named and not head.begin.startswith("["):
        return False
    if STRINGS.match(head.begin):
        return True
    try:
        value = json.loads(head.begin)
    except (ValueError, RecursionError):
        return False
    if isinstance(value, list):
        return not any(isinstance(one, dict | list) for one in value) and (named or bool(value))
    coded = isinstance(value, str) and value.lstrip().startswith(("{", "["))
    return named and not coded and not isinstance(value, dict)


def delimiter_of(lines: Sequence[str]) -> str:
    """Return what divides the cells of a table; "" when the lines are none.

    Each line has as many cells as the others, and they are short, as sentences are not.
    """
    for sign, fewest, cells in (
        ("\t", FEWEST, 2),
        (";", FEWEST + 2, 3),
        ("|", FEWEST + 2, 3),
        (",", FEWEST + 2, 3),
    ):
        rows = list(csv.reader(lines[:LOOKED_AT], delimiter=sign))
        if len(rows) < fewest:
            continue
        many, count = Counter(map(len, rows)).most_common(1)[0]
        signs = sum(map(len, lines[:LOOKED_AT])) / max(1, len(rows) * many)
        if many >= cells and count >= 0.95 * len(rows) and (sign == "\t" or signs <= CELL):
            return sign
    return ""


def is_table(head: Head) -> bool:
    try:
        return "\0" not in head.text and bool(delimiter_of(head.lines))
    except csv.Error:
        return False


def names_columns(head: Head, wanted: Collection[str]) -> bool:
    """Return whether the first line is nothing but names of columns, one of them wanted, and the second has as many cells."""
    first = head.lines[0].lower() if len(head.lines) > 1 else ""
    sign = next((sign for sign in "\t;|," if sign in first), "")
    names = [name.strip('"') for name in first.strip().split(sign)] if sign else []
    if not all(map(COLUMN.fullmatch, names)) or not any(name in wanted for name in names):
        return False
    try:
        rows = csv.reader(io.StringIO(head.text.lstrip("\ufeff\r\n"), newline=""), delimiter=sign)
        return [len(row) for row in islice(rows, 2)] == [len(names)] * 2
    except csv.Error:
        return False


def is_listing(head: Head) -> bool:
    """Return whether the cells of what looks like a table are the parts of sentences: a blank behind each sign, few numbers."""
    lines = head.lines[:LOOKED_AT]
    sign = delimiter_of(lines)
    if sign not in (",", ";"):
        return False
    cells = [cell for line in lines for cell in line.split(sign)[1:]]
    spaced = sum(cell[:1] in (" ", "") for cell in cells)
    numbers = sum(NUMBER.fullmatch(cell.strip()) is not None for cell in cells)
    return spaced >= 0.8 * len(cells) and numbers < len(cells) / 3
