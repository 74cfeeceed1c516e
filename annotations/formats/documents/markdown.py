"""Markdown: the text as it reads, without marks; front matter in YAML or TOML is metadata."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.plain import article
from annotations.formats.lines.json_values import cleaned
from annotations.formats.reading.dates import iso_date
from annotations.formats.reading.encoding import decode_said, said_of
from annotations.formats.reading.fields import USUAL
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem
from annotations.text.text import clean

if TYPE_CHECKING:
    from markdown_it.token import Token

LARGEST, LINES = 1_000_000, 30_000  # characters and lines: a list of a million items takes gigabytes
FRONT = re.compile(
    r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,65536}?\n)?(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
OURS = ("file", "found", "pages", "came_from", "published", "published_trusted", "title")
LONGEST = 1000  # characters of a field that is neither a scalar nor a list of them
COLLECTIONS = (dict, list, tuple)
DEEPEST = 60  # lists and quotes within one another, each two
TOO_DEEP = "This Markdown is not read: lists or quotes lie too deep within one another. Name it .txt."
TOO_MUCH = f"This Markdown is not read: it has more than {LARGEST:,} characters or {LINES:,} lines. Divide it, or name it .txt."
ADDRESSES = "The addresses of links and pictures are not in the text ({count})."
TAGS = "Tags of HTML were left out ({count})."
ENDING = {"paragraph_close", "heading_close", "fence", "code_block", "html_block", "hr"}


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield one article, then what was left out.  UserError when it is too large or has no text."""
    whole, guessed = decode_said(file.read(), reading)
    if len(whole) > LARGEST or whole.count("\n") > LINES:
        raise UserError(TOO_MUCH)
    front, written = _front(whole)
    rendered = _Rendered(_tokens(written))
    if not rendered.text.strip():
        raise UserError("This Markdown has no text.")
    yield _record(path, front, rendered)
    yield from said_of(path, guessed)
    for sentence, count in ((ADDRESSES, rendered.addresses), (TAGS, rendered.tags)):
        if count:
            yield Notice(path, None, sentence.format(count=f"{count:,}"))


def _record(path: Path, front: Mapping[str, Any], rendered: _Rendered) -> Record:
    named = {name.casefold(): name for name in front}
    given = {ours: next((named[one] for one in names if one in named), "") for ours, names in USUAL.items()}
    title = _scalar(front.get(given["title"])) or rendered.heading
    made = article(path, clean(rendered.text), clean(title), {})
    used = {given["title"], given["published"]}
    rest = {name + "_" * (name in OURS): one for name, one in front.items() if name not in used}
    meta = {**made.article.meta, **cleaned({name: _kept(one) for name, one in rest.items()})}
    if published := _date(front.get(given["published"])):
        meta |= {"published": published, "published_trusted": False}
    return replace(made, article=replace(made.article, meta=meta))


def _front(text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter's fields, and the text behind it; all is text when there is none that can be read."""
    import yaml

    match = FRONT.match(text)
    if match is None:
        return {}, text
    said = match[2] or ""
    try:
        found = tomllib.loads(said.replace("\r\n", "\n")) if match[1] == "+++" else yaml.safe_load(said)
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return {}, text
    if not isinstance(found, dict):
        return {}, text
    return {str(name): one for name, one in found.items() if one is not None}, text[match.end() :]


def _scalar(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _date(value: Any) -> str:
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()[:10]
    return iso_date(str(value)) if isinstance(value, str) else ""


def _kept(value: Any) -> Any:
    """Return a field as metadata has it: a scalar, a list of scalars, or else its words."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list) and all(isinstance(one, str | int | float | bool) for one in value):
        return value
    return _beginning(value) if isinstance(value, COLLECTIONS) else str(value)[:LONGEST]


class _Words(str):
    """Words that are said as they stand, and no value."""

    __slots__ = ()


def _beginning(value: Any) -> str:
    """Return the first characters of `str(value)`: what YAML's aliases make of all of it, no memory holds."""
    said, waiting = "", [value]
    while waiting and len(said) < LONGEST:
        one = waiting.pop()
        if isinstance(one, COLLECTIONS):
            waiting += reversed(_parts(one))
        else:
            said += one if isinstance(one, _Words) else repr(one)
    return said[:LONGEST]


def _parts(value: dict[Any, Any] | list[Any] | tuple[Any, ...]) -> list[Any]:
    """Return the words and values that `str(value)` begins with, as far as they are needed."""
    opening, closing = "{}" if isinstance(value, dict) else "[]" if isinstance(value, list) else "()"
    first = [*islice(value.items() if isinstance(value, dict) else value, LONGEST)]
    named = (
        [(f"{name!r}: ", one) for name, one in first]
        if isinstance(value, dict)
        else [("", one) for one in first]
    )
    inside = [[_Words(", " * (n > 0) + name), one] for n, (name, one) in enumerate(named)]
    return [_Words(opening), *chain.from_iterable(inside), _Words(closing)]


def _tokens(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    tokens = reader.parse(text)
    if max((token.level for token in tokens), default=0) >= DEEPEST - 1:  # what lies deeper would be lost
        raise UserError(TOO_DEEP)
    return tokens


class _Rendered:
    """Markdown as it reads: blocks with a blank line between them, items of lists and rows of tables a line each."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.addresses = self.tags = 0
        self.heading = ""
        self._parts: list[str] = []
        self._lists = 0
        before = ""
        for token in tokens:
            self._take(token, before)
            before = token.type
        self.text = re.sub(r"\n{3,}", "\n\n", "".join(self._parts)).strip("\n")

    def _take(self, token: Token, before: str) -> None:
        kind = token.type
        if kind == "inline":
            said = self._inline(token.children or ())
            self._parts.append(said)
            if before == "heading_open" and not self.heading:
                self.heading = " ".join(said.split())
        elif kind in ("fence", "code_block"):
            self._parts.append(token.content)
        elif kind == "html_block":
            self.tags += len(TAG.findall(token.content))
            self._parts.append(html.unescape(TAG.sub("", token.content)).strip())
        elif kind in ("th_open", "td_open") and before in ("th_close", "td_close"):
            self._parts.append("\t")
        elif kind == "list_item_open" and token.info:
            self._parts.append(f"{token.info}. ")
        self._lists += kind.endswith("_list_open") - kind.endswith("_list_close")
        if kind in ENDING or kind == "tr_close":
            self._parts.append("\n" if self._lists or kind == "tr_close" else "\n\n")
        elif kind.endswith(("_list_close", "table_close")) and not self._lists:
            self._parts.append("\n")

    def _inline(self, children: Sequence[Token]) -> str:
        said = []
        for one in children:
            if one.type == "softbreak":
                said.append(" ")
            elif one.type == "hardbreak":
                said.append("\n")
            elif one.type == "image":
                self.addresses += 1
                said.append(self._inline(one.children or ()))
            elif one.type == "html_inline":
                self.tags += 1
            else:
                self.addresses += one.type == "link_open" and one.info != "auto"
                said.append(one.content)
        return "".join(said)
