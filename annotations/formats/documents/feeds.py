"""Feeds (RSS 2.0, RSS 1.0 and Atom): an article an item, with its title, address, day and author."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html.entities import html5
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.formats.documents.markup import is_html, text_of
from annotations.formats.documents.plain import article_with
from annotations.formats.reading.dates import day_of
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Notice, Problem, worded
from annotations.text.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 64 * 2**20  # bytes
TOO_LARGE = f"This feed is not read: it is larger than {LARGEST // 2**20} MB. Divide it."
DAMAGED = "This feed is no XML, or it is damaged: {why}."
MENDED = "This feed is damaged ({why}); what could be read of it was taken."
ENTITIES = "This feed is not read: it defines entities of its own, which no feed needs."
EMPTY = "The item {name} was left out: it has no text."
TEXTS = ("encoded", "content", "description", "summary")  # the longer first, as feeds use them
DATES = ("pubDate", "published", "date", "updated", "issued", "modified")
USED = ("title", "link", "author", "creator", "category", "source")  # which are always metadata or the title
OURS = (
    "file",
    "found",
    "pages",
    "came_from",
    "published",
    "published_trusted",
)  # names in the metadata that we give
OTHERS = (
    "{http://search.yahoo.com/mrss/}",
    "{http://www.itunes.com/dtds/podcast-1.0.dtd}",
)  # whose names are not ours
PROLOGUE = 1 << 16  # bytes in which a feed would define entities
NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]{2,30});")
PREFIX = re.compile(r"<(/?)[\w-]+:")


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield an article an item; an item without text is listed.  UserError when it is no feed."""
    root, why = _root(file, reading)
    head = next((one for one in root if _name(one) == "channel"), root)
    source = _plain(_text(head, "title"))
    items = [one for one in root.iter() if _name(one) in ("item", "entry")]
    if not items:
        raise UserError(DAMAGED.format(why=why) if why else "This feed has no items.")
    for item in items:
        try:
            yield from _item(path, item, source)
        except UserError as error:
            yield Problem(path, item.sourceline, error.sentence)
    if why:
        yield Notice(path, None, MENDED.format(why=why))


def _root(file: BinaryIO, reading: HowRead) -> tuple[_Element, str]:
    """Return the feed's first element, and what is wrong with it as XML, or ""."""
    from lxml import etree

    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UserError(TOO_LARGE)
    if b"<!ENTITY" in content[:PROLOGUE]:
        raise UserError(ENTITIES)
    content, why = NAMED.sub(_character, content), ""
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True, encoding=reading.encoding or None, recover=recover,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            why = str(error).partition("\n")[0][:100] or "it is empty"
            continue
        if root is not None:
            return root, why
    raise UserError(DAMAGED.format(why=why))


def _character(name: re.Match[bytes]) -> bytes:
    """Return the character that HTML has under the name, which XML does not know."""
    found = html5.get(f"{name[1].decode()};")
    return "".join(f"&#{ord(sign)};" for sign in found).encode() if found else name[0]


def _item(path: Path, item: _Element, source: str) -> Iterator[Record | Problem]:
    title = _plain(_text(item, "title"))
    name = title or _link(item) or f"on line {item.sourceline}"
    text, line = _body(item), item.sourceline
    if not text.strip():
        yield Problem(path, line, worded(EMPTY, name=clean(name)))
        return
    written = next((said for date in DATES if (said := _text(item, date))), "")
    about = {
        "url": _link(item),
        "source": _plain(_text(item, "source")) or source,
        "author": _author(item),
        "date": written,
        "guid": _text(item, "guid") or _text(item, "id"),
    }
    meta: dict[str, Any] = {name: clean(said) for name, said in about.items() if said}
    meta = {**_others(item, text, {*about.values()}), **meta}
    if topics := [
        said
        for one in item
        if _name(one) == "category"
        if (said := clean(one.get("term") or (one.text or "").strip()))
    ]:
        meta |= {"category": topics}
    yield article_with(path, text, title, day_of(written), meta, line)


def _body(item: _Element) -> str:
    """Return the fullest text that the item has."""
    found = [said for name in TEXTS for one in item if _name(one) == name if (said := _said(one))]
    return max(found, key=len, default="")


def _others(item: _Element, text: str, taken: Collection[str]) -> dict[str, Any]:
    """Return what else the item says, by the names of the feed: a short text beside the full one, a second date."""
    found: dict[str, list[str]] = {}
    for one in item:
        name = _name(one)
        said = _said(one) if name in TEXTS else clean("".join(one.itertext()).strip() or one.get("url", ""))
        if name and name not in USED and said and said != text and said not in taken:
            found.setdefault(f"feed_{name}" if name in OURS else name, []).append(said)
    return {name: said[0] if len(said) == 1 else said for name, said in found.items()}


def _said(element: _Element) -> str:
    """Return the element's text: HTML inside it, escaped or not, is told as text."""
    from lxml import etree

    if len(element):
        inner = (element.text or "") + "".join(etree.tostring(one, encoding="unicode") for one in element)
        return text_of(PREFIX.sub(r"<\1", inner))
    said = element.text or ""
    return text_of(said) if is_html(said) or "&" in said else clean(said.strip())


def _plain(said: str) -> str:
    """Return a line without the HTML that some feeds have in titles."""
    return " ".join((text_of(said) if is_html(said) or "&" in said else clean(said)).split())


def _text(element: _Element, name: str) -> str:
    return next(("".join(one.itertext()).strip() for one in element if _name(one) == name), "")


def _link(item: _Element) -> str:
    links = [one for one in item if _name(one) == "link"]
    best = [one for one in links if one.get("rel", "alternate") == "alternate"] or links
    return next((said for one in best if (said := (one.get("href") or one.text or "").strip())), "")


def _author(item: _Element) -> str:
    found = (one for one in item if _name(one) in ("creator", "author"))
    names = (_text(one, "name") or "".join(one.itertext()).strip() for one in found)
    return ", ".join(dict.fromkeys(filter(None, names)))


def _name(element: _Element) -> str:
    """Return the element's name without its name space."""
    is_other = not isinstance(element.tag, str) or element.tag.startswith(OTHERS)
    return "" if is_other else element.tag.rpartition("}")[2]
