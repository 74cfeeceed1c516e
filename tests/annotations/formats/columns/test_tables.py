"""Tables of tokens in the shapes that people bring: which columns are read, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import detected
from annotations.formats.columns.conll_reading import HEADER, NO_TAG, NO_TOKEN
from annotations.formats.columns.tag_words import AS_IO, AS_NAMELESS
from annotations.formats.reading.how_read import HowRead
from tests.annotations.formats.columns.given import taken, told

ANN = ("Ann Holt met", [("Ann Holt", "PER")])
SHAPES = {
    "numbered.tsv": "1\tAnn\tB-PER\tO\n2\tHolt\tI-PER\tO\n3\tmet\tO\tO\n",
    "lower case.txt": "Ann b-PER\nHolt i-PER\nmet o\n",
    "underscores.txt": "Ann B_PER\nHolt I_PER\nmet O\n",
    "IOBES.bio": "Ann B-PER\nHolt E-PER\nmet O\n",
    "I alone.iob": "Ann I-PER\nHolt I-PER\nmet O\n",
    "sign behind.txt": "Ann PER-B\nHolt PER-I\nmet O\n",
    "semicolons.csv": "Ann;B-PER\nHolt;I-PER\nmet;O\n",
    "commas.csv": '1,"Ann",B-PER\n1,Holt,I-PER\n1,met,O\n',
    "bars.txt": "Ann|NNP|B-PER\nHolt|NNP|I-PER\nmet|VBD|O\n",
    "tag first.tsv": "B-PER\tAnn\nI-PER\tHolt\nO\tmet\n",
    "tag inside.tsv": "Ann\tB-PER\t0\t3\nHolt\tI-PER\t4\t8\nmet\tO\t9\t12\n",
    "blanks at the end.txt": "Ann B-PER \r\nHolt I-PER\t\r\nmet O  \r\n",
    "phrases too.txt": "Ann NNP B-NP B-PER\nHolt NNP I-NP I-PER\nmet VBD B-VP O\n",
    "nothing is a stroke.txt": "Ann _ B-PER\nHolt _ I-PER\nmet _ _\n",
}


@pytest.mark.parametrize("name", SHAPES)
def test_tokens_and_tags_are_found_in_whichever_columns(name: str, tmp_path: Path) -> None:
    assert told(tmp_path / name, SHAPES[name]) == ANN


@pytest.mark.parametrize("brace", "{[")
def test_a_first_token_that_is_a_brace_makes_no_json(brace: str, tmp_path: Path) -> None:
    text = f"{brace} O\nReuters B-ORG\n: O\nMina B-PER\nHolt I-PER\n. O\n"
    assert told(tmp_path / "a.conll", text)[1] == [("Reuters", "ORG"), ("Mina Holt", "PER")]


def test_numbered_tokens_have_their_inner_tags_too(tmp_path: Path) -> None:
    rows = "#\tsource: us\n1\tPort\tB-ORG\tO\n2\tof\tI-ORG\tO\n3\tOslo\tI-ORG\tB-LOC\n\n1\tAnn\tB-PER\tO\n"
    text, spans = told(tmp_path / "a.tsv", rows)
    assert (text, spans) == ("Port of Oslo\nAnn", [("Port of Oslo", "ORG"), ("Oslo", "LOC"), ("Ann", "PER")])


def test_of_several_columns_of_tags_the_last_is_read_and_said(tmp_path: Path) -> None:
    (entry,), (notice,) = taken(tmp_path / "a.conll", "Ann B-PER B-HEAD\nmet O O\nBen B-PER O\n")
    assert [one.label for one in entry.spans()] == ["HEAD"]
    assert "Columns 2 and 3 hold tags; column 3 was read. --columns 1,2,3" in notice.reason


@pytest.mark.parametrize(("columns", "count"), [("1,2", 2), ("1,3", 1), ("1, 2,3", 3)])
def test_the_columns_that_are_asked_for_are_read(columns: str, count: int, tmp_path: Path) -> None:
    reading = HowRead(columns=columns)
    assert len(told(tmp_path / "a.txt", "Ann B-PER B-HEAD\nmet O O\nBen B-PER O\n", reading)[1]) == count


def test_a_table_that_is_none_of_tags_by_itself_is_read_by_its_columns(tmp_path: Path) -> None:
    rows = "Ann\tNNP\tx\nHolt\tNNP\tx\nmet\tVBD\tx\n"
    assert taken(tmp_path / "a.txt", rows)[0] == []
    assert told(tmp_path / "a.txt", rows, HowRead(columns="1,2"))[1] == [("Ann Holt", "NNP"), ("met", "VBD")]


@pytest.mark.parametrize(
    ("columns", "why"), [("1,9", "There is no column 9"), ("0,1", "numbers from 1"), ("2", "numbers from 1")]
)
def test_columns_that_are_not_there_are_refused(columns: str, why: str, tmp_path: Path) -> None:
    records, (problem,) = taken(tmp_path / "a.conll", "Ann B-PER\nmet O\n", HowRead(columns=columns))
    assert not records
    assert why in problem.reason


def test_a_table_without_tags_is_refused_with_what_to_do(tmp_path: Path) -> None:
    records, (problem,) = taken(tmp_path / "a.conll", "Ann NNP\nmet VBD\n. .\n")
    assert not records
    assert "2 columns, as: Ann NNP" in problem.reason
    assert "--columns" in problem.reason


@pytest.mark.parametrize(
    ("rows", "label", "why"),
    [("Ann PER\nHolt PER\nmet O\n", "PER", AS_IO), ("Ann B\nHolt I\nmet O\n", "ENTITY", AS_NAMELESS)],
)
def test_tags_that_say_less_are_read_and_said(rows: str, label: str, why: str, tmp_path: Path) -> None:
    (entry,), (notice,) = taken(tmp_path / "a.conll", rows)
    assert [(one.start, one.end, one.label) for one in entry.spans()] == [(0, 8, label)]
    assert notice.reason == why


def test_a_table_with_names_of_columns_and_of_sentences_is_read(tmp_path: Path) -> None:
    rows = 'Sentence #,Word,POS,Tag\nSentence: 1,Ann,NNP,B-per\n,met,VBD,O\n,"1,000",CD,O\nSentence: 2,Oslo,NNP,B-geo\n'
    (entry,), (notice,) = taken(tmp_path / "ner.csv", rows)
    assert entry.article.text == "Ann met 1,000\nOslo"
    assert ([one.label for one in entry.spans()], notice.reason) == (["per", "geo"], HEADER)


def test_articles_have_the_name_that_stands_before_them(tmp_path: Path) -> None:
    rows = (
        "-DOCSTART- (1 EU)\n\nEU B-ORG\n\n-DOCSTART- -X- -X- O\n\nAnn B-PER\n\n-DOCSTART- (3)\n\nBen B-PER\n"
    )
    found, _ = taken(tmp_path / "a.conll", rows)
    assert found[0].article.id == "1 EU"
    assert found[2].article.meta == {"document": "3"}
    assert [len(one.spans()) for one in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("line", "why"), [(b"alone", NO_TAG), (b"\tO", NO_TOKEN), (b"caf\xe9\tO", "This line is not UTF-8.")]
)
def test_a_broken_line_loses_only_itself(line: bytes, why: str, tmp_path: Path) -> None:
    rows = "Zoë\tB-PER\n".encode() + line + b"\nmet\tO\nBen\tB-PER\n" + "Łódź\tB-LOC\n".encode() * 20
    (entry,), (problem,) = taken(tmp_path / "a.conll", rows)
    assert (problem.line, problem.reason) == (2, why)
    assert entry.article.text.startswith("Zoë met Ben Łódź")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_table_is_read_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    rows = "José B-PER\nmet O\nBen B-PER\n".encode(encoding)
    assert told(tmp_path / "a.conll", rows) == ("José met Ben", [("José", "PER"), ("Ben", "PER")])


def test_macintosh_line_ends_part_tokens(tmp_path: Path) -> None:
    assert told(tmp_path / "a.conll", "Ann B-PER\rHolt I-PER\r\rmet O\r") == (
        "Ann Holt\nmet",
        [("Ann Holt", "PER")],
    )


@pytest.mark.parametrize(
    "text", ["Ann met B.\nI was in O\nThe end\n", "Group\tO\tA\nShare\t45\t40\n", "- one\n- two\n"]
)
def test_text_is_no_table(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert detected(tmp_path / "a.txt").name == "txt"
