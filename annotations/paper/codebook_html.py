"""The codebook as one HTML file: nothing is loaded, nothing is run, all that people wrote is text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from annotations.paper.codebook import KINDS, NOTHING, Codebook, CodebookEntry
from annotations.paper.guideline_html import guideline_html
from annotations.paper.quotes import WorkQuote
from annotations.text.controls import written_out, xml_attribute

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
TITLES = {
    "confirmed": "Confirmed",
    "disputed": "Annotators differed",
    "rejected": "Rejected",
}
NO_GUIDELINE = "No guideline is written."
NO_EXAMPLE = "No example in the work."
STYLE = """
:root { color-scheme: light dark; --page: #ffffff; --text: #1c1d20; --second: #5b5d64; --line: #e4e2dc;
  --confirmed: #e2f3e8; --disputed: #fbeed6; --rejected: #fbe7e5; --link: #2459c4; }
@media (prefers-color-scheme: dark) { :root { --page: #151618; --text: #e8e9eb; --second: #a9acb3; --line: #313439;
  --confirmed: #1c3326; --disputed: #3a2f1a; --rejected: #442422; --link: #86aef7; } }
body { background: var(--page); color: var(--text); font: 16px/1.5 Inter, "Segoe UI", "Noto Sans", sans-serif;
  margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
h3 { margin: 2rem 0 0.25rem; } h4 { margin: 1rem 0 0.25rem; font-size: 1rem; }
a { color: var(--link); } .second { color: var(--second); font-size: 0.875rem; }
ul.toc { columns: 14rem; list-style: none; padding: 0; }
ul.examples { list-style: none; padding: 0; }
ul.examples li { border-inline-start: 3px solid var(--line); margin: 0.5rem 0; padding: 0 0 0 0.75rem; }
b.confirmed { background: var(--confirmed); } b.disputed { background: var(--disputed); }
b.rejected { background: var(--rejected); } ul.examples b { border-radius: 3px; padding: 0 0.15em; }
table { border-collapse: collapse; } td, th { border: 1px solid var(--line); padding: 0.2rem 0.5rem; }
pre { white-space: pre-wrap; }
@media print { :root { --page: #ffffff; --text: #000000; --second: #444444; --line: #bbbbbb; --confirmed: #e2f3e8;
  --disputed: #fbeed6; --rejected: #fbe7e5; --link: #000000; } body { font-size: 10.5pt; max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; } li { break-inside: avoid; } ul.examples b { text-decoration: underline; } }
"""


def codebook_html(book: Codebook) -> str:
    """Return the whole file, with a table of contents, for light and dark and for paper."""
    title = _text(f"{book.name}: codebook")
    return (
        f'<!DOCTYPE html>\n<html lang="{xml_attribute(book.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"{''.join(_contents(book))}{codebook_body(book)}</body>\n</html>\n"
    )


def codebook_body(book: Codebook) -> str:
    """Return what the file says below its title and contents, in tags that Qt's documents know too."""
    return "".join(_parts(book))


def _contents(book: Codebook) -> Iterator[str]:
    for part, (title, entries) in enumerate(book.parts()):
        yield f'<p><a href="#part-{part}">{title}</a></p>\n<ul class="toc">\n'
        for number, entry in enumerate(entries):
            yield f'<li dir="auto"><a href="#entry-{part}-{number}">{_text(entry.name)}</a></li>\n'
        yield "</ul>\n"


def _parts(book: Codebook) -> Iterator[str]:
    for part, (title, entries) in enumerate(book.parts()):
        yield f'<h2 id="part-{part}">{title}</h2>\n'
        for number, entry in enumerate(entries):
            yield f'<h3 id="entry-{part}-{number}" dir="auto">{_text(entry.name)}</h3>\n'
            yield from _entry(entry)
    if not book.parts():
        yield f"<p>The schema has {NOTHING} in it.</p>\n"


def _entry(entry: CodebookEntry) -> Iterator[str]:
    if entry.aside:
        yield f'<p class="second" dir="auto">{_text(entry.aside)}</p>\n'
    yield guideline_html(entry.guideline) or f'<p class="second">{NO_GUIDELINE}</p>\n'
    if entry.roles:
        roles = "".join(f'<li dir="auto">{_text(role)}</li>\n' for role in entry.roles)
        yield f"<h4>Roles</h4>\n<ul>\n{roles}</ul>\n"
    if not entry.examples:
        return
    if not any(entry.examples.values()):
        yield f'<p class="second">{NO_EXAMPLE}</p>\n'
    for kind in KINDS:
        if quotes := entry.examples.get(kind):
            items = "".join(_example(quote, kind) for quote in quotes)
            yield f'<h4>{TITLES[kind]}</h4>\n<ul class="examples">\n{items}</ul>\n'


def _example(quote: WorkQuote, kind: str) -> str:
    place = f'data-article="{xml_attribute(quote.article)}" data-start="{quote.start}" data-end="{quote.end}"'
    told = f'<br><span class="second" dir="auto">{_text(quote.told)}</span>' if quote.told else ""
    words = f'{_text(quote.before)}<b class="{kind}">{_text(quote.words)}</b>{_text(quote.after)}'
    return f'<li dir="auto" {place}>{words}{told}</li>\n'


def _text(said: str) -> str:
    return escape(written_out(said))
