"""The codebook as Markdown: guidelines stay as they are written, each in a quotation of its own; examples are text."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote as percent_encoded

from annotations.paper.as_markdown import line, quoted
from annotations.paper.codebook import KINDS, Codebook, CodebookEntry
from annotations.paper.codebook_html import NO_EXAMPLE, NO_GUIDELINE, TITLES
from annotations.paper.quotes import WorkQuote
from annotations.text.controls import markdown, written_out


def codebook_markdown(book: Codebook) -> str:
    """Return the whole codebook; what a quotation begins ends with it, so that no guideline changes what follows."""
    lines = [f"# {markdown(book.name)}: codebook", *_contents(book)]
    for title, entries in book.parts():
        lines.append(f"## {title}")
        for entry in entries:
            lines += [f"### {markdown(entry.name)}", *_entry(entry)]
    return "\n\n".join(lines) + "\n"


def _contents(book: Codebook) -> Iterator[str]:
    for title, entries in book.parts():
        yield f"{title}: {', '.join(markdown(entry.name) for entry in entries)}"


def _entry(entry: CodebookEntry) -> Iterator[str]:
    if entry.aside:
        yield f"*{markdown(entry.aside.strip())}*"
    yield _guideline(entry.guideline) if entry.guideline.strip() else NO_GUIDELINE
    if entry.roles:
        yield "\n".join(["**Roles**", "", *(f"- {line(role)}" for role in entry.roles)])
    if entry.examples and not any(entry.examples.values()):
        yield NO_EXAMPLE
    for kind in KINDS:
        if quotes := entry.examples.get(kind):
            yield "\n".join([f"**{TITLES[kind]}**", "", *map(_example, quotes)])


def _guideline(text: str) -> str:
    """Return the guideline as a quotation, in which a tag is text."""
    plain = written_out(text.strip()).replace("<", "&lt;")
    return "\n".join(f"> {one}".rstrip() for one in plain.splitlines())


def _example(quote: WorkQuote) -> str:
    article = percent_encoded(quote.article.encode("utf-8", "surrogatepass"), safe="").replace("-", "%2D")
    return f"- {quoted(quote)} <!-- article {article} {quote.start} {quote.end} -->"
