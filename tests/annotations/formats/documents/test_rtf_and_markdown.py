"""RTF and Markdown: the text as it reads, and what the files say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from annotations.formats import read
from annotations.formats.base import Record

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial;}}"


def told(path: Path, content: bytes | str) -> tuple[Record, list[str]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    record, *notices = read(path)
    assert isinstance(record, Record), record
    return record, [notice.reason for notice in notices]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"Oslo hosted\par Ms. Obi.\par", "Oslo hosted\nMs. Obi."),
        (r"caf\'e9 {\b bold} \i it\i0 alic", "café bold italic"),
        (r"\u381?\uc1\u322?\u8217\'92s", "\u017d\u0142’s"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\f1 \'b3\'f3d\'9f}", "łódź"),
        (r"a\~b\_c\-d", "a\xa0b-cd"),
        (r"One.\page Two.", "One.\fTwo."),
        (r"\trowd Marta\cell 310\cell\row Ada\cell 220\cell\row", "Marta\t310\nAda\t220"),
        (r"before {\pict\pngblip 89504e47}after", "before after"),
        (r"{\pict\bin5 {}}{\}after", "after"),
        (r'see {\field{\*\fldinst{HYPERLINK "http://x.org"}}{\fldrslt{the page}}}.', "see the page."),
        (r"\'93Yes\'94\line no\tab so\emdash then", "“Yes”\nno\tso—then"),
    ],
)  # fmt: skip
def test_rtf_reads_as_it_is_seen(tmp_path: Path, written: str, text: str) -> None:
    record, notices = told(tmp_path / "a.rtf", HEAD + written + "}")
    assert (record.article.text, notices) == (text, [])


def test_what_rtf_leaves_out_or_puts_elsewhere_is_said(tmp_path: Path) -> None:
    written = r"{\header The Post\par}It {\deleted perhaps }won{\super 1{\footnote By Ada Obi.}} {\v secret }today.\par{\*\annotation Why?}"
    record, notices = told(tmp_path / "a.rtf", HEAD + written + "}")
    assert record.article.text == "It won1 today.\nBy Ada Obi."
    assert [notice.split(" (")[0] for notice in notices] == [
        "Tracked changes were taken as accepted: what was deleted is left out",
        "Hidden text was left out",
        "Comments were left out",
        "Footnotes and endnotes stand at the end of the text",
        "What stands at the head or foot of every page was left out",
    ]


def test_rtf_says_its_title_author_and_date(tmp_path: Path) -> None:
    info = r"{\info{\title Talks in \'c5rhus}{\author Ada Obi}{\creatim\yr2024\mo3\dy1\hr9}}"
    article = told(tmp_path / "a.doc", HEAD + info + r"They met.\par}")[0].article
    assert (article.title, article.meta["author"], article.meta["created"]) == (
        "Talks in Århus",
        "Ada Obi",
        "2024-03-01",
    )


@pytest.mark.parametrize("content", [r"{\rtf1", r"{\rtf1}", r"{\rtf1 " + r"{\rtf1{\pict" + "00" * 9000])
def test_an_rtf_without_text_or_damaged_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.rtf").write_text(content)
    (problem,) = read(tmp_path / "a.rtf")
    assert "RTF" in problem.reason


POST = "---\ntitle: Okoro in Berlin\ndate: 2024-01-23\ntags: [fish, talks]\nauthor: Ada\nfile: x\n---\n\n# Another\n\nText.\n"


def test_front_matter_is_metadata_and_no_text(tmp_path: Path) -> None:
    article = told(tmp_path / "post.md", POST)[0].article
    assert (article.title, article.text, article.published) == (
        "Okoro in Berlin",
        "Another\n\nText.",
        "2024-01-23",
    )
    said = {name: article.meta[name] for name in ("published_trusted", "tags", "author", "file", "file_")}
    assert said == {
        "published_trusted": False,
        "tags": ["fish", "talks"],
        "author": "Ada",
        "file": "post.md",
        "file_": "x",
    }


@pytest.mark.parametrize(
    ("written", "title", "published", "text"),
    [
        ('+++\ntitle = "T"\ndate = 2024-01-23T10:00:00Z\n+++\nText.', "T", "2024-01-23", "Text."),
        ("---\nheadline: T\npublished: 23 January 2024\n---\r\nText.", "T", "2024-01-23", "Text."),
        ("---\n---\nText.\n", "Text.", "", "Text."),
        ("---\nno mapping\n---\n\nText.", "no mapping", "", "no mapping\n\nText."),
        ("---\na: [\n---\n\nText.", "a: [", "", "a: [\n\nText."),
        ("Text.\n\n---\ntitle: x\n---\n", "title: x", "", "Text.\n\ntitle: x"),
        ("Intro.\n\n## The talks\n\nText.", "The talks", "", "Intro.\n\nThe talks\n\nText."),
        ("[Oslo] won.\n\nText.", "[Oslo] won.", "", "[Oslo] won.\n\nText."),
    ],
)  # fmt: skip
def test_title_and_date_come_from_front_matter_or_the_first_heading(
    tmp_path: Path, written: str, title: str, published: str, text: str
) -> None:
    article = told(tmp_path / "a.md", written)[0].article
    assert (article.title, article.published, article.text) == (title, published, text)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("**Berlin** hosted _Ms._ `Okoro`  \nand\nOslo.", "Berlin hosted Ms. Okoro\nand Oslo."),
        ("* one\n* two\n\n  more\n\n1. first\n2. second", "one\ntwo\nmore\n\n1. first\n2. second"),
        ("> said\n> she", "said she"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd.", "a\tb\n1\t2\n\nEnd."),
        ("```py\nx = 1\n```\nEnd &amp; on.", "x = 1\n\nEnd & on."),
        ("a\\*b <http://x.org> 2 * 3", "a*b http://x.org 2 * 3"),
        ("Head\n====\nText ~~gone~~.", "Head\n\nText gone."),
    ],
)
def test_markdown_is_read_without_its_marks(tmp_path: Path, written: str, text: str) -> None:
    record, notices = told(tmp_path / "a.markdown", written)
    assert (record.article.text, notices) == (text, [])


def test_addresses_and_tags_that_are_not_in_the_text_are_said(tmp_path: Path) -> None:
    record, notices = told(
        tmp_path / "a.md", "A [link](http://x.org) ![a tug](x.png).\n\n<div>\nIn <b>it</b>.\n</div>"
    )
    assert record.article.text == "A link a tug.\n\nIn it."
    assert notices == [
        "The addresses of links and pictures are not in the text (2).",
        "Tags of HTML were left out (4).",
    ]


@pytest.mark.parametrize("depth", [10, 25, 70])
def test_what_lies_deep_is_read_or_the_file_refused(tmp_path: Path, depth: int) -> None:
    (tmp_path / "a.md").write_text(">" * depth + " deep")
    (found,) = read(tmp_path / "a.md")
    said = found.article.text if isinstance(found, Record) else found.reason
    assert said == "deep" if depth <= 25 else "too deep within one another" in said


@pytest.mark.parametrize("much", ["a" * 1_000_001, "* a\n" * 30_001])
def test_markdown_that_would_take_too_much_is_refused_with_the_limit(tmp_path: Path, much: str) -> None:
    (tmp_path / "a.md").write_text(much)
    (problem,) = read(tmp_path / "a.md")
    assert "more than 1,000,000 characters or 30,000 lines" in problem.reason


@pytest.mark.parametrize("levels", [9, 40])
def test_aliases_of_hostile_front_matter_do_not_grow(tmp_path: Path, levels: int) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    article = told(tmp_path / "a.md", "---\n" + "\n".join(lines) + "\n---\nText.")[0].article
    assert len(str(article.meta)) < levels * 2_000


@pytest.mark.parametrize(
    "field",
    ["[a, {b: [1.5, 'it''s', {}], c: 2001-01-01}, []]", "!!omap [x: 1, y: [2]]", f"[[{'x' * 2_000}]]"],
)
def test_front_matter_within_one_another_is_kept_in_its_first_words(tmp_path: Path, field: str) -> None:
    article = told(tmp_path / "a.md", f"---\na: {field}\n---\nText.")[0].article
    assert article.meta["a"] == str(yaml.safe_load(field))[:1000]


def test_front_matter_that_is_within_itself_is_kept_in_its_first_words(tmp_path: Path) -> None:
    article = told(tmp_path / "a.md", "---\na: &a [[x], *a]\n---\nText.")[0].article
    assert article.meta["a"].startswith("[['x'], [['x'], [")
