"""Feeds: RSS 2.0, RSS 1.0, Atom, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.problems import Notice, Problem

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Daily</title><link>http://example.org</link>
<item><media:title>Not this</media:title><title>Talks &amp; tugs</title><link>http://example.org/1</link><guid>g1</guid>
<pubDate>Tue, 23 Jan 2024 10:00:00 +0100</pubDate><dc:creator>Ada Obi</dc:creator><category>Sea</category><category>Oslo</category>
<description>Oslo hosted Ms. Obi.</description>
<content:encoded><![CDATA[<p>Oslo&nbsp;hosted <b>Ms. Obi</b>.</p><script>x()</script><p>She left on Friday.</p>]]></content:encoded></item>
<item><title>Riga</title><description>&lt;p&gt;Riga too.&lt;/p&gt;</description></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Daily</title>
<entry><title type="html">Talks &amp;amp; tugs</title><link rel="self" href="http://example.org/s"/><link href="http://example.org/1"/>
<id>urn:1</id><updated>2024-01-23T23:30:00-08:00</updated><author><name>Ada Obi</name><email>a@example.org</email></author>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Oslo hosted <em>Ms. Obi</em>.</p><p>She left.</p></div></content></entry>
<entry><title>Riga</title><summary>Riga &lt; Oslo.</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Daily</title></channel><item><title>Talks</title><link>http://example.org/1</link><dc:date>2024-01-23T10:00Z</dc:date>
<description>Oslo hosted Ms. Obi.</description></item></rdf:RDF>"""


def taken(folder: Path, content: str | bytes, name: str = "feed.xml") -> list[Record | Problem]:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read(folder / name))


def records(folder: Path, content: str | bytes) -> list[Record]:
    return [entry for entry in taken(folder, content) if isinstance(entry, Record)]


def test_an_item_is_an_article_with_the_fullest_text_it_has(tmp_path: Path) -> None:
    first, second, problem = taken(tmp_path, RSS)
    assert (first.article.text, first.article.title) == (
        "Oslo\xa0hosted Ms. Obi.\nShe left on Friday.",
        "Talks & tugs",
    )
    assert first.article.meta == {
        "file": "feed.xml",
        "url": "http://example.org/1",
        "source": "Harbour Daily",
        "author": "Ada Obi",
        "date": "Tue, 23 Jan 2024 10:00:00 +0100",
        "guid": "g1",
        "description": "Oslo hosted Ms. Obi.",
        "category": ["Sea", "Oslo"],
        "published": "2024-01-23",
        "published_trusted": False,
    }
    assert (second.article.text, problem.line, problem.reason) == (
        "Riga too.",
        9,
        "The item Nothing was left out: it has no text.",
    )


def test_an_atom_feed_is_read(tmp_path: Path) -> None:
    first, second = records(tmp_path, ATOM)
    assert (first.article.text, first.article.title) == ("Oslo hosted Ms. Obi.\nShe left.", "Talks & tugs")
    assert (first.article.meta["url"], first.article.meta["author"]) == ("http://example.org/1", "Ada Obi")
    assert (first.article.published, second.article.text) == ("2024-01-23", "Riga < Oslo.")


def test_a_feed_of_rss_1_is_read(tmp_path: Path) -> None:
    (record,) = records(tmp_path, RDF)
    assert (record.article.title, record.article.text, record.article.published) == (
        "Talks",
        "Oslo hosted Ms. Obi.",
        "2024-01-23",
    )
    assert record.article.meta["source"] == "Harbour Daily"


def test_an_item_without_title_is_called_by_its_text(tmp_path: Path) -> None:
    (record,) = records(
        tmp_path,
        "<rss><channel><item><description>Oslo hosted Ms. Obi. She left.</description></item></channel></rss>",
    )
    assert record.article.title == "Oslo hosted Ms. Obi."


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "windows-1251"])
def test_a_feed_is_read_in_the_encoding_it_names(tmp_path: Path, encoding: str) -> None:
    word = "Østby" if encoding != "windows-1251" else "Берлин"
    content = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><item><title>A</title><description>{word} kom.</description></item></channel></rss>'
    (record,) = records(tmp_path, content.encode(encoding))
    assert record.article.text == f"{word} kom."


@pytest.mark.parametrize("wrong", ["Ben & Ann", "<media:thumbnail url='x'/>", "a &nope; b", "<br>"])
def test_a_feed_with_a_slip_is_read_and_the_slip_told(tmp_path: Path, wrong: str) -> None:
    entries = taken(
        tmp_path,
        f"<rss><channel><item><title>T</title><description>Oslo hosted {wrong}.</description></item></channel></rss>",
    )
    assert entries[0].article.text.startswith("Oslo hosted")
    assert isinstance(entries[-1], Notice)
    assert "This feed is damaged" in entries[-1].reason


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<rss><channel><title>F</title></channel></rss>", "This feed has no items."),
        (
            '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss><channel><item><description>&b;</description></item></channel></rss>',
            "defines entities",
        ),
        (
            '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&a;</description></item></channel></rss>',
            "defines entities",
        ),
        ("<opml><body/></opml>", "a list of feeds"),
        (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
            "a list of a site's pages",
        ),
        ("<nitf><body/></nitf>", "NewsML or NITF"),
        ("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "NewsML or NITF"),
    ],
)
def test_what_is_no_feed_is_refused_in_a_sentence(tmp_path: Path, content: str, words: str) -> None:
    (problem,) = taken(tmp_path, content)
    assert words in problem.reason


def test_one_item_that_takes_too_long_loses_itself_alone(tmp_path: Path) -> None:
    items = (
        "<item><title>A</title><description>"
        + "&lt;b&gt;" * 60_000
        + "</description></item><item><description>Riga too.</description></item>"
    )
    problem, record = taken(tmp_path, f"<rss><channel>{items}</channel></rss>")
    assert "more than" in problem.reason
    assert record.article.text == "Riga too."


def test_a_web_page_called_xml_is_read_as_one(tmp_path: Path) -> None:
    page = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Ferry</title></head><body><p>'
        + "A ferry ran aground on Tuesday, the guard said. " * 8
        + "</p></body></html>"
    )
    (record,) = records(tmp_path, page)
    assert "A ferry ran aground" in record.article.text
    assert "<p>" not in record.article.text


def test_what_an_item_says_besides_is_kept_by_its_names(tmp_path: Path) -> None:
    more = "<updated>2024-02-01</updated><comments>http://example.org/c</comments><enclosure url='a.mp3'/><came_from>x</came_from>"
    rss, atom = (records(tmp_path, feed.replace("<item>", "<item>" + more, 1)) for feed in (RSS, ATOM))
    kept = {
        name: rss[0].article.meta.get(name)
        for name in ("description", "updated", "comments", "enclosure", "feed_came_from")
    }
    assert list(kept.values()) == ["Oslo hosted Ms. Obi.", "2024-02-01", "http://example.org/c", "a.mp3", "x"]
    assert (atom[0].article.meta["summary"], "came_from" in rss[0].article.meta) == ("Short.", False)
