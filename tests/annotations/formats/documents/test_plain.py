"""Text files, tables and web pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotations.articles import article_id
from annotations.formats import files, read, size
from annotations.formats.base import Record
from annotations.formats.documents.plain import find_date
from annotations.formats.reading.dates import iso_date
from annotations.formats.reading.how_read import HowRead, Source
from annotations.problems import Problem

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Ferry runs aground | The Post</title>
<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2024-01-23T10:00:00Z">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ferry runs aground</h1>
<p>A ferry with 112 passengers ran aground off Żółta harbour on Tuesday, the coast guard said in a statement.</p>
<p>Nobody was hurt, and two tugs pulled the vessel free before noon, according to the harbour master.</p></article>
<div id="comments"><p>First! What a disaster this ferry company is, every single week.</p></div>
<footer>Copyright The Post. Subscribe to our newsletter.</footer></body></html>"""


def one(path: Path, content: bytes | str, format: str | None = None) -> Record:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (record,) = read(path, HowRead(format or ""))
    assert isinstance(record, Record), record
    return record


def test_a_text_file_is_one_article_with_its_text_as_it_is(tmp_path: Path) -> None:
    text = "Ferry aground\r\n\r\nJan. 23, 2024\r\nA ferry\u00a0ran aground.\r\n"
    article = one(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.encode()).article
    assert (article.text, article.title, article.id) == (text, "Ferry aground", article_id(text))
    assert article.meta == {
        "file": "a.txt",
        "published": "2024-01-23",
        "published_trusted": False,
        "found": ["title", "published"],
    }


def test_a_record_of_a_text_file_is_plain(tmp_path: Path) -> None:
    record = one(tmp_path / "a.unknown", "Some words here.")
    assert record.plain
    assert (record.set, record.pool, record.file) == (None, (), tmp_path / "a.unknown")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2024-01-23T10:00", "2024-01-23"),
        ("2024/1/2", ""),
        ("Published 23 January 2024, London", "2024-01-23"),
        ("Tues., Jan. 3rd, 2024", "2024-01-03"),
        ("September 31, 2024", ""),
        ("2024-02-30", ""),
        ("May 2024", ""),
        ("1 Mar 1999", "1999-03-01"),
    ],
)
def test_a_full_and_real_date_is_found_in_a_line(line: str, date: str) -> None:
    assert iso_date(line) == date


def test_a_date_is_looked_for_in_short_lines_of_the_head_only() -> None:
    assert find_date("Title\nBy A. B.\n3 May 2021\nText") == "2021-05-03"
    assert find_date("In the long winter that followed 3 May 2021 " + "x" * 120) == ""


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
def test_a_file_name_that_is_no_text_is_cleaned(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    assert one(path, "Some words here.").article.meta["file"] == "caf\ufffd.txt"


def test_a_text_with_a_very_long_line_is_read(tmp_path: Path) -> None:
    text = "so, " + "x" * 200_000 + "\nTwo, three.\n"
    assert one(tmp_path / "a.txt", text).article.text == text


def table(path: Path, content: str, encoding: str = "utf-8") -> list[Record | Problem]:
    path.write_bytes(content.encode(encoding))
    return list(read(path))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_its_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [["ID", "Headline", "Body", "Date", "desk"], ["7", "Ferry", "A ferry ran.", "2024-01-23", "news"]]
    (record,) = table(tmp_path / "a.csv", "\r\n".join(map(delimiter.join, rows)), "utf-8-sig")
    assert (record.article.id, record.article.title, record.article.text) == ("7", "Ferry", "A ferry ran.")
    meta = {"file": "a.csv", "desk": "news", "published": "2024-01-23", "published_trusted": False}
    assert record.article.meta == meta


def test_a_cell_keeps_its_quotes_delimiters_and_line_ends(tmp_path: Path) -> None:
    (record,) = table(tmp_path / "a.csv", 'text,title\n"He said ""no"", twice.\r\n\nSo be it. ",A\n')
    assert record.article.text == 'He said "no", twice.\r\n\nSo be it. '


def test_a_row_without_text_is_listed_and_the_others_are_taken(tmp_path: Path) -> None:
    found = table(tmp_path / "a.csv", "title,text\nA,One ran.\nB\nC,  \nD,Two ran.,more,and more\n")
    assert [r.article.text for r in found if isinstance(r, Record)] == ["One ran."]
    *empty, wide = (str(p) for p in found if isinstance(p, Problem))
    assert empty == [f"{tmp_path}/a.csv:{line}: This row has no text." for line in (3, 4)]
    assert wide.startswith(
        f"{tmp_path}/a.csv:5: This row was not taken: it has 4 cells, and there are 2 columns."
    )


def test_a_table_without_text_column_is_refused(tmp_path: Path) -> None:
    (problem,) = table(tmp_path / "a.tsv", "title\tword\nA\tB\n")
    assert "names no text column; call one of the columns text, body" in str(problem)


def test_lone_surrogates_in_a_table_are_replaced(tmp_path: Path) -> None:
    (record,) = table(tmp_path / "a.csv", "id,text,desk\nx\ufdd0,a\ufdd1b,c\ufdd0\n")
    assert (record.article.id, record.article.text) == ("x\ufffd", "a\ufffdb")
    assert record.article.meta["desk"] == "c\ufffd"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1250", "iso-8859-2"])
def test_a_web_page_is_read_without_its_chrome(tmp_path: Path, charset: str) -> None:
    article = one(tmp_path / "a.html", PAGE.format(charset=charset).encode(charset)).article
    assert article.text.startswith("A ferry") or "\nA ferry with 112 passengers" in article.text
    assert "off Żółta harbour" in article.text
    assert not any(word in article.text for word in ("Sport", "newsletter", "First!"))
    assert (article.title, article.published, article.published_trusted) == (
        "Ferry runs aground",
        "2024-01-23",
        False,
    )
    assert {"title", "published"} <= set(article.meta["found"])


@pytest.mark.parametrize("page", ["<html></html>", "<p>", "<!--", "&#xD800;" * 9, "<a>" * 3000])
def test_a_page_without_article_is_refused(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    (problem,) = read(tmp_path / "a.html")
    assert str(problem) == f"{tmp_path}/a.html: No article was found in this page; save its text as .txt."


def test_a_folder_stands_for_the_files_below_it_but_no_manifests(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.CSV", "c.jsonl", "c.jsonl.manifest.json", "x.png", "manifest.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    wanted = [tmp_path / "b.txt", tmp_path / "c.jsonl", tmp_path / "sub" / "a.CSV"]
    assert list(files([tmp_path])) == [Source(path) for path in wanted]


def test_a_missing_file_and_an_empty_folder_are_problems(tmp_path: Path) -> None:
    found = [str(problem) for problem in files([tmp_path / "none.txt", tmp_path])]
    assert found == [
        f"{tmp_path}/none.txt: There is no such file.",
        f"{tmp_path}: There is no file in this folder that can be imported.",
    ]


@pytest.mark.parametrize("content", [b"", b"\0\1", b"  "])
def test_an_unreadable_file_is_a_problem_that_names_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (problem,) = read(tmp_path / "a.txt")
    assert isinstance(problem, Problem)
    assert str(problem).startswith(f"{tmp_path}/a.txt: ")


def test_a_file_that_vanished_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "gone.txt")
    assert "cannot be read: No such file" in str(problem)


def test_a_named_format_overrules_the_ending(tmp_path: Path) -> None:
    assert one(tmp_path / "a.csv", "text,more\n", "txt").article.text == "text,more\n"


def test_the_size_of_a_file_is_about_its_number_of_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n" * 7)
    (tmp_path / "a.txt").write_text("\n" * 7)
    sizes = [size(tmp_path / name) for name in ("a.jsonl", "a.txt", "none.jsonl")]
    assert sizes == [7, 1, 1]
