"""Pieces of HTML as text, and tables of web pages."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest

from annotations.errors import UserError
from annotations.formats.documents.markup import page_of, text_of

PROSE = "<p>A ferry with 112 passengers ran aground off the harbour on Tuesday, the coast guard said in a statement.</p>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Oslo hosted\n <b>Ms.</b> Obi.</p><p>Bye.</p>", "Oslo hosted Ms. Obi.\nBye."),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>end", "One\nTwo\nend"),
        ("a &amp; b &lt; c &nbsp;&eacute;", "a & b < c \xa0é"),
        ("<style>p{}</style><script>x</script><p>Text</p> tail <!-- no -->", "Text\ntail"),
        (
            "<table><tr><th>Port</th><th>Ships</th></tr><tr><td><p>Oslo</p></td><td>12</td></tr></table>",
            "Port\tShips\nOslo\t12",
        ),
        ("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", "One.\nTwo."),
        ("<div><div>Deep</div> text</div>", "Deep\ntext"),
        ("", ""),
        ("<p></p><br>", ""),
        ("no tags at all", "no tags at all"),
        ("<p>broken <b>markup <p>here", "broken markup\nhere"),
    ],
)
def test_html_is_told_as_text(html: str, text: str) -> None:
    assert text_of(html) == text


def test_a_table_of_a_page_has_no_bars() -> None:
    table = "<table><thead><tr><th>Port</th><th>Ships</th></tr></thead><tr><td>Oslo</td><td><p>12</p><p>and 3</p></td></tr><tr><td>Riga</td><td></td></tr></table>"
    page = page_of(
        f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{PROSE}{table}{PROSE.replace('112', '7')}</article></body></html>"
    )
    assert "|" not in page["text"]
    assert "Port\tShips\nOslo\t12 and 3\nRiga\nA ferry with 7" in page["text"]


def test_bars_that_a_page_has_itself_stay() -> None:
    page = page_of(
        f"<html><body><article><h1>Ferry</h1>{PROSE}<p>Oslo | Riga | Turin were the three ports on the list.</p>{PROSE}</article></body></html>"
    )
    assert "Oslo | Riga | Turin" in page["text"]


@pytest.mark.parametrize(
    "piece", ["<div>", "<td>", "<table><tr><td>", "<p>a</p>", "<td><p>x</p></td>", "<b", "<!--", "&amp;"]
)
def test_no_piece_takes_long(piece: str) -> None:
    begun = process_time()
    with suppress(UserError):
        text_of(piece * 10_000)
    assert process_time() - begun < 5


def test_what_would_take_too_long_is_refused() -> None:
    with pytest.raises(UserError, match="This page is not read"):
        text_of("<b>" * 60_000)
