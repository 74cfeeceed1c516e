"""Imports of what tools lay side by side: rows and tasks on one text, a file or folder an annotator, zips of them."""

from __future__ import annotations

import json
import os
import signal
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.commands.commands import begun, run, said

Work = dict[tuple[str, str], list[str]]
TEXT = "Mara Holm flew to Bergen."
ANN = "T1\tPER 0 9\tMara Holm\n"


def put(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def doccano(*labels: tuple[int, int, str], text: str = TEXT) -> str:
    return json.dumps({"id": 1, "text": text, "label": labels, "Comments": []}) + "\n"


def zipped(folder: Path) -> Path:
    path = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(path, "w") as made:
        for file in sorted(folder.rglob("*.*")):
            made.write(file, file.relative_to(folder.parent))
    return path


def brought(project: Path, *words: object, code: int = 0) -> Work:
    """The words marked by each annotator on each article, as a lossless export has them after the import."""
    assert run("new", project, "--schema", "blank") == 0
    assert run("import", project, *words) == code
    out = project.with_name("out.jsonl")
    assert run("export", project, out, "--format", "jsonl", "--articles", "all", "--spans", "all") == 0
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return {(one["text"], one["annotator"]): [span["text"] for span in one["spans"]] for one in records}


def test_rows_that_repeat_a_text_are_one_set(tmp_path: Path) -> None:
    rows = [f"{TEXT},0,9,PER", "Nils stayed.,0,4,PER", f"{TEXT},18,24,LOC"]
    table = put(tmp_path / "rows.csv", "\n".join(["text,start,end,label", *rows]))
    found = brought(tmp_path / "p", table, "--annotator", "ida")
    assert found == {(TEXT, "ida"): ["Mara Holm", "Bergen"], ("Nils stayed.", "ida"): ["Nils"]}


def test_tasks_on_one_text_are_one_set(tmp_path: Path) -> None:
    spans = [(0, 9, "PER"), (18, 24, "LOC")]
    tasks = [
        {
            "text": TEXT,
            "spans": [dict(zip(("start", "end", "label"), span, strict=True))],
            "_task_hash": n,
            "answer": "accept",
        }
        for n, span in enumerate(spans)
    ]
    path = put(tmp_path / "tasks.jsonl", "\n".join(map(json.dumps, tasks)))
    assert brought(tmp_path / "p", path, "--annotator", "ida") == {(TEXT, "ida"): ["Mara Holm", "Bergen"]}


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_file_an_annotator_gives_sets_of_them(is_zip: bool, tmp_path: Path) -> None:
    put(tmp_path / "export" / "ida.jsonl", doccano((0, 9, "PER")))
    put(tmp_path / "export" / "olav.jsonl", doccano((0, 4, "PER"), (18, 24, "LOC")))
    given = zipped(tmp_path / "export") if is_zip else tmp_path / "export"
    assert brought(tmp_path / "p", given) == {
        (TEXT, "ida"): ["Mara Holm"],
        (TEXT, "olav"): ["Mara", "Bergen"],
    }


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_folder_an_annotator_gives_sets_of_them(is_zip: bool, tmp_path: Path) -> None:
    for who, marks in (("ida", ANN), ("olav", f"{ANN}T2\tLOC 18 24\tBergen\n")):
        put(tmp_path / "brat" / who / "one.txt", TEXT)
        put(tmp_path / "brat" / who / "one.ann", marks)
    put(tmp_path / "brat" / "ida" / "two.txt", "Nils stayed.")
    put(tmp_path / "brat" / "ida" / "two.ann", "T1\tPER 0 4\tNils\n")
    found = brought(tmp_path / "p", zipped(tmp_path / "brat") if is_zip else tmp_path / "brat")
    both = {(TEXT, "ida"): ["Mara Holm"], (TEXT, "olav"): ["Mara Holm", "Bergen"]}
    assert found == both | {("Nils stayed.", "ida"): ["Nils"]}


def test_parts_of_one_persons_data_are_that_persons(tmp_path: Path) -> None:
    train = put(tmp_path / "d" / "train.jsonl", doccano((0, 9, "PER")))
    dev = put(tmp_path / "d" / "dev.jsonl", doccano((0, 4, "PER"), text="Nils stayed."))
    found = brought(tmp_path / "p", train, dev, "--by", "ida")
    assert found == {(TEXT, "ida"): ["Mara Holm"], ("Nils stayed.", "ida"): ["Nils"]}


def test_what_files_say_themselves_counts_before_their_names(tmp_path: Path) -> None:
    signed = json.loads(doccano((0, 9, "PER"))) | {"annotator": "eva"}
    put(tmp_path / "d" / "ida.jsonl", json.dumps(signed))
    put(tmp_path / "d" / "olav.jsonl", doccano((18, 24, "LOC")))
    assert set(brought(tmp_path / "p", tmp_path / "d", "--by", "root")) == {(TEXT, "eva"), (TEXT, "root")}


def test_the_import_says_whose_names_it_took(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for who in ("ida", "olav"):
        put(tmp_path / "d" / f"{who}.jsonl", doccano((0, 9, "PER")))
    put(tmp_path / "d" / "map.png", "")
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    passed, named = said(capsys, "import", tmp_path / "p", tmp_path / "d")["notices"]
    assert passed == f"{tmp_path / 'd'}: Passed over: 1 .png (map.png)."
    assert named.startswith("ida and olav are taken as annotators, from the names of files or folders")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_import_of_a_zip_that_is_killed_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for number in range(8_000):
        put(tmp_path / "d" / f"{number}.txt", f"Text {number}.")
    given = zipped(tmp_path / "d")
    assert run("new", tmp_path / "p", "--schema", "blank") == 0
    process = begun("import", tmp_path / "p", given)
    until(lambda: any((tmp_path / "temporary").glob("factmark-import-*/1/d.zip/*")))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    until(lambda: not list((tmp_path / "temporary").glob("factmark-import-*")))
    assert brought_before(tmp_path / "p") == 0


def until(is_so: Callable[[], bool], patience: float = 20) -> None:
    """Waits until it is so."""
    end = time.monotonic() + patience
    while not is_so():
        assert time.monotonic() < end


def brought_before(project: Path) -> int:
    """How many articles the project has."""
    out = project.with_name("before.jsonl")
    assert run("export", project, out, "--format", "jsonl", "--articles", "all") == 0
    return len(out.read_text("utf-8").splitlines())
