"""Projects of INCEpTION's by the commands: in by their folders, back as they came, and from one of its formats to the other."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.annotations.formats.uima import test_xmi
from tests.annotations.formats.uima.test_cas_json import WHOLE
from tests.annotations.formats.uima.test_webanno import FILES
from tests.ui.commands.commands import run, said

JSONS = {f"json{n}": json.dumps(one) for n, one in enumerate(WHOLE)}
TSVS = {f"tsv{n}": text for n, (text, *_) in enumerate(FILES.values())}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the work of two annotators on a document for each of the files."""
    for ending, files in ((".json", JSONS), (".tsv", TSVS)):
        for name, text in files.items():
            for annotator in ("anna", "bert"):
                path = tmp_path / "given" / "annotation" / f"{name}.txt" / (annotator + ending)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    assert run("import", tmp_path / "p", tmp_path / "given") == 0
    return tmp_path / "p"


def test_what_was_not_changed_goes_back_as_it_came(project: Path, tmp_path: Path) -> None:
    for form in ("cas-json", "webanno"):
        assert run("export", project, tmp_path / form, "--format", form, "--articles", "all") == 0
    for name, text in JSONS.items():
        for whose in ("", "~bert"):
            found = (tmp_path / "cas-json" / f"{name}.txt{whose}.json").read_text("utf-8")
            assert json.loads(found) == json.loads(text)
    for name, text in TSVS.items():
        for whose in ("", "~bert"):
            assert (tmp_path / "webanno" / f"{name}.txt{whose}.tsv").read_text("utf-8") == text


@pytest.mark.parametrize("form", ["cas-json", "webanno"])
def test_what_came_in_one_format_is_proved_in_the_other(
    form: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = said(capsys, "export", project, tmp_path / "out", "--format", form, "--articles", "all")
    assert (manifest["proved"], manifest["not_carried"]) == (True, {})
    assert manifest["records"] == 2 * (len(JSONS) + len(TSVS))


def test_xmi_in_a_zip_is_read_with_the_type_system_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = test_xmi.write(tmp_path / "annotation" / "one.txt")
    with zipfile.ZipFile(tmp_path / "given.zip", "w") as made:
        for path in place.parent.iterdir():
            made.write(path, path.relative_to(tmp_path))
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    done = said(capsys, "import", tmp_path / "p", tmp_path / "given.zip")
    assert (done["articles"], done["sets"], done["problems"]) == (1, 1, [])


NESTED = "T1\tMeet 4 7\tmet\nE1\tMeet:T1 Who:T2\nT2\tPER 0 3\tAnn\nT3\tWhy 12 19\tbecause\nE2\tWhy:T3 Of:E1 At:T4\nT4\tRange 8 11\tBen\n"


@pytest.mark.parametrize("form", ["cas-json", "webanno"])
def test_facts_with_bare_ranges_and_events_in_them_go_back_as_they_came(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann met Ben because.", "utf-8")
    (tmp_path / "a.ann").write_text(NESTED, "utf-8")
    found: list[list[str]] = []
    given = tmp_path / "a.ann"
    for name in ("first", "second"):
        made, out = tmp_path / f"p-{name}", tmp_path / name
        assert run("new", made, "--schema", "blank") == run("import", made, given) == 0
        assert run("export", made, out, "--format", form, "--articles", "all") == 0
        given = next(path for path in out.rglob("a*") if path.is_file())
        found.append(given.read_text("utf-8").splitlines())
    assert found[0] == found[1]
