"""Inputs with right values for titles, metadata, mails and feeds, imported by the command and exported again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.commands.commands import run

Taken = Callable[..., list[dict]]

DATED = """Posted 09:41, 3 March 2024 CET

BUSINESS

Tug Marta Sold to Holt Shipping

Advertisement

Holt Shipping bought the tug Marta from Port Lines on Friday. The price was not given.
"""
BARE = """3 March 2024
Advertisement

Holt Shipping bought the tug Marta from Port Lines on Friday, two people said.

The price was not given.
"""
METADATA = {
    "headline": "Talks in Port Town",
    "text": "The mayor met the union in Port Town.",
    "url": "http://example.org/1",
    "date": "2024-01-23",
    "source": "Daily",
}
NEWS = {
    "title": "Tug sold",
    "text": "Holt Shipping bought the tug Marta.",
    "url": "http://example.org/tug",
    "date": "2024-03-01",
    "author": "Ines Roux",
    "source": "Harbour Daily",
}
MAIL = """From: Ada Obi <ada@example.org>
To: desk@example.org
Subject: =?utf-8?q?Oslo_=C3=B8st?=
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Oslo hosted Ms. =C3=98stby, who said the long line goes on and on and on=
 and on.
"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>Oslo</title><description>Oslo hosted Ms. Obi.\
</description></item><item><title>Riga</title><description>Riga too.</description></item></channel></rss>"""


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    """The records that a project has after the import of one file."""

    def records(name: str, content: str, *options: str) -> list[dict]:
        (tmp_path / name).write_text(content, "utf-8")
        assert run("new", tmp_path / "p", "--schema", "blank") == 0
        assert run("import", tmp_path / "p", tmp_path / name, *options) == 0
        assert (
            run("export", tmp_path / "p", tmp_path / "out.jsonl", "--format", "jsonl", "--articles", "all")
            == 0
        )
        return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]

    return records


def test_a_headline_under_a_date_is_the_title(taken: Taken) -> None:
    (record,) = taken("title-under-date.txt", DATED)
    assert (record["title"], record["meta"]["published"]) == ("Tug Marta Sold to Holt Shipping", "2024-03-03")


def test_without_a_headline_the_first_sentence_is(taken: Taken) -> None:
    (record,) = taken("no-headline.txt", BARE)
    assert record["title"].startswith("Holt Shipping bought the tug Marta")


def test_metadata_of_lines_of_json_are_kept(taken: Taken) -> None:
    (record,) = taken("metadata.jsonl", json.dumps(METADATA))
    assert (record["title"], record["meta"]) == (
        "Talks in Port Town",
        {
            "url": "http://example.org/1",
            "source": "Daily",
            "published": "2024-01-23",
            "published_trusted": False,
        },
    )


def test_nothing_of_a_line_of_news_is_dropped(taken: Taken) -> None:
    (record,) = taken("news.jsonl", json.dumps(NEWS))
    assert (record["title"], record["meta"]) == (
        "Tug sold",
        {
            "url": "http://example.org/tug",
            "author": "Ines Roux",
            "source": "Harbour Daily",
            "published": "2024-03-01",
            "published_trusted": False,
        },
    )


def test_a_mail_is_its_decoded_body(taken: Taken) -> None:
    (record,) = taken("mail.eml", MAIL)
    said = "Oslo hosted Ms. Østby, who said the long line goes on and on and on and on."
    assert (record["title"], record["text"].strip()) == ("Oslo øst", said)


def test_a_feed_is_an_article_an_item(taken: Taken) -> None:
    found = {record["title"]: record["text"] for record in taken("feed.xml", FEED)}
    assert found == {"Oslo": "Oslo hosted Ms. Obi.", "Riga": "Riga too."}


def test_fields_are_named_by_an_option(taken: Taken) -> None:
    (record,) = taken(
        "a.jsonl",
        json.dumps({"lead": "Oslo hosted Ms. Obi.", "slug": "oslo"}),
        "--map",
        "text=lead,title=slug",
    )
    assert (record["title"], record["text"]) == ("oslo", "Oslo hosted Ms. Obi.")
