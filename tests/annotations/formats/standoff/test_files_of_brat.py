"""The two files of brat's as bytes: in whatever encoding they are, and what of them does not go back."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Problem
from tests.round_trips import said

TEXT = "Żółć płynie. Święto trwa, bo śnieg już zniknął, a ludzie chcą się bawić do rana na łące nad Wisłą."
ANN = f"T1\tRiver {TEXT.index('Wisłą')} {len(TEXT) - 1}\tWisłą\nT2\tBile 0 4\tŻółć\n"
BOTH = [("Żółć", "Bile"), ("Wisłą", "River")]
CRLF, BLANK, MARK, CODED = (
    "line ends of two characters",
    "blank lines",
    "a byte order mark",
    "the encoding, since UTF-8 leaves",
)
MARKED = b"\xef\xbb\xbf"
NOT_KEPT: dict[str, tuple[bytes, bytes]] = {
    CRLF: (b"Ann left.", b"T1\tP 0 3\tAnn\r\n"),
    BLANK: (b"Ann left.", b"T1\tP 0 3\tAnn\n\nT2\tP 4 8\tleft\n"),
    MARK: (MARKED + b"Ann left.", b"T1\tP 0 3\tAnn\n"),
    f"{CRLF}, {BLANK}, {MARK}": (b"Ann left.", MARKED + b"\r\nT1\tP 0 3\tAnn\r\n"),
}


def entries(folder: Path, text: bytes, ann: bytes, asked: HowRead = AS_IT_IS) -> tuple[Record, list[str]]:
    (folder / "w.txt").write_bytes(text)
    (folder / "w.ann").write_bytes(ann)
    record, *others = read(folder / "w.ann", asked)
    assert isinstance(record, Record)
    return record, [str(one.reason) for one in others if isinstance(one, Problem)]


@pytest.mark.parametrize("what", NOT_KEPT)
def test_what_of_the_files_is_not_kept_is_said(what: str, tmp_path: Path) -> None:
    _, reasons = entries(tmp_path, *NOT_KEPT[what])
    assert reasons == [f"Not kept for the way back to brat: {what}."]


def test_plain_files_are_not_talked_about(tmp_path: Path) -> None:
    assert entries(tmp_path, b"Ann left.\r\n", b"T1\tP 0 3\tAnn\n")[1] == []
    assert entries(tmp_path, b"Ann left.", b"")[1] == []


@pytest.mark.parametrize("encoding", ["cp1250", "iso8859-2", "utf-16"])
def test_an_encoding_that_is_asked_for_is_that_of_both_files(encoding: str, tmp_path: Path) -> None:
    record, reasons = entries(
        tmp_path, TEXT.encode(encoding), ANN.encode(encoding), HowRead(encoding=encoding)
    )
    assert (record.article.text, said(record)) == (TEXT, BOTH)
    assert reasons == [f"Not kept for the way back to brat: {CODED}."]


def test_an_encoding_that_is_told_by_the_text_is_that_of_both_files(tmp_path: Path) -> None:
    record, reasons = entries(tmp_path, TEXT.encode("cp1250"), ANN.encode("cp1250"))
    assert (record.article.text, said(record)) == (TEXT, BOTH)
    assert "cp1250" in reasons[0]


@pytest.mark.parametrize("asked", ["", "utf-8"])
def test_a_line_that_is_not_utf_8_loses_only_itself(asked: str, tmp_path: Path) -> None:
    lines = ANN.encode() + b"#1\tAnnotatorNotes T1\t\xff\n"
    record, reasons = entries(tmp_path, TEXT.encode(), lines, HowRead(encoding=asked))
    assert (said(record), reasons) == (BOTH, ["This line is not in the encoding of the file."])


def test_names_of_types_that_brat_has_not_are_told(tmp_path: Path) -> None:
    _, (reason,) = entries(tmp_path, b"Ann left.", "T1\tÄmt 0 3\tAnn\nT2\tOrg 0 3\tAnn\n".encode())
    assert reason.endswith("these leave with _ in them: Ämt.")
