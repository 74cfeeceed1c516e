"""Files without labels: text (one file, one article), HTML pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from annotations.articles import Article, article_id
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.titles import find_title, opening
from annotations.formats.reading.encoding import decode_said, said_of
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Problem
from annotations.text.text import clean

HEAD = 3_000  # code points in which a date line is looked for
DATE_LINE_MOST = 120  # code points; a longer line is prose

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*+""")
TAGS, WORDS = 50_000, 2_000  # tags of a page, and words in a tag: the time they take grows with their square
TOO_MUCH = (
    f"This page is not read: it has more than {TAGS:,} tags, or a tag with more than {WORDS:,} words in it. "
    "Save its text as .txt."
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
DATE_SHAPES = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/](?P<number>[01]\d)[-/](?P<day>[0-3]\d)(?!\d)"),
    re.compile(rf"\b(?P<day>[0-3]?\d)\s+{MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(
        rf"\b{MONTH}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
    ),
)


def read_txt(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article: the decoded text, whole; title and date where its first lines show them."""
    text, said = decode_said(file.read(), reading)
    found = {"title": find_title(text), "published": find_date(text)}
    yield _plain(path, text, found, {"file": clean(path.name)})
    yield from said_of(path, said)


def read_html(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article: what the page shows as its body, without comments."""
    from trafilatura import bare_extraction

    content = file.read()
    declared = CHARSET.search(content[:HEAD])
    html, told = decode_said(content, reading, declared[1].decode() if declared else "")
    if html.count("<") > TAGS or any(len(tag[0].split()) > WORDS for tag in TAG.finditer(html)):
        raise UserError(TOO_MUCH)
    extracted = bare_extraction(html, include_comments=False, with_metadata=True)
    page: dict[str, Any] = extracted.as_dict() if extracted and not isinstance(extracted, dict) else {}
    said = {
        name: clean(str(page.get(name) or ""))
        for name in ("text", "title", "date", "url", "sitename", "author")
    }
    if not said["text"].strip():
        raise UserError("No article was found in this page; save its text as .txt.")
    meta = {
        "file": clean(path.name),
        "url": said["url"],
        "source": said["sitename"],
        "author": said["author"],
    }
    found = {"title": said["title"], "published": said["date"]}
    yield _plain(path, said["text"], found, {k: v for k, v in meta.items() if v})
    yield from said_of(path, told)


def find_date(text: str) -> str:
    """Return the first full date in a short line of the text's head, as ISO 8601, or ""."""
    lines = (line for line in text[:HEAD].splitlines() if len(line) <= DATE_LINE_MOST)
    return next((found for line in lines if (found := iso_date(line))), "")


def iso_date(line: str) -> str:
    """Return the first full date in the line, as YYYY-MM-DD, or ""."""
    for shape in DATE_SHAPES:
        if match := shape.search(line):
            parts = match.groupdict()
            month = int(parts.get("number") or 0) or _month(parts.get("month") or "")
            with suppress(ValueError):  # 30 February is none
                return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    return ""


def _month(word: str) -> int:
    return MONTHS.index(word.lower()[:3]) + 1 if word else 0


def article(path: Path, text: str, title: str, meta: Mapping[str, str]) -> Record:
    """Return the one article of a file, with title and date where its first lines show them."""
    found = {"title": title or find_title(text), "published": find_date(text)}
    return _plain(path, text, found, {"file": clean(path.name), **meta})


def _plain(path: Path, text: str, found: Mapping[str, str], meta: dict[str, Any]) -> Record:
    marks = {"found": [name for name, value in found.items() if value]}
    if found["published"]:
        meta |= {"published": found["published"], "published_trusted": False}
    title = found["title"] or opening(text)
    return Record(Article(article_id(text), text, title, {**meta, **marks}), plain=True, file=path)
