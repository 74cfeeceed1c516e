"""Files that nothing can read: each is a problem with its name and kind, and those beside it come in."""

from __future__ import annotations

import io
import json
import logging
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document

from annotations import formats
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Noted, Notice, Problem, worded
from tests.annotations.formats.documents.test_pages import pdf
from tests.making import TEXT
from tests.ui.commands.commands import typed

SPACY_BIN = b"\x82\xa7version\xa30.1\xa5attrs\x90"  # what a DocBin begins with, and no more


def damaged_docx() -> bytes:
    """A Word file whose text cannot be unpacked any more."""
    made = io.BytesIO()
    Document().save(made)
    content = bytearray(made.getvalue())
    with zipfile.ZipFile(made) as package:
        info = package.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    content[start : start + 40] = b"\xff" * 40
    return bytes(content)


TASK = {"data": {"text": TEXT}, "annotations": [{"result": [{"type": "labels", "value": {"start": 1e400}}]}]}
BAD = {
    "damaged.docx": damaged_docx(),
    "cut.docx": b"PK\x03\x04 and no more",
    "encrypted.pdf": pdf("Ferries.").replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /V 5 /R 6 >>"),
    "damaged.pdf": pdf("Ferries.")[:-200].replace(b"/Length", b"/Lengt"),
    "broken.spacy": zlib.compress(SPACY_BIN),
    "huge.json": b'[{"text": "a", "n": ' + b"9" * 5000 + b"}]",
    "huge.jsonl": b'{"text": "a", "spans": [{"start": ' + b"9" * 5000 + b"}]}",
    "deep.json": b'{"%FEATURE_STRUCTURES": ' + b"[" * 100_000,
    "task.json": json.dumps([TASK]).encode(),
    "nul.csv": b"text,title\n\0\0,T\n",
    "no.parquet": b"PAR1" + struct.pack("<I", 2**31) + b"PAR1",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_a_problem_with_its_name(folder: Path, name: str) -> None:
    found = [entry for entry in formats.read(folder / name) if not isinstance(entry, Notice)]
    assert [type(entry) for entry in found] == [Problem]
    assert (found[0].file, found[0].reason[-1]) == (folder / name, ".")


def test_what_nobody_foresaw_is_told_by_its_kind_and_its_traceback_logged(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        (problem,) = formats.read(folder / "damaged.docx")
    assert problem.reason.startswith("The file could not be read; it may be damaged (zlib.error: ")
    assert ["zlib.error" in (record.exc_text or "") for record in caplog.records] == [True]


CHARSETS = ("no-such-thing", "base64", "idna", "undefined", "punycode", "unicode_escape")


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_page_that_names_a_strange_charset_is_read_as_its_bytes_say(tmp_path: Path, charset: str) -> None:
    body = "<p>Ms. Østby of the Navy left Oslo on Tuesday, and nobody knew why she did.</p>" * 8
    page = f'<html><head><meta charset="{charset}"></head><body><article>{body}</article></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    entry, notice = formats.read(tmp_path / "a.html")
    assert str(notice).endswith("The encoding was taken to be cp1252; --encoding names another.")
    assert isinstance(entry, Record)
    assert "Østby" in entry.article.text


def test_the_records_behind_one_with_a_huge_number_are_read(tmp_path: Path) -> None:
    listed = '[{"text": "One."},\n{"text": "Two.", "n": [' + "9" * 5000 + ', NaN]},\n{"text": "Three."}]'
    (tmp_path / "a.json").write_text(listed, "utf-8")
    one, bad, three = formats.read(tmp_path / "a.json", HowRead("prodigy"))
    assert (one.article.text, three.article.text) == ("One.", "Three.")
    assert str(bad) == f"{tmp_path}/a.json:2: This is no record: a number in it has too many digits."


META = {
    "jsonl": '{"text": "Two.", "meta": {"x": WRONG}}',
    "prodigy": '{"text": "Two.", "meta": {"x": [WRONG]}}',
    "doccano": '{"text": "Two.", "x": {"y": WRONG}}',
    "label-studio": '{"data": {"text": "Two.", "x": WRONG}}',
}


@pytest.mark.parametrize("wrong", ["1e999", "-1e400"])
@pytest.mark.parametrize("form", META)
def test_a_number_that_is_too_large_costs_its_record_alone(tmp_path: Path, form: str, wrong: str) -> None:
    line = META[form].replace("WRONG", wrong)
    around = line.replace(wrong, "1e300")
    (tmp_path / "a.json").write_text(f"{around}\n{line}\n{around}", "utf-8")
    found = formats.read(tmp_path / "a.json", HowRead(form))
    one, bad, three = (entry for entry in found if not isinstance(entry, Notice))
    assert (one.article.text, three.article.text) == ("Two.", "Two.")
    assert str(bad) == f"{tmp_path}/a.json:2: This record was not taken: the number {wrong} is too large."


def test_a_list_is_read_on_behind_a_number_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "One.", "meta": {"x": 1e999}},\n{"text": "Two."}]', "utf-8")
    bad, two = formats.read(tmp_path / "a.json", HowRead("prodigy"))
    assert (bad.line, two.article.text) == (1, "Two.")


def test_a_table_of_spans_need_not_name_its_article(tmp_path: Path) -> None:
    rows = f"text,start,end,label\n{TEXT},0,10,PERSON\n,18,22,ORG\n"
    (tmp_path / "a.csv").write_text(rows, "utf-8")
    (entry,) = formats.read(tmp_path / "a.csv")
    assert [span.label for span in entry.spans()] == ["PERSON", "ORG"]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_is_read_whatever_its_line_ends_and_encoding(tmp_path: Path, end: str, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(end.join(["title,text", "T,Oslo.", "U,Rome.", ""]).encode(encoding))
    assert [entry.article.title for entry in formats.read(tmp_path / "a.csv")] == ["T", "U"]


def test_control_characters_never_stay_in_a_name(tmp_path: Path) -> None:
    spans = [{"start": 0, "end": 5, "label": "PER\x07SON"}, {"start": 6, "end": 10, "label": "\x1b"}]
    facts = [{"type": "MO\nVE", "trigger": [0, 5], "roles": [{"role": "who\x85", "fillers": []}]}]
    record = {"text": TEXT, "annotator": "an\x1bna", "spans": spans, "facts": facts, "topics": ["W\x7far"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    entry, *said = formats.read(tmp_path / "a.jsonl")
    names = [entry.set.annotator, *entry.set.topics, *(one.label for one in entry.spans())]
    names += [name for fact in entry.facts() for name in (fact.type, *(role.role for role in fact.roles))]
    assert names == ["anna", "War", "PERSON", "MOVE", "who"]
    assert sorted(type(one).__name__ for one in said) == ["Notice"] * 5 + ["Problem"]
    assert any("PERSON, which the file writes 'PER\\x07SON'" in str(one) for one in said)


def test_many_problems_of_one_kind_in_a_file_are_one_line_with_a_count() -> None:
    noted = Noted()
    for line in range(1, 51):
        noted.add(Problem("a.csv", line, worded("The label {name} is none.", name=f"L{line}")))
        noted.add(Problem("a.csv", line, f"The row {line} has no text."))
    noted.add(Problem("b.csv", 7, "The row 7 has no text."))
    assert noted.lines() == [
        "a.csv:1: The label L1 is none. (And 49 more of this kind in the file, on the lines 2, 3, 4, 5, 6 ….)",
        "a.csv:1: The row 1 has no text. (And 49 more of this kind in the file, on the lines 2, 3, 4, 5, 6 ….)",
        "b.csv:7: The row 7 has no text.",
    ]
    assert len(noted) == 101


def test_the_traceback_reaches_the_log_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTMARK_CONFIG", str(tmp_path / "config"))
    assert typed("new", tmp_path / "p", "--schema", "blank").returncode == 0
    done = typed("import", tmp_path / "p", folder / "damaged.docx", folder / "good.txt")
    assert (done.returncode, "went wrong" in done.stderr, "1 article added" in done.stdout) == (
        1,
        False,
        True,
    )
    assert "zlib.error" in (tmp_path / "config" / "errors.log").read_text("utf-8")
