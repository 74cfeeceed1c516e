"""OpenDocument texts: paragraphs, lists, tables, changes and notes; bombs and other documents refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record

SPACES = ("office", "text", "table", "style", "fo", "draw", "meta", "dc", "xlink")
NAMES = " ".join(f'xmlns:{name}="urn:{name}"' for name in SPACES)
CONTENT = f"<office:document-content {NAMES}>{{styles}}<office:body><office:text>{{body}}</office:text></office:body></office:document-content>"
META = f"<office:document-meta {NAMES}><office:meta>{{}}</office:meta></office:document-meta>"
BREAK = '<office:automatic-styles><style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles>'


def odt(path: Path, body: str, *, meta: str = "", styles: str = "", **more: str) -> Path:
    """An OpenDocument text of that body."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", CONTENT.format(body=body, styles=styles))
        made.writestr("meta.xml", META.format(meta))
        for name, content in more.items():
            made.writestr(f"{name}.xml", content)
    return path


def told(path: Path, body: str, **more: str) -> tuple[list[str], list[str]]:
    """The lines that a document of that body gives, and the sentences beside."""
    record, *notices = read(odt(path / "a.odt", body, **more))
    assert isinstance(record, Record), record
    return record.article.text.split("\n"), [notice.reason for notice in notices]


ROW = "<table:table-row>{}</table:table-row>"
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
NESTED = f"<table:table-cell><text:p>x</text:p><table:table>{ROW.format(CELL.format('a') + CELL.format('b'))}</table:table></table:table-cell>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<text:h>Talks</text:h><text:p>They <text:span>met</text:span> <text:a>Ms. Obi</text:a>.</text:p>", ["Talks", "They met Ms. Obi."]),
        ("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>", ["a  b\tc", "d"]),
        ("<text:p>\n  folded\n   blanks </text:p>", ["folded blanks"]),
        ("<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>", ["one", "two"]),
        ("<text:section><text:p>In it.</text:p></text:section>", ["In it."]),
        (f"<table:table>{ROW.format(CELL.format('Marta') + CELL.format('310'))}</table:table>", ["Marta\t310"]),
        (f"<table:table>{ROW.format(NESTED + '<table:covered-table-cell/>')}</table:table>", ["x a b\t"]),
        ("<text:p>Before<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> after.</text:p>", ["Before after.", "boxed"]),
        ("<text:p>minis\u00adter</text:p>", ["minister"]),
    ],
)  # fmt: skip
def test_what_is_seen_is_the_text(tmp_path: Path, body: str, lines: list[str]) -> None:
    assert told(tmp_path, body) == (lines, [])


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path) -> None:
    gone = (
        "<text:changed-region><text:deletion><text:p>perhaps</text:p></text:deletion></text:changed-region>"
    )
    body = f"<text:tracked-changes>{gone}</text:tracked-changes><text:p>It <text:change-start/>was<text:change-end/> so.</text:p>"
    lines, notices = told(tmp_path, body)
    assert lines == ["It was so."]
    assert notices == ["Tracked changes were taken as accepted: what was deleted is left out (1)."]


def test_notes_stand_at_the_end_and_what_is_hidden_or_a_remark_is_left_out(tmp_path: Path) -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>By Ada Obi.</text:p></text:note-body></text:note>"
    body = f"<text:p>Oslo won{note}.<office:annotation><text:p>Why?</text:p></office:annotation></text:p>"
    body += "<text:section text:display='none'><text:p>Secret.</text:p></text:section><text:p>So <text:placeholder>name</text:placeholder></text:p>"
    lines, notices = told(tmp_path, body)
    assert lines == ["Oslo won.", "So", "By Ada Obi."]
    assert [notice.split(" (")[0].split(" of the")[0] for notice in notices] == [
        "Hidden text was left out",
        "The prompts of empty fields were left out",
        "Comments were left out",
        "Footnotes and endnotes stand at the end",
    ]


def test_a_page_break_is_a_form_feed(tmp_path: Path) -> None:
    lines, _ = told(tmp_path, "<text:p>One.</text:p><text:p text:style-name='P1'>Two.</text:p>", styles=BREAK)
    assert lines == ["One.", "\fTwo."]


def test_title_author_and_date_come_from_the_properties(tmp_path: Path) -> None:
    meta = "<dc:title>The Riga talks</dc:title><meta:initial-creator>Ada Obi</meta:initial-creator><meta:creation-date>2024-03-01T10:00:00</meta:creation-date>"
    (record,) = read(odt(tmp_path / "a.odt", "<text:p>They met.</text:p>", meta=meta))
    article = record.article
    assert (article.title, article.meta["author"], article.meta["created"]) == (
        "The Riga talks",
        "Ada Obi",
        "2024-03-01",
    )


@pytest.mark.parametrize("name", ["a.ott", "a.txt", "a"])
def test_it_is_told_by_what_is_in_it(tmp_path: Path, name: str) -> None:
    (record,) = read(odt(tmp_path / name, "<text:p>Oslo hosted Ms. Obi.</text:p>"))
    assert record.article.text == "Oslo hosted Ms. Obi."


BOMB = (
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (" " * 30_000_000, "more than 24 MB"),
        ("<text:p/>" * 600_000, "more than 500,000 tags"),
        ("", "has no text"),
        ("<text:p>", "is damaged"),
    ],
)
def test_a_bomb_or_a_damaged_file_is_refused_in_a_sentence(tmp_path: Path, content: str, said: str) -> None:
    (problem,) = read(odt(tmp_path / "a.odt", content))
    assert said in problem.reason


def with_damaged(path: Path, part: bytes) -> Path:
    """The document with the packed bytes of a part overwritten."""
    content = odt(path, "<text:p>Maria left Oslo.</text:p>" * 40).read_bytes()
    at = content.index(part) + len(part)
    path.write_bytes(content[:at] + b"\xff" * 30 + content[at + 30 :])
    return path


def test_one_whose_packed_text_is_damaged_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (problem,) = read(with_damaged(tmp_path / "a.odt", b"content.xml"))
    assert "is damaged" in problem.reason


def test_one_that_does_not_say_any_more_what_it_is_is_read_by_its_name(tmp_path: Path) -> None:
    (entry,) = read(with_damaged(tmp_path / "a.odt", b"mimetype"))
    assert isinstance(entry, Record)
    assert entry.article.text.startswith("Maria left Oslo.")


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as made:
        made.writestr("content.xml", BOMB + CONTENT.format(styles="", body="<text:p>Seen &j;.</text:p>"))
    (problem,) = read(tmp_path / "a.odt")
    assert "is damaged" in problem.reason


def test_one_with_a_password_is_refused_with_what_to_do(tmp_path: Path) -> None:
    odt(tmp_path / "a.odt", "<text:p>x</text:p>")
    with zipfile.ZipFile(tmp_path / "a.odt", "a") as made:
        made.writestr("META-INF/manifest.xml", "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>")
    (problem,) = read(tmp_path / "a.odt")
    assert problem.reason == "This OpenDocument file has a password; open it and save it without one first."
