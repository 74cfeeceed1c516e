"""Lines of a process of ours: what a library prints between them is passed over, and each has its shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import corpus
from tests.fuzz.talk import Talk
from ui.project.messages import is_report, messages, progress_of

STRANGE = [
    b"{",
    b"{not JSON}",
    b'{"a": ' + b"[" * 100_000,
    b"\xff\xfe{",
    b"[1]",
    b"12",
    b"",
    b'{"n": ' + b"9" * 5000 + b"}",
]


@pytest.mark.parametrize("line", STRANGE)
def test_a_line_that_is_no_message_is_passed_over(line: bytes) -> None:
    assert list(messages([b'{"id": 1}', line, b'{"id": 2}'])) == [{"id": 1}, {"id": 2}]


def test_progress_is_text_and_two_numbers_that_a_signal_carries() -> None:
    assert progress_of({"doing": "merging", "done": 1, "of": 2}) == ("merging", 1, 2)
    for wrong in ({"done": "1"}, {"of": None}, {"doing": 3}, {"done": -1}, {"of": 2**31}, {"done": True}):
        assert progress_of({"doing": "merging", "done": 1, "of": 2, **wrong}) is None


def test_every_report_that_the_window_reads_fits_its_shape(tmp_path: Path) -> None:
    project, package = corpus.project(tmp_path / "corpus"), tmp_path / "anna.zip"
    assert corpus.command("pack", project, package, "--annotator", "anna")[0] == 0
    found = Talk.of(project, package).reports
    assert {words[0]: is_report(words, report) for words, report in found.items()} == dict.fromkeys(
        ("export", "merge", "backups", "lint", "import", "assign", "pack"), True
    )


def test_a_report_that_lacks_anything_or_has_another_type_in_it_is_none() -> None:
    good = {"given": 3, "annotators": {"anna": 3}}
    assert is_report(["assign"], good | {"more": 1})
    for wrong in ({"given": 3.5}, {"given": None}, {"annotators": ["anna"]}, {"annotators": {"anna": "3"}}):
        assert not is_report(["assign"], good | wrong)
    assert not is_report(["assign"], {"given": 3})
    assert not is_report(["restore"], {"restored": "\ud800", "kept": None})
    assert not is_report(["restore"], {"restored": "a"})
