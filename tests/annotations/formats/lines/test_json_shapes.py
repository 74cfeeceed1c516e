"""JSON however it lies in a file: the records come in, and what is broken loses only itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Notice, Problem

ONE, TWO = (
    {"text": "Ines Roux left Łódź.", "title": "First"},
    {"text": "She is in [Rome], {now}.", "title": "Second"},
)
OURS = HowRead("jsonl")
BOTH = [ONE["text"], TWO["text"]]
A, B = (json.dumps(one, ensure_ascii=False) for one in (ONE, TWO))
PRETTY_A, PRETTY_B = (json.dumps(one, ensure_ascii=False, indent=2) for one in (ONE, TWO))
SHAPES = {
    "a line each": f"{A}\n{B}\n",
    "a list": f"[{A}, {B}]",
    "a list, a line each": f"[\n{A},\n{B}\n]\n",
    "a pretty list": json.dumps([ONE, TWO], ensure_ascii=False, indent=4),
    "a list with a comma too many": f"[{A}, {B},]",
    "a list a line": f"[{A}]\n[{B}]",
    "one pretty object after another": f"{PRETTY_A}\n{PRETTY_B}",
    "pretty objects with commas": f"{PRETTY_A},\n{PRETTY_B},\n",
    "lines that end in commas": f"{A},\n{B},\n",
    "lines that end in semicolons": f"{A};\n{B};\n",
    "two in a line": f"{A}{B}",
    "a mark in the middle": f"{A}\n\ufeff{B}",
    "Windows' lines and blank ones": f"\r\n{A}\r\n\r\n{B}\r\n",
    "commas that end an object": f"{A[:-1]},}}\n[{B[:-1]},\n}}]",
    "spread over lines": A.replace(", ", ",\n") + "\n" + B.replace(": ", "\n:\n"),
    "below a name": json.dumps({"version": 1, "articles": [ONE, TWO], "count": 2}),
    "below a name that nobody knows": json.dumps({"ferries": [ONE, TWO]}),
}


def told(tmp_path: Path, content: str | bytes, reading: HowRead = OURS) -> tuple[list[str], list[str]]:
    """The texts that were read, and the lines and words of what was said of the rest."""
    path = tmp_path / "a.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    entries = list(read(path, reading))
    said = [f"{entry.line}: {entry.reason}" for entry in entries if isinstance(entry, Problem)]
    return [entry.article.text for entry in entries if isinstance(entry, Record)], said


@pytest.mark.parametrize("shape", SHAPES)
def test_records_are_read_in_every_shape(shape: str, tmp_path: Path) -> None:
    texts, said = told(tmp_path, SHAPES[shape])
    assert texts == BOTH
    assert all("The records were taken from the list" in one for one in said)
    assert len(said) == shape.startswith("below")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
@pytest.mark.parametrize("shape", ["a line each", "a pretty list"])
def test_records_are_read_in_every_unicode_encoding(encoding: str, shape: str, tmp_path: Path) -> None:
    texts, said = told(tmp_path, SHAPES[shape].encode(encoding))
    assert texts == BOTH
    assert said == (
        [f"None: The encoding was taken to be {encoding}; --encoding names another."]
        if encoding[-2:] in ("le", "be")
        else []
    )


def test_another_encoding_is_read_where_it_is_asked_for(tmp_path: Path) -> None:
    content = SHAPES["a line each"].encode("cp1250")
    assert told(tmp_path, content, HowRead("jsonl", "cp1250")) == (BOTH, [])
    assert told(tmp_path, content) == (
        BOTH[1:],
        ["1: This line is not UTF-8; name another encoding with --encoding."],
    )
    assert told(tmp_path, content, HowRead("jsonl", "ascii")) == (
        BOTH[1:],
        ["1: This line is not ascii; name another encoding with --encoding."],
    )


def test_comment_lines_are_passed_over_and_said(tmp_path: Path) -> None:
    texts, said = told(tmp_path, f"// notes of the desk\n{A}\n  # second day {{\n{B}\n//")
    assert texts == BOTH
    assert said == [f"{line}: This line was passed over as a comment." for line in (1, 3, 5)]
    assert told(tmp_path, f"/* the desk's,\n** two of them */{A}/* end */\n{B}")[0] == BOTH
    assert told(tmp_path, f"# only\n[ // here\n{A}, # there\n{B}]")[0] == BOTH


BROKEN = {
    "cut within a text": '{"text": "Nobody',
    "cut behind a text": '{"text": "Nobody"',
    "cut behind a comma": '{"text": "Nobody",',
    "cut within a list": '{"text": "Nobody", "spans": [',
    "a quote too many": '{"text": "No"body"}',
    "a bracket too many": '{"text": "Nobody"}}',
    "no JSON at all": "Nobody is here.",
    "no number": '{"text": "Nobody", "n": NaN}',
    "a huge number": '{"text": "Nobody", "n": ' + "9" * 5_000 + "}",
    "nested too deeply": '{"text": "Nobody", "n": ' + "[" * 9_000 + "]" * 9_000 + "}",
    "a NUL": '{"text": "Nob\0ody"}',
}


@pytest.mark.parametrize("broken", [name for name in BROKEN if name != "a bracket too many"])
@pytest.mark.parametrize("listed", [False, True])
def test_a_broken_record_loses_only_itself(broken: str, listed: bool, tmp_path: Path) -> None:
    between = ",\n" if listed else "\n"
    lines = between.join((A, BROKEN[broken], B))
    texts, said = told(tmp_path, f"[\n{lines}\n]" if listed else lines)
    assert texts == BOTH
    assert [one.split(":")[0] for one in said] == ["3" if listed else "2"]


def test_a_broken_record_among_pretty_ones_loses_only_itself(tmp_path: Path) -> None:
    broken = PRETTY_B.replace('"title":', '"title"')
    for content in (f"{PRETTY_A}\n{broken}\n{PRETTY_B}", f"{PRETTY_A}\n{PRETTY_B[:-3]}\n{PRETTY_B}"):
        assert told(tmp_path, content) == (BOTH, ["5: This line is not JSON."])


def test_a_broken_record_of_a_list_on_one_line_loses_only_itself(tmp_path: Path) -> None:
    for broken in (
        '{"text": "No"body", "x": [1]}',
        '{"text": "Nobody", "x": }',
        '{"text": "Nobody", "x": [{"a": }',
    ):
        assert told(tmp_path, f"[{A}, {broken}, {B}]") == (BOTH, ["1: This line is not JSON."]), broken


def test_a_list_that_is_cut_keeps_what_came_before(tmp_path: Path) -> None:
    texts, said = told(tmp_path, f"[{A},\n{B},\n{A[:20]}")
    assert texts == BOTH
    assert said == ["3: This line is not JSON.", "3: The list does not end, or is not JSON from here on."]


def test_records_longer_than_what_is_read_at_a_time_are_read(tmp_path: Path) -> None:
    long = [{"text": "Żółw. " * (n * 20_000)} for n in range(1, 6)]
    texts, said = told(tmp_path, json.dumps(long, ensure_ascii=False))
    assert (texts, said) == ([one["text"] for one in long], [])


def test_very_many_records_without_an_end_cost_no_more_than_a_look(tmp_path: Path) -> None:
    texts, said = told(tmp_path, '{"text": "a", "spans": [\n' * 200)
    assert texts == []
    assert 1 <= len(said) <= 30


def test_what_comes_from_a_list_below_a_name_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(SHAPES["below a name"], "utf-8")
    notice, *records = read(path)
    assert isinstance(notice, Notice)
    assert notice.reason == 'The records were taken from the list "articles".'
    assert len(records) == 2


def test_the_format_is_told_by_the_records_in_the_list_below_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for value in (
        {"n": 1, "documents": [{"text": "Ann.", "label": [[0, 3, "PER"]]}]},
        {"x": {}, "ours": [{"text": "Ann.", "label": [[0, 3, "PER"]]}]},
    ):
        path.write_text("/* ours */\n" + json.dumps(value), "utf-8")
        found = [entry for entry in read(path) if isinstance(entry, Record)]
        assert [span.label for entry in found for span in entry.spans()] == ["PER"]
