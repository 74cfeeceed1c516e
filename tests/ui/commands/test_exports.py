"""The commands for datasets, as a person types them: export with its options, import with its reasons."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.store import database
from tests.making import TEXT
from tests.templates import copied
from tests.ui.commands.commands import begun, run, said

BOTH = (
    "jsonl",
    "prodigy",
    "doccano",
    "label-studio",
    "spacy",
    "hf",
    "conll2003",
    "brat",
    "webanno",
    "cas-json",
    "csv",
)


def line(n: int, text: str = "") -> dict:
    spans = [{"start": 0, "end": 10, "label": "PERSON"}, {"start": 6, "end": 10, "label": "ORG"}]
    made = text or TEXT + "".join(f" word{n * k % 89}" for k in range(1, 40))
    return {"id": f"a{n}", "text": made, "annotator": "anna", "state": "done", "spans": spans}


def add(folder: Path, *values: dict) -> None:
    path = folder.parent / "in.jsonl"
    path.write_text("".join(json.dumps(value) + "\n" for value in values), "utf-8")
    assert run("import", folder, path) == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with twenty articles on which anna is done, the last two nearly alike."""
    return copied(tmp_path, twenty) / "p"


def twenty(place: Path) -> None:
    assert run("new", place / "p") == 0
    add(place / "p", *(line(n) for n in range(1, 20)), line(20, line(19)["text"] + " more"))


@pytest.mark.parametrize("name", BOTH)
def test_an_export_is_taken_in_by_a_fresh_project(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "out.x"
    manifest = said(capsys, "export", folder, out, "--format", name)
    assert (manifest["records"], manifest["proved"]) == (20, True)
    run("new", folder.parent / "q")
    done = said(capsys, "import", folder.parent / "q", out, "--format", name)
    assert (done["articles"], done["sets"], done["problems"]) == (20, 20, [])


def test_each_article_keeps_its_side_in_later_exports(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("export", folder, folder.parent / "d.jsonl", "--format", "jsonl", "--split", "50/50")

    def sides() -> dict[str, str]:
        said(capsys, *words)
        found = {
            side: (folder.parent / f"d.{side}.jsonl").read_text().splitlines() for side in ("train", "test")
        }
        return {json.loads(value)["id"]: side for side, values in found.items() for value in values}

    first = sides()
    add(folder, *(line(n) for n in range(30, 40)))
    later = sides()
    assert {id_: later[id_] for id_ in first} == first
    assert (len(later), first["a19"]) == (30, first["a20"])


def test_the_manifest_of_a_split_says_what_leaks_and_how_labels_lie(folder: Path, capsys) -> None:
    words = ("export", folder, folder.parent / "d", "--format", "conll", "--split", "80/10/10", "--seed", 3)
    split = said(capsys, *words)["split"]
    assert (split["leaks"], split["seed"], sum(split["articles"].values())) == ([], 3, 20)
    assert split["shares"] == {"train": 80, "dev": 10, "test": 10}
    assert sum(side["PERSON"] for side in split["spans_by_label"].values()) == 20


def test_what_changed_since_the_last_export_of_the_kind_is_listed(folder: Path, capsys) -> None:
    words = ("export", folder, folder.parent / "d.csv", "--format", "csv")
    assert said(capsys, *words)["since_last_export"]["new"]["count"] == 20
    add(folder, line(50))
    since = said(capsys, *words)["since_last_export"]
    assert (since["new"], since["changed"]["count"]) == ({"count": 1, "articles": ["a50"]}, 0)
    assert said(capsys, *words, "--spans", "all")["since_last_export"]["new"]["count"] == 21


def test_what_a_format_cannot_carry_is_said_with_examples(folder: Path, capsys) -> None:
    capsys.readouterr()
    assert run("export", folder, folder.parent / "d.txt", "--format", "iob1") == 0
    out = capsys.readouterr().out
    assert "Not carried: 20 overlapping spans (longest first), as a1 6-10 ORG 'Ruiz'" in out


SPLIT = ("--format", "jsonl", "--split", "50/50", "--progress")
PHASES = ("grouping", "exporting", "proving")


@pytest.mark.parametrize(
    ("words", "phases"),
    [(SPLIT, PHASES), (SPLIT[:2] + SPLIT[4:], PHASES[1:]), ((*SPLIT, "--preview"), (PHASES[0], "counting"))],
)
def test_progress_goes_through_every_phase(words: tuple, phases: tuple, folder: Path, capsys) -> None:
    capsys.readouterr()
    assert run("export", folder, folder.parent / "d.jsonl", *words) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()[:-1]]
    assert tuple(dict.fromkeys(line["doing"] for line in lines)) == phases
    shares = [line["done"] / line["of"] for line in lines]
    assert (shares, shares[-1], lines[-1]["of"]) == (sorted(shares), 1, 20 * len(phases))


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("phase", PHASES)
def test_an_export_cancelled_in_any_phase_leaves_the_old_files(phase: str, tmp_path: Path) -> None:
    folder, old = tmp_path / "p", tmp_path / "out" / "d.train.jsonl"
    assert run("new", folder) == 0
    add(folder, *(line(n) for n in range(1, 1_500)))
    old.parent.mkdir()
    old.write_text("as it was")
    with begun("export", folder, tmp_path / "out" / "d.jsonl", *SPLIT) as process:
        while json.loads(process.stdout.readline())["doing"] != phase:
            pass
        process.send_signal(signal.SIGINT)
    assert process.returncode != 0
    assert [(path.name, path.read_text()) for path in old.parent.iterdir()] == [(old.name, "as it was")]


OWN = ("project.db", "project.db-wal", "project.yaml", "patterns.jsonl", "backups", "pipelines/mine.jsonl")


@pytest.mark.parametrize("name", OWN)
def test_an_export_onto_the_projects_own_files_is_refused(name: str, folder: Path, capsys) -> None:
    (folder / "patterns.jsonl").write_text("")
    assert run("check", folder) == 0  # a copy of a project gets an id of its own when it is opened
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert run("export", folder, folder / name, "--format", "jsonl", "--articles", "all") == 1
    assert "belongs to the project" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert run("check", folder) == 0


def test_an_export_onto_a_foreign_folder_is_refused(folder: Path, capsys) -> None:
    web = folder.parent / "web"
    web.mkdir()
    (web / "manifest.json").write_text('{"name": "my app"}')
    (web / "index.html").write_text("mine")
    assert run("export", folder, web, "--format", "hf", "--articles", "all") == 1
    assert "Something else is there (index.html)" in capsys.readouterr().err
    assert (web / "index.html").read_text() == "mine"


def test_an_export_onto_a_link_writes_the_file_it_points_to(folder: Path) -> None:
    link = folder.parent / "latest.jsonl"
    link.symlink_to("first.jsonl")
    assert run("export", folder, link, "--format", "jsonl", "--articles", "all") == 0
    assert (link.is_symlink(), len((folder.parent / "first.jsonl").read_text().splitlines())) == (True, 20)


def test_an_export_leaves_a_part_beside_it_alone(folder: Path) -> None:
    part = folder.parent / "out.csv.part"
    part.write_text("mine")
    assert run("export", folder, folder.parent / "out.csv", "--format", "csv", "--articles", "all") == 0
    assert part.read_text() == "mine"


def test_an_export_over_a_file_of_somebodys_says_where_that_is_kept(folder: Path, capsys) -> None:
    out = folder.parent / "notes.csv"
    out.write_text("mine")
    capsys.readouterr()
    assert run("export", folder, out, "--format", "csv") == 0
    place = capsys.readouterr().out.partition("it is kept as ")[2].partition(".\n")[0]
    assert Path(place).read_text() == "mine"


def test_cells_that_a_spreadsheet_would_run_are_said_and_can_be_made_safe(folder: Path, capsys) -> None:
    out = folder.parent / "out.csv"
    add(folder, {**line(60), "title": "=1+1"})
    words = ("export", folder, out, "--format", "csv")
    capsys.readouterr()
    assert run(*words) == 0
    assert "formula does: 1, as =1+1. A spreadsheet may run them; --safe-cells" in capsys.readouterr().out
    assert run(*words, "--safe-cells") == 0
    assert "An apostrophe stands before each" in capsys.readouterr().out
    assert ",'=1+1," in out.read_text("utf-8")
    assert run("export", folder, out, "--format", "jsonl", "--safe-cells") == 2


MISTAKES = [
    (("--format", "conll", "--strict"), "Nothing was written: the format cannot carry 20 overlapping spans"),
    (("--format", "spacy", "--offsets", "utf16"), "spacy has no offsets in utf16"),
    (("--format", "csv", "--split", "80/30"), "80/30 is no split"),
]


@pytest.mark.parametrize(("words", "sentence"), MISTAKES)
def test_a_mistake_writes_nothing(words: tuple, sentence: str, folder: Path, capsys) -> None:
    capsys.readouterr()
    assert run("export", folder, folder.parent / "d", *words) == 1
    assert sentence in capsys.readouterr().err
    assert not [path for path in folder.parent.iterdir() if path.name.startswith("d")]


def test_an_import_says_how_it_knew_the_format(folder: Path, capsys) -> None:
    run("export", folder, folder.parent / "d", "--format", "brat")
    (folder.parent / "t.txt").write_text("A ferry ran.")
    run("new", folder.parent / "q")
    done = said(capsys, "import", folder.parent / "q", folder.parent / "d", folder.parent / "t.txt")
    told = {row["format"]: (row["files"], row["reason"]) for row in done["read_as"]}
    assert told == {"brat": (20, "its name ends with .ann"), "txt": (1, "it holds plain text")}


def test_offsets_that_were_put_right_are_reported(folder: Path, capsys) -> None:
    task = {
        "text": "👍 Bob",
        "spans": [{"start": 3, "end": 6, "label": "A", "text": "Bob"}],
        "answer": "accept",
    }
    (folder.parent / "p.jsonl").write_text(json.dumps(task))
    done = said(capsys, "import", folder, folder.parent / "p.jsonl")
    assert "offsets in UTF-16 units" in done["notices"][0]


def test_an_export_that_the_project_cannot_note_is_said_to_be_written(
    folder: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY", 0.1)  # seconds
    out = folder.parent / "out.jsonl"
    with closing(sqlite3.connect(folder / "project.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert run("export", folder, out, "--format", "jsonl", "--articles", "all") == 1
    assert "The export is written, whole." in capsys.readouterr().err
    assert out.read_text("utf-8")
