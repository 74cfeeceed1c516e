"""CSV as people and programs make it: what divides cells, quotes, line ends, encodings, headers, rows that do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice, Problem
from tests.annotations.formats.reading.languages import TEXTS

CSV = HowRead("csv")
QUOTED = '"He said ""no"", twice;\r\n\r\nso be it."'


def table(path: Path, content: str | bytes, reading: HowRead = CSV) -> tuple[list[Record], list[str]]:
    """The records, and the lines and words of what was said of the rest."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    entries = list(read(path, reading))
    said = [f"{entry.line}: {entry.reason}" for entry in entries if isinstance(entry, Problem)]
    return [entry for entry in entries if isinstance(entry, Record)], said


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "iso8859-2"]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_a_table_is_read_in_every_encoding(tmp_path: Path, encoding: str, ends: str, divider: str) -> None:
    text = TEXTS["Polish"].replace("\n", " ")
    rows = [
        ["Headline", "Body", "desk"],
        ["Ferry", f'"{text}"', "news"],
        ["Mole", '"Ląd, morze; i\t|."', "sport"],
    ]
    found, said = table(tmp_path / "a.csv", ends.join(map(divider.join, rows)).encode(encoding))
    assert [record.article.text for record in found] == [text, "Ląd, morze; i\t|."]
    assert [(record.article.title, record.article.meta["desk"]) for record in found] == [
        ("Ferry", "news"),
        ("Mole", "sport"),
    ]
    assert len(said) == (encoding in ("utf-16-le", "utf-16-be", "cp1250", "iso8859-2"))


def test_an_encoding_that_is_asked_for_is_taken(tmp_path: Path) -> None:
    content = "text\nŁódź śpi.\n".encode("iso8859-2")
    ((record,), said) = table(tmp_path / "a.csv", content, HowRead("csv", "iso8859-2"))
    assert (record.article.text, said) == ("Łódź śpi.", [])


@pytest.mark.parametrize("head", ["sep=|", "sep=;", '"sep=|"', "SEP=\t"])
def test_a_line_that_names_the_divider_is_no_header(tmp_path: Path, head: str) -> None:
    divider = head.strip('"')[-1]
    rows = divider.join(("text", "source")) + "\r\n" + divider.join(("Turin, then Rome.", "desk C")) + "\r\n"
    ((record,), said) = table(tmp_path / "a.csv", f"{head}\r\n{rows}")
    assert (record.article.text, record.article.meta["source"], record.line) == (
        "Turin, then Rome.",
        "desk C",
        3,
    )
    assert said == []


def test_quoted_cells_keep_line_ends_quotes_and_dividers(tmp_path: Path) -> None:
    found, said = table(tmp_path / "a.csv", f"text,source\r\n{QUOTED},desk A\r\nNext one.,desk B\r\n")
    assert [record.article.text for record in found] == ['He said "no", twice;\r\n\r\nso be it.', "Next one."]
    assert ([record.line for record in found], said) == ([2, 5], [])


def test_a_row_of_too_many_cells_is_listed_and_never_cut(tmp_path: Path) -> None:
    found, said = table(
        tmp_path / "a.csv", "text,source\nBerlin, Germany hosted her.,desk A\nfine text,desk B,,\n"
    )
    assert [record.article.text for record in found] == ["fine text"]
    assert len(said) == 1
    assert said[0].startswith("2: This row was not taken: it has 3 cells, and there are 2 columns.")


UNCLOSED = {
    "before plain rows": 'text,source\n"Berlin slept,desk A\n{rest}',
    "at the file's end": 'text,source\n{rest}"Berlin slept,desk A',
    "twice": 'text,source\n"Berlin slept,desk A\n"Rome slept,desk A\n{rest}',
    "in the last cell": 'text,source\nBerlin slept,"desk A\n{rest}',
}
REST = {
    "plain": "One is here.,desk B\nTwo is there.,desk C\n",
    "quoted": '"One is here.",desk B\n"Two is there.","desk C"\n',
    "quoted in part": 'One is here.,"desk B"\n"Two is there.",desk C\n',
}


@pytest.mark.parametrize("rest", REST)
@pytest.mark.parametrize("where", UNCLOSED)
def test_a_quote_that_is_not_closed_loses_only_its_row(tmp_path: Path, where: str, rest: str) -> None:
    found, said = table(tmp_path / "a.csv", UNCLOSED[where].format(rest=REST[rest]))
    assert [record.article.text for record in found] == ["One is here.", "Two is there."]
    lines = {"at the file's end": [4], "twice": [2, 3]}.get(where, [2])
    assert said == [
        f"{line}: This row was not taken: a quote is opened in it and not closed." for line in lines
    ]


def test_columns_of_one_name_are_told_apart_and_said(tmp_path: Path) -> None:
    ((record,), said) = table(tmp_path / "a.csv", "text,desk,desk,,\nOne ran.,a,b,c,\n")
    assert record.article.meta == {"file": "a.csv", "desk": "a", "desk 3": "b", "column 4": "c"}
    assert said == ["1: Two columns are called desk; the second is kept as desk 3."]


def test_columns_are_named_by_the_person_who_imports(tmp_path: Path) -> None:
    asked = HowRead("csv", fields={"text": "story", "title": "Kicker", "url": "link"})
    ((record,), _) = table(tmp_path / "a.csv", "kicker,story,link,text\nFerry,It ran.,http://a.b,x\n", asked)
    assert (record.article.title, record.article.text) == ("Ferry", "It ran.")
    assert record.article.meta == {"file": "a.csv", "text": "x", "url": "http://a.b"}


def test_a_table_without_names_is_read_by_the_number_of_its_column(tmp_path: Path) -> None:
    content = "7;It ran.;desk\n8;It stood.;desk\n"
    (found, said) = table(tmp_path / "a.csv", content)
    assert not found
    assert "name it with --map text=COLUMN (there are: 7, It ran., desk)" in said[0]
    found, said = table(tmp_path / "a.csv", content, HowRead("csv", fields={"text": "2", "id": "1"}))
    assert ([(r.article.id, r.article.text) for r in found], said) == (
        [("7", "It ran."), ("8", "It stood.")],
        [],
    )


def test_a_column_that_is_asked_for_and_not_there_is_a_sentence(tmp_path: Path) -> None:
    found, said = table(tmp_path / "a.csv", "text,desk\na,b\n", HowRead("csv", fields={"title": "kicker"}))
    assert (found, said) == ([], ["None: There is no column kicker in this table; there are: text, desk."])


def test_a_damaged_byte_costs_a_character_and_no_row(tmp_path: Path) -> None:
    content = ("text,desk\n" + "Łódź śpi.,ą\n" * 9).encode()
    found, said = table(tmp_path / "a.csv", content[:40] + b"\xff" + content[40:])
    assert len(found) == 9
    assert said == ["None: A byte in it is not UTF-8, as the rest is; a � stands there."]


def test_a_guess_is_told_as_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f'text\n"{TEXTS["Czech"]}"\n'.encode("cp1250"))
    _, notice = read(tmp_path / "a.csv")
    assert isinstance(notice, Notice)
    assert notice.reason == "The encoding was taken to be cp1250; --encoding names another."


def test_a_table_may_be_left_after_its_first_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "One ran.\n" * 9)
    entries = read(path)
    assert isinstance(next(entries), Record)
    del entries
    assert capsys.readouterr().err == ""


def test_a_table_without_rows_is_a_sentence(tmp_path: Path) -> None:
    assert table(tmp_path / "a.csv", "text,desk\n") == ([], ["None: This table has no row below its names."])


def test_a_cell_that_begins_with_a_quoted_word_keeps_its_quotes(tmp_path: Path) -> None:
    rows = '"Yes," Ann said.,1\nAnn said "no".,2\n"""No,"" Ann said.",3\n"Yes",4\n"Ann, ""x""y, z",5\n"a" "b",6\n'
    found, said = table(tmp_path / "a.csv", "text,n\n" + rows)
    assert [one.article.text for one in found] == [
        *('"Yes," Ann said.', 'Ann said "no".', '"No," Ann said.', "Yes", 'Ann, "x"y, z', '"a" "b"'),
    ]
    assert ([one.article.meta["n"] for one in found], said) == (list("123456"), [])
