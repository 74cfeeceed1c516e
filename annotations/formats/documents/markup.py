"""HTML as text: a whole page without its site's chrome, and pieces of it, as mails and feeds have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from annotations.errors import UserError
from annotations.text.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*+""")
TAGS, WORDS = 50_000, 2_000  # tags of a page, and words in a tag: the time they take grows with their square
TOO_MUCH = (
    f"This page is not read: it has more than {TAGS:,} tags, or a tag with more than {WORDS:,} words in it. "
    "Save its text as .txt."
)
SKIPPED = frozenset(
    ("script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe", "select")
)
BLOCKS = frozenset(
    (
        *(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "tr",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
        ),
        *(
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "figure",
            "figcaption",
        ),
        *("address", "caption", "form", "fieldset", "body", "center", "nav", "tbody", "thead"),
    )
)
CELLS = frozenset(("td", "th"))
BLANKS = re.compile(r"[ \t\r\n\f\v]+")
CELL, LINE = "\x00", "\x01"  # that no text has; where a cell or a line ends
PARTED = ("p", "item", "head", "list", "lb", "quote", "row")  # elements of an extracted page that part words


def check(html: str) -> None:
    """Raise UserError for a page that would take too long."""
    if html.count("<") > TAGS or any(len(tag[0].split()) > WORDS for tag in TAG.finditer(html)):
        raise UserError(TOO_MUCH)


def page_of(html: str) -> dict[str, str]:
    """Return text, title, date, url, sitename and author of the article in a page, "" for what it does not have."""
    from trafilatura import bare_extraction

    check(html)
    found = bare_extraction(html, include_comments=False, with_metadata=True)
    page: dict[str, Any] = found.as_dict() if found and not isinstance(found, dict) else {}
    if (
        found
        and not isinstance(found, dict)
        and found.body is not None
        and found.body.find(".//table") is not None
    ):
        page["text"] = _text_with_tables(found.body)
    return {
        name: clean(str(page.get(name) or ""))
        for name in ("text", "title", "date", "url", "sitename", "author")
    }


def text_of(html: str) -> str:
    """Return the text of a piece of HTML: a line a paragraph, tabs between the cells of a table."""
    from lxml import etree

    check(html)
    wrapped = f"<html><body><div>{html.replace(CELL, '')}</div></body></html>"
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(wrapped.encode("utf-8", "replace"), parser)
    said = "".join(_pieces(root)) if root is not None else ""
    lines = (_folded(line) for line in said.split(LINE))
    return clean("\n".join(line for line in lines if line))


def is_html(text: str) -> bool:
    """Return whether the text has tags, as a piece of HTML in a feed has."""
    return re.search(r"</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>", text) is not None


def _folded(line: str) -> str:
    cells = [BLANKS.sub(" ", cell).strip(" ") for cell in line.split(CELL)]
    return "\t".join(cells).strip("\t") if len(cells) > 1 else cells[0]


def _pieces(root: _Element) -> Iterator[str]:
    """Yield the text in order, with signs where a line or a cell ends; as a loop, since pages may be deep."""
    todo: list[tuple[_Element, str | None, str]] = [
        (root, None, "")
    ]  # with its sign once it is done, and its parent's
    while todo:
        element, done, above = todo.pop()
        if done is not None:
            yield done
            yield element.tail or ""
        elif element.tag in SKIPPED or not isinstance(element.tag, str):
            yield element.tail or ""
        else:
            ends = _end(element, above)
            yield LINE if ends == LINE else ""
            yield element.text or ""
            todo.append((element, ends, above))
            todo += [(child, None, ends) for child in reversed(element)]


def _end(element: _Element, above: str) -> str:
    """Return the sign for the element's end.  A cell with several blocks in it lays a page out, and is no cell."""
    if element.tag in CELLS:
        inner = (one for one in element.iterdescendants() if one.tag in BLOCKS)
        return LINE if len(list(islice(inner, 2))) > 1 else CELL
    return LINE if element.tag in BLOCKS and above != CELL else ""


def _text_with_tables(body: _Element) -> str:
    """Return the text of an extracted page with a line for each row of a table, and tabs between its cells."""
    from lxml import etree
    from trafilatura.xml import xmltotxt

    for table in [one for one in body.iter("table") if next(one.iterancestors("table"), None) is None]:
        for row in table.iter("row"):
            line = etree.Element("p")
            line.text = "\t".join(map(_cell, row.iterchildren("cell"))).rstrip("\t")
            table.addprevious(line)
        table.text = None
        for child in list(table):
            table.remove(child)
    return str(xmltotxt(body, include_formatting=False))


def _cell(cell: _Element) -> str:
    words: list[str] = []
    for element in cell.iter():
        words += [" " if element.tag in PARTED and element is not cell else "", element.text or ""]
        words += ["" if element is cell else element.tail or ""]
    return " ".join("".join(words).split())
