"""Files without labels: text (one file, one article), HTML pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from annotations.articles import Article, article_id
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.markup import page_of
from annotations.formats.documents.titles import find_title, opening
from annotations.formats.reading.dates import iso_date
from annotations.formats.reading.encoding import decode_said, said_of
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Problem
from annotations.text.text import clean

HEAD = 3_000  # code points in which a date line is looked for
DATE_LINE_MOST = 120  # code points; a longer line is prose

CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)


def read_txt(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article: the decoded text, whole; title and date where its first lines show them."""
    text, said = decode_said(file.read(), reading)
    found = {"title": find_title(text), "published": find_date(text)}
    yield _plain(path, text, found, {"file": clean(path.name)})
    yield from said_of(path, said)


def read_html(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article: what the page shows as its body, without comments."""
    content = file.read()
    declared = CHARSET.search(content[:HEAD])
    html, told = decode_said(content, reading, declared[1].decode() if declared else "")
    said = page_of(html)
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


def article(path: Path, text: str, title: str, meta: Mapping[str, str]) -> Record:
    """Return the one article of a file, with title and date where its first lines show them."""
    found = {"title": title or find_title(text), "published": find_date(text)}
    return _plain(path, text, found, {"file": clean(path.name), **meta})


def article_with(
    path: Path, text: str, title: str, day: str, meta: Mapping[str, Any], line: int | None = None
) -> Record:
    """Return an article whose file says what its title and day are, as far as it does; nobody vouches for the day."""
    published = {"published": day, "published_trusted": False} if day else {}
    named = title or find_title(text) or opening(text)
    held = {"file": clean(path.name), **meta, **published}
    return Record(Article(article_id(text), text, named, held), plain=True, file=path, line=line)


def _plain(path: Path, text: str, found: Mapping[str, str], meta: dict[str, Any]) -> Record:
    marks = {"found": [name for name, value in found.items() if value]}
    if found["published"]:
        meta |= {"published": found["published"], "published_trusted": False}
    title = found["title"] or opening(text)
    return Record(Article(article_id(text), text, title, {**meta, **marks}), plain=True, file=path)
