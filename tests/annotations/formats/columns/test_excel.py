"""Workbooks: read as the same table in CSV is, with dates, numbers, formulas and merged cells; and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from annotations.formats import detected
from annotations.formats.columns.excel import DAMAGED, LOCKED
from annotations.formats.reading.how_read import HowRead
from tests.annotations.formats.columns.workbooks import Sheet, workbook
from tests.annotations.formats.documents.test_tables_of_articles import table
from tests.annotations.formats.documents.test_tables_of_spans import PEOPLE, spans

ANY = HowRead()
ARTICLES: Sheet = [
    ["ID", "Headline", "Text", "Date", "Words", "Share", "Checked"],
    [7, "Ferry", "A ferry ran & stood.\nNobody was hurt.", date(2024, 1, 23), 42, 0.25, True],
    [8, "Łódź", "The second one.", date(2024, 2, 24), 3.0, None, False],
]


def test_a_sheet_is_read_as_a_table_of_articles(tmp_path: Path) -> None:
    (one, two), said = table(tmp_path / "a.xlsx", workbook({"Sheet": ARTICLES}, formula="40+2"), ANY)
    assert (one.article.id, one.article.title, one.article.text) == ("7", "Ferry", ARTICLES[1][2])
    day = {"published": "2024-01-23", "published_trusted": False}
    assert one.article.meta == {"file": "a.xlsx", "Words": "42", "Share": "0.25", "Checked": "true", **day}
    assert (two.article.title, two.article.meta["Words"], two.line, said) == ("Łódź", "3", 3, [])


def test_a_workbook_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.bin", "a.txt"):
        (tmp_path / name).write_bytes(workbook({"Sheet": ARTICLES}))
        assert detected(tmp_path / name).name == "xlsx"


def test_the_first_sheet_with_a_text_column_is_read_and_the_others_are_said(tmp_path: Path) -> None:
    sheets: dict[str, Sheet] = {
        "Notes": [["what", "why"], ["a", "b"]],
        "News": ARTICLES,
        "Empty": [],
        "Old": ARTICLES,
    }
    found, said = table(tmp_path / "a.xlsx", workbook(sheets), ANY)
    assert len(found) == 2
    assert [one.split(",")[0] for one in said] == [
        f"None: The sheet {name} was not read" for name in ("Notes", "Old")
    ]


def test_rows_above_the_names_are_passed_over_and_said(tmp_path: Path) -> None:
    sheet: Sheet = [["News of March"], [None], [None, "text", "desk"], [None, "One ran.", "b"]]
    (record,), said = table(tmp_path / "a.xlsx", workbook({"A": sheet}), ANY)
    assert (record.article.text, record.article.meta) == ("One ran.", {"file": "a.xlsx", "desk": "b"})
    assert said == ["3: What stands above the names of the columns was passed over: 1."]


def test_merged_cells_give_their_value_to_each_row(tmp_path: Path) -> None:
    sheet: Sheet = [
        ["text", "start", "end", "label"],
        ["Ann met Ben.", 0, 3, "PER"],
        [None, 8, 11, None],
        ["Cleo slept.", 0, 4, "PER"],
    ]
    found, said = table(tmp_path / "a.xlsx", workbook({"A": sheet}, merged=["A2:A3", "D2:D3"]), ANY)
    assert (spans(found), said) == (PEOPLE, [])


def test_columns_are_named_by_the_person_who_imports(tmp_path: Path) -> None:
    asked = HowRead(fields={"text": "story", "url": "link"})
    (record,), _ = table(
        tmp_path / "a.xlsx", workbook({"A": [["link", "story"], ["http://a.b", "It ran."]]}), asked
    )
    assert (record.article.text, record.article.meta["url"]) == ("It ran.", "http://a.b")


def test_a_sheet_without_a_text_column_is_a_sentence(tmp_path: Path) -> None:
    found, (said,) = table(
        tmp_path / "a.xlsx", workbook({"A": [["link", "story"], ["http://a.b", "It ran."]]}), ANY
    )
    assert not found
    assert "name it with --map text=COLUMN (there are: link, story)" in said


REFUSED = {
    "cut.xlsx": (workbook({"A": ARTICLES})[:300], DAMAGED),
    "none.xlsx": (b"PK\x03\x04 and no more", DAMAGED),
    "locked.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), LOCKED),
    "broken.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), DAMAGED),
    "empty.xlsx": (workbook({"A": []}), "This workbook is empty."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_workbook_is_a_sentence(tmp_path: Path, name: str) -> None:
    content, why = REFUSED[name]
    assert table(tmp_path / name, content, ANY) == ([], [f"None: {why}"])


def test_a_workbook_that_unpacks_to_more_than_it_may_is_refused(tmp_path: Path) -> None:
    content = workbook({"A": ARTICLES}, more={"xl/worksheets/sheet9.xml": b" " * (65 * 2**20)})
    found, (said,) = table(tmp_path / "a.xlsx", content, ANY)
    assert not found
    assert "unpacked, it has more than 64 MB" in said


def test_pictures_are_never_unpacked(tmp_path: Path) -> None:
    content = workbook({"A": ARTICLES}, more={"xl/media/image1.png": bytes(65 * 2**20)})
    found, said = table(tmp_path / "a.xlsx", content, ANY)
    assert (len(found), said) == (2, [])


NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "table", "text", "manifest")
}
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def spreadsheet(rows: Sheet) -> bytes:
    """Return an .ods with one sheet."""
    cells = ("".join(CELL.format(cell) for cell in row) for row in rows)
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    known = " ".join(f'xmlns:{name}="{place}"' for name, place in NAMES.items())
    table_ = f'<office:spreadsheet><table:table table:name="A">{body}</table:table></office:spreadsheet>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {known}><office:body>{table_}</office:body></office:document-content>",
        )
        package.writestr("META-INF/manifest.xml", f"<manifest:manifest {known}/>")
    return made.getvalue()


def test_a_spreadsheet_of_libreoffice_is_read(tmp_path: Path) -> None:
    (record,), said = table(tmp_path / "a.ods", spreadsheet([["text", "desk"], ["It ran.", "a"]]), ANY)
    assert (record.article.text, record.article.meta["desk"], said) == ("It ran.", "a", [])
