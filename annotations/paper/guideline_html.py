"""A guideline, written in Markdown, as HTML that is never more than text: no tags of its own, no images, links to the web alone."""

from __future__ import annotations

import re
from html import escape

from annotations.text.controls import written_out

LARGEST, DEEPEST = 100_000, 20  # characters and blocks within one another; more is shown as it is written
LEVEL = 3  # by how much headings stand lower than in the guideline
WEB = re.compile(r"https?://", re.IGNORECASE)


def guideline_html(text: str) -> str:
    """Return the guideline as HTML; "" of none."""
    plain = written_out(text.strip())
    if len(plain) > LARGEST:
        return f"<pre>{escape(plain)}</pre>"
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).enable(
        ["table", "strikethrough"]
    )
    reader.disable(["image", "html_inline", "html_block"])
    reader.validateLink = lambda url: bool(WEB.match(url))  # type: ignore[method-assign]
    tokens = reader.parse(plain)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + LEVEL)}"
    return str(reader.renderer.render(tokens, reader.options, {}))
