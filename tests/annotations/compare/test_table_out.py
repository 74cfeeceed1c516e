"""The table as a file: cells that are no formulas, and a page in which nothing of a text is markup."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from annotations.compare.table_out import as_csv, as_html
from tests.annotations.compare.made_table import article, group, table

SIX, NINE = article("a", 6, "guards", source="Harbor Wire"), article("b", 9, "guards")
HOSTILE = "<script>alert(1)</script>\ud800\u202e&\"'"


class Tags(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_csv_has_a_row_a_group_and_a_column_an_article() -> None:
    made = table(group("a raid", SIX, NINE), articles=(SIX, NINE))
    head, row = csv.reader(io.StringIO(as_csv(made, made.groups)))
    assert head == ["group", "type", "status", "verdict", "roles", "a says, Harbor Wire, ?", "b says, ?"]
    assert row[:4] == ["a raid", "HURT", "suggested", "contradicts"]
    assert row[4] == "count ✕ contradicts; victim = same; modality = same"
    assert row[5:] == ["6 guards; guards; asserted", "9 guards; guards; asserted"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(name: str) -> None:
    made = table(replace(group("x", SIX, NINE), name=name), articles=(SIX, NINE))
    _, row = csv.reader(io.StringIO(as_csv(made, made.groups)))
    assert row[0] == f"'{name}"


def test_no_word_of_an_article_is_markup_and_the_page_needs_nothing_else() -> None:
    made = table(replace(group("x", SIX, NINE), name=HOSTILE), articles=(SIX, NINE))
    page = as_html(made, made.groups, HOSTILE)
    read = Tags()
    read.feed(page)
    assert read.tags == {"html", "head", "meta", "title", "style", "body", "h1", "table", "thead", "tbody", "tr", "th", "td", "small", "b"}  # fmt: skip
    assert "<script>alert(1)</script>\\ud800\\u202e" in read.words
    assert "http" not in page
    assert page.encode("utf-8")


def test_an_empty_table_is_a_head_alone() -> None:
    made = table(articles=())
    assert as_csv(made, ()) == "group,type,status,verdict,roles\r\n"
    assert "<tbody>" in as_html(made, (), "Nothing")
